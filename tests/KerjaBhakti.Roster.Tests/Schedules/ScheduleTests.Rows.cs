using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Schedules;

public partial class ScheduleTests
{
    [Fact]
    public void AddMoveRemove_Rows_KeepsNumbersInStep()
    {
        var draft = Draft("A", "B", "C");
        Assert.Equal("1A 2B 3C", Labels(draft));

        Apply(draft, new ScheduleEdit.Add(1, "N") { RowId = Guid.CreateVersion7() });
        Assert.Equal("1A 2N 3B 4C", Labels(draft));

        Apply(draft, new ScheduleEdit.Move(0) { RowId = draft.Rows[3].Id });
        Assert.Equal("1C 2A 3N 4B", Labels(draft));

        Apply(draft, new ScheduleEdit.Remove { RowId = draft.Rows[1].Id });
        Assert.Equal("1C 2N 3B", Labels(draft));
        Assert.Equal([0, 1, 2], draft.Rows.Select(row => row.Order));
    }

    [Theory]
    [InlineData(-5, "1N 2A 3B")]
    [InlineData(2, "1A 2B 3N")]
    [InlineData(int.MaxValue, "1A 2B 3N")]
    public void Add_PastAnEnd_StandsAtThatEnd(int index, string expected)
    {
        var draft = Draft("A", "B");

        var outcome = Apply(draft, new ScheduleEdit.Add(index, "N") { RowId = Guid.CreateVersion7() });

        Assert.Equal(expected, Labels(draft));
        Assert.Equal(ScheduleChangeKind.RowAdded, outcome.Changes[0].Kind);
    }

    [Theory]
    [InlineData(-5, "1B 2A 3C")]
    [InlineData(2, "1A 2C 3B")]
    [InlineData(int.MaxValue, "1A 2C 3B")]
    public void Move_PastAnEnd_StandsAtThatEnd(int index, string expected)
    {
        var draft = Draft("A", "B", "C");

        Apply(draft, new ScheduleEdit.Move(index) { RowId = draft.Rows[1].Id });

        Assert.Equal(expected, Labels(draft));
    }

    [Fact]
    public void Add_ALabelStillToBeTyped_MayBeEmpty() => Assert.Equal("1", Labels(Draft(" ")));

    [Fact]
    public void Remove_AndAdd_ARow_BringsItBackAsItself()
    {
        var draft = Draft("A", "B");
        var id = draft.Rows[0].Id;

        Apply(draft, new ScheduleEdit.Remove { RowId = id });
        Apply(draft, new ScheduleEdit.Add(0, "A", PositionId: 7) { RowId = id });

        Assert.Equal("1A 2B", Labels(draft));
        Assert.Equal((id, 7), (draft.Rows[0].Id, draft.Rows[0].PositionId));
    }

    [Fact]
    public void Move_ARowThatIsGone_IsAConflict()
    {
        var gone = Guid.CreateVersion7();

        Assert.Equal(
            [new EditConflict(gone, Month: null, string.Empty, Theirs: null)],
            Apply(Draft("A"), new ScheduleEdit.Move(0) { RowId = gone }).Conflicts
        );
    }

    [Fact]
    public void Remove_ARowThatIsGone_ChangesNothing()
    {
        var outcome = Apply(Draft("A"), new ScheduleEdit.Remove { RowId = Guid.CreateVersion7() });

        Assert.Empty(outcome.Changes);
        Assert.Empty(outcome.Conflicts);
    }

    [Fact]
    public void Add_BeyondAThousandRows_IsRefused()
    {
        var draft = Draft([.. Enumerable.Repeat("A", 1000)]);

        Assert.Throws<EditRefusedException>(() => Apply(draft, new ScheduleEdit.Add(0, "B") { RowId = Guid.CreateVersion7() }));
        Assert.Equal(1000, draft.Rows.Count);
    }

    [Fact]
    public void Remove_FromAnImportedAnnex_NumbersTheRowsByTheirPlace()
    {
        var draft = Schedule.FromAnnex(
            "Jadwal",
            Seed.With(0, row => row with { Number = 41 }),
            new Roster.Positions.Position?[93],
            Seed.Now
        );

        Apply(draft, new ScheduleEdit.Remove { RowId = draft.Rows[92].Id });

        Assert.Equal(Enumerable.Range(1, 92), draft.Rows.Select(row => row.Number!.Value));
    }
}
