using System.Text.RegularExpressions;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Roster.Schedules;
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

    /// <summary>The months in the order of time.</summary>
    public IReadOnlyList<MonthColumn> MonthsInOrder { get; } = [.. Months.OrderBy(month => month.Order)];

    /// <summary>The year of the first month, where a head names one.</summary>
    public int? FirstYear => Months.Select(month => month.Year - month.Turned).FirstOrDefault(year => year is not null);

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
        return new AnnexHeader(head, columns.Number, columns.Label, Consecutive(sheet, head, months)) { IsChosen = true };
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
    /// <exception cref="TableUnreadableException">The months do not follow each other then.</exception>
    public AnnexHeader WithYears(Sheet sheet, IReadOnlyList<MergedCells> merges)
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
        return new AnnexHeader(Head, NumberColumn, LabelColumn, Consecutive(sheet, Head, months)) { IsChosen = IsChosen };
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
            RequireNoDoubt(sheet, new AnnexHeader(head, number, label.Value, months));
            return new AnnexHeader(head, number, label.Value, months.Exists(month => month.Year is not null) || head.Rows.Count == 1
                ? Consecutive(sheet, head, months)
                : Turned(months));
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

    /// <summary>
    /// The months, each in its year. They follow each other, twelve at most: in one year, in whatever order their columns stand, or over
    /// the turn of the year, which is told by the years in their heads or by Januari standing after Desember.
    /// </summary>
    private static List<MonthColumn> Consecutive(Sheet sheet, HeadRow head, IReadOnlyList<MonthColumn> found)
    {
        var months = Turned(found);
        var years = found.Select(month => month.Year).OfType<int>().Distinct().Order().ToList();
        if (years.Count > 0 && years[^1] - years[0] > 1)
        {
            throw InDoubt(
                $"Baris kepala tabel (baris {head.Last}) memuat bulan dari tahun {string.Join(", ", years)}; "
                    + $"satu lampiran memuat bulan berturut-turut, paling banyak {RosterPeriod.MostMonths}. Simpan yang lain dalam berkas sendiri."
            );
        }

        if (months.GroupBy(month => month.Order).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
        {
            throw InDoubt(
                $"Bulan {twice.First().Name} ada dua kali pada baris kepala tabel ({sheet.Where(head.Last, twice.First().Column)} dan "
                    + $"{sheet.Where(head.Last, twice.Last().Column)}); sisakan satu kolom."
            );
        }

        var sorted = months.OrderBy(month => month.Order).ToList();
        var orders = sorted.ConvertAll(month => month.Order);
        if (orders[^1] - orders[0] >= RosterPeriod.MostMonths)
        {
            throw InDoubt(
                $"Baris kepala tabel (baris {head.Last}) memuat bulan dari {HeadOf(sorted[0])} sampai {HeadOf(sorted[^1])}; "
                    + $"satu lampiran memuat paling banyak {RosterPeriod.MostMonths} bulan berturut-turut. Simpan sisanya dalam berkas sendiri."
            );
        }

        var missing = Enumerable
            .Range(orders[0], orders[^1] - orders[0])
            .Except(orders)
            .Select(order => MonthColumn.NameOf(((order - 1) % 12) + 1))
            .ToList();
        return missing.Count == 0
            ? months
            : throw InDoubt(
                $"Bulan {string.Join(", ", missing)} tidak ada pada baris kepala tabel (baris {head.Last}), "
                    + $"padahal {HeadOf(sorted[0])} dan {HeadOf(sorted[^1])} ada; bulan harus berturut-turut."
            );
    }

    /// <summary>The months with the year each lies in, counted from the first one's.</summary>
    private static List<MonthColumn> Turned(IReadOnlyList<MonthColumn> months)
    {
        var years = months.Select(month => month.Year).OfType<int>().Distinct().Order().ToList();
        var turn = Enumerable.Range(1, months.Count - 1).FirstOrDefault(index => months[index].Month == 1 && months[index - 1].Month == 12);
        if (years.Count <= 1)
        {
            // Januari after Desember is the next year's, unless both are said to be of one year.
            var isOne = turn == 0 || (months[turn - 1].Year is not null && months[turn].Year is not null);
            return [.. months.Select((month, index) => month with { Turned = !isOne && index >= turn ? 1 : 0 })];
        }

        var turned = new List<MonthColumn>(months.Count);
        foreach (var month in months)
        {
            // A head without a year goes on from the column before it.
            var after = turned.Count == 0 ? 0 : turned[^1].Turned + (month.Month < turned[^1].Month ? 1 : 0);
            turned.Add(month with { Turned = month.Year is { } year ? year - years[0] : after });
        }

        return turned;
    }

    private static string HeadOf(MonthColumn month) => month.Year is { } year ? $"{month.Name} {year}" : month.Name;

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
