using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Calendars;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Duties;
using KerjaBhakti.Web.Roster.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Calendars;

/// <summary>
/// The secret addresses of the calendars: made and replaced by whoever acts for the position, known to the portal by their hash alone.
/// </summary>
public sealed class CalendarLinks(
    RosterWork work,
    IDbContextFactory<PortalDbContext> contexts,
    PositionCalendar calendar,
    PublicAddress address,
    PortalClock clock
)
{
    /// <summary>The calendars of the posts the user acts for today; none where the account stands for nobody.</summary>
    public async Task<IReadOnlyList<OwnCalendar>> OwnAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var (posts, links) = await work.ReadAsync(
            user,
            Access.OwnDuties,
            async db =>
            {
                var posts = await DutyBook.PostsOfAsync(db, user, today, cancellationToken);
                var ids = posts.Select(post => post.Id).ToList();
                return (
                    posts,
                    await db
                        .CalendarLinks.Where(link => ids.Contains(link.PositionId) && link.ReplacedAt == null)
                        .ToDictionaryAsync(link => link.PositionId, cancellationToken)
                );
            },
            cancellationToken
        );
        var own = new List<OwnCalendar>();
        foreach (var post in posts)
        {
            own.Add(
                new OwnCalendar(
                    post,
                    links.GetValueOrDefault(post.Id),
                    [.. (await calendar.EventsAsync(post.Id, cancellationToken)).Where(item => item.Date >= today && !item.IsCancelled)]
                )
            );
        }

        return own;
    }

    /// <summary>Makes the link of a position, or puts another in its place, from when on the old one answers no more.</summary>
    /// <param name="user">Who acts for the position.</param>
    /// <param name="position">The key of the position.</param>
    /// <param name="seen">The link the page showed; null where it showed none.</param>
    /// <param name="cancellationToken">Ends it; nothing is changed then.</param>
    /// <returns>The address, whole; it cannot be had again.</returns>
    /// <exception cref="RosterRefusedException">The position is none of the user's, or somebody else made or replaced the link
    /// meanwhile.</exception>
    public Task<Uri> MakeAsync(ClaimsPrincipal user, int position, Guid? seen, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.OwnDuties,
            async step =>
            {
                var post = (await DutyBook.PostsOfAsync(step.Db, user, step.Today, cancellationToken)).FirstOrDefault(post =>
                    post.Id == position
                ) ?? throw new RosterRefusedException("Pilih jabatan Anda.");
                var answering = await step.Db.CalendarLinks.SingleOrDefaultAsync(
                    link => link.PositionId == position && link.ReplacedAt == null,
                    cancellationToken
                );
                if (answering?.Id != seen)
                {
                    throw new RosterRefusedException(
                        "Tautan kalender jabatan ini baru saja dibuat atau diganti orang lain. Muat ulang halaman, lalu periksa kembali."
                    );
                }

                var (link, token) = answering?.Replace(step.By.Id, step.At) ?? CalendarLink.Create(position, step.By.Id, step.At);
                if (answering is not null)
                {
                    // Written first: the database lets only one link of a position answer.
                    step.Note(DutyActions.CalendarEnded, answering.Id.ToString(), $"tautan kalender {post.Name}");
                    await step.Db.SaveChangesAsync(cancellationToken);
                }

                step.Db.CalendarLinks.Add(link);
                step.Note(DutyActions.CalendarMade, link.Id.ToString(), $"tautan kalender {post.Name}");
                return address.Of($"kalender/{token}.ics");
            },
            cancellationToken
        );

    /// <summary>One Sunday of a row, as it stands in the calendar of a post the user acts for; null where there is none.</summary>
    public async Task<PublishedEvent?> SundayAsync(ClaimsPrincipal user, int row, DateOnly date, CancellationToken cancellationToken)
    {
        var posts = await work.ReadAsync(
            user,
            Access.OwnDuties,
            db => DutyBook.PostsOfAsync(db, user, clock.Today, cancellationToken),
            cancellationToken
        );
        foreach (var post in posts)
        {
            string[] uids = [DutyEvent.UidOf(row, date), DutyEvent.UidOf(row, date, post.Id)];
            if ((await calendar.EventsAsync(post.Id, cancellationToken)).FirstOrDefault(item => uids.Contains(item.Uid)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>
    /// What a secret address leads to. An unknown one and a replaced one are answered after the same single look-up, so that the time tells
    /// nothing.
    /// </summary>
    /// <returns>The link, whether it answers still, and the name of its position; null where nobody ever made it.</returns>
    internal async Task<(CalendarLink Link, bool Answers, string Position)?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var hash = CalendarLink.HashOf(token);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db
            .CalendarLinks.AsNoTracking()
            .Where(link => link.TokenHash == hash)
            .Join(db.Positions, link => link.PositionId, position => position.Id, (link, position) => new { Link = link, position.Name })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null
            ? null
            : (found.Link, found.Link.ReplacedAt is null && await MayStillAsync(db, found.Link, cancellationToken), found.Name);
    }

    /// <summary>
    /// Whether the account that made it could make it today: what a colleague took along must not go on when the account is closed or has
    /// another role.
    /// </summary>
    private static async Task<bool> MayStillAsync(PortalDbContext db, CalendarLink link, CancellationToken cancellationToken)
    {
        var roles = Access.Roles[Access.OwnDuties];
        return Guid.TryParse(link.MadeById, out var maker)
            && await db.Users.AnyAsync(
                user =>
                    user.Id == maker
                    && user.ClosedAt == null
                    && db.UserRoles.Any(held =>
                        held.UserId == maker && db.Roles.Any(role => role.Id == held.RoleId && roles.Contains(role.Name!))
                    ),
                cancellationToken
            );
    }
}

/// <summary>The calendar of a post.</summary>
/// <param name="Post">The post.</param>
/// <param name="Link">The link that answers; null where none was made.</param>
/// <param name="Coming">The Sundays from today on that stand, in order of date.</param>
public sealed record OwnCalendar(Post Post, CalendarLink? Link, IReadOnlyList<PublishedEvent> Coming);
