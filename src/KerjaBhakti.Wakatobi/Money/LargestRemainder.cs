using System.Numerics;

namespace KerjaBhakti.Wakatobi.Money;

/// <summary>What somebody has of a whole: points, or a percentage. Only the relation between weights counts.</summary>
/// <param name="Code">Names the part; unique within a split.</param>
/// <param name="Value">Zero or more.</param>
public sealed record Weight(string Code, Fraction Value);

/// <summary>One part of an amount that was split.</summary>
/// <param name="Code">The part.</param>
/// <param name="Share">Its exact share of the whole, from 0 to 1.</param>
/// <param name="Floor">The exact part rounded down to whole rupiah.</param>
/// <param name="HasExtra">Whether it got one of the rupiah that rounding down left over.</param>
public sealed record Part(string Code, Fraction Share, Rupiah Floor, bool HasExtra)
{
    /// <summary>1 where it got one of the rupiah left over, else 0.</summary>
    public int Extra => HasExtra ? 1 : 0;

    /// <summary>What the part is paid.</summary>
    public Rupiah Amount => Floor + new Rupiah(Extra);
}

/// <summary>
/// Splits an amount by the method of the largest remainder (Hamilton): every exact part is rounded down, then the rupiah left over go one
/// each to the parts that lost most, and of those that lost the same to the code that comes first, ordinal.
/// </summary>
/// <remarks>
/// The parts sum to the whole, each is its exact part rounded down or up, and the order of the weights changes nothing. What the method
/// does not promise: with three parts or more of different weight, a larger whole can give one of them a rupiah less (the Alabama paradox:
/// 6, 6 and 2 of Rp10 are 4, 4 and 2, but of Rp11 5, 5 and 1). With two parts, or equal weights, that cannot happen. The difference is
/// never more than a rupiah.
/// </remarks>
public static class LargestRemainder
{
    /// <summary>Splits an amount that may be negative: the parts of a negative one are those of the positive with the other sign.</summary>
    public static IReadOnlyList<(string Code, Rupiah Amount)> SplitSigned(Rupiah whole, IReadOnlyList<Weight> weights) =>
        [.. Split(whole.IsNegative ? -whole : whole, weights).Select(part => (part.Code, whole.IsNegative ? -part.Amount : part.Amount))];

    /// <summary>Splits an amount.</summary>
    /// <param name="whole">The amount, not negative.</param>
    /// <param name="weights">At least one; their sum is more than nothing.</param>
    /// <returns>The parts in the order of the weights.</returns>
    /// <exception cref="ArgumentException">The amount or a weight is negative, a code stands twice, or the weights sum to
    /// nothing.</exception>
    public static IReadOnlyList<Part> Split(Rupiah whole, IReadOnlyList<Weight> weights)
    {
        if (whole.IsNegative || weights.Any(weight => weight.Value.Numerator.Sign < 0))
        {
            throw new ArgumentException("Neither the whole nor a weight may be negative.", nameof(whole));
        }

        if (weights.DistinctBy(weight => weight.Code, StringComparer.Ordinal).Count() != weights.Count)
        {
            throw new ArgumentException("A code stands twice.", nameof(weights));
        }

        // Over one denominator the weights are whole numbers, and so are the remainders: comparing them is exact and cheap.
        var denominator = weights.Aggregate(BigInteger.One, (multiple, weight) => LeastCommonMultiple(multiple, weight.Value.Denominator));
        var scaled = weights.Select(weight => weight.Value.Numerator * (denominator / weight.Value.Denominator)).ToArray();
        var total = scaled.Aggregate(BigInteger.Zero, BigInteger.Add);
        if (total.IsZero)
        {
            throw new ArgumentException("The weights sum to nothing.", nameof(weights));
        }

        var floors = new long[weights.Count];
        var remainders = new BigInteger[weights.Count];
        for (var index = 0; index < scaled.Length; index++)
        {
            floors[index] = (long)BigInteger.DivRem(whole.Amount * scaled[index], total, out remainders[index]);
        }

        // Fewer are left over than parts have a remainder, so nobody without one gets a rupiah.
        var left = (int)(whole.Amount - floors.Sum());
        var lucky = Enumerable
            .Range(0, weights.Count)
            .OrderByDescending(index => remainders[index])
            .ThenBy(index => weights[index].Code, StringComparer.Ordinal)
            .Take(left)
            .ToHashSet();
        return
        [
            .. weights.Select(
                (weight, index) =>
                    new Part(weight.Code, new Fraction(scaled[index], total), new Rupiah(floors[index]), lucky.Contains(index))
            ),
        ];
    }

    private static BigInteger LeastCommonMultiple(BigInteger left, BigInteger right) =>
        left / BigInteger.GreatestCommonDivisor(left, right) * right;
}
