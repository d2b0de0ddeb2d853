using KerjaBhakti.Roster.Differences;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Schedules;

// How a draft comes back to what it was: the edits that take an edit back, and those that lead from one state to another.
public sealed partial class Schedule
{
    /// <summary>
    /// The edits that make this draft what the other is: rows that left come back as themselves, with their post and their origin. As few
    /// as lead there: of rows in another order only those are moved that must.
    /// </summary>
    /// <param name="state">The same draft in another state.</param>
    public IReadOnlyList<ScheduleEdit> EditsTowards(Schedule state)
    {
        var (from, to) = (OrderedRows().ToList(), state.OrderedRows().ToList());
        var places = from.Index().ToDictionary(item => item.Item.Id, item => item.Index);
        var pairs = to.Index()
            .Where(item => places.ContainsKey(item.Item.Id))
            .Select(item => (Old: places[item.Item.Id], New: item.Index))
            .ToList();
        var wanted = to.Select(row => row.Id).ToHashSet();
        var moved = RowMatching.Moved(pairs).Select(pair => to[pair.New].Id).ToHashSet();

        var edits = new List<ScheduleEdit>(
            from.Where(row => !wanted.Contains(row.Id)).Select(row => new ScheduleEdit.Remove { RowId = row.Id })
        );
        var order = from.Where(row => wanted.Contains(row.Id)).Select(row => row.Id).ToList();
        for (var index = 0; index < to.Count; index++)
        {
            var row = to[index];
            var isNew = !places.ContainsKey(row.Id);
            if (isNew || moved.Contains(row.Id))
            {
                // Behind the row it shall follow: rows that are still to be moved may stand in between.
                order.Remove(row.Id);
                var place = index == 0 ? 0 : order.IndexOf(to[index - 1].Id) + 1;
                order.Insert(place, row.Id);
                edits.Add(isNew ? Readding(row, place) : new ScheduleEdit.Move(place) { RowId = row.Id });
            }

            edits.AddRange(isNew ? Refilling(row) : EditsTowards(from[places[row.Id]], row));
        }

        return edits;
    }

    private IEnumerable<ScheduleEdit> EditsTowards(ScheduleRow from, ScheduleRow to)
    {
        if (from.Label != to.Label)
        {
            yield return new ScheduleEdit.Rename(from.Label, to.Label) { RowId = to.Id, MayBeNameless = to.Label.Length == 0 };
        }

        if (from.Region != to.Region)
        {
            yield return new ScheduleEdit.ServeRegion(to.RegionCity, to.RegionAsPrinted) { RowId = to.Id };
            foreach (var edit in to.Region is null ? Refilling(to) : [])
            {
                yield return edit;
            }
        }
        else
        {
            foreach (var month in Period.Months)
            {
                var (before, after) = (from.CellOf(month).AsPrinted, to.CellOf(month).AsPrinted);
                if (before != after)
                {
                    yield return new ScheduleEdit.WriteCell(month, before, after) { RowId = to.Id };
                }
            }
        }
    }

    /// <summary>What takes an edit back; asked before the edit is made, and void where it changes nothing.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="row">Its row as it stands; null where there is none.</param>
    private static IReadOnlyList<ScheduleEdit> InverseOf(ScheduleEdit edit, ScheduleRow? row) =>
        (edit, row) switch
        {
            (ScheduleEdit.Add, _) => [new ScheduleEdit.Remove { RowId = edit.RowId }],
            (_, null) => [],
            (ScheduleEdit.WriteCell write, _) =>
            [
                new ScheduleEdit.WriteCell(write.Month, Spelling.Tidy(write.Text), row.CellOf(write.Month).AsPrinted) { RowId = row.Id },
            ],
            (ScheduleEdit.Rename rename, _) =>
            [
                new ScheduleEdit.Rename(Spelling.Tidy(rename.Label), row.Label) { RowId = row.Id, MayBeNameless = row.Label.Length == 0 },
            ],
            (ScheduleEdit.Move, _) => [new ScheduleEdit.Move(row.Order) { RowId = row.Id }],
            (ScheduleEdit.Remove, _) => [Readding(row, row.Order), .. Refilling(row)],
            (ScheduleEdit.ServeRegion, { Region: { } region }) =>
            [
                new ScheduleEdit.ServeRegion(region.City, region.AsPrinted) { RowId = row.Id },
            ],
            (ScheduleEdit.ServeRegion, _) => [new ScheduleEdit.ServeRegion(null) { RowId = row.Id }, .. Refilling(row)],
            _ => throw new NotSupportedException(edit.GetType().Name),
        };

    private static ScheduleEdit.Add Readding(ScheduleRow row, int place) =>
        new(place, row.Label, row.PositionId, row.CopiedFromId) { RowId = row.Id };

    /// <summary>What gives an empty rotating row the content of another.</summary>
    private static IEnumerable<ScheduleEdit> Refilling(ScheduleRow row) =>
        row.Region is { } region
            ? [new ScheduleEdit.ServeRegion(region.City, region.AsPrinted) { RowId = row.Id }]
            : row
                .Assignments.OrderBy(assignment => assignment.Month)
                .Select(assignment => new ScheduleEdit.WriteCell(assignment.Month, string.Empty, assignment.AsPrinted) { RowId = row.Id });
}
