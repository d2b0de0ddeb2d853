namespace KerjaBhakti.Roster.Rotation;

/// <summary>
/// Fills the cells of one month: a flow from rows to places, each place with a lower and an upper bound. Where the direct place is taken,
/// rows make room for each other along a path, so that a place stays short only where no path leads to it.
/// </summary>
internal sealed class MonthFill(RotationProblem problem, RotationPlan plan, RotationRandom random)
{
    private readonly int[] room = new int[problem.Places];
    private readonly int[] cameBy = new int[problem.Places];
    private readonly int[] goesTo = new int[problem.Places];
    private readonly Queue<int> queue = new();
    private bool holdsKept;

    /// <summary>
    /// Gives every open cell of a month that has no place one. A cell stays without only where its row is excluded from every place.
    /// </summary>
    public void Fill(int month)
    {
        ChooseRoom(month);
        holdsKept = true;
        var waiting = new List<int>();
        foreach (var row in random.Order(problem.Rows))
        {
            var cell = problem.Cell(row, month);
            if (problem.IsOpen[cell] && plan.PlaceOf(cell) == RotationProblem.Nowhere && !PutBest(cell) && !MakeRoom(cell))
            {
                waiting.Add(cell);
            }
        }

        DrawInShort(month);
        holdsKept = false;
        Array.Fill(room, problem.High[month]);
        foreach (var cell in waiting)
        {
            if (!PutBest(cell) && !MakeRoom(cell))
            {
                PutAnywhere(cell);
            }
        }

        DrawInShort(month);
    }

    /// <summary>Gives every place of a month that is short a row from where one can be spared, as far as paths lead there.</summary>
    public void DrawIn(int month)
    {
        holdsKept = false;
        DrawInShort(month);
    }

    /// <summary>
    /// Gives a cell another place where its row is not yet; others make room for it and fill the gap it leaves. Unchanged where no path
    /// leads anywhere.
    /// </summary>
    public void Reroute(int cell)
    {
        var (month, place) = (cell % problem.Months, plan.PlaceOf(cell));
        holdsKept = false;
        Array.Fill(room, problem.High[month]);
        plan.Take(cell);
        if (!PutBest(cell) && !MakeRoom(cell))
        {
            plan.Put(cell, place);
        }

        DrawIn(month);
    }

    // Which places get one more than the others: those that have the fewest over the period, so that totals stay within one of each other.
    private void ChooseRoom(int month)
    {
        var (low, high) = (problem.Low[month], problem.High[month]);
        var more = problem.OnDuty[month] - (low * problem.Places);
        var tie = random.Order(problem.Places);
        var places = Enumerable
            .Range(0, problem.Places)
            .OrderByDescending(place => plan.Count(month, place) > low)
            .ThenBy(place => plan.TotalOf(place) - plan.Count(month, place))
            .ThenBy(place => tie[place]);
        foreach (var (rank, place) in places.Index())
        {
            room[place] = rank < more ? high : low;
        }
    }

    // While a month is filled, a cell that keeps its value does so as long as others can make room.
    private bool MayGo(int cell) =>
        problem.IsOpen[cell] && !(holdsKept && problem.CountsChanges && plan.PlaceOf(cell) == problem.Current[cell]);

    private void DrawInShort(int month)
    {
        for (var place = 0; place < problem.Places; place++)
        {
            while (plan.Count(month, place) < problem.Low[month] && DrawIn(month, place)) { }
        }
    }

    private bool PutBest(int cell)
    {
        var (row, month) = (cell / problem.Months, cell % problem.Months);
        var (best, lowest) = (RotationProblem.Nowhere, long.MaxValue);
        var start = random.Below(problem.Places);
        for (var step = 0; step < problem.Places; step++)
        {
            var place = start + step < problem.Places ? start + step : start + step - problem.Places;
            if (
                plan.Count(month, place) < room[place]
                && plan.IsAllowed(row, place)
                && plan.CostOf(cell, place) is var cost
                && cost < lowest
            )
            {
                (best, lowest) = (place, cost);
            }
        }

        if (best == RotationProblem.Nowhere)
        {
            return false;
        }

        plan.Put(cell, best);
        return true;
    }

    private void PutAnywhere(int cell)
    {
        var row = cell / problem.Months;
        var (best, lowest) = (RotationProblem.Nowhere, long.MaxValue);
        for (var place = 0; place < problem.Places; place++)
        {
            if (!problem.Barred[problem.Pair(row, place)] && plan.CostOf(cell, place) is var cost && cost < lowest)
            {
                (best, lowest) = (place, cost);
            }
        }

        if (best != RotationProblem.Nowhere)
        {
            plan.Put(cell, best);
        }
    }

    // Breadth first from the cell over places that are full: whoever is there may go on to the next place, until one has room.
    private bool MakeRoom(int cell)
    {
        var month = cell % problem.Months;
        Array.Fill(cameBy, -1);
        queue.Clear();
        if (Spread(cell, month) is { } direct)
        {
            return Shift(direct, cell);
        }

        while (queue.TryDequeue(out var place))
        {
            foreach (var guest in plan.CellsAt(month, place))
            {
                if (MayGo(guest) && Spread(guest, month) is { } free)
                {
                    return Shift(free, cell);
                }
            }
        }

        return false;
    }

    private int? Spread(int cell, int month)
    {
        var row = cell / problem.Months;
        for (var place = 0; place < problem.Places; place++)
        {
            if (cameBy[place] >= 0 || place == plan.PlaceOf(cell) || !plan.IsAllowed(row, place))
            {
                continue;
            }

            cameBy[place] = cell;
            if (plan.Count(month, place) < room[place])
            {
                return place;
            }

            queue.Enqueue(place);
        }

        return null;
    }

    private bool Shift(int free, int cell)
    {
        for (var to = free; ;)
        {
            var mover = cameBy[to];
            var from = plan.PlaceOf(mover);
            if (from != RotationProblem.Nowhere)
            {
                plan.Take(mover);
            }

            plan.Put(mover, to);
            if (mover == cell)
            {
                return true;
            }

            to = from;
        }
    }

    // The same path from its other end: a place that is short draws a row from one that can spare it, or whose loss another makes good.
    private bool DrawIn(int month, int shortPlace)
    {
        Array.Fill(cameBy, -1);
        queue.Clear();
        queue.Enqueue(shortPlace);
        var reached = new bool[problem.Places];
        reached[shortPlace] = true;
        while (queue.TryDequeue(out var to))
        {
            for (var row = 0; row < problem.Rows; row++)
            {
                var cell = problem.Cell(row, month);
                var from = plan.PlaceOf(cell);
                if (from == RotationProblem.Nowhere || !MayGo(cell) || reached[from] || !plan.IsAllowed(row, to))
                {
                    continue;
                }

                reached[from] = true;
                (cameBy[from], goesTo[from]) = (cell, to);
                if (plan.Count(month, from) > problem.Low[month])
                {
                    Draw(from, shortPlace);
                    return true;
                }

                queue.Enqueue(from);
            }
        }

        return false;
    }

    private void Draw(int from, int shortPlace)
    {
        for (var place = from; place != shortPlace; place = goesTo[place])
        {
            plan.Move(cameBy[place], goesTo[place]);
        }
    }
}
