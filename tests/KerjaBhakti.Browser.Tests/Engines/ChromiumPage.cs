using System.Text.Json;
using Microsoft.Playwright;

namespace KerjaBhakti.Browser.Tests.Engines;

/// <summary>A page of Chromium, driven by Playwright.</summary>
internal sealed class ChromiumPage : IEnginePage
{
    private readonly IPage page;

    private ChromiumPage(IPage page) => this.page = page;

    public static async Task<IEnginePage> OpenAsync(IBrowser browser, Uri portal, System.Net.Cookie? cookie)
    {
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = portal.ToString(),
                Locale = "id-ID",
                TimezoneId = "Asia/Jakarta",
                ViewportSize = new() { Width = 1366, Height = 768 },
            }
        );
        context.SetDefaultTimeout(BrowserFixture.Patience);
        await context.AddCookiesAsync(
            cookie is null
                ? []
                :
                [
                    new()
                    {
                        Name = cookie.Name,
                        Value = cookie.Value,
                        Domain = cookie.Domain,
                        Path = cookie.Path,
                        HttpOnly = true,
                    },
                ]
        );
        var page = await context.NewPageAsync();
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        return new ChromiumPage(page);
    }

    public Task GoToAsync(string path) => page.GotoAsync(path);

    public async Task<T> EvaluateAsync<T>(string function, string? argument = null)
    {
        var call = $"async argument => JSON.stringify(await ({function})(argument))";
        try
        {
            return JsonSerializer.Deserialize<T>(await page.EvaluateAsync<string>(call, argument), JsonSerializerOptions.Web)!;
        }
        catch (PlaywrightException left) when (left.Message.Contains("because of a navigation", StringComparison.Ordinal))
        {
            // The page went away while it was asked: what comes next is asked instead.
            await page.WaitForLoadStateAsync();
            return JsonSerializer.Deserialize<T>(await page.EvaluateAsync<string>(call, argument), JsonSerializerOptions.Web)!;
        }
    }

    public Task ClickAsync(string selector) => page.Locator(selector).First.ClickAsync();

    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            await page.Keyboard.PressAsync(key);
        }
    }

    public Task SetSizeAsync(int width, int height) => page.SetViewportSizeAsync(width, height);

    public Task<byte[]> PrintAsync() => page.PdfAsync(new() { PreferCSSPageSize = true });

    public Task<byte[]> TakePictureAsync() => page.ScreenshotAsync();

    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();
}
