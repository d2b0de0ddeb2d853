using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Reports;

namespace KerjaBhakti.Documents.Wakatobi.Reports;

/// <summary>The tables of the activity report (pasal 8(1)).</summary>
internal static class ActivityTables
{
    private const string Empty = "Tidak ada klaim untuk bulan pelayanan dalam periode ini.";

    private static readonly ReportColumn[] Parts =
    [
        new("Kasus", 1),
        new("Diajukan", 2.1),
        new("Layak", 2.1),
        new("Pending", 1.9),
        new("Dispute", 1.9),
        new("Ditolak", 1.9),
    ];

    public static ReportTable ByMonth(ActivityReport report) =>
        new(
            "Menurut bulan",
            "Klaim menurut bulan pelayanan (Rp)",
            [new ReportColumn("Bulan pelayanan", 2, IsFigure: false), .. Parts, new("Dibayar", 2.1)],
            report.Months.Count == 0
                ? []
                :
                [
                    .. report.Months.Select(month => new ReportRow([
                        ReportCell.Of(month.Claim.ToIndonesian()),
                        .. Cells(month.Figures, new ClaimEntries(month.Claim)),
                        ReportCell.Of(month.Paid, new ClaimEntries(month.Claim)),
                    ])),
                    new ReportRow([ReportCell.Of("Jumlah"), .. Cells(report.Total, null), ReportCell.Of(report.Paid)], IsTotal: true),
                ],
            Empty
        );

    public static ReportTable ByService(ActivityReport report) =>
        new(
            "Menurut layanan",
            "Klaim menurut layanan (Rp)",
            [new ReportColumn("Layanan", 3.4, IsFigure: false), .. Parts],
            report.Services.Count == 0
                ? []
                :
                [
                    .. report.Services.Select(service => new ReportRow([
                        ReportCell.Of(service.Service.Name),
                        .. Cells(service.Figures, new ServiceEntries(service.Service.Code, report.Period.First, report.Period.Last)),
                    ])),
                    new ReportRow([ReportCell.Of("Jumlah"), .. Cells(report.Total, null)], IsTotal: true),
                ],
            Empty
        );

    public static ReportTable ByServiceAndMonth(ActivityReport report) =>
        new(
            "Layanan dan bulan",
            "Klaim menurut layanan dan bulan pelayanan (Rp)",
            [new ReportColumn("Layanan", 3, IsFigure: false), new ReportColumn("Bulan pelayanan", 1.9, IsFigure: false), .. Parts],
            [.. report.Services.SelectMany(RowsOf)],
            Empty
        );

    private static IEnumerable<ReportRow> RowsOf(ActivityService service)
    {
        var name = service.Service.Name;
        foreach (var (index, (claim, figures)) in service.Months.Index())
        {
            yield return new ReportRow(
                [ReportCell.Of(name), ReportCell.Of(claim.ToIndonesian()), .. Cells(figures, new ClaimEntries(claim))],
                Anchor: index == 0 ? $"layanan-{service.Service.Code}" : null
            );
        }

        yield return new ReportRow([ReportCell.Of(name), ReportCell.Of("Jumlah"), .. Cells(service.Figures, null)], IsTotal: true);
    }

    private static IEnumerable<ReportCell> Cells(ActivityFigures figures, FigureEntries? entries) =>
        [
            ReportCell.Of(figures.Cases, entries),
            .. new[] { figures.Filed, figures.Verified, figures.Pending, figures.Disputed, figures.Refused }.Select(amount =>
                ReportCell.Of(amount, entries)
            ),
        ];

    /// <summary>What the reader must know to read the figures.</summary>
    public static IEnumerable<string> Notes(ActivityReport report, DateOnly asOf)
    {
        yield return $"Keadaan {Shared.IndonesianDate.InWords(asOf)}. BPJS membayar klaim satu bulan sekaligus, sehingga pembayaran diketahui menurut bulan, bukan menurut layanan.";
        var open = report.Months.Where(month => !month.IsVerified).Select(month => month.Claim.ToIndonesian()).ToList();
        if (open.Count > 0)
        {
            yield return $"Belum diverifikasi: {string.Join(", ", open)}.";
        }
    }
}
