using System.Net;
using System.Text.Json;
using AngleSharp;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Auditing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static KerjaBhakti.Web.Tests.Account.SignInAnswers;

namespace KerjaBhakti.Web.Tests.Account;

/// <summary>Passkeys: taken in, signed in by, forged, copied, taken away; decision 70.</summary>
public sealed class PasskeyTests : IAsyncLifetime
{
    private const string Email = "sekda@demo.local";
    private const string Page = "/akun/keamanan";
    private const string Unknown = "Kunci sandi itu tidak dikenal portal";
    private PortalUnderTest portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => portal = await PortalUnderTest.StartAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Owner_WhoRegisteredAPasskey_ComesInByItWithoutThePassword()
    {
        using var key = await RegisteredAsync();
        using var device = portal.CreateClient();

        Assert.Equal("/mulai", await SignInAsync(device, key));

        Assert.Equal(HttpStatusCode.OK, (await device.GetAsync("/roster", Cancellation)).StatusCode);
        var row = await RowAsync(device);
        Assert.StartsWith("Telepon kantor", row, StringComparison.Ordinal);
        Assert.DoesNotContain("belum pernah", row, StringComparison.Ordinal);
        Assert.Equal(
            [AccountActions.PasskeyAdded.Code, AccountActions.PasskeyUsed.Code],
            await TrailAsync("account.passkey", "account.passkey-used")
        );
        await AssertProvedAsync();
    }

    [Fact]
    public async Task Answer_SentTwice_BeginsOneSignIn_AlsoAtAnotherServer()
    {
        using var key = await RegisteredAsync();
        await using var beside = await portal.StartBesideAsync([$"--Portal:PublicUrl={Origin(portal)}"]);
        using var device = portal.CreateClient();
        var cookie = await ChallengeAsync(device, key);
        var asked = cookie.Options;
        var answer = key.Get(asked);

        Assert.Equal("/mulai", await SendAsync(device, answer));

        foreach (var server in new[] { portal, beside })
        {
            using var thief = server.CreateClient();
            thief.DefaultRequestHeaders.Add("Cookie", cookie.Cookie);
            Assert.StartsWith(Unknown, await SendAsync(thief, answer), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Answer_ToTheChallengeOfAnotherServer_SignsIn()
    {
        using var key = await RegisteredAsync();
        await using var beside = await portal.StartBesideAsync([]);
        using var device = beside.CreateClient();
        key.Origin = Origin(beside);

        Assert.Equal("/mulai", await SignInAsync(device, key));
    }

    [Fact]
    public async Task Answer_WithoutAChallengeOfThisBrowser_IsRefused()
    {
        using var key = await RegisteredAsync();
        using var asking = portal.CreateClient();
        var (options, _) = await ChallengeAsync(asking, key);
        using var other = portal.CreateClient();

        Assert.Equal(SignInDesk.PasskeyTooLate, await SendAsync(other, key.Get(options)));
        await ChallengeAsync(other, key);
        Assert.StartsWith(Unknown, await SendAsync(other, key.Get(options)), StringComparison.Ordinal);

        // A challenge is good for one answer, also where that was refused.
        Assert.Equal(SignInDesk.PasskeyTooLate, await SendAsync(other, key.Get(options)));
    }

    [Fact]
    public async Task Challenge_GivenForRegistration_BeginsNoSignIn()
    {
        using var key = await RegisteredAsync();
        using var owner = await portal.CreateClientAsync(Email);
        var options = await PostAsync(owner, Passkeys.RegistrationPath);
        var asked = JsonSerializer.Deserialize<JsonElement>(options);
        var answer = key.Get(
            $$"""{"challenge":"{{asked.GetProperty("challenge").GetString()}}","rpId":"{{asked.GetProperty("rp").GetProperty("id").GetString()}}"}"""
        );

        Assert.Equal(SignInDesk.PasskeyTooLate, await SendAsync(owner, answer));
    }

    [Theory]
    [InlineData("locked")]
    [InlineData("origin")]
    [InlineData("domain")]
    [InlineData("signature")]
    public async Task Answer_ThatIsNotWhatWasAskedFor_IsRefused(string how)
    {
        using var key = await RegisteredAsync();
        using var device = portal.CreateClient();
        key.IsUnlocked = how != "locked";
        key.Origin = how == "origin" ? "http://kerjabhakti.example.com" : key.Origin;
        key.Domain = how == "domain" ? "kerjabhakti.example.com" : null;
        key.SignsWrongly = how == "signature";

        Assert.StartsWith(Unknown, await SignInAsync(device, key), StringComparison.Ordinal);
        Assert.Empty(await TrailAsync("account.passkey-used"));
    }

    [Theory]
    [InlineData("locked")]
    [InlineData("origin")]
    [InlineData("domain")]
    public async Task Registration_OfWhatWasNotAskedFor_IsRefused(string how)
    {
        using var key = NewKey();
        key.IsUnlocked = how != "locked";
        key.Origin = how == "origin" ? "http://kerjabhakti.example.com" : key.Origin;
        key.Domain = how == "domain" ? "kerjabhakti.example.com" : null;
        using var owner = await portal.CreateClientAsync(Email);

        Assert.StartsWith("Kunci sandi dari perangkat itu tidak dapat dipakai", await RegisterAsync(owner, key), StringComparison.Ordinal);
        await using var db = await portal.DatabaseAsync();
        Assert.False(await db.Passkeys.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task Registration_WithTheChallengeOfSomebodyElse_IsRefused()
    {
        using var key = NewKey();
        using var owner = await portal.CreateClientAsync(Email);
        using var offer = await owner.PostAsync(Passkeys.RegistrationPath, content: null, Cancellation);
        var answer = key.Create(await offer.Content.ReadAsStringAsync(Cancellation));
        using var other = await portal.CreateClientAsync("admin@demo.local");
        other.DefaultRequestHeaders.Add("Cookie", offer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);

        Assert.StartsWith("Kunci sandi dari perangkat itu tidak dapat dipakai", await AddAsync(other, answer), StringComparison.Ordinal);
        Assert.Equal($"{Page}?hasil=kunci", await AddAsync(owner, answer));
        Assert.StartsWith("Pendaftaran kunci sandi tadi sudah terlalu lama", await AddAsync(owner, answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counter_ThatStandsOrWentBack_IsRefusedAndNoted()
    {
        using var key = await RegisteredAsync(count: 7);
        using var device = portal.CreateClient();
        key.Count = 9;
        Assert.Equal("/mulai", await SignInAsync(device, key));

        foreach (var count in new uint[] { 9, 8, 0 })
        {
            key.Count = count;
            using var copy = portal.CreateClient();
            Assert.StartsWith(Unknown, await SignInAsync(copy, key), StringComparison.Ordinal);
        }

        Assert.Equal(3, (await TrailAsync("account.passkey-copied")).Count);
        await AssertProvedAsync();
    }

    [Fact]
    public async Task RegistrationAndRemoval_LongAfterThePassword_AskForItFirst()
    {
        using var key = await RegisteredAsync();
        using var owner = await portal.CreateClientAsync(Email);
        await using var db = await portal.DatabaseAsync();
        var longAgo = TimeProvider.System.GetUtcNow() - SignInSession.Confirmed - TimeSpan.FromMinutes(1);
        using var another = NewKey();
        var answer = another.Create(await PostAsync(owner, Passkeys.RegistrationPath));
        await db.SignInSessions.ExecuteUpdateAsync(set => set.SetProperty(session => session.ConfirmedAt, longAgo), Cancellation);

        using var refused = await owner.PostAsync(Passkeys.RegistrationPath, content: null, Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains(
            "/akun/konfirmasi?kembali=%2Fakun%2Fkeamanan",
            await refused.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
        Assert.StartsWith("/akun/konfirmasi", await AddAsync(owner, answer), StringComparison.Ordinal);
        Assert.StartsWith("/akun/konfirmasi", await RemoveAsync(owner), StringComparison.Ordinal);
        Assert.Equal(1, await db.Passkeys.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Remove_EndsWhatItOpened_AndOpensNothingMore()
    {
        using var key = await RegisteredAsync();
        using var device = portal.CreateClient();
        await SignInAsync(device, key);
        using var owner = await portal.CreateClientAsync(Email);

        Assert.Equal($"{Page}?hasil=kunci-dihapus", await RemoveAsync(owner));

        Assert.Equal(HttpStatusCode.Redirect, (await device.GetAsync("/roster", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/roster", Cancellation)).StatusCode);
        Assert.StartsWith(Unknown, await SignInAsync(device, key), StringComparison.Ordinal);
        Assert.Single(await TrailAsync("account.passkey-removed"));
    }

    [Fact]
    public async Task Remove_APasskeyOfSomebodyElse_IsRefused()
    {
        using var key = await RegisteredAsync();
        await using var db = await portal.DatabaseAsync();
        var id = await db.Passkeys.Select(one => one.Id).SingleAsync(Cancellation);
        await using var scope = portal.Services.CreateAsyncScope();

        await Assert.ThrowsAsync<AccountRefusedException>(() =>
            scope
                .ServiceProvider.GetRequiredService<Passkeys>()
                .RemoveAsync(new DefaultHttpContext { User = TestUsers.Of(PortalRoles.Admin) }, id)
        );
    }

    [Fact]
    public async Task Administrator_TakesPasskeysAway_AndEndsWhatTheyOpened()
    {
        using var key = await RegisteredAsync();
        using var device = portal.CreateClient();
        await SignInAsync(device, key);
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            await scope
                .ServiceProvider.GetRequiredService<SecondFactors>()
                .TakeAwayAsync(TestUsers.Of(PortalRoles.Admin), await AccountAsync(), Cancellation);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await device.GetAsync("/roster", Cancellation)).StatusCode);
        Assert.StartsWith(Unknown, await SignInAsync(device, key), StringComparison.Ordinal);
        await AssertProvedAsync();
    }

    [Fact]
    public async Task Account_ThatIsClosed_OpensByNoPasskey_AndLosesItWhenItIsEmptied()
    {
        using var key = await RegisteredAsync();
        var account = await AccountAsync();
        await ActAsync(accounts => accounts.CloseAsync(TestUsers.Of(PortalRoles.Admin), account, closed: true));
        using var device = portal.CreateClient();

        Assert.StartsWith(Unknown, await SignInAsync(device, key), StringComparison.Ordinal);

        await ActAsync(accounts => accounts.EmptyAsync(TestUsers.Of(PortalRoles.Admin), account));
        await using var db = await portal.DatabaseAsync();
        Assert.False(await db.Passkeys.AnyAsync(Cancellation));
        await AssertProvedAsync();
    }

    [Fact]
    public async Task CreateAdmin_OnTheServer_TakesPasskeysAway_AndEndsWhatTheyOpened()
    {
        using var key = await RegisteredAsync("admin@demo.local");
        using var device = portal.CreateClient();
        await SignInAsync(device, key);
        await ActAsync(accounts => accounts.MakeAdministratorAsync("admin@demo.local"));
        Assert.Equal(HttpStatusCode.Redirect, (await device.GetAsync("/admin", Cancellation)).StatusCode);

        await using var db = await portal.DatabaseAsync();
        Assert.False(await db.Passkeys.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task Role_ThatMustHaveMoreThanAPassword_IsOpenedByAPasskey()
    {
        await UseStrictPortalAsync();
        using var key = NewKey();
        using var owner = await portal.CreateClientAsync(Email);
        Assert.StartsWith("/ditolak", PathOf(await owner.GetAsync("/roster", Cancellation)), StringComparison.Ordinal);

        await RegisterAsync(owner, key);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/roster", Cancellation)).StatusCode);

        using var device = portal.CreateClient();
        Assert.Equal("/mulai", await SignInAsync(device, key));
        Assert.Equal(HttpStatusCode.OK, (await device.GetAsync("/roster", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Password_OrALink_OfARoleThatMustHaveMore_IsNoWayRoundThePasskey()
    {
        await UseStrictPortalAsync();
        using var key = await RegisteredAsync();
        using var device = portal.CreateClient();

        Assert.Equal("/masuk/kode?kembali=%2Fmulai", await PasswordAsync(device));
        Assert.Equal(HttpStatusCode.Redirect, (await device.GetAsync("/roster", Cancellation)).StatusCode);
        var step = await device.PageAsync("/masuk/kode");
        Assert.Null(step.QuerySelector("#kode"));
        Assert.NotNull(step.QuerySelector("form[data-passkey=get]"));
        Assert.Equal("/mulai", await SignInAsync(device, key, "/masuk/kode"));
        Assert.Equal(HttpStatusCode.OK, (await device.GetAsync("/roster", Cancellation)).StatusCode);

        Uri link;
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            link = await scope.ServiceProvider.GetRequiredService<PasswordLinks>().MakeByCommandAsync(Email);
        }

        using var other = portal.CreateClient();
        using var set = await other.PostFormAsync(
            link.PathAndQuery,
            new() { ["Form.Password"] = TestUsers.Password, ["Form.Again"] = TestUsers.Password }
        );
        Assert.Equal("/masuk/kode", PathOf(set));
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/roster", Cancellation)).StatusCode);

        // What is done afterwards names who made the link, also where a passkey was the second step.
        Assert.Equal("/akun/keamanan?kembali=%2Fmulai", await SignInAsync(other, key, "/masuk/kode"));
        await using var db = await portal.DatabaseAsync();
        Assert.True(await db.SignInSessions.AnyAsync(session => session.LinkFrom != null && session.Challenge != null, Cancellation));
    }

    [Fact]
    public async Task SignInOpenBefore_OfARoleThatMustHaveMore_EndsWhenTheOwnerTakesAKeyIn()
    {
        await UseStrictPortalAsync();
        using var thief = await portal.CreateClientAsync(Email);
        using var key = await RegisteredAsync();

        Assert.Equal("/masuk?kembali=%2Fakun%2Fkeamanan", PathOf(await thief.GetAsync(Page, Cancellation)));
    }

    [Fact]
    public async Task SignInThatShowedThePasswordAlone_OfARoleThatMustHaveMore_OpensNothing_AndTakesNoKeyInOrAway()
    {
        await UseStrictPortalAsync();
        using var key = await RegisteredAsync();
        using var thief = await portal.CreateClientAsync(Email);
        using var own = NewKey();

        Assert.StartsWith("/ditolak", PathOf(await thief.GetAsync("/roster", Cancellation)), StringComparison.Ordinal);
        Assert.StartsWith("Akun ini sudah mempunyai kunci sandi", await RegisterAsync(thief, own), StringComparison.Ordinal);
        Assert.StartsWith("Akun ini sudah mempunyai kunci sandi", await RemoveAsync(thief), StringComparison.Ordinal);

        using var device = portal.CreateClient();
        await SignInAsync(device, key);
        Assert.Equal($"{Page}?hasil=kunci", await RegisterAsync(device, own));
    }

    [Fact]
    public async Task PasskeyTakenInElsewhere_IsToldAtTheNextSignIn()
    {
        using var key = await RegisteredAsync();
        await using (var db = await portal.DatabaseAsync())
        {
            await db
                .SignInLog.Where(record => record.Kind == SignInKind.MoreAdded)
                .ExecuteUpdateAsync(set => set.SetProperty(record => record.Address, "203.0.113.7"), Cancellation);
        }

        using var device = portal.CreateClient();
        Assert.Equal("/akun/keamanan?kembali=%2Fmulai", await SignInAsync(device, key));
        Assert.Contains("Kunci sandi atau kode masuk dipasang", await device.GetStringAsync(Page, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_OfARoleThatNeedNotHaveMore_StillOpens()
    {
        using var key = await RegisteredAsync();
        using var device = portal.CreateClient();

        Assert.Equal("/mulai", await PasswordAsync(device));
    }

    [Fact]
    public async Task Guesses_WithAKeyThatSignsWrongly_AreCountedWithThoseAtThePassword()
    {
        using var key = await RegisteredAsync();
        using var guesser = portal.CreateClient();
        key.SignsWrongly = true;
        for (var guess = 0; guess < GuessingRule.Free; guess++)
        {
            Assert.StartsWith(Unknown, await SignInAsync(guesser, key), StringComparison.Ordinal);
        }

        key.SignsWrongly = false;
        Assert.StartsWith("Terlalu banyak percobaan yang salah.", await SignInAsync(guesser, key), StringComparison.Ordinal);
        Assert.StartsWith("Terlalu banyak percobaan yang salah.", await PasswordAsync(guesser), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"id\":7}")]
    [InlineData("{\"id\":\"€\",\"response\":null}")]
    public async Task Answer_ThatIsNone_IsToldAsAnUnknownKey(string answer)
    {
        using var device = portal.CreateClient();
        using var key = NewKey();
        await ChallengeAsync(device, key);

        Assert.StartsWith(Unknown, await SendAsync(device, answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_WithAsManyAsItMayHave_TakesNoMore()
    {
        using var owner = await portal.CreateClientAsync(Email);
        for (var count = 0; count < Passkey.Most; count++)
        {
            using var key = NewKey();
            Assert.Equal($"{Page}?hasil=kunci", await RegisterAsync(owner, key));
        }

        Assert.Null((await owner.PageAsync(Page)).QuerySelector("form[data-passkey=create]"));
        await using var scope = portal.Services.CreateAsyncScope();
        await using var db = await portal.DatabaseAsync();
        Assert.Equal(Passkey.Most, await db.Passkeys.CountAsync(Cancellation));
    }

    [Fact]
    public async Task OwnData_ListPasskeys_AndNothingOfTheKeysThemselves()
    {
        using var key = await RegisteredAsync();
        using var owner = await portal.CreateClientAsync(Email);
        var text = await owner.GetStringAsync("/akun/data.json", Cancellation);
        using var file = JsonDocument.Parse(text);

        Assert.Equal("Telepon kantor", file.RootElement.GetProperty("passkeys")[0].GetProperty("name").GetString());
        Assert.DoesNotContain("publicKey", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Telepon kantor", await owner.GetStringAsync("/akun/data", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Challenge_OfAPortalWithAPublicAddress_IsForThatAddressAlone()
    {
        await using var named = await PortalUnderTest.StartAsync("--Portal:PublicUrl=https://kerjabhakti.example.go.id");
        using var visitor = named.CreateClient();
        using var answer = await visitor.PostAsync(Passkeys.SignInPath, content: null, Cancellation);
        using var options = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));

        Assert.Equal("kerjabhakti.example.go.id", options.RootElement.GetProperty("rpId").GetString());
        Assert.Equal("required", options.RootElement.GetProperty("userVerification").GetString());
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-kerjabhakti-kunci", cookie, StringComparison.Ordinal);
        Assert.Contains("secure; samesite=strict; httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("max-age=300", cookie, StringComparison.Ordinal);
    }

    private async Task UseStrictPortalAsync()
    {
        await portal.DisposeAsync();
        portal = await PortalUnderTest.StartAsync("--SignIn:SecondFactorRoles=Sekda");
    }

    private SoftwareAuthenticator NewKey() => new() { Origin = Origin(portal) };

    private static string Origin(PortalUnderTest server) => server.Address.GetLeftPart(UriPartial.Authority);

    private async Task<SoftwareAuthenticator> RegisteredAsync(string email = Email, uint count = 0)
    {
        var key = NewKey();
        key.Count = count;
        using var owner = await portal.CreateClientAsync(email);
        Assert.Equal($"{Page}?hasil=kunci", await RegisterAsync(owner, key));
        return key;
    }

    private static async Task<string> RegisterAsync(HttpClient owner, SoftwareAuthenticator key) =>
        await AddAsync(owner, key.Create(await PostAsync(owner, Passkeys.RegistrationPath)));

    private static Task<string> AddAsync(HttpClient owner, string answer) =>
        SaidAsync(
            owner.PostFormAsync(
                Page,
                new() { ["Key.Name"] = "Telepon kantor", ["Key.Credential"] = answer },
                "form[data-passkey=create]"
            )
        );

    private static Task<string> RemoveAsync(HttpClient owner) =>
        SaidAsync(owner.PostFormAsync(Page, new(), "form:has(input[name='Removed.Id'])"));

    private static async Task<string> SignInAsync(HttpClient device, SoftwareAuthenticator key, string page = "/masuk")
    {
        var (options, _) = await ChallengeAsync(device, key);
        return await SendAsync(device, key.Get(options), page);
    }

    private static Task<string> SendAsync(HttpClient device, string answer, string page = "/masuk") =>
        SaidAsync(device.PostFormAsync(page, new() { ["Key.Credential"] = answer }, "form[data-passkey=get]"));

    // The key is given so that no test asks before it has one.
    private static async Task<(string Options, string Cookie)> ChallengeAsync(HttpClient device, SoftwareAuthenticator key)
    {
        Assert.NotNull(key);
        using var answer = await device.PostAsync(Passkeys.SignInPath, content: null, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadAsStringAsync(Cancellation), answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
    }

    private static async Task<string> PostAsync(HttpClient client, string path)
    {
        using var answer = await client.PostAsync(path, content: null, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    private static Task<string> PasswordAsync(HttpClient client) => SignInAnswers.PasswordAsync(client, Email);

    private static async Task<string> RowAsync(HttpClient owner) =>
        string.Join(
            ' ',
            (await owner.PageAsync(Page))
                .QuerySelector("tr:has(input[name='Removed.Id'])")!
                .TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    private async Task<IReadOnlyList<string>> TrailAsync(params string[] actions)
    {
        await using var db = await portal.DatabaseAsync();
        return await db
            .AuditEntries.Where(entry => actions.Contains(entry.Action))
            .OrderBy(entry => entry.Place)
            .Select(entry => entry.Action)
            .ToListAsync(Cancellation);
    }

    private async Task AssertProvedAsync()
    {
        await using var db = await portal.DatabaseAsync();
        Assert.Empty((await RecordCheck.RunAsync(db, Cancellation)).Finds);
    }

    private async Task<Guid> AccountAsync()
    {
        await using var db = await portal.DatabaseAsync();
        return await db.Users.Where(user => user.Email == Email).Select(user => user.Id).SingleAsync(Cancellation);
    }

    private async Task ActAsync(Func<AccountService, Task> act)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<AccountService>());
    }
}
