using FsCheck;
using FsCheck.Fluent;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Schedules;

public class TwoWritersTests
{
    private static readonly RosterMonth[] Months = [Seed.Period.First, Seed.Period.Last];

    private static readonly Gen<Step> Steps =
        from writer in Gen.Choose(0, 1)
        from field in Gen.Choose(0, 2)
        from looksFirst in Gen.Elements(true, false, false)
        select new Step(writer, field, looksFirst);

    [Fact]
    public void Apply_EditsOfTwoWriters_LoseNothingThatWasAcknowledged() => Property.HoldsForLists(Steps, steps =>
        {
            var schedule = Schedule.Draft("Jadwal", Seed.Period, Seed.Now);
            schedule.Apply([new ScheduleEdit.Add(0, "teks 0") { RowId = Guid.CreateVersion7() }], Seed.Gazetteer, Seed.Now);
            var row = schedule.Rows[0];
            string[][] views =
            [
                ["teks 0", string.Empty, string.Empty],
                ["teks 0", string.Empty, string.Empty],
            ];
            string[] acknowledged = ["teks 0", string.Empty, string.Empty];

            for (var number = 1; number <= steps.Count; number++)
            {
                var (writer, field, looksFirst) = steps[number - 1];
                var view = views[writer];
                view[field] = looksFirst ? acknowledged[field] : view[field];
                var text = $"teks {number}";

                var outcome = schedule.Apply([Edit(row.Id, field, view[field], text)], Seed.Gazetteer, Seed.Now);

                if (view[field] == acknowledged[field])
                {
                    Assert.Equal((acknowledged[field], text), (Assert.Single(outcome.Changes).Before, outcome.Changes[0].After));
                    acknowledged[field] = view[field] = text;
                }
                else
                {
                    // The text of the other writer stays, and the loser is shown both.
                    Assert.Empty(outcome.Changes);
                    Assert.Equal((text, acknowledged[field]), (Assert.Single(outcome.Conflicts).Mine, outcome.Conflicts[0].Theirs));
                }

                Assert.Equal(acknowledged, Months.Select(month => row.CellOf(month).AsPrinted).Prepend(row.Label));
            }
        });

    private static ScheduleEdit Edit(Guid row, int field, string expected, string text) =>
        field == 0
            ? new ScheduleEdit.Rename(expected, text) { RowId = row }
            : new ScheduleEdit.WriteCell(Months[field - 1], expected, text) { RowId = row };

    /// <summary>
    /// A writer (0 or 1) writes the label (0) or one of two cells (1, 2), after a fresh look or from what was seen before.
    /// </summary>
    private sealed record Step(int Writer, int Field, bool LooksFirst);
}
