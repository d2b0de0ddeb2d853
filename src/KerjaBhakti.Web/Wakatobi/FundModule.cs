using System.Security.Claims;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Shell.Frame;
using KerjaBhakti.Web.Wakatobi.Approvals;
using KerjaBhakti.Web.Wakatobi.Books;
using KerjaBhakti.Web.Wakatobi.CarryOver;
using KerjaBhakti.Web.Wakatobi.Claims;
using KerjaBhakti.Web.Wakatobi.Demo;
using KerjaBhakti.Web.Wakatobi.Fees;
using KerjaBhakti.Web.Wakatobi.Frame;
using KerjaBhakti.Web.Wakatobi.Overview;
using KerjaBhakti.Web.Wakatobi.Own;
using KerjaBhakti.Web.Wakatobi.Personnel;
using KerjaBhakti.Web.Wakatobi.Receipts;
using KerjaBhakti.Web.Wakatobi.Reports;
using KerjaBhakti.Web.Wakatobi.Spending;
using KerjaBhakti.Web.Wakatobi.Start;

namespace KerjaBhakti.Web.Wakatobi;

/// <summary>The claim fund as the host takes it in: its services, and its endpoints beside the pages.</summary>
internal static class FundModule
{
    /// <summary>Adds the services of the claim fund. What stands under <c>Wakatobi:</c> is read from the settings.</summary>
    public static IServiceCollection AddFund(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton<FundWork>()
            .AddSingleton<FundOverview>()
            .AddSingleton<FundApprovals>()
            .AddSingleton<ClaimDesk>()
            .AddSingleton<ReceiptDesk>()
            .AddSingleton<AllocationLaw>()
            .AddSingleton<FeeDistributions>()
            .AddSingleton<FeeDetails>()
            .AddSingleton<FeePayrollDesk>()
            .AddSingleton<Deductions>()
            .AddSingleton<StaffDesk>()
            .AddSingleton<StaffReceivables>()
            .AddSingleton<FundParts>()
            .AddSingleton<StaffAccounts>()
            .AddSingleton<OwnFeeSlips>()
            .AddSingleton(SpendingSettings.Read(configuration))
            .AddSingleton<SpendingDesk>()
            .AddSingleton<ExpenditureList>()
            .AddSingleton<SpendingPlanning>()
            .AddSingleton<FundBooks>()
            .AddSingleton<JournalList>()
            .AddSingleton<FundClosing>()
            .AddSingleton<BankMovements>()
            .AddSingleton<BankStatements>()
            .AddSingleton<BankReconciliation>()
            .AddSingleton<FundOpening>()
            .AddSingleton<SilpaDesk>()
            .AddSingleton<FundReports>()
            .AddSingleton(ReportTerms.Read(configuration))
            .AddSingleton<ReportMail>()
            .AddSingleton<DemoMark>()
            .AddSingleton<DemoYear>()
            .AddSingleton<DemoFund>()
            .AddFundStart()
            .AddSingleton(new ModuleLayout(typeof(FundLayout), WorksHereAlone));

    /// <summary>Maps the downloads and uploads of the claim fund.</summary>
    public static void MapFund(this WebApplication app)
    {
        app.MapClaimTemplate();
        app.MapStaffDownloads();
        app.MapFeeDownloads();
        app.MapSpendingScans();
        app.MapReportDownloads();
        app.MapSentReportFiles();
        app.MapBookDownloads();
        app.MapBankScans();
    }

    // Who may see the roster too works in the portal's own frame, from which the fund is one step.
    private static bool WorksHereAlone(ClaimsPrincipal user) =>
        (user.May(Access.ReadClaims) || user.May(Access.OwnFees)) && !user.May(Access.ReadRoster) && !user.May(Access.OwnDuties);
}
