using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Tests.Schedules;

public partial class ScheduleTests
{
    [Fact]
    public void ServeRegion_OfARotatingRow_EmptiesItsCellsAndKeepsThemInTheHistory()
    {
        var draft = Draft("Walikota");
        Apply(
            draft,
            Write(draft.Rows[0], string.Empty, "Koja"),
            Write(draft.Rows[0], string.Empty, "Menteng") with
            {
                Month = new RosterMonth(2015, 5),
            }
        );

        var outcome = Apply(draft, new ScheduleEdit.ServeRegion(EastJakarta) { RowId = draft.Rows[0].Id });

        Assert.Equal(new AnnexRegion(EastJakarta, "Kota Administrasi Jakarta Timur"), draft.Rows[0].Region);
        Assert.Empty(draft.Rows[0].Assignments);
        Assert.All(draft.ToAnnex().Rows[0].Cells, cell => Assert.Equal(AnnexCell.Empty, cell));
        Assert.Equal(("Mei Menteng, Juni Koja", "Kota Administrasi Jakarta Timur"), (outcome.Changes[0].Before, outcome.Changes[0].After));
    }

    [Fact]
    public void ServeRegion_OfNoCity_MakesTheRowRotateAgain()
    {
        var draft = Draft("Walikota");
        Apply(draft, new ScheduleEdit.ServeRegion(EastJakarta) { RowId = draft.Rows[0].Id });

        Apply(draft, new ScheduleEdit.ServeRegion(null) { RowId = draft.Rows[0].Id }, Write(draft.Rows[0], string.Empty, "Koja"));

        Assert.Null(draft.Rows[0].Region);
        Assert.Equal("Koja", draft.Rows[0].CellOf(June).AsPrinted);
    }

    [Theory]
    [InlineData("31.99")]
    [InlineData("31.70")]
    public void ServeRegion_OfAnUnknownCity_IsRefusedAndKeepsTheCells(string code)
    {
        var draft = Draft("Walikota");
        Apply(draft, Write(draft.Rows[0], string.Empty, "Koja"));

        Assert.Throws<EditRefusedException>(() =>
            Apply(draft, new ScheduleEdit.ServeRegion(CityCode.Parse(code)) { RowId = draft.Rows[0].Id })
        );
        Assert.Equal("Koja", draft.Rows[0].CellOf(June).AsPrinted);
    }

    [Fact]
    public void ServeRegion_OfACodeThatIsNone_IsRefused()
    {
        var draft = Draft("Walikota");

        Assert.Throws<EditRefusedException>(() =>
            Apply(draft, new ScheduleEdit.ServeRegion(default(CityCode)) { RowId = draft.Rows[0].Id })
        );
    }

    [Fact]
    public void WriteCell_OfARegionRow_IsRefused()
    {
        var draft = Draft("Walikota");
        Apply(draft, new ScheduleEdit.ServeRegion(EastJakarta) { RowId = draft.Rows[0].Id });

        var refusal = Assert.Throws<EditRefusedException>(() => Apply(draft, Write(draft.Rows[0], string.Empty, "Koja")));

        Assert.Equal(
            "Baris 'Walikota' adalah baris wilayah (Kota Administrasi Jakarta Timur); jadikan baris bergilir lebih dahulu.",
            refusal.Message
        );
    }
}
