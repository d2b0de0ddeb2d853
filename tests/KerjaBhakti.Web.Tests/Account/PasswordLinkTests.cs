using System.Net;
using System.Security.Claims;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Tests.Roster;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Account;

/// <summary>Nobody becomes somebody else by a link without the trail saying so.</summary>
public sealed class PasswordLinkTests : IAsyncLifetime
{
    private static readonly ClaimsPrincipal Sari = TestUsers.Of(PortalRoles.Admin, "Sari");
    private static readonly ClaimsPrincipal Budi = TestUsers.Of(PortalRoles.Admin, "Budi");
    private PortalUnderTest portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => portal = await PortalUnderTest.StartAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Theory]
    [InlineData("sekda@demo.local")]
    [InlineData("direktur@demo.local")]
    [InlineData("keuangan@demo.local")]
    [InlineData("inspektorat@demo.local")]
    [InlineData("admin@demo.local")]
    public async Task Link_ForAnAccountThatDecides_NeedsASecondAdministrator(string email)
    {
        var id = await IdOfAsync(email);

        Assert.Equal(PasswordLinkOutcome.Waits, (await RenewAsync(Sari, id)).Outcome);
        Assert.Equal(PasswordLinkOutcome.Waits, (await RenewAsync(Sari, id)).Outcome);
        Assert.Equal(PasswordLinkOutcome.Shown, (await RenewAsync(Budi, id)).Outcome);
    }

    [Fact]
    public async Task ThePageOfLinks_OpenedWithoutOne_LeadsWhoeverIsSignedInToWhereAPasswordIsChanged()
    {
        using var client = await portal.CreateClientAsync("pejabat@demo.local");
        var page = await client.PageAsync("/akun/sandi");

        Assert.DoesNotContain("sudah dipakai", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/akun/keamanan']"));
    }

    [Fact]
    public async Task Link_ThatWasAskedForYesterday_WaitsForNobody()
    {
        var id = await IdOfAsync("direktur@demo.local");
        await RenewAsync(Sari, id);
        await using var db = await portal.DatabaseAsync();
        var before = TimeProvider.System.GetUtcNow().AddDays(-1);
        await db.PasswordLinks.ExecuteUpdateAsync(set => set.SetProperty(link => link.AskedAt, before), Cancellation);

        Assert.Equal(PasswordLinkOutcome.Waits, (await RenewAsync(Budi, id)).Outcome);
    }

    [Fact]
    public async Task Link_ForWhoDecidedUntilTheRoleWasTakenForTheWhile_NeedsASecondAdministrator()
    {
        var id = await IdOfAsync("direktur@demo.local");
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountService>().ChangeRoleAsync(Sari, id, PortalRoles.Pejabat);

        Assert.Equal(PasswordLinkOutcome.Waits, (await RenewAsync(Sari, id)).Outcome);
    }

    [Fact]
    public async Task Link_ForAnOfficial_IsShown_AndTheOneBeforeIsSpent()
    {
        var id = await IdOfAsync("pejabat@demo.local");
        var before = (await RenewAsync(Sari, id)).Link!;
        var link = (await RenewAsync(Sari, id)).Link!;

        using var client = portal.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await UseAsync(client, before)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await UseAsync(client, link)).StatusCode);
    }

    [Fact]
    public async Task WhatIsDone_InASessionThatBeganWithALink_NamesWhoHandedItOver()
    {
        var id = await IdOfAsync("sekretariat@demo.local");
        using var client = portal.CreateClient();
        using var used = await UseAsync(client, (await RenewAsync(Sari, id)).Link!);
        await DutyPortal.DoneAsync(
            client,
            "/roster/minggu?tanggal=2015-06-14",
            "putuskan",
            new() { ["Posted.Stands"] = "false", ["Posted.Reason"] = "Banjir" }
        );

        await using var db = await portal.DatabaseAsync();
        var key = id.ToString();
        var names = await db
            .AuditEntries.Where(entry => entry.ActorId == key)
            .Select(entry => entry.ActorName)
            .Distinct()
            .ToListAsync(Cancellation);
        Assert.Contains("Sekretariat (demo) (masuk dengan tautan dari Sari)", names);
        Assert.Contains("Sekretariat (demo) (dengan tautan dari Sari)", names);
        Assert.DoesNotContain("Sekretariat (demo)", names);

        // The next sign-in is told.
        using var owner = portal.CreateClient();
        using var answer = await owner.PostFormAsync(
            "/masuk",
            new() { ["Form.Email"] = "sekretariat@demo.local", ["Form.Password"] = TestUsers.Password },
            "form:has(#sandi)"
        );
        Assert.StartsWith(
            "/akun/keamanan?kembali=",
            new Uri(portal.Address, answer.Headers.Location!).PathAndQuery,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Link_ByTheCommandOnTheServer_NeedsNoSecondAdministrator()
    {
        await using var scope = portal.Services.CreateAsyncScope();

        Assert.NotNull(await scope.ServiceProvider.GetRequiredService<PasswordLinks>().MakeByCommandAsync("direktur@demo.local"));
    }

    private async Task<Guid> IdOfAsync(string email)
    {
        await using var db = await portal.DatabaseAsync();
        return await db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync(Cancellation);
    }

    private async Task<PasswordLinkOffer> RenewAsync(ClaimsPrincipal by, Guid id)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PasswordLinks>().RenewAsync(by, id);
    }

    private static Task<HttpResponseMessage> UseAsync(HttpClient client, Uri link) =>
        client.PostFormAsync(
            link.PathAndQuery,
            new() { ["Form.Password"] = TestUsers.Password, ["Form.Again"] = TestUsers.Password },
            "form:has(#sandi)"
        );
}
