using System.Diagnostics;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>Two people of the secretariat on one draft, each with a browser and an account of their own.</summary>
public class TwoEditorsTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Mine = "Cakung";
    private const string Theirs = "Ciracas";

    [Fact]
    public async Task Change_OfOne_IsSeenByTheOtherWithinTwoSeconds()
    {
        var (first, second) = await OpenForTwoAsync();
        await first.WriteAsync(5, 3, "cakung");
        await first.IsSavedAsync();
        var since = Stopwatch.GetTimestamp();
        await second.ShowsAsync(5, 3, "Cakung");

        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, TimeSpan.FromSeconds(2));
        await Expect(second.Cell(5, 3)).ToHaveAttributeAsync("data-badge", "SD");
    }

    [Fact]
    public async Task RowsAddedAndRemoved_ByOne_AreSeenByTheOther_WhoKeepsTyping()
    {
        var (first, second) = await OpenForTwoAsync();
        await second.SelectAsync(10, 2);
        await second.Page.Keyboard.TypeAsync("cak");

        await first.SelectAsync(3, 1);
        await first.PressAsync("Alt+Delete");
        await Expect(second.Lines).ToHaveCountAsync(EditorPage.Rows - 1);

        await Expect(second.Input).ToBeFocusedAsync();
        await second.Page.Keyboard.TypeAsync("ung");
        await second.PressAsync("Enter");
        await first.ShowsAsync(9, 2, "Cakung");
        await second.IsSavedAsync();
    }

    [Theory]
    [InlineData("Pakai milik saya", Mine)]
    [InlineData("Pakai milik Sekretariat (demo)", Theirs)]
    public async Task OneCell_WrittenByBoth_ShowsTheSecondBothValuesAndTheChoice(string choice, string outcome)
    {
        var (first, second) = await OpenForTwoAsync();
        await CollideAsync(first, second);

        await Expect(second.Dialog).ToContainTextAsync("Sekretariat (demo) lebih dahulu mengubah sel ini");
        await Expect(second.Dialog.Locator(".grid-side").Nth(0)).ToContainTextAsync(Mine);
        await Expect(second.Dialog.Locator(".grid-side").Nth(1)).ToContainTextAsync(Theirs);
        await second.Dialog.GetByRole(AriaRole.Button, new() { Name = choice, Exact = true }).ClickAsync();

        await second.IsSavedAsync();
        await second.ShowsAsync(7, 4, outcome);
        await first.ShowsAsync(7, 4, outcome);
    }

    [Fact]
    public async Task Conflict_LeftForLater_KeepsBothValuesAlsoAfterReload()
    {
        var (first, second) = await OpenForTwoAsync();
        await CollideAsync(first, second);
        await second.Dialog.GetByRole(AriaRole.Button, new() { Name = "Nanti" }).ClickAsync();

        await Expect(second.Strip).ToContainTextAsync("1 pertentangan menunggu pilihan Anda.");
        await Expect(second.Cell(7, 4)).ToContainTextAsync(Mine);
        await Expect(second.Cell(7, 4)).ToContainTextAsync(Theirs);

        await second.Page.ReloadAsync();
        await Expect(second.Dialog.Locator(".grid-side").Nth(0)).ToContainTextAsync(Mine);
        await Expect(second.Dialog.Locator(".grid-side").Nth(1)).ToContainTextAsync(Theirs);
    }

    [Fact]
    public async Task Draft_DeletedWhileAnotherTypes_SaysWhoDidIt_AndWhatWasTypedStaysVisible()
    {
        var (first, second) = await OpenForTwoAsync();
        await second.SelectAsync(7, 4);
        await second.Page.Keyboard.TypeAsync("cakung");

        await (await first.LinkOfMenuAsync("Lainnya", "Hapus…")).ClickAsync();
        await Expect(first.Page.GetByText("93 baris dengan 600 sel terisi")).ToBeVisibleAsync();
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "Hapus Rancangan" }).ClickAsync();
        await Expect(first.Page.GetByText("Rancangan dihapus.")).ToBeVisibleAsync();

        await Expect(second.Strip)
            .ToContainTextAsync(
                "Rancangan ini baru saja dihapus oleh Sekretariat (demo). Yang Anda ketik masih terlihat, tetapi tidak dapat disimpan."
            );
        await Expect(second.Input).ToHaveValueAsync("cakung");

        await second.PressAsync("Enter");
        await second.ShowsAsync(7, 4, "Cakung");
        await Expect(second.SaveState).ToHaveTextAsync("1 perubahan tidak tersimpan");
        await Expect(second.Strip.GetByRole(AriaRole.Button, new() { Name = "Salin yang belum tersimpan" })).ToBeVisibleAsync();
    }

    private async Task<(EditorPage First, EditorPage Second)> OpenForTwoAsync()
    {
        var first = await OpenNewDraftAsync();
        return (first, await OpenAsColleagueAsync(first));
    }

    /// <summary>Both open the same cell; the first stores before the second does.</summary>
    private static async Task CollideAsync(EditorPage first, EditorPage second)
    {
        await second.SelectAsync(7, 4);
        await second.Page.Keyboard.TypeAsync(Mine);
        await first.WriteAsync(7, 4, Theirs);
        await second.ShowsAsync(7, 4, Theirs);
        await second.PressAsync("Enter");
        await Expect(second.Dialog).ToBeVisibleAsync();
    }
}
