using System.Text.Json.Serialization;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Api;
using KerjaBhakti.Web.Roster.Drafts;

namespace KerjaBhakti.Web.Roster.Editor;

/// <summary>What the grid's script shows: a schedule with the names its cells may hold.</summary>
public sealed record GridDocument(
    Guid Id,
    int Revision,
    bool ReadOnly,
    IEnumerable<GridMonth> Months,
    IEnumerable<GridRow> Rows,
    IEnumerable<GridKecamatan> Kecamatan,
    IEnumerable<GridCity> Cities,
    IEnumerable<GridPosition> Positions,
    IEnumerable<GridAmendedRow>? Amended = null
)
{
    internal static GridDocument Of(
        DraftView view,
        Gazetteer gazetteer,
        IEnumerable<GridPosition> positions,
        bool readOnly,
        DraftView? amended,
        Annex? before
    )
    {
        var house = HouseSpelling.Of(view.Annex, gazetteer, before);
        return new GridDocument(
            view.Id,
            view.Revision,
            readOnly,
            view.Annex.Period.Months.Select(month => new GridMonth(month.ToString(), view.Annex.Period.HeadOf(month))),
            view.Rows.Select(row => new GridRow(
                row.Id,
                row.Printed.Number,
                row.Printed.Label,
                row.PositionId,
                row.CopiedFromId,
                row.Printed.Region is { } region ? new GridRegion(region.City.ToString(), region.AsPrinted) : null,
                row.Printed.Cells.Select(cell => cell.AsPrinted)
            )),
            gazetteer.Kecamatan.Select(item => new GridKecamatan(
                item.Code.ToString(),
                item.Name,
                item.Aliases,
                item.Code.City.ToString(),
                house[item.Code]
            )),
            gazetteer.Cities.Select(city => new GridCity(city.Code.ToString(), city.Name)),
            positions,
            amended?.Rows.Select(row => new GridAmendedRow(
                row.Id,
                row.Printed.Label,
                row.Printed.Region?.AsPrinted,
                row.Printed.Cells.Select(cell => cell.AsPrinted)
            ))
        );
    }
}

/// <summary>A row of the annex that an amendment takes the place of: what its copy is compared with.</summary>
public sealed record GridAmendedRow(Guid Id, string Label, string? Region, IEnumerable<string> Cells);

/// <summary>A column.</summary>
public sealed record GridMonth(string Key, string Name);

/// <summary>A row with the text of its cells, one for each month.</summary>
public sealed record GridRow(
    Guid Id,
    int? Number,
    string Label,
    int? PositionId,
    Guid? CopiedFromId,
    GridRegion? Region,
    IEnumerable<string> Cells
);

/// <summary>The city of a region row.</summary>
public sealed record GridRegion(string City, string Name);

/// <summary>A kecamatan to suggest; <paramref name="House"/> is how the annex writes it, null where the name is.</summary>
public sealed record GridKecamatan(string Code, string Name, IReadOnlyList<string> Aliases, string City, string? House = null);

/// <summary>A city a region row may serve.</summary>
public sealed record GridCity(string Code, string Name);

/// <summary>A post that may serve, with the category of the body it belongs to.</summary>
public sealed record GridPosition(int Id, string Category);

/// <summary>
/// A cell (with a month) or a label (without) that was changed elsewhere; <paramref name="By"/> is null where the same person did it.
/// </summary>
public sealed record GridChange(string Kind, Guid RowId, string? Month, string Text, string? By)
{
    internal static IEnumerable<GridChange> Of(DraftEvent.Changed changed, string user) =>
        changed.Changes.Select(change => new GridChange(
            change.Kind == ScheduleChangeKind.Label ? "label" : "cell",
            change.RowId,
            change.Month?.ToString(),
            change.After,
            changed.ById == user ? null : changed.By
        ));
}

/// <summary>Where somebody else is.</summary>
public sealed record GridPresence(string Name, Guid RowId, string? Month)
{
    internal static IEnumerable<GridPresence> Of(IEnumerable<PresentPerson> people) =>
        people
            .Where(person => person.Cell is not null)
            .Select(person => new GridPresence(person.Name, person.Cell!.Value.Row, person.Cell.Value.Month?.ToString()));
}

/// <summary>A finding at a row or cell, or of a month where no row holds it.</summary>
public sealed record GridFinding(string Code, string Title, string Severity, Guid? RowId, string? Month, string Message)
{
    internal static IEnumerable<GridFinding> Of(DraftView view) =>
        view.Findings.Select(finding => new GridFinding(
            finding.Kind.Code,
            finding.Kind.Title,
            FindingJson.SeverityName(finding.Kind.Severity),
            finding.RowIndex is { } index ? view.Rows[index].Id : null,
            finding.Month?.ToString(),
            finding.Message
        ));
}

/// <summary>What is said of a cell and not settled; without a month of the row's label.</summary>
public sealed record GridThread(Guid Id, Guid RowId, string? Month, IEnumerable<GridComment> Comments)
{
    internal static IEnumerable<GridThread> Of(DraftCommentsView comments) =>
        comments.Open.Select(thread => new GridThread(
            thread.Id,
            thread.RowId,
            thread.Month?.ToString(),
            thread.Comments.Select(comment => new GridComment(comment.By, Indonesian.Moment(comment.At), comment.Text))
        ));
}

/// <summary>One comment, with when it was said in words.</summary>
public sealed record GridComment(string By, string At, string Text);

/// <summary>One edit as the script sends it; which fields count depends on the kind.</summary>
public sealed record EditRequest(
    string Kind,
    Guid RowId,
    string? Month,
    string? Expected,
    string? Text,
    int? Index,
    int? PositionId,
    string? City,
    Guid? CopiedFromId = null
)
{
    /// <summary>The edit it stands for.</summary>
    /// <exception cref="FormatException">The kind is unknown, or a field it needs is missing or no month or code.</exception>
    internal ScheduleEdit ToEdit() =>
        Kind switch
        {
            "cell" => new ScheduleEdit.WriteCell(RosterMonth.Parse(Month ?? string.Empty), Expected ?? string.Empty, Text ?? string.Empty)
            {
                RowId = RowId,
            },
            "label" => new ScheduleEdit.Rename(Expected ?? string.Empty, Text ?? string.Empty) { RowId = RowId },
            "add" => new ScheduleEdit.Add(Index ?? int.MaxValue, Text ?? string.Empty, PositionId, CopiedFromId) { RowId = RowId },
            "remove" => new ScheduleEdit.Remove { RowId = RowId },
            "move" => new ScheduleEdit.Move(Index ?? int.MaxValue) { RowId = RowId },
            "region" => new ScheduleEdit.ServeRegion(City is null ? null : CityCode.Parse(City), Text) { RowId = RowId },
            _ => throw new FormatException($"'{Kind}' is no kind of edit."),
        };
}

/// <summary>What became of a group of edits. Where <paramref name="Revision"/> is null, nothing was stored.</summary>
public sealed record EditReply(
    int? Revision,
    [property: JsonPropertyName("refused")] string? Refusal,
    string? Gone,
    IReadOnlyList<ConflictReply> Conflicts
)
{
    internal static EditReply Of(EditResult result) =>
        new(result.Revision, result.Refusal, result.Gone, [.. result.Conflicts.Select(ConflictReply.Of)]);
}

/// <summary>A cell or label where somebody else was faster; <paramref name="Theirs"/> is null where the row is gone.</summary>
public sealed record ConflictReply(Guid RowId, string? Month, string Mine, string? Theirs, string? By, string? At)
{
    internal static ConflictReply Of(AttributedConflict item) =>
        new(
            item.Conflict.RowId,
            item.Conflict.Month?.ToString(),
            item.Conflict.Mine,
            item.Conflict.Theirs,
            item.By,
            item.At is { } at ? Indonesian.Moment(at) : null
        );
}
