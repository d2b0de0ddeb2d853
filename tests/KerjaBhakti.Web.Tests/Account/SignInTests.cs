using System.Buffers.Binary;
using System.Net;
using AngleSharp;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Account;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KerjaBhakti.Web.Tests.Account;

/// <summary>Guessing, and what it must not do to the owner.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private const string Email = "sekda@demo.local";
    private PortalUnderTest portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => portal = await PortalUnderTest.StartAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Guesser_AfterFiveFailures_LearnsNothingFromTheRightPassword()
    {
        using var stranger = portal.CreateClient();
        await GuessAsync(stranger, GuessingRule.Free);

        var wrong = await TryAsync(stranger, "salah lagi");
        var right = await TryAsync(stranger, DemoAccounts.Password);

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests), (wrong.Status, right.Status));
        Assert.Equal(wrong.Refusal, right.Refusal);
        Assert.StartsWith("Terlalu banyak percobaan yang salah.", right.Refusal, StringComparison.Ordinal);
        await using var db = await portal.DatabaseAsync();
        Assert.Equal(GuessingRule.Free, await db.SignInLog.CountAsync(record => record.Kind == SignInKind.Failed, Cancellation));
        Assert.False(await db.SignInLog.AnyAsync(record => record.Kind == SignInKind.SignedIn, Cancellation));
    }

    [Fact]
    public async Task ManyGuessesAtOnce_AreCountedOneByOne()
    {
        var clients = Enumerable.Range(0, 12).Select(_ => portal.CreateClient()).ToList();

        await Task.WhenAll(clients.Select(client => TryAsync(client, "salah")));

        clients.ForEach(client => client.Dispose());
        await using var db = await portal.DatabaseAsync();
        Assert.Equal(GuessingRule.Free, await db.SignInLog.CountAsync(record => record.Kind == SignInKind.Failed, Cancellation));
    }

    [Fact]
    public async Task Stranger_WhoGuesses_BarsNeitherTheKnownDeviceNorTheOpenSession()
    {
        using var owner = portal.CreateClient();
        Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(owner, DemoAccounts.Password)).Status);
        using var open = await portal.CreateClientAsync(Email);
        using var stranger = portal.CreateClient();
        await GuessAsync(stranger, GuessingRule.Free + 1);

        Assert.Equal(HttpStatusCode.OK, (await open.GetAsync("/roster", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(owner, DemoAccounts.Password)).Status);
    }

    [Fact]
    public async Task KnownDevice_ThatGuesses_IsBarredForItselfAlone()
    {
        using var device = portal.CreateClient();
        await TryAsync(device, DemoAccounts.Password);
        await GuessAsync(device, GuessingRule.Free);
        using var other = portal.CreateClient();

        Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync(device, DemoAccounts.Password)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(other, DemoAccounts.Password)).Status);
    }

    [Fact]
    public async Task DeviceCookie_OfAnotherAccount_IsAStrangers()
    {
        using var device = portal.CreateClient();
        await TryAsync(device, DemoAccounts.Password, "pejabat@demo.local");
        await GuessAsync(device, GuessingRule.Free);

        await using var db = await portal.DatabaseAsync();
        Assert.True(
            await db.SignInLog.Where(record => record.Kind == SignInKind.Failed).AllAsync(record => record.Device == null, Cancellation)
        );
    }

    [Fact]
    public async Task Guessing_ANameThatIsNobodys_IsAnsweredAsAnybodys()
    {
        using var stranger = portal.CreateClient();
        var (known, unknown) = (await TryAsync(stranger, "salah"), await TryAsync(stranger, "salah", "tidak-ada@demo.local"));
        await GuessAsync(stranger, GuessingRule.Free, "tidak-ada@demo.local");

        Assert.Equal(known.Refusal, unknown.Refusal);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync(stranger, "salah", "tidak-ada@demo.local")).Status);
    }

    [Fact]
    public async Task ClosedAccount_WithTheRightPassword_IsAnsweredAsAWrongOne()
    {
        await using var db = await portal.DatabaseAsync();
        await db
            .Users.Where(user => user.Email == Email)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.ClosedAt, DateTimeOffset.UnixEpoch), Cancellation);
        using var owner = portal.CreateClient();

        Assert.Equal(await TryAsync(owner, "salah"), await TryAsync(owner, DemoAccounts.Password));
    }

    [Fact]
    public async Task Bar_IsOverAfterItsTime_AndTheOwnerIsShownTheFailures()
    {
        using var stranger = portal.CreateClient();
        await GuessAsync(stranger, GuessingRule.Free);
        await using (var db = await portal.DatabaseAsync())
        {
            var before = TimeProvider.System.GetUtcNow().AddMinutes(-2);
            await db.SignInLog.ExecuteUpdateAsync(set => set.SetProperty(record => record.At, before), Cancellation);
        }

        using var owner = portal.CreateClient();
        using var answer = await PostAsync(owner, DemoAccounts.Password, Email);

        Assert.StartsWith(
            "/akun/keamanan?kembali=",
            new Uri(portal.Address, answer.Headers.Location!).PathAndQuery,
            StringComparison.Ordinal
        );
        var page = (await owner.PageAsync(answer.Headers.Location!.OriginalString)).QuerySelector("main")!.TextContent;
        Assert.Contains("percobaan dengan kata sandi salah", page, StringComparison.Ordinal);
        Assert.Contains("Ditahan sementara", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Owner_WhoMistypedOnce_IsNotSentToTheFailures()
    {
        using var owner = portal.CreateClient();
        await TryAsync(owner, "salah");

        using var answer = await PostAsync(owner, DemoAccounts.Password, Email);

        Assert.Equal("/mulai", new Uri(portal.Address, answer.Headers.Location!).PathAndQuery);
    }

    [Fact]
    public async Task Owner_WhoseFailureCameFromElsewhere_IsSentToIt()
    {
        using var owner = portal.CreateClient();
        await TryAsync(owner, "salah");
        await using (var db = await portal.DatabaseAsync())
        {
            await db.SignInLog.ExecuteUpdateAsync(set => set.SetProperty(record => record.Address, "192.0.2.7"), Cancellation);
        }

        using var answer = await PostAsync(owner, DemoAccounts.Password, Email);

        Assert.StartsWith(
            "/akun/keamanan?kembali=",
            new Uri(portal.Address, answer.Headers.Location!).PathAndQuery,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(9, 16)]
    [InlineData(15, 720)]
    [InlineData(1000, 720)]
    public void Bar_Lasts_TwiceAsLongEachTime(int failures, int? minutes)
    {
        var last = DateTimeOffset.UnixEpoch;

        Assert.Equal(minutes is { } wait ? last.AddMinutes(wait) : null, GuessingRule.ClosedUntil(failures, last));
    }

    [Fact]
    public async Task AnonymousForms_FromOneAddress_AreLimitedWithAPageThatSaysWhen()
    {
        using var client = portal.CreateClient();
        HttpResponseMessage? answer = null;
        for (var post = 0; post < 61; post++)
        {
            answer?.Dispose();
            using var empty = new FormUrlEncodedContent([]);
            answer = await client.PostAsync(post % 2 == 0 ? "/masuk" : "/akun/sandi", empty, Cancellation);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answer!.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("Terlalu sering dicoba", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/masuk", Cancellation)).StatusCode);
        answer.Dispose();
    }

    [Fact]
    public async Task Hash_OfFewerRounds_IsRaisedAtTheNextSignIn()
    {
        var old = new PasswordHasher<PortalUser>(Options.Create(new PasswordHasherOptions { IterationCount = 100_000 })).HashPassword(
            new(),
            DemoAccounts.Password
        );
        await using var db = await portal.DatabaseAsync();
        await db
            .Users.Where(user => user.Email == Email)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, old), Cancellation);
        using var client = portal.CreateClient();

        Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(client, DemoAccounts.Password)).Status);

        var hash = Convert.FromBase64String(
            (await db.Users.AsNoTracking().SingleAsync(user => user.Email == Email, Cancellation)).PasswordHash!
        );
        Assert.Equal(210_000u, BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)));
    }

    [Theory]
    [InlineData("passwordpassword", false)]
    [InlineData("Indonesia2015", false)]
    [InlineData("Kerja-Bhakti-2015", false)]
    [InlineData("JakartaJakarta!!", false)]
    [InlineData("P@ssw0rd1234", false)]
    [InlineData("qwertyuiop1234", false)]
    [InlineData("abcdefghijklmn", false)]
    [InlineData("aaaaaaaaaaaaaa", false)]
    [InlineData("123456789012", false)]
    [InlineData("Cengkareng-2026", false)]
    [InlineData("sekda.demo.2026", false)]
    [InlineData("tanggul berkilau empat ratus pelikan", true)]
    [InlineData("kuda baterai benar steples", true)]
    [InlineData("x7Rm!q2Lw9zT", true)]
    public async Task Password_OfWordsEverybodyTries_IsRefused(string password, bool isTaken)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var account = (await users.FindByEmailAsync(Email))!;
        var results = await Task.WhenAll(users.PasswordValidators.Select(validator => validator.ValidateAsync(users, account, password)));

        Assert.Equal(isTaken, results.All(result => result.Succeeded));
    }

    [Fact]
    public async Task Log_OlderThanItIsKept_IsTrimmed()
    {
        using var client = portal.CreateClient();
        await TryAsync(client, "salah");
        await using var db = await portal.DatabaseAsync();
        var old = TimeProvider.System.GetUtcNow() - SignInRecord.Kept - TimeSpan.FromDays(1);
        await db.SignInLog.ExecuteUpdateAsync(set => set.SetProperty(record => record.At, old), Cancellation);
        await TryAsync(client, "salah");

        await ActivatorUtilities.CreateInstance<SignInUpkeep>(portal.Services).TrimAsync(Cancellation);

        Assert.Equal(1, await db.SignInLog.CountAsync(Cancellation));
    }

    private static async Task GuessAsync(HttpClient client, int times, string email = Email)
    {
        for (var guess = 0; guess < times; guess++)
        {
            await TryAsync(client, $"salah {guess}", email);
        }
    }

    private static async Task<(HttpStatusCode Status, string Refusal)> TryAsync(HttpClient client, string password, string email = Email)
    {
        using var answer = await PostAsync(client, password, email);
        var page = (
            await AngleSharp
                .BrowsingContext.New()
                .OpenAsync(request => request.Content(answer.Content.ReadAsStream(Cancellation)), Cancellation)
        );
        return (answer.StatusCode, page.QuerySelector("[role=alert] li, .error-summary li")?.TextContent.Trim() ?? string.Empty);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string password, string email) =>
        client.PostFormAsync("/masuk", new() { ["Form.Email"] = email, ["Form.Password"] = password }, "form:has(#sandi)");
}
