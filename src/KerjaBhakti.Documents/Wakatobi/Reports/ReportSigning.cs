namespace KerjaBhakti.Documents.Wakatobi.Reports;

/// <summary>What stands around a report when it is signed. It is typed for each print and kept nowhere; what is left out is a line of dots.</summary>
/// <param name="Number">The number of the letter.</param>
/// <param name="Date">Its date.</param>
/// <param name="Name">Who signs.</param>
/// <param name="Nip">The civil servant's number of who signs.</param>
public sealed record ReportSigning(string? Number, DateOnly? Date, string? Name, string? Nip)
{
    /// <summary>The longest number or name, in characters.</summary>
    public const int TextLength = 100;

    /// <summary>How many digits a civil servant's number has.</summary>
    public const int NipDigits = 18;

    /// <summary>Nothing is known: everything is filled in by hand.</summary>
    public static ReportSigning ByHand { get; } = new(null, null, null, null);
}
