using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.CarryOver;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Reports;

namespace KerjaBhakti.Documents.Wakatobi.Reports;

/// <summary>The tables of the SiLPA report (pasal 10).</summary>
internal static class SilpaTables
{
    private const string AllExpenses = "5";

    public static ReportTable Computation(SilpaReport report)
    {
        var (january, last) = (report.Period.First, report.Period.Last);
        var computed = report.Computation;
        return new ReportTable(
            "Perhitungan SiLPA",
            $"Perhitungan SiLPA sampai dengan {IndonesianDate.InWords(last.LastDay)} (Rp)",
            [new("Uraian", 5, IsFigure: false), new("Jumlah", 2)],
            [
                Row(
                    $"SiLPA tahun-tahun sebelum {report.Period.Year}",
                    computed.Opening,
                    new LedgerEntries(ChartOfAccounts.Silpa, null, last)
                ),
                Row("Realisasi penerimaan dana klaim", report.Claims, Year(ChartOfAccounts.ClaimIncome)),
                .. Other("Jasa giro", report.Interest, ChartOfAccounts.Interest),
                Row("Jumlah yang dapat digunakan", computed.Opening + computed.Receipts, null) with
                {
                    IsTotal = true,
                },
                Row("Jasa pelayanan", report.Fees, Year(ChartOfAccounts.FeeExpense)),
                .. report.Categories.Select(payment =>
                    Row(payment.Category.Name, payment.Amount, Year(ChartOfAccounts.OfCategory(payment.Category.Code)))
                ),
                .. Other("Pajak jasa giro", report.InterestTax, ChartOfAccounts.InterestTax),
                .. Other("Biaya administrasi bank", report.Charges, ChartOfAccounts.BankCharges),
                Row("Jumlah realisasi pengeluaran", computed.Spending, Year(AllExpenses)) with
                {
                    IsTotal = true,
                },
                Row(
                    "SiLPA",
                    computed.Amount,
                    report.Bank == computed.Amount ? new LedgerEntries(ChartOfAccounts.Bank, null, last) : null
                ) with
                {
                    IsTotal = true,
                },
                Row("Terikat: jasa pelayanan yang belum dibayarkan", computed.Bound, new PartEntries(FundPart.Fees, last)),
                Row("Bebas: dapat digunakan menurut Pasal 10 ayat (2) dan (3)", computed.Free, null),
            ],
            string.Empty
        );

        IEnumerable<ReportRow> Other(string name, Rupiah amount, string account) =>
            amount == Rupiah.Zero ? [] : [Row(name, amount, Year(account))];

        LedgerEntries Year(string account) => new(account, january, last);

        static ReportRow Row(string name, Rupiah amount, FigureEntries? entries) =>
            new([ReportCell.Of(name), ReportCell.Of(amount, entries)]);
    }

    public static ReportTable Uses(SilpaReport report) =>
        new(
            "Penggunaan SiLPA",
            $"Penggunaan SiLPA yang disetujui untuk tahun {report.Period.Year} (Rp)",
            [
                new("Uraian", 3, IsFigure: false),
                new("Kriteria mendesak dan surat", 3, IsFigure: false),
                new("Dokumen anggaran", 2.6, IsFigure: false),
                new("Disetujui", 2),
                new("Terpakai", 2),
                new("Sisa", 2),
            ],
            report.Uses.Count == 0
                ? []
                :
                [
                    .. report.Uses.Select(item => new ReportRow([
                        ReportCell.Of($"{item.Use.Description} ({PurposeOf(item.Use.Purpose)})"),
                        ReportCell.Of(
                            item.Use is { Criterion: { } criterion, Letter: { } letter }
                                ? $"{CriterionOf(criterion)}; surat {TextOf(letter)}"
                                : "Tidak mendesak"
                        ),
                        ReportCell.Of(item.Budget is { } budget ? TextOf(budget) : "Belum dicocokkan dengan Perubahan APBD"),
                        ReportCell.Of(item.Use.Amount, new UseEntries(item.Use.Id)),
                        ReportCell.Of(item.Spent, new SilpaUseEntries(item.Use.Id, report.Period.Last)),
                        ReportCell.Of(item.Left),
                    ])),
                    new ReportRow(
                        [
                            ReportCell.Of("Jumlah"),
                            ReportCell.Of(string.Empty),
                            ReportCell.Of(string.Empty),
                            ReportCell.Of(report.Uses.Sum(item => item.Use.Amount)),
                            ReportCell.Of(report.Uses.Sum(item => item.Spent)),
                            ReportCell.Of(report.Uses.Sum(item => item.Left)),
                        ],
                        IsTotal: true
                    ),
                ],
            $"Sampai dengan {IndonesianDate.InWords(report.Period.Last.LastDay)} tidak ada penggunaan SiLPA yang disetujui untuk tahun {report.Period.Year}."
        );

    /// <summary>What the reader must know to read the figures.</summary>
    public static IEnumerable<string> Notes(SilpaReport report)
    {
        yield return "SiLPA adalah selisih lebih realisasi penerimaan atas realisasi pengeluaran (Pasal 10 ayat (1)), dihitung sejak 1 Januari "
            + "dengan SiLPA tahun-tahun sebelumnya sebagai saldo awal. Klaim yang belum dibayar dan jasa yang belum dibayarkan tidak dihitung.";
        if (OpenYears(report) is { } missing)
        {
            yield return missing;
        }
        else if (report.Bank == report.Computation.Amount)
        {
            yield return $"Sama dengan saldo rekening bank menurut buku, {report.Bank}.";
        }
        else if (report.Bank + report.OtherBank == report.Computation.Amount)
        {
            yield return $"Sama dengan saldo rekening bank menurut buku, {report.Bank}, dan rekening lain milik rumah sakit, {report.OtherBank}.";
        }
    }

    /// <summary>That the opening is without the surplus of years that are still open; null where none is.</summary>
    public static string? OpenYears(SilpaReport report) =>
        report.OpenYears.Count == 0
            ? null
            : $"Tahun {string.Join(", ", report.OpenYears)} belum ditutup, sehingga SiLPA tahun itu belum termasuk dalam saldo awal.";

    private static string PurposeOf(SilpaPurpose purpose) =>
        purpose switch
        {
            SilpaPurpose.Operations => "belanja operasional",
            SilpaPurpose.Capital => "belanja modal",
        };

    private static string CriterionOf(UrgentCriterion criterion) =>
        criterion switch
        {
            UrgentCriterion.BudgetMissing => "Pasal 10 ayat (4) huruf a, anggaran belum tersedia atau belum cukup",
            UrgentCriterion.DelayCausesLoss => "Pasal 10 ayat (4) huruf b, penundaan mengganggu pelayanan dan merugikan",
        };

    private static string TextOf(LegalDocument document) => $"nomor {document.Number} tanggal {IndonesianDate.InWords(document.Date)}";
}
