using System.Text.RegularExpressions;
using KerjaBhakti.Roster.Districts;

namespace KerjaBhakti.Documents.Roster.Reading;

/// <summary>The names of cities as people write them: "Kota Adm. Jakarta Pusat", "Jakarta Pusat", "Kab. Kepulauan Seribu".</summary>
internal static partial class CityNames
{
    /// <summary>The city a text names, by its official name or without the words that every city has in common; null where it names none.</summary>
    public static City? FindCity(this Gazetteer gazetteer, string text)
    {
        if (gazetteer.FindCityByName(text) is { } official)
        {
            return official;
        }

        // Longer texts are no names; they are not searched.
        var own = text.Length is > 0 and <= 100 ? OwnName(text) : string.Empty;
        return own.Length == 0 ? null : gazetteer.Cities.FirstOrDefault(city => OwnName(city.Name).Equals(own, StringComparison.OrdinalIgnoreCase));
    }

    private static string OwnName(string name) => Kind().Replace(name, string.Empty);

    [GeneratedRegex(
        @"^(Kotamadya|Kota|Kabupaten|Kab\.?) *(Administrasi|Administratif|Adm\.?)? +",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kind();
}
