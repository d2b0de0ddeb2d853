using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Schedules;

/// <summary>What an edit does to a draft, said as plainly as possible: a list of rows, each with a dictionary of cells.</summary>
internal sealed class ScheduleModel
{
    internal enum Outcome
    {
        Changed,
        Unchanged,
        Conflict,
        Refused,
    }

    public List<Row> Rows { get; } = [];

    /// <summary>Each row as one line of text, to be compared.</summary>
    public IEnumerable<string> Lines =>
        Rows.Select(
            (row, index) => $"{index + 1} {row.Id} {row.Label} [{row.Region}] {string.Join('|', Seed.Period.Months.Select(row.CellOf))}"
        );

    public static IEnumerable<string> LinesOf(Schedule schedule) =>
        schedule.Rows.Select(row =>
            $"{row.Number} {row.Id} {row.Label} [{row.Region?.City}] {string.Join('|', Seed.Period.Months.Select(month => row.CellOf(month).AsPrinted))}"
        );

    public Outcome Apply(ScheduleEdit edit)
    {
        var row = Rows.Find(row => row.Id == edit.RowId);
        return edit switch
        {
            ScheduleEdit.Add when row is not null => Outcome.Unchanged,
            ScheduleEdit.Add add => Insert(new Row(add.RowId, add.Label), add.Index),
            ScheduleEdit.Remove => row is not null && Rows.Remove(row) ? Outcome.Changed : Outcome.Unchanged,
            _ when row is null => Outcome.Conflict,
            ScheduleEdit.Move move => Move(row, move.Index),
            ScheduleEdit.ServeRegion region => row.Serve(region.City?.ToString()),
            ScheduleEdit.Rename rename => row.Rename(rename.Expected, rename.Label),
            ScheduleEdit.WriteCell write => row.Write(write.Month, write.Expected, write.Text),
            _ => throw new NotSupportedException(edit.ToString()),
        };
    }

    private Outcome Insert(Row row, int index)
    {
        Rows.Insert(Math.Min(index, Rows.Count), row);
        return Outcome.Changed;
    }

    private Outcome Move(Row row, int index)
    {
        var before = Rows.IndexOf(row);
        Rows.RemoveAt(before);
        Insert(row, index);
        return Rows.IndexOf(row) == before ? Outcome.Unchanged : Outcome.Changed;
    }

    internal sealed class Row(Guid id, string label)
    {
        private readonly Dictionary<RosterMonth, string> cells = [];

        public Guid Id { get; } = id;

        public string Label { get; private set; } = label;

        public string? Region { get; private set; }

        public string CellOf(RosterMonth month) => cells.GetValueOrDefault(month, string.Empty);

        public Outcome Serve(string? region)
        {
            if (region == Region)
            {
                return Outcome.Unchanged;
            }

            cells.Clear();
            Region = region;
            return Outcome.Changed;
        }

        public Outcome Rename(string expected, string label)
        {
            if (label.Length == 0)
            {
                return Outcome.Refused;
            }

            var outcome = Compare(Label, expected, label);
            Label = outcome == Outcome.Changed ? label : Label;
            return outcome;
        }

        public Outcome Write(RosterMonth month, string expected, string text)
        {
            if (Region is not null)
            {
                return Outcome.Refused;
            }

            var outcome = Compare(CellOf(month), expected, text);
            cells[month] = outcome == Outcome.Changed ? text : CellOf(month);
            return outcome;
        }

        private static Outcome Compare(string now, string expected, string wanted) =>
            now == wanted ? Outcome.Unchanged
            : now == expected ? Outcome.Changed
            : Outcome.Conflict;
    }
}
