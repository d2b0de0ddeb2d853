using System.Net;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Web.Wakatobi.Books;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Wakatobi;

/// <summary>
/// Wrong money put right over the pages: Rp2.000.001 of BPJS (TRX-1) are there on 15 July 2024, and what is wrong is a receipt, a
/// distribution that was paid, or something the bank did.
/// </summary>
public sealed class FundMoneyTests : FundFeePortal
{
    private const string Movement = "/wakatobi/buku/bank/baru";
    private const string Receive = "/wakatobi/penerimaan/baru";

    [Fact]
    public async Task ACancelledPaidDistribution_IsOwedByTheStaff_AndKeptBackFromTheNext()
    {
        var wrong = await PaidAsync("445/1/2024");
        await StepAsync(Finance, wrong, "usulkan", new() { ["Posted.Reason"] = "Poin salah." });
        var waiting = (await Director.PageAsync(wrong)).QuerySelector("main")!.TextContent;
        Assert.Contains("Rp1.000.000 menjadi piutang kepada pegawai, dan saldo bank tidak berubah", waiting, StringComparison.Ordinal);
        await StepAsync(Director, wrong, "setujui-batal", []);

        // No money came back by the decision.
        Assert.Equal(new Rupiah(1_000_001), await BankAsync());
        var list = await Finance.PageAsync("/wakatobi/jasa/piutang");
        Assert.Equal("Rp1.000.000", list.QuerySelector("#sisa")!.TextContent);

        // One of the three gives it back; a reference is used once.
        var person = list.QuerySelectorAll("a[href^='/wakatobi/jasa/piutang/']")
            .First(link => link.TextContent == "Pegawai Tiga")
            .GetAttribute("href")!;
        Assert.Contains(
            "Nomor referensi bank trx-1 sudah dipakai penerimaan Rp2.000.001 tanggal 20 Mei 2024.",
            await RefusedAsync(Finance, person, Repayment("1.000", "trx-1")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "melebihi piutang Pegawai Tiga (P3) yang tersisa, Rp133.333.",
            await RefusedAsync(Finance, person, Repayment("133.334", "STS-1")),
            StringComparison.Ordinal
        );
        await DoneAsync(Finance, person, Repayment("133.333", "STS-1"), "selesai=kembali");
        Assert.Equal(new Rupiah(1_133_334), await BankAsync());

        // The right one keeps back from the other two all that they have already.
        var right = await PaidAsync("445/2/2024");
        var page = (await Finance.PageAsync(right)).QuerySelector(".facts")!.TextContent;
        Assert.Contains("Rp866.667 untuk piutang pegawai", page, StringComparison.Ordinal);
        Assert.Matches("Keluar dari bank\\s*Rp133.333", page);
        Assert.Equal(new Rupiah(1_000_001), await BankAsync());
        Assert.Equal("Rp0", (await Finance.PageAsync("/wakatobi/jasa/piutang")).QuerySelector("#sisa")!.TextContent);
        await AssertBalancedAsync();
    }

    [Fact]
    public async Task ADecreeNumber_IsUsedOnce_AndFreeAgainOnceItsDistributionIsCancelled()
    {
        var first = await PaidAsync("445/1/2024", "Rp400.000");
        var second = await PrepareAsync(new(Fields()) { ["Posted.Pool"] = "Rp100.000" });

        Assert.Contains(
            "Nomor keputusan 445 / 1 / 2024 sudah dipakai pembagian Rp400.000 tanggal 10 Juli 2024.",
            WebUtility.HtmlDecode(await RefusalAsync(Director, second, "setujui", Approval("445 / 1 / 2024"))),
            StringComparison.Ordinal
        );

        await StepAsync(Finance, first, "usulkan", new() { ["Posted.Reason"] = "Salah." });
        await StepAsync(Director, first, "setujui-batal", []);
        await StepAsync(Director, second, "setujui", Approval("445/1/2024"));
    }

    [Fact]
    public async Task AReceiptTakenBack_LeavesAShortfallThatTheNextOneMakesUp()
    {
        await Portal
            .Services.GetRequiredService<FundOpening>()
            .EnterAsync(UserOf(PortalRoles.KeuanganRsud), seen: null, 2024, new Rupiah(1_500_000), "LHP 2023", Cancellation);
        await PaidAsync("445/1/2024");
        var receipt = await ReceiptAsync("TRX-1");
        await DoneAsync(Finance, receipt, Proposal("2024-07-15"), "selesai=usulkan", FormOf("usulkan"));

        // Finance proposes, the Director decides; nothing moved so far.
        Assert.Null((await Finance.PageAsync(receipt)).QuerySelector(FormOf("setujui-batal")));
        Assert.Equal(new Rupiah(2_500_001), await BankAsync());
        Assert.NotNull((await Director.PageAsync("/wakatobi/persetujuan")).QuerySelector($"a[href='{receipt}']"));
        await DoneAsync(Director, receipt, [], "selesai=setujui-batal", FormOf("setujui-batal"));

        Assert.Equal(new Rupiah(500_000), await BankAsync());
        var fees = (await Finance.PageAsync("/wakatobi/jasa")).QuerySelector("main")!.TextContent;
        Assert.Contains("Kekurangan dana jasa Rp1.000.000.", fees, StringComparison.Ordinal);
        var books = (await Finance.PageAsync("/wakatobi/buku")).QuerySelector("main")!.TextContent;
        Assert.Contains("Angka negatif adalah kekurangan", books, StringComparison.Ordinal);
        var list = await Finance.PageAsync("/wakatobi/penerimaan");
        var rows = RowsOf(list, "main");
        var taken = Assert.Single(rows, row => row.Contains("Pembatalan", StringComparison.Ordinal));
        Assert.Contains("-2.000.001", taken, StringComparison.Ordinal);
        Assert.Equal(
            ["Jumlah", "0", "0", "0", "0"],
            list.QuerySelectorAll("tfoot td").Select(cell => cell.TextContent.Trim()).Where(text => text.Length > 0)
        );

        // Entered rightly, under the bank's reference that is free again: what was paid comes first.
        await DoneAsync(Finance, Receive, await PaymentAsync("2024-07-15", "2.000.001", "2.000.001", "TRX-1"), "tersimpan");
        Assert.Contains(
            "TersediaRp1Bagian",
            (await Finance.PageAsync("/wakatobi/jasa")).QuerySelector(".facts")!.TextContent,
            StringComparison.Ordinal
        );
        await AssertBalancedAsync();
    }

    [Fact]
    public async Task ALowerOpeningBalance_CannotBeMadeUpByTheFees()
    {
        var opening = Portal.Services.GetRequiredService<FundOpening>();
        var finance = UserOf(PortalRoles.KeuanganRsud);
        await opening.EnterAsync(finance, seen: null, 2024, new Rupiah(10_000), "LHP 2023", Cancellation);
        await DoneAsync(Finance, Movement, Moved(BankMovementKind.TransferOut, "8.000", "RK-0600"), "selesai=dicatat");
        var seen = (await opening.OpenAsync(finance, Cancellation)).Entry!.Id;

        // The bank holds far more, but it is not free.
        var refusal = await Assert.ThrowsAsync<FundRefusedException>(() =>
            opening.EnterAsync(finance, seen, 2024, new Rupiah(7_999), "LHP 2023", Cancellation)
        );
        Assert.Contains("SiLPA bebas tanggal 31 Mei 2024", refusal.Message, StringComparison.Ordinal);
        await opening.EnterAsync(finance, seen, 2024, new Rupiah(8_000), "LHP 2023", Cancellation);
    }

    [Fact]
    public async Task AReceiptWhoseMoneyIsGone_IsNotTakenBack_AndTheFiguresAreTold()
    {
        await PaidAsync("445/1/2024");
        var receipt = await ReceiptAsync("TRX-1");
        await DoneAsync(Finance, receipt, Proposal("2024-07-15"), "selesai=usulkan", FormOf("usulkan"));

        Assert.Contains(
            "Rp2.000.001 tanggal 15 Juli 2024 tidak dapat dibukukan: saldo bank tanggal 15 Juli 2024 Rp1.000.001, kurang Rp1.000.000.",
            await RefusedAsync(Director, receipt, [], FormOf("setujui-batal")),
            StringComparison.Ordinal
        );

        // July cannot close before the Director has decided; declined with a reason, the receipt stands.
        await DoneAsync(Director, receipt, new() { ["Posted.Reason"] = "Uangnya ada." }, "selesai=tolak-batal", FormOf("tolak-batal"));
        Assert.Contains("Uangnya ada.", await Finance.GetStringAsync(receipt, Cancellation), StringComparison.Ordinal);
        Assert.Equal(new Rupiah(1_000_001), await BankAsync());
        await using var db = await ContextAsync();
        Assert.False(await db.Allocations.AnyAsync(allocation => allocation.IsReversal, Cancellation));
    }

    [Fact]
    public async Task ADeductionOfBpjs_IsEnteredWithItsDocument_AndOnlyTheNetIsShared()
    {
        var receipt = await ReceiptAsync("TRX-1");
        await DoneAsync(Finance, receipt, Proposal("2024-05-20"), "selesai=usulkan", FormOf("usulkan"));
        await DoneAsync(Director, receipt, [], "selesai=setujui-batal", FormOf("setujui-batal"));

        var payment = await PaymentAsync("2024-06-03", "1.900.001", "2.000.001", "TRX-2");
        payment["Posted.Deductions[0].Claim"] = payment["Posted.Lines[0].Claim"];
        payment["Posted.Deductions[0].Amount"] = "100.000";
        Assert.Contains(
            "Nomor dokumen potongan atas klaim April 2024 harus diisi",
            await RefusedAsync(Finance, Receive, new(payment) { ["Posted.Deductions[0].Reason"] = "Audit pascaklaim" }),
            StringComparison.Ordinal
        );
        payment["Posted.Deductions[0].Reason"] = "Audit pascaklaim";
        payment["Posted.Deductions[0].Document"] = "BA-AAK/7";
        var right = await DoneAsync(Finance, Receive, payment, "tersimpan");

        var text = (await Finance.PageAsync(right)).QuerySelector("main")!.TextContent;
        Assert.All(
            [
                "Rp2.000.001",
                "Rp100.000",
                "Rp1.900.001",
                "Audit pascaklaim",
                "BA-AAK/7",
                "Penerimaan Rp1.900.001 tanggal 3 Juni 2024 dibagi",
            ],
            part => Assert.Contains(part, text, StringComparison.Ordinal)
        );
        Assert.Equal(new Rupiah(1_900_001), await BankAsync());
        Assert.Contains(
            "potongan Rp100.000 (Audit pascaklaim, BA-AAK/7)",
            (await Finance.PageAsync("/wakatobi/klaim/2024-04")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        await using var db = await ContextAsync();
        var claim = await db.ClaimMonths.SingleAsync(Cancellation);
        Assert.Equal((Rupiah.Zero, new Rupiah(100_000)), (claim.Owed, claim.Deducted));
        await AssertBalancedAsync();
    }

    [Fact]
    public async Task OtherMovementsOfTheBank_HaveTheirOwnAccounts_AndAreNeverShared()
    {
        await DoneAsync(Finance, Movement, Moved(BankMovementKind.Interest, "10.000", "RK-0531"), "selesai=dicatat");
        await DoneAsync(Finance, Movement, Moved(BankMovementKind.InterestTax, "2.000", "RK-0531"), "selesai=dicatat");
        Assert.Contains(
            "Nomor referensi bank rk-0531 sudah dipakai mutasi bank Rp10.000 tanggal 31 Mei 2024.",
            await RefusedAsync(Finance, Movement, Moved(BankMovementKind.Charge, "500", "rk-0531")),
            StringComparison.Ordinal
        );
        await DoneAsync(Finance, Movement, Moved(BankMovementKind.Charge, "500", "RK-0532"), "selesai=dicatat");

        // Free is what the bank earned less what it kept: not the fees, and not the second half.
        Assert.Contains(
            "RK-0600 Rp7.501 tanggal 31 Mei 2024 tidak dapat dibukukan: SiLPA bebas tanggal 31 Mei 2024 Rp7.500, kurang Rp1.",
            await RefusedAsync(Finance, Movement, Moved(BankMovementKind.TransferOut, "7.501", "RK-0600")),
            StringComparison.Ordinal
        );
        await DoneAsync(Finance, Movement, Moved(BankMovementKind.TransferOut, "7.500", "RK-0600"), "selesai=dicatat");
        Assert.Contains(
            "melebihi saldo rekening lain menurut buku, Rp7.500",
            await RefusedAsync(Finance, Movement, Moved(BankMovementKind.TransferIn, "7.501", "RK-0601")),
            StringComparison.Ordinal
        );

        await using var db = await ContextAsync();
        var balance = TrialBalance.Of(await db.JournalEntries.AsNoTracking().ToListAsync(Cancellation));
        Assert.Equal(
            (-10_000, 2_000, 500, 7_500, 2_000_001),
            (
                balance[ChartOfAccounts.Interest].Amount,
                balance[ChartOfAccounts.InterestTax].Amount,
                balance[ChartOfAccounts.BankCharges].Amount,
                balance[ChartOfAccounts.OtherBank].Amount,
                balance[ChartOfAccounts.Bank].Amount
            )
        );
        Assert.Single(await db.Allocations.ToListAsync(Cancellation));

        // What was wrong is taken back with a reason, and its reference can be used again.
        var list = await Finance.PageAsync("/wakatobi/buku/bank");
        var charge = list.QuerySelectorAll("a[href^='/wakatobi/buku/bank/']")
            .First(link => link.TextContent == "RK-0532")
            .GetAttribute("href")!;
        await DoneAsync(Finance, charge, new() { ["Posted.Reason"] = "Salah jumlah." }, "selesai=dibatalkan");
        await DoneAsync(Finance, Movement, Moved(BankMovementKind.Charge, "550", "RK-0532"), "selesai=dicatat");
        await AssertBalancedAsync();
    }

    [Theory]
    [InlineData("Posted.Kind", "7", "Jenis: pilih jenis mutasi.")]
    [InlineData("Posted.Amount", "1.000,50", "Jumlah: '1.000,50' memuat pecahan; tulis rupiah bulat, misalnya 1.234.567.")]
    [InlineData("Posted.On", "2024-07-16", "Tanggal mutasi 16 Juli 2024 belum tiba; hari ini 15 Juli 2024.")]
    [InlineData("Posted.Document", "TRX-1", "Nomor referensi bank TRX-1 sudah dipakai penerimaan Rp2.000.001 tanggal 20 Mei 2024.")]
    public async Task AMovementThatCannotBe_IsRefusedInWordsAndWhatWasTypedStays(string field, string value, string reason)
    {
        var refusal = await RefusedAsync(Finance, Movement, new(Moved(BankMovementKind.Charge, "500", "RK-1")) { [field] = value });

        Assert.Contains(reason, refusal, StringComparison.Ordinal);
        Assert.Contains("value=\"Uji\"", refusal, StringComparison.Ordinal);
        await using var db = await ContextAsync();
        Assert.False(await db.BankMovements.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task OnlyFinanceEntersAndOnlyTheDirectorDecides()
    {
        var receipt = await ReceiptAsync("TRX-1");
        using var inspector = await ClientOfAsync(PortalRoles.Inspektorat);
        foreach (var client in new[] { Director, inspector })
        {
            using var answer = await client.GetAsync(Movement, Cancellation);
            Assert.Contains("/ditolak", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
            Assert.Null((await client.PageAsync(receipt)).QuerySelector(FormOf("usulkan")));
        }

        var book = Portal.Services.GetRequiredService<KerjaBhakti.Web.Wakatobi.Receipts.ReceiptDesk>();
        var id = Guid.Parse(receipt.Split('/')[^1]);
        await Assert.ThrowsAsync<KerjaBhakti.Web.Foundation.AccessDeniedException>(() =>
            book.ProposeReversalAsync(UserOf(PortalRoles.DirekturRsud), id, new DateOnly(2024, 7, 1), "x", Cancellation)
        );
        await book.ProposeReversalAsync(UserOf(PortalRoles.KeuanganRsud), id, new DateOnly(2024, 7, 1), "x", Cancellation);
        var proposed = (await book.FindAsync(UserOf(PortalRoles.KeuanganRsud), id, Cancellation))!.Reversal!;
        await Assert.ThrowsAsync<KerjaBhakti.Web.Foundation.AccessDeniedException>(() =>
            book.ConfirmReversalAsync(UserOf(PortalRoles.KeuanganRsud), proposed.Id, proposed.Revision, Cancellation)
        );
        Assert.Equal(
            ["Pembatalan penerimaan TRX-1 sudah diusulkan dan menunggu keputusan Direktur."],
            (
                await Assert.ThrowsAsync<FundRefusedException>(() =>
                    book.ProposeReversalAsync(UserOf(PortalRoles.KeuanganRsud), id, new DateOnly(2024, 7, 1), "x", Cancellation)
                )
            ).Problems
        );
    }

    private static Dictionary<string, string> Moved(BankMovementKind kind, string amount, string document) =>
        new()
        {
            ["Posted.Kind"] = kind.ToString(),
            ["Posted.On"] = "2024-05-31",
            ["Posted.Amount"] = amount,
            ["Posted.Document"] = document,
            ["Posted.Description"] = "Uji",
        };

    private static Dictionary<string, string> Repayment(string amount, string document) =>
        new()
        {
            ["Posted.On"] = "2024-07-15",
            ["Posted.Amount"] = amount,
            ["Posted.Document"] = document,
        };

    private static Dictionary<string, string> Proposal(string on) => new() { ["Posted.On"] = on, ["Posted.Reason"] = "Salah bulan klaim." };

    private static async Task<string> RefusedAsync(
        HttpClient client,
        string path,
        Dictionary<string, string> fields,
        string form = "main form"
    )
    {
        using var answer = await client.PostFormAsync(path, fields, form);
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.Headers.Location} {text}");
        return text;
    }

    private async Task<string> DoneAsync(
        HttpClient client,
        string path,
        Dictionary<string, string> fields,
        string ending,
        string form = "main form"
    )
    {
        using var answer = await client.PostFormAsync(path, fields, form);
        Assert.True(
            answer.Headers.Location?.OriginalString.EndsWith(ending, StringComparison.Ordinal) == true,
            $"{path}: {await answer.Content.ReadAsStringAsync(Cancellation)}"
        );
        return new Uri(Portal.Address, answer.Headers.Location!).AbsolutePath;
    }

    private async Task<Dictionary<string, string>> PaymentAsync(string on, string net, string gross, string reference)
    {
        await using var db = await ContextAsync();
        var claim = await db.ClaimMonths.SingleAsync(Cancellation);
        return new()
        {
            ["Posted.On"] = on,
            ["Posted.Amount"] = net,
            ["Posted.Reference"] = reference,
            ["Posted.Lines[0].Claim"] = claim.Id.ToString(),
            ["Posted.Lines[0].Amount"] = gross,
        };
    }

    private async Task<string> PaidAsync(string number, string pool = "Rp1.000.000")
    {
        var page = await PrepareAsync(new(Fields()) { ["Posted.Pool"] = pool });
        await StepAsync(Director, page, "setujui", Approval(number));
        await StepAsync(Finance, page, "bayar", new() { ["Posted.Date"] = "2024-07-15" });
        return page;
    }

    private async Task<string> ReceiptAsync(string reference)
    {
        await using var db = await ContextAsync();
        return $"/wakatobi/penerimaan/{(await db.Receipts.SingleAsync(receipt => receipt.Reference == reference, Cancellation)).Id}";
    }

    private async Task<Rupiah> BankAsync()
    {
        await using var db = await ContextAsync();
        return TrialBalance.Of(await db.JournalEntries.AsNoTracking().ToListAsync(Cancellation))[ChartOfAccounts.Bank];
    }

    private async Task AssertBalancedAsync() =>
        Assert.Equal("Rp0", (await Finance.PageAsync("/wakatobi/buku")).QuerySelector("#selisih")!.TextContent);
}
