using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Differences;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Web.Roster.Approvals;

/// <summary>What a page showed when it was made: nobody acts on a schedule they have not seen.</summary>
/// <param name="Schedule">The schedule's key.</param>
/// <param name="Revision">Its revision.</param>
public sealed record Seen(Guid Schedule, int Revision);

/// <summary>What an amendment changes.</summary>
/// <param name="Difference">The changes.</param>
/// <param name="Old">How the Instruction before is cited.</param>
/// <param name="New">How the amendment is cited.</param>
/// <param name="Year">The year of both.</param>
public sealed record ScheduleComparison(AnnexDifference Difference, string Old, string New, int Year);

/// <summary>A schedule with everything the way to its issue needs.</summary>
/// <param name="Schedule">The schedule; not tracked.</param>
/// <param name="Findings">What the auditor says of it.</param>
/// <param name="Amendment">What it amends and changes; null where it amends none.</param>
public sealed record ApprovalView(Schedule Schedule, IReadOnlyList<Finding> Findings, Amendment? Amendment)
{
    /// <summary>The words of the Instruction as they are printed: those of an amendment with the dictum that amends.</summary>
    public InstructionText Words => Schedule.Instruction?.Text ?? Amendment?.Complete(Schedule.Text) ?? Schedule.Text;

    /// <summary>What keeps the words from being submitted, in Indonesian; null where nothing does.</summary>
    public string? TextProblem => InstructionTextCheck.Problem(Schedule.Text) ?? Amendment?.Problem(Schedule.Text);

    /// <summary>What the schedule is called: "Rancangan 2016", "Lampiran Instruksi Gubernur 118/2015".</summary>
    public string Name => Schedule.Name;

    /// <summary>The findings that stand in the way of issuing.</summary>
    public IEnumerable<Finding> Errors => Findings.Where(finding => finding.Kind.Severity == FindingSeverity.Error);

    /// <summary>The findings that need a reason.</summary>
    public IEnumerable<Finding> Warnings => Findings.Where(finding => finding.Kind.Severity == FindingSeverity.Warning);

    /// <summary>How many of them have none.</summary>
    public int Unexplained => Warnings.Count(finding => Schedule.ReasonFor(finding) is null);

    internal static string CitationOf(Schedule schedule) =>
        schedule.Instruction is { } instruction ? $"{Served.Instrument} {instruction.Reference}" : schedule.Name;
}
