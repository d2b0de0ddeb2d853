using System.Net;
using System.Security.Cryptography;
using AngleSharp;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;
using static KerjaBhakti.Web.Tests.Account.SignInAnswers;

namespace KerjaBhakti.Web.Tests.Account;

/// <summary>A code beside the password: begun, asked for, guessed at, lost, demanded.</summary>
public sealed class SecondFactorTests : IAsyncLifetime
{
    private const string Email = "sekda@demo.local";
    private PortalUnderTest portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => portal = await PortalUnderTest.StartAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Owner_WhoBeganCodes_ComesInWithPasswordAndCodeOnly()
    {
        var (secret, _) = await BeginAsync();
        using var device = portal.CreateClient();

        Assert.Equal("/masuk/kode?kembali=%2Fmulai", await PasswordAsync(device));
        Assert.Equal(HttpStatusCode.Redirect, (await device.GetAsync("/roster", Cancellation)).StatusCode);
        Assert.Equal("/mulai", await CodeAsync(device, CodeOf(secret)));
        Assert.Equal(HttpStatusCode.OK, (await device.GetAsync("/roster", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Password_GivenOverAnOpenSignIn_StillAsksForTheCode()
    {
        await BeginAsync();
        using var owner = await portal.CreateClientAsync(Email);

        Assert.Equal("/masuk/kode?kembali=%2Fmulai", await PasswordAsync(owner));
    }

    [Fact]
    public async Task Code_ThatBeganASignIn_BeginsNoOther()
    {
        var (secret, _) = await BeginAsync();
        var code = CodeOf(secret);
        using var owner = portal.CreateClient();
        using var onlooker = portal.CreateClient();
        await PasswordAsync(owner);
        await PasswordAsync(onlooker);

        Assert.Equal("/mulai", await CodeAsync(owner, code));
        Assert.Equal("Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya di aplikasi, lalu ketik lagi.", await CodeAsync(onlooker, code));
    }

    [Fact]
    public async Task Code_SentTwiceAtOnce_BeginsOneSignIn()
    {
        var (secret, _) = await BeginAsync();
        var code = CodeOf(secret);
        var devices = Enumerable.Range(0, 4).Select(_ => portal.CreateClient()).ToList();
        foreach (var device in devices)
        {
            await PasswordAsync(device);
        }

        var said = await Task.WhenAll(devices.Select(device => CodeAsync(device, code)));

        devices.ForEach(device => device.Dispose());
        Assert.Single(said, "/mulai");
    }

    [Fact]
    public async Task RecoveryCode_AsItIsWrittenDown_OpensOnce()
    {
        var (_, recovery) = await BeginAsync();
        Assert.Equal(SecondFactor.RecoveryCodes, recovery.Count);
        using var device = portal.CreateClient();
        await PasswordAsync(device);
        Assert.Equal("/mulai", await CodeAsync(device, recovery[3].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal)));

        using var other = portal.CreateClient();
        await PasswordAsync(other);
        Assert.StartsWith("Kode tidak cocok", await CodeAsync(other, recovery[3]), StringComparison.Ordinal);
        Assert.Contains("Kode pemulihan yang tersisa: 9 dari 10.", await TextAsync(device, SecondFactorPage.Address), StringComparison.Ordinal);
        await using var db = await portal.DatabaseAsync();
        Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.Action == AccountActions.RecoveryUsed.Code, Cancellation));
    }

    [Fact]
    public async Task RecoveryCode_WhenThePortalsKeysAreLost_StillOpens()
    {
        var (secret, recovery) = await BeginAsync();
        await using (var db = await portal.DatabaseAsync())
        {
            await db.SecondFactors.ExecuteUpdateAsync(set => set.SetProperty(factor => factor.Secret, "hilang"), Cancellation);
        }

        using var device = portal.CreateClient();
        await PasswordAsync(device);
        Assert.StartsWith("Kode tidak cocok", await CodeAsync(device, CodeOf(secret)), StringComparison.Ordinal);
        Assert.Equal("/mulai", await CodeAsync(device, recovery[0]));
    }

    [Fact]
    public async Task Guesser_WhoKnowsThePassword_HasFiveGuessesAtTheCode()
    {
        var (secret, _) = await BeginAsync();
        using var guesser = portal.CreateClient();
        await PasswordAsync(guesser);
        for (var guess = 0; guess < GuessingRule.Free; guess++)
        {
            Assert.StartsWith("Kode tidak cocok", await CodeAsync(guesser, $"{guess:000000}"), StringComparison.Ordinal);
        }

        Assert.StartsWith("Terlalu banyak percobaan yang salah.", await CodeAsync(guesser, CodeOf(secret)), StringComparison.Ordinal);
        using var again = portal.CreateClient();
        Assert.StartsWith("Terlalu banyak percobaan yang salah.", await PasswordAsync(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PasswordLink_IsNoWayRoundTheCode()
    {
        var (secret, _) = await BeginAsync();
        Uri link;
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            link = await scope.ServiceProvider.GetRequiredService<PasswordLinks>().MakeByCommandAsync(Email);
        }

        using var device = portal.CreateClient();
        using var set = await device.PostFormAsync(
            link.PathAndQuery,
            new() { ["Form.Password"] = TestUsers.Password, ["Form.Again"] = TestUsers.Password }
        );

        Assert.Equal("/masuk/kode", PathOf(set));
        Assert.Equal(HttpStatusCode.Redirect, (await device.GetAsync("/roster", Cancellation)).StatusCode);

        // The owner is shown that the password was set with a link.
        Assert.Equal("/akun/keamanan?kembali=%2Fmulai", await CodeAsync(device, CodeOf(secret)));
    }

    [Fact]
    public async Task CodePage_WithoutAPassword_LeadsToTheSignIn()
    {
        using var stranger = portal.CreateClient();
        using var answer = await stranger.GetAsync("/masuk/kode?kembali=%2Froster", Cancellation);

        Assert.Equal("/masuk?kembali=%2Froster", PathOf(answer));
    }

    [Fact]
    public async Task Begin_WithAWrongCodeOrAnotherOnesOffer_StoresNothing()
    {
        using var other = await portal.CreateClientAsync("admin@demo.local");
        using var owner = await portal.CreateClientAsync(Email);
        var offer = (await owner.PageAsync(SecondFactorPage.Address)).QuerySelector("input[name='Form.Offer']")!.GetAttribute("value")!;
        var secret = await SecretAsync(owner);
        foreach (var (client, code) in new[] { (owner, "000000"), (owner, ""), (other, CodeOf(secret)) })
        {
            using var answer = await client.PostFormAsync(
                SecondFactorPage.Address,
                new() { ["Form.Offer"] = offer, ["Form.Code"] = code },
                "form:has(#kode)"
            );
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        await using var db = await portal.DatabaseAsync();
        Assert.False(await db.SecondFactors.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task Administrator_TakesCodesAway_AndDoesNotComeInByIt()
    {
        await BeginAsync();
        using var open = await portal.CreateClientAsync(Email);
        await using var db = await portal.DatabaseAsync();
        var account = await db.Users.Where(user => user.Email == Email).Select(user => user.Id).SingleAsync(Cancellation);
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            var factors = scope.ServiceProvider.GetRequiredService<SecondFactors>();
            await Assert.ThrowsAsync<AccessDeniedException>(() =>
                factors.TakeAwayAsync(TestUsers.Of(PortalRoles.Sekretariat), account, Cancellation)
            );
            await factors.TakeAwayAsync(TestUsers.Of(PortalRoles.Admin), account, Cancellation);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await open.GetAsync("/roster", Cancellation)).StatusCode);
        using var device = portal.CreateClient();
        Assert.Equal("/mulai", await PasswordAsync(device));
        Assert.Empty((await AuditChain.VerifyAsync(db, Cancellation)).Finds);
    }

    [Fact]
    public async Task Role_ThatMustHaveCodes_OpensNothingUntilItHas()
    {
        await using var strict = await PortalUnderTest.StartAsync("--SignIn:SecondFactorRoles=Sekda, DirekturRsud");
        using var owner = await strict.CreateClientAsync(Email);
        using var other = await strict.CreateClientAsync("sekretariat@demo.local");

        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/roster", Cancellation)).StatusCode);
        Assert.StartsWith("/ditolak", PathOf(await owner.GetAsync("/roster", Cancellation)), StringComparison.Ordinal);
        Assert.Equal(SecondFactorPage.Address, PathOf(await owner.GetAsync("/mulai", Cancellation)));
        Assert.Contains("Peran Anda mensyaratkan kode masuk atau kunci sandi.", await TextAsync(owner, SecondFactorPage.Address), StringComparison.Ordinal);

        await BeginAsync(owner);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/roster", Cancellation)).StatusCode);
    }

    [Fact]
    public void Setting_ThatNamesNoRole_StopsTheStart()
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("SignIn:SecondFactorRoles", "Sekda, Bos")])
            .Build();

        Assert.StartsWith(
            "Pengaturan SignIn:SecondFactorRoles: 'Bos' bukan peran.",
            Assert.Throws<PortalStartException>(() => SecondFactorSettings.Read(settings)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Secret_AsItIsStored_IsNotTheSecret()
    {
        var (secret, recovery) = await BeginAsync();
        await using var db = await portal.DatabaseAsync();
        var stored = await db.SecondFactors.AsNoTracking().SingleAsync(Cancellation);

        Assert.DoesNotContain(secret, stored.Secret, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(recovery[0].Replace("-", "", StringComparison.Ordinal), stored.Recovery, StringComparison.Ordinal);
        Assert.Equal(SHA256.HashSizeInBytes * 2, stored.Recovery.Split(' ')[0].Length);
    }

    private async Task<(string Secret, IReadOnlyList<string> Recovery)> BeginAsync()
    {
        using var owner = await portal.CreateClientAsync(Email);
        return await BeginAsync(owner);
    }

    private static async Task<(string Secret, IReadOnlyList<string> Recovery)> BeginAsync(HttpClient owner)
    {
        var form = await owner.PageAsync(SecondFactorPage.Address);
        var secret = form.QuerySelector(".whole-key")!.TextContent.Replace(" ", string.Empty, StringComparison.Ordinal);
        var fields = form.QuerySelectorAll("form:has(#kode) input[type=hidden]")
            .ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value")!);
        fields["Form.Code"] = CodeOf(secret);
        using var answer = await owner.PostFieldsAsync(SecondFactorPage.Address, fields);
        var page = await BrowsingContext.New().OpenAsync(
            request => request.Content(answer.Content.ReadAsStream(Cancellation)),
            Cancellation
        );
        return (secret, [.. page.QuerySelectorAll(".recovery-codes code").Select(code => code.TextContent)]);
    }

    private static async Task<string> SecretAsync(HttpClient owner) =>
        (await owner.PageAsync(SecondFactorPage.Address))
            .QuerySelector(".whole-key")!
            .TextContent.Replace(" ", string.Empty, StringComparison.Ordinal);

    private static string CodeOf(string secret) =>
        new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(TimeProvider.System.GetUtcNow().UtcDateTime);

    private static Task<string> PasswordAsync(HttpClient client) => SignInAnswers.PasswordAsync(client, Email);

    private static Task<string> CodeAsync(HttpClient client, string code) =>
        SaidAsync(client.PostFormAsync("/masuk/kode", new() { ["Form.Code"] = code }, "form:has(#kode)"));

    private static async Task<string> TextAsync(HttpClient client, string path) =>
        string.Join(' ', (await client.PageAsync(path)).QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
