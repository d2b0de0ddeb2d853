using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Files;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Documents.Photos;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Duties;
using KerjaBhakti.Web.Roster.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Reports;

/// <summary>Reports as those write them who serve: the row's own, and whoever stands in on that Sunday.</summary>
public sealed class ReportDesk(RosterWork work, DutyTimeline timeline, PortalClock clock, ReportSettings settings, PhotoReader photoReader)
{
    private const int DeviceKeyBytes = 32;

    /// <summary>The report of a row and Sunday; null where there is no such duty, or it is somebody else's.</summary>
    public Task<ReportSheet?> OpenAsync(ClaimsPrincipal user, int row, DateOnly sunday, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.OwnDuties,
            async db =>
                await OwnAsync(db, user, row, sunday, cancellationToken) is { } duty
                    ? new ReportSheet(
                        duty,
                        await ReportOfAsync(db, duty, cancellationToken),
                        ActivityReport.WhyNot(duty, clock.Today),
                        settings.DueOn(sunday),
                        clock.Today
                    )
                    {
                        DeviceKey = await DeviceKeyAsync(db, user, cancellationToken),
                    }
                    : null,
            cancellationToken
        );

    /// <summary>
    /// Writes a report and its photos and, where asked, sends it. What keeps it from being sent does not take the rest with it: photos that
    /// were chosen would have to be chosen again.
    /// </summary>
    /// <returns>
    /// What is in the way of sending it, or was left out, as sentences; it is stored as a draft then. Empty where all was done as asked.
    /// </returns>
    /// <exception cref="RosterRefusedException">
    /// It cannot be reported, or somebody changed it meanwhile. Nothing was saved.
    /// </exception>
    public async Task<IReadOnlyList<string>> SaveAsync(ClaimsPrincipal user, ReportEntry entry, CancellationToken cancellationToken)
    {
        user.Demand(Access.OwnDuties);
        var (photos, unread) = await photoReader.ReadAsync(
            entry.Photos,
            await RoomAsync(user, entry, cancellationToken),
            cancellationToken
        );
        IReadOnlyList<string> problems = [];
        await work.DoAsync(
            user,
            Access.OwnDuties,
            async step =>
            {
                var duty = await OwnAsync(step.Db, user, entry.Row, entry.Sunday, cancellationToken)
                    ?? throw new RosterRefusedException("Laporan ini bukan untuk tugas jabatan Anda.");
                if (ActivityReport.WhyNot(duty, step.Today) is { } reason)
                {
                    throw new RosterRefusedException(reason);
                }

                var report = await ReportOfAsync(step.Db, duty, cancellationToken);
                RosterWork.RequireSeen(entry.Revision, report?.Revision ?? 0);
                if (report is null)
                {
                    report = ActivityReport.Begin(duty, step.By, step.Today, step.At);
                    step.Db.ActivityReports.Add(report);
                }

                report.Write(entry.Content, step.By, step.At);
                await ExchangeAsync(step, report, entry.RemovedPhotos, photos, cancellationToken);
                problems = [.. GapsOf(report, entry), .. unread];
                var isSent = entry.Send && problems.Count == 0;
                if (isSent)
                {
                    report.Send(duty, step.By, step.Today, settings.DaysGiven, step.At);
                }

                step.Note(
                    isSent ? DutyActions.ReportSent : DutyActions.ReportSaved,
                    report.Id.ToString(),
                    CaptionOf(report),
                    after: ChangesOf(report, isSent, photos.Count, entry.RemovedPhotos.Count)
                );
            },
            cancellationToken
        );
        return problems;
    }

    /// <summary>
    /// A photo for whoever may see it: those whose report it is, and who reads the roster once it was sent. Null where there is none for
    /// them.
    /// </summary>
    public Task<StoredFile?> PhotoAsync(ClaimsPrincipal user, Guid file, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.SeePhotos,
            async db =>
            {
                var report = await db
                    .ActivityReports.Where(report => report.Photos.Any(photo => photo.FileId == file))
                    .Select(report => new
                    {
                        report.ScheduleId,
                        report.Row,
                        report.Sunday,
                        report.Status,
                    })
                    .FirstOrDefaultAsync(cancellationToken);
                var may =
                    report is not null
                    && (
                        (user.May(Access.ReadRoster) && report.Status != ReportStatus.Draft)
                        || (
                            user.May(Access.OwnDuties)
                            && (await OwnAsync(db, user, report.Row, report.Sunday, cancellationToken))?.ScheduleId == report.ScheduleId
                        )
                    );
                return may ? await db.StoredFiles.FirstOrDefaultAsync(stored => stored.Id == file, cancellationToken) : null;
            },
            cancellationToken
        );

    /// <summary>What the audit trail calls a report.</summary>
    internal static string CaptionOf(ActivityReport report) => $"laporan baris {report.Row}, {Indonesian.LongDate(report.Sunday)}";

    /// <summary>
    /// The key under which a browser keeps what is typed and not sent: always the same for an account until its password changes, so that
    /// it is read again after the next sign-in, and by nobody before.
    /// </summary>
    private static async Task<string> DeviceKeyAsync(PortalDbContext db, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var id = user.ToActor().Id;
        var account = Guid.Parse(id);
        var stamp = await db
            .Users.Where(item => item.Id == account)
            .Select(item => item.SecurityStamp)
            .SingleOrDefaultAsync(cancellationToken);
        if (stamp is null)
        {
            return string.Empty;
        }

        return Convert.ToBase64String(
            HKDF.DeriveKey(
                HashAlgorithmName.SHA256,
                Encoding.UTF8.GetBytes(stamp),
                DeviceKeyBytes,
                info: Encoding.UTF8.GetBytes($"laporan di perangkat {id}")
            )
        );
    }

    private static async Task<ActivityReport?> ReportOfAsync(PortalDbContext db, SundayDuty duty, CancellationToken cancellationToken)
    {
        var (schedule, row, sunday) = (duty.ScheduleId, duty.Row, duty.Date);
        return await db
            .ActivityReports.Include(report => report.Photos.OrderBy(photo => photo.Order))
            .FirstOrDefaultAsync(
                report => report.ScheduleId == schedule && report.Row == row && report.Sunday == sunday,
                cancellationToken
            );
    }

    private static async Task ExchangeAsync(
        RosterStep step,
        ActivityReport report,
        IReadOnlyList<Guid> removed,
        IEnumerable<PhotoFile> added,
        CancellationToken cancellationToken
    )
    {
        foreach (var photo in removed)
        {
            report.RemovePhoto(photo, step.By, step.At);
        }

        // Whoever takes a photo out wants its bytes gone; the trail keeps that there was one.
        step.Db.StoredFiles.RemoveRange(await step.Db.StoredFiles.Where(file => removed.Contains(file.Id)).ToListAsync(cancellationToken));

        foreach (var photo in added)
        {
            var file = new StoredFile(photo.Content, PhotoFile.ContentType);
            report.AddPhoto(file.Id, photo.Width, photo.Height, step.By, step.At);
            step.Db.StoredFiles.Add(file);
        }
    }

    /// <summary>What is in the way of sending; a number that cannot be is told instead of that it is missing.</summary>
    private static IEnumerable<string> GapsOf(ActivityReport report, ReportEntry entry) =>
        entry.Send ? report.Missing.Select(gap => gap == ReportContent.PeopleMissing ? entry.PeopleProblem ?? gap : gap)
        : entry.PeopleProblem is { } problem && report.Content.Attended != false ? [problem]
        : [];

    private static string ChangesOf(ActivityReport report, bool isSent, int added, int removed) =>
        string.Join(
            ", ",
            new[]
            {
                isSent && report.IsLate ? "terlambat" : null,
                added > 0 ? $"{added} foto ditambahkan" : null,
                removed > 0 ? $"{removed} foto dikeluarkan" : null,
            }.OfType<string>()
        );

    /// <summary>How many photos the report has room for when those are out that are to go.</summary>
    private async Task<int> RoomAsync(ClaimsPrincipal user, ReportEntry entry, CancellationToken cancellationToken)
    {
        var stored = entry.Photos.Count == 0 ? null : await OpenAsync(user, entry.Row, entry.Sunday, cancellationToken);
        var stays = stored?.Report?.Photos.Count(photo => !entry.RemovedPhotos.Contains(photo.FileId)) ?? 0;
        return Math.Max(0, ActivityReport.MostPhotos - stays);
    }

    /// <summary>The duty, where the account acts today for the row's post or for whoever stands in; null where it does not.</summary>
    private async Task<SundayDuty?> OwnAsync(
        PortalDbContext db,
        ClaimsPrincipal user,
        int row,
        DateOnly sunday,
        CancellationToken cancellationToken
    )
    {
        var posts = await DutyBook.PostsOfAsync(db, user, clock.Today, cancellationToken);
        return
            posts.Count > 0
            && await timeline.OfAsync(db, row, sunday, cancellationToken) is { } duty
            && posts.Any(post => post.Id == duty.Post?.Id || post.Id == duty.Turn?.SubstituteId)
            ? duty
            : null;
    }
}

/// <summary>A report as its writers see it.</summary>
/// <param name="Duty">The row and the Sunday.</param>
/// <param name="Report">What is stored; null while nothing is.</param>
/// <param name="Obstacle">Why it cannot be reported, as a sentence; null where it can.</param>
/// <param name="DueOn">The last day on which it is on time.</param>
/// <param name="Today">The local date.</param>
public sealed record ReportSheet(SundayDuty Duty, ActivityReport? Report, string? Obstacle, DateOnly DueOn, DateOnly Today)
{
    /// <summary>
    /// The key, in base64, under which the writer's browser keeps what is not sent yet; empty where it is to keep nothing.
    /// </summary>
    public required string DeviceKey { get; init; }

    /// <summary>The revision the next change has to name.</summary>
    public int Revision => Report?.Revision ?? 0;

    /// <summary>Whether it would be marked late if it were sent now.</summary>
    public bool WouldBeLate => Report?.FirstSentOn is null && Today > DueOn;
}

/// <summary>What somebody writes into a report.</summary>
/// <param name="Row">The number of the row.</param>
/// <param name="Sunday">The Sunday.</param>
/// <param name="Revision">The revision the page showed; 0 where there was no report.</param>
/// <param name="Content">What it is to say.</param>
public sealed record ReportEntry(int Row, DateOnly Sunday, int Revision, ReportContent Content)
{
    /// <summary>The keys of photos to take out.</summary>
    public IReadOnlyList<Guid> RemovedPhotos { get; init; } = [];

    /// <summary>The photos to put in, as they were uploaded.</summary>
    public IReadOnlyList<UploadedPhoto> Photos { get; init; } = [];

    /// <summary>Why the number of people that was typed cannot be; null where nothing is wrong with it.</summary>
    public string? PeopleProblem { get; init; }

    /// <summary>Whether it is sent at once.</summary>
    public bool Send { get; init; }
}

/// <summary>A photo as it was uploaded.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Content">Its bytes; those of a file that is too large may be cut off after <see cref="PhotoFile.MostBytes"/> and one
/// more.</param>
public sealed record UploadedPhoto(string Name, byte[] Content);
