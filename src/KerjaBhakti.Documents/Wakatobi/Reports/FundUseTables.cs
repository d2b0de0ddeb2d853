using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Reports;

namespace KerjaBhakti.Documents.Wakatobi.Reports;

/// <summary>The tables of the report on the use of funds (pasal 8(2)).</summary>
internal static class FundUseTables
{
    private const string AllSpending = "5.2";

    public static ReportTable Receipts(FundUseReport report)
    {
        var entries = new ReceiptEntries(report.Period.First, report.Period.Last);
        return new ReportTable(
            "Penerimaan",
            "Penerimaan dana klaim dan pembagiannya (Rp)",
            [new("Bagian", 3, IsFigure: false), new("Dasar", 4, IsFigure: false), new("Persen", 1), new("Jumlah", 2)],
            report.Received == Rupiah.Zero && report.Shares.Count == 0
                ? []
                :
                [
                    .. report.Shares.Select(share => new ReportRow([
                        ReportCell.Of(share.Name),
                        ReportCell.Of(share.Basis),
                        ReportCell.Of(share.Share.ToIndonesian()),
                        ReportCell.Of(share.Amount, entries),
                    ])),
                    new ReportRow(
                        [
                            ReportCell.Of("Jumlah penerimaan"),
                            ReportCell.Of(string.Empty),
                            ReportCell.Of(string.Empty),
                            ReportCell.Of(
                                report.Received,
                                new LedgerEntries(ChartOfAccounts.ClaimIncome, report.Period.First, report.Period.Last)
                            ),
                        ],
                        IsTotal: true
                    ),
                ],
            "Tidak ada penerimaan dalam periode ini."
        );
    }

    public static ReportTable Fees(FundUseReport report)
    {
        var (first, last) = (report.Period.First, report.Period.Last);
        return new ReportTable(
            "Jasa pelayanan",
            "Jasa pelayanan (Rp)",
            [new("Uraian", 4, IsFigure: false), new("Sebelum periode", 2), new("Periode ini", 2), new("Sampai akhir periode", 2)],
            [
                Row(
                    "Bagian jasa pelayanan dari penerimaan",
                    report.FeesAllocated,
                    Before(first) is { } month ? new ReceiptEntries(null, month) : null,
                    new ReceiptEntries(first, last),
                    new ReceiptEntries(null, last)
                ),
                Row("Dibagikan menurut keputusan Direktur", report.FeesApproved, new FeeEntries(), new FeeEntries(), new FeeEntries()),
                Row(
                    "Dibayarkan kepada pegawai",
                    report.FeesPaid,
                    Before(first) is { } until ? Paid(null, until) : null,
                    Paid(first, last),
                    Paid(null, last)
                ),
                Left("Sisa yang belum dibagikan", report.FeesAllocated.Before - report.FeesApproved.Before, report.FeesLeft, null),
                Left(
                    "Sudah dibagikan, belum dibayarkan",
                    report.FeesApproved.Before - report.FeesPaid.Before,
                    report.FeesOwed,
                    new LedgerEntries(ChartOfAccounts.ApprovedFees, null, last)
                ),
            ],
            string.Empty
        );

        static ReportRow Row(string name, FeeFigures figures, FigureEntries? before, FigureEntries within, FigureEntries through) =>
            new([
                ReportCell.Of(name),
                ReportCell.Of(figures.Before, before),
                ReportCell.Of(figures.Within, within),
                ReportCell.Of(figures.Through, through),
            ]);

        static ReportRow Left(string name, Rupiah before, Rupiah through, FigureEntries? entries) =>
            new([ReportCell.Of(name), ReportCell.Of(before), ReportCell.Of(string.Empty), ReportCell.Of(through, entries)], IsTotal: true);

        static LedgerEntries Paid(FiscalMonth? from, FiscalMonth to) => new(ChartOfAccounts.FeeExpense, from, to);
    }

    /// <summary>Spending against the plan. What came before the period has a column of its own where there is a before.</summary>
    public static ReportTable Spending(FundUseReport report)
    {
        var january = new FiscalMonth(report.Period.Year, 1);
        var earlier = !report.Period.BeginsTheYear;
        return new ReportTable(
            "Belanja",
            "Belanja dari penerimaan tahun berjalan menurut jenisnya (Rp)",
            [
                new("Jenis belanja", 3.6, IsFigure: false),
                new("Rencana", 1.1),
                new("Batas sampai akhir periode", 2.1),
                .. earlier ? [new ReportColumn("Realisasi sebelum periode", 2.1)] : Array.Empty<ReportColumn>(),
                new("Realisasi periode ini", 2.1),
                new("Sisa", 2.1),
                new("Terpakai", 1.2),
            ],
            [
                .. report.Categories.Select(use =>
                    Row(
                        use.Category.Name,
                        use.Share?.ToIndonesian() ?? "–",
                        use.Ceiling,
                        use.Before,
                        use.Within,
                        use.UsedPerMille,
                        use.Category.Code
                    )
                ),
                Row(
                    "Jumlah",
                    string.Empty,
                    report.Ceiling,
                    report.Categories.Sum(use => use.Before),
                    report.SpentWithin,
                    CategoryUse.PerMille(report.Spent, report.Ceiling),
                    category: null
                ) with
                {
                    IsTotal = true,
                },
            ],
            string.Empty
        );

        ReportRow Row(string name, string plan, Rupiah ceiling, Rupiah before, Rupiah within, long? used, string? category)
        {
            var account = category is null ? AllSpending : ChartOfAccounts.OfCategory(category);
            return new([
                ReportCell.Of(name),
                ReportCell.Of(plan),
                ReportCell.Of(ceiling, new LimitEntries(category, report.Period.Last)),
                .. earlier
                    ? [ReportCell.Of(before, Journal(account, january, Before(report.Period.First)!.Value))]
                    : Array.Empty<ReportCell>(),
                ReportCell.Of(within, Journal(account, report.Period.First, report.Period.Last)),
                ReportCell.Of(ceiling - before - within),
                ReportCell.OfPerMille(used),
            ]);
        }

        static LedgerEntries Journal(string account, FiscalMonth from, FiscalMonth to) => new(account, from, to, FromSilpa: false);
    }

    public static ReportTable Silpa(FundUseReport report)
    {
        var (first, last) = (report.Period.First, report.Period.Last);
        var earlier = !report.Period.BeginsTheYear;
        return new ReportTable(
            "Belanja dari SiLPA",
            "Belanja dari SiLPA tahun sebelumnya, di luar batas jenis belanja (Rp)",
            [
                new("Jenis belanja", 4, IsFigure: false),
                .. earlier ? [new ReportColumn("Realisasi sebelum periode", 2)] : Array.Empty<ReportColumn>(),
                new("Realisasi periode ini", 2),
            ],
            report.FromSilpa.Count == 0
                ? []
                :
                [
                    .. report.FromSilpa.Select(item =>
                        Row(item.Category.Name, item.Before, item.Within, ChartOfAccounts.OfCategory(item.Category.Code))
                    ),
                    Row("Jumlah", report.FromSilpa.Sum(item => item.Before), report.FromSilpa.Sum(item => item.Within), AllSpending) with
                    {
                        IsTotal = true,
                    },
                ],
            "Tidak ada belanja dari SiLPA dalam periode ini."
        );

        ReportRow Row(string name, Rupiah before, Rupiah within, string account) =>
            new([
                ReportCell.Of(name),
                .. earlier
                    ? [ReportCell.Of(before, Journal(account, new FiscalMonth(first.Year, 1), Before(first)!.Value))]
                    : Array.Empty<ReportCell>(),
                ReportCell.Of(within, Journal(account, first, last)),
            ]);

        static LedgerEntries Journal(string account, FiscalMonth from, FiscalMonth to) => new(account, from, to, FromSilpa: true);
    }

    /// <summary>What the reader must know to read the figures.</summary>
    public static IEnumerable<string> Notes(FundUseReport report)
    {
        yield return report.PlanBasis is { } basis
            ? $"Rencana belanja yang berlaku pada akhir periode: {basis}. Batas setiap jenis belanja dihitung dari setiap penerimaan tahun {report.Period.Year} menurut rencana pada tanggalnya."
            : "Pada akhir periode belum ada rencana belanja yang berlaku.";
        if (report.PlanProblem is { } problem)
        {
            yield return $"Batas belanja belum dapat dihitung. {problem}";
        }
    }

    // There is no month before January 2000, and nothing was booked before it.
    private static FiscalMonth? Before(FiscalMonth month) =>
        month == new FiscalMonth(2000, 1) ? null : FiscalMonth.Of(month.FirstDay.AddDays(-1));
}
