using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>The secretariat keeps the short names of posts: adds one, corrects it, removes it.</summary>
public class PostAliasTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private readonly AxeReport axe = new();

    [Fact]
    public async Task TwoClicks_OpenTheDialogOnce_AndAClickBesideItClosesNothing()
    {
        var page = await OpenSignedInAsync(BrowserFixture.Secretariat, "/roster/pejabat/singkatan");
        await ShellTests.IsInteractiveAsync(page);
        var opener = page.GetByRole(AriaRole.Button, new() { Name = "Tambah singkatan…" });
        await opener.DblClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToHaveCountAsync(1);
        await dialog.GetByLabel("Singkatan").FillAsync("Dinbersih");
        await page.Mouse.ClickAsync(5, 400);
        await Expect(dialog).ToHaveCountAsync(1);
        await Expect(dialog.GetByLabel("Singkatan")).ToHaveValueAsync("Dinbersih");

        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);

        await dialog.ShowsAfterAsync(() => opener.PressAsync("Enter"));
        await Expect(opener).Not.ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(opener).ToBeFocusedAsync();
        Assert.Empty(Troubles);
    }

    [Fact]
    public async Task AShortName_IsAddedCorrectedAndRemovedInItsDialog()
    {
        var page = await OpenSignedInAsync(BrowserFixture.Secretariat, "/roster/pejabat");
        await page.GetByRole(AriaRole.Link, new() { Name = "Singkatan jabatan" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.ShowsAfterAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Tambah singkatan…" }).ClickAsync());

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await Expect(dialog.GetByText("Tulis singkatannya.")).ToBeVisibleAsync();
        await Expect(dialog.GetByText("Pilih jabatan yang disingkat.")).ToBeVisibleAsync();
        await dialog.GetByLabel("Singkatan").FillAsync("Disdik");
        await dialog.GetByLabel("Jabatan").PressSequentiallyAsync("kebers");
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Option, new() { Name = "Dinas Kebersihan" }).ClickAsync();
        await Expect(dialog.GetByLabel("Jabatan")).ToHaveValueAsync("Dinas Kebersihan");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await Expect(dialog.GetByText("Singkatan Disdik sudah dipakai untuk Dinas Pendidikan.")).ToBeVisibleAsync();
        await KeepPictureAsync(page, "post-alias-refused");
        await axe.CheckAsync(page, "dialog of a short name");

        await dialog.GetByLabel("Singkatan").FillAsync("Dinbersih");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Dinbersih Dinas Kebersihan" })).ToBeVisibleAsync();
        await KeepPictureAsync(page, "post-aliases");
        await axe.CheckAsync(page, "list of short names");

        await page.GetByRole(AriaRole.Button, new() { Name = "Dinbersih" }).ClickAsync();
        await dialog.GetByLabel("Singkatan").FillAsync("Dinber");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Dinber", Exact = true }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Hapus singkatan" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Dinber" })).ToHaveCountAsync(0);
        Assert.Empty(Troubles);
        axe.AssertNone();
    }
}
