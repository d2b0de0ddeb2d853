using System.Globalization;
using System.Numerics;

namespace KerjaBhakti.Wakatobi.Money;

/// <summary>Writes fractions in sentences, where a fraction as such would not be understood.</summary>
internal static class Decimals
{
    // Enough to see why one remainder is larger than another; a few more digits would not convince anybody.
    private const int MostDecimals = 4;
    private static readonly BigInteger Scale = BigInteger.Pow(10, MostDecimals);

    /// <summary>
    /// The number with a decimal comma, thousands grouped: whole or short numbers exactly, others cut off after four decimals and followed
    /// by an ellipsis, never rounded.
    /// </summary>
    public static string Write(Fraction number)
    {
        var scaled = number.Numerator * Scale;
        var digits = BigInteger
            .DivRem(scaled, number.Denominator, out var rest)
            .ToString(CultureInfo.InvariantCulture)
            .PadLeft(MostDecimals + 1, '0');
        var decimals = rest.IsZero ? digits[^MostDecimals..].TrimEnd('0') : digits[^MostDecimals..] + "…";
        var whole = Group(digits[..^MostDecimals]);
        return decimals.Length == 0 ? whole : $"{whole},{decimals}";
    }

    private static string Group(string digits)
    {
        var first = ((digits.Length - 1) % 3) + 1;
        var groups = Enumerable.Range(0, (digits.Length - first) / 3).Select(group => digits.Substring(first + (group * 3), 3));
        return string.Join('.', groups.Prepend(digits[..first]));
    }
}
