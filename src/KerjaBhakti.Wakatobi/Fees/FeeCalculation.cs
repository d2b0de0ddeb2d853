using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Fees;

/// <summary>A component's part of the pool.</summary>
/// <param name="Component">The component.</param>
/// <param name="Pool">What it has to divide.</param>
/// <param name="Staff">How many staff share it.</param>
/// <param name="Points">The sum of their points; nothing where it is divided equally.</param>
public sealed record FeeComponentPool(FeeComponent Component, Part Pool, int Staff, Fraction Points);

/// <summary>What one person gets from one component, and why.</summary>
/// <param name="Staff">Who, and the points.</param>
/// <param name="Component">The component's pool.</param>
/// <param name="Part">The part: the exact share of the component's pool, rounded down, the rupiah left over, the amount.</param>
public sealed record FeeLine(StaffPoints Staff, FeeComponentPool Component, Part Part)
{
    /// <summary>The exact share of the component's pool, in rupiah before rounding.</summary>
    public Fraction Exact => Part.Share * new Fraction(Component.Pool.Amount.Amount, 1);
}

/// <summary>
/// How a pool of service fees falls to staff under a decree (pasal 6). A pure function of pool, decree and points: the pool goes to the
/// components by their shares, each component's pool to its staff by points or equally, both by <see cref="LargestRemainder"/>.
/// </summary>
public sealed class FeeCalculation
{
    private FeeCalculation(Rupiah pool, FeeDecree decree, IReadOnlyList<FeeComponentPool> components, IReadOnlyList<FeeLine> lines)
    {
        Pool = pool;
        Decree = decree;
        Components = components;
        Lines = lines;
    }

    /// <summary>What is distributed.</summary>
    public Rupiah Pool { get; }

    /// <summary>The decree it is distributed under.</summary>
    public FeeDecree Decree { get; }

    /// <summary>The components in the order of the decree; their pools sum to <see cref="Pool"/>.</summary>
    public IReadOnlyList<FeeComponentPool> Components { get; }

    /// <summary>
    /// A line for each person and component, by staff number and then by component, ordinal; their amounts sum to <see cref="Pool"/>.
    /// </summary>
    public IReadOnlyList<FeeLine> Lines { get; }

    /// <summary>Calculates a distribution.</summary>
    /// <param name="pool">What is distributed, not negative.</param>
    /// <param name="decree">The decree.</param>
    /// <param name="staff">One item for each person and component, in any order.</param>
    /// <exception cref="FundRefusedException">
    /// The pool is negative, a person stands twice in a component, a component is unknown, without staff or without points; says all of it.
    /// </exception>
    public static FeeCalculation Of(Rupiah pool, FeeDecree decree, IReadOnlyList<StaffPoints> staff)
    {
        if (pool.IsNegative)
        {
            throw new FundRefusedException($"Jumlah yang dibagikan {pool} negatif; jumlah rupiah tidak boleh kurang dari nol.");
        }

        FeeCheck.Require(decree, staff);
        var parts = LargestRemainder.Split(
            pool,
            [.. decree.Components.Select(component => new Weight(component.Code, component.Share.Share))]
        );
        var members = staff.ToLookup(line => line.Component);
        var components = decree.Components.Zip(parts, (component, part) => PoolOf(component, part, [.. members[component.Code]])).ToList();
        var lines = components
            .SelectMany(component => LinesOf(component, [.. members[component.Component.Code]]))
            .OrderBy(line => line.Staff.StaffId, StringComparer.Ordinal)
            .ThenBy(line => line.Staff.Component, StringComparer.Ordinal)
            .ToList();
        return new FeeCalculation(pool, decree, components, lines);
    }

    private static FeeComponentPool PoolOf(FeeComponent component, Part pool, List<StaffPoints> staff)
    {
        var points =
            component.Method == FeeMethod.Points
                ? staff.Select(WeightOf).Aggregate(default(Fraction), (sum, points) => sum + points)
                : default;
        return new FeeComponentPool(component, pool, staff.Count, points);
    }

    private static IEnumerable<FeeLine> LinesOf(FeeComponentPool component, List<StaffPoints> staff)
    {
        var equal = component.Component.Method == FeeMethod.Equal;
        var parts = LargestRemainder.Split(
            component.Pool.Amount,
            [.. staff.Select(line => new Weight(line.StaffId, equal ? Fraction.One : WeightOf(line)))]
        );
        return staff.Zip(parts, (line, part) => new FeeLine(line, component, part));
    }

    private static Fraction WeightOf(StaffPoints line) => line.Points!.Value.ToFraction();
}
