using System.Diagnostics;

namespace KerjaBhakti.Browser.Tests.Engines;

/// <summary>What every engine's page can do, by what each of them can.</summary>
internal static class EnginePageWaiting
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until an expression of the page is true.</summary>
    public static async Task IsTrueAsync(this IEnginePage page, string expression)
    {
        var waiting = Stopwatch.StartNew();
        while (!await page.EvaluateAsync<bool>($"() => Boolean({expression})"))
        {
            Assert.True(waiting.Elapsed.TotalMilliseconds < BrowserFixture.Patience, $"Never true: {expression}");
            await Task.Delay(BetweenLooks, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until the first element that the selector finds has exactly this text.</summary>
    public static Task ShowsAsync(this IEnginePage page, string selector, string text) =>
        page.ReadsAsync(selector, actual => actual == text, $"'{text}'");

    /// <summary>Waits until the text of the first element that the selector finds is as expected.</summary>
    public static async Task ReadsAsync(this IEnginePage page, string selector, Func<string, bool> isExpected, string expected)
    {
        var waiting = Stopwatch.StartNew();
        while (await page.TextAsync(selector) is var text && !isExpected(text))
        {
            Assert.True(waiting.Elapsed.TotalMilliseconds < BrowserFixture.Patience, $"{selector} shows '{text}', not {expected}.");
            await Task.Delay(BetweenLooks, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The text of the first element that the selector finds; empty where there is none.</summary>
    public static Task<string> TextAsync(this IEnginePage page, string selector) =>
        page.EvaluateAsync<string>("selector => document.querySelector(selector)?.textContent.trim() ?? ''", selector);

    /// <summary>Types a text letter by letter into what has the focus.</summary>
    public static Task TypeAsync(this IEnginePage page, string text) => page.PressAsync([.. text.Select(letter => letter.ToString())]);
}
