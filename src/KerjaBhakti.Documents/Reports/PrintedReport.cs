namespace KerjaBhakti.Documents.Reports;

/// <summary>A report as its page, its PDF and its workbook all show it: whoever compares them compares the same cells.</summary>
public abstract record PrintedReport
{
    /// <summary>What it is called.</summary>
    public abstract string Title { get; }

    /// <summary>The title with the period, as a file is called.</summary>
    public abstract string FullTitle { get; }

    /// <summary>The institution that reports.</summary>
    public abstract string Institution { get; }

    /// <summary>The sentence below the title: what it rests on, and the period.</summary>
    public abstract string Subtitle { get; }

    /// <summary>Where it is signed.</summary>
    public abstract string Place { get; }

    /// <summary>The office that signs; empty where that is typed for each print.</summary>
    public abstract string Office { get; }

    /// <summary>The sentence that says there is nothing to report; null where there is something.</summary>
    public abstract string? Nothing { get; }

    /// <summary>What must be known to read the figures, whole sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The tables, at least one.</summary>
    public required IReadOnlyList<ReportTable> Tables { get; init; }

    /// <summary>Tables that only the workbook has, because nobody would print them.</summary>
    public IReadOnlyList<ReportTable> Lists { get; init; } = [];

    /// <summary>The letter it is the annex of; null for a report without one.</summary>
    public ReportLetter? Letter { get; init; }
}

/// <summary>A letter whose annex is a report.</summary>
/// <param name="Subject">What it is about ("Perihal").</param>
/// <param name="Addressee">Whom it is written to, and through whom, one line below the other.</param>
/// <param name="Paragraphs">Its body.</param>
/// <param name="AnnexTitle">The title of its annex.</param>
public sealed record ReportLetter(string Subject, IReadOnlyList<string> Addressee, IReadOnlyList<string> Paragraphs, string AnnexTitle)
{
    /// <summary>Whose paper it is written on, one line below the other: government, office, place. At least one.</summary>
    public required IReadOnlyList<string> Letterhead { get; init; }
}
