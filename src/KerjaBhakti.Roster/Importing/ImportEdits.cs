using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Importing;

/// <summary>The edits of an import and those that take it back, both to be made as one group.</summary>
public sealed class ImportEdits
{
    private readonly List<ScheduleEdit> edits = [];
    private readonly List<ScheduleEdit> reversed = [];

    internal ImportEdits()
    {
    }

    /// <summary>What stores the file.</summary>
    public IReadOnlyList<ScheduleEdit> Edits => edits;

    /// <summary>What takes it back: each expects what the import wrote, so that nothing written since is lost.</summary>
    public IReadOnlyList<ScheduleEdit> Undo => [.. Enumerable.Reverse(reversed)];

    internal void Add(ImportRow row, RosterPeriod period)
    {
        var id = row.Target?.Id ?? Guid.CreateVersion7();
        if (row.Target is null)
        {
            // Comes after the row's cells were emptied, so a cell that somebody has corrected since stops the undoing.
            reversed.Add(new ScheduleEdit.Remove { RowId = id });
            edits.Add(new ScheduleEdit.Add(int.MaxValue, row.Label) { RowId = id });
        }
        else if (row.IsRenamed)
        {
            edits.Add(new ScheduleEdit.Rename(row.Target.Printed.Label, row.Label) { RowId = id });
            reversed.Add(new ScheduleEdit.Rename(row.Label, row.Target.Printed.Label) { RowId = id });
        }

        var before = row.Target?.Printed.Region;
        if (before?.City != row.Region?.City)
        {
            // Becoming a region row empties the months without asking; writing each of them first does ask.
            if (before is null && row.Target is { } target)
            {
                foreach (var (month, cell) in period.Months.Zip(target.Printed.Cells))
                {
                    Write(id, month, cell.AsPrinted, string.Empty);
                }
            }

            edits.Add(new ScheduleEdit.ServeRegion(row.Region?.City) { RowId = id });
            reversed.Add(new ScheduleEdit.ServeRegion(before?.City) { RowId = id });
        }

        foreach (var cell in row.Cells.Where(cell => cell.IsWritten))
        {
            Write(id, cell.Month, cell.Before, cell.Text);
        }
    }

    private void Write(Guid row, RosterMonth month, string before, string after)
    {
        edits.Add(new ScheduleEdit.WriteCell(month, before, after) { RowId = row });
        reversed.Add(new ScheduleEdit.WriteCell(month, after, before) { RowId = row });
    }
}
