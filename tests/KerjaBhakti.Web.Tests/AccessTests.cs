using System.Net;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests;

/// <summary>Every route with every role, nobody included: the table of policies is the only thing that opens a door.</summary>
public class AccessTests(PortalFixture fixture)
{
    // What a route's parameters stand for here; the answer may be "not found", but never another role's page.
    private static readonly Dictionary<string, string> Values = new(StringComparer.OrdinalIgnoreCase)
    {
        ["tahun"] = "2015",
        ["no"] = "12",
        ["kode"] = "31.75.03",
        ["year"] = "2015",
        ["id"] = Guid.Empty.ToString(),
        ["documentName"] = "v1",
        ["number"] = "118",
        ["nomor"] = "118",
        ["scan"] = Guid.Empty.ToString(),
        ["staffId"] = "P1",
        ["bulan"] = "2024-03",
        ["jenis"] = "kegiatan",
        ["baris"] = "48",
        ["tanggal"] = "2015-05-31",
        ["Jabatan"] = "1",
        ["token"] = "bukan-tautan",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string?> Roles => new([(string?)null, .. PortalRoles.All]);

    [Fact]
    public void Routes_EveryOne_SaysWhoMayComeIn()
    {
        var silent = Endpoints().Where(endpoint => !endpoint.Metadata.Any(item => item is IAuthorizeData or IAllowAnonymous));

        Assert.Empty(silent.Select(endpoint => endpoint.DisplayName));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Routes_EveryOne_OpensToThisRoleExactlyWhereItsPolicySaysSo(string? role)
    {
        using var client = await fixture.ClientOfAsync(role);
        var wrong = new List<string>();
        var walked = 0;
        foreach (var endpoint in Endpoints().Where(CanBeRead))
        {
            var path = PathOf(endpoint);
            using var answer = await client.GetAsync(path, Cancellation);
            var open = IsOpenTo(role, endpoint);
            var entered = answer.StatusCode != HttpStatusCode.Forbidden && !LeadsTo(answer, "/masuk") && !LeadsTo(answer, "/ditolak");
            if (open != entered && path != "/ditolak")
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
        Assert.Contains("Sekretariat, Sekretaris Daerah, atau Inspektorat", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_LinkBackToAnotherHost_IsNotFollowed()
    {
        foreach (var elsewhere in new[] { "//evil.example", "/\\evil.example", "https://evil.example", "/%5Cevil.example/.." })
        {
            using var client = fixture.Portal.CreateClient();
            using var answer = await client.PostFormAsync(
                $"/masuk?kembali={Uri.EscapeDataString(elsewhere)}",
                new() { ["Form.Email"] = "sekretariat@demo.local", ["Form.Password"] = "Kerja-Bhakti-2015" });

            Assert.Equal(fixture.Portal.Address.Host, new Uri(fixture.Portal.Address, answer.Headers.Location!).Host);
        }
    }

    [Fact]
    public async Task SignIn_EveryDemonstrationAccount_OpensWithThePasswordOnThePage()
    {
        foreach (var account in DemoAccounts.All)
        {
            using var client = fixture.Portal.CreateClient();
            using var answer = await client.PostFormAsync("/masuk", new() { ["Form.Email"] = account.Email, ["Form.Password"] = DemoAccounts.Password });

            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("kerjabhakti=", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task SignIn_AFormWithoutToken_IsRefused()
    {
        using var client = fixture.Portal.CreateClient();
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "masuk",
            ["Form.Email"] = "sekretariat@demo.local",
            ["Form.Password"] = "Kerja-Bhakti-2015",
        });
        using var answer = await client.PostAsync("/masuk", content, Cancellation);

        Assert.Equal("/kedaluwarsa?kembali=%2Fmasuk", answer.Headers.Location!.OriginalString);
        Assert.DoesNotContain(answer.Headers, header => header.Key == "Set-Cookie" && header.Value.Any(cookie => cookie.StartsWith("kerjabhakti=", StringComparison.Ordinal)));
        using var told = await client.GetAsync(answer.Headers.Location, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, told.StatusCode);
        Assert.Contains("Isian tidak tersimpan", await told.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LocksTheAccount()
    {
        await using var portal = await KerjaBhakti.Tests.PortalUnderTest.StartAsync();
        using var client = portal.CreateClient();
        var text = string.Empty;
        for (var attempt = 0; attempt < 6; attempt++)
        {
            using var wrong = await client.PostFormAsync("/masuk", new() { ["Form.Email"] = "sekda@demo.local", ["Form.Password"] = "salah" });
            text = await wrong.Content.ReadAsStringAsync(Cancellation);
        }

        Assert.Contains("terkunci", text, StringComparison.Ordinal);
        using var right = await client.PostFormAsync("/masuk", new() { ["Form.Email"] = "sekda@demo.local", ["Form.Password"] = "Kerja-Bhakti-2015" });
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
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

    private static bool IsOpenTo(string? role, RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return true;
        }

        var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>();
        return role is not null && policies.All(data => data.Policy is null || Access.Roles[data.Policy].Contains(role));
    }

    private static bool CanBeRead(RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains("GET"))
        && endpoint.RoutePattern.RawText is { } path
        && !path.Contains("_blazor", StringComparison.Ordinal)
        && !path.Contains('*', StringComparison.Ordinal)
        && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null;

    private static bool LeadsTo(HttpResponseMessage answer, string path) =>
        answer.Headers.Location is { } location && (location.IsAbsoluteUri ? location.AbsolutePath : location.OriginalString).StartsWith(path, StringComparison.Ordinal);

    private static string PathOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart parameter => Values[parameter.Name],
            RoutePatternSeparatorPart separator => separator.Content,
            _ => throw new NotSupportedException(part.ToString()),
        }))));

    // In Development the framework adds a route of its own for files made while it runs; without a policy it is closed to everybody.
    private IEnumerable<RouteEndpoint> Endpoints() => fixture.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText != "{**path:file}");
}
