using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Tests.Fees;

public class FeePaymentShareTests
{
    [Fact]
    public void Of_APreparedDistribution_IsTheExactShareItWasCalculatedWith()
    {
        var calculation = FeeCalculation.Of(
            new Rupiah(1001),
            Staff.Decree,
            [
                Staff.In("LANGSUNG", "P2", "12.50"),
                Staff.In("LANGSUNG", "P10", "7.5"),
                Staff.In("MERATA", "P1"),
                Staff.In("MERATA", "P2", "99"),
                Staff.In("MERATA", "P10"),
            ]
        );

        var shares = FeePaymentShare.Of(FeeDistribution.Prepare(calculation, new Rupiah(1001), new Person("k", "Keuangan")));

        Assert.Equal(
            calculation.Lines.Select(line => (line.Staff.StaffId, line.Staff.Component, line.Exact)).Order(),
            shares.Select(share => (share.Payment.StaffId, share.Payment.Component, share.Exact)).Order()
        );
    }
}
