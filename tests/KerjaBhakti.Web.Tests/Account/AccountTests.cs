using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Account;

public sealed class AccountTests(PortalFixture fixture) : IAsyncDisposable
{
    private static readonly ClaimsPrincipal Administrator = TestUsers.Of(PortalRoles.Admin);

    private readonly AsyncServiceScope scope = fixture.Portal.Services.CreateAsyncScope();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private AccountService Accounts => scope.ServiceProvider.GetRequiredService<AccountService>();

    private PasswordLinks Links => scope.ServiceProvider.GetRequiredService<PasswordLinks>();

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
        Assert.NotEmpty(await accounts.MakeFirstAdministratorAsync("tamu@jakarta.go.id", TestUsers.Password));
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

    [Theory]
    [InlineData("Sari\r\nBudi")]
    [InlineData("Sari\u202Eidub")]
    [InlineData("Sa\u200Bri")]
    [InlineData("Sari\u2028Budi")]
    public async Task Create_ANameThatHidesOrMovesLetters_IsRefused(string name) =>
        Assert.Contains(
            "karakter yang tidak terlihat",
            (
                await Assert.ThrowsAsync<AccountRefusedException>(() =>
                    Accounts.CreateAsync(Administrator, "nama@jakarta.go.id", name, PortalRoles.Sekretariat)
                )
            ).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task ChangeRole_ThatFailsHalfWay_LeavesTheRoleAsItWas()
    {
        var account = await CreateAsync();
        var removed = TestUsers.Of(PortalRoles.Sekda);
        ((ClaimsIdentity)removed.Identity!).AddClaim(new(ClaimTypes.Role, PortalRoles.Admin));

        // That the cookie names a role which the database does not know is found when the entry of the trail is written.
        await Assert.ThrowsAsync<AccessDeniedException>(() => Accounts.ChangeRoleAsync(removed, account.Id, PortalRoles.Admin));

        Assert.Equal(
            [PortalRoles.Sekda],
            (await Accounts.ListAsync(Administrator, Cancellation)).Single(line => line.Id == account.Id).Roles
        );
    }

    [Fact]
    public async Task ChangeRole_ToWhatIsNone_IsRefused()
    {
        var account = await CreateAsync();

        await Assert.ThrowsAsync<AccountRefusedException>(() => Accounts.ChangeRoleAsync(Administrator, account.Id, "TidakAda"));
    }

    [Fact]
    public async Task SetPassword_WithTheOneTimeLink_LeavesATrace()
    {
        var account = await CreateAsync();
        var link = QueryHelpers.ParseQuery((await Links.RenewAsync(Administrator, account.Id)).Link!.Query);

        Assert.Empty((await Links.SetAsync(account.Id, link["kode"]!, TestUsers.Password)).Errors);

        var subject = account.Id.ToString();
        var entries = await Db
            .AuditEntries.AsNoTracking()
            .Where(entry => entry.Subject == subject)
            .OrderBy(entry => entry.Id)
            .ToListAsync(Cancellation);
        Assert.Equal(["account.created", "account.link", "account.password"], entries.Select(entry => entry.Action));
        Assert.Equal(subject, entries[^1].ActorId);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(PortalUser.NameLength + 1)]
    public async Task Create_WithoutANameOrWithOneTooLong_IsRefused(int length) =>
        await Assert.ThrowsAsync<AccountRefusedException>(() =>
            Accounts.CreateAsync(Administrator, "nama@demo.local", new string('a', length), PortalRoles.Sekda)
        );

    [Fact]
    public async Task RemovedAdministrator_WithTheRoleStillInHand_ChangesNothingMore()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        await using var services = portal.Services.CreateAsyncScope();
        var accounts = services.ServiceProvider.GetRequiredService<AccountService>();
        var (removed, other) = (TestUsers.Of(PortalRoles.Admin, "Sari"), TestUsers.Of(PortalRoles.Admin, "Budi"));
        await accounts.ChangeRoleAsync(other, IdOf(removed), PortalRoles.Pejabat);

        await Assert.ThrowsAsync<AccessDeniedException>(() => accounts.CreateAsync(removed, "baru@demo.local", "Baru", PortalRoles.Admin));
        await Assert.ThrowsAsync<AccessDeniedException>(() => accounts.ChangeRoleAsync(removed, IdOf(other), PortalRoles.Pejabat));
        await Assert.ThrowsAsync<AccessDeniedException>(() => accounts.CloseAsync(removed, IdOf(other), closed: true));

        await using var db = await portal.DatabaseAsync();
        Assert.False(await db.Users.AnyAsync(user => user.Email == "baru@demo.local", Cancellation));
        Assert.True(await db.Users.AnyAsync(user => user.Id == IdOf(other) && user.ClosedAt == null, Cancellation));
    }

    [Fact]
    public async Task TwoAdministrators_WhoCloseEachOtherAtOnce_LeaveOneOpen()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var (sari, budi) = (TestUsers.Of(PortalRoles.Admin, "Sari"), TestUsers.Of(PortalRoles.Admin, "Budi"));
        await LeaveOnlyAsync(portal, sari, budi);

        var outcomes = await Task.WhenAll(CloseAsync(portal, sari, budi), CloseAsync(portal, budi, sari));

        Assert.Single(outcomes, done => done);
        await using var db = await portal.DatabaseAsync();
        Assert.Equal(
            1,
            await db.Users.CountAsync(user => (user.Id == IdOf(sari) || user.Id == IdOf(budi)) && user.ClosedAt == null, Cancellation)
        );
    }

    [Fact]
    public async Task LastAdministratorWhoCanSignIn_IsNotClosedByOneWhoNeverDid()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var (last, other) = (TestUsers.Of(PortalRoles.Admin, "Sari"), TestUsers.Of(PortalRoles.Admin, "Budi"));
        await LeaveOnlyAsync(portal, last);

        await using var services = portal.Services.CreateAsyncScope();
        var accounts = services.ServiceProvider.GetRequiredService<AccountService>();
        await Assert.ThrowsAsync<AccountRefusedException>(() => accounts.CloseAsync(other, IdOf(last), closed: true));
        await Assert.ThrowsAsync<AccountRefusedException>(() => accounts.ChangeRoleAsync(other, IdOf(last), PortalRoles.Pejabat));
    }

    private static Guid IdOf(ClaimsPrincipal user) => Guid.Parse(user.ToActor().Id);

    /// <summary>Closes nobody, but leaves a password to these administrators only.</summary>
    private static async Task LeaveOnlyAsync(PortalUnderTest portal, params ClaimsPrincipal[] administrators)
    {
        await using var db = await portal.DatabaseAsync();
        await db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, (string?)null), Cancellation);
        foreach (var administrator in administrators)
        {
            var id = IdOf(administrator);
            await db
                .Users.Where(user => user.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, "ada"), Cancellation);
        }
    }

    private static async Task<bool> CloseAsync(PortalUnderTest portal, ClaimsPrincipal by, ClaimsPrincipal whom)
    {
        await using var services = portal.Services.CreateAsyncScope();
        try
        {
            await services.ServiceProvider.GetRequiredService<AccountService>().CloseAsync(by, IdOf(whom), closed: true);
            return true;
        }
        catch (Exception refused) when (refused is AccessDeniedException or AccountRefusedException)
        {
            return false;
        }
    }

    private async Task<AccountSummary> CreateAsync()
    {
        var email = $"{Guid.NewGuid():N}@demo.local";
        await Accounts.CreateAsync(Administrator, email, "Orang baru", PortalRoles.Sekda);
        return (await Accounts.ListAsync(Administrator, Cancellation)).Single(account => account.Email == email);
    }
}
