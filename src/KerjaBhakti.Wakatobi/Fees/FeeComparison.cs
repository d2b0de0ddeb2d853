using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Fees;

/// <summary>What a component, or a person from all components, gets from two distributions.</summary>
/// <param name="Code">The code of the component, or the staff number.</param>
/// <param name="Name">The name of the person; that of the second distribution where they differ. Of a component its code.</param>
/// <param name="Before">What the first gives; null where the first does not know it.</param>
/// <param name="After">What the second gives; null where the second does not know it.</param>
public sealed record FeeDifference(string Code, string Name, Rupiah? Before, Rupiah? After)
{
    /// <summary>What the second gives more; less than nothing where it gives less.</summary>
    public Rupiah Change => (After ?? Rupiah.Zero) - (Before ?? Rupiah.Zero);
}

/// <summary>Two distributions side by side, imagined or prepared, before anything is signed.</summary>
public sealed class FeeComparison
{
    private FeeComparison(IReadOnlyList<Item> before, IReadOnlyList<Item> after)
    {
        Components = Pair(before, after, item => item.Component, item => item.Component);
        People = Pair(before, after, item => item.StaffId, item => item.Name);
        Total = new FeeDifference(string.Empty, "Jumlah", before.Sum(item => item.Amount), after.Sum(item => item.Amount));
    }

    /// <summary>The components of either, by code, ordinal.</summary>
    public IReadOnlyList<FeeDifference> Components { get; }

    /// <summary>Everybody who gets something from either, by staff number, ordinal.</summary>
    public IReadOnlyList<FeeDifference> People { get; }

    /// <summary>Both pools.</summary>
    public FeeDifference Total { get; }

    /// <summary>Compares two what-ifs.</summary>
    public static FeeComparison Of(FeeCalculation before, FeeCalculation after) =>
        new([.. before.Lines.Select(Of)], [.. after.Lines.Select(Of)]);

    /// <summary>Compares two distributions as they were prepared.</summary>
    public static FeeComparison Of(FeeDistribution before, FeeDistribution after) =>
        new([.. before.Payments.Select(Of)], [.. after.Payments.Select(Of)]);

    private static Item Of(FeeLine line) => new(line.Staff.StaffId, line.Staff.Name, line.Staff.Component, line.Part.Amount);

    private static Item Of(FeePayment payment) => new(payment.StaffId, payment.Name, payment.Component, payment.Amount);

    private static List<FeeDifference> Pair(
        IReadOnlyList<Item> before,
        IReadOnlyList<Item> after,
        Func<Item, string> code,
        Func<Item, string> name
    )
    {
        var (first, second) = (before.ToLookup(code), after.ToLookup(code));
        return
        [
            .. first
                .Select(items => items.Key)
                .Union(second.Select(items => items.Key))
                .Order(StringComparer.Ordinal)
                .Select(key => new FeeDifference(key, name(second[key].Concat(first[key]).First()), SumOf(first[key]), SumOf(second[key]))),
        ];
    }

    private static Rupiah? SumOf(IEnumerable<Item> items) => items.Any() ? items.Sum(item => item.Amount) : null;

    private readonly record struct Item(string StaffId, string Name, string Component, Rupiah Amount);
}
