using System.Diagnostics.CodeAnalysis;

namespace KerjaBhakti.Roster.Districts;

/// <summary>
/// The Ministry of Home Affairs code of a kecamatan, for example <c>31.75.02</c>: province, city, kecamatan. A kecamatan is keyed by this
/// code alone; its spelling varies, and the BPS code counts the cities in another order.
/// </summary>
public readonly record struct KecamatanCode : IComparable<KecamatanCode>
{
    private readonly string? value;

    private KecamatanCode(string value) => this.value = value;

    /// <summary>The city or regency the kecamatan lies in: the first two parts of the code.</summary>
    public CityCode City => CityCode.Parse(ToString()[..5]);

    /// <summary>Reads a code of the form <c>PP.CC.KK</c>, two digits each.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static KecamatanCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a kecamatan code of the form 31.75.02.");

    /// <summary>Reads a code of the form <c>PP.CC.KK</c>; false where the text has another form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out KecamatanCode code)
    {
        var valid =
            text is { Length: 8 }
            && CityCode.TryParse(text[..5], out _)
            && text[5] == '.'
            && char.IsAsciiDigit(text[6])
            && char.IsAsciiDigit(text[7]);
        code = valid ? new KecamatanCode(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(KecamatanCode other) => string.CompareOrdinal(ToString(), other.ToString());

    /// <summary>The code as written, <c>31.75.02</c>; empty for the default value, which is no kecamatan.</summary>
    public override string ToString() => value ?? string.Empty;
}
