using System.Globalization;
using System.Text.RegularExpressions;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Services;

namespace KerjaBhakti.Web.Wakatobi.Claims;

/// <summary>A line of a sheet and what was read from it.</summary>
/// <param name="Number">Its number in the paste or the file, from 1.</param>
/// <param name="Text">The line as it stands there, its cells parted by a bar.</param>
/// <param name="Filing">What was read; null where the line was refused or is a heading.</param>
/// <param name="Verdict">What is to be said of it: a whole sentence.</param>
/// <param name="Refused">Whether it keeps the sheet from being taken.</param>
public sealed record ClaimSheetLine(int Number, string Text, ClaimFiling? Filing, string Verdict, bool Refused = false);

/// <summary>
/// Claim totals of a spreadsheet, pasted or in a file: a line for each service with its cells: service, cases, amount. Excel and LibreOffice put what a
/// cell shows on the clipboard, parted by tabs, so that numbers come with the separators of either language; a file also says which cells hold numbers.
/// </summary>
public static partial class ClaimSheet
{
    /// <summary>The longest paste, in characters.</summary>
    public const int MostCharacters = 20_000;

    private const int Milliseconds = 1000;
    private static readonly string[] Headings = ["layanan", "jenis layanan", "pelayanan", "jenis pelayanan", "service"];
    private static readonly string[] Totals = ["jumlah", "total", "jumlah seluruhnya"];

    /// <summary>Reads every line that is not empty.</summary>
    /// <param name="text">The paste.</param>
    /// <param name="services">The services, found by code or by name.</param>
    public static IReadOnlyList<ClaimSheetLine> Read(string? text, IReadOnlyList<Service> services)
    {
        var pasted = text ?? string.Empty;
        if (pasted.Length > MostCharacters)
        {
            return [new ClaimSheetLine(1, string.Empty, null, $"Tempelan lebih panjang dari {MostCharacters} huruf; tempel hanya baris layanan.", Refused: true)];
        }

        return Read(
            pasted.ReplaceLineEndings("\n").Split('\n').Select((line, index) => new ClaimRow(
                index + 1, [.. line.Split('\t').Select(cell => new ClaimCell(string.Create(CultureInfo.InvariantCulture, $"Baris {index + 1}"), cell))])),
            services);
    }

    /// <summary>Reads every row of a file that is not empty.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="services">The services, found by code or by name.</param>
    public static IReadOnlyList<ClaimSheetLine> Read(IEnumerable<ClaimRow> rows, IReadOnlyList<Service> services)
    {
        var seen = new Dictionary<string, int>();
        return
        [
            .. rows.Select(row => row with { Cells = [.. row.Cells.Select(cell => cell with { Text = Tidy(cell.Text) })] })
                .Where(row => row.Cells.Any(cell => cell.Text.Length > 0))
                .Select(row => Line(row, services, seen)),
        ];
    }

    /// <summary>What was read as a paste that reads the same.</summary>
    public static string Write(IEnumerable<ClaimSheetLine> lines, IReadOnlyList<Service> services) => string.Join('\n', lines
        .Select(line => line.Filing).OfType<ClaimFiling>()
        .Select(filing => string.Create(
            CultureInfo.InvariantCulture, $"{services.First(service => service.Code == filing.Service).Name}\t{filing.Cases}\t{FundText.Figure(filing.Filed)}")));

    private static ClaimSheetLine Line(ClaimRow row, IReadOnlyList<Service> services, Dictionary<string, int> seen)
    {
        var cells = row.Cells;
        var name = cells[0].Text;
        var shown = string.Join(" | ", cells.Select(cell => cell.Text));
        if (Headings.Contains(name.ToLowerInvariant()) || Totals.Contains(name.ToLowerInvariant()))
        {
            return new ClaimSheetLine(row.Number, shown, null, "Judul atau jumlah; dilewati.");
        }

        if (cells.FirstOrDefault(cell => cell.Kind == ClaimCellKind.Formula || cell.Text is ['=' or '+' or '@', ..]) is { } formula)
        {
            return Refuse(formula, $"berisi rumus{(formula.Text.Length > 0 ? $" '{formula.Text}'" : null)}. Salin nilainya, bukan rumusnya.");
        }

        if (cells.Count < 3)
        {
            return Refuse(cells[0], "harus berisi tiga kolom: layanan, kasus, dan rupiah.");
        }

        var service = services.FirstOrDefault(known => known.Active
            && (known.Code.Equals(name, StringComparison.OrdinalIgnoreCase) || known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));
        if (service is null)
        {
            return Refuse(cells[0], $"layanan '{name}' tidak dikenal.");
        }

        if (!seen.TryAdd(service.Code, row.Number))
        {
            return Refuse(cells[0], $"layanan {service.Name} sudah ada pada baris {seen[service.Code]}.");
        }

        var at = cells[1];
        try
        {
            var cases = CasesOf(WholeOf(at));
            at = cells[2];
            var filing = new ClaimFiling(service.Code, cases, AmountOf(WholeOf(at)));
            return new ClaimSheetLine(row.Number, shown, filing, $"{service.Name}: {filing.Cases} kasus, {filing.Filed}.");
        }
        catch (FundRefusedException refusal)
        {
            return Refuse(at, refusal.Message);
        }

        ClaimSheetLine Refuse(ClaimCell where, string why) => new(row.Number, shown, null, $"{where.Place}: {why}", Refused: true);
    }

    /// <summary>Reads a number of cases; a full stop or a comma groups thousands.</summary>
    /// <exception cref="FundRefusedException">The text is no number from 0 to 2.147.483.647.</exception>
    public static int CasesOf(string? text)
    {
        var written = Tidy(text ?? string.Empty);
        return Cases().IsMatch(written)
            && int.TryParse(written.Replace(".", string.Empty, StringComparison.Ordinal).Replace(",", string.Empty, StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var cases)
            ? cases
            : throw new FundRefusedException($"jumlah kasus '{written}' bukan bilangan bulat mulai dari nol.");
    }

    // A cell that holds a number has no separators: its full stop marks decimals, where that of a text groups thousands.
    private static string WholeOf(ClaimCell cell) =>
        cell.Kind != ClaimCellKind.Number || !decimal.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? cell.Text
            : number == decimal.Truncate(number)
                ? number.ToString("F0", CultureInfo.InvariantCulture)
                : throw new FundRefusedException($"'{cell.Text.Replace('.', ',')}' memuat pecahan; tulis bilangan bulat.");

    // 1,234,567 and 1,234,567.00 can only be English; of 1,234 nobody can tell, and the domain refuses it with its reason.
    private static Rupiah AmountOf(string text)
    {
        var figure = text.StartsWith("Rp", StringComparison.OrdinalIgnoreCase) ? text[2..].TrimStart('.', ' ') : text;
        return Rupiah.Parse(EnglishGroups().IsMatch(figure) ? figure.Split('.')[0].Replace(",", string.Empty, StringComparison.Ordinal) : text);
    }

    // A leading apostrophe marks a number kept as text, and non-breaking spaces come from formatted cells.
    private static string Tidy(string cell) => Blanks().Replace(cell, " ").Trim().TrimStart('\'');

    [GeneratedRegex("[\\s\\u00a0\\u202f]+", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Blanks();

    [GeneratedRegex("^([0-9]+|[0-9]{1,3}([.,][0-9]{3})+)$", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Cases();

    [GeneratedRegex("^[0-9]{1,3}((,[0-9]{3}){2,}(\\.00)?|,[0-9]{3}\\.00)$", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex EnglishGroups();
}
