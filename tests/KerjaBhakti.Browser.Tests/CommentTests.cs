using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Account;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>Colleagues and the Sekda talk about a cell of a draft.</summary>
public class CommentTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task AComment_NamesTheSekda_IsSeenAndAnsweredByAColleague_AndSettledByTheSekda()
    {
        var first = await OpenNewDraftAsync();
        var second = await OpenAsColleagueAsync(first);

        // "@" offers who may read the draft; Enter takes the name, Ctrl+Enter sends.
        await first.SelectAsync(5, 3);
        await first.PressAsync("Shift+F2");
        await first.Page.Keyboard.TypeAsync("Mohon @sekretaris d");
        await Expect(first.Dialog.GetByRole(AriaRole.Option)).ToHaveTextAsync("Sekretaris Daerah (demo)Sekretaris Daerah");
        await first.PressAsync("Enter");
        await first.Page.Keyboard.TypeAsync("periksa.");
        await KeepPictureAsync(first.Page, "comment-dialog");
        await first.PressAsync("Control+Enter");
        await Expect(first.Dialog).ToHaveCountAsync(0);
        await first.IsActiveAsync(5, 3);
        await Expect(first.Cell(5, 3)).ToHaveAttributeAsync("data-comment", "open");

        // Live for the colleague: the mark, the words on hover and in the line of the cell, then an answer.
        await Expect(second.Cell(5, 3)).ToHaveAttributeAsync("data-comment", "open");
        await second.Cell(5, 3).HoverAsync();
        await Expect(second.Page.Locator(".grid-tip")).ToContainTextAsync("Mohon @Sekretaris Daerah (demo) periksa.");
        await second.SelectAsync(5, 3);
        await Expect(second.Page.Locator(".grid-cell-bar")).ToContainTextAsync("Mohon @Sekretaris Daerah (demo) periksa.");
        await second.Cell(5, 3).ClickAsync(new() { Button = MouseButton.Right });
        await second.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Komentar…" }).ClickAsync();
        await second.Dialog.GetByLabel("Jawaban").FillAsync("Saya juga ragu.");
        await second.Dialog.GetByRole(AriaRole.Button, new() { Name = "Kirim" }).DblClickAsync();
        await Expect(second.Dialog).ToHaveCountAsync(0);
        await first.ShowPanelAsync("Komentar");
        await Expect(first.Panel.Locator(".comment-words"))
            .ToHaveTextAsync(["Mohon @Sekretaris Daerah (demo) periksa.", "Saya juga ragu."]);
        await KeepPictureAsync(first.Page, "comment-panel");

        // It waits for the Sekda, who reads, and settles it.
        var sekda = await OpenSignedInAsync(DemoAccounts.All.Single(demo => demo.Role == PortalRoles.Sekda), "/kerja");
        var draft = first.Path.Split('/')[^1];
        await sekda.Locator($"a[href*='{draft}?komentar=']").ClickAsync();
        var reader = new EditorPage(sekda);
        await reader.IsReadyAsync();
        await reader.IsActiveAsync(5, 3);
        await Expect(reader.Panel.Locator(".comment-thread.is-opened")).ToContainTextAsync("Saya juga ragu.");
        await KeepPictureAsync(sekda, "comment-sekda");
        await reader.Panel.GetByRole(AriaRole.Button, new() { Name = "Tandai selesai" }).ClickAsync();
        await Expect(first.Cell(5, 3)).Not.ToHaveAttributeAsync("data-comment", "open");
        await Expect(first.Panel.GetByText("Diselesaikan Sekretaris Daerah (demo)")).ToBeVisibleAsync();
        Assert.Empty(Troubles);
    }

    [Fact]
    public async Task WordsThatAreNotSent_StayForTheNextTime()
    {
        var editor = await OpenNewDraftAsync();
        await editor.SelectAsync(2, 1);
        await editor.PressAsync("Shift+F2");
        await editor.Page.Keyboard.TypeAsync("Belum selesai");
        await editor.PressAsync("Escape");
        await Expect(editor.Dialog).ToHaveCountAsync(0);

        await editor.Page.ReloadAsync();
        await editor.IsReadyAsync();
        await editor.SelectAsync(2, 1);
        await editor.PressAsync("Shift+F2");

        await Expect(editor.Dialog.GetByLabel("Komentar baru")).ToHaveValueAsync("Belum selesai");
    }
}
