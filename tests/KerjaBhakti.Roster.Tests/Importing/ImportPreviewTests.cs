using KerjaBhakti.Roster.Importing;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Importing;

public class ImportPreviewTests
{
    [Fact]
    public void Of_TheDraftItself_ChangesNothing()
    {
        var preview = Preview(Seed.Annex, Draft());

        Assert.Equal(93, preview.Count(RowVerdict.Unchanged));
        Assert.Empty(preview.ToEdits());
        Assert.True(preview.CanBeStored);
        Assert.False(preview.ChangesAnything);
    }

    [Fact]
    public void Of_ACanonicalName_IsAccepted()
    {
        var cell = Preview(Changed(0, 0, "Gambir"), Draft()).Rows[0].Cells[0];

        Assert.Equal((CellVerdict.Accepted, "Jatinegara", "Gambir"), (cell.Verdict, cell.Before, cell.Text));
    }

    [Fact]
    public void Of_AnAlias_NamesTheKecamatanAndKeepsTheText()
    {
        var preview = Preview(Changed(0, 0, "pulo gadung"), Draft());
        var cell = preview.Rows[0].Cells[0];

        Assert.Equal((CellVerdict.Alias, "Pulogadung"), (cell.Verdict, cell.Kecamatan?.Name));
        Assert.Equal("pulo gadung", Assert.IsType<ScheduleEdit.WriteCell>(Assert.Single(preview.ToEdits())).Text);
    }

    [Fact]
    public void Of_AMisspelling_IsAnErrorWithTheNearestNameAndStopsTheFile()
    {
        var preview = Preview(Changed(11, 3, "Pulogadng"), Draft());

        Assert.Equal(RowVerdict.Error, preview.Rows[11].Verdict);
        Assert.Equal(
            "Baris 12, Agustus: 'Pulogadng' bukan nama kecamatan. Maksud Anda Pulogadung?",
            Assert.Single(preview.Rows[11].Problems)
        );
        Assert.Throws<InvalidOperationException>(() => preview.ToEdits());
        Assert.StartsWith("1 baris bermasalah", preview.WhyNot(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EmptyCells.Keep, CellVerdict.Kept, 0)]
    [InlineData(EmptyCells.Clear, CellVerdict.Emptied, 1)]
    public void Of_AnEmptyCell_EmptiesTheDraftOnlyWhereAsked(EmptyCells emptyCells, CellVerdict expected, int edits)
    {
        var preview = Preview(Changed(0, 0, string.Empty), Draft(), emptyCells);

        Assert.Equal(expected, preview.Rows[0].Cells[0].Verdict);
        Assert.Equal(edits, preview.ToEdits().Count);
    }

    [Fact]
    public void Of_AMisspellingThatIsSaidToMeanAName_IsThatNameWhereverItStands()
    {
        var file = Seed.Annex with
        {
            Rows = [.. Seed.Annex.Rows.Select((row, index) => index is 3 or 5 ? row.WithCell(1, "Pulogadng") : row)],
        };
        var pulogadung = Seed.Gazetteer.FindByName("Pulogadung")!;
        var source = Source(file).Reading(new Dictionary<string, AnnexCell> { ["Pulogadng"] = new("Pulogadung", pulogadung.Code) });
        var preview = ImportPreview.Of(source, Target(Draft()), EmptyCells.Keep, Seed.Gazetteer, CancellationToken.None);

        Assert.True(preview.CanBeStored);
        Assert.Equal(
            2,
            preview.Rows.SelectMany(row => row.Cells).Count(cell => cell is { Text: "Pulogadung", Month.Month: 6, IsWritten: true })
        );
    }

    [Fact]
    public void Of_AnEmptyCellInANewDraft_IsEmptyAndNotTheSame()
    {
        var file = Seed.With(0, row => row.WithCell(0, ""));
        var preview = ImportPreview.Of(
            Source(file),
            ImportTarget.NewDraft(Seed.Period),
            EmptyCells.Keep,
            Seed.Gazetteer,
            CancellationToken.None
        );

        Assert.Equal((1, 0), (preview.Count(CellVerdict.Empty), preview.Count(CellVerdict.Unchanged)));
    }

    [Fact]
    public void Of_TheSpellingOfTheAnnexBefore_IsAcceptedAndAnotherAnAlias()
    {
        var file = Seed.With(0, row => row.WithCell(0, "Palmerah").WithCell(1, "Pal Merah"));
        var house = HouseSpelling.Of(Seed.Annex, Seed.Gazetteer);
        var cells = ImportPreview
            .Of(Source(file), ImportTarget.NewDraft(Seed.Period), EmptyCells.Keep, Seed.Gazetteer, CancellationToken.None, house)
            .Rows[0]
            .Cells;

        Assert.Equal([CellVerdict.Accepted, CellVerdict.Alias], cells.Take(2).Select(cell => cell.Verdict));
    }

    [Fact]
    public void Of_SomeRowsInAnotherOrder_UpdatesByNumberAndLeavesTheOthersAlone()
    {
        var file = Seed.Annex with { Rows = [Seed.Annex.Rows[7].WithCell(0, "Gambir"), Seed.Annex.Rows[2]] };
        var preview = Preview(file, Draft());

        Assert.Equal([RowVerdict.Changed, RowVerdict.Unchanged], preview.Rows.Select(row => row.Verdict));
        Assert.Equal(91, preview.Untouched.Count);
    }

    [Fact]
    public void Of_TheNextNumber_AddsARowAtTheEnd()
    {
        var draft = Draft();
        var added = Seed.Annex.Rows[0] with { Number = 94, Label = "Dinas Baru" };
        var preview = Preview(Seed.Annex with { Rows = [added] }, draft);
        Assert.Equal(RowVerdict.New, preview.Rows[0].Verdict);

        draft.Apply(preview.ToEdits(), Seed.Gazetteer, Seed.Now);

        Assert.Equal(
            (94, "Dinas Baru", "Jatinegara"),
            (draft.Rows[93].Number, draft.Rows[93].Label, draft.Rows[93].CellOf(Seed.Period.First).AsPrinted)
        );
    }

    [Theory]
    [InlineData(95, "Baris 95: nomor 94 tidak ada di berkas maupun di rancangan; nomor harus berurutan.")]
    [InlineData(null, "Baris 3 berkas: nomor kosong atau bukan angka; isi nomornya.")]
    [InlineData(0, "Baris 3 berkas: nomor kosong atau bukan angka; isi nomornya.")]
    [InlineData(1, "Baris 1: nomor 1 sudah ada di baris 2 berkas; satu nomor hanya untuk satu baris.")]
    public void Of_AWrongNumber_IsAnErrorOfItsRow(int? number, string expected)
    {
        var preview = Preview(Seed.Annex with { Rows = [Seed.Annex.Rows[0], Seed.Annex.Rows[1] with { Number = number }] }, Draft());

        Assert.Equal(RowVerdict.Unchanged, preview.Rows[0].Verdict);
        Assert.Equal(expected, Assert.Single(preview.Rows[1].Problems));
    }

    [Fact]
    public void Of_NoNumbersAtAll_TakesTheRowsByTheirOrder()
    {
        var file = Seed.Annex with { Rows = [.. Seed.Annex.Rows.Select(row => row with { Number = null })] };

        Assert.Equal(93, Preview(file, Draft()).Count(RowVerdict.Unchanged));
    }

    [Fact]
    public void Of_AnEmptyLabel_IsAnError() =>
        Assert.Equal(
            "Baris 1: jabatan kosong.",
            Assert.Single(Preview(Seed.With(0, row => row with { Label = string.Empty }), Draft()).Rows[0].Problems)
        );

    [Fact]
    public void Of_AnotherYear_MeetsTheSameMonths()
    {
        var period = new RosterPeriod(new RosterMonth(2016, 5), new RosterMonth(2016, 12));
        var draft = Schedule.CopyOf(Draft(), "Jadwal", period, withCells: true, Seed.Now);

        Assert.Equal(93, Preview(Seed.Annex, draft).Count(RowVerdict.Unchanged));
    }

    [Fact]
    public void Of_MonthsTheDraftDoesNotHave_IsRefusedByName()
    {
        var draft = Schedule.CopyOf(
            Draft(),
            "Jadwal",
            new RosterPeriod(new RosterMonth(2016, 7), new RosterMonth(2016, 12)),
            withCells: true,
            Seed.Now
        );

        Assert.Equal(
            "Berkas berisi bulan Mei, Juni, padahal rancangan ini untuk Juli s.d. Desember 2016; kosongkan atau hapus kolom itu.",
            Preview(Seed.Annex, draft).WhyNot()
        );
    }

    [Fact]
    public void Of_MoreRowsThanAScheduleHolds_IsRefusedWithBothNumbers()
    {
        var rows = Enumerable.Range(1, 10_000).Select(number => Seed.Annex.Rows[0] with { Number = number }).ToList();
        var preview = ImportPreview.Of(
            Source(Seed.Annex with { Rows = rows }),
            ImportTarget.NewDraft(Seed.Period),
            EmptyCells.Keep,
            Seed.Gazetteer,
            CancellationToken.None
        );

        Assert.Equal(
            "Berkas memuat 10000 baris sehingga rancangan menjadi 10000 baris; satu jadwal memuat paling banyak 1000 baris.",
            preview.WhyNot()
        );
        Assert.Equal(10_000, preview.Rows.Count);
    }

    [Fact]
    public void Apply_ARegionRowMadeRotating_AndBack()
    {
        var draft = Draft();
        var before = Text(draft.ToAnnex());
        var rotating = Seed.Annex.Rows[0] with { Number = 40, Label = Seed.Annex.Rows[39].Label };
        var region = Seed.Annex.Rows[39] with { Number = 1, Label = Seed.Annex.Rows[0].Label };
        var file = Seed.Annex with { Rows = [region, .. Seed.Annex.Rows.Skip(1).Take(38), rotating, .. Seed.Annex.Rows.Skip(40)] };
        var edits = Preview(file, draft).ToEdits();

        var outcome = draft.Apply(edits, Seed.Gazetteer, Seed.Now);
        Assert.Empty(outcome.Conflicts);
        Assert.Equal(Text(file), Text(draft.ToAnnex()));

        Assert.Empty(draft.Apply(outcome.Inverse, Seed.Gazetteer, Seed.Now).Conflicts);
        Assert.Equal(before, Text(draft.ToAnnex()));
    }

    [Fact]
    public void Apply_ARowThatSomebodyFilledSince_IsAConflictAlsoWhereItBecomesARegionRow()
    {
        var draft = Draft();
        var region = Seed.Annex.Rows[39] with { Number = 1, Label = Seed.Annex.Rows[0].Label };
        var edits = Preview(Seed.Annex with { Rows = [region] }, draft).ToEdits();
        draft.Apply(
            [new ScheduleEdit.WriteCell(Seed.Period.First, "Jatinegara", "Gambir") { RowId = draft.Rows[0].Id }],
            Seed.Gazetteer,
            Seed.Now
        );

        Assert.Equal("Gambir", Assert.Single(draft.Apply(edits, Seed.Gazetteer, Seed.Now).Conflicts).Theirs);
    }

    [Fact]
    public void StillFits_ARowThatMoved_DoesNot()
    {
        var draft = Draft();
        var preview = Preview(Seed.Annex, draft);
        Assert.True(preview.StillFits(Target(draft)));

        draft.Apply([new ScheduleEdit.Move(3) { RowId = draft.Rows[0].Id }], Seed.Gazetteer, Seed.Now);

        Assert.False(preview.StillFits(Target(draft)));
    }

    [Fact]
    public void Of_WhenStopped_Stops() =>
        Assert.Throws<OperationCanceledException>(() =>
            ImportPreview.Of(
                Source(Seed.Annex),
                ImportTarget.NewDraft(Seed.Period),
                EmptyCells.Keep,
                Seed.Gazetteer,
                new CancellationToken(canceled: true)
            )
        );

    internal static Schedule Draft() =>
        Schedule.FromAnnex("Jadwal", Seed.Annex, [.. Seed.Annex.Rows.Select(_ => (Position?)null)], Seed.Now);

    internal static ImportPreview Preview(Annex file, Schedule draft, EmptyCells emptyCells = EmptyCells.Keep) =>
        ImportPreview.Of(Source(file), Target(draft), emptyCells, Seed.Gazetteer, CancellationToken.None);

    /// <summary>Everything that is printed, to compare two of them.</summary>
    internal static IEnumerable<string> Text(Annex annex) =>
        annex.Rows.Select(row => $"{row.Number} {row.Label} {row.Region} {string.Join('|', row.Cells)}");

    private static ImportTarget Target(Schedule draft) =>
        new(
            draft.Period,
            [.. draft.Rows.OrderBy(row => row.Order).Select(row => new ImportTargetRow(row.Id, row.ToAnnexRow(draft.Period)))]
        );

    // As in a sheet whose first row is the header.
    private static ImportSource Source(Annex annex) => new(annex, [.. annex.Rows.Select((_, index) => index + 2)]);

    private static Annex Changed(int row, int month, string text) => Seed.With(row, existing => existing.WithCell(month, text));
}
