using System.Globalization;
using System.Text.RegularExpressions;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Services;

namespace KerjaBhakti.Documents.Wakatobi;

/// <summary>Reads the rows of a table of claims, once it is known which column is which.</summary>
internal sealed partial class ClaimReading(Sheet sheet, IReadOnlyList<Service> services, List<string> remarks)
{
    private const int MostCharacters = 200;
    private const int Milliseconds = 1000;

    private readonly Dictionary<string, int> seen = [];
    private long cases;
    private long amount;

    /// <summary>Reads rows.</summary>
    /// <param name="rows">The rows below the heads.</param>
    /// <param name="service">The column of the service, counted from zero.</param>
    /// <param name="casesColumn">The column of the number of cases.</param>
    /// <param name="amountColumn">The column of the amount filed.</param>
    public ClaimSheet Read(IEnumerable<SheetRow> rows, int service, int casesColumn, int amountColumn) =>
        new(
            [
                .. rows.Select(row =>
                    Line(row, service, casesColumn, amountColumn) with
                    {
                        Cells = [Short(row[service]), Short(row[casesColumn]), Short(row[amountColumn])],
                    }
                ),
            ],
            remarks
        );

    /// <summary>Reads a number of cases; a full stop or a comma groups thousands.</summary>
    /// <exception cref="FundRefusedException">The text is no number from 0 to 2.147.483.647.</exception>
    public static int CasesOf(string text) =>
        Grouped().IsMatch(text)
        && int.TryParse(
            text.Replace(".", string.Empty, StringComparison.Ordinal).Replace(",", string.Empty, StringComparison.Ordinal),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var cases
        )
            ? cases
            : throw new FundRefusedException($"jumlah kasus '{text}' bukan bilangan bulat mulai dari nol.");

    private ClaimSheetLine Line(SheetRow row, int nameColumn, int casesColumn, int amountColumn)
    {
        int[] columns = [nameColumn, casesColumn, amountColumn];
        var shown = string.Join(" | ", row.Texts.Where((text, column) => text.Length > 0 || columns.Contains(column)).Select(Short));
        var name = row[nameColumn];
        if (columns.FirstOrDefault(column => row[column].Length > MostCharacters, -1) is >= 0 and var tooLong)
        {
            return Refuse(tooLong, $"isi lebih panjang dari {MostCharacters} huruf.");
        }

        if (row.Texts.FirstOrDefault(text => text.Length > 0) is { } first && Furniture.IsTotal(first))
        {
            return Total(row, shown, casesColumn, amountColumn);
        }

        if (
            columns.FirstOrDefault(
                column =>
                    row.KindOf(column) is CellKind.Formula or CellKind.EmptyFormula or CellKind.Error
                    || row[column] is ['=' or '+' or '@', ..],
                -1
            )
            is >= 0
                and var formula
        )
        {
            return Refuse(
                formula,
                $"berisi rumus{(row[formula].Length > 0 ? $" '{row[formula]}'" : null)}. Salin nilainya, bukan rumusnya."
            );
        }

        if (IsNone(row[casesColumn]) && IsNone(row[amountColumn]) && row.Texts.Count > Math.Max(casesColumn, amountColumn))
        {
            return new ClaimSheetLine(row.Number, shown, null, "Tanpa kasus dan jumlah; tidak diajukan.");
        }

        if (row.Texts.Count <= columns.Max() || row[casesColumn].Length == 0 || row[amountColumn].Length == 0)
        {
            return
                row.Texts.Count(text => text.Length > 0) == 1
                && ServiceNames.Find(services, name) is null
                && name.Length > 0
                && !name.Any(char.IsDigit)
                ? new ClaimSheetLine(row.Number, shown, null, "Keterangan tanpa angka; dilewati.")
                : Refuse(nameColumn, "harus berisi tiga kolom: layanan, kasus, dan rupiah.");
        }

        if (ServiceNames.Find(services, name.TrimStart('\'')) is not { } service)
        {
            var nearest = ServiceNames.Nearest(services, name).Select(known => known.Name).ToList();
            return Refuse(
                nameColumn,
                $"layanan '{name}' tidak dikenal.{(nearest.Count > 0 ? $" Yang mendekati: {string.Join("; ", nearest)}." : null)}"
            );
        }

        if (!seen.TryAdd(service.Code, row.Number))
        {
            return Refuse(nameColumn, $"layanan {service.Name} sudah ada pada baris {seen[service.Code]}.");
        }

        var at = casesColumn;
        try
        {
            var counted = CasesOf(WholeOf(row, casesColumn));
            at = amountColumn;
            var filing = new ClaimFiling(service.Code, counted, Rupiah.Parse(WholeOf(row, amountColumn)));
            (cases, amount) = (cases + counted, amount + filing.Filed.Amount);
            return new ClaimSheetLine(row.Number, shown, filing, $"{service.Name}: {filing.Cases} kasus, {filing.Filed}.");
        }
        catch (FundRefusedException refusal)
        {
            return Refuse(at, refusal.Message);
        }

        ClaimSheetLine Refuse(int column, string why) =>
            new(row.Number, shown, null, $"{sheet.WhereFirst(row.Number, column)}: {why}", Refused: true);
    }

    /// <summary>A line of totals is no service, and what it says must be what was read above it.</summary>
    private ClaimSheetLine Total(SheetRow row, string shown, int casesColumn, int amountColumn)
    {
        foreach (var (column, counted) in new[] { (casesColumn, cases), (amountColumn, amount) })
        {
            if (
                row[column].Length > 0
                && !IsNone(row[column])
                && row.KindOf(column) != CellKind.EmptyFormula
                && Try(row, column) is { } written
                && written != counted
            )
            {
                return new ClaimSheetLine(
                    row.Number,
                    shown,
                    null,
                    $"{sheet.WhereFirst(row.Number, column)}: jumlah {Figure(written)} tidak sama dengan {Figure(counted)} yang terbaca di atasnya; periksa apakah ada baris yang hilang.",
                    Refused: true
                );
            }
        }

        return new ClaimSheetLine(row.Number, shown, null, "Baris jumlah; dicocokkan dan dilewati.");
    }

    private static long? Try(SheetRow row, int column)
    {
        try
        {
            return Rupiah.Parse(WholeOf(row, column)).Amount;
        }
        catch (FundRefusedException)
        {
            return null;
        }
    }

    // A dash fills a cell in which there is nothing.
    private static bool IsNone(string text) => text.Length > 0 && text.All(character => character is '-' or '\u2013' or '\u2014');

    // A cell that holds a number has no separators: its full stop marks decimals, where that of a text groups thousands.
    private static string WholeOf(SheetRow row, int column) =>
        row.KindOf(column) is not (CellKind.Number or CellKind.Formula)
        || !decimal.TryParse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? row[column].TrimStart('\'')
        : number == decimal.Truncate(number) ? number.ToString("F0", CultureInfo.InvariantCulture)
        : throw new FundRefusedException($"'{row[column].Replace('.', ',')}' memuat pecahan; tulis bilangan bulat.");

    private static string Figure(long number) => number.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '.');

    private static string Short(string text) => text.Length <= MostCharacters ? text : $"{text[..MostCharacters]}…";

    [GeneratedRegex("^([0-9]+|[0-9]{1,3}([.,][0-9]{3})+)$", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Grouped();
}
