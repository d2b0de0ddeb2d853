using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Tests.Schedules;

public partial class ScheduleTests
{
    [Fact]
    public void Rename_ALabelAsSeen_IsTidiedAndRecorded()
    {
        var draft = Draft("A");

        var outcome = Apply(draft, new ScheduleEdit.Rename("A", "  Biro\n Hukum ") { RowId = draft.Rows[0].Id });

        Assert.Equal("Biro Hukum", draft.Rows[0].Label);
        Assert.Equal(
            [new ScheduleChange(ScheduleChangeKind.Label, draft.Rows[0].Id, "Biro Hukum", Month: null, "A", "Biro Hukum")],
            outcome.Changes
        );
    }

    [Fact]
    public void Rename_ALabelThatSomebodyChanged_IsAConflictWithBothTexts()
    {
        var draft = Draft("A");

        var outcome = Apply(draft, new ScheduleEdit.Rename("Yang lama", "Biro Hukum") { RowId = draft.Rows[0].Id });

        Assert.Equal([new EditConflict(draft.Rows[0].Id, Month: null, "Biro Hukum", "A")], outcome.Conflicts);
        Assert.Equal("A", draft.Rows[0].Label);
    }

    [Fact]
    public void Rename_ARowThatIsGone_IsAConflictWithoutATheirs()
    {
        var gone = Guid.CreateVersion7();

        var outcome = Apply(Draft("A"), new ScheduleEdit.Rename("A", "B") { RowId = gone });

        Assert.Equal([new EditConflict(gone, Month: null, "B", Theirs: null)], outcome.Conflicts);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\0")]
    public void Rename_ToNothing_IsRefused(string nothing)
    {
        var draft = Draft("A");

        Assert.Throws<EditRefusedException>(() => Apply(draft, new ScheduleEdit.Rename("A", nothing) { RowId = draft.Rows[0].Id }));
        Assert.Equal("A", draft.Rows[0].Label);
    }

    [Fact]
    public void Rename_AndAdd_LabelsOf300Letters_AreTheLongest()
    {
        var draft = Draft("A");
        var longest = new string('a', 300);

        Apply(
            draft,
            new ScheduleEdit.Rename("A", longest) { RowId = draft.Rows[0].Id },
            new ScheduleEdit.Add(1, longest) { RowId = Guid.CreateVersion7() }
        );

        Assert.All(draft.Rows, row => Assert.Equal(longest, row.Label));
        Assert.Throws<EditRefusedException>(() =>
            Apply(draft, new ScheduleEdit.Rename(longest, longest + "a") { RowId = draft.Rows[0].Id })
        );
        Assert.Throws<EditRefusedException>(() => Apply(draft, new ScheduleEdit.Add(1, longest + "a") { RowId = Guid.CreateVersion7() }));
    }

    [Fact]
    public void Rename_ToHtml_IsJustText()
    {
        var draft = Draft("A");

        Apply(draft, new ScheduleEdit.Rename("A", "<b>Biro</b> & \"Hukum\"") { RowId = draft.Rows[0].Id });

        Assert.Equal("<b>Biro</b> & \"Hukum\"", draft.ToAnnex().Rows[0].Label);
    }
}
