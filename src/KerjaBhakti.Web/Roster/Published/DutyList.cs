using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Searching;

namespace KerjaBhakti.Web.Roster.Published;

/// <summary>Who comes in one month, by city and kecamatan: the body of the front page.</summary>
/// <param name="Cities">Every city of the register.</param>
public sealed record DutyList(IReadOnlyList<DutyList.CityDuties> Cities)
{
    /// <summary>How many rows the search leaves, rows that serve a whole city included.</summary>
    public int Found { get; private init; }

    /// <summary>How many kecamatan the search leaves.</summary>
    public int KecamatanFound { get; private init; }

    /// <summary>What the search found, in a sentence; empty where nothing was looked for. lookup.js says the same.</summary>
    public string Summary(SearchTerms search) =>
        search switch
        {
            { IsEmpty: true } => string.Empty,
            _ when Found + KecamatanFound == 0 => $"Tidak ada yang cocok dengan “{search.Text}”.",
            _ => $"{KecamatanFound} kecamatan dan {Found} jabatan cocok dengan “{search.Text}”.",
        };

    /// <summary>
    /// The duties of a month, what fits the search best first. What a search leaves out is in the list all the same, marked as not shown,
    /// so that the page can go on searching without asking again. Every Sunday of a month has the same duties.
    /// </summary>
    /// <param name="annex">The annex.</param>
    /// <param name="month">The month.</param>
    /// <param name="remarks">What there is to say about a row beyond the annex; who is named there is found by the search too.</param>
    /// <param name="gazetteer">The register of kecamatan.</param>
    /// <param name="aliases">The short names by which posts are found too.</param>
    /// <param name="search">What is looked for.</param>
    public static DutyList Of(
        Annex annex,
        RosterMonth month,
        Func<AnnexRow, IReadOnlyList<DutyRemark>> remarks,
        Gazetteer gazetteer,
        PostAliases aliases,
        SearchTerms search
    )
    {
        Func<string[], ListedRow> Listed(AnnexRow row) => place => ListedRow.Of(row, remarks(row), place, aliases, search);
        var duties = Duty.On(annex, month.Sundays().First()).Select(duty => (duty, Listed(duty.Row))).ToList();
        var cities = gazetteer
            .Cities.Select(city => OfCity(city, duties, gazetteer, search))
            .OrderBy(city => city.Rank ?? int.MaxValue)
            .ToList();
        return new DutyList(cities)
        {
            Found = cities.Sum(city => city.Rows.Count(row => row.Shown) + city.Kecamatan.Sum(item => item.Rows.Count(row => row.Shown))),
            KecamatanFound = cities.Sum(city => city.Kecamatan.Count(item => item.Shown)),
        };
    }

    /// <summary>How well one duty fits a search; see <see cref="SearchTerms.Rank"/>. The page and the API find the same.</summary>
    internal static int? Rank(Duty duty, DutyRemark? remark, Gazetteer gazetteer, PostAliases aliases, SearchTerms search)
    {
        string[] place =
            duty.Kecamatan is { } code ? PlaceOf(gazetteer[code], gazetteer[code.City])
            : duty.Region is { } region ? PlaceOf(gazetteer[region.City])
            : [];
        return ListedRow.Of(duty.Row, remark is null ? [] : [remark], place, aliases, search).Rank;
    }

    private static string[] PlaceOf(Kecamatan kecamatan, City city) =>
        [kecamatan.Name, .. kecamatan.Aliases, kecamatan.Code.ToString(), city.ShortName, city.Joined()];

    private static string[] PlaceOf(City city) => [city.ShortName, city.Joined()];

    private static CityDuties OfCity(
        City city,
        IReadOnlyList<(Duty Duty, Func<string[], ListedRow> Of)> duties,
        Gazetteer gazetteer,
        SearchTerms search
    )
    {
        var rows = duties.Where(item => item.Duty.Region?.City == city.Code).Select(item => item.Of(PlaceOf(city))).ToList();
        var kecamatan = gazetteer
            .In(city.Code)
            .Select(item => OfKecamatan(item, city, duties, search))
            .OrderBy(item => item.Rank ?? int.MaxValue)
            .ToList();
        return new CityDuties(city, rows, kecamatan);
    }

    private static KecamatanDuties OfKecamatan(
        Kecamatan kecamatan,
        City city,
        IReadOnlyList<(Duty Duty, Func<string[], ListedRow> Of)> duties,
        SearchTerms search
    )
    {
        var place = PlaceOf(kecamatan, city);
        var rows = duties.Where(item => item.Duty.Kecamatan == kecamatan.Code).Select(item => item.Of(place)).ToList();
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
    /// <param name="Rank">How well it or the best of its rows fits the search, see <see cref="SearchTerms.Rank"/>; null where the search
    /// leaves it out.</param>
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
        /// <summary>The short names of its post and of who serves instead, and their first letters.</summary>
        public required IReadOnlyList<string> Aliases { get; init; }

        internal static ListedRow Of(
            AnnexRow row,
            IReadOnlyList<DutyRemark> remarks,
            string[] place,
            PostAliases aliases,
            SearchTerms search
        )
        {
            string[] posts = [row.Label, .. remarks.Select(remark => remark.Substitute).OfType<string>().Distinct()];
            string[] known = [.. posts.SelectMany(post => PublicIndex.NamesOf(post, row: null, aliases)).Except(posts)];
            return new ListedRow(
                row,
                remarks,
                search.Rank([.. posts, .. known, .. place, .. row.Number is { } number ? [$"Baris {number}"] : (string[])[]])
            )
            {
                Aliases = known,
            };
        }

        /// <summary>Whether the search leaves it.</summary>
        public bool Shown => Rank is not null;
    }
}
