using System.Net;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Fees;
using KerjaBhakti.Web.Wakatobi.Own;
using KerjaBhakti.Web.Wakatobi.Personnel;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Wakatobi.Fees;

/// <summary>Distributions of service fees from prepared to reversed, over the forms of their pages.</summary>
public sealed class FundFeeTests : FundFeePortal
{
    private const string SecondDirector = "Pelaksana Tugas Direktur";

    private static string DirectorName => DemoAccounts.All.Single(demo => demo.Role == PortalRoles.DirekturRsud).DisplayName;

    [Fact]
    public async Task ADistribution_PreparedApprovedPaidAndCancelled_IsOwedByTheStaff()
    {
        Assert.Contains("Tersedia Rp1.000.001", await Finance.GetStringAsync(Draft, Cancellation), StringComparison.Ordinal);

        // The what-if shows every amount and stores nothing.
        var preview = await PreviewAsync(Fields());
        Assert.Contains("Rp133.334", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("poin Anda 12,5 dari 20 poin seluruh 2 pegawai komponen ini", preview.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Belum ada pembagian", await Finance.GetStringAsync("/wakatobi/jasa", Cancellation), StringComparison.Ordinal);

        var page = await PrepareAsync(Fields());
        Assert.Contains(
            "Rp1",
            (await Finance.PageAsync("/wakatobi/jasa")).QuerySelector(".facts dd")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Menunggu persetujuan Direktur.", await Finance.GetStringAsync(page, Cancellation), StringComparison.Ordinal);
        Assert.Empty(await BalancesAsync(page));

        await StepAsync(Director, page, "setujui", Approval("445/12/2024"));
        Assert.Equal([(ChartOfAccounts.ApprovedFees, 1_000_000), (ChartOfAccounts.FeesPayable, -1_000_000)], await BalancesAsync(page));

        Assert.Contains(
            "mendahului keputusan",
            await RefusalAsync(Finance, page, "bayar", new() { ["Posted.Date"] = "2024-07-09" }),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "belum tiba",
            await RefusalAsync(Finance, page, "bayar", new() { ["Posted.Date"] = "2024-07-16" }),
            StringComparison.Ordinal
        );
        await StepAsync(Finance, page, "bayar", new() { ["Posted.Date"] = "2024-07-12" });
        Assert.Equal([(ChartOfAccounts.Bank, -1_000_000), (ChartOfAccounts.FeeExpense, 1_000_000)], await BalancesAsync(page));

        // What the Director signed, the Director takes back; finance proposes it, and nothing moves until then.
        Assert.Contains(
            "Alasan",
            await RefusalAsync(Finance, page, "usulkan", new() { ["Posted.Reason"] = " " }),
            StringComparison.Ordinal
        );
        await StepAsync(Finance, page, "usulkan", new() { ["Posted.Reason"] = "Poin salah." });
        Assert.Equal([(ChartOfAccounts.Bank, -1_000_000), (ChartOfAccounts.FeeExpense, 1_000_000)], await BalancesAsync(page));
        var waiting = (await Director.PageAsync("/wakatobi/persetujuan")).QuerySelector("main")!.TextContent;
        Assert.Contains("Pembatalan pembagian jasa Rp1.000.000", waiting, StringComparison.Ordinal);
        Assert.Contains("Alasan: Poin salah.", waiting, StringComparison.Ordinal);

        await StepAsync(Director, page, "setujui-batal", []);
        Assert.Equal(
            [
                (ChartOfAccounts.Bank, -1_000_000),
                (ChartOfAccounts.StaffReceivable, 1_000_000),
                (ChartOfAccounts.FeesToReturn, -1_000_000),
                (ChartOfAccounts.FeeExpense, 1_000_000),
            ],
            await BalancesAsync(page)
        );
        Assert.Contains(
            "Tidak ada yang menunggu",
            await Director.GetStringAsync("/wakatobi/persetujuan", Cancellation),
            StringComparison.Ordinal
        );
        Assert.Contains("Poin salah.", await Finance.GetStringAsync(page, Cancellation), StringComparison.Ordinal);
        Assert.Contains("Tersedia Rp1.000.001", await Finance.GetStringAsync(Draft, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoreThanIsLeft_IsRefusedWhenItIsStored()
    {
        await PrepareAsync(Fields());
        var second = await PreviewAsync(Fields());
        using var answer = await PostAsync(new(Fields()) { ["Posted.Shown"] = Shown(second), ["Posted.Step"] = "siapkan" });

        Assert.Contains(
            "melebihi jasa pelayanan yang tersedia, Rp1.",
            await answer.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task TwoDirectorsApprovingAtOnce_OneIsTold()
    {
        using var other = await SecondDirectorAsync();
        var page = await PrepareAsync(Fields());

        // Both have the page open before either decides.
        var clients = new[] { Director, other };
        var fields = new[]
        {
            await WithTokenAsync(Director, page, FormOf("setujui"), Approval("1/2024")),
            await WithTokenAsync(other, page, FormOf("setujui"), Approval("2/2024")),
        };

        var answers = await Task.WhenAll(clients.Zip(fields, async (client, sent) =>
            {
                using var content = new FormUrlEncodedContent(sent);
                return await client.PostAsync(page, content, Cancellation);
            }));

        var told = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        var winner = told == answers[1] ? (Name: DirectorName, Number: "1/2024") : (Name: SecondDirector, Number: "2/2024");
        Assert.Equal(
            [$"Pembagian ini sudah disetujui oleh {winner.Name} dengan keputusan nomor {winner.Number}."],
            (await ParseAsync(told)).QuerySelectorAll(".error-summary li").Select(item => item.TextContent)
        );
        Assert.Equal([(ChartOfAccounts.ApprovedFees, 1_000_000), (ChartOfAccounts.FeesPayable, -1_000_000)], await BalancesAsync(page));
        foreach (var answer in answers)
        {
            answer.Dispose();
        }
    }

    [Theory]
    [InlineData("2024-07-16", "belum tiba")]
    [InlineData("0204-07-01", "mendahului aturan pembagian yang pertama")]
    public async Task Approval_OfADateThatCannotBe_IsRefusedAndKeepsTheNumber(string date, string problem)
    {
        var page = await PrepareAsync(Fields());
        var text = await RefusalAsync(Director, page, "setujui", new() { ["Posted.Number"] = "445/12/2024", ["Posted.Date"] = date });

        Assert.Contains(problem, text, StringComparison.Ordinal);
        Assert.Contains("value=\"445/12/2024\"", text, StringComparison.Ordinal);
        Assert.Empty(await BalancesAsync(page));
    }

    [Fact]
    public async Task AReversal_OfWhatWasApprovedMeanwhile_IsRefused()
    {
        var page = await PrepareAsync(Fields());
        await StepAsync(Director, page, "setujui", Approval("445/12/2024"));

        // The page finance has open is the one from before; its form is not on the page any more.
        using var answer = await Finance.PostFormAsync(
            page,
            new()
            {
                ["Posted.Reason"] = "Salah.",
                ["Posted.Revision"] = "0",
                ["_handler"] = "batalkan",
            },
            FormOf("usulkan")
        );

        Assert.Contains(
            "Orang lain baru saja mengubah data ini",
            await answer.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AProposedReversal_StopsThePaymentUntilTheDirectorDeclinesIt()
    {
        var page = await PrepareAsync(Fields());
        await StepAsync(Director, page, "setujui", Approval("445/12/2024"));
        var payment = await WithTokenAsync(Finance, page, FormOf("bayar"), new() { ["Posted.Date"] = "2024-07-12" });
        await StepAsync(Finance, page, "usulkan", new() { ["Posted.Reason"] = "Poin salah." });

        using (var content = new FormUrlEncodedContent(payment))
        {
            using var answer = await Finance.PostAsync(page, content, Cancellation);
            Assert.Equal(
                ["Pembatalan pembagian ini menunggu keputusan Direktur: Poin salah."],
                (await ParseAsync(answer)).QuerySelectorAll(".error-summary li").Select(item => item.TextContent)
            );
        }

        // Finance sees no way to decide for the Director, and a crafted form finds none.
        Assert.Empty((await Finance.PageAsync(page)).QuerySelectorAll(FormOf("setujui-batal")));
        await StepAsync(Director, page, "tolak-batal", []);
        await StepAsync(Finance, page, "bayar", new() { ["Posted.Date"] = "2024-07-12" });
        Assert.Equal([(ChartOfAccounts.Bank, -1_000_000), (ChartOfAccounts.FeeExpense, 1_000_000)], await BalancesAsync(page));
    }

    [Theory]
    [InlineData(PortalRoles.DirekturRsud, "EnterFund")]
    [InlineData(PortalRoles.KeuanganRsud, "ApproveFund")]
    [InlineData(PortalRoles.Inspektorat, "EnterFund ApproveFund")]
    [InlineData(PortalRoles.PegawaiRsud, "EnterFund ApproveFund ReadFund")]
    [InlineData(PortalRoles.Admin, "EnterFund ApproveFund ReadFund OwnFees")]
    [InlineData(PortalRoles.Sekretariat, "EnterFund ApproveFund ReadFund OwnFees")]
    public async Task AStepOfAnotherRole_PastThePages_IsRefused(string role, string closed)
    {
        var user = UserOf(role);
        var fees = Portal.Services.GetRequiredService<FeeDistributions>();
        var details = Portal.Services.GetRequiredService<FeeDetails>();
        var own = Portal.Services.GetRequiredService<OwnFeeSlips>();
        var accounts = Portal.Services.GetRequiredService<StaffAccounts>();
        var payroll = Portal.Services.GetRequiredService<FeePayrollDesk>();
        var deductions = Portal.Services.GetRequiredService<Deductions>();
        var register = Portal.Services.GetRequiredService<StaffDesk>();
        var calculation = FeeCalculation.Of(
            new Rupiah(10),
            new FeeDecree("1", [new FeeComponent("A", Percent.Parse("100"), FeeMethod.Equal)]),
            [new StaffPoints("P1", "a", "A", null)]
        );
        var steps = new Dictionary<string, Func<Task>[]>
        {
            ["EnterFund"] =
            [
                () => fees.PrepareAsync(user, calculation, [], new DateOnly(2024, 7, 1), Cancellation),
                () => payroll.BeginAsync(user, null, Cancellation),
                () => payroll.StaffAsync(user, [], [], new DateOnly(2024, 7, 1), Cancellation),
                () => payroll.RemitAsync(user, Guid.Empty, 0, new DateOnly(2024, 7, 1), "1", Cancellation),
                () => deductions.EndAsync(user, Guid.Empty, 0, new DateOnly(2024, 7, 1), Cancellation),
                () => register.StoreAsync(user, [], 0, Cancellation),
                () => register.PreviewAsync(user, [], Cancellation),
                () => accounts.FindAsync(user, "P1", Cancellation),
                () => fees.PayAsync(user, Guid.Empty, new DateOnly(2024, 7, 1), Cancellation),
                () => fees.ReverseAsync(user, Guid.Empty, 0, "alasan", Cancellation),
                () => fees.ProposeReversalAsync(user, Guid.Empty, 0, "alasan", Cancellation),
                () => accounts.LinkAsync(user, Guid.Empty, "P1", "Pegawai Satu", Cancellation),
            ],
            ["ApproveFund"] =
            [
                () => fees.ApproveAsync(user, Guid.Empty, "1", new DateOnly(2024, 7, 1), Cancellation),
                () => payroll.ReturnAsync(user, Guid.Empty, 0, "alasan", Cancellation),
                () => fees.ConfirmReversalAsync(user, Guid.Empty, 0, Cancellation),
                () => fees.DeclineReversalAsync(user, Guid.Empty, 0, Cancellation),
            ],
            ["ReadFund"] =
            [
                () => fees.OpenAsync(user, Guid.Empty, Cancellation),
                () => details.OpenAsync(user, Guid.Empty, null, 1, Cancellation),
                () => payroll.ListAsync(user, Guid.Empty, Cancellation),
                () => payroll.TransferAsync(user, Guid.Empty, Cancellation),
                () => payroll.SlipsAsync(user, Guid.Empty, Cancellation),
                () => payroll.YearAsync(user, "P1", null, Cancellation),
                () => deductions.ListAsync(user, Cancellation),
                () => register.ListAsync(user, Cancellation),
                () => fees.OpenSlipAsync(user, Guid.Empty, "P1", Cancellation),
            ],
            ["OwnFees"] = [() => own.OpenAsync(user, Cancellation)],
        };

        foreach (var step in closed.Split(' ').SelectMany(policy => steps[policy]))
        {
            await Assert.ThrowsAsync<AccessDeniedException>(step);
        }
    }

    [Fact]
    public async Task ACraftedApprovalByFinance_ChangesNothing()
    {
        var page = await PrepareAsync(Fields());

        // The page shows finance no such form; its token is taken from another one.
        using var answer = await Finance.PostFormAsync(page, new(Approval("1/2024")) { ["_handler"] = "setujui" }, FormOf("batalkan"));

        answer.AssertNoSuchForm();
        Assert.Empty(await BalancesAsync(page));
    }

    /// <summary>A client of a second account with the Director's role: somebody who acts for the first.</summary>
    private async Task<HttpClient> SecondDirectorAsync()
    {
        const string Email = "pelaksana@demo.local";
        await TestUsers.AddAsync(Portal.Services, Email, SecondDirector, PortalRoles.DirekturRsud);
        return await Portal.CreateClientAsync(Email);
    }
}
