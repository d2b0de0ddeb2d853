using System.Globalization;
using System.Text.RegularExpressions;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Documents.Tables;

/// <summary>What stands in the tables of offices and is no row of them.</summary>
internal static partial class Furniture
{
    // Longer texts are no words of a total.
    private const int MostWords = 80;
    private const int MostNamed = 3;
    private const int MostShown = 40;

    /// <summary>Whether a row only numbers the columns: "1 2 3 4" or "(1) (2) (3)" under the head.</summary>
    /// <param name="row">The row.</param>
    /// <param name="columns">The columns that are read.</param>
    public static bool IsColumnNumbers(SheetRow row, IReadOnlyCollection<int> columns)
    {
        var numbers = row.Texts.Where(text => text.Length > 0).Select(text => ColumnNumber().Match(text)).ToList();
        return numbers.Count >= Math.Min(3, columns.Count)
            && columns.All(column => row[column].Length > 0)
            && numbers.TrueForAll(match => match.Success)
            && numbers
                .Select(match => int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture))
                .Index()
                .All(pair => pair.Item == pair.Index + 1);
    }

    /// <summary>Whether a text begins a row of totals: "Jumlah", "TOTAL", "Sub total", "Grand Total Klaim".</summary>
    public static bool IsTotal(string text) => text.Length <= MostWords && Total().IsMatch(Spelling.Tidy(text));

    /// <summary>The sentence that says a row of column numbers was passed over.</summary>
    public static string ColumnNumbersRemark(SheetRow row) => $"Baris {row.Number} berkas berisi nomor kolom; dilewati.";

    /// <summary>The sentence that says a row of totals was passed over.</summary>
    public static string TotalRemark(SheetRow row, string words) => $"Baris {row.Number} berkas ('{words}') adalah baris jumlah; dilewati.";

    /// <summary>The sentence that says rows with nothing in the columns of the list were passed over; none where there are none.</summary>
    public static IEnumerable<string> OutsideRemark(IReadOnlyCollection<SheetRow> rows) =>
        Passed(rows, "tidak berisi apa pun dalam kolom daftar");

    /// <summary>The sentence that says rows which name nobody were passed over; none where there are none.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="nobody">What they lack: "tidak menyebut nama pejabat".</param>
    public static IEnumerable<string> NobodyRemark(IReadOnlyCollection<SheetRow> rows, string nobody) => Passed(rows, nobody);

    /// <summary>The sentence that says a row is read although nobody sees it.</summary>
    public static string HiddenRowRemark(SheetRow row, string what) =>
        $"Baris {row.Number} berkas ({what}) tersembunyi di berkas dan tetap dibaca.";

    /// <summary>What keeps a cell from being read, as a sentence; null where nothing does.</summary>
    public static string? Fault(Sheet sheet, SheetRow row, int column) =>
        row.KindOf(column) switch
        {
            CellKind.EmptyFormula =>
                $"{sheet.WhereFirst(row.Number, column)} memuat rumus tanpa hasil; buka berkas di Excel atau LibreOffice, simpan, lalu unggah lagi, atau tulis isinya.",
            CellKind.Error => $"{sheet.WhereFirst(row.Number, column)} memuat galat {row[column]}; perbaiki rumusnya atau tulis isinya.",
            _ => null,
        };

    /// <summary>The number a Roman numeral stands for, from 1 to 399; null where the text is none.</summary>
    public static int? Roman(string text)
    {
        var numeral = text.TrimEnd('.').ToUpperInvariant();
        if (numeral.Length == 0 || !RomanNumeral().IsMatch(numeral))
        {
            return null;
        }

        var values = numeral
            .Select(letter =>
                letter switch
                {
                    'I' => 1,
                    'V' => 5,
                    'X' => 10,
                    'L' => 50,
                    _ => 100,
                }
            )
            .ToList();
        return values.Select((value, index) => index + 1 < values.Count && value < values[index + 1] ? -value : value).Sum();
    }

    private static IEnumerable<string> Passed(IReadOnlyCollection<SheetRow> rows, string why)
    {
        if (rows.Count > 0)
        {
            var named = rows.Take(MostNamed).Select(row => $"baris {row.Number} ('{Beginning(row)}')");
            var more = rows.Count > MostNamed ? $" dan {rows.Count - MostNamed} baris lain" : null;
            yield return $"{rows.Count} baris berkas {why}; dilewati: {string.Join(", ", named)}{more}.";
        }
    }

    private static string Beginning(SheetRow row)
    {
        var text = row.Texts.FirstOrDefault(text => text.Length > 0) ?? string.Empty;
        return text.Length <= MostShown ? text : $"{text[..MostShown]}…";
    }

    [GeneratedRegex(
        @"^\(?(?<number>[0-9]{1,2})\)?[.]?( ?[=(].*)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ColumnNumber();

    [GeneratedRegex(
        @"^((sub|grand)[ -]?)?(total|jumlah|jml|jlh)\b|^(sub|grand)(total|jumlah)\b|^sum$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Total();

    [GeneratedRegex(
        "^C{0,3}(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex RomanNumeral();
}
