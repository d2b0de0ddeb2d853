using KerjaBhakti.Data.Identity;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Wakatobi.Claims;
using KerjaBhakti.Web.Wakatobi.Receipts;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Wakatobi;

/// <summary>What the pages of the fund say where they used to say something else than is true.</summary>
public sealed class FundWordsTests : FundFeePortal
{
    private static readonly FiscalMonth May = new(2024, 5);

    [Theory]
    [InlineData(PortalRoles.KeuanganRsud, "/wakatobi/persetujuan", "Halaman itu hanya untuk peran Direktur RSUD.")]
    [InlineData(PortalRoles.DirekturRsud, "/wakatobi/jasa/baru", "Halaman itu hanya untuk peran Keuangan RSUD.")]
    [InlineData(
        PortalRoles.DirekturRsud,
        "/wakatobi/klaim/2024-05/perbaiki",
        "Halaman itu hanya untuk peran Keuangan RSUD atau Pengelola program JKN."
    )]
    [InlineData(PortalRoles.KeuanganRsud, "/wakatobi/saya", "Halaman itu hanya untuk peran Pegawai RSUD.")]
    public async Task ARefusal_NamesTheRoleThatOpensThePageItself(string role, string path, string sentence)
    {
        using var client = await ClientOfAsync(role);
        using var answer = await client.GetAsync(path, Cancellation);
        using var refused = await client.GetAsync(answer.Headers.Location, Cancellation);

        Assert.Contains(sentence, await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AClaim_SaysWhatIsKnownOfItAndNothingElse()
    {
        await FileAsync();
        var page = (await Finance.PageAsync("/wakatobi/klaim/2024-05")).QuerySelector("main")!.TextContent;
        Assert.Contains("Belum diketahui sebelum diverifikasi", page, StringComparison.Ordinal);
        Assert.Contains("Klaim ini lengkap dengan sendirinya pada 20 Juni 2024", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Tanpa BA", page, StringComparison.Ordinal);

        await VerifyAndPayAsync();
        var paid = await Finance.PageAsync("/wakatobi/klaim/2024-05");
        Assert.Equal("Layak lunas", paid.QuerySelector(".page-header .badge-success")!.TextContent.Trim());
        var list = await Finance.PageAsync("/wakatobi/klaim");
        Assert.DoesNotContain(list.QuerySelectorAll("tbody .badge"), badge => badge.ClassList.Contains("badge-warning"));
    }

    [Fact]
    public async Task AnAddressToCorrectOrVerify_RefusesAtOnceWhereNothingCouldBeSaved()
    {
        // Entered long after it was filed: it can be corrected until money came.
        await FileAsync();
        Assert.NotNull((await Finance.PageAsync("/wakatobi/klaim/2024-05/perbaiki")).QuerySelector("main form"));
        await VerifyAndPayAsync();
        var correction = await Finance.PageAsync("/wakatobi/klaim/2024-05/perbaiki");
        Assert.Contains("tidak dapat diperbaiki lagi", correction.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Null(correction.QuerySelector("main form"));

        await Portal
            .Services.GetRequiredService<ClaimDesk>()
            .FileAsync(
                UserOf(PortalRoles.KeuanganRsud),
                new FiscalMonth(2024, 6),
                "INA-CBG",
                new DateOnly(2024, 7, 10),
                [new ClaimFiling("ICU", 1, new Rupiah(1_000))],
                Cancellation
            );
        var early = await Finance.PageAsync("/wakatobi/klaim/2024-06/verifikasi");
        Assert.Contains("belum dapat diverifikasi", early.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Null(early.QuerySelector("main form"));
        Assert.NotNull((await Finance.PageAsync("/wakatobi/klaim/2024-06/perbaiki")).QuerySelector("main form"));
    }

    [Fact]
    public async Task ClaimsPaidAndFundsReceived_SayWhyTheyDiffer()
    {
        var facts = (await Finance.PageAsync("/wakatobi?tahun=2024")).QuerySelector(".facts")!.TextContent;

        Assert.Contains("untuk bulan pelayanan 2024, kapan pun dibayar", facts, StringComparison.Ordinal);
        Assert.Contains("masuk rekening selama 2024, untuk bulan pelayanan mana pun", facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSignInPage_SaysWhyItStandsInTheWay()
    {
        using var nobody = Portal.CreateClient();
        using var answer = await nobody.GetAsync("/wakatobi/jasa/baru", Cancellation);
        Assert.Contains(
            "hanya untuk yang sudah masuk, atau waktu masuk Anda sudah habis",
            await nobody.GetStringAsync(answer.Headers.Location, Cancellation),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("sudah habis", await nobody.GetStringAsync("/masuk", Cancellation), StringComparison.Ordinal);
    }

    private Task<ClaimKey> FileAsync() =>
        Portal
            .Services.GetRequiredService<ClaimDesk>()
            .FileAsync(
                UserOf(PortalRoles.KeuanganRsud),
                May,
                "INA-CBG",
                new DateOnly(2024, 6, 10),
                [new ClaimFiling("ICU", 10, new Rupiah(1_000))],
                Cancellation
            );

    private async Task VerifyAndPayAsync()
    {
        var finance = UserOf(PortalRoles.KeuanganRsud);
        var book = Portal.Services.GetRequiredService<ClaimDesk>();
        var seen = (await book.OpenAsync(finance, May.ToString(), Cancellation)).Claim!;
        await book.VerifyAsync(
            finance,
            May,
            seen.Revision,
            new DateOnly(2024, 6, 25),
            [new ClaimVerdict("ICU", new Rupiah(900), new Rupiah(100), Rupiah.Zero, Rupiah.Zero)],
            Cancellation
        );
        var claim = (await book.OpenAsync(finance, May.ToString(), Cancellation)).Claim!;
        await Portal
            .Services.GetRequiredService<ReceiptDesk>()
            .TakeAsync(
                finance,
                new DateOnly(2024, 7, 1),
                new Rupiah(900),
                "TRX-2",
                [(claim.Id, claim.Revision, new Rupiah(900))],
                Cancellation
            );
    }
}
