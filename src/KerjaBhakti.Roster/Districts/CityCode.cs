using System.Diagnostics.CodeAnalysis;

namespace KerjaBhakti.Roster.Districts;

/// <summary>
/// The Ministry of Home Affairs code of a city or regency within a province, for example <c>31.75</c>. Not the BPS code, which numbers
/// the same cities differently.
/// </summary>
public readonly record struct CityCode : IComparable<CityCode>
{
    private readonly string? value;

    private CityCode(string value) => this.value = value;

    /// <summary>Reads a code of the form <c>PP.CC</c>, two digits each.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static CityCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a city code of the form 31.75.");

    /// <summary>Reads a code of the form <c>PP.CC</c>; false where the text has another form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CityCode code)
    {
        var valid =
            text is { Length: 5 }
            && text[2] == '.'
            && char.IsAsciiDigit(text[0])
            && char.IsAsciiDigit(text[1])
            && char.IsAsciiDigit(text[3])
            && char.IsAsciiDigit(text[4]);
        code = valid ? new CityCode(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(CityCode other) => string.CompareOrdinal(ToString(), other.ToString());

    /// <summary>The code as written, <c>31.75</c>; empty for the default value, which is no city.</summary>
    public override string ToString() => value ?? string.Empty;
}
