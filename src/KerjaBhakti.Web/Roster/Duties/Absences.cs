using System.Security.Claims;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Duties;

/// <summary>The days on which the posts of an account cannot serve. Only the days are kept, not the cause.</summary>
public sealed class Absences(RosterWork work, DutyBook book, PortalClock clock)
{
    /// <summary>The posts of an account, and their absences that are not over.</summary>
    public Task<OwnAbsences> OwnAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.OwnDuties,
            async db =>
            {
                var today = clock.Today;
                var posts = await DutyBook.PostsOfAsync(db, user, today, cancellationToken);
                var ids = posts.Select(post => post.Id).ToList();
                var absences = await db
                    .Absences.Where(absence => ids.Contains(absence.PositionId) && absence.To >= today)
                    .OrderBy(absence => absence.From)
                    .ToListAsync(cancellationToken);
                var annex = absences.Count > 0 ? await book.OnAsync(db, today, cancellationToken) : null;
                var served = annex is null
                    ? []
                    : (await book.OverlayAsync(db, annex, cancellationToken))
                        .Between(today, absences.Max(absence => absence.To))
                        .Where(duty =>
                            duty.ServingPost is { } post
                            && absences.Exists(absence => absence.PositionId == post && absence.Covers(duty.Date))
                        )
                        .ToList();
                return new OwnAbsences(posts, absences, served);
            },
            cancellationToken
        );

    /// <summary>Enters days on which a post of one's own cannot serve.</summary>
    /// <exception cref="RosterRefusedException">The days are over, end before they begin, or are entered already.</exception>
    public Task EnterAsync(ClaimsPrincipal user, int position, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.OwnDuties,
            async step =>
            {
                var post = (await DutyBook.PostsOfAsync(step.Db, user, step.Today, cancellationToken)).FirstOrDefault(post =>
                    post.Id == position
                ) ?? throw new RosterRefusedException("Pilih jabatan Anda.");
                var absence = new Absence(position, from, to);
                if (to < step.Today)
                {
                    throw new RosterRefusedException($"Hari-hari itu sudah lewat; yang terakhir {Indonesian.DateInFull(to)}.");
                }

                if (
                    await step.Db.Absences.AnyAsync(
                        known => known.PositionId == position && known.From <= from && known.To >= to,
                        cancellationToken
                    )
                )
                {
                    throw new RosterRefusedException("Hari-hari itu sudah dicatat.");
                }

                step.Db.Absences.Add(absence);
                step.Note(DutyActions.AbsenceEntered, absence.Id.ToString(), CaptionOf(post, absence));
            },
            cancellationToken
        );

    /// <summary>Takes an absence of a post of one's own out again.</summary>
    /// <exception cref="RosterRefusedException">There is no such absence any more.</exception>
    public Task RemoveAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.OwnDuties,
            async step =>
            {
                var absence = await step.Db.Absences.FirstOrDefaultAsync(known => known.Id == id, cancellationToken);
                var post = (await DutyBook.PostsOfAsync(step.Db, user, step.Today, cancellationToken)).FirstOrDefault(post =>
                    post.Id == absence?.PositionId
                );
                if (absence is null || post is null)
                {
                    throw new RosterRefusedException("Catatan itu sudah tidak ada.");
                }

                step.Db.Absences.Remove(absence);
                step.Note(DutyActions.AbsenceRemoved, id.ToString(), CaptionOf(post, absence));
            },
            cancellationToken
        );

    private static string CaptionOf(Post post, Absence absence) =>
        $"{post.Name}, {Indonesian.DateInFull(absence.From)} s.d. {Indonesian.DateInFull(absence.To)}";
}

/// <summary>The absences of an account's posts.</summary>
/// <param name="Posts">The posts it acts for.</param>
/// <param name="Coming">Their absences that are not over, the first first.</param>
/// <param name="Unserved">What the posts would have to serve on those days, as substitutes too: for each somebody else is needed.</param>
public sealed record OwnAbsences(IReadOnlyList<Post> Posts, IReadOnlyList<Absence> Coming, IReadOnlyList<SundayDuty> Unserved);
