using System.Globalization;

namespace KerjaBhakti.Wakatobi.Money;

/// <summary>
/// An amount in whole rupiah, never a fraction of one. It may be negative, because a balance or what is left of a limit may be; an amount
/// that people enter may not, and <see cref="Parse"/> refuses it. No amount lies further from zero than <see cref="Most"/>.
/// </summary>
public readonly record struct Rupiah : IComparable<Rupiah>
{
    /// <summary>
    /// The largest amount, in rupiah: nine quadrillion, which spreadsheets and JavaScript still hold exactly (2^53 is a little more).
    /// </summary>
    public const long Most = 9_000_000_000_000_000;

    // Its own format, not that of the server's culture data: the same amount must be the same text on every machine.
    private static readonly NumberFormatInfo Indonesian = new()
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
        NumberGroupSizes = [3],
    };

    /// <summary>An amount in whole rupiah.</summary>
    /// <exception cref="OverflowException">It lies further from zero than <see cref="Most"/>.</exception>
    public Rupiah(long amount)
    {
        if (amount is > Most or < -Most)
        {
            throw new OverflowException(
                $"{amount.ToString(CultureInfo.InvariantCulture)} rupiah is beyond {Most.ToString(CultureInfo.InvariantCulture)}."
            );
        }

        Amount = amount;
    }

    /// <summary>No rupiah.</summary>
    public static Rupiah Zero => default;

    /// <summary>The amount in whole rupiah.</summary>
    public long Amount { get; }

    /// <summary>Whether it is less than nothing.</summary>
    public bool IsNegative => Amount < 0;

    /// <summary>Adds; an amount beyond <see cref="Most"/> throws <see cref="OverflowException"/>.</summary>
    public static Rupiah operator +(Rupiah left, Rupiah right) => new(left.Amount + right.Amount);

    /// <summary>Subtracts; an amount beyond <see cref="Most"/> throws <see cref="OverflowException"/>.</summary>
    public static Rupiah operator -(Rupiah left, Rupiah right) => new(left.Amount - right.Amount);

    /// <summary>The amount with the other sign.</summary>
    public static Rupiah operator -(Rupiah amount) => new(-amount.Amount);

    /// <summary>Whether the left amount is smaller.</summary>
    public static bool operator <(Rupiah left, Rupiah right) => left.Amount < right.Amount;

    /// <summary>Whether the left amount is larger.</summary>
    public static bool operator >(Rupiah left, Rupiah right) => left.Amount > right.Amount;

    /// <summary>Whether the left amount is no larger.</summary>
    public static bool operator <=(Rupiah left, Rupiah right) => left.Amount <= right.Amount;

    /// <summary>Whether the left amount is no smaller.</summary>
    public static bool operator >=(Rupiah left, Rupiah right) => left.Amount >= right.Amount;

    /// <summary>
    /// Reads an amount as Indonesian offices write it: <c>1234567</c>, <c>1.234.567</c>, <c>Rp1.234.567</c>, <c>Rp 1.234.567,00</c>,
    /// <c>Rp1.000,-</c>. The full stop groups thousands, so <c>1.234</c> is one thousand two hundred and thirty-four. The comma marks
    /// decimals; it groups only where it can mean nothing else, <c>1,234,567</c> and <c>1,234.00</c>. Nobody can tell <c>1,234</c> from a
    /// fraction, and it is asked about. Forms, pastes and files share this rule.
    /// </summary>
    /// <exception cref="FundRefusedException">The text is no amount from 0 to <see cref="Most"/>; says why.</exception>
    public static Rupiah Parse(string? text) => RupiahText.Read(text);

    /// <inheritdoc/>
    public int CompareTo(Rupiah other) => Amount.CompareTo(other.Amount);

    /// <summary>The amount as documents print it: <c>Rp1.234.567</c>, <c>-Rp1.000</c>.</summary>
    public override string ToString() => (IsNegative ? "-Rp" : "Rp") + Math.Abs(Amount).ToString("#,0", Indonesian);
}

/// <summary>Sums of amounts.</summary>
public static class RupiahSum
{
    /// <summary>The sum; none is nothing.</summary>
    /// <exception cref="OverflowException">The sum lies beyond <see cref="Rupiah.Most"/>.</exception>
    public static Rupiah Sum(this IEnumerable<Rupiah> amounts) => amounts.Aggregate(Rupiah.Zero, (sum, amount) => sum + amount);

    /// <summary>The sum of an amount of each item.</summary>
    /// <exception cref="OverflowException">The sum lies beyond <see cref="Rupiah.Most"/>.</exception>
    public static Rupiah Sum<T>(this IEnumerable<T> items, Func<T, Rupiah> amount) => items.Select(amount).Sum();
}
