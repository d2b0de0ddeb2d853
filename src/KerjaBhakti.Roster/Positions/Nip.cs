using System.Globalization;
using System.Text.RegularExpressions;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Positions;

/// <summary>
/// A civil servant's number (nomor induk pegawai), kept as text: 18 digits that hold the birth date, the month of appointment, the sex and
/// a sequence (Peraturan Kepala BKN 22/2007). Numbers of contract staff differ, so an odd form is a reason to ask, never to refuse.
/// </summary>
public static partial class Nip
{
    /// <summary>The longest number that is stored, in characters, spaces included.</summary>
    public const int MaxLength = 30;

    /// <summary>
    /// The number for eyes that may not see it whole: all but the last three characters hidden, because the first fifteen tell the birth
    /// date and the sex.
    /// </summary>
    public static string Mask(string nip) =>
        nip.Length <= 3 ? new string('•', nip.Length) : string.Concat(new string('•', nip.Length - 3), nip.AsSpan(nip.Length - 3));

    /// <summary>
    /// The number without surrounding space, without the apostrophe by which spreadsheets mark a text and without "NIP." before it; spaces
    /// inside stay, as some write it in groups. A dash, which fills an empty cell, is no number.
    /// </summary>
    public static string Tidy(string? nip)
    {
        var tidy = Prefix().Replace(Spelling.Tidy(nip).TrimStart('\''), string.Empty);
        return tidy.All(character => character is '-' or '\u2013' or '\u2014') ? string.Empty : tidy;
    }

    /// <summary>
    /// Whether a spreadsheet took the number for an amount and kept only its first digits, as <c>1.96804E+17</c> or with a comma. The rest
    /// is lost for good. A number that a spreadsheet rounded and wrote out ends in zeros; that is a warning only, because it cannot be told
    /// from a real one.
    /// </summary>
    public static bool IsRuinedBySpreadsheet(string nip) => Exponent().IsMatch(nip);

    /// <summary>What is odd about a number, each a sentence; none where nothing is, or where there is no number.</summary>
    /// <param name="nip">The number as it was written.</param>
    /// <param name="today">The local date: nobody was born or appointed after it.</param>
    public static IReadOnlyList<string> Warnings(string nip, DateOnly today)
    {
        var digits = nip.Replace(" ", string.Empty, StringComparison.Ordinal);
        if (digits.Length == 0)
        {
            return [];
        }

        if (IsRuinedBySpreadsheet(nip))
        {
            return [$"'{nip}' sudah dibulatkan oleh lembar kerja; angka aslinya hilang."];
        }

        if (digits.FirstOrDefault(character => !char.IsAsciiDigit(character)) is not '\0' and var other)
        {
            return [$"NIP terdiri atas 18 angka; yang ini memuat '{other}'."];
        }

        if (digits.Length != 18)
        {
            return [$"NIP terdiri atas 18 angka; yang ini {digits.Length} angka."];
        }

        return [.. OddParts(digits, today)];
    }

    private static IEnumerable<string> OddParts(string digits, DateOnly today)
    {
        if (
            !DateOnly.TryParseExact(digits[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born)
            || born.Year < 1900
            || born > today
        )
        {
            yield return $"Delapan angka pertama ({digits[..8]}) bukan tanggal lahir.";
        }

        // The thirteenth month marks PPPK, whose numbers put 21 in its place.
        var month = digits[12..14];
        if (month == "21")
        {
            yield return "Nomor ini tampaknya nomor induk PPPK.";
        }
        else if (
            !DateOnly.TryParseExact(digits[8..14], "yyyyMM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var appointed)
            || appointed < born
            || appointed > today
        )
        {
            yield return $"Angka ke-9 sampai ke-14 ({digits[8..14]}) bukan bulan pengangkatan.";
        }

        if (digits[14] is not ('1' or '2'))
        {
            yield return $"Angka ke-15 ({digits[14]}) bukan 1 atau 2.";
        }

        if (digits.EndsWith("000", StringComparison.Ordinal))
        {
            yield return "NIP berakhir dengan 000, mungkin dibulatkan oleh lembar kerja.";
        }
    }

    [GeneratedRegex(@"^NIP\b[.: ]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(
        "^[0-9]([.,][0-9]*)?[eE][+]?[0-9]{1,2}$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Exponent();
}
