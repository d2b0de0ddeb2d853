using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Web.Roster.Drafts;

/// <summary>A schedule as every open editor sees it at one revision. Immutable, so all circuits share one.</summary>
public sealed record DraftView
{
    // Made when somebody looks: where many people type, most views are overtaken before anybody does.
    private readonly Lazy<IReadOnlyList<Finding>> findings;
    private readonly Lazy<Coverage> coverage;
    private readonly Lazy<HouseSpelling> house;

    /// <summary>Takes a picture of a loaded schedule, its rows and cells.</summary>
    public DraftView(Schedule schedule, AnnexAuditor auditor, Gazetteer gazetteer)
    {
        Id = schedule.Id;
        Name = schedule.Name;
        Title = schedule.Title;
        Status = schedule.Status;
        Revision = schedule.Revision;
        IsAmendment = schedule.AmendsId is not null;
        EffectiveOn = schedule.Text.EffectiveOn;
        Instruction = schedule.Instruction;
        Annex = schedule.ToAnnex();
        Rows =
        [
            .. schedule
                .Rows.OrderBy(row => row.Order)
                .Zip(Annex.Rows, (row, printed) => new DraftRow(row.Id, row.PositionId, printed) { CopiedFromId = row.CopiedFromId }),
        ];
        findings = new(() => auditor.Audit(Annex));
        house = new(() => HouseSpelling.Of(Annex, gazetteer));
        coverage = new(() => Coverage.Of(Annex, gazetteer));
    }

    /// <summary>The schedule's key.</summary>
    public Guid Id { get; }

    /// <summary>The title over the table.</summary>
    public string Title { get; }

    /// <summary>Where it stands in its life.</summary>
    public ScheduleStatus Status { get; }

    /// <summary>How often it had been changed.</summary>
    public int Revision { get; }

    /// <summary>Whether it takes, or is to take, the place of another annex.</summary>
    public bool IsAmendment { get; }

    /// <summary>From which day an amendment is to count; null where that is the day it will be signed.</summary>
    public DateOnly? EffectiveOn { get; }

    /// <summary>The Instruction it is the annex of; null for a draft.</summary>
    public Instruction? Instruction { get; }

    /// <summary>The content.</summary>
    public Annex Annex { get; }

    /// <summary>The rows with their keys, in order.</summary>
    public IReadOnlyList<DraftRow> Rows { get; }

    /// <summary>What the auditor says of the content.</summary>
    public IReadOnlyList<Finding> Findings => findings.Value;

    /// <summary>How it writes each kecamatan.</summary>
    public HouseSpelling House => house.Value;

    /// <summary>How many rows each kecamatan has in each month.</summary>
    public Coverage Coverage => coverage.Value;

    /// <summary>Whether it may still be changed.</summary>
    public bool IsDraft => Status == ScheduleStatus.Draft;

    /// <summary>What the page of this schedule is called: "Rancangan 2016", "Lampiran Instruksi Gubernur 118/2015".</summary>
    public string Name { get; }

    /// <summary>What is otherwise than it was, by row in order; several changes of one thing are one.</summary>
    public IReadOnlyList<ScheduleChange> ChangesSince(DraftView earlier)
    {
        var before = earlier.Rows.ToDictionary(row => row.Id);
        var changes = new List<ScheduleChange>();
        changes.AddRange(
            earlier
                .Rows.ExceptBy(Rows.Select(row => row.Id), row => row.Id)
                .Select(row => Change(ScheduleChangeKind.RowRemoved, row, row.Printed.Label, string.Empty))
        );
        foreach (var row in Rows)
        {
            if (!before.Remove(row.Id, out var was))
            {
                changes.Add(Change(ScheduleChangeKind.RowAdded, row, string.Empty, row.Printed.Label));
                continue;
            }

            if (was.Printed.Label != row.Printed.Label)
            {
                changes.Add(Change(ScheduleChangeKind.Label, row, was.Printed.Label, row.Printed.Label));
            }

            if (was.Printed.Region != row.Printed.Region)
            {
                var (from, to) = (was.Printed.Region?.AsPrinted, row.Printed.Region?.AsPrinted);
                changes.Add(Change(ScheduleChangeKind.Region, row, from ?? string.Empty, to ?? string.Empty));
            }

            changes.AddRange(
                Annex
                    .Period.Months.Zip(was.Printed.Cells, row.Printed.Cells)
                    .Where(cell => cell.Second != cell.Third)
                    .Select(cell =>
                        Change(ScheduleChangeKind.Cell, row, cell.Second.AsPrinted, cell.Third.AsPrinted) with
                        {
                            Month = cell.First,
                        }
                    )
            );
        }

        var common = Rows.Select(row => row.Id).Intersect(earlier.Rows.Select(row => row.Id));
        if (!common.SequenceEqual(earlier.Rows.Select(row => row.Id).Intersect(Rows.Select(row => row.Id))))
        {
            changes.AddRange(Rows.Select(row => Change(ScheduleChangeKind.RowMoved, row, string.Empty, string.Empty)));
        }

        return changes;

        static ScheduleChange Change(ScheduleChangeKind kind, DraftRow row, string from, string to) =>
            new(kind, row.Id, row.Printed.Label, null, from, to);
    }

    /// <summary>The row with this key, or null.</summary>
    public DraftRow? Row(Guid id) => Rows.FirstOrDefault(row => row.Id == id);
}

/// <summary>A row with its key.</summary>
/// <param name="Id">The key.</param>
/// <param name="PositionId">The post that serves, where it is known.</param>
/// <param name="Printed">The row as printed.</param>
public sealed record DraftRow(Guid Id, int? PositionId, AnnexRow Printed)
{
    /// <summary>The row of another schedule it was copied from; null where it was written here.</summary>
    public Guid? CopiedFromId { get; init; }
}
