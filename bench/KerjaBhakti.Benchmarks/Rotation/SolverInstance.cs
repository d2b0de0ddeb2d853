using Google.OrTools.Sat;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Rotation;

namespace KerjaBhakti.Benchmarks.Rotation;

/// <summary>A request as a model of CP-SAT: a variable for each row, month and kecamatan, and the hard rules.</summary>
internal sealed class SolverInstance
{
    private readonly RotationRequest request;
    private readonly int[] rows;
    private readonly IReadOnlyList<Kecamatan> places;
    private readonly BoolVar[,,] has;

    public SolverInstance(RotationRequest request)
    {
        this.request = request;
        rows = [.. request.Annex.Rows.Index().Where(row => !row.Item.IsRegion).Select(row => row.Index)];
        places = request.Gazetteer.Kecamatan;
        var months = request.Annex.Period.Months.Count;
        has = new BoolVar[rows.Length, months, places.Count];
        for (var row = 0; row < rows.Length; row++)
        {
            for (var month = 0; month < months; month++)
            {
                for (var place = 0; place < places.Count; place++)
                {
                    has[row, month, place] = Model.NewBoolVar(string.Empty);
                }

                Model.AddExactlyOne(Each(places.Count, place => has[row, month, place]));
            }

            for (var place = 0; place < places.Count; place++)
            {
                Model.AddAtMostOne(Each(months, month => has[row, month, place]));
            }
        }

        for (var place = 0; place < places.Count; place++)
        {
            for (var month = 0; month < months; month++)
            {
                Model.AddLinearConstraint(
                    LinearExpr.Sum(Each(rows.Length, row => has[row, month, place])),
                    rows.Length / places.Count,
                    (rows.Length + places.Count - 1) / places.Count
                );
            }

            if (request.Way == RotationWay.New)
            {
                var all = rows.Length * months;
                Model.AddLinearConstraint(
                    LinearExpr.Sum(Each(rows.Length * months, cell => has[cell / months, cell % months, place])),
                    all / places.Count,
                    (all + places.Count - 1) / places.Count
                );
            }
        }
    }

    public CpModel Model { get; } = new();

    /// <summary>For each row and city whether the row is ever there.</summary>
    public IReadOnlyList<BoolVar> CitiesSeen()
    {
        var seen = new List<BoolVar>();
        for (var row = 0; row < rows.Length; row++)
        {
            foreach (var city in places.Index().GroupBy(place => place.Item.Code.City, place => place.Index))
            {
                var ever = Model.NewBoolVar(string.Empty);
                Model.Add(LinearExpr.Sum(city.SelectMany(place => Each(has.GetLength(1), month => has[row, month, place]))) >= ever);
                seen.Add(ever);
            }
        }

        return seen;
    }

    /// <summary>How many cells differ from what stands there.</summary>
    public LinearExpr ChangedCells()
    {
        var numbers = places.Index().ToDictionary(place => place.Item.Code, place => place.Index);
        var kept = new List<BoolVar>();
        for (var row = 0; row < rows.Length; row++)
        {
            for (var month = 0; month < has.GetLength(1); month++)
            {
                if (request.Annex.Rows[rows[row]].Cells[month].Kecamatan is { } code)
                {
                    kept.Add(has[row, month, numbers[code]]);
                }
            }
        }

        return (rows.Length * has.GetLength(1)) - LinearExpr.Sum(kept);
    }

    private static IEnumerable<BoolVar> Each(int count, Func<int, BoolVar> variable) => Enumerable.Range(0, count).Select(variable);
}
