namespace KerjaBhakti.Roster.Districts;

/// <summary>An administrative city or regency (kota/kabupaten administrasi).</summary>
/// <param name="Code">Its Ministry of Home Affairs code.</param>
/// <param name="Name">Its official name, for example "Kota Administrasi Jakarta Timur".</param>
public sealed record City(CityCode Code, string Name)
{
    /// <summary>The name without the kind of body, as a heading uses it: "Jakarta Timur", "Kepulauan Seribu".</summary>
    public string ShortName =>
        Name.Replace("Kota Administrasi ", string.Empty, StringComparison.Ordinal)
            .Replace("Kabupaten Administrasi ", string.Empty, StringComparison.Ordinal);
}
