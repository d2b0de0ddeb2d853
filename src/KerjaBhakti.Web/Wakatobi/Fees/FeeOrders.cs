using KerjaBhakti.Wakatobi.Fees;

namespace KerjaBhakti.Web.Wakatobi.Fees;

/// <summary>The order of the people in a comparison.</summary>
public enum FeeOrder
{
    /// <summary>By staff number.</summary>
    StaffId,

    /// <summary>Who gains most first.</summary>
    MostGained,

    /// <summary>Who loses most first.</summary>
    MostLost,
}

/// <summary>Puts the people of a comparison in an order; those with the same change stay in that of their numbers.</summary>
public static class FeeOrders
{
    /// <summary>The orders and what they are called.</summary>
    public static IReadOnlyDictionary<FeeOrder, string> All { get; } =
        new Dictionary<FeeOrder, string>
        {
            [FeeOrder.StaffId] = "Nomor pegawai",
            [FeeOrder.MostGained] = "Kenaikan terbesar dahulu",
            [FeeOrder.MostLost] = "Penurunan terbesar dahulu",
        };

    /// <summary>The people in an order.</summary>
    public static IEnumerable<FeeDifference> In(this IReadOnlyList<FeeDifference> people, FeeOrder order) =>
        order switch
        {
            FeeOrder.StaffId => people,
            FeeOrder.MostGained => people.OrderByDescending(person => person.Change),
            FeeOrder.MostLost => people.OrderBy(person => person.Change),
        };
}
