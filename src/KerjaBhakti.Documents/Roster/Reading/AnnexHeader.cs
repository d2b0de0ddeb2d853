using System.Text.RegularExpressions;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Documents.Roster.Reading;

/// <summary>What heads the table: the number, the post, and one column for each month.</summary>
/// <param name="Head">The row, or rows, it stands in.</param>
/// <param name="NumberColumn">The column headed "No", counted from zero; null where the table has none and its rows are numbered by their
/// order.</param>
/// <param name="LabelColumn">The column headed "Jabatan/SKPD/UKPD".</param>
/// <param name="Months">The months from left to right, one at least: consecutive once they are sorted.</param>
internal sealed partial record AnnexHeader(HeadRow Head, int? NumberColumn, int LabelColumn, IReadOnlyList<MonthColumn> Months)
{
    // A head is short; longer texts are not searched.
    private const int MostHeadLength = 100;

    public int FirstMonthColumn => Months[0].Column;

    public int LastMonthColumn => Months[^1].Column;

    /// <summary>Whether a person said which columns are which.</summary>
    public bool IsChosen { get; private init; }

    /// <summary>The months in the order of the year.</summary>
    public IReadOnlyList<MonthColumn> MonthsOfTheYear { get; } = [.. Months.OrderBy(month => month.Month)];

    /// <summary>Every column of the table.</summary>
    public IReadOnlyList<int> Columns { get; } =
    [.. NumberColumn is { } number ? new[] { number } : [], LabelColumn, .. Months.Select(month => month.Column)];

    /// <summary>The heads of the columns that are not read, as they stand in the file.</summary>
    public IEnumerable<string> UnusedHeads => Head.Texts.Where((text, column) => text.Length > 0 && !Columns.Contains(column));

    /// <summary>
    /// The header among the first rows of a sheet; null where it has none, and <paramref name="nearMiss"/> then says what a row that almost
    /// is one lacks.
    /// </summary>
    public static AnnexHeader? Find(Sheet sheet, IReadOnlyList<SheetRow> rows, ref string? nearMiss)
    {
        foreach (var head in HeadRow.Candidates(rows, text => UseOf(text).Kind != ColumnKind.Ignored))
        {
            if (Parse(sheet, head, ref nearMiss) is { } header)
            {
                return header;
            }
        }

        return null;
    }

    /// <summary>Takes the row a person named and its columns as they say.</summary>
    /// <exception cref="TableUnreadableException">The sheet has no such row, or the columns are no table of an annex.</exception>
    public static AnnexHeader Choose(Sheet sheet, IReadOnlyList<SheetRow> rows, AnnexColumns columns)
    {
        var row = rows.FirstOrDefault(row => row.Number == columns.HeaderRow)
            ?? throw InDoubt($"Baris kepala {columns.HeaderRow} tidak ada dalam berkas; pilih baris lain.");
        var months = columns
            .Months.Select(pair => new MonthColumn(pair.Key, pair.Value, MonthColumn.Of(row, pair.Key, sheet)?.Year))
            .OrderBy(month => month.Column)
            .ToList();
        if (months.Count == 0)
        {
            throw InDoubt("Belum ada kolom bulan yang dipilih; tentukan kolom untuk tiap bulan.");
        }

        var head = new HeadRow([row], row.Texts);
        RequireConsecutive(sheet, head, months);
        return new AnnexHeader(head, columns.Number, columns.Label, months) { IsChosen = true };
    }

    /// <summary>What a head says of its column.</summary>
    public static ColumnUse UseOf(string head) =>
        head switch
        {
            { Length: > MostHeadLength } => default,
            _ when NumberHead().IsMatch(head) => new ColumnUse(ColumnKind.Number),
            _ when LabelHead().IsMatch(head) => new ColumnUse(ColumnKind.Label),
            _ when MonthColumn.Parse(head, column: 0) is { } month => new ColumnUse(ColumnKind.Month, month.Month),
            _ => default,
        };

    /// <summary>What the texts of a row say of their columns, dates included.</summary>
    public static IReadOnlyList<ColumnUse> UsesOf(SheetRow row, Sheet sheet) =>
        [
            .. row.Texts.Select(
                (text, column) =>
                    UseOf(text) is { Kind: not ColumnKind.Ignored } use ? use
                    : MonthColumn.Of(row, column, sheet) is { } month ? new ColumnUse(ColumnKind.Month, month.Month)
                    : default
            ),
        ];

    /// <summary>The same header with the years that stand over the months, as where "2015" reaches over November and Desember.</summary>
    /// <exception cref="TableUnreadableException">They are two years.</exception>
    public AnnexHeader WithYears(IReadOnlyList<MergedCells> merges)
    {
        if (Head.Rows.Count == 1)
        {
            return this;
        }

        IReadOnlyList<MonthColumn> months =
        [
            .. Months.Select(month =>
                month with
                {
                    Year = month.Year ?? Head.Over(month.Column, merges).Select(AnnexYear.LastIn).FirstOrDefault(year => year is not null),
                }
            ),
        ];
        RequireOneYear(Head, months);
        return this with { Months = months };
    }

    private static AnnexHeader? Parse(Sheet sheet, HeadRow head, ref string? nearMiss)
    {
        int? number = null,
            label = null;
        var months = new List<MonthColumn>();
        var lowest = head.Rows[^1];
        for (var column = 0; column < head.Texts.Count; column++)
        {
            switch (UseOf(head[column]).Kind)
            {
                case ColumnKind.Number:
                    number ??= column;
                    break;
                case ColumnKind.Label:
                    label ??= column;
                    break;
                default:
                    if ((MonthColumn.Parse(head[column], column) ?? MonthColumn.Of(lowest, column, sheet)) is { } month)
                    {
                        months.Add(month);
                    }

                    break;
            }
        }

        if (label is not null && months.Count > 0)
        {
            var header = new AnnexHeader(head, number, label.Value, months);
            RequireNoDoubt(sheet, header);
            RequireConsecutive(sheet, head, months);
            return header;
        }

        nearMiss ??= (number, label, months.Count) switch
        {
            (not null, not null, 0) =>
                $"Baris kepala tabel (baris {head.Last}) tidak memuat nama bulan; setelah Jabatan/SKPD/UKPD tulis bulan berturut-turut, misalnya Mei, Juni, Juli.",
            (not null, null, > 0) or (null, null, > 1) =>
                $"Baris kepala tabel (baris {head.Last}) tidak memuat kolom Jabatan/SKPD/UKPD; tambahkan kolom itu.",
            _ => null,
        };
        return null;
    }

    /// <summary>A head that might be a month must not be passed over: its assignments would be lost.</summary>
    private static void RequireNoDoubt(Sheet sheet, AnnexHeader header)
    {
        for (var column = 0; column < header.Head.Texts.Count; column++)
        {
            if (!header.Columns.Contains(column) && MonthColumn.Guess(header.Head[column]) is { } month)
            {
                throw InDoubt(
                    $"Kepala kolom '{header.Head[column]}' ({sheet.Where(header.Head.Last, column)}) mungkin berarti {MonthColumn.NameOf(month)}; tulis nama bulannya dengan lengkap, "
                        + "atau tentukan kolomnya."
                );
            }
        }
    }

    private static void RequireConsecutive(Sheet sheet, HeadRow head, List<MonthColumn> months)
    {
        RequireOneYear(head, months);
        if (months.GroupBy(month => month.Month).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
        {
            throw InDoubt(
                $"Bulan {twice.First().Name} ada dua kali pada baris kepala tabel ({sheet.Where(head.Last, twice.First().Column)} dan "
                    + $"{sheet.Where(head.Last, twice.Last().Column)}); sisakan satu kolom."
            );
        }

        var sorted = months.Select(month => month.Month).Order().ToList();
        var missing = Enumerable.Range(sorted[0], sorted[^1] - sorted[0]).Except(sorted).Select(MonthColumn.NameOf).ToList();
        if (missing.Count > 0)
        {
            throw InDoubt(
                $"Bulan {string.Join(", ", missing)} tidak ada pada baris kepala tabel (baris {head.Last}), padahal {MonthColumn.NameOf(sorted[0])} dan "
                    + $"{MonthColumn.NameOf(sorted[^1])} ada; bulan harus berturut-turut dalam satu tahun."
            );
        }
    }

    /// <summary>
    /// A schedule lies in one calendar year. Months of two are told by the years in their heads, or by Januari standing after Desember.
    /// </summary>
    private static void RequireOneYear(HeadRow head, IReadOnlyList<MonthColumn> months)
    {
        var years = months.Select(month => month.Year).OfType<int>().Distinct().ToList();
        var turn = months.Index().Skip(1).FirstOrDefault(item => item.Item.Month == 1 && months[item.Index - 1].Month == 12).Index;
        if (years.Count <= 1 && (turn == 0 || (months[turn - 1].Year is not null && months[turn].Year is not null)))
        {
            return;
        }

        // Without years the months up to Desember are one part and those from Januari on the other.
        var parts = months
            .Index()
            .GroupBy(item => years.Count > 1 ? $" {item.Item.Year}".TrimEnd() : new string(' ', item.Index < turn ? 0 : 1))
            .Select(part => (string.Join(", ", part.Select(item => item.Item.Name)) + part.Key).TrimEnd());
        throw InDoubt(
            $"Baris kepala tabel (baris {head.Last}) memuat bulan dari dua tahun: {string.Join("; ", parts)}. Satu lampiran hanya untuk satu tahun kalender, "
                + "jadi tidak ada yang dibaca; simpan bulan setiap tahun dalam berkas sendiri, atau tentukan kolom satu tahun lalu impor sekali lagi untuk tahun yang lain."
        );
    }

    private static TableUnreadableException InDoubt(string message) => new(message) { ColumnsInDoubt = true };

    [GeneratedRegex(
        @"^(No\.?( Urut)?\.?|Nomor( Urut)?|Nr\.?|#)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex NumberHead();

    [GeneratedRegex(
        @"\bJabatan\b|\b(SKPD|UKPD|OPD)\b|^(Nama )?(Unit Kerja|Perangkat Daerah)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex LabelHead();
}
