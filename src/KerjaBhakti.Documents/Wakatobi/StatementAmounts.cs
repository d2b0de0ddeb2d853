using System.Globalization;
using System.Text.RegularExpressions;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Documents.Wakatobi;

/// <summary>
/// Amounts as banks write them, to the sen: <c>1.234.567,00</c> or <c>1,234,567.00</c>, with <c>CR</c> or <c>DB</c> behind, or a number of
/// a workbook. A text that could be read in two ways is read as the rest of the file shows, or asked about.
/// </summary>
internal sealed partial class StatementAmounts
{
    private const int Milliseconds = 1000;
    private const int MostCharacters = 40;
    private readonly bool isEnglish;
    private readonly bool isKnown;

    /// <summary>Looks at every amount of a file first.</summary>
    /// <param name="texts">The texts of its amounts.</param>
    public StatementAmounts(IEnumerable<string> texts)
    {
        var bare = texts.Select(Bare).Where(text => text.Length is > 0 and <= MostCharacters).ToList();
        var (english, indonesian) = (bare.Exists(SurelyEnglish().IsMatch), bare.Exists(SurelyIndonesian().IsMatch));
        isEnglish = english && !indonesian;
        isKnown = english != indonesian;
    }

    /// <summary>Reads an amount in sen, below nothing where it is a debit balance or has a minus.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="sen">The amount; nothing for an empty cell or a dash.</param>
    /// <returns>Why it cannot be read; null where it can.</returns>
    public string? TryRead(SheetRow row, int column, out long sen)
    {
        sen = 0;
        var text = row[column];
        if (text.Length == 0 || text.All(character => character is '-' or '\u2013' or '\u2014'))
        {
            return null;
        }

        if (text.Length > MostCharacters)
        {
            return "bukan jumlah rupiah.";
        }

        if (row.KindOf(column) is CellKind.Number or CellKind.Formula)
        {
            return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? Take(number, out sen)
                : $"'{text}' bukan jumlah rupiah.";
        }

        var bare = Bare(text);
        var (surely, sign) = (SurelyEnglish().IsMatch(bare), IsNegative(text) ? -1 : 1);
        var english = surely || (isEnglish && !SurelyIndonesian().IsMatch(bare));
        var digits =
            english && English().IsMatch(bare) ? bare.Replace(",", string.Empty, StringComparison.Ordinal)
            : !english && Indonesian().IsMatch(bare) ? bare.Replace(".", string.Empty, StringComparison.Ordinal).Replace(',', '.')
            : null;
        if (digits is null)
        {
            return OneGroup().IsMatch(bare) && !isKnown
                ? $"'{text}' memakai koma, yang dapat berarti ribuan atau desimal; tulis ribuan dengan titik."
                : $"'{text}' bukan jumlah rupiah; tulis misalnya 1.234.567,00.";
        }

        return Take(sign * decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), out sen);
    }

    /// <summary>The side an amount names behind itself, D or K; null where it names none.</summary>
    public static char? SideOf(string text) =>
        Side().Match(text) is { Success: true } match ? (match.Groups["out"].Success ? 'D' : 'K') : null;

    private static string? Take(decimal rupiah, out long sen)
    {
        sen = 0;
        if (Math.Abs(rupiah) > Rupiah.Most)
        {
            return $"jumlah melebihi {new Rupiah(Rupiah.Most)}.";
        }

        // A workbook keeps binary fractions: 0.1 and 0.2 make a little more than 0.3.
        var exact = rupiah * 100;
        sen = (long)Math.Round(exact);
        return Math.Abs(exact - sen) < 0.01m ? null : "jumlah memuat bagian yang lebih kecil daripada satu sen.";
    }

    private static bool IsNegative(string text) =>
        text.StartsWith('-') || text.StartsWith('\u2212') || text.StartsWith('(') || text.EndsWith('-') || SideOf(text) == 'D';

    private static string Bare(string text) => Around().Replace(text, string.Empty).Trim();

    [GeneratedRegex(
        @"^['(+\u2212-]*\s*(rp|idr)?\.?\s*|\s*(\)|,-|-|\+|db|dr|cr|kr|d|c|k)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Milliseconds
    )]
    private static partial Regex Around();

    [GeneratedRegex(
        @"((?<out>db|dr|d)|cr|kr|c|k)\)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Milliseconds
    )]
    private static partial Regex Side();

    [GeneratedRegex(
        @"^([0-9]{1,3}(,[0-9]{3})+\.[0-9]{1,2}|[0-9]{1,3}(,[0-9]{3}){2,}|[0-9]+\.[0-9]{1,2})$",
        RegexOptions.ExplicitCapture,
        Milliseconds
    )]
    private static partial Regex SurelyEnglish();

    [GeneratedRegex(@"^([0-9]{1,3}(\.[0-9]{3})+(,[0-9]{1,2})?|[0-9]+,[0-9]{1,2})$", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex SurelyIndonesian();

    [GeneratedRegex(@"^([0-9]{1,3}(,[0-9]{3})*|[0-9]+)(\.[0-9]{1,2})?$", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex English();

    [GeneratedRegex(@"^([0-9]{1,3}(\.[0-9]{3})*|[0-9]+)(,[0-9]{1,2})?$", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Indonesian();

    [GeneratedRegex("^[0-9]{1,3},[0-9]{3}$", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex OneGroup();
}
