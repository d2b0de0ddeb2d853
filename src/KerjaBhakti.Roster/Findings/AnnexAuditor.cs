using System.Globalization;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Findings;

/// <summary>
/// Reads an annex and lists what is wrong or odd about it. The same list stands in the editor, the API, <c>check-annex</c> and the issue
/// gate. Each rule is stated in docs/roster-rules.md. Pure: the same annex gives the same findings in the same order.
/// </summary>
public sealed class AnnexAuditor(Gazetteer gazetteer)
{
    /// <summary>Every finding: by kind in the order of <see cref="FindingKind.All"/>, then by row, month and kecamatan.</summary>
    public IReadOnlyList<Finding> Audit(Annex annex)
    {
        if (annex.Rows.Count == 0)
        {
            // Every kecamatan is empty in every month then; saying so five hundred times helps nobody.
            return [new Finding(FindingKind.MissingAssignment, "Jadwal ini belum mempunyai baris.")];
        }

        var assignments = annex
            .Rows.SelectMany((row, index) => row.Cells.Select((cell, month) => new Placed(index, row, annex.Period.Months[month], cell)))
            .Where(placed => !placed.Row.IsRegion)
            .ToList();
        var coverage = Coverage.Of(annex, gazetteer);
        var house = HouseSpelling.Of(annex, gazetteer);

        return
        [
            .. UnknownKecamatan(assignments, house),
            .. MissingAssignments(assignments),
            .. RowNumbers(annex.Rows),
            .. EmptyDistrictMonths(coverage, house),
            .. UnevenCoverage(coverage, house),
            .. RepeatedDistricts(assignments, house),
            .. MixedSpelling(assignments, house),
            .. DuplicateLabels(annex.Rows),
            .. NearDuplicateLabels(annex.Rows),
            .. StartsBeforeInstruction(annex),
        ];
    }

    private IEnumerable<Finding> UnknownKecamatan(List<Placed> assignments, HouseSpelling house)
    {
        foreach (var placed in assignments.Where(placed => !placed.Cell.IsEmpty && placed.Cell.Kecamatan is null))
        {
            var text = placed.Cell.AsPrinted;
            yield return placed.Finding(
                FindingKind.UnknownKecamatan,
                $"{placed.Where}: '{text}' bukan nama kecamatan.{UnknownName.Hint(text, gazetteer.Nearest(text), gazetteer, kecamatan => house[kecamatan.Code])}"
            );
        }
    }

    private static IEnumerable<Finding> MissingAssignments(List<Placed> assignments) =>
        assignments
            .Where(placed => placed.Cell.IsEmpty)
            .Select(placed =>
                placed.Finding(FindingKind.MissingAssignment, $"{placed.Where}: belum ada kecamatan untuk {placed.Row.Label}.")
            );

    private static IEnumerable<Finding> RowNumbers(IReadOnlyList<AnnexRow> rows)
    {
        var present = rows.Where(row => row.Number is not null).Select(row => row.Number!.Value).ToHashSet();
        var seen = new Dictionary<int, AnnexRow>();
        var expected = 1;
        for (var index = 0; index < rows.Count; index++)
        {
            var row = rows[index];
            var message = row.Number switch
            {
                null => $"Baris ke-{index + 1} ({row.Label}) tidak bernomor.",
                { } number when seen.TryGetValue(number, out var first) =>
                    $"Nomor {number} dipakai dua kali: {first.Label} dan {row.Label}.",
                { } number when number < expected => $"Nomor {number} ({row.Label}) tidak berurutan.",
                { } number when number > expected && !present.Contains(expected) => number == expected + 1
                    ? $"Nomor {expected} tidak ada sebelum nomor {number} ({row.Label})."
                    : $"Nomor {expected} s.d. {number - 1} tidak lengkap sebelum nomor {number} ({row.Label}).",
                _ => null,
            };
            if (message is not null)
            {
                yield return new Finding(FindingKind.RowNumber, message) { RowIndex = index, Row = row.Number };
            }

            if (row.Number is { } value)
            {
                seen.TryAdd(value, row);
                expected = Math.Max(expected, value == int.MaxValue ? value : value + 1);
            }
        }
    }

    private IEnumerable<Finding> EmptyDistrictMonths(Coverage coverage, HouseSpelling house) =>
        from month in coverage.Months
        from kecamatan in gazetteer.Kecamatan
        where coverage.Count(kecamatan.Code, month) == 0
        select new Finding(
            FindingKind.EmptyDistrictMonth,
            $"Kecamatan {house[kecamatan.Code]} tidak mendapat petugas pada {InWords(month)}."
        )
        {
            Month = month,
            Kecamatan = kecamatan.Code,
        };

    private IEnumerable<Finding> UnevenCoverage(Coverage coverage, HouseSpelling house) =>
        from month in coverage.Months
        from kecamatan in gazetteer.Kecamatan
        let count = coverage.Count(kecamatan.Code, month)
        where count > coverage.EvenLimit
        select new Finding(
            FindingKind.UnevenCoverage,
            $"Kecamatan {house[kecamatan.Code]} mendapat {count} petugas pada {InWords(month)}; sebaran yang merata paling banyak {coverage.EvenLimit}."
        )
        {
            Month = month,
            Kecamatan = kecamatan.Code,
        };

    private static IEnumerable<Finding> RepeatedDistricts(List<Placed> assignments, HouseSpelling house) =>
        from placed in assignments
        where placed.Cell.Kecamatan is not null
        group placed by (placed.Index, Kecamatan: placed.Cell.Kecamatan!.Value) into same
        where same.Skip(1).Any()
        let last = same.Last()
        select last.Finding(
            FindingKind.RepeatedDistrict,
            $"{last.RowName} ({last.Row.Label}) mendapat {house[same.Key.Kecamatan]} lebih dari sekali: "
                + $"{string.Join(", ", same.Select(placed => placed.Month.Name))}."
        );

    private static IEnumerable<Finding> MixedSpelling(List<Placed> assignments, HouseSpelling house) =>
        from placed in assignments
        where placed.Cell.Kecamatan is not null
        group placed by placed.Cell.Kecamatan!.Value into same
        orderby same.Key
        let spellings = same.GroupBy(placed => placed.Cell.AsPrinted, StringComparer.Ordinal)
            .OrderByDescending(spelling => spelling.Count())
            .ToList()
        where spellings.Count > 1
        let rarest = spellings[^1].First()
        select rarest.Finding(
            FindingKind.MixedSpelling,
            $"Kecamatan {house[same.Key]} ditulis dengan {spellings.Count} ejaan: "
                + $"{string.Join(", ", spellings.Select(spelling => $"'{spelling.Key}' {spelling.Count()} kali"))}; "
                + $"yang paling jarang pada {rarest.WhereInSentence}."
        );

    private static IEnumerable<Finding> DuplicateLabels(IReadOnlyList<AnnexRow> rows) =>
        from pair in rows.Select((row, index) => (Row: row, Index: index))
        where pair.Row.Label.Length > 0
        group pair by Spelling.Key(pair.Row.Label) into same
        where same.Skip(1).Any()
        let last = same.Last()
        orderby last.Index
        select new Finding(
            FindingKind.DuplicateLabel,
            $"'{last.Row.Label}' tercetak pada {same.Count()} baris: {string.Join(", ", same.Select(pair => NameOf(pair.Row, pair.Index)))}."
        )
        {
            RowIndex = last.Index,
            Row = last.Row.Number,
        };

    private static IEnumerable<Finding> NearDuplicateLabels(IReadOnlyList<AnnexRow> rows)
    {
        // Only the first row of each label takes part: what stands twice is already a duplicate.
        var labels = rows.Select((row, index) => (Row: row, Index: index, Label: LabelWords.Of(row.Label)))
            .Where(item => item.Label.Words.Length > 0)
            .DistinctBy(item => item.Label.Key, StringComparer.Ordinal)
            .ToList();
        for (var later = 1; later < labels.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                var (first, second) = (labels[earlier], labels[later]);
                var differentCities = first.Row.Region is { } a && second.Row.Region is { } b && a.City != b.City;
                if (!differentCities && first.Label.IsNear(second.Label))
                {
                    yield return new Finding(
                        FindingKind.NearDuplicateLabel,
                        $"{NameOf(first.Row, first.Index)} '{first.Row.Label}' dan {NameOf(second.Row, second.Index)} '{second.Row.Label}' hampir sama."
                    )
                    {
                        RowIndex = second.Index,
                        Row = second.Row.Number,
                    };
                }
            }
        }
    }

    private static IEnumerable<Finding> StartsBeforeInstruction(Annex annex)
    {
        if (
            annex.InstructionDate is { } date
            && annex.Period.First.FirstDay < date
            && annex.Period.First.CompareTo(RosterMonth.Of(date)) < 0
        )
        {
            yield return new Finding(
                FindingKind.StartsBeforeInstruction,
                $"Jadwal mulai {InWords(annex.Period.First)}, sebelum Instruksi ditetapkan pada "
                    + $"{date.Day.ToString(CultureInfo.InvariantCulture)} {InWords(RosterMonth.Of(date))}."
            )
            {
                Month = annex.Period.First,
            };
        }
    }

    private static string InWords(RosterMonth month) => string.Create(CultureInfo.InvariantCulture, $"{month.Name} {month.Year}");

    private static string NameOf(AnnexRow row, int index) =>
        row.Number is { } number ? $"baris {number.ToString(CultureInfo.InvariantCulture)}" : $"baris ke-{index + 1}";

    /// <summary>A cell of a rotating row with its place.</summary>
    private sealed record Placed(int Index, AnnexRow Row, RosterMonth Month, AnnexCell Cell)
    {
        public string RowName => string.Concat("B", NameOf(Row, Index).AsSpan(1));

        public string Where => $"{RowName}, {Month.Name}";

        public string WhereInSentence => $"{NameOf(Row, Index)}, {Month.Name}";

        public Finding Finding(FindingKind kind, string message) =>
            new(kind, message)
            {
                RowIndex = Index,
                Row = Row.Number,
                Month = Month,
                Kecamatan = Cell.Kecamatan,
            };
    }
}
