using KerjaBhakti.Data;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Printing;

/// <summary>Why warnings stand in an annex, as it is printed behind the annex where whoever issued it wanted that.</summary>
public sealed class ReasonsPaper(IDbContextFactory<PortalDbContext> contexts, Gazetteer gazetteer, PortalClock clock)
{
    private readonly AnnexAuditor auditor = new(gazetteer);

    /// <summary>The reasons of an issued annex as anyone may print them; null where they are not printed.</summary>
    public async Task<ReasonsPrint?> OfAsync(PublishedSchedule schedule, CancellationToken cancellationToken)
    {
        if (!schedule.PrintsReasons)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await db
            .Schedules.AsNoTracking()
            .Include(item => item.Instruction)
            .Include(item => item.Reasons)
            .Include(item => item.Rows)
                .ThenInclude(row => row.Assignments)
            .AsSplitQuery()
            .SingleAsync(item => item.Id == schedule.Id, cancellationToken);
        return Of(stored, auditor.Audit(stored.ToAnnex()), showNip: false);
    }

    /// <summary>The reasons of a schedule in any state.</summary>
    /// <param name="schedule">The schedule with its rows and reasons.</param>
    /// <param name="findings">What the auditor says of it.</param>
    /// <param name="showNip">Whether the signatory's number is printed whole.</param>
    public ReasonsPrint Of(Schedule schedule, IReadOnlyList<Finding> findings, bool showNip)
    {
        var words = schedule.Instruction?.Text ?? schedule.Text;
        var explained = ExplainedFinding.Of(schedule, findings, HouseSpelling.Of(schedule.ToAnnex(), gazetteer));
        return new ReasonsPrint(
            ReasonsReport.Of(schedule.Name, words, schedule.Instruction?.IssuedOn ?? clock.Today, explained),
            words.Signatory,
            schedule.Instruction?.IssuedOn,
            showNip
        );
    }
}
