using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Tests.Money;

namespace KerjaBhakti.Wakatobi.Tests.Fees;

/// <summary>
/// Random decrees, compared with a reckoning of its own: whole numbers and cross multiplication, without fractions and without the code it
/// checks.
/// </summary>
public class FeeCalculationProperties
{
    // Shares in units of 10^-20 percent: more digits than any floating point number has.
    private const int ShareDecimals = 20;
    private static readonly BigInteger Hundred = BigInteger.Pow(10, ShareDecimals + 2);

    private static readonly Gen<Case> Cases =
        from pool in Amounts.UpTo(Rupiah.Most)
        from cuts in Gen.Choose(0, int.MaxValue).ListOf()
        from methods in Gen.Elements(FeeMethod.Points, FeeMethod.Equal).ListOf(12)
        from members in Gen.Choose(0, 100_000).Select(number => number % 37 == 0 ? 0 : number).NonEmptyListOf().Resize(60)
        from decimals in Gen.Choose(0, 30)
        select Build(pool, [.. cuts.Take(11)], [.. methods], [.. members], decimals);

    [Fact]
    public void Of_AnyDecree_EqualsAnIndependentReckoning() =>
        Property.Holds(Cases, it => Assert.Equal(Reckon(it), AmountsOf(FeeCalculation.Of(it.Pool, it.Decree, it.Staff))), tests: 500);

    [Fact]
    public void Of_AnyDecree_PaysOutThePool() =>
        Property.Holds(Cases, it =>
            Assert.Equal(it.Pool, FeeCalculation.Of(it.Pool, it.Decree, it.Staff).Lines.Sum(line => line.Part.Amount))
        );

    [Fact]
    public void Of_TheSameStaffInAnotherOrder_PaysTheSame() =>
        Property.Holds(from it in Cases from shuffled in Gen.Shuffle(it.Staff.ToArray()) select (it, shuffled), both =>
            Assert.Equal(
                FeeCalculation.Of(both.it.Pool, both.it.Decree, both.it.Staff).Lines,
                FeeCalculation.Of(both.it.Pool, both.it.Decree, both.shuffled).Lines
            )
        );

    [Fact]
    public void Explanation_OfAnyLine_EndsWithItsAmount() => Property.Holds(Cases, it =>
        {
            var calculation = FeeCalculation.Of(it.Pool, it.Decree, it.Staff);
            var explanation = new FeeExplanation(calculation);
            Assert.All(calculation.Lines, line =>
                Assert.Contains($"Anda menerima {line.Part.Amount}", explanation.Of(line), StringComparison.Ordinal)
            );
        });

    private static List<(string, string, BigInteger)> AmountsOf(FeeCalculation calculation) =>
        [.. calculation.Lines.Select(line => (line.Staff.StaffId, line.Staff.Component, (BigInteger)line.Part.Amount.Amount))];

    private static List<(string, string, BigInteger)> Reckon(Case it)
    {
        var pools = Divide(it.Pool.Amount, it.Shares);
        var amounts = new List<(string Id, string Component, BigInteger Amount)>();
        foreach (var component in it.Decree.Components)
        {
            var staff = it.Scaled.Where(one => one.Component == component.Code);
            var weights = staff.ToDictionary(one => one.Id, one => component.Method == FeeMethod.Equal ? BigInteger.One : one.Points);
            amounts.AddRange(Divide(pools[component.Code], weights).Select(part => (part.Key, component.Code, part.Value)));
        }

        amounts.Sort(
            (left, right) =>
                string.CompareOrdinal(left.Id, right.Id) is var order and not 0
                    ? order
                    : string.CompareOrdinal(left.Component, right.Component)
        );
        return amounts;
    }

    // Gives the rupiah left over one by one to whoever is furthest below the exact part; all times the sum of the weights, to stay whole.
    private static Dictionary<string, BigInteger> Divide(BigInteger whole, Dictionary<string, BigInteger> weights)
    {
        var sum = weights.Values.Aggregate(BigInteger.Add);
        var parts = weights.ToDictionary(weight => weight.Key, weight => whole * weight.Value / sum);
        while (parts.Values.Aggregate(BigInteger.Add) < whole)
        {
            var next = parts.Keys.Aggregate(
                (best, code) => Lack(code) > Lack(best) || (Lack(code) == Lack(best) && string.CompareOrdinal(code, best) < 0) ? code : best
            );
            parts[next] += 1;
        }

        return parts;

        BigInteger Lack(string code) => (whole * weights[code]) - (parts[code] * sum);
    }

    private static Case Build(Rupiah pool, int[] cuts, FeeMethod[] methods, int[] members, int decimals)
    {
        // Cutting the hundred percent at random places gives shares that sum to it, however odd each is.
        var places = cuts.Select(cut => Hundred * cut / int.MaxValue).Order().Prepend(BigInteger.Zero).Append(Hundred).ToList();
        var shares = places
            .Zip(places.Skip(1), (from, to) => to - from)
            .Select((share, index) => (Code: $"K{index * 7 % 12}", Share: share))
            .ToList();
        var components = shares
            .Select((part, index) => new FeeComponent(part.Code, Percent.Parse(Write(part.Share, ShareDecimals)), methods[index]))
            .ToList();

        // Everybody is in one component or two; the first of each has a point, so that no component is without.
        var scaled = new List<(string Id, string Component, BigInteger Points)>();
        foreach (var (index, points) in members.Concat(Enumerable.Repeat(1, shares.Count)).Index())
        {
            scaled.Add(($"P{index}", shares[index % shares.Count].Code, index < members.Length ? points : 1));
            if (points % 2 == 0 && shares.Count > 1)
            {
                scaled.Add(($"P{index}", shares[(index + 1) % shares.Count].Code, (BigInteger)points * 3));
            }
        }

        var staff = scaled
            .Select(one => new StaffPoints(one.Id, one.Id, one.Component, Staff.Points(Write(one.Points, decimals))))
            .ToList();
        return new Case(pool, new FeeDecree("1", components), staff, shares.ToDictionary(part => part.Code, part => part.Share), scaled);
    }

    private static string Write(BigInteger units, int decimals)
    {
        var digits = units.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return decimals == 0 ? digits : $"{digits[..^decimals]}.{digits[^decimals..]}";
    }

    private sealed record Case(
        Rupiah Pool,
        FeeDecree Decree,
        IReadOnlyList<StaffPoints> Staff,
        Dictionary<string, BigInteger> Shares,
        List<(string Id, string Component, BigInteger Points)> Scaled
    );
}
