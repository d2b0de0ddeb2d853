namespace KerjaBhakti.Roster.Rotation;

/// <summary>Obstacles as sentences.</summary>
internal sealed class ObstacleWords(RotationProblem problem)
{
    private const int MostNames = 6;

    public RotationObstacle Forbidden(int cell)
    {
        var at = problem.At(cell);
        var content = problem.Request.Annex.Rows[at.Row].Cells[cell % problem.Months];
        var barred = content.Kecamatan is { } code && problem.Request.Limits.Never.Contains(new Exclusion(at.Row, code));
        var reason = barred ? "kecamatan yang dikecualikan baginya" : "padahal baris itu tidak bertugas pada bulan itu";
        return new RotationObstacle(
            $"{at.Month.Name}: {RowName(cell / problem.Months)} {Stays([cell])} pada {content.AsPrinted}, {reason}."
        )
        {
            Month = at.Month,
            Cells = [at],
            Exclusions = barred ? [new Exclusion(at.Row, content.Kecamatan!.Value)] : [],
        };
    }

    public RotationObstacle FixedRepeat(int row, int place, IReadOnlyList<int> cells) =>
        new(
            $"{Capital(RowName(row))} {Stays(cells)} pada {problem.InUse[place].Name} pada "
                + $"{Join(cells.Select(cell => problem.At(cell).Month.Name))}, paling banyak satu bulan."
        )
        {
            Cells = [.. cells.Select(problem.At)],
        };

    public RotationObstacle RowWithoutChoice(int row, int months, int choice, IReadOnlyList<int> cells, IReadOnlyList<Exclusion> bars) =>
        new(
            $"{Capital(RowName(row))}: {months} bulan belum berisi, "
                + $"{(choice == 0 ? "tidak ada kecamatan" : $"hanya {choice} kecamatan")} yang boleh baginya."
        )
        {
            Cells = [.. cells.Select(problem.At)],
            Exclusions = bars,
        };

    public RotationObstacle Crowded(
        int month,
        IReadOnlyList<int> rows,
        Shortage crowd,
        IReadOnlyList<int> cells,
        IReadOnlyList<Exclusion> bars
    )
    {
        var here = rows.Select(row => problem.Cell(row, month)).ToList();
        var most = crowd.Available;
        var message =
            here.All(cell => !problem.IsOpen[cell]) ? $"{here.Count} sel {Stays(here)} pada {Names(crowd.Within)}, paling banyak {most}"
            : crowd.Within.Count == 0 ? $"{RowNames(rows)} tidak dapat ke kecamatan mana pun"
            : $"{here.Count} baris ({RowNames(rows)}) hanya dapat ke {Names(crowd.Within)}, paling banyak {most}";
        return InMonth(month, message, cells, bars);
    }

    public RotationObstacle Deserted(int month, Shortage gap, IReadOnlyList<int> cells, IReadOnlyList<Exclusion> bars)
    {
        var can = gap.Available == 0 ? "tidak ada baris" : $"hanya {gap.Available} baris";
        var where = problem.Low[month] == 1 || gap.Wanting.Count == 1 ? string.Empty : " bersama-sama";
        return InMonth(
            month,
            $"{Names(gap.Wanting)}{where} perlu {gap.Needed} baris, {can} yang dapat ke sana"
                + (cells.Count == 0 ? string.Empty : $"; {Here(month, cells)} {Stays(cells)} di tempat lain"),
            cells,
            bars
        );
    }

    public RotationObstacle DesertedOverPeriod(Shortage gap, IReadOnlyList<RosterCell> cells, IReadOnlyList<Exclusion> bars) =>
        new(
            $"{Names(gap.Wanting)} perlu {gap.Needed} penugasan dalam periode ini; baris yang boleh ke sana hanya dapat {gap.Available} "
                + "tanpa pengulangan."
        )
        {
            Cells = cells,
            Exclusions = bars,
        };

    public RotationObstacle CrowdedOverPeriod(Shortage crowd, IReadOnlyList<RosterCell> cells, IReadOnlyList<Exclusion> bars) =>
        new(
            $"{Capital(RowNames(crowd.Wanting))} bertugas {crowd.Needed} kali; kecamatan yang boleh baginya hanya menampung "
                + $"{crowd.Available} tanpa pengulangan."
        )
        {
            Cells = cells,
            Exclusions = bars,
        };

    public RotationObstacle Together(IReadOnlyList<int> cells, IReadOnlyList<int> bars)
    {
        var parts = cells
            .Select(cell =>
                $"{RowName(cell / problem.Months)} pada {problem.At(cell).Month.Name} di {problem.InUse[problem.Current[cell]].Name}"
            )
            .Concat(bars.Select(bar => $"{RowName(bar / problem.Places)} tidak pernah di {problem.InUse[bar % problem.Places].Name}"))
            .ToList();
        return new RotationObstacle(
            parts.Count == 0
                ? "Dengan bulan-bulan tanpa tugas seperti ini tidak ada pembagian yang merata tanpa pengulangan."
                : $"Yang ditetapkan ini tidak dapat berlaku bersama: {Join(parts)}."
        )
        {
            Cells = [.. cells.Select(problem.At)],
            Exclusions =
            [
                .. bars.Select(bar => new Exclusion(problem.RowIndexes[bar / problem.Places], problem.InUse[bar % problem.Places].Code)),
            ],
        };
    }

    public static RotationObstacle NothingFound(int violations) =>
        new(
            "Dalam batas pencarian tidak ditemukan pembagian yang memenuhi semua aturan; "
                + $"yang terdekat masih melanggar {violations} kali."
        )
        {
            IsProven = false,
        };

    private RotationObstacle InMonth(int month, string message, IReadOnlyList<int> cells, IReadOnlyList<Exclusion> bars)
    {
        var at = problem.Request.Annex.Period.Months[month];
        return new RotationObstacle($"{at.Name}: {message}.")
        {
            Month = at,
            Cells = [.. cells.Select(problem.At)],
            Exclusions = bars,
        };
    }

    // "terkunci" only where somebody locked every one of them; cells outside the scope, or filled ones that are kept, merely stay.
    private string Stays(IEnumerable<int> cells) =>
        cells.All(cell => problem.Request.Limits.Locked.Contains(problem.At(cell))) ? "terkunci" : "tetap";

    private string Here(int month, IReadOnlyList<int> cells) => $"{cells.Count(cell => cell % problem.Months == month)} sel";

    private string RowName(int row)
    {
        var index = problem.RowIndexes[row];
        return problem.Request.Annex.Rows[index].Number is { } number ? $"baris {number}" : $"baris ke-{index + 1}";
    }

    private string RowNames(IReadOnlyList<int> rows) => Join([.. rows.Take(MostNames).Select(RowName), .. Rest(rows.Count)]);

    private string Names(IReadOnlyList<int> places) =>
        Join([.. places.Take(MostNames).Select(place => problem.InUse[place].Name), .. Rest(places.Count)]);

    private static string[] Rest(int count) => count > MostNames ? [$"{count - MostNames} lainnya"] : [];

    private static string Capital(string text) => string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1));

    private static string Join(IEnumerable<string> parts)
    {
        var all = parts.ToList();
        return all.Count == 1 ? all[0] : $"{string.Join(", ", all.Take(all.Count - 1))} dan {all[^1]}";
    }
}
