namespace KerjaBhakti.Roster.Districts;

/// <summary>
/// What kind of body the cities of a government are: kabupaten and kota with governments of their own, as everywhere, or the kota and
/// kabupaten administrasi of a province, as Jakarta's are (UU 29/2007).
/// </summary>
public static class CityKinds
{
    private static readonly string[] Administrative = ["Kota Administrasi ", "Kabupaten Administrasi "];

    /// <summary>Whether it is part of a province without a government of its own, by its official name.</summary>
    public static bool IsAdministrative(this City city) =>
        Array.Exists(Administrative, kind => city.Name.StartsWith(kind, StringComparison.Ordinal));

    /// <summary>What such bodies are called together: "kota dan kabupaten administrasi", "kabupaten/kota".</summary>
    /// <param name="areAdministrative">Whether they have no governments of their own.</param>
    /// <param name="joint">What stands between the two kinds where a sentence names both: "dan", "atau".</param>
    public static string Words(bool areAdministrative, string joint) =>
        areAdministrative ? $"kota {joint} kabupaten administrasi" : "kabupaten/kota";

    /// <summary>One of them, as a list of kinds of body has it: "Kota/kabupaten administrasi", "Kabupaten/kota".</summary>
    public static string Heading(bool areAdministrative) => areAdministrative ? "Kota/kabupaten administrasi" : "Kabupaten/kota";

    /// <summary>A name without the kind of body, where it is an administrative one: "Jakarta Timur".</summary>
    internal static string WithoutKind(string name) =>
        Administrative.Aggregate(name, (rest, kind) => rest.Replace(kind, string.Empty, StringComparison.Ordinal));
}
