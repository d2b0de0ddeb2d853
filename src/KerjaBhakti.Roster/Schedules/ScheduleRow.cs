using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Positions;

namespace KerjaBhakti.Roster.Schedules;

/// <summary>
/// A row of a schedule (baris): a post and where it serves. A <em>rotating</em> row has a kecamatan each month, a <em>region</em> row one
/// city for the whole period.
/// </summary>
public sealed class ScheduleRow
{
    /// <summary>The longest label, in characters.</summary>
    public const int LabelLength = 300;

    private readonly List<Assignment> assignments = [];

    private ScheduleRow() { }

    internal ScheduleRow(Guid id, string label, Position? position = null)
    {
        Id = id;
        Label = label;
        Position = position;
    }

    /// <summary>Its key, chosen by whoever adds the row, so that a removed row can come back as itself.</summary>
    public Guid Id { get; private set; }

    /// <summary>The schedule it belongs to.</summary>
    public Guid ScheduleId { get; private set; }

    /// <summary>Its place among the rows, counted from zero.</summary>
    public int Order { get; internal set; }

    /// <summary>The number as printed; null where the annex prints none.</summary>
    public int? Number { get; internal set; }

    /// <summary>The post or body as printed.</summary>
    public string Label { get; internal set; } = string.Empty;

    /// <summary>The post that serves; null while the row is not linked to one, or where it was not loaded.</summary>
    public Position? Position { get; private set; }

    /// <summary>The key of <see cref="Position"/>.</summary>
    public int? PositionId { get; internal init; }

    /// <summary>
    /// The row of another schedule it was copied from, so that an amendment knows what was renamed or moved; null where it was written
    /// here.
    /// </summary>
    public Guid? CopiedFromId { get; internal init; }

    /// <summary>The city of a region row; null for a rotating row.</summary>
    public CityCode? RegionCity { get; private set; }

    /// <summary>The text in a region row's merged cell; null for a rotating row.</summary>
    public string? RegionAsPrinted { get; private set; }

    /// <summary>The filled months of a rotating row.</summary>
    public IReadOnlyList<Assignment> Assignments => assignments;

    /// <summary>Where a region row serves; null for a rotating row.</summary>
    public AnnexRegion? Region => RegionCity is { } city ? new AnnexRegion(city, RegionAsPrinted!) : null;

    /// <summary>The cell of a month; <see cref="AnnexCell.Empty"/> where nothing is written.</summary>
    public AnnexCell CellOf(RosterMonth month) => assignments.Find(assignment => assignment.Month == month)?.Cell ?? AnnexCell.Empty;

    /// <summary>The row as the annex prints it over a period.</summary>
    public AnnexRow ToAnnexRow(RosterPeriod period) => new(Number, Label, Region, [.. period.Months.Select(CellOf)]);

    internal void Write(RosterMonth month, AnnexCell cell)
    {
        var existing = assignments.Find(assignment => assignment.Month == month);
        if (cell.IsEmpty)
        {
            if (existing is not null)
            {
                assignments.Remove(existing);
            }
        }
        else if (existing is null)
        {
            assignments.Add(new Assignment(Id, month, cell));
        }
        else
        {
            existing.Write(cell);
        }
    }

    internal void ServeRegion(AnnexRegion? region)
    {
        assignments.Clear();
        RegionCity = region?.City;
        RegionAsPrinted = region?.AsPrinted;
    }
}
