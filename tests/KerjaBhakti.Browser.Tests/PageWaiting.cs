using System.Diagnostics;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>Waits for pages.</summary>
internal static class PageWaiting
{
    /// <summary>
    /// Waits until the page has an address and shows its content. The address is looked at again and again: every wait for an event of the
    /// loading misses it, and never ends, where the page is there before the wait begins.
    /// </summary>
    public static async Task IsAtAsync(this IPage page, Func<string, bool> address)
    {
        for (
            var since = Stopwatch.GetTimestamp();
            !address(page.Url) && Stopwatch.GetElapsedTime(since).TotalMilliseconds < BrowserFixture.Patience;
            await Task.Delay(50, TestContext.Current.CancellationToken)
        )
        {
            // Not there yet.
        }

        Assert.True(address(page.Url), $"The page is still at {page.Url}.");
        await Expect(page.Locator("main").First).ToBeVisibleAsync();
    }

    /// <summary>Chooses files as soon as the field takes them. A person waits for a field that is greyed; setting files does not.</summary>
    public static async Task ChooseFilesAsync(this ILocator field, params FilePayload[] files)
    {
        await Expect(field).ToBeEnabledAsync();
        await field.SetInputFilesAsync(files);
    }

    /// <summary>
    /// Does something that a page without its circuit yet does not hear, again until it shows. Each time five seconds, for a busy machine
    /// answers late; in all as long as other waits.
    /// </summary>
    public static async Task ShowsAfterAsync(this ILocator shown, Func<Task> act)
    {
        for (var time = 0; time < 6 && !await shown.IsVisibleAsync(); time++)
        {
            try
            {
                await act();
                await shown.WaitForAsync(new() { Timeout = 5000 });
            }
            catch (TimeoutException)
            {
                // Once more, unless it came late and stands in the way of doing it again.
            }
        }

        await Expect(shown).ToBeVisibleAsync();
    }
}
