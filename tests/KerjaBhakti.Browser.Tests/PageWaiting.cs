using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>Waits for pages.</summary>
internal static class PageWaiting
{
    /// <summary>
    /// Waits until the page has an address and shows its content. Not for the load event: where the page is there before the wait begins, on a busy machine, the wait misses it and
    /// never ends.
    /// </summary>
    public static async Task IsAtAsync(this IPage page, Func<string, bool> address)
    {
        await page.WaitForURLAsync(address, new() { WaitUntil = WaitUntilState.Commit });
        await Expect(page.Locator("main").First).ToBeVisibleAsync();
    }
}
