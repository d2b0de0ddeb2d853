using System.Security.Claims;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Rotation;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Drafts;
using KerjaBhakti.Web.Roster.Published;

namespace KerjaBhakti.Web.Roster.Proposals;

/// <summary>
/// Proposals of a rotation for a draft: made by <see cref="RotationEngine"/>, accepted as one more group of edits, which is checked,
/// audited, told to open editors and undone as any other.
/// </summary>
public sealed class DraftProposals(
    DraftService drafts,
    DraftStates states,
    PublishedSchedules published,
    Gazetteer gazetteer,
    PortalClock clock
)
{
    /// <summary>A proposal for the draft as it is now; null where it is gone or no draft any more. Stores nothing.</summary>
    /// <exception cref="EditRefusedException">The draft has no rotating row.</exception>
    public async Task<DraftProposal?> ProposeAsync(
        ClaimsPrincipal user,
        Guid id,
        ProposalQuestion question,
        CancellationToken cancellationToken
    )
    {
        user.Demand(Access.EditRoster);
        if (await drafts.OpenAsync(user, id, cancellationToken) is not { IsDraft: true } draft)
        {
            return null;
        }

        var request = await RequestAsync(draft.Annex, LockedIn(draft), question, cancellationToken);

        // Away from the caller's circuit, which goes on drawing and can cancel it.
        return await Task.Run(() => DraftProposal.Of(draft, question, Propose(request, cancellationToken)), cancellationToken);
    }

    /// <summary>
    /// Writes the chosen changes, all or none. Where anybody has changed the draft since the proposal was made, in whatever cell, nothing
    /// is done: what was proven of the proposal would not be true of the result.
    /// </summary>
    public Task<EditResult> AcceptAsync(
        ClaimsPrincipal user,
        DraftProposal proposal,
        IReadOnlyCollection<RotationChange> chosen,
        CancellationToken cancellationToken
    )
    {
        user.Demand(Access.EditRoster);
        var edits = chosen.Select(change => new ScheduleEdit.WriteCell(change.Cell.Month, change.Before.AsPrinted, change.After.AsPrinted)
        {
            RowId = proposal.Draft.Rows[change.Cell.Row].Id,
        });
        var purpose = new StepPurpose(DraftStepKind.Proposal, $"usulan pembagian, {chosen.Count} sel") { Seen = proposal.Draft.Revision };
        return drafts.ApplyAsync(
            user,
            proposal.Draft.Id,
            new EditBatch(Guid.NewGuid(), [.. edits]) { Purpose = purpose },
            origin: null,
            cancellationToken
        );
    }

    /// <summary>
    /// The certificate of a proposal, made again from the draft as it was then, so that it can be had before the proposal is accepted and
    /// after; null where the draft is gone, or what comes out is not what was asked for.
    /// </summary>
    public async Task<RotationCertificate?> CertificateAsync(
        ClaimsPrincipal user,
        Guid id,
        CertificateQuestion question,
        CancellationToken cancellationToken
    )
    {
        user.Demand(Access.ReadRoster);
        if (await states.AnnexAtAsync(user, id, question.Revision, cancellationToken) is not { } then)
        {
            return null;
        }

        var request = await RequestAsync(then.Annex, LockedIn(then), question.Question, cancellationToken);
        return await Task.Run(
            () =>
            {
                var proposal = Propose(request, cancellationToken);
                var certificate = RotationCertificate.Of(request, proposal.Annex);
                return proposal.KeepsEveryRule && certificate.ResultHash == question.Result ? certificate : null;
            },
            cancellationToken
        );
    }

    /// <summary>What mends a finding by changing one cell, the best first; in an amendment not what was served before it counts.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="finding">One of its findings.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<Remedy> RemediesFor(DraftView draft, Finding finding, int most)
    {
        var limits = RotationLimits.None with { Locked = LockedIn(draft) };
        return [.. Remedies.For(new RosterCounts(draft.Annex, gazetteer, limits), finding).Take(most)];
    }

    /// <summary>Makes the one change of a remedy, as a step that Ctrl+Z in the grid takes back.</summary>
    /// <param name="user">Who wants it.</param>
    /// <param name="draft">The draft as it was shown; where somebody changed it since, nothing is stored.</param>
    /// <param name="remedy">The change.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    public Task<EditResult> MendAsync(ClaimsPrincipal user, DraftView draft, Remedy remedy, CancellationToken cancellationToken)
    {
        var row = draft.Rows[remedy.Cell.Row];
        var before = row.Printed.Cells[draft.Annex.Period.IndexOf(remedy.Cell.Month)].AsPrinted;
        var edit = new ScheduleEdit.WriteCell(remedy.Cell.Month, before, draft.House[remedy.To]) { RowId = row.Id };
        var purpose = new StepPurpose(DraftStepKind.Proposal, $"perbaikan temuan, {remedy.Reason}") { Seen = draft.Revision };
        return drafts.ApplyAsync(
            user,
            draft.Id,
            new EditBatch(Guid.NewGuid(), [edit]) { Purpose = purpose },
            origin: null,
            cancellationToken
        );
    }

    private static RotationProposal Propose(RotationRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return RotationEngine.Propose(request, cancellationToken);
        }
        catch (RosterRefusedException refusal)
        {
            throw new EditRefusedException(refusal.Message);
        }
    }

    private async Task<RotationRequest> RequestAsync(
        Annex annex,
        IReadOnlySet<RosterCell> locked,
        ProposalQuestion question,
        CancellationToken cancellationToken
    )
    {
        var before = (await published.AllAsync(cancellationToken))
            .Where(schedule => schedule.Annex.Period.Last.CompareTo(annex.Period.First) < 0)
            .MaxBy(schedule => schedule.Annex.Period.Last);
        return new RotationRequest(annex, gazetteer, question.Way)
        {
            Limits = new RotationLimits
            {
                LeftOut = question.WithIslands
                    ? RotationLimits.None.LeftOut
                    : gazetteer
                        .Kecamatan.Select(kecamatan => kecamatan.Code)
                        .Where(code => code.City == PortalInstitution.FarCity)
                        .ToHashSet(),
                Locked = locked,
            },
            Earlier = before is null ? [] : EarlierDuties.Of(before.Annex, annex),
            Seed = question.Seed,
        };
    }

    private IReadOnlySet<RosterCell> LockedIn(DraftView draft) =>
        draft.IsAmendment ? Served(draft.Annex, draft.EffectiveOn) : RotationLimits.None.Locked;

    private IReadOnlySet<RosterCell> LockedIn(PastAnnex then) =>
        then.IsAmendment ? Served(then.Annex, then.EffectiveOn) : RotationLimits.None.Locked;

    /// <summary>
    /// The cells of months that are served, wholly or in part, by the annex before: an amendment does not change them. That is a month with
    /// a Sunday before the day from which the amendment counts; where none is named or that day has come, a month that has begun.
    /// </summary>
    private HashSet<RosterCell> Served(Annex annex, DateOnly? effectiveOn)
    {
        var today = clock.Today;
        return
        [
            .. from row in annex.Rows.Index()
            where !row.Item.IsRegion
            from month in annex.Period.Months
            where effectiveOn is { } effect && effect > today ? month.Sundays().First() < effect : month.FirstDay <= today
            select new RosterCell(row.Index, month),
        ];
    }
}

/// <summary>A proposal for a draft.</summary>
/// <param name="Draft">The draft it was made for.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Proposal">The changes, or what is in the way.</param>
/// <param name="Certificate">What is true of the draft with every change made.</param>
public sealed record DraftProposal(DraftView Draft, ProposalQuestion Question, RotationProposal Proposal, RotationCertificate Certificate)
{
    /// <summary>Where the certificate is had, before the proposal is accepted and after.</summary>
    public CertificateQuestion CertificateQuestion => new(Question, Draft.Revision, Certificate.ResultHash);

    internal static DraftProposal Of(DraftView draft, ProposalQuestion question, RotationProposal proposal) =>
        new(draft, question, proposal, RotationCertificate.Of(proposal.Request, proposal.Annex));
}
