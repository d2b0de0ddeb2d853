using FsCheck;
using FsCheck.Fluent;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Schedules;

public class ScheduleStateProperties
{
    private static readonly RosterPeriod Period = new(new RosterMonth(2016, 5), new RosterMonth(2016, 12));

    // The first rows of the annex, two region rows, and rows that are new: few, so that edits meet.
    private static readonly int[] SourceRows = [0, 1, 2, 39, 40];

    private static readonly Gen<string> Texts = Gen.Elements(string.Empty, "Koja", "  Pulo   Gadung ", "Pulogadng");

    private static readonly Gen<Func<Schedule, ScheduleEdit>> Edits =
        from place in Gen.Choose(0, 7)
        from to in Gen.Choose(0, 7)
        from text in Texts
        from month in Gen.Elements(Period.Months.ToArray())
        from city in Gen.Elements(Seed.Gazetteer.Cities.ToArray())
        from make in Gen.Elements<Func<Guid, ScheduleRow?, ScheduleEdit>>(
            (id, row) => new ScheduleEdit.WriteCell(month, row?.CellOf(month).AsPrinted ?? string.Empty, text) { RowId = id },
            (id, row) => new ScheduleEdit.WriteCell(month, row?.CellOf(month).AsPrinted ?? string.Empty, text) { RowId = id },
            (id, row) => new ScheduleEdit.Rename(row?.Label ?? string.Empty, text) { RowId = id },
            (id, _) => new ScheduleEdit.Add(to, text, PositionId: to) { RowId = id },
            (id, _) => new ScheduleEdit.Move(to) { RowId = id },
            (id, _) => new ScheduleEdit.Remove { RowId = id },
            (id, _) => new ScheduleEdit.ServeRegion(city.Code) { RowId = id },
            (id, _) => new ScheduleEdit.ServeRegion(null) { RowId = id }
        )
        select (Func<Schedule, ScheduleEdit>)(
            draft =>
            {
                var row = draft.Rows.ElementAtOrDefault(place);
                return make(row?.Id ?? new Guid(place, 0, 0, new byte[8]), row);
            }
        );

    [Fact]
    public void Inverse_OfAnyEdits_TakenBackFromTheNewestOn_LeadsThroughEveryStateThereWas() =>
        Property.HoldsForLists(
            Edits,
            edits =>
            {
                var draft = Draft();
                var states = new Stack<(string[] Lines, IReadOnlyList<ScheduleEdit> Inverse)>();
                foreach (var edit in edits)
                {
                    var before = LinesOf(draft);
                    if (Try(draft, edit(draft)) is { Changes.Count: > 0 } outcome)
                    {
                        states.Push((before, outcome.Inverse));
                    }
                }

                foreach (var (before, inverse) in states)
                {
                    Assert.Empty(draft.Apply(inverse, Seed.Gazetteer, Seed.Now).Conflicts);
                    Assert.Equal(before, LinesOf(draft));
                }
            },
            tests: 400
        );

    [Fact]
    public void Inverse_OfAnyGroup_TakesItBackAsOneGroup() => Property.HoldsForLists(Edits, edits =>
        {
            var (draft, trial) = (Draft(), Draft());
            var possible = edits.Select(edit => edit(trial)).Where(edit => Try(trial, edit) is { Conflicts.Count: 0 }).ToList();
            var before = LinesOf(draft);

            var outcome = draft.Apply(possible, Seed.Gazetteer, Seed.Now);
            Assert.Equal(LinesOf(trial), LinesOf(draft));
            draft.Apply(outcome.Inverse, Seed.Gazetteer, Seed.Now);

            Assert.Equal(before, LinesOf(draft));
        });

    [Fact]
    public void EditsTowards_AnyState_LeadThereInOneGroupWithoutAskingAndBack() =>
        Property.HoldsForLists(
            Edits,
            edits =>
            {
                var (draft, other) = (Draft(), Draft());
                edits.ToList().ForEach(edit => Try(other, edit(other)));
                var (start, end) = (LinesOf(draft), LinesOf(other));

                var there = draft.Apply(draft.EditsTowards(other), Seed.Gazetteer, Seed.Now);
                Assert.Empty(there.Conflicts);
                Assert.Equal(end, LinesOf(draft));
                draft.Apply(there.Inverse, Seed.Gazetteer, Seed.Now);

                Assert.Equal(start, LinesOf(draft));
                Assert.Empty(draft.EditsTowards(Draft()));
            },
            tests: 400
        );

    [Theory]
    [InlineData(0, 4)]
    [InlineData(4, 0)]
    public void EditsTowards_AStateInWhichOneRowStoodElsewhere_MovesThatRowOnly(int from, int to)
    {
        var (draft, other) = (Draft(), Draft());
        other.Apply([new ScheduleEdit.Move(to) { RowId = other.Rows[from].Id }], Seed.Gazetteer, Seed.Now);

        Assert.Equal(other.Rows[to].Id, Assert.IsType<ScheduleEdit.Move>(Assert.Single(draft.EditsTowards(other))).RowId);
    }

    /// <summary>A copy of some rows of the annex, the same each time, down to the keys of the rows.</summary>
    private static Schedule Draft()
    {
        var annex = new Annex(Seed.Period, [.. SourceRows.Select(index => Seed.Annex.Rows[index])]);
        var source = Schedule.FromAnnex("Lampiran", annex, [.. SourceRows.Select(_ => (Position?)null)], Seed.Now);
        var copy = Schedule.CopyOf(source, "Jadwal", Period, withCells: true, Seed.Now);
        var draft = Schedule.Draft("Jadwal", Period, Seed.Now);
        draft.Apply(copy.Rows.SelectMany((row, index) => Same(row, index)), Seed.Gazetteer, Seed.Now);
        return draft;
    }

    private static IEnumerable<ScheduleEdit> Same(ScheduleRow row, int index)
    {
        var id = new Guid(100 + index, 0, 0, new byte[8]);
        yield return new ScheduleEdit.Add(index, row.Label, PositionId: 10 + index, CopiedFromId: new Guid(200 + index, 0, 0, new byte[8]))
        {
            RowId = id,
        };
        if (row.Region is { } region)
        {
            // Printed in its own way, as an issued annex may.
            yield return new ScheduleEdit.ServeRegion(region.City, $"Wil. {region.AsPrinted}") { RowId = id };
        }

        foreach (var assignment in row.Assignments)
        {
            yield return new ScheduleEdit.WriteCell(assignment.Month, string.Empty, assignment.AsPrinted) { RowId = id };
        }
    }

    /// <summary>Everything of every row, in order.</summary>
    private static string[] LinesOf(Schedule draft) =>
        [
            .. draft.Rows.Select(row =>
                $"{row.Order} {row.Number} {row.Id} {row.Label} {row.PositionId} {row.CopiedFromId} [{row.Region}] {string.Join('|', Period.Months.Select(row.CellOf))}"
            ),
        ];

    private static EditOutcome? Try(Schedule draft, ScheduleEdit edit)
    {
        try
        {
            return draft.Apply([edit], Seed.Gazetteer, Seed.Now);
        }
        catch (EditRefusedException)
        {
            return null;
        }
    }
}
