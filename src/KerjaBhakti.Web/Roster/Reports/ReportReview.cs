using System.Security.Claims;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Duties;
using KerjaBhakti.Web.Roster.Frame;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Reports;

/// <summary>Reports as the secretariat follows them: who has not reported, what waits to be verified, and each one.</summary>
public sealed class ReportReview(
    RosterWork work,
    DutyBook book,
    DutyTimeline timeline,
    ReportLines lines,
    PublishedSchedules published,
    PortalClock clock
)
{
    /// <summary>How many reports that wait are shown at once, the oldest first.</summary>
    public const int MostWaiting = 100;

    /// <summary>The reports of a year's Sundays until today.</summary>
    public Task<ReportBoard> OpenAsync(ClaimsPrincipal user, int year, BoardFilter filter, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadRoster,
            async db =>
            {
                var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
                var duties = await timeline.BetweenAsync(db, first, clock.Today < last ? clock.Today : last, cancellationToken);
                var reports = (await lines.BetweenAsync(db, first, last, cancellationToken)).ToDictionary(line =>
                    (line.ScheduleId, line.Row, line.Sunday)
                );
                var entries = duties
                    .Where(duty => filter.City is not { } city || duty.City == city)
                    .Where(duty => filter.Category is not { } category || duty.Post?.Category == category)
                    .Select(duty => new BoardEntry(duty, reports.GetValueOrDefault((duty.ScheduleId, duty.Row, duty.Date))))
                    .ToList();
                return new ReportBoard(
                    year,
                    [
                        .. (await published.EverAsync(cancellationToken))
                            .SelectMany(schedule => schedule.Annex.Period.Months)
                            .Select(month => month.Year)
                            .Distinct(),
                    ],
                    entries,
                    filter.Sunday
                );
            },
            cancellationToken
        );

    /// <summary>A report that was sent once; null where there is none. Drafts are their writers' alone.</summary>
    public Task<ReviewedReport?> FindAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadRoster,
            async db =>
            {
                var report = await db
                    .ActivityReports.Include(report => report.Photos.OrderBy(photo => photo.Order))
                    .FirstOrDefaultAsync(report => report.Id == id && report.Status != ReportStatus.Draft, cancellationToken);
                if (report is null)
                {
                    return null;
                }

                var annex = await book.OfAsync(db, report.ScheduleId, cancellationToken);
                return new ReviewedReport(report, (await book.OverlayAsync(db, annex, cancellationToken)).Of(report.Row, report.Sunday)!);
            },
            cancellationToken
        );

    /// <summary>Finds a report right.</summary>
    /// <exception cref="RosterRefusedException">It does not wait for this, or somebody changed it meanwhile.</exception>
    public async Task VerifyAsync(ClaimsPrincipal user, Guid id, int revision, CancellationToken cancellationToken)
    {
        await work.DoAsync(
            user,
            Access.ManageDuties,
            async step =>
            {
                var report = await LoadAsync(step, id, revision, cancellationToken);
                report.Verify(step.By, step.At);
                step.Note(DutyActions.ReportVerified, id.ToString(), ReportDesk.CaptionOf(report));
            },
            cancellationToken
        );

        // Public pages tell which activities took place, also where whoever verified has left meanwhile.
        await published.ForgetAsync(CancellationToken.None);
    }

    /// <summary>Finds several reports right, all or none.</summary>
    /// <param name="user">Who verifies.</param>
    /// <param name="seen">Which ones, as the page showed them; at least one.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The moment by which <see cref="TakeBackAsync(ClaimsPrincipal, DateTimeOffset, CancellationToken)"/> knows them.</returns>
    /// <exception cref="RosterRefusedException">One does not wait for this, or somebody changed it meanwhile.</exception>
    public async Task<DateTimeOffset> VerifyAsync(
        ClaimsPrincipal user,
        IReadOnlyCollection<SeenReport> seen,
        CancellationToken cancellationToken
    )
    {
        if (seen.Count == 0)
        {
            throw new RosterRefusedException("Centang sedikitnya satu laporan.");
        }

        var at = await work.DoAsync(
            user,
            Access.ManageDuties,
            async step =>
            {
                foreach (var item in seen)
                {
                    var report = await LoadAsync(step, item.Id, item.Revision, cancellationToken);
                    report.Verify(step.By, step.At);
                    step.Note(DutyActions.ReportVerified, report.Id.ToString(), ReportDesk.CaptionOf(report));
                }

                return step.At;
            },
            cancellationToken
        );
        await published.ForgetAsync(CancellationToken.None);
        return at;
    }

    /// <summary>Takes back what somebody verified at one moment, all or none.</summary>
    /// <returns>How many wait again.</returns>
    /// <exception cref="RosterRefusedException">There is nothing of that moment, or it is too long ago.</exception>
    public async Task<int> TakeBackAsync(ClaimsPrincipal user, DateTimeOffset verifiedAt, CancellationToken cancellationToken)
    {
        var count = await work.DoAsync(
            user,
            Access.ManageDuties,
            async step =>
            {
                var reports = await step
                    .Db.ActivityReports.Where(report =>
                        report.Status == ReportStatus.Verified && report.ReviewedAt == verifiedAt && report.ReviewedBy == step.By.Name
                    )
                    .ToListAsync(cancellationToken);
                if (reports.Count == 0)
                {
                    throw new RosterRefusedException("Verifikasi itu tidak ada atau sudah dibatalkan.");
                }

                foreach (var report in reports)
                {
                    report.TakeBack(step.At);
                    step.Note(DutyActions.ReportTakenBack, report.Id.ToString(), ReportDesk.CaptionOf(report));
                }

                return reports.Count;
            },
            cancellationToken
        );
        await published.ForgetAsync(CancellationToken.None);
        return count;
    }

    /// <summary>What the list of waiting reports shows beside their lines.</summary>
    public Task<IReadOnlyDictionary<Guid, WaitingReport>> DetailsAsync(
        ClaimsPrincipal user,
        IReadOnlyCollection<Guid> reports,
        CancellationToken cancellationToken
    ) =>
        work.ReadAsync<IReadOnlyDictionary<Guid, WaitingReport>>(
            user,
            Access.ReadRoster,
            async db =>
                (
                    await db
                        .ActivityReports.Where(report => reports.Contains(report.Id))
                        .Include(report => report.Photos)
                        .ToListAsync(cancellationToken)
                ).ToDictionary(
                    report => report.Id,
                    report => new WaitingReport(
                        new SeenReport(report.Id, report.Revision),
                        report.Content,
                        [.. report.Photos.OrderBy(photo => photo.Order)]
                    )
                ),
            cancellationToken
        );

    /// <summary>The reports that wait before and after one, in the order of the list: the oldest Sunday first, then by row.</summary>
    public Task<ReportNeighbours> NeighboursAsync(ClaimsPrincipal user, ActivityReport report, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadRoster,
            async db =>
            {
                var waiting = await db
                    .ActivityReports.Where(other => other.Status == ReportStatus.Sent && other.Id != report.Id)
                    .Select(other => new
                    {
                        other.Id,
                        other.Sunday,
                        other.Row,
                    })
                    .ToListAsync(cancellationToken);
                var place = (report.Sunday, report.Row);
                var before = waiting.Where(other => (other.Sunday, other.Row).CompareTo(place) < 0).ToList();
                var after = waiting.Except(before).ToList();
                return new ReportNeighbours(
                    before.MaxBy(other => (other.Sunday, other.Row))?.Id,
                    after.MinBy(other => (other.Sunday, other.Row))?.Id,
                    waiting.Count
                );
            },
            cancellationToken
        );

    /// <summary>Gives a report back to be put right.</summary>
    /// <exception cref="RosterRefusedException">It does not wait for this, there is no reason, or somebody changed it
    /// meanwhile.</exception>
    public Task ReturnAsync(ClaimsPrincipal user, Guid id, int revision, string reason, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.ManageDuties,
            async step =>
            {
                var report = await LoadAsync(step, id, revision, cancellationToken);
                report.Return(step.By, reason, step.At);
                step.Note(DutyActions.ReportReturned, id.ToString(), ReportDesk.CaptionOf(report), after: report.ReturnReason!);
            },
            cancellationToken
        );

    private static async Task<ActivityReport> LoadAsync(RosterStep step, Guid id, int revision, CancellationToken cancellationToken)
    {
        var report = await step.Db.ActivityReports.FirstOrDefaultAsync(
            report => report.Id == id && report.Status != ReportStatus.Draft,
            cancellationToken
        ) ?? throw new RosterRefusedException("Laporan itu tidak ada.");
        RosterWork.RequireSeen(revision, report.Revision);
        return report;
    }
}

/// <summary>A report as a page showed it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Revision">How often it had been changed.</param>
public sealed record SeenReport(Guid Id, int Revision)
{
    /// <summary>The report as a form names it.</summary>
    public string Key => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Id:N}.{Revision}");

    /// <summary>The report that a form names; null where the text names none.</summary>
    public static SeenReport? Read(string? key) =>
        key?.Split('.') is [var id, var revision]
        && Guid.TryParseExact(id, "N", out var report)
        && int.TryParse(revision, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var seen)
            ? new SeenReport(report, seen)
            : null;
}

/// <summary>A report that waits to be verified, with what decides it at a glance.</summary>
/// <param name="Seen">The report as it is shown.</param>
/// <param name="Content">What it says.</param>
/// <param name="Photos">Its photos, in order.</param>
public sealed record WaitingReport(SeenReport Seen, ReportContent Content, IReadOnlyList<ReportPhoto> Photos);

/// <summary>What waits beside a report.</summary>
/// <param name="Before">The one before it in the list; null where it is the first.</param>
/// <param name="After">The one after it; null where it is the last.</param>
/// <param name="Count">How many others wait.</param>
public sealed record ReportNeighbours(Guid? Before, Guid? After, int Count);

/// <summary>What of the board is shown.</summary>
/// <param name="Sunday">The Sunday; null for the latest on which something is missing.</param>
/// <param name="City">Duties in this city only; null for all.</param>
/// <param name="Category">Rows of this kind of body only; null for all.</param>
public sealed record BoardFilter(DateOnly? Sunday, CityCode? City, WorkUnitCategory? Category);
