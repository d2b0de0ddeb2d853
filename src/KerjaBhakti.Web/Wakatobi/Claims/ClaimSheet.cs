using System.Globalization;
using System.Text.RegularExpressions;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Services;

namespace KerjaBhakti.Web.Wakatobi.Claims;

/// <summary>A line of a pasted sheet and what was read from it.</summary>
/// <param name="Number">Its number in the paste, from 1.</param>
/// <param name="Text">The line as it was pasted, its cells parted by a bar.</param>
/// <param name="Filing">What was read; null where the line was refused or is a heading.</param>
/// <param name="Verdict">What is to be said of it: a whole sentence.</param>
/// <param name="Refused">Whether it keeps the sheet from being taken.</param>
public sealed record ClaimSheetLine(int Number, string Text, ClaimFiling? Filing, string Verdict, bool Refused = false);

/// <summary>
/// Claim totals as they are pasted from a spreadsheet: a line for each service, its cells (service, cases, amount) parted by tabs. Excel and LibreOffice
/// put what a cell shows on the clipboard, so that numbers come with the separators of either language.
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

        var seen = new Dictionary<string, int>();
        return
        [
            .. pasted.ReplaceLineEndings("\n").Split('\n')
                .Select((line, index) => (Number: index + 1, Cells: line.Split('\t').Select(Tidy).ToArray()))
                .Where(line => line.Cells.Any(cell => cell.Length > 0))
                .Select(line => Line(line.Number, line.Cells, services, seen)),
        ];
    }

    private static ClaimSheetLine Line(int number, string[] cells, IReadOnlyList<Service> services, Dictionary<string, int> seen)
    {
        var shown = string.Join(" | ", cells);
        if (cells.FirstOrDefault(cell => cell[..Math.Min(1, cell.Length)] is "=" or "+" or "@") is { } formula)
        {
            return Refuse($"berisi rumus '{formula}'. Salin nilainya, bukan rumusnya.");
        }

        if (Headings.Contains(cells[0].ToLowerInvariant()) || Totals.Contains(cells[0].ToLowerInvariant()))
        {
            return new ClaimSheetLine(number, shown, null, "Judul atau jumlah; dilewati.");
        }

        if (cells.Length < 3)
        {
            return Refuse("harus berisi tiga kolom: layanan, kasus, dan rupiah.");
        }

        var service = services.FirstOrDefault(known => known.Active
            && (known.Code.Equals(cells[0], StringComparison.OrdinalIgnoreCase) || known.Name.Equals(cells[0], StringComparison.OrdinalIgnoreCase)));
        if (service is null)
        {
            return Refuse($"layanan '{cells[0]}' tidak dikenal.");
        }

        if (!seen.TryAdd(service.Code, number))
        {
            return Refuse($"layanan {service.Name} sudah ada pada baris {seen[service.Code]}.");
        }

        try
        {
            var filing = new ClaimFiling(service.Code, CasesOf(cells[1]), AmountOf(cells[2]));
            return new ClaimSheetLine(number, shown, filing, $"{service.Name}: {filing.Cases} kasus, {filing.Filed}.");
        }
        catch (FundRefusedException refusal)
        {
            return Refuse(refusal.Message);
        }

        ClaimSheetLine Refuse(string why) => new(number, shown, null, $"Baris {number}: {why}", Refused: true);
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
