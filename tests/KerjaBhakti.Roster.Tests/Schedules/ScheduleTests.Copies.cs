using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Schedules;

public partial class ScheduleTests
{
    private static Schedule Of2015 => Schedule.FromAnnex(Seed.AnnexTitle, Seed.Annex, new Position?[93], Seed.Now);

    [Fact]
    public void FromAnnex_The2015Annex_ComesBackCellByCell()
    {
        var schedule = Of2015;

        Assert.Equal(ScheduleStatus.Draft, schedule.Status);
        Assert.Equal(Written(Seed.Annex), Written(schedule.ToAnnex()));
        Assert.Equal(Seed.Period, schedule.Period);
    }

    [Fact]
    public void FromAnnex_NumbersThatAreMissingOrRepeated_AreKept()
    {
        var annex = Seed.Annex with
        {
            Rows =
            [
                Seed.Annex.Rows[0] with
                {
                    Number = null,
                },
                Seed.Annex.Rows[1] with
                {
                    Number = 9,
                },
                Seed.Annex.Rows[2] with
                {
                    Number = 9,
                },
            ],
        };

        Assert.Equal(
            [null, 9, 9],
            Schedule.FromAnnex("Jadwal", annex, new Position?[3], Seed.Now).ToAnnex().Rows.Select(row => row.Number)
        );
    }

    [Fact]
    public void FromAnnex_WithPositions_LinksEachRowToItsOwn()
    {
        var position = new Position(new WorkUnit("Biro Hukum", WorkUnitCategory.Bureau), "Kepala Biro Hukum");
        var annex = Seed.Annex with { Rows = [.. Seed.Annex.Rows.Take(2)] };

        Assert.Equal([null, position], Schedule.FromAnnex("Jadwal", annex, [null, position], Seed.Now).Rows.Select(row => row.Position));
    }

    [Fact]
    public void CopyOf_AnotherPeriod_TakesTheCellsOfTheSameMonths()
    {
        var source = Of2015;
        var period = new RosterPeriod(new RosterMonth(2016, 1), new RosterMonth(2016, 6));

        var copy = Schedule.CopyOf(source, " Jadwal  2016 ", period, withCells: true, Seed.Now.AddDays(1)).ToAnnex();

        Assert.Equal(period, copy.Period);
        Assert.Equal(
            Seed.Annex.Rows.Select(row => (row.Number, row.Label, row.Region, row.Cells[0], row.Cells[1])),
            copy.Rows.Select(row => (row.Number, row.Label, row.Region, row.Cells[4], row.Cells[5]))
        );
        Assert.All(copy.Rows, row => Assert.All(row.Cells.Take(4), cell => Assert.True(cell.IsEmpty)));
    }

    [Fact]
    public void CopyOf_TheSamePeriodWithCells_PrintsTheSameAnnex() =>
        Assert.Equal(Written(Seed.Annex), Written(Schedule.CopyOf(Of2015, "Jadwal", Seed.Period, withCells: true, Seed.Now).ToAnnex()));

    [Fact]
    public void CopyOf_WithoutCells_KeepsLabelsAndRegionsOnly()
    {
        var copy = Schedule.CopyOf(Of2015, "Jadwal", Seed.Period, withCells: false, Seed.Now).ToAnnex();

        Assert.Equal(Seed.Annex.Rows.Select(row => (row.Label, row.Region)), copy.Rows.Select(row => (row.Label, row.Region)));
        Assert.All(copy.Rows, row => Assert.All(row.Cells, cell => Assert.True(cell.IsEmpty)));
    }

    [Fact]
    public void CopyOf_AnIssuedSchedule_IsADraftOfItsOwn()
    {
        var source = Of2015;
        source.Issue(Seed.Instruction, Seed.Now);

        var copy = Schedule.CopyOf(source, " Jadwal\n2016 ", Seed.Period, withCells: true, Seed.Now.AddDays(1));
        Apply(copy, Write(copy.Rows[0], "Palmerah", "Koja"));

        Assert.Equal((ScheduleStatus.Draft, source.Id, "Jadwal 2016"), (copy.Status, copy.CopiedFromId, copy.Title));
        Assert.Null(copy.Instruction);
        Assert.Equal(Seed.Now.AddDays(1), copy.CreatedAt);
        Assert.Empty(copy.Rows.Select(row => row.Id).Intersect(source.Rows.Select(row => row.Id)));
        Assert.Equal("Koja", copy.Rows[0].CellOf(June).AsPrinted);
        Assert.Equal("Palmerah", source.Rows[0].CellOf(June).AsPrinted);
    }

    [Fact]
    public void CopyOf_RowsLinkedToPosts_KeepsTheLinks()
    {
        var source = Draft();
        Apply(source, new ScheduleEdit.Add(0, "A", PositionId: 7) { RowId = Guid.CreateVersion7() });

        Assert.Equal(7, Schedule.CopyOf(source, "Jadwal", Seed.Period, withCells: false, Seed.Now).Rows[0].PositionId);
    }

    private static IEnumerable<(int?, string, AnnexRegion?, string)> Written(Annex annex) =>
        annex.Rows.Select(row => (row.Number, row.Label, row.Region, string.Join('|', row.Cells)));
}
