using FsCheck;
using FsCheck.Fluent;
using KerjaBhakti.Roster.Differences;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Differences;

public class AnnexDifferenceProperties
{
    private const int Months = 3;

    private static readonly RosterPeriod Period = new(new RosterMonth(2016, 1), new RosterMonth(2016, Months));

    /// <summary>Few labels, texts and identities, so that rows of two versions often are the same one.</summary>
    private static readonly Gen<DifferenceRow> Rows =
        from identity in Gen.Choose(0, 12)
        from label in Gen.Elements("Biro Hukum", "biro  hukum", "Biro Umum", "Dinas Sosial", string.Empty)
        from region in Gen.Elements(true, false, false)
        from texts in Gen.Elements("Pulogadung", "Pulo Gadung", "Koja", "entah", string.Empty).ListOf(Months)
        select new DifferenceRow(
            identity < 6 ? new Guid(identity + 1, 0, 0, new byte[8]) : null,
            new AnnexRow(
                null,
                label,
                region ? new AnnexRegion(CityCode.Parse("31.75"), "Jakarta Timur") : null,
                [.. texts.Select(text => region ? AnnexCell.Empty : new AnnexCell(text, Seed.Gazetteer.FindByName(text)?.Code))]
            )
        );

    private static readonly Gen<AnnexVersion> Versions = Rows.ListOf().Select(rows => new AnnexVersion(Period, [.. rows.Take(25)]));

    private static readonly Gen<(AnnexVersion Old, AnnexVersion New)> Pairs = from old in Versions from @new in Versions select (old, @new);

    [Fact]
    public void Between_AnAnnexAndItself_IsEmpty() =>
        Property.Holds(Versions, version => Assert.True(AnnexDifference.Between(version, version).IsEmpty));

    [Fact]
    public void Between_AnyTwo_TurnsTheOldIntoTheNew() =>
        Property.Holds(
            Pairs,
            pair =>
            {
                var changes = AnnexDifference.Between(pair.Old, pair.New).Changes;
                var removed = Of(changes, AnnexChangeKind.RowRemoved).Select(change => change.OldIndex!.Value).ToHashSet();
                var added = Of(changes, AnnexChangeKind.RowAdded).Select(change => change.NewIndex!.Value).ToHashSet();
                Assert.Equal(pair.Old.Rows.Count - removed.Count, pair.New.Rows.Count - added.Count);

                // What did not move keeps its order, so only the moved rows need to be told where they went.
                var moved = Of(changes, AnnexChangeKind.RowMoved)
                    .ToDictionary(change => change.NewIndex!.Value, change => change.OldIndex!.Value);
                var staying = new Queue<int>(
                    Enumerable.Range(0, pair.Old.Rows.Count).Where(index => !removed.Contains(index) && !moved.ContainsValue(index))
                );
                for (var index = 0; index < pair.New.Rows.Count; index++)
                {
                    if (!added.Contains(index))
                    {
                        var from = moved.TryGetValue(index, out var old) ? old : staying.Dequeue();
                        Accounts(
                            changes.Where(change => change.NewIndex == index && change.OldIndex == from),
                            pair.Old.Rows[from].Row,
                            pair.New.Rows[index].Row
                        );
                    }
                }

                Assert.Empty(staying);
            },
            tests: 500
        );

    [Fact]
    public void Between_AnyTwo_MovesAsManyRowsForthAsBack() =>
        Property.Holds(Pairs, pair =>
            Assert.Equal(
                Of(AnnexDifference.Between(pair.Old, pair.New).Changes, AnnexChangeKind.RowMoved).Count(),
                Of(AnnexDifference.Between(pair.New, pair.Old).Changes, AnnexChangeKind.RowMoved).Count()
            )
        );

    [Fact]
    public void Between_OneRowMovedAnywhere_SaysThatOneRowMoved() =>
        Property.Holds(from moved in Gen.Choose(0, 92) from to in Gen.Choose(0, 92) select (moved, to), move =>
        {
            var old = new AnnexVersion(
                Seed.Period,
                [.. Seed.Annex.Rows.Select((row, index) => new DifferenceRow(new Guid(index + 1, 0, 0, new byte[8]), row))]
            );
            var rows = old.Rows.ToList();
            rows.RemoveAt(move.moved);
            rows.Insert(move.to, old.Rows[move.moved]);
            var changes = AnnexDifference.Between(old, old with { Rows = rows }).Changes;
            Assert.All(changes, change => Assert.Equal(AnnexChangeKind.RowMoved, change.Kind));
            Assert.Equal(move.moved == move.to ? 0 : 1, changes.Count);
        });

    /// <summary>The changes told of a row are exactly what differs in it.</summary>
    private static void Accounts(IEnumerable<AnnexChange> told, AnnexRow before, AnnexRow after)
    {
        var changes = told.Where(change => change.Kind != AnnexChangeKind.RowMoved).ToList();
        Assert.All(changes, change =>
        {
            Assert.NotEqual(change.Before, change.After);
            Assert.EndsWith(".", change.Sentence, StringComparison.Ordinal);
        });
        Assert.Equal(
            before.Label != after.Label,
            changes.Exists(change => change.Kind == AnnexChangeKind.RowRenamed && change.After == after.Label)
        );
        Assert.Equal(before.Region != after.Region, changes.Exists(change => change.Kind == AnnexChangeKind.Region));
        var cells = changes.Where(change => change.Month is not null).Select(change => (change.Month!.Value, change.Before, change.After));
        Assert.Equal(
            after.IsRegion
                ? []
                : Period
                    .Months.Select((month, index) => (month, before.Cells[index].AsPrinted, after.Cells[index].AsPrinted))
                    .Where(cell => cell.Item2 != cell.Item3),
            cells.OrderBy(cell => cell.Value)
        );
    }

    private static IEnumerable<AnnexChange> Of(IEnumerable<AnnexChange> changes, AnnexChangeKind kind) =>
        changes.Where(change => change.Kind == kind);
}
