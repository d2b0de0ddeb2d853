using System.Text.RegularExpressions;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Documents.Roster.Reading;

/// <summary>The row that heads the table: the number, the post, and one column for each month.</summary>
/// <param name="Row">The row's number in the file.</param>
/// <param name="NumberColumn">The column headed "No", counted from zero; null where the table has none and its rows are numbered by their order.</param>
/// <param name="LabelColumn">The column headed "Jabatan/SKPD/UKPD".</param>
/// <param name="Months">The months from left to right, one at least: consecutive once they are sorted.</param>
/// <param name="Texts">The header's own texts, by which a header repeated further down is recognised.</param>
internal sealed partial record AnnexHeader(int Row, int? NumberColumn, int LabelColumn, IReadOnlyList<MonthColumn> Months, SheetRow Texts)
{
    /// <summary>How many rows of titles may stand above the header.</summary>
    public const int MostTitleRows = 30;

    // A head or a title is short; longer texts are not searched.
    private const int MostHeadLength = 100;
    private const int MostTitleLength = 1000;

    public int FirstMonthColumn => Months[0].Column;

    public int LastMonthColumn => Months[^1].Column;

    /// <summary>The months in the order of the year.</summary>
    public IReadOnlyList<MonthColumn> MonthsOfTheYear { get; } = [.. Months.OrderBy(month => month.Month)];

    /// <summary>Every column of the table.</summary>
    public IReadOnlyList<int> Columns { get; } =
        [.. NumberColumn is { } number ? new[] { number } : [], LabelColumn, .. Months.Select(month => month.Column)];

    /// <summary>The heads of the columns that are not read, as they stand in the file.</summary>
    public IEnumerable<string> UnusedHeads => Texts.Texts.Where((text, column) => text.Length > 0 && !Columns.Contains(column));

    /// <summary>
    /// Reads on to the header; null where the sheet has none. The texts above it go to <paramref name="titles"/>; where a row almost is one,
    /// <paramref name="nearMiss"/> says what it lacks.
    /// </summary>
    public static AnnexHeader? Find(Sheet sheet, IEnumerator<SheetRow> rows, List<string> titles, ref string? nearMiss)
    {
        for (var count = 0; count <= MostTitleRows && rows.MoveNext(); count++)
        {
            var row = rows.Current;
            if (Parse(sheet, row, ref nearMiss) is { } header)
            {
                return header;
            }

            titles.AddRange(row.Texts.Where(text => text.Length is > 0 and <= MostTitleLength));
        }

        return null;
    }

    /// <summary>Whether the row repeats this header, as on the top of a printed page.</summary>
    public bool IsRepeatedBy(SheetRow row) => Columns.All(column => Spelling.Key(row[column]) == Spelling.Key(Texts[column]));

    /// <summary>Reads on to the row a person named and takes its columns as they say.</summary>
    /// <exception cref="AnnexUnreadableException">The sheet has no such row, or the columns are no table of an annex.</exception>
    public static AnnexHeader Choose(Sheet sheet, IEnumerator<SheetRow> rows, AnnexColumns columns, List<string> titles)
    {
        while (rows.MoveNext())
        {
            var row = rows.Current;
            if (row.Number == columns.HeaderRow)
            {
                var months = columns.Months.Select(pair => new MonthColumn(pair.Key, pair.Value, MonthColumn.Parse(row[pair.Key], pair.Key)?.Year)).OrderBy(month => month.Column).ToList();
                if (months.Count == 0)
                {
                    throw InDoubt("Belum ada kolom bulan yang dipilih; tentukan kolom untuk tiap bulan.");
                }

                RequireConsecutive(sheet, row, months);
                return new AnnexHeader(row.Number, columns.Number, columns.Label, months, row);
            }

            titles.AddRange(row.Texts.Where(text => text.Length is > 0 and <= MostTitleLength));
        }

        throw InDoubt($"Baris kepala {columns.HeaderRow} tidak ada dalam berkas; pilih baris lain.");
    }

    /// <summary>What a head says of its column.</summary>
    public static ColumnUse UseOf(string head) => head switch
    {
        { Length: > MostHeadLength } => default,
        _ when NumberHead().IsMatch(head) => new ColumnUse(ColumnKind.Number),
        _ when LabelHead().IsMatch(head) => new ColumnUse(ColumnKind.Label),
        _ when MonthColumn.Parse(head, column: 0) is { } month => new ColumnUse(ColumnKind.Month, month.Month),
        _ => default,
    };

    private static AnnexHeader? Parse(Sheet sheet, SheetRow row, ref string? nearMiss)
    {
        int? number = null, label = null;
        var months = new List<MonthColumn>();
        for (var column = 0; column < row.Texts.Count; column++)
        {
            switch (UseOf(row[column]).Kind)
            {
                case ColumnKind.Number:
                    number ??= column;
                    break;
                case ColumnKind.Label:
                    label ??= column;
                    break;
                case ColumnKind.Month:
                    months.Add(MonthColumn.Parse(row[column], column)!);
                    break;
            }
        }

        if (label is not null && months.Count > 0)
        {
            RequireConsecutive(sheet, row, months);
            return new AnnexHeader(row.Number, number, label.Value, months, row);
        }

        nearMiss ??= (number, label, months.Count) switch
        {
            (not null, not null, 0) =>
                $"Baris kepala tabel (baris {row.Number}) tidak memuat nama bulan; setelah Jabatan/SKPD/UKPD tulis bulan berturut-turut, misalnya Mei, Juni, Juli.",
            (not null, null, > 0) or (null, null, > 1) => $"Baris kepala tabel (baris {row.Number}) tidak memuat kolom Jabatan/SKPD/UKPD; tambahkan kolom itu.",
            _ => null,
        };
        return null;
    }

    private static void RequireConsecutive(Sheet sheet, SheetRow row, List<MonthColumn> months)
    {
        if (months.GroupBy(month => month.Month).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
        {
            throw InDoubt(
                $"Bulan {twice.First().Name} ada dua kali pada baris kepala tabel ({sheet.Where(row.Number, twice.First().Column)} dan "
                + $"{sheet.Where(row.Number, twice.Last().Column)}); sisakan satu kolom.");
        }

        var sorted = months.Select(month => month.Month).Order().ToList();
        var missing = Enumerable.Range(sorted[0], sorted[^1] - sorted[0]).Except(sorted).Select(MonthColumn.NameOf).ToList();
        if (missing.Count > 0)
        {
            throw InDoubt(
                $"Bulan {string.Join(", ", missing)} tidak ada pada baris kepala tabel (baris {row.Number}), padahal {MonthColumn.NameOf(sorted[0])} dan "
                + $"{MonthColumn.NameOf(sorted[^1])} ada; bulan harus berturut-turut dalam satu tahun.");
        }

        // All twelve months with Desember before Januari are two years side by side; in any other order a gap would have shown them.
        if (months.Count == 12 && months.Zip(months.Skip(1)).Any(pair => pair is { First.Month: 12, Second.Month: 1 }))
        {
            throw InDoubt(
                $"Bulan pada baris kepala tabel (baris {row.Number}) berlanjut dari Desember ke Januari, jadi memuat dua tahun; satu lampiran hanya untuk satu tahun.");
        }

        var years = months.Where(month => month.Year is not null).Select(month => month.Year!.Value).Distinct().ToList();
        if (years.Count > 1)
        {
            throw InDoubt(
                $"Baris kepala tabel (baris {row.Number}) memuat bulan dari tahun {string.Join(" dan ", years)}; satu lampiran hanya untuk satu tahun.");
        }
    }

    private static AnnexUnreadableException InDoubt(string message) => new(message) { ColumnsInDoubt = true };

    [GeneratedRegex(@"^(No\.?( Urut)?\.?|Nomor( Urut)?|Nr\.?|#)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberHead();

    [GeneratedRegex(@"^(Nama )?Jabatan\b|\b(SKPD|UKPD|OPD)\b|^(Nama )?(Unit Kerja|Perangkat Daerah)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LabelHead();
}
