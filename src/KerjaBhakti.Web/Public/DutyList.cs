using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Web.Public;

/// <summary>Who comes in one month, by city and kecamatan: the body of the front page.</summary>
/// <param name="Cities">Every city of the register.</param>
public sealed record DutyList(IReadOnlyList<DutyList.CityDuties> Cities)
{
    /// <summary>How many rows the search leaves, rows that serve a whole city included.</summary>
    public int Found { get; private init; }

    /// <summary>How many kecamatan the search leaves.</summary>
    public int KecamatanFound { get; private init; }

    /// <summary>What the search found, in a sentence; empty where nothing was looked for. lookup.js says the same.</summary>
    public string Summary(SearchTerms search) => search switch
    {
        { IsEmpty: true } => string.Empty,
        _ when Found + KecamatanFound == 0 => $"Tidak ada yang cocok dengan “{search.Text}”.",
        _ => $"{KecamatanFound} kecamatan dan {Found} jabatan cocok dengan “{search.Text}”.",
    };

    /// <summary>
    /// The duties of a month, what fits the search best first. What a search leaves out is in the list all the same, marked as not shown, so that the
    /// page can go on searching without asking again. Every Sunday of a month has the same duties.
    /// </summary>
    /// <param name="annex">The annex.</param>
    /// <param name="month">The month.</param>
    /// <param name="remarks">What there is to say about a row beyond the annex; who is named there is found by the search too.</param>
    /// <param name="gazetteer">The register of kecamatan.</param>
    /// <param name="search">What is looked for.</param>
    public static DutyList Of(Annex annex, RosterMonth month, Func<AnnexRow, IReadOnlyList<DutyRemark>> remarks, Gazetteer gazetteer, SearchTerms search)
    {
        var duties = Duty.On(annex, month.Sundays().First()).Select(duty => (duty, remarks(duty.Row))).ToList();
        var cities = gazetteer.Cities.Select(city => OfCity(city, duties, gazetteer, search)).OrderBy(city => city.Rank ?? int.MaxValue).ToList();
        return new DutyList(cities)
        {
            Found = cities.Sum(city => city.Rows.Count(row => row.Shown) + city.Kecamatan.Sum(item => item.Rows.Count(row => row.Shown))),
            KecamatanFound = cities.Sum(city => city.Kecamatan.Count(item => item.Shown)),
        };
    }

    private static CityDuties OfCity(City city, IReadOnlyList<(Duty Duty, IReadOnlyList<DutyRemark> Remarks)> duties, Gazetteer gazetteer, SearchTerms search)
    {
        var rows = duties
            .Where(item => item.Duty.Region?.City == city.Code)
            .Select(item => ListedRow.Of(item.Duty.Row, item.Remarks, [city.ShortName], search))
            .ToList();
        var kecamatan = gazetteer.In(city.Code)
            .Select(item => OfKecamatan(item, city, duties, search))
            .OrderBy(item => item.Rank ?? int.MaxValue)
            .ToList();
        return new CityDuties(city, rows, kecamatan);
    }

    private static KecamatanDuties OfKecamatan(
        Kecamatan kecamatan, City city, IReadOnlyList<(Duty Duty, IReadOnlyList<DutyRemark> Remarks)> duties, SearchTerms search)
    {
        string[] place = [kecamatan.Name, .. kecamatan.Aliases, city.ShortName];
        var rows = duties
            .Where(item => item.Duty.Kecamatan == kecamatan.Code)
            .Select(item => ListedRow.Of(item.Duty.Row, item.Remarks, place, search))
            .ToList();
        return new KecamatanDuties(kecamatan, rows, rows.Count == 0 ? search.Rank(place) : rows.Min(row => row.Rank));
    }

    /// <summary>One city.</summary>
    /// <param name="City">The city.</param>
    /// <param name="Rows">The rows that serve the whole city.</param>
    /// <param name="Kecamatan">Every kecamatan of the city.</param>
    public sealed record CityDuties(City City, IReadOnlyList<ListedRow> Rows, IReadOnlyList<KecamatanDuties> Kecamatan)
    {
        /// <summary>Whether the search leaves a row that serves the whole city.</summary>
        public bool RowsShown => Rows.Any(row => row.Shown);

        /// <summary>How well the best of the city fits the search; null where the search leaves nothing of it.</summary>
        public int? Rank => Rows.Select(row => row.Rank).Concat(Kecamatan.Select(item => item.Rank)).Min();

        /// <summary>Whether the search leaves anything of the city.</summary>
        public bool Shown => Rank is not null;
    }

    /// <summary>One kecamatan.</summary>
    /// <param name="Kecamatan">The kecamatan.</param>
    /// <param name="Rows">Who comes; empty where nobody is assigned.</param>
    /// <param name="Rank">How well it or the best of its rows fits the search, see <see cref="SearchTerms.Rank"/>; null where the search leaves it out.</param>
    public sealed record KecamatanDuties(Kecamatan Kecamatan, IReadOnlyList<ListedRow> Rows, int? Rank)
    {
        /// <summary>Whether the search leaves it.</summary>
        public bool Shown => Rank is not null;
    }

    /// <summary>One row of the annex.</summary>
    /// <param name="Row">The row.</param>
    /// <param name="Remarks">What there is to say about it beyond the annex.</param>
    /// <param name="Rank">How well it fits the search; null where the search leaves it out.</param>
    public sealed record ListedRow(AnnexRow Row, IReadOnlyList<DutyRemark> Remarks, int? Rank)
    {
        internal static ListedRow Of(AnnexRow row, IReadOnlyList<DutyRemark> remarks, string[] place, SearchTerms search) =>
            new(row, remarks, search.Rank([row.Label, .. remarks.Select(remark => remark.Substitute).OfType<string>(), .. place]));

        /// <summary>Whether the search leaves it.</summary>
        public bool Shown => Rank is not null;
    }
}
