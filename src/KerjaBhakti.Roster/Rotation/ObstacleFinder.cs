namespace KerjaBhakti.Roster.Rotation;

/// <summary>
/// Finds what makes a problem impossible, the plainest causes first: cells that contradict each other, months and rows that flows prove
/// impossible, then the whole period. Where the problem is small, a search through every plan settles the rest.
/// </summary>
internal sealed class ObstacleFinder
{
    private readonly RotationProblem problem;
    private readonly ObstacleWords words;
    private readonly bool[] isFixed;
    private readonly int[] fixedCount;
    private readonly int[] fixedSeen;

    private ObstacleFinder(RotationProblem problem)
    {
        this.problem = problem;
        words = new ObstacleWords(problem);
        isFixed = [.. problem.IsOpen.Select((open, cell) => problem.IsCounted[cell] && !open)];
        fixedCount = new int[problem.Months * problem.Places];
        fixedSeen = new int[problem.Rows * problem.Places];
        foreach (var cell in KeptCells.Fixed(problem))
        {
            fixedCount[problem.Slot(cell % problem.Months, problem.Current[cell])]++;
            fixedSeen[problem.Pair(cell / problem.Months, problem.Current[cell])]++;
        }
    }

    /// <summary>Cells that stay where their row must not be. They are in the way even where everything else fits.</summary>
    public static IReadOnlyList<RotationObstacle> Contradictions(RotationProblem problem) =>
        [.. new ObstacleFinder(problem).ForbiddenCells()];

    /// <summary>What is proven to be in the way; empty where flows prove nothing.</summary>
    public static IReadOnlyList<RotationObstacle> Find(RotationProblem problem)
    {
        var finder = new ObstacleFinder(problem);
        IReadOnlyList<RotationObstacle> plain =
        [
            .. finder.RowsWithoutChoice(),
            .. finder.FixedRepeats(),
            .. Enumerable.Range(0, problem.Months).SelectMany(finder.OfMonth),
        ];
        return plain.Count > 0 ? plain : [.. finder.OfPeriod()];
    }

    /// <summary>
    /// Whether every plan breaks a rule, by trying them; then the cells and exclusions none of which can be missing from the reason. Null
    /// where a plan exists or the search is too long.
    /// </summary>
    public static RotationObstacle? Search(RotationProblem problem)
    {
        if (ExhaustiveSearch.Run(problem, out _) != SearchVerdict.Impossible)
        {
            return null;
        }

        // Deletion: whatever can be lifted while the rest is still impossible is not part of the reason.
        var (cells, bars) = (new HashSet<int>(), new HashSet<int>());
        foreach (var cell in KeptCells.Fixed(problem))
        {
            cells.Add(cell);
            if (ExhaustiveSearch.Run(problem.Without(cells, bars), out _) != SearchVerdict.Impossible)
            {
                cells.Remove(cell);
            }
        }

        var barred = Enumerable.Range(0, problem.Barred.Length).Where(pair => problem.Barred[pair]).ToList();
        foreach (var bar in barred)
        {
            bars.Add(bar);
            if (ExhaustiveSearch.Run(problem.Without(cells, bars), out _) != SearchVerdict.Impossible)
            {
                bars.Remove(bar);
            }
        }

        return new ObstacleWords(problem).Together(
            [.. KeptCells.Fixed(problem).Where(cell => !cells.Contains(cell))],
            [.. barred.Where(bar => !bars.Contains(bar))]
        );
    }

    private IEnumerable<RotationObstacle> ForbiddenCells() =>
        from cell in Enumerable.Range(0, isFixed.Length)
        where problem.Contradicts[cell]
        select words.Forbidden(cell);

    private IEnumerable<RotationObstacle> FixedRepeats() =>
        from row in Enumerable.Range(0, problem.ForbidsRepeats ? problem.Rows : 0)
        from place in Enumerable.Range(0, problem.Places)
        where fixedSeen[problem.Pair(row, place)] > 1
        select words.FixedRepeat(row, place, [.. FixedCells(row).Where(cell => problem.Current[cell] == place)]);

    // A row needs as many places as it has open months; where it may repeat, one is enough.
    private IEnumerable<RotationObstacle> RowsWithoutChoice() =>
        from row in Enumerable.Range(0, problem.Rows)
        let months = OpenMonths(row)
        let choice = Enumerable.Range(0, problem.Places).Count(place => Reaches(row, place))
        where months > 0 && choice < (problem.ForbidsRepeats ? months : 1)
        select words.RowWithoutChoice(row, months, choice, problem.ForbidsRepeats ? [.. FixedCells(row)] : [], Bars([row]));

    private IEnumerable<RotationObstacle> OfMonth(int month)
    {
        int[] rows = [.. Enumerable.Range(0, problem.Rows).Where(row => problem.IsCounted[problem.Cell(row, month)])];
        var places = Enumerable.Range(0, problem.Places);
        foreach (
            var crowd in Shortage.Find([.. rows.Select(_ => 1)], [.. places.Select(_ => problem.High[month])], (row, place) =>
                ReachesIn(month, rows[row], place)
            )
        )
        {
            int[] wanting = [.. crowd.Wanting.Select(row => rows[row])];
            yield return words.Crowded(month, wanting, crowd, [.. wanting.SelectMany(row => Binding(month, row))], Bars(wanting));
        }

        foreach (
            var gap in Shortage.Find([.. places.Select(_ => problem.Low[month])], [.. rows.Select(_ => 1)], (place, row) =>
                ReachesIn(month, rows[row], place)
            )
        )
        {
            var able = gap.Within.Select(row => rows[row]).ToHashSet();
            int[] unable = [.. rows.Where(row => !able.Contains(row))];
            yield return words.Deserted(month, gap, [.. unable.SelectMany(row => Binding(month, row))], Bars(unable));
        }
    }

    // Months one by one may each be possible and the period not: three rows that alone may go to a place cannot serve it for four months
    // without a repeat.
    private IEnumerable<RotationObstacle> OfPeriod()
    {
        if (!problem.ForbidsRepeats)
        {
            yield break;
        }

        var places = Enumerable.Range(0, problem.Places);
        int[] months = [.. Enumerable.Range(0, problem.Rows).Select(OpenMonths)];
        int[] needed = [.. places.Select(place => LeftOver(problem.Low, place))];
        int[] room = [.. places.Select(place => LeftOver(problem.High, place))];
        foreach (var gap in Shortage.Find(needed, months, (place, row) => Reaches(row, place)))
        {
            yield return words.DesertedOverPeriod(gap, [.. KeptCells.Fixed(problem).Select(problem.At)], AllBars());
        }

        foreach (var crowd in Shortage.Find(months, room, Reaches))
        {
            yield return words.CrowdedOverPeriod(crowd, [.. KeptCells.Fixed(problem).Select(problem.At)], AllBars());
        }
    }

    // What the bounds of the months leave beside the cells that are fixed at a place.
    private int LeftOver(int[] bounds, int place) =>
        bounds.Select((bound, month) => Math.Max(0, bound - fixedCount[problem.Slot(month, place)])).Sum();

    private int OpenMonths(int row) => Enumerable.Range(0, problem.Months).Count(month => problem.IsOpen[problem.Cell(row, month)]);

    private bool Reaches(int row, int place)
    {
        var pair = problem.Pair(row, place);
        return !problem.Barred[pair] && (!problem.ForbidsRepeats || fixedSeen[pair] == 0);
    }

    private bool ReachesIn(int month, int row, int place)
    {
        var cell = problem.Cell(row, month);
        return isFixed[cell] ? problem.Current[cell] == place : Reaches(row, place);
    }

    private IEnumerable<int> FixedCells(int row) =>
        Enumerable.Range(0, problem.Months).Select(month => problem.Cell(row, month)).Where(cell => isFixed[cell]);

    // What binds a row in a month: its cell there where that is fixed, else what it has in other months and may not have again.
    private IEnumerable<int> Binding(int month, int row)
    {
        var cell = problem.Cell(row, month);
        return isFixed[cell] ? [cell]
            : problem.ForbidsRepeats ? FixedCells(row)
            : [];
    }

    private IReadOnlyList<Exclusion> Bars(IReadOnlyCollection<int> rows) =>
        [
            .. from row in rows
            from place in Enumerable.Range(0, problem.Places)
            where problem.Barred[problem.Pair(row, place)]
            select new Exclusion(problem.RowIndexes[row], problem.InUse[place].Code),
        ];

    private IReadOnlyList<Exclusion> AllBars() => Bars([.. Enumerable.Range(0, problem.Rows)]);
}
