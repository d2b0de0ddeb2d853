using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Importing;

/// <summary>The edits that store a row of a file, each with what the preview saw there, so that nothing written since is lost.</summary>
internal static class ImportEdits
{
    public static IEnumerable<ScheduleEdit> Of(ImportRow row, RosterPeriod period)
    {
        var id = row.Target?.Id ?? Guid.CreateVersion7();
        if (row.Target is null)
        {
            yield return new ScheduleEdit.Add(int.MaxValue, row.Label) { RowId = id };
        }
        else if (row.IsRenamed)
        {
            yield return new ScheduleEdit.Rename(row.Target.Printed.Label, row.Label) { RowId = id };
        }

        var before = row.Target?.Printed.Region;
        if (before?.City != row.Region?.City)
        {
            // Becoming a region row empties the months without asking; writing each of them first does ask.
            if (before is null && row.Target is { } target)
            {
                foreach (var (month, cell) in period.Months.Zip(target.Printed.Cells))
                {
                    yield return new ScheduleEdit.WriteCell(month, cell.AsPrinted, string.Empty) { RowId = id };
                }
            }

            yield return new ScheduleEdit.ServeRegion(row.Region?.City) { RowId = id };
        }

        foreach (var cell in row.Cells.Where(cell => cell.IsWritten))
        {
            yield return new ScheduleEdit.WriteCell(cell.Month, cell.Before, cell.Text) { RowId = id };
        }
    }
}
