using FsCheck.Fluent;
using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Tests.Claims;
using KerjaBhakti.Wakatobi.Tests.Money;

namespace KerjaBhakti.Wakatobi.Tests.Allocations;

public class AllocationTests
{
    private static readonly AllocationRules Rules = new([Regulation9Of2024.AllocationRule()]);
    private static readonly DateOnly On = new(2024, 4, 2);

    [Fact]
    public void Of_AReceipt_IsHalvedToTheLastRupiah()
    {
        var allocation = Allocation.Of(Claim.Receipt(new Rupiah(1_000_001), On), Rules, DateTimeOffset.UnixEpoch);

        Assert.Equal([("JASA", 500_001), ("SARANA", 500_000)], allocation.Amounts.Select(amount => (amount.Code, amount.Amount.Amount)));
        Assert.Equal((new Rupiah(500_001), new Rupiah(500_000)), (allocation.For(FundPurpose.Fees), allocation.For(FundPurpose.Spending)));
        Assert.Equal(
            "Penerimaan Rp1.000.001 tanggal 2 April 2024 dibagi menurut Peraturan Bupati Wakatobi Nomor 9 Tahun 2024 Pasal 5 ayat (2): Jasa pelayanan medis (huruf a) 50 % = "
                + "Rp500.000,5, dibulatkan menjadi Rp500.001; Obat-obatan, BMHP, alkes, sarana prasarana (huruf b) 50 % = Rp500.000,5, dibulatkan menjadi Rp500.000. Jumlahnya tepat "
                + "Rp1.000.001.",
            allocation.Explanation
        );
    }

    [Fact]
    public void Of_AReceipt_KeepsTheLawWhenTheRuleEnds()
    {
        var rule = Regulation9Of2024.AllocationRule();
        var allocation = Allocation.Of(Claim.Receipt(new Rupiah(10), On), new AllocationRules([rule]), DateTimeOffset.UnixEpoch);
        var before = allocation.Explanation;
        rule.EndOn(On);

        Assert.Equal((before, rule.Id), (allocation.Explanation, allocation.RuleId));
    }

    [Fact]
    public void Of_AnyReceiptsInAnyOrder_SumToTheReceipts() =>
        Property.HoldsForLists(
            from amount in Amounts.UpTo(1_000_000_000_000)
            from day in Gen.Choose(0, 400)
            select (Amount: amount + new Rupiah(1), On: Regulation9Of2024.EffectiveFrom.AddDays(day)),
            receipts =>
            {
                var forward = receipts
                    .Select(receipt => Allocation.Of(Claim.Receipt(receipt.Amount, receipt.On), Rules, DateTimeOffset.UnixEpoch))
                    .ToList();
                var backward = receipts
                    .Reverse()
                    .Select(receipt => Allocation.Of(Claim.Receipt(receipt.Amount, receipt.On), Rules, DateTimeOffset.UnixEpoch))
                    .Reverse();

                Assert.Equal(
                    receipts.Sum(receipt => receipt.Amount),
                    forward.SelectMany(allocation => allocation.Amounts).Sum(amount => amount.Amount)
                );
                Assert.Equal(
                    forward.Select(allocation => allocation.For(FundPurpose.Fees)),
                    backward.Select(allocation => allocation.For(FundPurpose.Fees))
                );
            }
        );
}
