namespace KerjaBhakti.Wakatobi.Money;

/// <summary>A share in percent, exactly as a decree writes it: from 0 to 100, with any number of decimals.</summary>
public readonly record struct Percent
{
    private readonly ExactDecimal value;

    private Percent(ExactDecimal value) => this.value = value;

    /// <summary>The share as a fraction of the whole: 12.5 percent is 1/8.</summary>
    public Fraction Share => value.ToFraction() * new Fraction(1, 100);

    /// <summary>Reads a decimal with a full stop and without a sign.</summary>
    /// <exception cref="FormatException">The text is no decimal from 0 to 100.</exception>
    public static Percent Parse(string text) =>
        TryParse(text, out var percent) ? percent : throw new FormatException($"'{text}' is not a percentage from 0 to 100.");

    /// <summary>Reads a decimal with a full stop and without a sign; false where the text is no decimal from 0 to 100.</summary>
    public static bool TryParse(string? text, out Percent percent)
    {
        var read = ExactDecimal.TryParse(text, out var value) && value.ToFraction().CompareTo(new Fraction(100, 1)) <= 0;
        percent = read ? new Percent(value) : default;
        return read;
    }

    /// <summary>The exact sum of shares, as a fraction of the whole: 1 where they are all of it.</summary>
    public static Fraction Sum(IEnumerable<Percent> shares) => shares.Aggregate(default(Fraction), (sum, share) => sum + share.Share);

    /// <summary>
    /// The problem of shares that are not exactly the whole, as a sentence; null where they are. A sum of 99.99 is not rounded up:
    /// somebody's share would be wrong.
    /// </summary>
    /// <param name="shares">The shares.</param>
    /// <param name="what">What they are shares of, as the sentence begins: "Bagian komponen".</param>
    public static string? WhyNotWhole(IEnumerable<Percent> shares, string what)
    {
        var sum = Sum(shares);
        return sum == Fraction.One ? null : $"{what} berjumlah {Decimals.Write(sum * new Fraction(100, 1))} %, padahal harus tepat 100 %.";
    }

    /// <summary>The share as a sentence writes it: <c>12,5 %</c>.</summary>
    public string ToIndonesian() => $"{value.ToIndonesian()} %";

    /// <summary>The number alone, with a full stop, as it was written: <c>12.50</c>.</summary>
    public override string ToString() => value.ToString();
}
