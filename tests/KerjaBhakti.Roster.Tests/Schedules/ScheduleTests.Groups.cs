using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Schedules;

public partial class ScheduleTests
{
    public static TheoryData<string, Func<Guid, ScheduleEdit>> EveryKindOfEdit =>
        new()
        {
            {
                "write",
                id => new ScheduleEdit.WriteCell(June, string.Empty, "Koja") { RowId = id }
            },
            {
                "rename",
                id => new ScheduleEdit.Rename("B", "Biro Hukum") { RowId = id }
            },
            {
                "add",
                _ => new ScheduleEdit.Add(1, "N") { RowId = Guid.Parse("0197c0de-0000-7000-8000-000000000001") }
            },
            {
                "remove",
                id => new ScheduleEdit.Remove { RowId = id }
            },
            {
                "move",
                id => new ScheduleEdit.Move(2) { RowId = id }
            },
            {
                "region",
                id => new ScheduleEdit.ServeRegion(EastJakarta) { RowId = id }
            },
        };

    [Theory]
    [MemberData(nameof(EveryKindOfEdit))]
    public void Apply_TheSameEditsTwice_ChangesNothingTheSecondTime(string kind, Func<Guid, ScheduleEdit> edit)
    {
        var draft = Draft("A", "B", "C");
        var edits = new[] { edit(draft.Rows[1].Id) };

        var first = Apply(draft, edits);
        var revision = draft.Revision;
        var labels = Labels(draft);
        var second = Apply(draft, edits);

        Assert.True(first.Changes.Count == 1, kind);
        Assert.Empty(second.Changes);
        Assert.Empty(second.Conflicts);
        Assert.Equal((revision, labels), (draft.Revision, Labels(draft)));
    }

    [Fact]
    public void Apply_OneConflictInAGroup_ReportsItAndTheCallerStoresNothing()
    {
        var draft = Draft("A", "B");

        var outcome = Apply(
            draft,
            Write(draft.Rows[0], string.Empty, "Koja"),
            Write(draft.Rows[1], "Menteng", "Senen"),
            new ScheduleEdit.Rename("Bukan A", "C") { RowId = draft.Rows[0].Id }
        );

        Assert.Equal(
            [new EditConflict(draft.Rows[1].Id, June, "Senen", string.Empty), new EditConflict(draft.Rows[0].Id, Month: null, "C", "A")],
            outcome.Conflicts
        );
    }

    [Fact]
    public void Apply_AGroup_RaisesTheRevisionOnce()
    {
        var draft = Draft("A", "B");
        Assert.Equal((1, Seed.Now, Seed.Now.AddHours(1)), (draft.Revision, draft.CreatedAt, draft.ChangedAt));

        Apply(draft, Write(draft.Rows[0], string.Empty, "Koja"), Write(draft.Rows[1], string.Empty, "Senen"));

        Assert.Equal(2, draft.Revision);
    }

    [Fact]
    public void Apply_AGroupThatChangesNothing_KeepsRevisionAndTime()
    {
        var draft = Schedule.Draft("Jadwal", Seed.Period, Seed.Now);

        Apply(draft);
        Apply(draft, new ScheduleEdit.Remove { RowId = Guid.CreateVersion7() });

        Assert.Equal((0, Seed.Now), (draft.Revision, draft.ChangedAt));
    }

    [Fact]
    public void Apply_AGroup_SeesItsOwnEarlierEdits()
    {
        var draft = Draft();
        var id = Guid.CreateVersion7();

        var outcome = Apply(
            draft,
            new ScheduleEdit.Add(0, string.Empty) { RowId = id },
            new ScheduleEdit.Rename(string.Empty, "Biro Hukum") { RowId = id },
            new ScheduleEdit.WriteCell(June, string.Empty, "Koja") { RowId = id },
            new ScheduleEdit.WriteCell(June, "Koja", "Menteng") { RowId = id }
        );

        Assert.Empty(outcome.Conflicts);
        Assert.Equal(("Biro Hukum", "Menteng"), (draft.Rows[0].Label, draft.Rows[0].CellOf(June).AsPrinted));
    }

    [Fact]
    public void Apply_ToAnIssuedSchedule_Throws()
    {
        var draft = Draft("A");
        draft.Issue(Seed.Instruction, Seed.Now.AddHours(2));

        Assert.Throws<InvalidOperationException>(() => Apply(draft, Write(draft.Rows[0], string.Empty, "Koja")));
        Assert.Throws<InvalidOperationException>(() => Apply(draft));
        Assert.Throws<InvalidOperationException>(() => draft.Issue(Seed.Instruction, Seed.Now));
        Assert.True(draft.Rows[0].CellOf(June).IsEmpty);
    }

    [Fact]
    public void Issue_ADraft_DatesItsAnnexByTheInstruction()
    {
        var draft = Draft("A");
        Assert.Null(draft.ToAnnex().InstructionDate);

        draft.Issue(Seed.Instruction, Seed.Now.AddHours(2));

        Assert.Equal((ScheduleStatus.Issued, 2, Seed.Now.AddHours(2)), (draft.Status, draft.Revision, draft.ChangedAt));
        Assert.Equal(Seed.Instruction.Id, draft.InstructionId);
        Assert.Equal(new DateOnly(2015, 6, 1), draft.ToAnnex().InstructionDate);
    }
}
