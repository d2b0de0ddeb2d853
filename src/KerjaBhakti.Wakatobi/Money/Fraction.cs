using System.Globalization;
using System.Numerics;

namespace KerjaBhakti.Wakatobi.Money;

/// <summary>An exact fraction in lowest terms. Shares are kept as fractions because no decimal, however long, is a third.</summary>
public readonly record struct Fraction : IComparable<Fraction>
{
    // One less than the denominator, so that the default value is the fraction 0/1 and equals every other nothing.
    private readonly BigInteger denominatorLessOne;

    /// <summary>A fraction, reduced.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException("A fraction of zero parts.");
        }

        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        denominatorLessOne = (denominator / divisor) - 1;
    }

    /// <summary>One whole.</summary>
    public static Fraction One => new(1, 1);

    /// <summary>What stands above the line; carries the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>What stands below the line, at least 1, without a divisor in common with <see cref="Numerator"/>.</summary>
    public BigInteger Denominator => denominatorLessOne + 1;

    /// <summary>Whether it is nothing.</summary>
    public bool IsZero => Numerator.IsZero;

    /// <summary>The largest whole number that is not larger.</summary>
    public BigInteger Floor
    {
        get
        {
            var quotient = BigInteger.DivRem(Numerator, Denominator, out var remainder);
            return remainder.Sign < 0 ? quotient - 1 : quotient;
        }
    }

    /// <summary>The exact sum.</summary>
    public static Fraction operator +(Fraction left, Fraction right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>The exact product.</summary>
    public static Fraction operator *(Fraction left, Fraction right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <inheritdoc/>
    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>The fraction as <c>5/192</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
