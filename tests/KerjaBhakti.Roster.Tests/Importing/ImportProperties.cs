using FsCheck;
using FsCheck.Fluent;
using KerjaBhakti.Roster.Importing;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Importing;

/// <summary>
/// Whatever a file without errors says, the draft says afterwards, and what it said before once the import is taken back.
/// </summary>
public class ImportProperties
{
    private static readonly string[] Names =
    [
        string.Empty,
        .. Seed.Gazetteer.Kecamatan.SelectMany(item => item.Aliases.Prepend(item.Name)),
    ];

    private static readonly Gen<(int Row, int Month, string Text)> Changes =
        from row in Gen.Choose(0, 92)
        from month in Gen.Choose(0, 7)
        from text in Gen.Elements(Names)
        select (row, month, text);

    [Fact]
    public void Import_AnyCells_MakesTheDraftTheFileAndUndoMakesItWhatItWas() => Property.HoldsForLists(Changes, changes =>
        {
            var draft = ImportPreviewTests.Draft();
            var before = ImportPreviewTests.Text(draft.ToAnnex()).ToList();
            var file = With(changes);
            var edits = ImportPreviewTests.Preview(file, draft, EmptyCells.Clear).ToEdits();

            var outcome = draft.Apply(edits, Seed.Gazetteer, Seed.Now);
            Assert.Empty(outcome.Conflicts);
            Assert.Equal(ImportPreviewTests.Text(file), ImportPreviewTests.Text(draft.ToAnnex()));
            Assert.Empty(ImportPreviewTests.Preview(file, draft, EmptyCells.Clear).ToEdits());

            Assert.Empty(draft.Apply(outcome.Inverse, Seed.Gazetteer, Seed.Now).Conflicts);
            Assert.Equal(before, ImportPreviewTests.Text(draft.ToAnnex()));
        });

    [Fact]
    public void Import_WhateverSomebodyWroteMeanwhile_LosesNothingOfIt() => Property.HoldsForLists(Changes, changes =>
        {
            var draft = ImportPreviewTests.Draft();
            var file = With(changes);
            var edits = ImportPreviewTests.Preview(file, draft).ToEdits();
            foreach (var write in edits.OfType<ScheduleEdit.WriteCell>().Take(1))
            {
                draft.Apply([write with { Text = "ditulis orang lain" }], Seed.Gazetteer, Seed.Now);

                Assert.NotEmpty(draft.Apply(edits, Seed.Gazetteer, Seed.Now).Conflicts);
            }
        });

    private static Annex With(IReadOnlyList<(int Row, int Month, string Text)> changes) =>
        changes
            .Where(change => !Seed.Annex.Rows[change.Row].IsRegion)
            .Aggregate(Seed.Annex, (annex, change) =>
                annex with
                {
                    Rows = [.. annex.Rows.Select((row, index) => index == change.Row ? row.WithCell(change.Month, change.Text) : row)],
                }
            );
}
