using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Documents.Wakatobi.Reports;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Frame;

namespace KerjaBhakti.Web.Wakatobi.Reports;

/// <summary>Where reports, and the entries behind their figures, are found.</summary>
public static class ReportLinks
{
    /// <summary>The page of a report.</summary>
    public static string PathOf(FundReportKind kind) => $"/wakatobi/laporan/{FundReportForm.Of(kind).Slug}";

    /// <summary>Whose a report is to read: the activity report also who runs the programme makes, the others tell of money.</summary>
    public static string PolicyOf(FundReportKind kind) => FundReportForm.Of(kind).IsOfClaims ? Access.ReadClaims : Access.ReadFund;

    /// <summary>The report of a word; null where it names none.</summary>
    public static FundReportKind? KindOf(string slug) => FundReportForm.Find(slug)?.Kind;

    /// <summary>The page that shows what is behind a figure.</summary>
    public static string PathOf(FigureEntries entries) =>
        entries switch
        {
            ClaimEntries claimed => $"/wakatobi/klaim/{claimed.Claim}",
            ServiceEntries service => $"{PathOf(FundReportKind.Activity)}?{Months(service.From, service.To)}#layanan-{service.Service}",
            ReceiptEntries receipts => $"/wakatobi/penerimaan?{Months(receipts.From, receipts.To)}",
            FeeEntries => "/wakatobi/jasa",
            LimitEntries limit => EntryPaths.OfLimit(limit.To.Year, limit.Category, limit.To),
            PartEntries part => EntryPaths.OfPart(part.Part, part.To.LastDay),
            UseEntries use => $"/wakatobi/silpa/{use.Use}",
            LedgerEntries ledger =>
                $"/wakatobi/buku/jurnal?akun={ledger.Account}&{Months(ledger.From, ledger.To)}{Fund(ledger.FromSilpa)}&penutupan=tanpa",
            SilpaUseEntries use => $"/wakatobi/buku/jurnal?akun=5.2&{Months(null, use.To)}&dana={use.Use}",
            _ => throw new ArgumentException($"No page for {entries}.", nameof(entries)),
        };

    private static string Months(FiscalMonth? from, FiscalMonth to) => from is { } first ? $"dari={first}&sampai={to}" : $"sampai={to}";

    private static string Fund(bool? fromSilpa) =>
        fromSilpa switch
        {
            null => string.Empty,
            true => "&dana=silpa",
            false => "&dana=penerimaan",
        };
}
