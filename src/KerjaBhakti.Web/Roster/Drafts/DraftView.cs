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

    /// <summary>Takes a picture of a loaded schedule, its rows and cells.</summary>
    public DraftView(Schedule schedule, AnnexAuditor auditor, Gazetteer gazetteer)
    {
        Id = schedule.Id;
        Name = schedule.Name;
        Title = schedule.Title;
        Status = schedule.Status;
        Revision = schedule.Revision;
        Instruction = schedule.Instruction;
        Annex = schedule.ToAnnex();
        Rows = [.. schedule.Rows.OrderBy(row => row.Order).Zip(Annex.Rows, (row, printed) => new DraftRow(row.Id, row.PositionId, printed) { CopiedFromId = row.CopiedFromId })];
        findings = new(() => auditor.Audit(Annex));
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

    /// <summary>The Instruction it is the annex of; null for a draft.</summary>
    public Instruction? Instruction { get; }

    /// <summary>The content.</summary>
    public Annex Annex { get; }

    /// <summary>The rows with their keys, in order.</summary>
    public IReadOnlyList<DraftRow> Rows { get; }

    /// <summary>What the auditor says of the content.</summary>
    public IReadOnlyList<Finding> Findings => findings.Value;

    /// <summary>How many rows each kecamatan has in each month.</summary>
    public Coverage Coverage => coverage.Value;

    /// <summary>Whether it may still be changed.</summary>
    public bool IsDraft => Status == ScheduleStatus.Draft;

    /// <summary>What the page of this schedule is called: "Rancangan 2016", "Lampiran Instruksi Gubernur 118/2015".</summary>
    public string Name { get; }

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
