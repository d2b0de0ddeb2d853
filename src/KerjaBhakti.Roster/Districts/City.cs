namespace KerjaBhakti.Roster.Districts;

/// <summary>A city or regency: with a government of its own or, in Jakarta, without (kota/kabupaten administrasi).</summary>
/// <param name="Code">Its Ministry of Home Affairs code.</param>
/// <param name="Name">Its official name, for example "Kota Administrasi Jakarta Timur".</param>
public sealed record City(CityCode Code, string Name)
{
    /// <summary>The name without the kind of body, as a heading uses it: "Jakarta Timur", "Kepulauan Seribu".</summary>
    public string ShortName => CityKinds.WithoutKind(Name);
}
