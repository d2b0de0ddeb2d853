namespace KerjaBhakti.Wakatobi.Reconciliation;

/// <summary>
/// A row of a bank's statement as its file has it. Amounts are in sen, hundredths of a rupiah, because banks pay interest to the sen.
/// </summary>
/// <param name="Row">Its row in the file, from 1.</param>
/// <param name="On">The day; null where it cannot be read.</param>
/// <param name="Text">What the bank says of it.</param>
/// <param name="Reference">The bank's reference; empty where it gives none.</param>
/// <param name="In">What came, in sen.</param>
/// <param name="Out">What went, in sen.</param>
/// <param name="Balance">The balance after it, in sen.</param>
/// <param name="Problem">Why it cannot be read, as a sentence; null where it can.</param>
public sealed record StatementRow(
    int Row,
    DateOnly? On,
    string Text,
    string Reference,
    long In,
    long Out,
    long Balance,
    string? Problem = null
);

/// <summary>A bank's statement as its file has it.</summary>
/// <param name="Rows">Its rows in the order of the file.</param>
/// <param name="Opening">The balance before the first, in sen, where the file says it; null where it does not.</param>
/// <param name="Closing">The balance after the last, in sen, where the file says it; null where it does not.</param>
/// <param name="Remarks">What was passed over, and what is read although nobody sees it: one Indonesian sentence each.</param>
public sealed record StatementSheet(IReadOnlyList<StatementRow> Rows, long? Opening, long? Closing, IReadOnlyList<string> Remarks);
