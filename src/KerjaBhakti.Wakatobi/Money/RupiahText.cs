using System.Globalization;
using System.Text.RegularExpressions;

namespace KerjaBhakti.Wakatobi.Money;

/// <summary>Reads amounts that people write, and says precisely why one cannot be read.</summary>
internal static partial class RupiahText
{
    // An amount of 9.000.000.000.000.000 takes 21 characters; what is much longer is quoted only in part.
    private const int MostQuoted = 40;

    // None of the patterns can backtrack far; the analyzer asks for a limit all the same.
    private const int Milliseconds = 1000;

    public static Rupiah Read(string? text)
    {
        var written = text?.Trim() ?? string.Empty;
        if (written.Length == 0)
        {
            throw new FundRefusedException("Jumlah rupiah belum diisi.");
        }

        var amount = Currency().Replace(written, string.Empty);
        var digits = EnglishGroups().IsMatch(amount) ? amount.Split('.')[0].Replace(',', '.') : NoDecimals().Replace(amount, string.Empty);
        if (!Plain().IsMatch(digits) && !Grouped().IsMatch(digits))
        {
            throw new FundRefusedException($"'{Quote(written)}' {WhyNot(amount)}");
        }

        var ungrouped = digits.Replace(".", string.Empty, StringComparison.Ordinal);
        return long.TryParse(ungrouped, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= Rupiah.Most
            ? new Rupiah(value)
            : throw new FundRefusedException($"'{Quote(written)}' melebihi jumlah terbesar, {new Rupiah(Rupiah.Most)}.");
    }

    private static string WhyNot(string amount) =>
        amount switch
        {
            _ when Negative().IsMatch(amount) => "negatif; jumlah rupiah tidak boleh kurang dari nol.",
            _ when CommaGroups().IsMatch(amount) => "memakai koma, yang dapat berarti pemisah ribuan atau desimal; "
                + "tulis ribuan dengan titik, misalnya 1.234.567, atau tanpa pemisah.",
            _ when Decimals().IsMatch(amount) => "memuat pecahan; tulis rupiah bulat, misalnya 1.234.567.",
            _ when Dotted().IsMatch(amount) =>
                "memuat titik yang tidak memisahkan ribuan; tulis rupiah bulat, misalnya 1.234.567 atau 1234567.",
            _ => "bukan jumlah rupiah; tulis misalnya 1.234.567.",
        };

    private static string Quote(string text) => text.Length <= MostQuoted ? text : text[..MostQuoted] + "…";

    [GeneratedRegex("^Rp\\.?\\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Currency();

    [GeneratedRegex(",(00|-)$", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex NoDecimals();

    // 1,234,567 and 1,234,567.00 can only be English; of 1,234 nobody can tell.
    [GeneratedRegex("^[0-9]{1,3}((,[0-9]{3}){2,}(\\.00)?|,[0-9]{3}\\.00)$", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex EnglishGroups();

    [GeneratedRegex("^[0-9]+$", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Plain();

    [GeneratedRegex("^[0-9]{1,3}(\\.[0-9]{3})+$", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Grouped();

    [GeneratedRegex("^[-−(]", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Negative();

    [GeneratedRegex("^[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?$", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex CommaGroups();

    [GeneratedRegex("^[0-9.]+,[0-9]+$", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Decimals();

    [GeneratedRegex("^[0-9.]+$", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Dotted();
}
