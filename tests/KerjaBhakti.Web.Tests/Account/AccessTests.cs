using System.Net;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Account;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace KerjaBhakti.Web.Tests.Account;

/// <summary>Every route with every role, nobody included: the table of policies is the only thing that opens a door.</summary>
public class AccessTests(PortalFixture fixture)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IEnumerable<RouteEndpoint> Endpoints => PortalRoutes.Of(fixture.Portal.Services);

    public static TheoryData<string?> Roles => new([(string?)null, .. PortalRoles.All]);

    [Fact]
    public void Routes_EveryOne_SaysWhoMayComeIn()
    {
        var silent = Endpoints.Where(endpoint => !endpoint.Metadata.Any(item => item is IAuthorizeData or IAllowAnonymous));

        Assert.Empty(silent.Select(endpoint => endpoint.DisplayName));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Routes_EveryOne_OpensToThisRoleExactlyWhereItsPolicySaysSo(string? role)
    {
        using var client = await fixture.ClientOfAsync(role);
        var wrong = new List<string>();
        var walked = 0;
        foreach (var endpoint in Endpoints.Where(PortalRoutes.CanBeRead))
        {
            var path = PortalRoutes.PathOf(endpoint);
            using var answer = await client.GetAsync(path, Cancellation);
            var open = PortalRoutes.IsOpenTo(role, endpoint);
            var entered = answer.StatusCode != HttpStatusCode.Forbidden && !LeadsTo(answer, "/masuk") && !LeadsTo(answer, "/ditolak");

            // The step after the password leads to the password.
            if (open != entered && path is not ("/ditolak" or HalfSignIn.Page))
            {
                wrong.Add($"{path}: {(int)answer.StatusCode} {answer.Headers.Location}");
            }

            walked++;
        }

        Assert.Empty(wrong);
        Assert.True(walked > 25, $"only {walked} routes were walked");
    }

    [Fact]
    public async Task Denied_APageOfAnotherRole_SaysWhichRoleCanOpenIt()
    {
        using var client = await fixture.ClientOfAsync(PortalRoles.Pejabat);
        using var answer = await client.GetAsync("/roster", Cancellation);
        using var page = await client.GetAsync(answer.Headers.Location, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains(
            "Sekretariat, Sekretaris Daerah, atau Inspektorat",
            await page.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task SignIn_LinkBackToAnotherHost_IsNotFollowed()
    {
        foreach (var elsewhere in new[] { "//evil.example", "/\\evil.example", "https://evil.example", "/%5Cevil.example/.." })
        {
            using var client = fixture.Portal.CreateClient();
            using var answer = await client.PostFormAsync(
                $"/masuk?kembali={Uri.EscapeDataString(elsewhere)}",
                new() { ["Form.Email"] = "sekretariat@demo.local", ["Form.Password"] = "Kerja-Bhakti-2015" }
            );

            Assert.Equal(fixture.Portal.Address.Host, new Uri(fixture.Portal.Address, answer.Headers.Location!).Host);
        }
    }

    [Fact]
    public async Task SignIn_EveryDemonstrationAccount_OpensWithThePasswordOnThePage()
    {
        foreach (var account in DemoAccounts.All)
        {
            using var client = fixture.Portal.CreateClient();
            using var answer = await client.PostFormAsync(
                "/masuk",
                new() { ["Form.Email"] = account.Email, ["Form.Password"] = DemoAccounts.Password }
            );

            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("kerjabhakti=", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task SignIn_AFormWithoutToken_IsRefused()
    {
        using var client = fixture.Portal.CreateClient();
        using var content = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["_handler"] = "masuk",
                ["Form.Email"] = "sekretariat@demo.local",
                ["Form.Password"] = "Kerja-Bhakti-2015",
            }
        );
        using var answer = await client.PostAsync("/masuk", content, Cancellation);

        Assert.Equal("/kedaluwarsa?kembali=%2Fmasuk", answer.Headers.Location!.OriginalString);
        Assert.DoesNotContain(answer.Headers, header =>
            header.Key == "Set-Cookie" && header.Value.Any(cookie => cookie.StartsWith("kerjabhakti=", StringComparison.Ordinal))
        );
        using var told = await client.GetAsync(answer.Headers.Location, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, told.StatusCode);
        Assert.Contains("Isian tidak tersimpan", await told.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublicPages_ForNobodyInParticular_SetNoCookie()
    {
        foreach (var path in new[] { "/", "/jadwal", "/jadwal/2015", "/jadwal/2015/12", "/kecamatan", "/kecamatan/31.75.03" })
        {
            using var client = fixture.Portal.CreateClient();
            using var answer = await client.GetAsync(path, Cancellation);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"), path);
        }
    }

    private static bool LeadsTo(HttpResponseMessage answer, string path) =>
        answer.Headers.Location is { } location
        && (location.IsAbsoluteUri ? location.AbsolutePath : location.OriginalString).StartsWith(path, StringComparison.Ordinal);
}
