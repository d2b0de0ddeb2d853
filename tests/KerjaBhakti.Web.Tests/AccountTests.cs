using System.Net;
using System.Security.Claims;
using AngleSharp;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests;

public sealed class AccountTests(PortalFixture fixture) : IAsyncDisposable
{
    private static readonly ClaimsPrincipal Administrator = new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, "admin"), new(Access.DisplayNameClaim, "Admin"), new(ClaimTypes.Role, PortalRoles.Admin)], "test"));

    private readonly AsyncServiceScope scope = fixture.Portal.Services.CreateAsyncScope();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private AccountService Accounts => scope.ServiceProvider.GetRequiredService<AccountService>();

    private PortalDbContext Db => scope.ServiceProvider.GetRequiredService<PortalDbContext>();

    public ValueTask DisposeAsync() => scope.DisposeAsync();

    [Fact]
    public async Task SetUpLink_WhereAnAdministratorWasMadeMeanwhile_MakesNoOther()
    {
        await using var portal = await PortalUnderTest.StartAsync("--environment=Production");
        var path = portal.Services.GetRequiredService<SetupLink>().Offer();
        using var client = portal.CreateClient();
        Assert.Contains("Siapkan administrator pertama", await client.GetStringAsync(path, Cancellation), StringComparison.Ordinal);

        await using var services = portal.Services.CreateAsyncScope();
        var accounts = services.ServiceProvider.GetRequiredService<AccountService>();
        await accounts.MakeAdministratorAsync("kepala@jakarta.go.id");

        Assert.Contains("Tautan ini tidak berlaku", await client.GetStringAsync(path, Cancellation), StringComparison.Ordinal);
        Assert.NotEmpty(await accounts.MakeFirstAdministratorAsync("tamu@jakarta.go.id", DemoAccounts.Password));
    }

    [Fact]
    public void SetUpLink_UsedByTwoAtOnce_IsSpentByOne()
    {
        var link = new SetupLink();
        var code = QueryHelpers.ParseQuery(link.Offer().Split('?')[1])["kode"];

        Assert.Equal((true, false), (link.TrySpend(code), link.TrySpend(code)));
        link.GiveBack();
        Assert.True(link.TrySpend(code));
    }

    [Fact]
    public async Task ChangeRole_ThatFailsHalfWay_LeavesTheRoleAsItWas()
    {
        var account = await CreateAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Accounts.ChangeRoleAsync(Administrator, account.Id, "TidakAda"));

        Assert.Equal([PortalRoles.Sekda], (await Accounts.ListAsync(Administrator, Cancellation)).Single(line => line.Id == account.Id).Roles);
    }

    [Fact]
    public async Task SetPassword_WithTheOneTimeLink_LeavesATrace()
    {
        var account = await CreateAsync();
        var link = QueryHelpers.ParseQuery((await Accounts.RenewLinkAsync(Administrator, account.Id)).Query);

        Assert.Empty(await Accounts.SetPasswordAsync(account.Id, link["kode"]!, DemoAccounts.Password));

        var subject = account.Id.ToString();
        var entries = await Db.AuditEntries.AsNoTracking().Where(entry => entry.Subject == subject).OrderBy(entry => entry.Id).ToListAsync(Cancellation);
        Assert.Equal(["account.created", "account.link", "account.password"], entries.Select(entry => entry.Action));
        Assert.Equal(subject, entries[^1].ActorId);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(PortalUser.NameLength + 1)]
    public async Task Create_WithoutANameOrWithOneTooLong_IsRefused(int length) =>
        await Assert.ThrowsAsync<AccountRefusedException>(
            () => Accounts.CreateAsync(Administrator, "nama@demo.local", new string('a', length), PortalRoles.Sekda));

    [Fact]
    public async Task SignIn_ToALockedAccount_IsToldOnlyToWhoKnowsThePassword()
    {
        var account = await CreateAsync();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var stored = (await users.FindByIdAsync(account.Id.ToString()))!;
        Assert.True((await users.AddPasswordAsync(stored, DemoAccounts.Password)).Succeeded);
        Assert.True((await users.SetLockoutEndDateAsync(stored, DateTimeOffset.MaxValue)).Succeeded);

        var wrong = await RefusalAsync(account.Email, "bukan sandinya");
        var unknown = await RefusalAsync("tidak-ada@demo.local", "bukan sandinya");
        var right = await RefusalAsync(account.Email, DemoAccounts.Password);

        Assert.Equal(unknown, wrong);
        Assert.StartsWith("Akun ini terkunci.", right, StringComparison.Ordinal);
    }

    private async Task<string> RefusalAsync(string email, string password)
    {
        using var client = fixture.Portal.CreateClient();
        using var answer = await client.PostFormAsync("/masuk", new() { ["Form.Email"] = email, ["Form.Password"] = password });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await BrowsingContext.New().OpenAsync(request => request.Content(answer.Content.ReadAsStream(Cancellation)), Cancellation);
        return page.QuerySelector("[role=alert] li, .error-summary li")!.TextContent.Trim();
    }

    private async Task<AccountSummary> CreateAsync()
    {
        var email = $"{Guid.NewGuid():N}@demo.local";
        await Accounts.CreateAsync(Administrator, email, "Orang baru", PortalRoles.Sekda);
        return (await Accounts.ListAsync(Administrator, Cancellation)).Single(account => account.Email == email);
    }
}
