using System.Text.RegularExpressions;

namespace KerjaBhakti.Roster.Districts;

/// <summary>The names of cities as people write them: "Kota Adm. Jakarta Pusat", "Jakarta Pusat", "Kab. Kepulauan Seribu".</summary>
public static partial class CityNames
{
    /// <summary>
    /// The city a text names, by its official name or without the words that every city has in common; null where it names none.
    /// </summary>
    public static City? FindCity(this Gazetteer gazetteer, string text)
    {
        if (gazetteer.FindCityByName(text) is { } official)
        {
            return official;
        }

        // Longer texts are no names; they are not searched.
        var own = text.Length is > 0 and <= 100 ? OwnName(text) : string.Empty;
        return own.Length == 0
            ? null
            : gazetteer.Cities.FirstOrDefault(city => OwnName(city.Name).Equals(own, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// The city that a text which names none may mean: its own name stands in it, or its short one ("Walikota Jakarta Barat", "Jakbar");
    /// null where none or several do.
    /// </summary>
    public static City? GuessCity(this Gazetteer gazetteer, string text)
    {
        if (text.Length is 0 or > 100)
        {
            return null;
        }

        var expanded = PlaceNames.Expand(text);
        var meant = gazetteer
            .Cities.Where(city =>
                OwnName(city.Name) is var own
                && (
                    expanded.Contains(own, StringComparison.OrdinalIgnoreCase)
                    || text.Contains(ShortName(own), StringComparison.OrdinalIgnoreCase)
                )
            )
            .ToList();
        return meant.Count == 1 ? meant[0] : null;
    }

    /// <summary>The name as everybody who works there says it, as one word: "JakBar".</summary>
    public static string Joined(this City city) => ShortName(OwnName(city.Name));

    // "Jakarta Barat" is "Jakbar" to everybody who works there.
    private static string ShortName(string own) =>
        own.Split(' ') is [{ Length: > 3 } first, { Length: > 3 } second] ? first[..3] + second[..3] : own;

    private static string OwnName(string name) => Kind().Replace(PlaceNames.Expand(name), string.Empty);

    [GeneratedRegex(
        @"^(Kotamadya|Kota|Kabupaten|Kab\.?) *(Administrasi|Administratif|Adm\.?)? +",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Kind();
}
