using System.Globalization;
using System.Text.RegularExpressions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Documents.Roster.Reading;

/// <summary>The row that heads the table: the number, the post, and one column for each month.</summary>
/// <param name="Row">The row's number in the file.</param>
/// <param name="NumberColumn">The column headed "No", counted from zero.</param>
/// <param name="LabelColumn">The column headed "Jabatan/SKPD/UKPD".</param>
/// <param name="Months">The months from left to right: consecutive, one at least.</param>
/// <param name="Texts">The header's own texts, by which a header repeated further down is recognised.</param>
internal sealed partial record AnnexHeader(int Row, int NumberColumn, int LabelColumn, IReadOnlyList<MonthColumn> Months, SheetRow Texts)
{
    /// <summary>How many rows of titles may stand above the header.</summary>
    public const int MostTitleRows = 30;

    // A head or a title is short; longer texts are not searched.
    private const int MostHeadLength = 100;
    private const int MostTitleLength = 1000;

    public int FirstMonthColumn => Months[0].Column;

    public int LastMonthColumn => Months[^1].Column;

    /// <summary>Every column of the table.</summary>
    public IEnumerable<int> Columns => Months.Select(month => month.Column).Prepend(LabelColumn).Prepend(NumberColumn);

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

    private static AnnexHeader? Parse(Sheet sheet, SheetRow row, ref string? nearMiss)
    {
        int? number = null, label = null;
        var months = new List<MonthColumn>();
        for (var column = 0; column < row.Texts.Count; column++)
        {
            var text = row[column].Length <= MostHeadLength ? row[column] : string.Empty;
            if (number is null && NumberHead().IsMatch(text))
            {
                number = column;
            }
            else if (label is null && LabelHead().IsMatch(text))
            {
                label = column;
            }
            else if (MonthColumn.Parse(text, column) is { } month)
            {
                months.Add(month);
            }
        }

        if (number is not null && label is not null && months.Count > 0)
        {
            RequireConsecutive(sheet, row, months);
            return new AnnexHeader(row.Number, number.Value, label.Value, months, row);
        }

        nearMiss ??= (number, label, months.Count) switch
        {
            (not null, not null, 0) =>
                $"Baris kepala tabel (baris {row.Number}) tidak memuat nama bulan; setelah Jabatan/SKPD/UKPD tulis bulan berturut-turut, misalnya Mei, Juni, Juli.",
            (null, not null, > 0) => $"Baris kepala tabel (baris {row.Number}) tidak memuat kolom No; tambahkan kolom itu.",
            (not null, null, > 0) => $"Baris kepala tabel (baris {row.Number}) tidak memuat kolom Jabatan/SKPD/UKPD; tambahkan kolom itu.",
            _ => null,
        };
        return null;
    }

    private static void RequireConsecutive(Sheet sheet, SheetRow row, List<MonthColumn> months)
    {
        if (months.GroupBy(month => month.Month).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
        {
            throw new AnnexUnreadableException(
                $"Bulan {twice.First().Name} ada dua kali pada baris kepala tabel ({sheet.Where(row.Number, twice.First().Column)} dan "
                + $"{sheet.Where(row.Number, twice.Last().Column)}); sisakan satu kolom.");
        }

        var sorted = months.Select(month => month.Month).Order().ToList();
        var missing = Enumerable.Range(sorted[0], sorted[^1] - sorted[0]).Except(sorted).Select(MonthColumn.NameOf).ToList();
        if (missing.Count > 0)
        {
            throw new AnnexUnreadableException(
                $"Bulan {string.Join(", ", missing)} tidak ada pada baris kepala tabel (baris {row.Number}), padahal {MonthColumn.NameOf(sorted[0])} dan "
                + $"{MonthColumn.NameOf(sorted[^1])} ada; bulan harus berturut-turut dalam satu tahun.");
        }

        if (months.Zip(months.Skip(1)).FirstOrDefault(pair => pair.Second.Month < pair.First.Month) is { First: not null } reversed)
        {
            throw new AnnexUnreadableException(
                $"Kolom {reversed.First.Name} ({sheet.Where(row.Number, reversed.First.Column)}) berdiri sebelum kolom {reversed.Second.Name}; "
                + "urutkan bulan dari kiri ke kanan dalam satu tahun.");
        }

        var years = months.Where(month => month.Year is not null).Select(month => month.Year!.Value).Distinct().ToList();
        if (years.Count > 1)
        {
            throw new AnnexUnreadableException(
                $"Baris kepala tabel (baris {row.Number}) memuat bulan dari tahun {string.Join(" dan ", years)}; satu lampiran hanya untuk satu tahun.");
        }
    }

    [GeneratedRegex(@"^(No\.?( Urut)?|Nomor( Urut)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberHead();

    [GeneratedRegex(@"^Jabatan\b|\bSKPD\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LabelHead();
}

/// <summary>The column of a month.</summary>
/// <param name="Column">The column, counted from zero.</param>
/// <param name="Month">The month, 1 to 12.</param>
/// <param name="Year">The year where the head names one.</param>
internal sealed partial record MonthColumn(int Column, int Month, int? Year)
{
    // A spreadsheet turns "Mei 2015" into the date 1 May 2015, which it stores as the number of days since 1899.
    private const int FirstSerial = 36526;
    private const int LastSerial = 109575;

    public string Name => NameOf(Month);

    public static string NameOf(int month) => new RosterMonth(2000, month).Name;

    /// <summary>The month a head names ("Mei", "MEI 2015", "Nopember"), or null.</summary>
    public static MonthColumn? Parse(string text, int column)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial))
        {
            return serial is >= FirstSerial and < LastSerial && DateTime.FromOADate(serial) is { Day: 1 } date
                ? new MonthColumn(column, date.Month, date.Year)
                : null;
        }

        var match = Head().Match(text);
        return match.Success && NumberOf(match.Groups["name"].Value) is { } month
            ? new MonthColumn(column, month, match.Groups["year"].Success ? int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) : null)
            : null;
    }

    /// <summary>The month with this name, in today's spelling or the one before 1972 that offices still use; null where it is none.</summary>
    public static int? NumberOf(string name) => RosterMonth.NumberOf(name) ?? name.ToUpperInvariant() switch
    {
        "PEBRUARI" => 2,
        "NOPEMBER" => 11,
        _ => null,
    };

    [GeneratedRegex(@"^(?<name>\p{L}+)([ ,/-]+(?<year>2[01][0-9]{2}))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Head();
}
