using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Reports;

namespace KerjaBhakti.Documents.Wakatobi.Reports;

/// <summary>The reports the regulation asks for.</summary>
public enum FundReportKind
{
    /// <summary>The activity of the programme, pasal 8(1).</summary>
    Activity,

    /// <summary>The use of funds, pasal 8(2).</summary>
    FundUse,

    /// <summary>The Director's report to the Regent through the Regional Secretary, pasal 9(2).</summary>
    Regent,

    /// <summary>The computation of SiLPA, pasal 10.</summary>
    Silpa,
}

/// <summary>
/// A report as its page, its PDF and its workbook all show it: whoever compares them compares the same cells.
/// </summary>
/// <param name="Kind">Which report.</param>
/// <param name="Period">The months it covers.</param>
/// <param name="IsEmpty">Whether nothing happened in them.</param>
/// <param name="Notes">What must be known to read the figures, whole sentences.</param>
/// <param name="Tables">The tables, at least one.</param>
public sealed record FundReport(
    FundReportKind Kind, ReportPeriod Period, bool IsEmpty, IReadOnlyList<string> Notes, IReadOnlyList<ReportTable> Tables)
{
    /// <summary>Whose report it is.</summary>
    public const string Institution = "UPTD RSUD Kabupaten Wakatobi";

    /// <summary>The paragraphs of the letter it is the annex of; none for a report without one.</summary>
    public IReadOnlyList<string> Letter { get; private init; } = [];

    /// <summary>What it is called.</summary>
    public string Title => TitleOf(Kind);

    /// <summary>The title with the period, as a file is called.</summary>
    public string FullTitle => $"{Title} {Period.ToIndonesian()}";

    /// <summary>The place in the regulation.</summary>
    public string Article => ArticleOf(Kind);

    /// <summary>The office that signs: the programme is run by its manager, the rest is the Director's to answer for (pasal 8(1) and 9(1)).</summary>
    public string Office => Kind == FundReportKind.Activity ? "Pengelola Program Jaminan Kesehatan" : "Direktur UPTD RSUD Kabupaten Wakatobi";

    /// <summary>What a report is called.</summary>
    public static string TitleOf(FundReportKind kind) => kind switch
    {
        FundReportKind.Activity => "Laporan kegiatan pelayanan kesehatan program jaminan kesehatan",
        FundReportKind.FundUse => "Laporan pertanggungjawaban penggunaan dana klaim",
        FundReportKind.Regent => "Laporan Direktur kepada Bupati melalui Sekretaris Daerah",
        FundReportKind.Silpa => "Perhitungan sisa lebih perhitungan anggaran (SiLPA)",
    };

    /// <summary>The place in the regulation that asks for a report.</summary>
    public static string ArticleOf(FundReportKind kind) => kind switch
    {
        FundReportKind.Activity => "Pasal 8 ayat (1)",
        FundReportKind.FundUse => "Pasal 8 ayat (2)",
        FundReportKind.Regent => "Pasal 9 ayat (2)",
        FundReportKind.Silpa => "Pasal 10",
    };

    /// <summary>The activity report as it stands on a day.</summary>
    public static FundReport Of(ActivityReport report, DateOnly asOf) => new(
        FundReportKind.Activity,
        report.Period,
        report.Months.Count == 0,
        [.. ActivityTables.Notes(report, asOf)],
        [ActivityTables.ByMonth(report), ActivityTables.ByService(report), ActivityTables.ByServiceAndMonth(report)]);

    /// <summary>The report on the use of funds.</summary>
    public static FundReport Of(FundUseReport report) => new(
        FundReportKind.FundUse, report.Period, report.IsEmpty, [.. FundUseTables.Notes(report)], TablesOf(report));

    /// <summary>The computation of SiLPA.</summary>
    public static FundReport Of(SilpaReport report) => new(
        FundReportKind.Silpa, report.Period, report.IsEmpty, [.. SilpaTables.Notes(report)], [SilpaTables.Computation(report), SilpaTables.Uses(report)]);

    /// <summary>The Director's letter to the Regent, with activity, use of funds and SiLPA as its annex.</summary>
    public static FundReport Of(ActivityReport activity, FundUseReport use, SilpaReport silpa, DateOnly asOf) => new(
        FundReportKind.Regent,
        use.Period,
        activity.Months.Count == 0 && use.IsEmpty && silpa.IsEmpty,
        [.. ActivityTables.Notes(activity, asOf), .. FundUseTables.Notes(use), .. SilpaTables.Notes(silpa)],
        [
            ActivityTables.ByMonth(activity), ActivityTables.ByService(activity), .. TablesOf(use), SilpaTables.Computation(silpa), SilpaTables.Uses(silpa),
        ])
    {
        Letter = [.. RegentLetter.Of(activity, use, silpa)],
    };

    /// <summary>The sentence below the title: the law and the period.</summary>
    public string Subtitle => $"{Article} {Regulation9Of2024.Citation}, periode {Period.ToIndonesian()}";

    private static ReportTable[] TablesOf(FundUseReport report) =>
        [FundUseTables.Receipts(report), FundUseTables.Fees(report), FundUseTables.Spending(report), FundUseTables.Silpa(report)];
}
