using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Tests.Allocations;

public class AllocationRulesTests
{
    [Fact]
    public void TheRuleOf2024_IsPasal5FromItsPromulgationOn()
    {
        var rule = Regulation9Of2024.AllocationRule();

        Assert.Equal((new DateOnly(2024, 3, 25), null), (rule.EffectiveFrom, rule.EffectiveTo));
        Assert.Equal(["JASA 50", "SARANA 50"], rule.Shares.Select(share => $"{share.Code} {share.Share}"));
    }

    [Fact]
    public void InForceOn_ADate_IsTheRuleOfThatDay()
    {
        var (first, second) = (Rule("Perbup A", "2024-03-25", "2025-12-31"), Rule("Perbup B", "2026-01-01"));
        var rules = new AllocationRules([second, first]);

        Assert.Same(first, rules.InForceOn(new DateOnly(2024, 3, 25)));
        Assert.Same(first, rules.InForceOn(new DateOnly(2025, 12, 31)));
        Assert.Same(second, rules.InForceOn(new DateOnly(2026, 1, 1)));
    }

    [Fact]
    public void InForceOn_BeforeTheRegulation_IsRefusedBecauseTheEarlierTextIsMissing() =>
        Assert.Equal(
            "Tanggal 24 Maret 2024 mendahului Peraturan Bupati Wakatobi Nomor 9 Tahun 2024 Pasal 5 ayat (2), yang berlaku sejak 25 Maret 2024. Sebelum itu berlaku Peraturan Bupati "
                + "Wakatobi Nomor 18 Tahun 2023, yang naskahnya tidak tersedia; penerimaan ini baru dapat dibagi setelah aturan itu dimasukkan.",
            Refusal(() => new AllocationRules([Regulation9Of2024.AllocationRule()]).InForceOn(new DateOnly(2024, 3, 24)))
        );

    [Fact]
    public void InForceOn_OnceTheEarlierRuleIsEntered_IsThatRule()
    {
        var earlier = Rule("Perbup 18/2023", "2023-01-01", "2024-03-24");

        Assert.Same(earlier, new AllocationRules([Regulation9Of2024.AllocationRule(), earlier]).InForceOn(new DateOnly(2024, 3, 24)));
    }

    [Fact]
    public void InForceOn_AfterTheLastRule_IsRefused() =>
        Assert.Equal(
            "Tanggal 1 Januari 2026 melewati Perbup A, yang berakhir 31 Desember 2025; masukkan aturan penggantinya lebih dahulu.",
            Refusal(() => new AllocationRules([Rule("Perbup A", "2024-03-25", "2025-12-31")]).InForceOn(new DateOnly(2026, 1, 1)))
        );

    [Fact]
    public void InForceOn_WithoutAnyRule_IsRefused() =>
        Assert.StartsWith(
            "Belum ada aturan pembagian dana klaim",
            Refusal(() => new AllocationRules([]).InForceOn(new DateOnly(2024, 4, 1))),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        "2025-12-30",
        "2026-01-01",
        "Antara 30 Desember 2025 dan 1 Januari 2026 tidak ada yang berlaku: Perbup A sudah berakhir dan Perbup B belum mulai."
    )]
    [InlineData("2026-01-01", "2026-01-01", "Perbup B mulai 1 Januari 2026, padahal Perbup A masih berlaku sampai 1 Januari 2026.")]
    [InlineData(null, "2026-01-01", "Perbup B mulai 1 Januari 2026, padahal Perbup A masih berlaku tanpa tanggal akhir.")]
    public void Rules_WithAGapOrAnOverlap_AreRefused(string? end, string start, string problem) =>
        Assert.Equal(problem, Refusal(() => new AllocationRules([Rule("Perbup A", "2024-03-25", end), Rule("Perbup B", start)])));

    [Fact]
    public void ARule_WithSharesOf99Point99_IsRefused() =>
        Assert.Equal(
            "Bagian dana klaim berjumlah 99,99 %, padahal harus tepat 100 %.",
            Refusal(() => Rule("Perbup A", "2024-03-25", shares: ["50", "49.99"]))
        );

    [Fact]
    public void ARule_WithACodeTwice_IsRefused() =>
        Assert.Equal(
            "Bagian 'A' ada 2 kali.",
            Refusal(() => new AllocationRule("Perbup", default, effectiveTo: null, [Share("A", "50"), Share("A", "50")]))
        );

    [Fact]
    public void ARule_WithoutALegalBasisOrBackwards_IsRefused()
    {
        Assert.Equal("Dasar hukum harus diisi, paling panjang 300 huruf.", Refusal(() => Rule(" ", "2024-03-25")));
        Assert.Equal(
            "Perbup A berakhir 24 Maret 2024, sebelum mulai berlaku 25 Maret 2024.",
            Refusal(() => Rule("Perbup A", "2024-03-25", "2024-03-24"))
        );
    }

    [Fact]
    public void EndOn_BackwardsOrTwice_IsRefused()
    {
        var rule = Rule("Perbup A", "2024-03-25");
        Assert.Equal(
            "Perbup A tidak dapat berakhir 24 Maret 2024, sebelum mulai berlaku 25 Maret 2024.",
            Refusal(() => rule.EndOn(new DateOnly(2024, 3, 24)))
        );
        rule.EndOn(new DateOnly(2025, 12, 31));
        Assert.Equal("Perbup A sudah berakhir 31 Desember 2025.", Refusal(() => rule.EndOn(new DateOnly(2026, 12, 31))));
    }

    private static AllocationRule Rule(string basis, string from, string? to = null, string[]? shares = null) =>
        new(
            basis,
            DateOnly.ParseExact(from, "yyyy-MM-dd"),
            to is null ? null : DateOnly.ParseExact(to, "yyyy-MM-dd"),
            [.. (shares ?? ["100"]).Select((share, index) => Share($"S{index}", share))]
        );

    private static AllocationShare Share(string code, string share) => new(code, code, "Pasal 1", Percent.Parse(share), FundPurpose.Fees);

    private static string Refusal(Action action) => Assert.Throws<FundRefusedException>(action).Message;

    private static string Refusal(Func<object> action) => Assert.Throws<FundRefusedException>(action).Message;
}
