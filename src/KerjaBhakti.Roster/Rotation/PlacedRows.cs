using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Rotation;

/// <summary>The figures of a certificate, counted from an annex.</summary>
internal sealed class PlacedRows
{
    private readonly RotationRequest request;
    private readonly RotationProblem problem;
    private readonly Annex result;

    // For each row and month the place in use; Nowhere where there is none.
    private readonly int[] places;

    public PlacedRows(RotationRequest request, RotationProblem problem, Annex result)
    {
        (this.request, this.problem, this.result) = (request, problem, result);
        var numbers = problem.InUse.Index().ToDictionary(place => place.Item.Code, place => place.Index);
        places = new int[problem.Rows * problem.Months];
        for (var cell = 0; cell < places.Length; cell++)
        {
            var content = result.Rows[problem.At(cell).Row].Cells[cell % problem.Months].Kecamatan;
            places[cell] = content is { } code && numbers.TryGetValue(code, out var place) ? place : RotationProblem.Nowhere;
        }
    }

    public IReadOnlyList<CertifiedMonth> Months() =>
        [
            .. request.Annex.Period.Months.Select(
                (month, index) =>
                {
                    var counts = Count(cell => cell % problem.Months == index);
                    return new CertifiedMonth(month, counts.Sum(), counts.Min(), counts.Max());
                }
            ),
        ];

    public int[] Totals() => Count(_ => true);

    public int Repeats() => Filled().GroupBy(cell => problem.Pair(cell / problem.Months, places[cell])).Sum(same => same.Count() - 1);

    public int EarlierAgain() => Filled().Count(cell => problem.Recent[problem.Pair(cell / problem.Months, places[cell])]);

    public IReadOnlyList<CertifiedRow> Rows()
    {
        var cities = Filled().ToLookup(cell => cell / problem.Months, cell => problem.CityOf[places[cell]]);
        return [.. problem.RowIndexes.Select((at, row) => new CertifiedRow(at, cities[row].Distinct().Count()))];
    }

    public IReadOnlyList<CertifiedPair> PairsMeetingAgain()
    {
        var met = new Dictionary<long, int>();
        foreach (var together in Filled().GroupBy(cell => problem.Slot(cell % problem.Months, places[cell]), cell => cell / problem.Months))
        {
            var rows = together.ToArray();
            for (var second = 1; second < rows.Length; second++)
            {
                for (var first = 0; first < second; first++)
                {
                    var pair = ((long)rows[first] * problem.Rows) + rows[second];
                    met[pair] = met.GetValueOrDefault(pair) + 1;
                }
            }
        }

        return
        [
            .. met.Where(pair => pair.Value > 1)
                .OrderBy(pair => pair.Key)
                .Select(pair => new CertifiedPair(
                    problem.RowIndexes[(int)(pair.Key / problem.Rows)],
                    problem.RowIndexes[(int)(pair.Key % problem.Rows)],
                    pair.Value
                )),
        ];
    }

    public IReadOnlyList<CertifiedChange> Changes() =>
        [
            .. from cell in Enumerable.Range(0, places.Length)
            let at = problem.At(cell)
            let before = request.Annex.Rows[at.Row].Cells[cell % problem.Months].AsPrinted
            let after = result.Rows[at.Row].Cells[cell % problem.Months].AsPrinted
            where before != after
            select new CertifiedChange(at, before, after),
        ];

    // By row, then month, so that rows of one slot come in order.
    private IEnumerable<int> Filled() => Enumerable.Range(0, places.Length).Where(cell => places[cell] != RotationProblem.Nowhere);

    private int[] Count(Func<int, bool> counts)
    {
        var rows = new int[problem.Places];
        foreach (var cell in Filled().Where(counts))
        {
            rows[places[cell]]++;
        }

        return rows;
    }
}
