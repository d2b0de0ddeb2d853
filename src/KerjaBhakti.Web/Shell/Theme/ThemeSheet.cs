using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace KerjaBhakti.Web.Shell.Theme;

/// <summary>
/// MudBlazor's theme as a style sheet, drawn once by its own theme provider. In the page the provider writes a style element, which the
/// content security policy refuses, and it learns whether the system is dark only after the first picture. A file needs neither (decision
/// 0032).
/// </summary>
public sealed partial class ThemeSheet
{
    /// <summary>The class that sets the claim fund's colours.</summary>
    public const string FundModule = "module-wakatobi";

    private readonly Lazy<Task<(string Css, string Version)>> sheet;

    /// <summary>Draws nothing yet; the first reader does, and the host at its start.</summary>
    public ThemeSheet(IServiceScopeFactory scopes, ILoggerFactory loggers, IWebHostEnvironment environment)
    {
        sheet = new(async () =>
        {
            var tokens = new ColorTokens(await ReadTokensAsync(environment));
            await using var scope = scopes.CreateAsyncScope();
            await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
            var portal = PortalTheme.Of(tokens, module: null);
            var fund = PortalTheme.Of(tokens, $".{FundModule}");
            var css = $$"""
                {{await RulesAsync(renderer, portal, dark: false)}}
                {{await RulesAsync(renderer, fund, dark: false)}}
                @media screen and (prefers-color-scheme: dark) {
                {{await RulesAsync(renderer, portal, dark: true)}}
                {{await RulesAsync(renderer, fund, dark: true)}}
                }
                """;
            return (css, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(css)))[..12]);
        });
    }

    /// <summary>The style sheet.</summary>
    public async Task<string> CssAsync() => (await sheet.Value).Css;

    /// <summary>Where it is served; another address for other contents, so that a browser may keep it for good.</summary>
    public async Task<string> PathAsync() => $"kerja/tema.css?v={(await sheet.Value).Version}";

    private static async Task<string> ReadTokensAsync(IWebHostEnvironment environment)
    {
        await using var stream = environment.WebRootFileProvider.GetFileInfo("css/tokens.css").CreateReadStream();
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private static async Task<string> RulesAsync(HtmlRenderer renderer, MudTheme theme, bool dark)
    {
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<MudThemeProvider>(
                ParameterView.FromDictionary(
                    new Dictionary<string, object?>
                    {
                        [nameof(MudThemeProvider.Theme)] = theme,
                        [nameof(MudThemeProvider.IsDarkMode)] = dark,
                        [nameof(MudThemeProvider.DefaultScrollbar)] = true,
                    }
                )
            );
            return root.ToHtmlString();
        });
        return string.Join('\n', Styles().Matches(html).Select(style => style.Groups["css"].Value));
    }

    [GeneratedRegex(@"<style[^>]*>(?<css>.*?)</style>", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Styles();
}
