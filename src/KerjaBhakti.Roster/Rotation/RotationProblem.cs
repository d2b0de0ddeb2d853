using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Rotation;

/// <summary>
/// A request in whole numbers: rotating rows, months and kecamatan in use are counted from zero, a cell is row × months + month. A cell is
/// one of three: open (it may change), fixed at a kecamatan in use, or out of the count (no duty, or fixed where nothing is counted).
/// </summary>
internal sealed class RotationProblem
{
    /// <summary>The place of a cell that has none in use.</summary>
    public const int Nowhere = -1;

    private RotationProblem(RotationRequest request)
    {
        Request = request;
        RowIndexes = [.. request.Annex.Rows.Index().Where(row => !row.Item.IsRegion).Select(row => row.Index)];
        InUse = [.. request.Gazetteer.Kecamatan.Where(kecamatan => !request.Limits.LeftOut.Contains(kecamatan.Code))];
        Cities = [.. InUse.Select(kecamatan => kecamatan.Code.City).Distinct()];
        var cityNumbers = Cities.Index().ToDictionary(city => city.Item, city => city.Index);
        CityOf = [.. InUse.Select(kecamatan => cityNumbers[kecamatan.Code.City])];
        Months = request.Annex.Period.Months.Count;
        (Rows, Places) = (RowIndexes.Count, InUse.Count);
        Current = new int[Rows * Months];
        IsOpen = new bool[Rows * Months];
        IsCounted = new bool[Rows * Months];
        Contradicts = new bool[Rows * Months];
        Barred = new bool[Rows * Places];
        Recent = new bool[Rows * Places];
        (Low, High) = (new int[Months], new int[Months]);
        OnDuty = new int[Months];
    }

    public RotationRequest Request { get; }

    /// <summary>For each row its place in the annex.</summary>
    public IReadOnlyList<int> RowIndexes { get; }

    /// <summary>The kecamatan in use, by code.</summary>
    public IReadOnlyList<Kecamatan> InUse { get; }

    public IReadOnlyList<CityCode> Cities { get; }

    public int Rows { get; }

    public int Months { get; }

    public int Places { get; }

    /// <summary>The city of each place.</summary>
    public int[] CityOf { get; }

    /// <summary>The place that stands in each cell now.</summary>
    public int[] Current { get; }

    public bool[] IsOpen { get; }

    /// <summary>Whether a cell takes part in the balance: open, or fixed at a place in use.</summary>
    public bool[] IsCounted { get; }

    /// <summary>Whether a cell must stay as it is although its row must not be there, or has no duty that month.</summary>
    public bool[] Contradicts { get; }

    /// <summary>Whether a row must never have a place: row × places + place.</summary>
    public bool[] Barred { get; }

    /// <summary>Whether a row had a place at the end of the annex before: row × places + place.</summary>
    public bool[] Recent { get; }

    /// <summary>The rows that share a month: those whose cell is counted.</summary>
    public int[] OnDuty { get; }

    /// <summary>The fewest rows of a place in a month, ⌊rows ÷ places⌋.</summary>
    public int[] Low { get; }

    /// <summary>The most rows of a place in a month, ⌈rows ÷ places⌉.</summary>
    public int[] High { get; }

    /// <summary>The fewest rows of a place over the period.</summary>
    public int TotalLow { get; private set; }

    /// <summary>The most rows of a place over the period.</summary>
    public int TotalHigh { get; private set; }

    /// <summary>Whether a row may have a place only once: there are at least as many places as months.</summary>
    public bool ForbidsRepeats => Months <= Places;

    /// <summary>Whether a cell that keeps its place is worth more than a better balance.</summary>
    public bool CountsChanges => Request.Way == RotationWay.Repair;

    /// <summary>Translates a request.</summary>
    /// <exception cref="RosterRefusedException">No kecamatan is left in use.</exception>
    public static RotationProblem Of(RotationRequest request)
    {
        var problem = new RotationProblem(request);
        if (problem.Places == 0)
        {
            throw new RosterRefusedException("Semua kecamatan dikesampingkan; sisakan paling sedikit satu.");
        }

        problem.ReadCells();
        problem.ReadWishes();
        problem.ReadBounds();
        return problem;
    }

    public int Cell(int row, int month) => (row * Months) + month;

    public int Slot(int month, int place) => (month * Places) + place;

    public int Pair(int row, int place) => (row * Places) + place;

    public RosterCell At(int cell) => new(RowIndexes[cell / Months], Request.Annex.Period.Months[cell % Months]);

    /// <summary>The same request with some cells open that were not, and some exclusions lifted.</summary>
    public RotationProblem Without(IReadOnlySet<int> cells, IReadOnlySet<int> bars)
    {
        var other = new RotationProblem(Request);
        Array.Copy(Current, other.Current, Current.Length);
        for (var cell = 0; cell < Current.Length; cell++)
        {
            other.IsOpen[cell] = IsOpen[cell] || (IsCounted[cell] && cells.Contains(cell));
            other.IsCounted[cell] = IsCounted[cell];
        }

        for (var pair = 0; pair < Barred.Length; pair++)
        {
            other.Barred[pair] = Barred[pair] && !bars.Contains(pair);
        }

        Array.Copy(Recent, other.Recent, Recent.Length);
        other.ReadBounds();
        return other;
    }

    private void ReadCells()
    {
        var (annex, limits) = (Request.Annex, Request.Limits);
        var places = InUse.Index().ToDictionary(place => place.Item.Code, place => place.Index);
        for (var row = 0; row < Rows; row++)
        {
            for (var month = 0; month < Months; month++)
            {
                var at = new RosterCell(RowIndexes[row], annex.Period.Months[month]);
                var (number, content) = (Cell(row, month), annex.Rows[at.Row].Cells[month]);
                Current[number] = content.Kecamatan is { } kecamatan && places.TryGetValue(kecamatan, out var place) ? place : Nowhere;
                var stays =
                    limits.Locked.Contains(at)
                    || Request.Scope?.Contains(at) == false
                    || (Request.Way == RotationWay.Fill && !content.IsEmpty);
                var isOff = limits.OffDuty.Contains(at);
                IsOpen[number] = !stays && !isOff;
                IsCounted[number] = IsOpen[number] || (stays && !isOff && Current[number] != Nowhere);
                Contradicts[number] =
                    stays
                    && !content.IsEmpty
                    && (isOff || (content.Kecamatan is { } code && limits.Never.Contains(new Exclusion(at.Row, code))));
            }
        }
    }

    private void ReadWishes()
    {
        var places = InUse.Index().ToDictionary(place => place.Item.Code, place => place.Index);
        var rows = RowIndexes.Index().ToDictionary(row => row.Item, row => row.Index);
        foreach (var (at, kecamatan) in Request.Limits.Never)
        {
            if (rows.TryGetValue(at, out var row) && places.TryGetValue(kecamatan, out var place))
            {
                Barred[Pair(row, place)] = true;
            }
        }

        foreach (var (at, earlier) in Request.Earlier.Index())
        {
            foreach (var kecamatan in earlier)
            {
                if (rows.TryGetValue(at, out var row) && places.TryGetValue(kecamatan, out var place))
                {
                    Recent[Pair(row, place)] = true;
                }
            }
        }
    }

    private void ReadBounds()
    {
        for (var month = 0; month < Months; month++)
        {
            for (var row = 0; row < Rows; row++)
            {
                OnDuty[month] += IsCounted[Cell(row, month)] ? 1 : 0;
            }

            Low[month] = OnDuty[month] / Places;
            High[month] = (OnDuty[month] + Places - 1) / Places;
        }

        var all = OnDuty.Sum();
        TotalLow = all / Places;
        TotalHigh = (all + Places - 1) / Places;
    }
}
