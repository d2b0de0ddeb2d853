using KerjaBhakti.Documents.Wakatobi.Reports;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Reports;

namespace KerjaBhakti.Documents.Tests.Wakatobi;

public class RegentLetterTests
{
    private static readonly ReportPeriod Period = new(new FiscalMonth(2024, 1), new FiscalMonth(2024, 7));

    [Fact]
    public void TheLetter_OfAPeriodWithOneRule_NamesWhatEachShareGot() =>
        Assert.Contains(
            "dibagi menjadi Jasa pelayanan medis Rp500 dan Obat-obatan, BMHP, alkes, sarana prasarana Rp500.",
            Receipts([Regulation9Of2024.AllocationRule()], new DateOnly(2024, 5, 2)),
            StringComparison.Ordinal
        );

    [Fact]
    public void TheLetter_OfAPeriodWithTwoRules_NamesEachRule()
    {
        var first = Regulation9Of2024.AllocationRule();
        first.EndOn(new DateOnly(2024, 5, 31));
        var second = new AllocationRule(
            "Peraturan Contoh 1/2024 Pasal 1",
            new DateOnly(2024, 6, 1),
            null,
            [first.Shares[0] with { Share = Percent.Parse("40") }, first.Shares[1] with { Share = Percent.Parse("60") }]
        );

        var sentence = Receipts([first, second], new DateOnly(2024, 5, 2), new DateOnly(2024, 6, 3));

        Assert.Contains($"Jasa pelayanan medis Rp500 (50 % menurut {first.LegalBasis} huruf a)", sentence, StringComparison.Ordinal);
        Assert.Contains($"Jasa pelayanan medis Rp400 (40 % menurut {second.LegalBasis} huruf a)", sentence, StringComparison.Ordinal);
    }

    /// <summary>The paragraph on receipts of a letter, a receipt of Rp1.000 on each day.</summary>
    private static string Receipts(IReadOnlyList<AllocationRule> rules, params DateOnly[] days)
    {
        var law = new AllocationRules(rules);
        var allocations = days.Select(day => Allocation.Of(ReceiptOn(day), law, DateTimeOffset.UnixEpoch)).ToList();
        var books = new BookMovements([]);
        var letter = FundReport
            .Of(
                new ActivityReport(Period, [], Regulation9Of2024.Services),
                new FundUseReport(Period, books, allocations, [], Regulation9Of2024.Categories),
                new SilpaReport(Period, books, Regulation9Of2024.Categories, Rupiah.Zero, [], []),
                Period.Last.LastDay
            )
            .Letter!;
        return letter.Paragraphs.Single(paragraph => paragraph.StartsWith("2. Penerimaan.", StringComparison.Ordinal));
    }

    private static Receipt ReceiptOn(DateOnly day)
    {
        var amount = new Rupiah(1000);
        var claim = ClaimMonth.File(
            FiscalMonth.Of(day),
            "INA-CBG",
            day,
            [new ClaimFiling("RAWAT_INAP", 1, amount)],
            Regulation9Of2024.Services,
            [],
            new ClaimTerms()
        );
        claim.DeclareComplete(day, "BA/1");
        claim.Verify(day, [new ClaimVerdict("RAWAT_INAP", amount, Rupiah.Zero, Rupiah.Zero, Rupiah.Zero)]);
        return Receipt.Take(day, amount, "TRX", [(claim, amount)]);
    }
}
