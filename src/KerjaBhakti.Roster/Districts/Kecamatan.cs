namespace KerjaBhakti.Roster.Districts;

/// <summary>A district below a city. It has one canonical name; every other accepted spelling is an alias.</summary>
/// <param name="Code">Its Ministry of Home Affairs code.</param>
/// <param name="Name">The canonical name.</param>
/// <param name="Aliases">Other official spellings, for example "Pulo Gadung" for Pulogadung. Empty for most.</param>
public sealed record Kecamatan(KecamatanCode Code, string Name, IReadOnlyList<string> Aliases);
