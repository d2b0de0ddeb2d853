using FsCheck;
using FsCheck.Fluent;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Schedules;

public class ScheduleProperties
{
    // Few rows, months and texts, so that edits meet: on a row that is gone, on one that is a region row, on a text that is there already.
    private static readonly Guid[] Ids = [.. Enumerable.Range(1, 5).Select(number => new Guid(number, 0, 0, new byte[8]))];

    private static readonly Gen<Guid> RowIds = Gen.Elements(Ids);

    private static readonly Gen<int> Places = Gen.Choose(0, 6);

    private static readonly Gen<string> Texts = Gen.Elements(string.Empty, "Koja", "Menteng", "Pulo Gadung", "Pulogadng");

    private static readonly Gen<ScheduleEdit> Writes =
        from id in RowIds
        from month in Gen.Elements(Seed.Period.First, Seed.Period.Last)
        from expected in Texts
        from text in Texts
        select (ScheduleEdit)new ScheduleEdit.WriteCell(month, expected, text) { RowId = id };

    private static readonly Gen<ScheduleEdit> Renames =
        from id in RowIds
        from expected in Texts
        from label in Texts
        select (ScheduleEdit)new ScheduleEdit.Rename(expected, label) { RowId = id };

    private static readonly Gen<ScheduleEdit> RowEdits =
        from id in RowIds
        from place in Places
        from label in Texts
        from city in Gen.Elements(Seed.Gazetteer.Cities.ToArray())
        from edit in Gen.Elements<ScheduleEdit>(
            new ScheduleEdit.Add(place, label) { RowId = id },
            new ScheduleEdit.Add(place, label) { RowId = id },
            new ScheduleEdit.Move(place) { RowId = id },
            new ScheduleEdit.Remove { RowId = id },
            new ScheduleEdit.ServeRegion(city.Code) { RowId = id },
            new ScheduleEdit.ServeRegion(null) { RowId = id }
        )
        select edit;

    private static readonly Gen<ScheduleEdit> Edits = Gen.OneOf(Writes, Writes, Renames, RowEdits);

    [Fact]
    public void Apply_AnyEdits_EndWhereAPlainModelEnds() =>
        Property.HoldsForLists(
            Edits,
            edits =>
            {
                var schedule = Draft();
                var model = ModelOf(schedule);
                foreach (var edit in edits)
                {
                    Assert.Equal(model.Apply(edit), Try(schedule, edit));
                    Assert.Equal(model.Lines, ScheduleModel.LinesOf(schedule));
                }

                Assert.Equal(Enumerable.Range(1, schedule.Rows.Count), schedule.Rows.Select(row => row.Number!.Value));
            },
            tests: 300
        );

    [Fact]
    public void Apply_AnyGroup_EndsWhereItsEditsOneByOneEnd() => Property.HoldsForLists(Edits, edits =>
        {
            var oneByOne = Draft();
            var possible = edits
                .Where(edit => Try(oneByOne, edit) is ScheduleModel.Outcome.Changed or ScheduleModel.Outcome.Unchanged)
                .ToList();
            var together = Draft();
            var revision = together.Revision;
            var outcome = together.Apply(possible, Seed.Gazetteer, Seed.Now);

            Assert.Empty(outcome.Conflicts);
            Assert.Equal(ScheduleModel.LinesOf(oneByOne), ScheduleModel.LinesOf(together));
            Assert.Equal(outcome.Changes.Count > 0 ? revision + 1 : revision, together.Revision);
        });

    [Fact]
    public void Apply_AnyEditThatWasMade_ChangesNothingWhenItIsSentAgain() => Property.HoldsForLists(Edits, edits =>
        {
            var schedule = Draft();
            foreach (var edit in edits)
            {
                if (Try(schedule, edit) is ScheduleModel.Outcome.Changed)
                {
                    Assert.Equal(ScheduleModel.Outcome.Unchanged, Try(schedule, edit));
                }
            }
        });

    [Fact]
    public void Apply_AnyEdits_LeaveEveryCellWithTheKecamatanItsTextNames() => Property.HoldsForLists(Edits, edits =>
        {
            var schedule = Draft();
            foreach (var edit in edits)
            {
                Try(schedule, edit);
            }

            Assert.All(schedule.ToAnnex().Rows.SelectMany(row => row.Cells), cell =>
                Assert.Equal(Seed.Gazetteer.FindByName(cell.AsPrinted)?.Code, cell.Kecamatan)
            );
        });

    private static Schedule Draft()
    {
        var draft = Schedule.Draft("Jadwal", Seed.Period, Seed.Now);
        draft.Apply(Ids.Take(3).Select((id, index) => new ScheduleEdit.Add(index, "Koja") { RowId = id }), Seed.Gazetteer, Seed.Now);
        return draft;
    }

    private static ScheduleModel ModelOf(Schedule draft)
    {
        var model = new ScheduleModel();
        model.Rows.AddRange(draft.Rows.Select(row => new ScheduleModel.Row(row.Id, row.Label)));
        return model;
    }

    private static ScheduleModel.Outcome Try(Schedule schedule, ScheduleEdit edit)
    {
        try
        {
            var outcome = schedule.Apply([edit], Seed.Gazetteer, Seed.Now);
            return outcome.Conflicts.Count > 0 ? ScheduleModel.Outcome.Conflict
                : outcome.Changes.Count > 0 ? ScheduleModel.Outcome.Changed
                : ScheduleModel.Outcome.Unchanged;
        }
        catch (EditRefusedException)
        {
            return ScheduleModel.Outcome.Refused;
        }
    }
}
