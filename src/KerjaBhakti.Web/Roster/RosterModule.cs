using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Web.Roster.Api;
using KerjaBhakti.Web.Roster.Approvals;
using KerjaBhakti.Web.Roster.Calendars;
using KerjaBhakti.Web.Roster.Drafts;
using KerjaBhakti.Web.Roster.Duties;
using KerjaBhakti.Web.Roster.Editor;
using KerjaBhakti.Web.Roster.Frame;
using KerjaBhakti.Web.Roster.Importing;
using KerjaBhakti.Web.Roster.Officials;
using KerjaBhakti.Web.Roster.Own;
using KerjaBhakti.Web.Roster.Printing;
using KerjaBhakti.Web.Roster.Proposals;
using KerjaBhakti.Web.Roster.Public;
using KerjaBhakti.Web.Roster.Published;
using KerjaBhakti.Web.Roster.Recaps;
using KerjaBhakti.Web.Roster.Reminders;
using KerjaBhakti.Web.Roster.Reports;
using KerjaBhakti.Web.Roster.Start;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace KerjaBhakti.Web.Roster;

/// <summary>The roster as the host takes it in: its services, and its endpoints beside the pages.</summary>
internal static class RosterModule
{
    /// <summary>
    /// Adds the services of the roster. What stands under <c>Roster:</c> and the hours of reminders are read from the settings.
    /// </summary>
    public static IServiceCollection AddRoster(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton<RosterWork>()
            .AddPublished(configuration)
            .AddDrafts()
            .AddDuties()
            .AddOfficials()
            .AddReports(configuration)
            .AddRosterStart();

    /// <summary>Maps the API, downloads, uploads and calendars of the roster.</summary>
    public static void MapRoster(this WebApplication app)
    {
        app.MapAnnexApi();
        app.MapInstructionApi();
        app.MapSite();
        app.MapDraftDownloads();
        app.MapCertificateDownloads();
        app.MapApprovalDownloads();
        app.MapScans();
        app.MapLetters();
        app.MapTyped();
        app.MapReportPhotos();
        app.MapRecapDownloads();
        app.MapCalendars();
        app.MapOfficialTemplate();
    }

    private static IServiceCollection AddPublished(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(ContactSettings.Read(configuration, Served.Institution.Links))
            .AddSingleton<PublicationStamp>()
            .AddSingleton<PublishedSchedules>()
            .AddSingleton<PageBasis>()
            .AddSingleton<PublishedDuties>()
            .AddSingleton<PublishedPostAliases>()
            .AddSingleton<PublicIndex>()
            .AddSingleton<AnnexPaper>()
            .AddSingleton<ReasonsPaper>()
            .AddOpenReading()
            .AddOpenApi("v1", ApiDescription.Describe);

    private static IServiceCollection AddDrafts(this IServiceCollection services) =>
        services
            .AddSingleton<DraftRooms>()
            .AddSingleton<DraftService>()
            .AddHostedService<DraftWatch>()
            .AddSingleton<DraftComments>()
            .AddSingleton<DraftBin>()
            .AddHostedService<DraftBinJob>()
            .AddSingleton<DraftStates>()
            .AddSingleton<DraftProposals>()
            .AddSingleton<DraftPresence>()
            .AddSingleton<ScheduleHistory>()
            .AddSingleton<PostCategories>()
            .AddSingleton<ImportService>()
            .AddSingleton<InitialOrder>()
            .AddSingleton<ScheduleApproval>()
            .AddSingleton<ApprovalSteps>()
            .AddSingleton<ApprovalWriting>()
            .AddSingleton<SignedPapers>()
            .AddScoped<CircuitReturn>()
            .AddScoped<CircuitHandler>(circuit => circuit.GetRequiredService<CircuitReturn>());

    private static IServiceCollection AddDuties(this IServiceCollection services) =>
        services
            .AddSingleton<DutyBook>()
            .AddSingleton<DutyTimeline>()
            .AddSingleton<Substitutions>()
            .AddSingleton<Absences>()
            .AddSingleton<SundayBoard>()
            .AddSingleton<OwnDutyDesk>()
            .AddSingleton<PositionCalendar>()
            .AddSingleton<PublicCalendar>()
            .AddSingleton<CalendarLinks>();

    private static IServiceCollection AddOfficials(this IServiceCollection services) =>
        services
            .AddSingleton<OfficialDesk>()
            .AddSingleton<OfficialIndex>()
            .AddSingleton<OfficialAccounts>()
            .AddSingleton<OfficialImports>()
            .AddSingleton<PostAliasDesk>();

    private static IServiceCollection AddReports(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(ReportSettings.Read(configuration))
            .AddSingleton<PhotoReader>()
            .AddSingleton<ReportDesk>()
            .AddSingleton<ReportLines>()
            .AddSingleton<ReportReview>()
            .AddSingleton<RecapDesk>()
            .AddSingleton<ReminderText>()
            .AddSingleton(ReminderHours.Read(configuration))
            .AddSingleton<DueReminders>()
            .AddSingleton<ReminderSender>()
            .AddSingleton<ReminderRound>()
            .AddSingleton<WaitingRound>()
            .AddSingleton<ReminderDesk>()
            .AddHostedService<ReminderJob>();
}
