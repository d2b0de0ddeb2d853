using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Files;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Foundation.Scans;
using KerjaBhakti.Web.Roster.Frame;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Duties;

/// <summary>
/// Reads and decides about substitutions. An official or the secretariat proposes, both sides agree, the Regional Secretary approves.
/// Whoever proposed may withdraw until then; afterwards the Regional Secretary or the secretariat may revoke: that only brings back what
/// the Instruction ordered, and on the eve of a Sunday there is no time to ask for a signature.
/// </summary>
public sealed class Substitutions(RosterWork work, DutyBook book, PublishedSchedules published, ScanReader reader, PortalClock clock)
{
    /// <summary>How many substitutions a page of the list shows.</summary>
    public const int PageSize = 50;

    /// <summary>A page of all substitutions, the newest first.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="filter">Which ones.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<SubstitutionList> ListAsync(
        ClaimsPrincipal user,
        SubstitutionFilter filter,
        int page,
        CancellationToken cancellationToken
    ) =>
        work.ReadAsync(
            user,
            Access.ReadRoster,
            async db =>
            {
                var inForce = await book.OnAsync(db, clock.Today, cancellationToken);
                var chosen = Chosen(db.Substitutions, filter, inForce?.ScheduleId);
                var found = await chosen
                    .Include(item => item.Turns)
                    .Include(item => item.Consents)
                    .OrderByDescending(item => item.Id)
                    .Skip((page - 1) * PageSize)
                    .Take(PageSize)
                    .AsSplitQuery()
                    .ToListAsync(cancellationToken);
                return new SubstitutionList(
                    await ViewsAsync(db, found, inForce, [], user, cancellationToken),
                    await chosen.CountAsync(cancellationToken),
                    await Chosen(db.Substitutions, SubstitutionFilter.ForSecretary, inForce?.ScheduleId).CountAsync(cancellationToken)
                );
            },
            cancellationToken
        );

    /// <summary>The keys of those that wait for the Regional Secretary.</summary>
    public Task<IReadOnlyList<Guid>> WaitingAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync<IReadOnlyList<Guid>>(
            user,
            Access.ReadRoster,
            async db =>
                await Chosen(
                        db.Substitutions,
                        SubstitutionFilter.ForSecretary,
                        (await AnnexesInForce.ReadAsync(db, cancellationToken)).On(clock.Today)
                    )
                    .Select(item => item.Id)
                    .ToListAsync(cancellationToken),
            cancellationToken
        );

    /// <summary>Those the posts of an account are a side of, or that it proposed, the newest first.</summary>
    public Task<IReadOnlyList<SubstitutionView>> OwnAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.OwnDuties,
            async db =>
            {
                var posts = await DutyBook.PostsOfAsync(db, user, clock.Today, cancellationToken);
                var found = await Own(db, user, posts).OrderByDescending(item => item.Id).ToListAsync(cancellationToken);
                return await ViewsAsync(db, found, await book.OnAsync(db, clock.Today, cancellationToken), posts, user, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>One of all substitutions, for the roster's readers; null where there is no such one.</summary>
    public Task<SubstitutionView?> FindAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadRoster,
            async db =>
                await ViewAsync(db, Whole(db).Where(item => item.Id == id), [], user, cancellationToken) is { } view
                    ? view with
                    {
                        ByLetter = view.IsPending
                            ? await DutyBook.WithoutAccountAsync(
                                db,
                                [.. view.Substitution.Consents.Where(side => side.At is null).Select(side => side.PositionId)],
                                clock.Today,
                                cancellationToken
                            )
                            : new HashSet<int>(),
                    }
                    : null,
            cancellationToken
        );

    /// <summary>The letter by which a side agreed; null where there is none.</summary>
    public Task<byte[]?> LetterAsync(ClaimsPrincipal user, Guid id, int position, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadRoster,
            db =>
                db.Substitutions.Where(item => item.Id == id)
                    .SelectMany(item => item.Consents)
                    .Where(side => side.PositionId == position && side.LetterId != null)
                    .Join(db.StoredFiles, side => side.LetterId, file => file.Id, (_, file) => file.Content)
                    .FirstOrDefaultAsync(cancellationToken),
            cancellationToken
        );

    /// <summary>One of those of <see cref="OwnAsync"/>; null where there is no such one.</summary>
    public Task<SubstitutionView?> FindOwnAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.OwnDuties,
            async db =>
            {
                var posts = await DutyBook.PostsOfAsync(db, user, clock.Today, cancellationToken);
                return await ViewAsync(db, Own(db, user, posts).Where(item => item.Id == id), posts, user, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>What is needed to propose: rows, Sundays and, once both are chosen, candidates.</summary>
    /// <param name="user">Who proposes.</param>
    /// <param name="policy"><see cref="Access.OwnDuties"/> for one's own rows, <see cref="Access.ManageDuties"/> for every row.</param>
    /// <param name="row">The number of the row; null where it is not chosen yet.</param>
    /// <param name="span">When; null where it is not chosen yet.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Null where no annex is in force today.</returns>
    public Task<ProposalSheet?> PrepareAsync(
        ClaimsPrincipal user,
        string policy,
        int? row,
        DutySpan? span,
        CancellationToken cancellationToken
    ) =>
        work.ReadAsync(
            user,
            policy,
            async db =>
                await book.CircumstancesAsync(db, clock.Today, cancellationToken) is { } now
                    ? ProposalSheet.Of(
                        now,
                        policy == Access.OwnDuties ? await DutyBook.PostsOfAsync(db, user, clock.Today, cancellationToken) : null,
                        await PostsAsync(db, cancellationToken),
                        row,
                        span
                    )
                    : null,
            cancellationToken
        );

    /// <summary>Proposes a substitution.</summary>
    /// <param name="user">Who proposes.</param>
    /// <param name="policy"><see cref="Access.OwnDuties"/> for one's own rows, <see cref="Access.ManageDuties"/> for every row.</param>
    /// <param name="order">What is proposed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Its key.</returns>
    /// <exception cref="RosterRefusedException">It cannot be; says every reason.</exception>
    public Task<Guid> ProposeAsync(ClaimsPrincipal user, string policy, SubstitutionOrder order, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            policy,
            async step =>
            {
                var now = await book.CircumstancesAsync(step.Db, step.Today, cancellationToken)
                    ?? throw new RosterRefusedException(
                        "Hari ini tidak ada lampiran yang berlaku, jadi tidak ada tugas yang dapat digantikan."
                    );
                if (order.Annex != now.Annex.ScheduleId)
                {
                    throw new RosterRefusedException(
                        $"Lampiran berganti menjadi {now.Annex.Name} sejak halaman ini dibuka. Pilih lagi baris dan hari {Served.Day}nya."
                    );
                }

                var own =
                    policy == Access.OwnDuties ? await OwnSideAsync(step.Db, user, now.Annex, order.Row, cancellationToken) : (int?)null;
                var proposal = new Proposal(step.By, own, order.Reason);
                Substitution proposed;
                switch (order)
                {
                    case SubstitutionOrder.Swap swap:
                        proposed = Substitution.Swap(swap.Row, swap.Span, swap.Other, swap.OtherSpan, proposal, now, step.At);
                        break;
                    case SubstitutionOrder.StandIn standIn:
                        var substitute = await step
                            .Db.Positions.Include(position => position.WorkUnit)
                            .FirstOrDefaultAsync(position => position.Id == standIn.Substitute, cancellationToken)
                            ?? throw new RosterRefusedException("Pilih jabatan yang menggantikan.");
                        proposed = Substitution.StandIn(standIn.Row, Post.Of(substitute), standIn.Span, proposal, now, step.At);
                        break;
                    default:
                        throw new ArgumentException("Neither a swap nor a stand-in.", nameof(order));
                }

                step.Db.Substitutions.Add(proposed);
                step.Note(
                    DutyActions.SubstitutionProposed,
                    proposed.Id.ToString(),
                    SubstitutionText.Caption(proposed),
                    after: $"{SubstitutionText.Title(proposed, now.Annex)}. {proposed.Reason}"
                );
                return proposed.Id;
            },
            cancellationToken
        );

    /// <summary>One's own side agrees.</summary>
    /// <param name="user">Who.</param>
    /// <param name="seen">What the page showed.</param>
    /// <param name="position">The post whose side it is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="RosterRefusedException">It cannot be done; says why. So for every step below.</exception>
    public Task AcceptAsync(ClaimsPrincipal user, SeenSubstitution seen, int position, CancellationToken cancellationToken) =>
        StepAsync(
            user,
            Access.OwnDuties,
            seen,
            DutyActions.SubstitutionAccepted,
            async (step, substitution) =>
            {
                await RequireOwnAsync(step.Db, user, position, cancellationToken);
                substitution.Accept(position, step.By, await book.OnAsync(step.Db, step.Today, cancellationToken), step.At);
            },
            cancellationToken
        );

    /// <summary>A side without an account agrees by a letter, which the secretariat enters.</summary>
    /// <param name="user">Who enters it.</param>
    /// <param name="seen">What the page showed.</param>
    /// <param name="position">The post whose side it is.</param>
    /// <param name="letter">The letter, a PDF.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Documents.Scans.ScanRefusedException">The file is none that is kept.</exception>
    public async Task AcceptByLetterAsync(
        ClaimsPrincipal user,
        SeenSubstitution seen,
        int position,
        byte[] letter,
        CancellationToken cancellationToken
    )
    {
        user.Demand(Access.ManageDuties);
        await reader.ReadAsync(letter, cancellationToken);
        await StepAsync(
            user,
            Access.ManageDuties,
            seen,
            DutyActions.SubstitutionAcceptedByLetter,
            async (step, substitution) =>
            {
                if ((await DutyBook.WithoutAccountAsync(step.Db, [position], step.Today, cancellationToken)).Count == 0)
                {
                    throw new RosterRefusedException(
                        "Jabatan itu mempunyai akun; kesepakatannya dinyatakan sendiri di halaman Tugas saya."
                    );
                }

                var file = new StoredFile(letter, "application/pdf");
                step.Db.StoredFiles.Add(file);
                substitution.AcceptByLetter(
                    position,
                    file.Id,
                    step.By,
                    await book.OnAsync(step.Db, step.Today, cancellationToken),
                    step.At
                );
            },
            cancellationToken
        );
    }

    /// <summary>One's own side does not agree.</summary>
    public Task DeclineAsync(
        ClaimsPrincipal user,
        SeenSubstitution seen,
        int position,
        string reason,
        CancellationToken cancellationToken
    ) =>
        StepAsync(
            user,
            Access.OwnDuties,
            seen,
            DutyActions.SubstitutionDeclined,
            async (step, substitution) =>
            {
                await RequireOwnAsync(step.Db, user, position, cancellationToken);
                substitution.Decline(position, step.By, reason, step.At);
            },
            cancellationToken
        );

    /// <summary>Whoever proposed it takes it back.</summary>
    public Task WithdrawAsync(ClaimsPrincipal user, SeenSubstitution seen, CancellationToken cancellationToken) =>
        StepAsync(
            user,
            user.May(Access.ManageDuties) ? Access.ManageDuties : Access.OwnDuties,
            seen,
            DutyActions.SubstitutionWithdrawn,
            (step, substitution) => Done(() => substitution.Withdraw(step.By, step.At)),
            cancellationToken
        );

    /// <summary>The Regional Secretary approves it; from now on it holds, and everybody sees it.</summary>
    public Task ApproveAsync(ClaimsPrincipal user, SeenSubstitution seen, CancellationToken cancellationToken) =>
        StepAsync(
            user,
            Access.DecideDuties,
            seen,
            DutyActions.SubstitutionApproved,
            async (step, substitution) =>
            {
                var now = await book.CircumstancesAsync(step.Db, step.Today, cancellationToken)
                    ?? throw new RosterRefusedException(substitution.WhyVoid(inForce: null) ?? "Usulan ini sudah diputuskan.");
                substitution.Approve(step.By, now, step.At);
            },
            cancellationToken
        );

    /// <summary>The Regional Secretary declines it.</summary>
    public Task DeclineAsync(ClaimsPrincipal user, SeenSubstitution seen, string reason, CancellationToken cancellationToken) =>
        StepAsync(
            user,
            Access.DecideDuties,
            seen,
            DutyActions.SubstitutionDeclined,
            (step, substitution) => Done(() => substitution.Decline(step.By, reason, step.At)),
            cancellationToken
        );

    /// <summary>Ends what was approved, from today on.</summary>
    public Task RevokeAsync(ClaimsPrincipal user, SeenSubstitution seen, string reason, CancellationToken cancellationToken) =>
        StepAsync(
            user,
            user.May(Access.DecideDuties) ? Access.DecideDuties : Access.ManageDuties,
            seen,
            DutyActions.SubstitutionRevoked,
            (step, substitution) => Done(() => substitution.Revoke(step.By, reason, step.Today, step.At)),
            cancellationToken
        );

    private static Task Done(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private static IQueryable<Substitution> Chosen(IQueryable<Substitution> all, SubstitutionFilter filter, Guid? inForce) =>
        filter switch
        {
            SubstitutionFilter.All => all,
            SubstitutionFilter.ForSides => all.Where(item => item.Status == SubstitutionStatus.Proposed && item.ScheduleId == inForce),
            SubstitutionFilter.ForSecretary => all.Where(item => item.Status == SubstitutionStatus.Accepted && item.ScheduleId == inForce),
            SubstitutionFilter.Approved => all.Where(item => item.Status == SubstitutionStatus.Approved),
            SubstitutionFilter.Ended => all.Where(item =>
                item.Status != SubstitutionStatus.Approved
                && (
                    item.ScheduleId != inForce || (item.Status != SubstitutionStatus.Proposed && item.Status != SubstitutionStatus.Accepted)
                )
            ),
        };

    private static IQueryable<Substitution> Whole(PortalDbContext db) =>
        db.Substitutions.Include(item => item.Turns).Include(item => item.Consents).AsSplitQuery();

    // The posts of every row and substitute are the sides, but for a row without a post.
    private static IQueryable<Substitution> Own(PortalDbContext db, ClaimsPrincipal user, IReadOnlyList<Post> posts)
    {
        var account = user.ToActor().Id;
        var ids = posts.Select(post => post.Id).ToList();
        return Whole(db).Where(item => item.ProposedBy.Id == account || item.Consents.Any(consent => ids.Contains(consent.PositionId)));
    }

    private static async Task<IReadOnlyList<Post>> PostsAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        [.. (await db.Positions.Include(position => position.WorkUnit).ToListAsync(cancellationToken)).Select(Post.Of)];

    private async Task<int> OwnSideAsync(
        PortalDbContext db,
        ClaimsPrincipal user,
        IssuedAnnex annex,
        int row,
        CancellationToken cancellationToken
    )
    {
        var posts = await DutyBook.PostsOfAsync(db, user, clock.Today, cancellationToken);
        return annex.PostOf(row) is { } post && posts.Any(own => own.Id == post.Id)
            ? post.Id
            : throw new RosterRefusedException($"Baris {row} bukan tugas jabatan Anda.");
    }

    private async Task RequireOwnAsync(PortalDbContext db, ClaimsPrincipal user, int position, CancellationToken cancellationToken)
    {
        if (!(await DutyBook.PostsOfAsync(db, user, clock.Today, cancellationToken)).Any(post => post.Id == position))
        {
            throw new AccessDeniedException($"{Access.OwnDuties}: position {position}");
        }
    }

    private async Task StepAsync(
        ClaimsPrincipal user,
        string policy,
        SeenSubstitution seen,
        AuditAction action,
        Func<RosterStep, Substitution, Task> decide,
        CancellationToken cancellationToken
    )
    {
        await work.DoAsync(
            user,
            policy,
            async step =>
            {
                var substitution = await Whole(step.Db).FirstOrDefaultAsync(item => item.Id == seen.Id, cancellationToken)
                    ?? throw new RosterRefusedException("Penggantian itu tidak ada.");
                RosterWork.RequireSeen(seen.Revision, substitution.Revision);
                await decide(step, substitution);
                step.Note(
                    action,
                    substitution.Id.ToString(),
                    SubstitutionText.Caption(substitution),
                    after: substitution.EndReason ?? string.Empty
                );
            },
            cancellationToken
        );

        // What is saved has to be seen, also where whoever saved it is gone already.
        await published.ForgetAsync(CancellationToken.None);
    }

    private async Task<SubstitutionView?> ViewAsync(
        PortalDbContext db,
        IQueryable<Substitution> one,
        IReadOnlyList<Post> posts,
        ClaimsPrincipal user,
        CancellationToken cancellationToken
    )
    {
        var found = await one.ToListAsync(cancellationToken);
        var inForce = await book.OnAsync(db, clock.Today, cancellationToken);
        return (await ViewsAsync(db, found, inForce, posts, user, cancellationToken)).SingleOrDefault();
    }

    private async Task<IReadOnlyList<SubstitutionView>> ViewsAsync(
        PortalDbContext db,
        List<Substitution> found,
        IssuedAnnex? inForce,
        IReadOnlyList<Post> posts,
        ClaimsPrincipal user,
        CancellationToken cancellationToken
    )
    {
        var annexes = await AnnexesInForce.ReadAsync(db, cancellationToken);
        var views = new List<SubstitutionView>();
        foreach (var substitution in found)
        {
            views.Add(
                new SubstitutionView(
                    substitution,
                    await book.OfAsync(db, substitution.ScheduleId, cancellationToken),
                    [.. posts.Where(post => substitution.Consents.Any(consent => consent.PositionId == post.Id)).Select(post => post.Id)],
                    substitution.ProposedBy.Id == user.ToActor().Id,
                    WasServed(substitution, annexes.EndOf(substitution.ScheduleId)) ? null : substitution.WhyVoid(inForce)
                )
                {
                    CutShort = substitution.WhyCutShort(annexes.EndOf(substitution.ScheduleId)),
                }
            );
        }

        return views;
    }

    // What was approved and over before another annex came is not void; it was served.
    private static bool WasServed(Substitution substitution, DateOnly? annexEndedOn) =>
        substitution.Status == SubstitutionStatus.Approved
        && substitution.Turns.All(turn => annexEndedOn is null || turn.Sunday < annexEndedOn);
}
