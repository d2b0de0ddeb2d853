using System.Collections.Frozen;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Districts;

/// <summary>
/// The register of cities and kecamatan: finds a kecamatan by code, name or alias, and the nearest names to a misspelt one. Immutable and
/// safe to share.
/// </summary>
public sealed class Gazetteer
{
    private readonly FrozenDictionary<KecamatanCode, Kecamatan> byCode;
    private readonly FrozenDictionary<string, Kecamatan> bySpelling;
    private readonly FrozenDictionary<CityCode, City> cities;
    private readonly FrozenDictionary<string, City> citiesByName;

    /// <summary>Builds the register.</summary>
    /// <exception cref="ArgumentException">A code or a spelling stands twice, or a kecamatan lies in a city that is not given.</exception>
    public Gazetteer(IEnumerable<City> cities, IEnumerable<Kecamatan> kecamatan)
    {
        Cities = [.. cities.OrderBy(city => city.Code)];
        Kecamatan = [.. kecamatan.OrderBy(item => item.Code)];
        this.cities = Cities.ToFrozenDictionary(city => city.Code);
        citiesByName = Cities.ToFrozenDictionary(city => Spelling.Key(city.Name));
        byCode = Kecamatan.ToFrozenDictionary(item => item.Code);
        bySpelling = Kecamatan
            .SelectMany(item => item.Aliases.Prepend(item.Name), (item, spelling) => (Key: Spelling.Key(spelling), item))
            .ToFrozenDictionary(pair => pair.Key, pair => pair.item);

        if (Kecamatan.FirstOrDefault(item => !this.cities.ContainsKey(item.Code.City)) is { } stray)
        {
            throw new ArgumentException($"{stray.Name} ({stray.Code}) lies in a city that is not in the register.", nameof(kecamatan));
        }
    }

    /// <summary>Every city, by code.</summary>
    public IReadOnlyList<City> Cities { get; }

    /// <summary>Every kecamatan, by code.</summary>
    public IReadOnlyList<Kecamatan> Kecamatan { get; }

    /// <summary>A kecamatan that an example names.</summary>
    public Kecamatan Example => Kecamatan[0];

    /// <summary>The kecamatan with this code.</summary>
    /// <exception cref="KeyNotFoundException">The register has no such code.</exception>
    public Kecamatan this[KecamatanCode code] => byCode[code];

    /// <summary>The city with this code.</summary>
    /// <exception cref="KeyNotFoundException">The register has no such code.</exception>
    public City this[CityCode code] => cities[code];

    /// <summary>The kecamatan with this code, or null.</summary>
    public Kecamatan? Find(KecamatanCode code) => byCode.GetValueOrDefault(code);

    /// <summary>
    /// The kecamatan this text names, by canonical name or alias, with or without "Kec." before it and with "Kep.", "Tj." and "Tg." for
    /// their words; null where it names none. Case, extra spaces and invisible characters do not count.
    /// </summary>
    public Kecamatan? FindByName(string? text)
    {
        var key = Spelling.Key(text);
        return bySpelling.TryGetValue(key, out var named) ? named : bySpelling.GetValueOrDefault(PlaceNames.Plain(key));
    }

    /// <summary>The city this text names by its official name; null where it names none. Case and extra spaces do not count.</summary>
    public City? FindCityByName(string? text) => citiesByName.GetValueOrDefault(Spelling.Key(text));

    /// <summary>The kecamatan of one city, by code.</summary>
    public IEnumerable<Kecamatan> In(CityCode city) => Kecamatan.Where(item => item.Code.City == city);

    /// <summary>
    /// The canonical names nearest to a text that names no kecamatan, nearest first: at most <paramref name="count"/>, and only those of
    /// which it is a shortened form ("Keb. Baru"), or that differ from it by no more than a third of its letters (two at least). Empty
    /// where nothing is near.
    /// </summary>
    public IReadOnlyList<Kecamatan> Nearest(string text, int count = 3)
    {
        var whole = Spelling.Key(text);
        if (whole.Length is 0 or > 100)
        {
            return [];
        }

        var key = PlaceNames.Plain(whole);
        var limit = Math.Max(2, key.Length / 3);
        return
        [
            .. bySpelling
                .Select(pair =>
                    (Kecamatan: pair.Value, Distance: PlaceNames.IsShort(key, pair.Key) ? 0 : Spelling.Distance(key, pair.Key, limit))
                )
                .Where(candidate => candidate.Distance <= limit)
                .GroupBy(candidate => candidate.Kecamatan, candidate => candidate.Distance)
                .OrderBy(group => group.Min())
                .ThenBy(group => group.Key.Name, StringComparer.Ordinal)
                .Take(count)
                .Select(group => group.Key),
        ];
    }
}
