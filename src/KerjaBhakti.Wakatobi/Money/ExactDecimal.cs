using System.Globalization;
using System.Numerics;

namespace KerjaBhakti.Wakatobi.Money;

/// <summary>
/// A decimal number that is not negative, with as many digits as were written: points, percentages. It keeps the trailing zeros of its
/// text, but numbers of the same value are equal.
/// </summary>
public readonly record struct ExactDecimal
{
    /// <summary>
    /// The longest text, in characters. Nobody needs a thousand digits; without a limit one cell of a file could keep a server busy.
    /// </summary>
    public const int MostCharacters = 1000;

    private readonly BigInteger unscaled;
    private readonly int scale;

    private ExactDecimal(BigInteger unscaled, int scale)
    {
        this.unscaled = unscaled;
        this.scale = scale;
    }

    /// <summary>Whether it is nothing.</summary>
    public bool IsZero => unscaled.IsZero;

    /// <summary>
    /// Reads digits with at most one full stop between them: <c>12</c>, <c>12.50</c>. Signs, exponents, separators of thousands and the
    /// comma are not read, because a file is read by machines in every country.
    /// </summary>
    public static bool TryParse(string? text, out ExactDecimal value)
    {
        value = default;
        if (text is null || text.Length is 0 or > MostCharacters)
        {
            return false;
        }

        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text : text[..point];
        var decimals = point < 0 ? string.Empty : text[(point + 1)..];
        if (!IsDigits(whole) || (point >= 0 && !IsDigits(decimals)))
        {
            return false;
        }

        value = new ExactDecimal(BigInteger.Parse(whole + decimals, NumberStyles.None, CultureInfo.InvariantCulture), decimals.Length);
        return true;
    }

    /// <summary>The number as a fraction.</summary>
    public Fraction ToFraction() => new(unscaled, BigInteger.Pow(10, scale));

    /// <summary>The number with a decimal comma and without needless zeros, as an Indonesian sentence writes it: <c>12,5</c>.</summary>
    public string ToIndonesian()
    {
        var text = ToString();
        return scale == 0 ? text : text.TrimEnd('0').TrimEnd('.').Replace('.', ',');
    }

    /// <summary>Whether both are the same number.</summary>
    public bool Equals(ExactDecimal other) => ToFraction() == other.ToFraction();

    /// <inheritdoc/>
    public override int GetHashCode() => ToFraction().GetHashCode();

    /// <summary>The number with a full stop and the decimals it was written with, without needless zeros before it.</summary>
    public override string ToString()
    {
        var digits = unscaled.ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        return scale == 0 ? digits : $"{digits[..^scale]}.{digits[^scale..]}";
    }

    private static bool IsDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
