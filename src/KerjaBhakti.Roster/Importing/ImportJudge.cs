using System.Globalization;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Importing;

/// <summary>Gives each row and cell of a file its verdict.</summary>
internal sealed class ImportJudge(
    ImportSource source,
    ImportTarget target,
    EmptyCells emptyCells,
    Gazetteer gazetteer,
    HouseSpelling? house
)
{
    // Far more than a person corrects; beyond it the nearest names are not looked up, so that a file full of something else is refused
    // quickly.
    private const int MostLookUps = 500;

    private readonly Dictionary<string, IReadOnlyList<Kecamatan>> nearest = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyList<RosterMonth> months =
    [
        .. source.Annex.Period.Months.Select(month => target.Period.SameMonth(month) ?? month.Plus(12 * AwayFrom(month, target.Period))),
    ];

    public ImportPreview Judge(CancellationToken cancellationToken)
    {
        var annex = source.Annex;

        // No number at all, and every row means the one in its place.
        var byOrder = annex.Rows.All(row => row.Number is null);
        var numbers = annex.Rows.Select((row, index) => byOrder ? index + 1 : row.Number).ToList();
        var firstOf = new Dictionary<int, int>();
        foreach (var (index, number) in numbers.Index().Reverse())
        {
            firstOf[number ?? 0] = index;
        }

        var rows = new List<ImportRow>(annex.Rows.Count);
        for (var index = 0; index < annex.Rows.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.Add(JudgeRow(index, annex.Rows[index], numbers[index], firstOf));
        }

        var named = numbers.OfType<int>().ToHashSet();
        var untouched = target.Rows.Where((_, index) => !named.Contains(index + 1)).ToList();
        return new ImportPreview(target, rows, untouched, RefusalOf(rows));
    }

    private ImportRow JudgeRow(int index, AnnexRow row, int? number, Dictionary<int, int> firstOf)
    {
        var existing = number is >= 1 && number <= target.Rows.Count ? target.Rows[number.Value - 1] : null;
        IReadOnlyList<ImportCell> cells = row.Region is null
            ?
            [
                .. months
                    .Zip(row.Cells)
                    .Where(pair => target.Period.Contains(pair.First))
                    .Select(pair => JudgeCell(pair.First, pair.Second, existing)),
            ]
            : [];
        return new ImportRow
        {
            FileRow = source.FileRows[index],
            Number = number,
            Label = row.Label,
            Region = row.Region,
            Target = existing,
            Cells = cells,
            Problems =
            [
                .. source.Doubts.Where(doubt => doubt.Row == index).Select(doubt => doubt.Sentence),
                .. source.Doubts.Any(doubt => doubt.Row == index && doubt.IsOfNumber) ? [] : NumberProblems(index, number, firstOf),
                .. row.Label.Length == 0 ? [$"{Name(index, number)}: jabatan kosong."] : Array.Empty<string>(),
                .. cells.Where(cell => cell.Verdict == CellVerdict.Unknown).Select(cell => Sentence(Name(index, number), cell)),
            ],
        };
    }

    private ImportCell JudgeCell(RosterMonth month, AnnexCell cell, ImportTargetRow? existing)
    {
        var text = cell.AsPrinted;
        var kecamatan = cell.Kecamatan is { } code ? gazetteer.Find(code) : null;
        // A region row has no months; what it becomes starts empty.
        var before = existing is { Printed.Region: null } ? existing.Printed.Cells[target.Period.IndexOf(month)].AsPrinted : string.Empty;
        if (text.Length == 0 && before.Length == 0)
        {
            return new ImportCell(month, text, before, CellVerdict.Empty, Kecamatan: null, []);
        }

        if (text == before)
        {
            return new ImportCell(month, text, before, CellVerdict.Unchanged, kecamatan, []);
        }

        if (text.Length == 0)
        {
            return new ImportCell(
                month,
                text,
                before,
                emptyCells == EmptyCells.Clear ? CellVerdict.Emptied : CellVerdict.Kept,
                Kecamatan: null,
                []
            );
        }

        var verdict =
            kecamatan is null ? CellVerdict.Unknown
            : NameOf(kecamatan) == text ? CellVerdict.Accepted
            : CellVerdict.Alias;
        return new ImportCell(month, text, before, verdict, kecamatan, kecamatan is null ? NearestTo(text) : []);
    }

    private IEnumerable<string> NumberProblems(int index, int? number, Dictionary<int, int> firstOf)
    {
        if (number is not >= 1)
        {
            yield return $"{Name(index, number: null)}: nomor kosong atau bukan angka; isi nomornya.";
        }
        else if (firstOf[number.Value] != index)
        {
            yield return Invariant(
                $"{Name(index, number)}: nomor {number} sudah ada di baris {source.FileRows[firstOf[number.Value]]} berkas; satu nomor hanya untuk satu baris."
            );
        }
        else if (number > target.Rows.Count + 1 && !firstOf.ContainsKey(number.Value - 1))
        {
            yield return Invariant(
                $"{Name(index, number)}: nomor {number - 1} tidak ada di berkas{(target.Rows.Count > 0 ? " maupun di rancangan" : null)}; nomor harus berurutan."
            );
        }
    }

    private string? RefusalOf(List<ImportRow> rows)
    {
        var total = target.Rows.Count + rows.Count(row => row.Target is null);
        if (total > Schedule.MostRows)
        {
            return Invariant(
                $"Berkas memuat {rows.Count} baris sehingga rancangan menjadi {total} baris; satu jadwal memuat paling banyak {Schedule.MostRows} baris."
            );
        }

        var outside = months
            .Where(
                (month, index) =>
                    !target.Period.Contains(month) && source.Annex.Rows.Any(row => row.Region is null && !row.Cells[index].IsEmpty)
            )
            .Select(month => month.Name)
            .ToList();
        return outside.Count == 0
            ? null
            : $"Berkas berisi bulan {string.Join(", ", outside)}, padahal rancangan ini untuk {target.Period}; kosongkan atau hapus kolom itu.";
    }

    /// <summary>How many years a month is to be moved so that it lies in the year of a period that does not have its name.</summary>
    private static int AwayFrom(RosterMonth month, RosterPeriod period) => period.Year - month.Year;

    private string NameOf(Kecamatan kecamatan) => house?[kecamatan.Code] ?? kecamatan.Name;

    private IReadOnlyList<Kecamatan> NearestTo(string text)
    {
        if (!nearest.TryGetValue(text, out var names))
        {
            names = nearest.Count < MostLookUps ? gazetteer.Nearest(text) : [];
            nearest.Add(text, names);
        }

        return names;
    }

    private string Name(int index, int? number) =>
        number is { } known ? Invariant($"Baris {known}") : Invariant($"Baris {source.FileRows[index]} berkas");

    private string Sentence(string row, ImportCell cell) =>
        $"{row}, {cell.Month.Name}: '{cell.Text}' bukan nama kecamatan.{UnknownName.Hint(cell.Text, cell.Nearest, gazetteer, NameOf)}";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
