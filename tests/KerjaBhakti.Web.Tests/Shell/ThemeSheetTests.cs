using System.Net;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Shell.Theme;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Shell;

public class ThemeSheetTests(PortalFixture fixture)
{
    private const string Night = "@media screen and (prefers-color-scheme: dark)";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // The values of tokens.css: the roster is blue, the fund green, each by day and by night.
    [Theory]
    [InlineData(":root", "20,80,140", "143,193,245")]
    [InlineData(":is(.module-wakatobi)", "11,99,92", "116,208,196")]
    public async Task Theme_OfEachModule_HasTheAccentOfTheTokensByDayAndByNight(string scope, string day, string night)
    {
        var css = (await fixture.Portal.Services.GetRequiredService<ThemeSheet>().CssAsync()).Replace(
            " ",
            string.Empty,
            StringComparison.Ordinal
        );
        var halves = css.Split(Night.Replace(" ", string.Empty, StringComparison.Ordinal));

        Assert.Equal(2, halves.Length);
        Assert.Contains($"--mud-palette-primary:rgba({day},1)", RuleOf(halves[0], scope), StringComparison.Ordinal);
        Assert.Contains($"--mud-palette-primary:rgba({night},1)", RuleOf(halves[1], scope), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ComponentPage_LinksTheThemeAndLetsStyleAttributesIn_ButNoScriptOrStyleElement()
    {
        using var client = await fixture.ClientOfAsync(PortalRoles.Sekretariat);
        using var answer = await client.GetAsync("/kerja", Cancellation);
        var html = await answer.Content.ReadAsStringAsync(Cancellation);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("style-src-elem 'self'; style-src-attr 'unsafe-inline'", policy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
        var path = await fixture.Portal.Services.GetRequiredService<ThemeSheet>().PathAsync();
        Assert.Contains($"href=\"{path}\"", html, StringComparison.Ordinal);
        using var theme = await client.GetAsync($"/{path}", Cancellation);
        Assert.Equal(HttpStatusCode.OK, theme.StatusCode);
        Assert.Equal("text/css", theme.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/", null)]
    [InlineData("/masuk", null)]
    [InlineData("/saya", PortalRoles.Pejabat)]
    [InlineData("/roster/rancangan/baru", PortalRoles.Sekretariat)]
    public async Task StaticPage_IsAsStrictAndLightAsBefore(string path, string? role)
    {
        using var client = await fixture.ClientOfAsync(role);
        using var answer = await client.GetAsync(path, Cancellation);
        var html = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.DoesNotContain("unsafe-inline", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("MudBlazor", html, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor.web", html, StringComparison.Ordinal);
    }

    private static string RuleOf(string css, string scope)
    {
        var start = css.IndexOf($"\n{scope}{{", StringComparison.Ordinal);
        Assert.True(start >= 0, $"There is no rule for {scope}.");
        return css[start..css.IndexOf('}', start)];
    }
}
