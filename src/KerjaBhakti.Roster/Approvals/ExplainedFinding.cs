using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Approvals;

/// <summary>Warnings that stand in an annex for one reason, as people read them.</summary>
/// <param name="Kind">What kind of warnings they are.</param>
/// <param name="Line">What they are about: "Mei: Mampang Prapatan, Pancoran".</param>
/// <param name="Reason">Why they stand.</param>
/// <param name="From">For which Instruction the reason was first given; null where it was for this one.</param>
public sealed record ExplainedFinding(FindingKind Kind, string Line, string Reason, string? From)
{
    /// <summary>The warnings of a schedule that have a reason, in the order findings are listed.</summary>
    /// <param name="schedule">The schedule with its rows and reasons.</param>
    /// <param name="findings">What the auditor says of it.</param>
    /// <param name="house">How it writes each kecamatan.</param>
    public static IReadOnlyList<ExplainedFinding> Of(Schedule schedule, IEnumerable<Finding> findings, HouseSpelling house) =>
        [
            .. findings
                .Where(finding => finding.Kind.Severity == FindingSeverity.Warning)
                .Select(finding => (Finding: finding, Reason: schedule.ReasonFor(finding)))
                .Where(item => item.Reason is not null)
                .GroupBy(item => (item.Finding.Kind, item.Reason!.Text, item.Reason.From))
                .SelectMany(same =>
                    FindingGroup
                        .Of(same.Select(item => item.Finding), house)
                        .Select(group => new ExplainedFinding(group.Kind, group.Line, same.Key.Text, same.Key.From))
                ),
        ];
}
