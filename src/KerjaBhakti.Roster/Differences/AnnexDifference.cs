using System.Globalization;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Differences;

/// <summary>
/// Everything a reader of the new annex finds otherwise than in the old one. Row numbers are not compared: they follow the place of a row.
/// Neither are the cells of a month only one annex has.
/// </summary>
/// <param name="Changes">The changes by kind, and within a kind in the order of the rows and months.</param>
public sealed record AnnexDifference(IReadOnlyList<AnnexChange> Changes)
{
    /// <summary>What a rotating row has in place of a region.</summary>
    private const string Rotating = "kecamatan bergiliran";

    /// <summary>Whether the two annexes read alike.</summary>
    public bool IsEmpty => Changes.Count == 0;

    /// <summary>Compares two annexes.</summary>
    public static AnnexDifference Between(AnnexVersion old, AnnexVersion @new)
    {
        var pairs = RowMatching.Pair(old.Rows, @new.Rows);
        var removed = Enumerable.Range(0, old.Rows.Count).Except(pairs.Select(pair => pair.Old));
        var added = Enumerable.Range(0, @new.Rows.Count).Except(pairs.Select(pair => pair.New));
        IEnumerable<AnnexChange> changes =
        [
            .. PeriodChanges(old.Period, @new.Period),
            .. added.Select(index =>
                OfRow(AnnexChangeKind.RowAdded, null, index, @new.Rows[index].Row, string.Empty, Content(@new, index))
            ),
            .. removed.Select(index =>
                OfRow(AnnexChangeKind.RowRemoved, index, null, old.Rows[index].Row, Content(old, index), string.Empty)
            ),
            .. RowMatching
                .Moved(pairs)
                .Select(pair =>
                    OfPair(
                        AnnexChangeKind.RowMoved,
                        pair,
                        @new,
                        Number(old.Rows[pair.Old].Row, pair.Old),
                        Number(@new.Rows[pair.New].Row, pair.New)
                    )
                ),
            .. pairs.SelectMany(pair => RowChanges(old, @new, pair)),
        ];
        return new AnnexDifference([.. changes.OrderBy(change => change.Kind)]);
    }

    private static IEnumerable<AnnexChange> PeriodChanges(RosterPeriod old, RosterPeriod @new)
    {
        if (old.Years != @new.Years)
        {
            yield return OfMonth(AnnexChangeKind.Year, null, old.Years, @new.Years);
        }

        foreach (var month in @new.Months.Where(month => old.SameMonth(month) is null))
        {
            yield return OfMonth(AnnexChangeKind.MonthAdded, month, string.Empty, month.Name);
        }

        foreach (var month in old.Months.Where(month => @new.SameMonth(month) is null))
        {
            yield return OfMonth(AnnexChangeKind.MonthDropped, month, month.Name, string.Empty);
        }
    }

    private static IEnumerable<AnnexChange> RowChanges(AnnexVersion old, AnnexVersion @new, (int Old, int New) pair)
    {
        var (before, after) = (old.Rows[pair.Old].Row, @new.Rows[pair.New].Row);
        if (before.Label != after.Label)
        {
            yield return OfPair(AnnexChangeKind.RowRenamed, pair, @new, before.Label, after.Label);
        }

        if (before.Region != after.Region)
        {
            var kind = before.Region?.City == after.Region?.City ? AnnexChangeKind.Spelling : AnnexChangeKind.Region;
            yield return OfPair(kind, pair, @new, before.Region?.AsPrinted ?? Rotating, after.Region?.AsPrinted ?? Rotating);
        }

        // A region row has no months; that it lost them is told by its region.
        if (after.IsRegion)
        {
            yield break;
        }

        foreach (var month in @new.Period.Months)
        {
            if (old.Period.SameMonth(month) is not { } oldMonth)
            {
                continue;
            }

            var (was, now) = (before.Cells[old.Period.IndexOf(oldMonth)], after.Cells[@new.Period.IndexOf(month)]);
            var (wasText, nowText) = (was.AsPrinted ?? string.Empty, now.AsPrinted ?? string.Empty);
            if (wasText != nowText)
            {
                var kind = IsSamePlace(was, now) ? AnnexChangeKind.Spelling : AnnexChangeKind.Kecamatan;
                yield return OfPair(kind, pair, @new, wasText, nowText) with
                {
                    Month = month,
                };
            }
        }
    }

    private static bool IsSamePlace(AnnexCell was, AnnexCell now) =>
        was.Kecamatan is null && now.Kecamatan is null
            ? Spelling.Key(was.AsPrinted) == Spelling.Key(now.AsPrinted)
            : was.Kecamatan == now.Kecamatan;

    /// <summary>Where a row serves, in one line: its region, or each filled month with its kecamatan.</summary>
    private static string Content(AnnexVersion version, int index)
    {
        var row = version.Rows[index].Row;
        return row.Region?.AsPrinted
            ?? string.Join(
                ", ",
                version
                    .Period.Months.Zip(row.Cells)
                    .Where(cell => !cell.Second.IsEmpty)
                    .Select(cell => $"{cell.First.Name} {cell.Second.AsPrinted}")
            );
    }

    private static AnnexChange OfMonth(AnnexChangeKind kind, RosterMonth? month, string before, string after) =>
        new(kind, null, null, null, string.Empty, month, before, after);

    private static AnnexChange OfPair(AnnexChangeKind kind, (int Old, int New) pair, AnnexVersion @new, string before, string after) =>
        OfRow(kind, pair.Old, pair.New, @new.Rows[pair.New].Row, before, after);

    private static AnnexChange OfRow(AnnexChangeKind kind, int? oldIndex, int? newIndex, AnnexRow row, string before, string after) =>
        new(kind, oldIndex, newIndex, row.Number ?? ((newIndex ?? oldIndex) + 1), row.Label, null, before, after);

    private static string Number(AnnexRow row, int index) => Text(row.Number ?? (index + 1));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
