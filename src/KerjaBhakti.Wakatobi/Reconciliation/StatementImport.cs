using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Reconciliation;

/// <summary>What becomes of a row of a statement.</summary>
public enum StatementVerdict
{
    /// <summary>It will be added.</summary>
    New,

    /// <summary>It was imported before.</summary>
    Same,

    /// <summary>It moves less than a rupiah, or nothing.</summary>
    Nothing,

    /// <summary>It cannot be; nothing of the file is stored.</summary>
    Error,
}

/// <summary>A row with its verdict.</summary>
/// <param name="Row">The row.</param>
/// <param name="Verdict">What becomes of it.</param>
/// <param name="Sentence">Why, or what it is read as.</param>
/// <param name="Line">What is added; null where nothing is.</param>
public sealed record JudgedRow(StatementRow Row, StatementVerdict Verdict, string Sentence, StatementLine? Line);

/// <summary>What a statement means for what is stored.</summary>
/// <param name="Lines">Its rows, the oldest first.</param>
/// <param name="Opening">The bank's balance before the first.</param>
/// <param name="Closing">The bank's balance after the last.</param>
/// <param name="Remarks">What to know of it.</param>
/// <param name="Problems">What is wrong with the file as a whole.</param>
public sealed record StatementPreview(
    IReadOnlyList<JudgedRow> Lines,
    Rupiah Opening,
    Rupiah Closing,
    IReadOnlyList<string> Remarks,
    IReadOnlyList<string> Problems
)
{
    /// <summary>Whether it can be stored and would add anything.</summary>
    public bool CanBeStored =>
        Problems.Count == 0
        && Lines.All(line => line.Verdict != StatementVerdict.Error)
        && Lines.Any(line => line.Verdict == StatementVerdict.New);

    /// <summary>How many rows have a verdict.</summary>
    public int CountOf(StatementVerdict verdict) => Lines.Count(line => line.Verdict == verdict);
}

/// <summary>What is known when a statement is judged.</summary>
/// <param name="Stored">The lines that were imported before and not removed.</param>
/// <param name="Begins">The first day of the books; null while they are empty.</param>
/// <param name="ClosedThrough">The last day of the last closed month; null while none is closed.</param>
/// <param name="Today">The date.</param>
public sealed record StatementContext(IReadOnlyCollection<StatementLine> Stored, DateOnly? Begins, DateOnly? ClosedThrough, DateOnly Today);

/// <summary>Judges statements row by row before anything of them is stored.</summary>
public static class StatementImport
{
    private const long SenInRupiah = 100;

    /// <summary>Gives each row its verdict: whether it can be, follows from the balance before it, and is new.</summary>
    public static StatementPreview Judge(StatementSheet sheet, StatementContext context)
    {
        if (sheet.Rows.Count == 0)
        {
            return new StatementPreview([], Rupiah.Zero, Rupiah.Zero, sheet.Remarks, ["Rekening koran ini tidak memuat satu mutasi pun."]);
        }

        var remarks = sheet.Remarks.ToList();
        var rows = sheet.Rows;
        if (IsNewestFirst(rows))
        {
            rows = [.. rows.Reverse()];
            remarks.Add("Berkas diurutkan dari mutasi terbaru; dibaca dari yang terlama.");
        }

        var problems = new List<string>();
        if (AreSidesSwapped(rows))
        {
            problems.Add(
                "Kolom masuk dan keluar tampaknya tertukar: saldo hanya cocok jika debet dibaca sebagai masuk. Tentukan kolomnya, lalu periksa lagi."
            );
        }

        var opening = sheet.Opening ?? OpeningOf(rows.FirstOrDefault(row => row.Problem is null));
        var known = context.Stored.GroupBy(line => line.Key).ToDictionary(same => same.Key, same => same.Count());
        var judged = new List<JudgedRow>();
        var before = opening;
        var number = 0;
        StatementRow? last = null;
        foreach (var row in rows)
        {
            judged.Add(Judge(row, before, last, context, known, ref number));
            (before, last) = row.Problem is null ? (row.Balance, row) : (before, last);
        }

        if (sheet.Closing is { } closing && last is not null && closing != last.Balance)
        {
            problems.Add(
                $"Saldo akhir berkas {Money(closing)} tidak sama dengan saldo baris terakhir, {Money(last.Balance)}; periksa apakah ada baris yang hilang."
            );
        }

        return new StatementPreview(judged, Whole(opening), Whole(before), remarks, problems);
    }

    /// <summary>An amount of sen as a statement writes it: "Rp1.234,50".</summary>
    public static string Money(long sen)
    {
        var rest = Math.Abs(sen % SenInRupiah);
        var whole = new Rupiah(Math.Abs(sen) / SenInRupiah).ToString();
        return (sen < 0 ? "-" : string.Empty) + (rest == 0 ? whole : FormattableString.Invariant($"{whole},{rest:D2}"));
    }

    private static JudgedRow Judge(
        StatementRow row,
        long before,
        StatementRow? last,
        StatementContext context,
        Dictionary<(DateOnly On, Rupiah In, Rupiah Out, Rupiah Balance), int> known,
        ref int number
    )
    {
        if (row.Problem is { } unread)
        {
            return Refuse(unread);
        }

        var on = row.On!.Value;
        var due = before + row.In - row.Out;
        if (due != row.Balance)
        {
            return Refuse(
                $"Baris {row.Row}: saldo {Money(row.Balance)} tidak cocok; {Money(before)} ditambah {Money(row.In)} dikurangi {Money(row.Out)} "
                    + $"adalah {Money(due)}, selisih {Money(row.Balance - due)}. Periksa apakah ada baris yang hilang atau salah."
            );
        }

        if (on < last?.On)
        {
            return Refuse(
                $"Baris {row.Row}: tanggal {on.ToIndonesian()} lebih awal daripada baris sebelumnya, {last.On!.Value.ToIndonesian()}."
            );
        }

        if (on > context.Today)
        {
            return Refuse($"Baris {row.Row}: tanggal {on.ToIndonesian()} belum tiba.");
        }

        var (from, to) = (Whole(before), Whole(row.Balance));
        var moved = to - from;
        var line = new StatementLine(
            number + 1,
            on,
            row.Text,
            row.Reference,
            moved.IsNegative ? Rupiah.Zero : moved,
            moved.IsNegative ? -moved : Rupiah.Zero,
            to
        );
        if (moved == Rupiah.Zero)
        {
            return new JudgedRow(row, StatementVerdict.Nothing, "Tidak memindahkan satu rupiah pun; dilewati.", null);
        }

        if (known.GetValueOrDefault(line.Key) > 0)
        {
            known[line.Key]--;
            return new JudgedRow(row, StatementVerdict.Same, "Sudah tercatat dari impor sebelumnya.", null);
        }

        if (on < context.Begins)
        {
            return Refuse($"Baris {row.Row}: tanggal {on.ToIndonesian()} sebelum buku dimulai, {context.Begins.Value.ToIndonesian()}.");
        }

        if (context.ClosedThrough >= on)
        {
            return Refuse($"Baris {row.Row}: {FiscalMonth.Of(on).ToIndonesian()} sudah ditutup; rekening korannya tidak bertambah lagi.");
        }

        number++;
        var isCut = (row.In - row.Out) % SenInRupiah != 0 || row.Balance % SenInRupiah != 0;
        return new JudgedRow(
            row,
            StatementVerdict.New,
            isCut
                ? $"Baru. Sen tidak dibukukan: saldo dibulatkan ke bawah, sehingga jumlahnya {(moved.IsNegative ? -moved : moved)}."
                : "Baru.",
            line
        );

        JudgedRow Refuse(string sentence) => new(row, StatementVerdict.Error, sentence, null);
    }

    // Banks list the newest first or last; only one of the two adds up.
    private static bool IsNewestFirst(IReadOnlyList<StatementRow> rows)
    {
        var (forward, back) = (Follow(rows, swapped: false), Follow([.. rows.Reverse()], swapped: false));
        return back > forward || (back == forward && rows[0].On > rows[^1].On);
    }

    private static bool AreSidesSwapped(IReadOnlyList<StatementRow> rows) =>
        rows.Count > 1 && Follow(rows, swapped: false) == 0 && Follow(rows, swapped: true) == rows.Count - 1;

    private static long OpeningOf(StatementRow? first) => first is null ? 0 : first.Balance - first.In + first.Out;

    /// <summary>How many rows follow from the one before.</summary>
    private static int Follow(IReadOnlyList<StatementRow> rows, bool swapped) =>
        rows.Zip(rows.Skip(1))
            .Count(pair =>
                pair is { First.Problem: null, Second.Problem: null }
                && pair.First.Balance + ((pair.Second.In - pair.Second.Out) * (swapped ? -1 : 1)) == pair.Second.Balance
            );

    /// <summary>The balance in whole rupiah, rounded down.</summary>
    private static Rupiah Whole(long sen) => new((sen / SenInRupiah) - (sen % SenInRupiah < 0 ? 1 : 0));
}
