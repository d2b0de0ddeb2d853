using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Fees;

/// <summary>A payment and what it was before it was rounded.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="Exact">The exact share of the component's pool, in rupiah.</param>
public sealed record FeePaymentShare(FeePayment Payment, Fraction Exact)
{
    /// <summary>
    /// The exact shares of a distribution, reckoned again from its points and the pools of its components, in the order of the decree.
    /// </summary>
    public static IEnumerable<FeePaymentShare> Of(FeeDistribution distribution)
    {
        var payments = distribution.Payments.ToLookup(payment => payment.Component);
        foreach (var component in distribution.Components)
        {
            var members = payments[component.Code].Select(payment => (Payment: payment, Weight: WeightOf(component, payment))).ToList();
            var all = members.Aggregate(default(Fraction), (sum, member) => sum + member.Weight);
            var each = new Fraction(members.Sum(member => member.Payment.Amount).Amount * all.Denominator, all.Numerator);
            foreach (var (payment, weight) in members)
            {
                yield return new FeePaymentShare(payment, weight * each);
            }
        }
    }

    private static Fraction WeightOf(FeeComponent component, FeePayment payment) =>
        component.Method == FeeMethod.Points && ExactDecimal.TryParse(payment.Points, out var points) ? points.ToFraction() : Fraction.One;
}
