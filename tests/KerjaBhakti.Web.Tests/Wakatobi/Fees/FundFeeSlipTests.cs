using System.Net;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Wakatobi.Personnel;

namespace KerjaBhakti.Web.Tests.Wakatobi.Fees;

/// <summary>Who sees whose fees: slips, the trail of every look, accounts and their staff numbers.</summary>
public sealed class FundFeeSlipTests : FundFeePortal
{
    [Fact]
    public async Task TheStaff_SeesItsOwnSlipsOnceTheyAreApproved()
    {
        using var staff = await ClientOfAsync(PortalRoles.PegawaiRsud);
        var page = await PrepareAsync(Fields());
        var id = page.Split('/')[^1];
        Assert.Contains("belum dihubungkan", await staff.GetStringAsync("/wakatobi/saya", Cancellation), StringComparison.Ordinal);

        await LinkAsync("P1");
        Assert.Contains("Belum ada slip", await staff.GetStringAsync("/wakatobi/saya", Cancellation), StringComparison.Ordinal);
        using var early = await staff.GetAsync($"/wakatobi/saya/{id}/slip.pdf", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);

        await StepAsync(Director, page, "setujui", Approval("445/12/2024"));
        var own = await staff.GetStringAsync("/wakatobi/saya", Cancellation);
        Assert.Contains("Rp508.334", own, StringComparison.Ordinal);
        Assert.Contains("Pegawai Satu", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Pegawai Dua", own, StringComparison.Ordinal);
        Assert.StartsWith("%PDF", await staff.GetStringAsync($"/wakatobi/saya/{id}/slip.pdf", Cancellation), StringComparison.Ordinal);

        // Another person's slip is closed, whatever the address says.
        foreach (
            var path in new[]
            {
                page,
                $"{page}/rincian.xlsx",
                $"{page}/slip/P2",
                $"{page}/slip/P1",
                $"{page}/slip/P2/slip.pdf",
                "/wakatobi/jasa",
            }
        )
        {
            using var answer = await staff.GetAsync(path, Cancellation);
            Assert.StartsWith("/ditolak", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task EveryLook_IsInTheTrailWithoutTheAmount()
    {
        using var staff = await ClientOfAsync(PortalRoles.PegawaiRsud);
        using var inspector = await ClientOfAsync(PortalRoles.Inspektorat);
        var page = await PrepareAsync(Fields());
        await StepAsync(Director, page, "setujui", Approval("445/12/2024"));
        await LinkAsync("P1");

        var before = await LooksAsync();
        await inspector.GetStringAsync(page, Cancellation);
        await inspector.GetByteArrayAsync($"{page}/rincian.xlsx", Cancellation);
        await inspector.GetStringAsync($"{page}/slip/P2", Cancellation);
        await inspector.GetStringAsync($"{page}/slip/P2/slip.pdf", Cancellation);
        await staff.GetStringAsync("/wakatobi/saya", Cancellation);

        Assert.Equal(
            [
                "Inspektorat: rincian jasa pelayanan menurut keputusan 445/12/2024",
                "Inspektorat: rincian jasa pelayanan menurut keputusan 445/12/2024",
                "Inspektorat: slip pegawai P2 menurut keputusan 445/12/2024",
                "Inspektorat: slip pegawai P2 menurut keputusan 445/12/2024",
                "Pegawai: slip sendiri, pegawai P1",
            ],
            (await LooksAsync()).Skip(before.Count)
        );
        Assert.DoesNotContain("508.334", await inspector.GetStringAsync("/audit?jenis=fund.fees", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANumberOfAnotherAccount_IsNotGivenTwice()
    {
        await EnterStaffAsync("P1", "Pegawai Satu", StaffKind.ContractEmployee);
        await LinkAsync("P1");
        var second = await TestUsers.AddAsync(Portal.Services, "kedua@demo.local", "Pegawai kedua", PortalRoles.PegawaiRsud);

        using var answer = await Finance.PostFormAsync(
            "/wakatobi/jasa/pegawai",
            new()
            {
                ["Posted.Account"] = second.Id.ToString(),
                ["Posted.StaffId"] = "P1",
                ["Posted.Confirmed"] = "Pegawai Satu",
                ["Posted.ConfirmedNumber"] = "P1",
            }
        );

        Assert.Contains(
            "sudah dihubungkan dengan akun lain",
            await answer.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
    }
}
