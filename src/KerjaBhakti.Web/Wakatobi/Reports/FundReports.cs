using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Documents.Wakatobi.Reports;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.CarryOver;
using KerjaBhakti.Wakatobi.Reports;
using KerjaBhakti.Wakatobi.Services;
using KerjaBhakti.Wakatobi.Spending;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Reports;

/// <summary>
/// Makes the reports of pasal 8, 9 and 10. Money is summed by the database; what is loaded are claims, allocations and plans, a few for
/// each month.
/// </summary>
public sealed class FundReports(FundWork work, WitaClock clock)
{
    /// <summary>A report as its page, PDF and workbook show it.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="kind">Which report.</param>
    /// <param name="period">The months, as <see cref="ReportRequest.PeriodFor"/> gives them.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FundRefusedException">The period crosses the turn of a year, and the report is of one year.</exception>
    public Task<FundReport> OpenAsync(
        ClaimsPrincipal user,
        FundReportKind kind,
        ReportPeriod period,
        CancellationToken cancellationToken
    ) =>
        work.ReadAsync(
            user,
            ReportLinks.PolicyOf(kind),
            async db =>
                kind switch
                {
                    FundReportKind.Activity => FundReport.Of(await ActivityAsync(db, period, cancellationToken), clock.Today),
                    FundReportKind.FundUse => FundReport.Of(await FundUseAsync(db, period, cancellationToken)),
                    FundReportKind.Silpa => FundReport.Of(await SilpaAsync(db, period, cancellationToken)),
                    FundReportKind.Regent => FundReport.Of(
                        await ActivityAsync(db, period, cancellationToken),
                        await FundUseAsync(db, period, cancellationToken),
                        await SilpaAsync(db, period, cancellationToken),
                        clock.Today
                    ),
                },
            cancellationToken
        );

    private static async Task<ActivityReport> ActivityAsync(PortalDbContext db, ReportPeriod period, CancellationToken cancellationToken)
    {
        var services = await db.ClaimServices.ToListAsync(cancellationToken);
        return new ActivityReport(
            period,
            await db.ClaimMonths.ToListAsync(cancellationToken),
            [.. services.OrderBy(PlaceOf).ThenBy(service => service.Code, StringComparer.Ordinal)]
        );
    }

    private static async Task<FundUseReport> FundUseAsync(PortalDbContext db, ReportPeriod period, CancellationToken cancellationToken)
    {
        var last = period.RequireOneYear().Last.LastDay;
        return new FundUseReport(
            period,
            await BookSums.MovementsAsync(db, period, cancellationToken),
            await db.Allocations.Where(allocation => allocation.On <= last).ToListAsync(cancellationToken),
            await db.SpendingPlans.ToListAsync(cancellationToken),
            await CategoriesAsync(db, cancellationToken)
        );
    }

    private static async Task<SilpaReport> SilpaAsync(PortalDbContext db, ReportPeriod period, CancellationToken cancellationToken)
    {
        var year = period.RequireOneYear().FromJanuary();
        var uses = await db
            .SilpaUses.Where(use => use.Year == year.Year && use.ApprovedAt != null)
            .OrderBy(use => use.ApprovedAt)
            .ThenBy(use => use.Id)
            .ToListAsync(cancellationToken);
        var last = year.Last.LastDay;
        var spent = await BookSums.SpentByUseAsync(db, last, cancellationToken);
        return new SilpaReport(
            year,
            await BookSums.MovementsAsync(db, year, cancellationToken),
            await CategoriesAsync(db, cancellationToken),
            (await FundCashReading.ReadAsync(db, cancellationToken)).On(last).Fees,
            [
                .. uses.Where(use => ApprovedOn(use) <= last || spent.ContainsKey(use.Id))
                    .Select(use => new SilpaUseFigures(use, spent.GetValueOrDefault(use.Id), last)),
            ],
            await db
                .FiscalYears.Where(item => item.Year < year.Year && item.ClosedAt == null)
                .Select(item => item.Year)
                .OrderBy(item => item)
                .ToListAsync(cancellationToken)
        );
    }

    // The portal records when it was told of an approval, which for papers entered afterwards is later than the spending it allowed: what
    // was booked by the last day was approved by then, and leaving its use out would leave spending without what it rests on.
    private static DateOnly ApprovedOn(SilpaUse use) => DateOnly.FromDateTime(WitaClock.InWita(use.ApprovedAt!.Value).DateTime);

    // In the order of the regulation.
    private static async Task<IReadOnlyList<SpendingCategory>> CategoriesAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var categories = await db.SpendingCategories.AsNoTracking().ToListAsync(cancellationToken);
        return [.. categories.OrderBy(Regulation9Of2024.PlaceOf).ThenBy(category => category.Code, StringComparer.Ordinal)];
    }

    private static int PlaceOf(Service service) =>
        Regulation9Of2024
            .Services.Index()
            .Where(item => item.Item.Code == service.Code)
            .Select(item => item.Index)
            .FirstOrDefault(int.MaxValue);
}
