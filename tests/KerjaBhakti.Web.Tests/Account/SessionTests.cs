using System.Net;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Account;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Account;

/// <summary>A cookie is worth what the row it names is worth.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private const string Email = "pejabat@demo.local";
    private PortalUnderTest portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => portal = await PortalUnderTest.StartAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task CopiedCookie_AfterSignOut_IsWorthNothing()
    {
        var cookie = await portal.SignInAsync(Email);
        using var owner = ClientOf(cookie);
        using var thief = ClientOf(cookie);
        Assert.True(await IsInAsync(thief));

        using var answer = await owner.PostFormAsync("/keluar", [], "main form");

        Assert.False(await IsInAsync(thief));
        Assert.False(await IsInAsync(owner));
    }

    [Fact]
    public async Task Administrator_ClosingOrChangingTheRole_EndsWhatIsOpen()
    {
        using var client = await portal.CreateClientAsync(Email);
        Assert.True(await IsInAsync(client));
        await using var scope = portal.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountService>();
        var administrator = TestUsers.Of(PortalRoles.Admin);
        var id = (await accounts.ListAsync(administrator, Cancellation)).Single(account => account.Email == Email).Id;

        await accounts.ChangeRoleAsync(administrator, id, PortalRoles.Sekretariat);
        Assert.False(await IsInAsync(client));

        using var again = await portal.CreateClientAsync(Email);
        Assert.True(await IsInAsync(again));
        await accounts.CloseAsync(administrator, id, closed: true);
        Assert.False(await IsInAsync(again));
    }

    [Fact]
    public async Task Session_OlderThanItsTime_HasEndedHoweverMuchItWasUsed()
    {
        using var client = await portal.CreateClientAsync(Email);
        Assert.True(await IsInAsync(client));
        await using var db = await portal.DatabaseAsync();
        var session = await db
            .SignInSessions.OrderByDescending(item => item.BegunAt)
            .FirstAsync(item => item.Browser == "peramban uji" && !item.Remembered, Cancellation);
        Assert.Equal(TimeSpan.FromHours(12), session.ExpiresAt - session.BegunAt);

        // As another process, or the database's clock, would see it: nothing but the row changes, and what is remembered of it is forgotten
        // by itself.
        var now = TimeProvider.System.GetUtcNow();
        await db
            .SignInSessions.Where(item => item.Id == session.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.ExpiresAt, now), Cancellation);
        await Task.Delay(Sessions.RememberedFor, Cancellation);

        Assert.False(await IsInAsync(client));
    }

    [Theory]
    [InlineData(true, 30)]
    [InlineData(false, null)]
    public async Task Device_IsRememberedOnlyWhereAskedFor(bool asked, int? days)
    {
        using var client = portal.CreateClient();
        var fields = new Dictionary<string, string> { ["Form.Email"] = Email, ["Form.Password"] = DemoAccounts.Password };
        if (asked)
        {
            fields["Form.Remember"] = "true";
        }

        using var answer = await client.PostFormAsync("/masuk", fields, "form:has(#sandi)");

        var cookie = Microsoft
            .Net.Http.Headers.SetCookieHeaderValue.ParseList([.. answer.Headers.GetValues("Set-Cookie")])
            .Single(item => item.Name == "kerjabhakti");
        Assert.Equal(days, cookie.Expires is { } expires ? (int)Math.Round((expires - TimeProvider.System.GetUtcNow()).TotalDays) : null);
    }

    [Fact]
    public async Task Owner_SeesTheSessionsAndEndsOne()
    {
        using var here = await portal.CreateClientAsync(Email);
        using var elsewhere = await portal.CreateClientAsync(Email);
        Assert.True(await IsInAsync(elsewhere));
        var page = await here.PageAsync("/akun/keamanan");
        var form = page.QuerySelectorAll("form.form-inline").Single(item => item.QuerySelector("input[name='Ended.Id']") is not null);
        var id = form.QuerySelector("input[name='Ended.Id']")!.GetAttribute("value")!;

        using var answer = await here.PostFormAsync("/akun/keamanan", [], $"form:has(input[value='{id}'])");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.False(await IsInAsync(elsewhere));
        Assert.True(await IsInAsync(here));
    }

    [Fact]
    public async Task Session_OfSomebodyElse_IsNotEnded()
    {
        using var other = await portal.CreateClientAsync("sekda@demo.local");
        using var mine = await portal.CreateClientAsync(Email);
        using var second = await portal.CreateClientAsync(Email);
        await using var db = await portal.DatabaseAsync();
        var others = await db
            .SignInSessions.Join(db.Users, session => session.AccountId, user => user.Id, (session, user) => new { session.Id, user.Email })
            .Where(item => item.Email == "sekda@demo.local")
            .Select(item => item.Id)
            .SingleAsync(Cancellation);

        using var answer = await mine.PostFormAsync(
            "/akun/keamanan",
            new() { ["Ended.Id"] = others.ToString() },
            "form:has(input[name='Ended.Id'])"
        );

        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/roster", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task ChangedPassword_EndsEveryOtherSession()
    {
        using var here = await portal.CreateClientAsync(Email);
        using var elsewhere = await portal.CreateClientAsync(Email);
        Assert.True(await IsInAsync(elsewhere));

        using var wrong = await here.PostFormAsync("/akun/keamanan", Fields("salah"), "form:has(#sandi-lama)");
        Assert.Contains("Kata sandi lama tidak cocok.", await wrong.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.True(await IsInAsync(elsewhere));
        using var right = await here.PostFormAsync("/akun/keamanan", Fields(DemoAccounts.Password), "form:has(#sandi-lama)");

        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.True(await IsInAsync(here));
        Assert.False(await IsInAsync(elsewhere));

        static Dictionary<string, string> Fields(string old) =>
            new()
            {
                ["Form.Old"] = old,
                ["Form.Password"] = TestUsers.Password,
                ["Form.Again"] = TestUsers.Password,
            };
    }

    private static async Task<bool> IsInAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/akun/data", Cancellation);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    private HttpClient ClientOf(Cookie cookie)
    {
        var cookies = new CookieContainer();
        cookies.Add(cookie);
        return new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false })
        {
            BaseAddress = portal.Address,
        };
    }
}
