namespace KerjaBhakti.Roster.Rotation;

/// <summary>
/// Which of the cells that have a place can keep it together, as many as possible: at most one of a row's cells with the same place, at
/// most the upper bound of each place and month, and in each month enough rows left over for the places that are short. That is a largest
/// flow, so no proposal whatever changes fewer cells than are left out here: the lower bound of a repair.
/// </summary>
internal static class KeptCells
{
    /// <summary>The largest set among the candidates, beside the cells that are held in any case.</summary>
    /// <param name="problem">The rules.</param>
    /// <param name="held">Cells that keep their place in any case.</param>
    /// <param name="candidates">Cells that may keep theirs; which of several largest sets is found depends on their order.</param>
    public static IReadOnlyList<int> Largest(RotationProblem problem, IReadOnlyCollection<int> held, IReadOnlyList<int> candidates)
    {
        var heldRows = new int[problem.Months * problem.Places];
        var heldPlaces = new HashSet<int>();
        foreach (var cell in held)
        {
            heldRows[problem.Slot(cell % problem.Months, problem.Current[cell])]++;
            heldPlaces.Add(problem.Pair(cell / problem.Months, problem.Current[cell]));
        }

        // Nodes: source, sink, months, slots, then a node for each row and place that stands there.
        var (source, sink, months, slots) = (0, 1, 2, 2 + problem.Months);
        var groups = new Dictionary<int, int>();
        var groupNodes = slots + heldRows.Length;
        foreach (var cell in candidates)
        {
            groups.TryAdd(problem.Pair(cell / problem.Months, problem.Current[cell]), groupNodes + groups.Count);
        }

        var flow = new MaximumFlow(groupNodes + groups.Count);
        for (var month = 0; month < problem.Months; month++)
        {
            var spare = problem.OnDuty[month] - (problem.Low[month] * problem.Places);
            for (var place = 0; place < problem.Places; place++)
            {
                var rows = heldRows[problem.Slot(month, place)];
                spare -= Math.Max(0, rows - problem.Low[month]);
                var slot = slots + problem.Slot(month, place);
                flow.Add(slot, sink, Math.Max(0, problem.Low[month] - rows));
                flow.Add(slot, months + month, Math.Max(0, problem.High[month] - Math.Max(rows, problem.Low[month])));
            }

            flow.Add(months + month, sink, Math.Max(0, spare));
        }

        foreach (var (pair, node) in groups)
        {
            flow.Add(
                source,
                node,
                !problem.ForbidsRepeats ? problem.Months
                    : heldPlaces.Contains(pair) ? 0
                    : 1
            );
        }

        var arcs = candidates
            .Select(cell =>
                flow.Add(
                    groups[problem.Pair(cell / problem.Months, problem.Current[cell])],
                    slots + problem.Slot(cell % problem.Months, problem.Current[cell]),
                    1
                )
            )
            .ToList();
        flow.Run(source, sink);
        return [.. candidates.Where((_, index) => flow.Flow(arcs[index]) == 1)];
    }

    /// <summary>The open cells whose place may stay: it is in use and not excluded.</summary>
    public static IReadOnlyList<int> Candidates(RotationProblem problem) =>
        [
            .. Enumerable
                .Range(0, problem.Current.Length)
                .Where(cell =>
                    problem.IsOpen[cell]
                    && problem.Current[cell] is >= 0 and var place
                    && !problem.Barred[problem.Pair(cell / problem.Months, place)]
                ),
        ];

    /// <summary>The cells that are fixed at a place in use.</summary>
    public static IReadOnlyList<int> Fixed(RotationProblem problem) =>
        [.. Enumerable.Range(0, problem.Current.Length).Where(cell => problem.IsCounted[cell] && !problem.IsOpen[cell])];
}
