using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Reports;

namespace KerjaBhakti.Documents.Wakatobi.Reports;

/// <summary>A report of the fund: which of them, for which months.</summary>
/// <param name="Kind">Which report.</param>
/// <param name="Period">The months it covers.</param>
/// <param name="IsEmpty">Whether nothing happened in them.</param>
public sealed record FundReport(FundReportKind Kind, ReportPeriod Period, bool IsEmpty) : PrintedReport
{
    /// <summary>Whose reports they are.</summary>
    public const string Hospital = "UPTD RSUD Kabupaten Wakatobi";

    // The seat of the regency: where the Regulation was signed and the Regent is written to.
    internal const string SeatName = "Wangi-Wangi";

    /// <inheritdoc/>
    public override string Title => Form.Title;

    /// <inheritdoc/>
    public override string FullTitle => $"{Title} {Period.ToIndonesian()}";

    /// <inheritdoc/>
    public override string Institution => Hospital;

    /// <inheritdoc/>
    public override string Subtitle => $"{Form.Article} {Regulation9Of2024.Citation}, periode {Period.ToIndonesian()}";

    /// <inheritdoc/>
    public override string Place => SeatName;

    /// <inheritdoc/>
    public override string Office => Form.Office;

    /// <inheritdoc/>
    public override string? Nothing => IsEmpty ? $"Tidak ada kegiatan maupun transaksi dalam periode {Period.ToIndonesian()}." : null;

    private FundReportForm Form => FundReportForm.Of(Kind);

    /// <summary>The activity report as it stands on a day.</summary>
    public static FundReport Of(ActivityReport report, DateOnly asOf) =>
        new(FundReportKind.Activity, report.Period, report.Months.Count == 0)
        {
            Notes = [.. ActivityTables.Notes(report, asOf)],
            Tables = [ActivityTables.ByMonth(report), ActivityTables.ByService(report), ActivityTables.ByServiceAndMonth(report)],
        };

    /// <summary>The report on the use of funds.</summary>
    public static FundReport Of(FundUseReport report) =>
        new(FundReportKind.FundUse, report.Period, report.IsEmpty) { Notes = [.. FundUseTables.Notes(report)], Tables = TablesOf(report) };

    /// <summary>The computation of SiLPA.</summary>
    public static FundReport Of(SilpaReport report) =>
        new(FundReportKind.Silpa, report.Period, report.IsEmpty)
        {
            Notes = [.. SilpaTables.Notes(report)],
            Tables = [SilpaTables.Computation(report), SilpaTables.Uses(report)],
        };

    /// <summary>The Director's letter to the Regent (pasal 9(2)), with activity, use of funds and SiLPA as its annex.</summary>
    public static FundReport Of(ActivityReport activity, FundUseReport use, SilpaReport silpa, DateOnly asOf) =>
        new(FundReportKind.Regent, use.Period, activity.Months.Count == 0 && use.IsEmpty && silpa.IsEmpty)
        {
            Notes = [.. ActivityTables.Notes(activity, asOf), .. FundUseTables.Notes(use), .. SilpaTables.Notes(silpa)],
            Tables =
            [
                ActivityTables.ByMonth(activity),
                ActivityTables.ByService(activity),
                .. TablesOf(use),
                SilpaTables.Computation(silpa),
                SilpaTables.Uses(silpa),
            ],
            Letter = new ReportLetter(
                "Laporan pelaksanaan penggunaan dana klaim jaminan kesehatan",
                ["Kepada Yth. Bupati Wakatobi", "melalui Sekretaris Daerah Kabupaten Wakatobi", $"di {SeatName}"],
                [.. RegentLetter.Of(activity, use, silpa)],
                "Pelaksanaan penggunaan dana klaim jaminan kesehatan"
            )
            {
                Letterhead = FundLetterhead.Lines,
            },
        };

    private static ReportTable[] TablesOf(FundUseReport report) =>
        [FundUseTables.Receipts(report), FundUseTables.Fees(report), FundUseTables.Spending(report), FundUseTables.Silpa(report)];
}
