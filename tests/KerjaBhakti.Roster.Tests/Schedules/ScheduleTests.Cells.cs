using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Tests.Schedules;

public partial class ScheduleTests
{
    [Fact]
    public void WriteCell_OfAnEmptyCell_NamesTheKecamatan()
    {
        var draft = Draft("A");

        var outcome = Apply(draft, Write(draft.Rows[0], string.Empty, "Pulogadung"));

        Assert.Equal(("Pulogadung", "31.75.02"), (draft.Rows[0].CellOf(June).AsPrinted, draft.Rows[0].CellOf(June).Kecamatan.ToString()));
        Assert.Equal(
            [new ScheduleChange(ScheduleChangeKind.Cell, draft.Rows[0].Id, "A", June, string.Empty, "Pulogadung")],
            outcome.Changes
        );
        Assert.Empty(outcome.Conflicts);
    }

    [Fact]
    public void WriteCell_AnAlias_KeepsItsTextAsPrintedAndMeansTheKecamatan()
    {
        var draft = Draft("A");

        Apply(draft, Write(draft.Rows[0], string.Empty, "Pulo Gadung"));

        Assert.Equal(("Pulo Gadung", "31.75.02"), (draft.Rows[0].CellOf(June).AsPrinted, draft.Rows[0].CellOf(June).Kecamatan.ToString()));
    }

    [Theory]
    [InlineData("Pulogadng")]
    [InlineData("<script>alert('Koja')</script>")]
    [InlineData("=1+1")]
    public void WriteCell_TextThatNamesNoKecamatan_IsKeptAsItIs(string text)
    {
        var draft = Draft("A");

        Apply(draft, Write(draft.Rows[0], string.Empty, text));

        Assert.Equal(new AnnexCell(text, Kecamatan: null), draft.Rows[0].CellOf(June));
    }

    [Fact]
    public void WriteCell_OverAName_WithTextThatNamesNone_ForgetsTheKecamatan()
    {
        var draft = Draft("A");

        Apply(draft, Write(draft.Rows[0], string.Empty, "Koja"), Write(draft.Rows[0], "Koja", "Kojja"));

        Assert.Equal(new AnnexCell("Kojja", Kecamatan: null), draft.Rows[0].CellOf(June));
    }

    [Fact]
    public void WriteCell_WithWhiteSpaceAndControlCharacters_IsTidied()
    {
        var draft = Draft("A");

        Apply(draft, Write(draft.Rows[0], string.Empty, "\t Pulo\r\n\0 Gadung "));

        Assert.Equal("Pulo Gadung", draft.Rows[0].CellOf(June).AsPrinted);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    public void WriteCell_Nothing_ClearsTheCell(string nothing)
    {
        var draft = Draft("A");
        Apply(draft, Write(draft.Rows[0], string.Empty, "Koja"));

        var outcome = Apply(draft, Write(draft.Rows[0], "Koja", nothing));

        Assert.True(draft.Rows[0].CellOf(June).IsEmpty);
        Assert.Empty(draft.Rows[0].Assignments);
        Assert.Equal(("Koja", string.Empty), (outcome.Changes[0].Before, outcome.Changes[0].After));
    }

    [Fact]
    public void WriteCell_ThatSomebodyChanged_IsAConflictWithBothTexts()
    {
        var draft = Draft("A");
        Apply(draft, Write(draft.Rows[0], string.Empty, "Koja"));

        var outcome = Apply(draft, Write(draft.Rows[0], string.Empty, "Menteng"));

        Assert.Equal([new EditConflict(draft.Rows[0].Id, June, "Menteng", "Koja")], outcome.Conflicts);
        Assert.Empty(outcome.Changes);
        Assert.Equal("Koja", draft.Rows[0].CellOf(June).AsPrinted);
    }

    [Fact]
    public void WriteCell_ThatSomebodyCleared_IsAConflictWithNothing()
    {
        var draft = Draft("A");

        var outcome = Apply(draft, Write(draft.Rows[0], "Koja", "Menteng"));

        Assert.Equal([new EditConflict(draft.Rows[0].Id, June, "Menteng", string.Empty)], outcome.Conflicts);
    }

    [Fact]
    public void WriteCell_OfARowThatIsGone_IsAConflictWithoutATheirs()
    {
        var gone = Guid.CreateVersion7();

        var outcome = Apply(Draft("A"), new ScheduleEdit.WriteCell(June, string.Empty, " Koja ") { RowId = gone });

        Assert.Equal([new EditConflict(gone, June, "Koja", Theirs: null)], outcome.Conflicts);
    }

    [Theory]
    [InlineData("2015-04")]
    [InlineData("2016-06")]
    public void WriteCell_OfAMonthOutsideThePeriod_IsRefused(string month)
    {
        var draft = Draft("A");

        var refusal = Assert.Throws<EditRefusedException>(() =>
            Apply(draft, Write(draft.Rows[0], string.Empty, "Koja") with { Month = RosterMonth.Parse(month) })
        );

        Assert.Contains("tidak termasuk jadwal ini", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WriteCell_TextOf100Letters_IsTheLongest()
    {
        var draft = Draft("A");

        Apply(draft, Write(draft.Rows[0], string.Empty, $" {new string('a', 100)} "));
        var refusal = Assert.Throws<EditRefusedException>(() =>
            Apply(draft, Write(draft.Rows[0], new string('a', 100), new string('a', 101)))
        );

        Assert.Equal(100, draft.Rows[0].CellOf(June).AsPrinted.Length);
        Assert.Equal("Isi sel paling panjang 100 huruf; yang Anda tulis 101 huruf.", refusal.Message);
    }
}
