using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Reconciliation;

/// <summary>
/// A bank's statement that was imported. Its lines never change; a wrong import is removed as a whole while its months are open, and stays
/// with the reason.
/// </summary>
public sealed class BankStatement
{
    /// <summary>The longest name of a file, in characters; what is longer is cut at its end.</summary>
    public const int NameLength = 200;

    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    private readonly List<StatementLine> lines = [];

    private BankStatement() { }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The name of the file.</summary>
    public string FileName { get; private set; } = string.Empty;

    /// <summary>The day of its first line.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The day of its last line.</summary>
    public DateOnly To { get; private set; }

    /// <summary>Who imported it.</summary>
    public Person By { get; private set; } = null!;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who removed it; null while it counts.</summary>
    public Person? RemovedBy { get; private set; }

    /// <summary>When it was removed.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Why it was removed.</summary>
    public string? RemovalReason { get; private set; }

    /// <summary>How often it was changed. Two writers who read the same revision cannot both save.</summary>
    public int Revision { get; private set; }

    /// <summary>What it added, in the bank's order.</summary>
    public IReadOnlyList<StatementLine> Lines => [.. lines.OrderBy(line => line.Number)];

    /// <summary>A statement with the lines of a file that were not imported before.</summary>
    /// <param name="fileName">The name of the file.</param>
    /// <param name="preview">What the file was judged to be.</param>
    /// <param name="by">Who imports it.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="FundRefusedException">Something in it cannot be, or it adds nothing.</exception>
    public static BankStatement Import(string fileName, StatementPreview preview, Person by, DateTimeOffset at)
    {
        var wrong = preview.Lines.Where(line => line.Verdict == StatementVerdict.Error).Select(line => line.Sentence);
        FundRefusedException.ThrowIfAny([.. preview.Problems, .. wrong]);
        var added = preview.Lines.Select(line => line.Line).OfType<StatementLine>().ToList();
        if (added.Count == 0)
        {
            throw new FundRefusedException("Semua baris rekening koran ini sudah tercatat; tidak ada yang ditambahkan.");
        }

        var name = fileName.Trim();
        var statement = new BankStatement
        {
            FileName = name.Length <= NameLength ? name : name[..NameLength],
            From = added.Min(line => line.On),
            To = added.Max(line => line.On),
            By = by,
            At = at,
        };
        statement.lines.AddRange(added);
        return statement;
    }

    /// <summary>Removes it, because it was wrong.</summary>
    /// <param name="reason">What was wrong.</param>
    /// <param name="closedThrough">The last day of the last closed month; null while none is closed.</param>
    /// <param name="by">Who does.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="FundRefusedException">It was removed already, a month of it is closed, or there is no reason.</exception>
    public void Remove(string reason, DateOnly? closedThrough, Person by, DateTimeOffset at)
    {
        var problem = this switch
        {
            { RemovedAt: not null } => "Impor rekening koran itu sudah dihapus.",
            _ when closedThrough >= From =>
                $"{FiscalMonth.Of(From).ToIndonesian()} sudah ditutup; rekening koran yang menutupnya tidak dihapus.",
            _ => Words.WhyNot(reason, "Alasan", ReasonLength),
        };
        RemovedBy = problem is null ? by : throw new FundRefusedException(problem);
        RemovedAt = at;
        RemovalReason = reason.Trim();
        Revision++;
    }
}
