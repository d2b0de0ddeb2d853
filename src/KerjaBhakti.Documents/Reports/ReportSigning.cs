using KerjaBhakti.Documents.Shared;

namespace KerjaBhakti.Documents.Reports;

/// <summary>
/// What stands around a report when it is signed. It is typed for each print and kept nowhere; what is left out is a line of dots.
/// </summary>
/// <param name="Number">The number of the letter.</param>
/// <param name="Date">Its date.</param>
/// <param name="Name">Who signs.</param>
/// <param name="Nip">The civil servant's number of who signs.</param>
public sealed record ReportSigning(string? Number, DateOnly? Date, string? Name, string? Nip)
{
    /// <summary>The longest number, name or office, in characters.</summary>
    public const int TextLength = 100;

    /// <summary>How many digits a civil servant's number has.</summary>
    public const int NipDigits = 18;

    /// <summary>Nothing is known: everything is filled in by hand.</summary>
    public static ReportSigning ByHand { get; } = new(null, null, null, null);

    /// <summary>The most who get a copy of a letter.</summary>
    public const int MostCopies = 10;

    /// <summary>How urgent or secret a letter is ("Sifat"); null for an ordinary one.</summary>
    public string? Nature { get; init; }

    /// <summary>Who gets a copy of a letter ("Tembusan"), in order.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];

    /// <summary>The office that signs, for reports that do not say it themselves.</summary>
    public string? Office { get; init; }

    /// <summary>The office that signs a report.</summary>
    internal string OfficeOf(PrintedReport report) => Blanks.Or(report.Office, Blanks.Or(Office, Blanks.Line));

    /// <summary>"Wangi-Wangi, 15 Juli 2024".</summary>
    internal string PlaceAndDateOf(PrintedReport report) => $"{report.Place}, {DateInWords}";

    /// <summary>The number; dots where none is given.</summary>
    internal string NumberInWords => Blanks.Or(Number, Blanks.Line);

    /// <summary>The date in words; dots where none is given.</summary>
    internal string DateInWords => Date is { } date ? IndonesianDate.InWords(date) : Blanks.Line;
}
