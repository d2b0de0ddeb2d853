namespace KerjaBhakti.Roster.Rotation;

/// <summary>
/// A plan that is being made: which place each cell has, and every count the rules speak of, kept up to date. Costs are ordered so far
/// apart that a step that is better in one thing is never bought with a worse one that matters more.
/// </summary>
internal sealed class RotationPlan
{
    /// <summary>A rule broken once: a row too few or too many, a place twice in a row.</summary>
    public const long Broken = 1L << 46;
    private const long Change = 1L << 36;
    private const long Total = 1L << 29;
    private const long Repeat = 1L << 26;
    private const long RecentPlace = 1L << 22;
    private const long City = 1L << 10;

    private readonly RotationProblem problem;
    private readonly long repeatCost;
    private readonly int[] place;
    private readonly int[] count;
    private readonly int[] total;
    private readonly byte[] seen;
    private readonly byte[] visits;
    private readonly int[] cities;
    private readonly byte[] met;

    // The cells of a slot (month and place) as a list linked in both directions.
    private readonly int[] first;
    private readonly int[] after;
    private readonly int[] before;

    public RotationPlan(RotationProblem problem)
    {
        this.problem = problem;
        repeatCost = problem.ForbidsRepeats ? Broken : Repeat;
        place = new int[problem.Rows * problem.Months];
        Array.Fill(place, RotationProblem.Nowhere);
        count = new int[problem.Months * problem.Places];
        total = new int[problem.Places];
        seen = new byte[problem.Rows * problem.Places];
        visits = new byte[problem.Rows * problem.Cities.Count];
        cities = new int[problem.Rows];
        met = new byte[problem.Rows * problem.Rows];
        first = new int[count.Length];
        Array.Fill(first, -1);
        after = new int[place.Length];
        before = new int[place.Length];
        for (var cell = 0; cell < place.Length; cell++)
        {
            if (problem.IsCounted[cell] && !problem.IsOpen[cell])
            {
                Put(cell, problem.Current[cell]);
            }
        }
    }

    public int PlaceOf(int cell) => place[cell];

    /// <summary>How many rows a place has in a month.</summary>
    public int Count(int month, int at) => count[problem.Slot(month, at)];

    /// <summary>How many rows a place has over the period.</summary>
    public int TotalOf(int at) => total[at];

    /// <summary>How often a row has a place.</summary>
    public int Seen(int row, int at) => seen[problem.Pair(row, at)];

    public int CitiesOf(int row) => cities[row];

    /// <summary>How often a row is in the city of a place.</summary>
    public int VisitsOf(int row, int at) => visits[(row * problem.Cities.Count) + problem.CityOf[at]];

    /// <summary>Whether the row may have the place: never barred, and not twice where that is forbidden.</summary>
    public bool IsAllowed(int row, int at)
    {
        var pair = problem.Pair(row, at);
        return !problem.Barred[pair] && (seen[pair] == 0 || !problem.ForbidsRepeats);
    }

    /// <summary>The cells that have a place in a month.</summary>
    public IEnumerable<int> CellsAt(int month, int at)
    {
        for (var cell = first[problem.Slot(month, at)]; cell >= 0; cell = after[cell])
        {
            yield return cell;
        }
    }

    /// <summary>Gives a cell that has none a place.</summary>
    public void Put(int cell, int at)
    {
        var (row, slot) = (cell / problem.Months, problem.Slot(cell % problem.Months, at));
        for (var other = first[slot]; other >= 0; other = after[other])
        {
            Meet(row, other / problem.Months, 1);
        }

        after[cell] = first[slot];
        before[cell] = -1;
        if (first[slot] >= 0)
        {
            before[first[slot]] = cell;
        }

        first[slot] = cell;
        place[cell] = at;
        Tally(row, slot, at, 1);
    }

    /// <summary>Takes a cell's place away.</summary>
    public void Take(int cell)
    {
        var (row, at) = (cell / problem.Months, place[cell]);
        var slot = problem.Slot(cell % problem.Months, at);
        if (before[cell] >= 0)
        {
            after[before[cell]] = after[cell];
        }
        else
        {
            first[slot] = after[cell];
        }

        if (after[cell] >= 0)
        {
            before[after[cell]] = before[cell];
        }

        place[cell] = RotationProblem.Nowhere;
        Tally(row, slot, at, -1);
        for (var other = first[slot]; other >= 0; other = after[other])
        {
            Meet(row, other / problem.Months, -1);
        }
    }

    /// <summary>
    /// What it costs to give a cell that has none this place, pairs not considered: the lower the better, negative where it mends
    /// something.
    /// </summary>
    public long CostOf(int cell, int at)
    {
        var (row, month) = (cell / problem.Months, cell % problem.Months);
        var pair = problem.Pair(row, at);
        var cost = problem.Recent[pair] ? RecentPlace : 0;
        if (seen[pair] > 0)
        {
            cost += repeatCost;
        }

        if (VisitsOf(row, at) == 0)
        {
            cost -= CityStep(cities[row]);
        }

        return cost
            + CountStep(count[problem.Slot(month, at)], problem.Low[month], problem.High[month], Broken)
            + CountStep(total[at], problem.TotalLow, problem.TotalHigh, Total)
            + ChangeCost(cell, at);
    }

    /// <summary>What changes when two rows exchange their places in a month; null where an exclusion forbids it.</summary>
    public long? CostOfExchange(int cell, int other)
    {
        var (row, otherRow, from, to) = (cell / problem.Months, other / problem.Months, place[cell], place[other]);
        if (from == to || problem.Barred[problem.Pair(row, to)] || problem.Barred[problem.Pair(otherRow, from)])
        {
            return null;
        }

        var cost = CostForRow(cell, from, to) + CostForRow(other, to, from);
        return cost <= City ? cost + CostOfMeeting(cell, other) : cost;
    }

    /// <summary>What changes when a row goes to another place in a month; null where an exclusion forbids it.</summary>
    public long? CostOfMove(int cell, int to)
    {
        var (row, month, from) = (cell / problem.Months, cell % problem.Months, place[cell]);
        if (from == to || problem.Barred[problem.Pair(row, to)])
        {
            return null;
        }

        var (low, high) = (problem.Low[month], problem.High[month]);
        var cost =
            CostForRow(cell, from, to)
            + CountStep(Count(month, to), low, high, Broken)
            - CountStep(Count(month, from) - 1, low, high, Broken)
            + CountStep(total[to], problem.TotalLow, problem.TotalHigh, Total)
            - CountStep(total[from] - 1, problem.TotalLow, problem.TotalHigh, Total);
        return cost <= City ? cost + MeetingsLost(cell, -1) + MeetingsWon(row, problem.Slot(month, to), -1) : cost;
    }

    /// <summary>Lets two rows exchange their places in a month.</summary>
    public void Exchange(int cell, int other)
    {
        var (from, to) = (place[cell], place[other]);
        Take(cell);
        Take(other);
        Put(cell, to);
        Put(other, from);
    }

    /// <summary>Sends a row to another place in a month.</summary>
    public void Move(int cell, int to)
    {
        Take(cell);
        Put(cell, to);
    }

    /// <summary>Whether the row of a cell meets somebody there whom it meets elsewhere too.</summary>
    public bool MeetsAgain(int cell)
    {
        var (row, slot) = (cell / problem.Months, problem.Slot(cell % problem.Months, place[cell]));
        for (var other = first[slot]; other >= 0; other = after[other])
        {
            if (other != cell && met[(row * problem.Rows) + (other / problem.Months)] > 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How often rules are broken: rows too few or too many, repeats, and open cells without a place.</summary>
    public int Violations()
    {
        var broken = 0;
        for (var month = 0; month < problem.Months; month++)
        {
            for (var at = 0; at < problem.Places; at++)
            {
                var rows = Count(month, at);
                broken += Math.Max(0, problem.Low[month] - rows) + Math.Max(0, rows - problem.High[month]);
            }
        }

        if (problem.ForbidsRepeats)
        {
            foreach (var times in seen)
            {
                broken += Math.Max(0, times - 1);
            }
        }

        for (var cell = 0; cell < place.Length; cell++)
        {
            broken += problem.IsOpen[cell] && place[cell] == RotationProblem.Nowhere ? 1 : 0;
        }

        return broken;
    }

    /// <summary>How many open cells differ from what stands there.</summary>
    public int Changes()
    {
        var changes = 0;
        for (var cell = 0; cell < place.Length; cell++)
        {
            changes += problem.IsOpen[cell] && place[cell] != problem.Current[cell] ? 1 : 0;
        }

        return changes;
    }

    private static long CountStep(int rows, int low, int high, long weight) =>
        rows < low ? -weight
        : rows >= high ? weight
        : 0;

    private long CityStep(int seenCities) => ((2L * (problem.Cities.Count - seenCities)) - 1) * City;

    private long ChangeCost(int cell, int at) => problem.CountsChanges && at != problem.Current[cell] ? Change : 0;

    private long CostForRow(int cell, int from, int to)
    {
        var row = cell / problem.Months;
        var (old, @new) = (problem.Pair(row, from), problem.Pair(row, to));
        var cost = ChangeCost(cell, to) - ChangeCost(cell, from);
        cost += (seen[@new] > 0 ? repeatCost : 0) - (seen[old] > 1 ? repeatCost : 0);
        cost += (problem.Recent[@new] ? RecentPlace : 0) - (problem.Recent[old] ? RecentPlace : 0);
        if (problem.CityOf[from] != problem.CityOf[to])
        {
            var kept = cities[row];
            if (VisitsOf(row, from) == 1)
            {
                kept--;
                cost += CityStep(kept);
            }

            if (VisitsOf(row, to) == 0)
            {
                cost -= CityStep(kept);
            }
        }

        return cost;
    }

    private long CostOfMeeting(int cell, int other)
    {
        var (slot, otherSlot) = (problem.Slot(cell % problem.Months, place[cell]), problem.Slot(other % problem.Months, place[other]));
        return MeetingsLost(cell, -1)
            + MeetingsLost(other, -1)
            + MeetingsWon(cell / problem.Months, otherSlot, other)
            + MeetingsWon(other / problem.Months, slot, cell);
    }

    private long MeetingsLost(int cell, int except)
    {
        var (row, slot) = (cell / problem.Months, problem.Slot(cell % problem.Months, place[cell]));
        var cost = 0L;
        for (var other = first[slot]; other >= 0; other = after[other])
        {
            if (other != cell && other != except && met[(row * problem.Rows) + (other / problem.Months)] > 1)
            {
                cost--;
            }
        }

        return cost;
    }

    private long MeetingsWon(int row, int slot, int except)
    {
        var cost = 0L;
        for (var other = first[slot]; other >= 0; other = after[other])
        {
            if (other != except && met[(row * problem.Rows) + (other / problem.Months)] > 0)
            {
                cost++;
            }
        }

        return cost;
    }

    private void Meet(int row, int other, int by)
    {
        met[(row * problem.Rows) + other] = (byte)(met[(row * problem.Rows) + other] + by);
        met[(other * problem.Rows) + row] = (byte)(met[(other * problem.Rows) + row] + by);
    }

    private void Tally(int row, int slot, int at, int by)
    {
        count[slot] += by;
        total[at] += by;
        var pair = problem.Pair(row, at);
        seen[pair] = (byte)(seen[pair] + by);
        var visit = (row * problem.Cities.Count) + problem.CityOf[at];
        visits[visit] = (byte)(visits[visit] + by);
        if (visits[visit] == (by > 0 ? 1 : 0))
        {
            cities[row] += by;
        }
    }
}
