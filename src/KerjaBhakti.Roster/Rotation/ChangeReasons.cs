namespace KerjaBhakti.Roster.Rotation;

/// <summary>Says why a cell changes, by what stood in its month before.</summary>
internal sealed class ChangeReasons
{
    private static readonly string[] Together =
    [
        "kosong",
        "sendiri",
        "berdua",
        "bertiga",
        "berempat",
        "berlima",
        "berenam",
        "bertujuh",
        "berdelapan",
        "bersembilan",
        "bersepuluh",
    ];

    private readonly RotationProblem problem;
    private readonly RotationPlan plan;
    private readonly int[] before;

    public ChangeReasons(RotationProblem problem, RotationPlan plan)
    {
        this.problem = problem;
        this.plan = plan;
        before = new int[problem.Months * problem.Places];
        for (var cell = 0; cell < problem.Current.Length; cell++)
        {
            // A new proposal takes nothing over from the old values: only what is fixed was there before it.
            var wasThere = problem.IsCounted[cell] && (problem.Request.Way != RotationWay.New || !problem.IsOpen[cell]);
            if (wasThere && problem.Current[cell] is >= 0 and var place)
            {
                before[problem.Slot(cell % problem.Months, place)]++;
            }
        }
    }

    /// <summary>Why an open cell gets its place.</summary>
    public string Of(int cell) =>
        problem.Request.Way == RotationWay.New ? $"{Balance(cell)}; {Variety(cell)}." : $"{Gain(cell)}; {Loss(cell)}.";

    /// <summary>Why a cell is emptied.</summary>
    public string OfNoDuty(int cell) => $"{Capital(RowName(cell))} tidak bertugas pada {MonthName(cell)}.";

    /// <summary>"bertiga": how many a kecamatan has.</summary>
    public static string Company(int rows) => rows < Together.Length ? Together[rows] : $"berisi {rows} baris";

    private string Gain(int cell)
    {
        var place = plan.PlaceOf(cell);
        return before[problem.Slot(cell % problem.Months, place)] switch
        {
            0 => $"{Name(place)} kosong pada {MonthName(cell)}",
            1 => $"{Name(place)} baru satu baris pada {MonthName(cell)}",
            var rows => $"{Name(place)} masih dapat menerima baris pada {MonthName(cell)}, kini {Company(rows)}",
        };
    }

    private string Loss(int cell)
    {
        var (at, row, month, from) = (problem.At(cell), cell / problem.Months, cell % problem.Months, problem.Current[cell]);
        var text = problem.Request.Annex.Rows[at.Row].Cells[month].AsPrinted;
        if (from == RotationProblem.Nowhere)
        {
            return text.Length == 0 ? $"{RowName(cell)} belum berisi"
                : problem.Request.Annex.Rows[at.Row].Cells[month].Kecamatan is null ? $"'{text}' pada {RowName(cell)} bukan nama kecamatan"
                : $"{RowName(cell)} pindah dari {text}, yang dikesampingkan";
        }

        var rows = before[problem.Slot(month, from)];
        var other = Enumerable
            .Range(0, problem.Months)
            .FirstOrDefault(also => also != month && plan.PlaceOf(problem.Cell(row, also)) == from, -1);
        var why =
            problem.Barred[problem.Pair(row, from)] ? "yang dikecualikan baginya"
            : rows > problem.High[month] || other < 0 ? $"yang {Company(rows)}"
            : $"yang sudah didapatnya pada {problem.Request.Annex.Period.Months[other].Name}";
        return $"{RowName(cell)} pindah dari {Name(from)}, {why}";
    }

    private string Balance(int cell)
    {
        var place = plan.PlaceOf(cell);
        var rows = plan.Count(cell % problem.Months, place);
        return $"{Name(place)} mendapat {(rows == 1 ? "satu" : rows)} baris pada {MonthName(cell)}";
    }

    private string Variety(int cell) => $"{RowName(cell)} bertugas di {plan.CitiesOf(cell / problem.Months)} kota dalam periode ini";

    private string Name(int place) => problem.InUse[place].Name;

    private string MonthName(int cell) => problem.At(cell).Month.Name;

    private string RowName(int cell)
    {
        var index = problem.At(cell).Row;
        return problem.Request.Annex.Rows[index].Number is { } number ? $"baris {number}" : $"baris ke-{index + 1}";
    }

    private static string Capital(string text) => string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1));
}
