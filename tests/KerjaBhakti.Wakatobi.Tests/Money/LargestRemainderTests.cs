using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Tests.Money;

public class LargestRemainderTests
{
    private static readonly Gen<Fraction> Values =
        from numerator in Gen.Choose(0, 5000)
        from denominator in Gen.Elements(1, 2, 3, 7, 10, 100, 1_000_000)
        select new Fraction(numerator, denominator);

    /// <summary>Amounts and weights that sum to more than nothing; codes in no order.</summary>
    private static readonly Gen<(Rupiah Whole, Weight[] Weights)> Splits =
        from whole in Amounts.UpTo(Rupiah.Most)
        from first in Gen.Choose(1, 5000)
        from others in Values.ListOf()
        select (whole, others.Prepend(new Fraction(first, 1)).Select((value, index) => new Weight(Code(index), value)).ToArray());

    [Fact]
    public void Split_AnyWhole_GivesPartsThatSumToIt() =>
        Property.Holds(Splits, split =>
            Assert.Equal(split.Whole, LargestRemainder.Split(split.Whole, split.Weights).Sum(part => part.Amount))
        );

    [Fact]
    public void Split_AnyWhole_GivesEachItsExactPartRoundedDownOrUp() => Property.Holds(Splits, split =>
        {
            foreach (var part in LargestRemainder.Split(split.Whole, split.Weights))
            {
                var exact = part.Share * new Fraction(split.Whole.Amount, 1);
                Assert.Equal(exact.Floor, part.Floor.Amount);
                Assert.True(
                    part.Amount == part.Floor
                        || (part.Amount == part.Floor + new Rupiah(1) && exact.CompareTo(new Fraction(part.Floor.Amount, 1)) > 0)
                );
            }
        });

    [Fact]
    public void Split_AnyWhole_FavoursTheLargestRemaindersAndThenTheFirstCodes() => Property.Holds(Splits, split =>
        {
            var ranked = LargestRemainder.Split(split.Whole, split.Weights).OrderBy(part => part.HasExtra ? 0 : 1).ToList();
            var poorest = ranked.Where(part => part.HasExtra).Select(Rank).DefaultIfEmpty().Max();
            var richest = ranked.Where(part => !part.HasExtra).Select(Rank).DefaultIfEmpty().Min();

            Assert.True(poorest is null || richest is null || poorest.CompareTo(richest) < 0);

            Ranked Rank(Part part)
            {
                var exact = part.Share * new Fraction(split.Whole.Amount, 1);
                return new Ranked(exact + new Fraction(-exact.Floor, 1), part.Code);
            }
        });

    [Fact]
    public void Split_InAnyOrder_GivesEveryCodeTheSame() =>
        Property.Holds(
            from split in Splits
            from shuffled in Gen.Shuffle(split.Weights)
            select (split.Whole, split.Weights, Shuffled: shuffled),
            split =>
                Assert.Equal(
                    LargestRemainder.Split(split.Whole, split.Weights).OrderBy(part => part.Code, StringComparer.Ordinal),
                    LargestRemainder.Split(split.Whole, split.Shuffled).OrderBy(part => part.Code, StringComparer.Ordinal)
                )
        );

    [Fact]
    public void Split_WeightsAllMultiplied_GivesTheSame() =>
        Property.Holds(from split in Splits from factor in Gen.Choose(1, 1000) select (split.Whole, split.Weights, factor), split =>
            Assert.Equal(
                LargestRemainder.Split(split.Whole, split.Weights),
                LargestRemainder.Split(
                    split.Whole,
                    [.. split.Weights.Select(weight => weight with { Value = weight.Value * new Fraction(split.factor, 7) })]
                )
            )
        );

    [Fact]
    public void Split_ALargerWholeAmongEqualWeights_TakesFromNobody() =>
        Property.Holds(from whole in Amounts.UpTo(Rupiah.Most - 1) from count in Gen.Choose(1, 40) select (whole, count), split =>
            AssertNobodyLoses(split.whole, [.. Enumerable.Range(0, split.count).Select(index => new Weight(Code(index), Fraction.One))])
        );

    [Fact]
    public void Split_ALargerWholeBetweenTwo_TakesFromNeither() =>
        Property.Holds(
            from whole in Amounts.UpTo(Rupiah.Most - 1)
            from one in Values
            from other in Gen.Choose(1, 5000)
            select (whole, one, other),
            split => AssertNobodyLoses(split.whole, [new Weight("A", split.one), new Weight("B", new Fraction(split.other, 1))])
        );

    /// <summary>
    /// The Alabama paradox, which the method is known for: why "a larger pool takes from nobody" is no rule of this program.
    /// </summary>
    [Fact]
    public void Split_ALargerWholeAmongThreeUnequal_CanTakeARupiahFromOne()
    {
        Weight[] weights = [new("A", new Fraction(6, 1)), new("B", new Fraction(6, 1)), new("C", new Fraction(2, 1))];

        Assert.Equal([4, 4, 2], LargestRemainder.Split(new Rupiah(10), weights).Select(part => part.Amount.Amount));
        Assert.Equal([5, 5, 1], LargestRemainder.Split(new Rupiah(11), weights).Select(part => part.Amount.Amount));
    }

    [Theory]
    [InlineData(new[] { "b", "a", "B" }, "B")]
    [InlineData(new[] { "P10", "P2", "P1" }, "P1")]
    [InlineData(new[] { "é", "z", "f" }, "f")]
    public void Split_Ties_GoToTheFirstCodeByItsCharacters(string[] codes, string first) =>
        Assert.Equal(
            first,
            LargestRemainder
                .Split(new Rupiah(1), [.. codes.Select(code => new Weight(code, Fraction.One))])
                .Single(part => part.HasExtra)
                .Code
        );

    [Fact]
    public void Split_TheLargestWhole_DoesNotOverflow() =>
        Assert.Equal(
            new Rupiah(Rupiah.Most),
            Assert
                .Single(LargestRemainder.Split(new Rupiah(Rupiah.Most), [new Weight("A", new Fraction(BigInteger.Pow(10, 900), 3))]))
                .Amount
        );

    [Fact]
    public void Split_WhatCannotBeSplit_Throws()
    {
        Assert.Throws<ArgumentException>(() => LargestRemainder.Split(new Rupiah(-1), [new Weight("A", Fraction.One)]));
        Assert.Throws<ArgumentException>(() =>
            LargestRemainder.Split(new Rupiah(1), [new Weight("A", new Fraction(-1, 2)), new Weight("B", Fraction.One)])
        );
        Assert.Throws<ArgumentException>(() => LargestRemainder.Split(new Rupiah(1), [new Weight("A", default)]));
        Assert.Throws<ArgumentException>(() => LargestRemainder.Split(new Rupiah(1), []));
        Assert.Throws<ArgumentException>(() =>
            LargestRemainder.Split(new Rupiah(1), [new Weight("A", Fraction.One), new Weight("A", Fraction.One)])
        );
    }

    private static void AssertNobodyLoses(Rupiah whole, Weight[] weights)
    {
        var less = LargestRemainder.Split(whole, weights);
        var more = LargestRemainder.Split(whole + new Rupiah(1), weights);
        Assert.All(less.Zip(more), pair => Assert.True(pair.First.Amount <= pair.Second.Amount));
    }

    // Neither in the order of the index nor of any length: "K13", "K0", "K26" …
    private static string Code(int index) => $"K{index * 13 % 101}-{index}";

    private sealed record Ranked(Fraction Remainder, string Code) : IComparable<Ranked>
    {
        public int CompareTo(Ranked? other) =>
            other is null ? 1
            : Remainder.CompareTo(other.Remainder) is var order and not 0 ? -order
            : string.CompareOrdinal(Code, other.Code);
    }
}
