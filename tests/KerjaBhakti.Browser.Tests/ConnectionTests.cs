using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>What others do while an editor opens, has lost its connection, or has signed out.</summary>
public class ConnectionTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task Change_StoredWhileTheGridIsBeingMade_IsShownOnceItStands()
    {
        var first = await OpenNewDraftAsync();
        var page = await OpenSignedInAsync(BrowserFixture.Colleague, "/roster");
        await page.RouteAsync("**/DraftGrid.razor.js", route => route.FulfillAsync(
                new()
                {
                    ContentType = "text/javascript",
                    Body = """
                    import { create as make } from './DraftGrid.razor.js?asli';
                    export async function create(...all) {
                        await new Promise(goOn => { window.goOn = goOn; });
                        return make(...all);
                    }
                    """,
                }
            ));
        await page.GotoAsync(first.Path);
        await page.WaitForFunctionAsync("() => window.goOn");

        await first.WriteAsync(5, 1, "cakung");
        await first.IsSavedAsync();
        await Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Temuan" })).ToBeVisibleAsync();
        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        await page.EvaluateAsync("() => window.goOn()");

        await new EditorPage(page).ShowsAsync(5, 1, "Cakung");
    }

    [Fact]
    public async Task Change_StoredWhileTheConnectionIsLost_IsShownWhenItIsBack()
    {
        var first = await OpenNewDraftAsync();
        var page = await OpenSignedInAsync(BrowserFixture.Colleague, "/roster");
        IWebSocketRoute? line = null;
        var isDown = false;
        await page.RouteWebSocketAsync("**/_blazor**", socket =>
        {
            line = socket;
            socket.ConnectToServer();
        });
        await page.RouteAsync("**/_blazor/negotiate**", route => isDown ? route.AbortAsync() : route.ContinueAsync());
        var second = new EditorPage(page);
        await page.GotoAsync(first.Path);
        await second.IsReadyAsync();

        isDown = true;
        await line!.CloseAsync();
        await first.WriteAsync(5, 1, "cakung");
        await first.IsSavedAsync();
        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        isDown = false;

        await second.ShowsAsync(5, 1, "Cakung");
        await second.WriteAsync(6, 1, "ciracas");
        await first.ShowsAsync(6, 1, "Ciracas");
    }

    [Fact]
    public async Task Draft_DeletedBeforeItsEditorHasLoaded_IsSaidToBeGone()
    {
        var first = await OpenNewDraftAsync();
        var page = await OpenSignedInAsync(BrowserFixture.Colleague, "/roster");
        var gate = new TaskCompletionSource();
        await page.RouteAsync("**/_blazor/negotiate**", async route =>
        {
            await gate.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(first.Path);

        await (await first.LinkOfMenuAsync("Lainnya", "Hapus…")).ClickAsync();
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "Hapus Rancangan" }).ClickAsync();
        await Expect(first.Page.GetByText("Rancangan dihapus.")).ToBeVisibleAsync();
        gate.SetResult();

        await Expect(page.GetByText("Rancangan ini mungkin sudah dihapus.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task SigningOut_InAnotherTab_EndsTheEditorAtOnce_AndTheSamePersonsOtherBrowserStays()
    {
        var shared = await OpenNewDraftAsync();
        var own = new EditorPage(await OpenSignedInAsync(BrowserFixture.Secretariat, shared.Path));
        await own.IsReadyAsync();

        var tab = await shared.Page.Context.NewPageAsync();
        await tab.GotoAsync("/keluar");
        await tab.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Keluar" }).ClickAsync();
        await Expect(tab.GetByText("Anda sudah keluar")).ToBeVisibleAsync();
        await Expect(shared.Strip).ToContainTextAsync("Anda tidak masuk lagi atau peran Anda berubah.");

        await own.WriteAsync(5, 1, "cakung");
        await own.IsSavedAsync();
        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        await Expect(shared.Cell(5, 1)).Not.ToHaveTextAsync("Cakung");
    }
}
