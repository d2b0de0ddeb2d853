using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Wakatobi.Books;
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

/// <summary>What the receipts of a year, up to a month of it, gave to a category's limit; to all where no category is named.</summary>
public sealed record LimitEntries(string? Category, FiscalMonth To) : FigureEntries;

/// <summary>What made a part of the bank's balance, up to the end of a month.</summary>
public sealed record PartEntries(FundPart Part, FiscalMonth To) : FigureEntries;

/// <summary>A use of SiLPA.</summary>
public sealed record UseEntries(Guid Use) : FigureEntries;

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
