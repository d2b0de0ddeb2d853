using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Documents.Wakatobi.Reports;

/// <summary>A claim.</summary>
public sealed record ClaimEntries(ClaimKey Claim) : FigureEntries;

/// <summary>The months of a service, in the activity report of a period.</summary>
public sealed record ServiceEntries(string Service, FiscalMonth From, FiscalMonth To) : FigureEntries;

/// <summary>The receipts that arrived from one day to another, included; from the first one where no day is given.</summary>
public sealed record ReceiptEntries(FiscalMonth? From, FiscalMonth To) : FigureEntries;

/// <summary>The journal of an account, or of every account below it, without the closing of the last month's year.</summary>
/// <param name="Account">The code, or what codes begin with: "5.2".</param>
/// <param name="From">The first month; null from the first entry on.</param>
/// <param name="To">The last month.</param>
/// <param name="FromSilpa">Only what a use of SiLPA paid, or only what it did not; null for both.</param>
public sealed record LedgerEntries(string Account, FiscalMonth? From, FiscalMonth To, bool? FromSilpa = null) : FigureEntries;

/// <summary>The fee distributions.</summary>
public sealed record FeeEntries : FigureEntries;

/// <summary>The limits of spending in a year, and what is left of them.</summary>
public sealed record LimitEntries(int Year) : FigureEntries;

/// <summary>The journal of what a use of SiLPA paid.</summary>
/// <param name="Use">The use.</param>
/// <param name="To">The last month.</param>
public sealed record SilpaUseEntries(Guid Use, FiscalMonth To) : FigureEntries;

/// <summary>Cells of this module's money.</summary>
internal static class FundCell
{
    extension(ReportCell)
    {
        /// <summary>An amount.</summary>
        public static ReportCell Of(Rupiah amount, FigureEntries? entries = null) => ReportCell.OfRupiah(amount.Amount, entries);
    }
}
