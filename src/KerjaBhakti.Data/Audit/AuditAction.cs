namespace KerjaBhakti.Data.Audit;

/// <summary>
/// What an entry of the trail says was done: the code that is stored and never changes, and the sentence people read. Each stands beside
/// the records it is about; <see cref="AuditActions"/> finds it again by its code.
/// </summary>
public sealed class AuditAction
{
    private readonly Func<AuditEntry, string> sentence;

    /// <summary>An action whose sentence is a verb, what it was done to, and what that was before and after.</summary>
    /// <param name="code">Module and action: "fund.received".</param>
    /// <param name="verb">With the caption of an entry as its object: "mencatat penerimaan" + "BPJS TRX-1".</param>
    public AuditAction(string code, string verb)
        : this(code, entry => Of(verb, entry)) { }

    /// <summary>An action with a sentence of its own.</summary>
    /// <param name="code">Module and action: "roster.cell".</param>
    /// <param name="sentence">What was done, in Indonesian, without who and when.</param>
    public AuditAction(string code, Func<AuditEntry, string> sentence)
    {
        Code = code;
        this.sentence = sentence;
    }

    /// <summary>Module and action, as entries store it.</summary>
    public string Code { get; }

    /// <summary>What was done, in Indonesian, without who and when: "mencatat penerimaan BPJS TRX-1: Rp900".</summary>
    public string SentenceOf(AuditEntry entry) => sentence(entry);

    /// <summary>": caption", or nothing where there is none.</summary>
    internal static string Named(string caption) => caption.Length == 0 ? string.Empty : $": {caption}";

    private static string Of(string verb, AuditEntry entry) =>
        (entry.Before.Length, entry.After.Length) switch
        {
            (0, 0) => $"{verb} {entry.Caption}",
            (0, _) => $"{verb} {entry.Caption}: {entry.After}",
            _ => $"{verb} {entry.Caption}: {entry.Before} → {entry.After}",
        };
}
