namespace KerjaBhakti.Roster.Rotation;

/// <summary>
/// Improves a whole plan by exchanges: two rows change places in a month, a row goes elsewhere, or a cycle of rows each takes the place of
/// the next. No step is taken that does not lower the cost, so the search ends.
/// </summary>
internal sealed class PlanSearch(RotationProblem problem, RotationPlan plan, RotationRandom random)
{
    // More partners than this are not asked in one turn: among thousands of rows one of the first few hundred will do.
    private const int MostPartners = 256;

    private readonly MonthFill fill = new(problem, plan, random);
    private readonly int mostCities = Math.Min(problem.Months, problem.Cities.Count);
    private bool anyTotalShort;

    /// <summary>Mends what breaks a rule, then improves the rest until nothing gets better, at most so many times over.</summary>
    public void Improve(int sweeps)
    {
        for (var sweep = 0; sweep < sweeps; sweep++)
        {
            var better = Mend();
            anyTotalShort = Enumerable.Range(0, problem.Places).Any(place => plan.TotalOf(place) < problem.TotalLow);
            foreach (var month in random.Order(problem.Months))
            {
                foreach (var row in random.Order(problem.Rows))
                {
                    var cell = problem.Cell(row, month);
                    better |= IsInPlay(cell) && CouldBeBetter(cell) && Step(cell);
                }
            }

            if (!better)
            {
                return;
            }
        }
    }

    private bool IsInPlay(int cell) => problem.IsOpen[cell] && plan.PlaceOf(cell) != RotationProblem.Nowhere;

    private bool CouldBeBetter(int cell)
    {
        var (row, month, place) = (cell / problem.Months, cell % problem.Months, plan.PlaceOf(cell));
        return plan.Seen(row, place) > 1
            || plan.Count(month, place) > problem.High[month]
            || plan.TotalOf(place) > problem.TotalHigh
            || (anyTotalShort && plan.TotalOf(place) > problem.TotalLow)
            || problem.Recent[problem.Pair(row, place)]
            || (problem.CountsChanges && place != problem.Current[cell])
            || (plan.CitiesOf(row) < mostCities && plan.VisitsOf(row, place) > 1)
            || plan.MeetsAgain(cell);
    }

    private bool Step(int cell)
    {
        var (month, lowest, partner, target) = (cell % problem.Months, 0L, -1, -1);
        for (var place = 0; place < problem.Places; place++)
        {
            if (plan.CostOfMove(cell, place) is { } cost && cost < lowest)
            {
                (lowest, target) = (cost, place);
            }
        }

        var start = random.Below(problem.Rows);
        for (var step = 0; step < Math.Min(problem.Rows, MostPartners); step++)
        {
            var other = problem.Cell((start + step) % problem.Rows, month);
            if (IsInPlay(other) && plan.CostOfExchange(cell, other) is { } cost && cost < lowest)
            {
                (lowest, partner) = (cost, other);
            }
        }

        if (partner >= 0)
        {
            plan.Exchange(cell, partner);
        }
        else if (target >= 0)
        {
            plan.Move(cell, target);
        }

        return partner >= 0 || target >= 0;
    }

    private bool Mend()
    {
        var better = false;
        for (var month = 0; month < problem.Months; month++)
        {
            foreach (var row in random.Order(problem.Rows))
            {
                var cell = problem.Cell(row, month);
                if (IsInPlay(cell) && IsBroken(cell))
                {
                    better |= KeepIfBetter(month, () => fill.Reroute(cell));
                }
            }

            if (Broken(month) > 0)
            {
                better |= KeepIfBetter(month, () => fill.DrawIn(month));
            }
        }

        return better;
    }

    private bool IsBroken(int cell)
    {
        var (row, month, place) = (cell / problem.Months, cell % problem.Months, plan.PlaceOf(cell));
        return (problem.ForbidsRepeats && plan.Seen(row, place) > 1) || plan.Count(month, place) > problem.High[month];
    }

    private bool KeepIfBetter(int month, Action change)
    {
        var (places, broken) = (Places(month), Broken(month));
        change();
        if (Broken(month) < broken)
        {
            return true;
        }

        var cells = Enumerable
            .Range(0, problem.Rows)
            .Select(row => problem.Cell(row, month))
            .Where((cell, row) => plan.PlaceOf(cell) != places[row])
            .ToList();
        cells.ForEach(plan.Take);
        cells.ForEach(cell => plan.Put(cell, places[cell / problem.Months]));
        return false;
    }

    private int[] Places(int month) => [.. Enumerable.Range(0, problem.Rows).Select(row => plan.PlaceOf(problem.Cell(row, month)))];

    private int Broken(int month)
    {
        var broken = 0;
        for (var place = 0; place < problem.Places; place++)
        {
            var rows = plan.Count(month, place);
            broken += Math.Max(0, problem.Low[month] - rows) + Math.Max(0, rows - problem.High[month]);
        }

        for (var row = 0; problem.ForbidsRepeats && row < problem.Rows; row++)
        {
            var place = plan.PlaceOf(problem.Cell(row, month));
            broken += place != RotationProblem.Nowhere && plan.Seen(row, place) > 1 ? 1 : 0;
        }

        return broken;
    }
}
