using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>The dialogs of the accounts page, as an administrator uses them.</summary>
internal static class AccountDialogs
{
    /// <summary>Opens the dialog of a new account; the page may still be getting its circuit.</summary>
    public static async Task<ILocator> OpenNewAsync(IPage page)
    {
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.ShowsAfterAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Buat akun…" }).ClickAsync());
        return dialog;
    }

    /// <summary>Makes an account in the dialog.</summary>
    /// <returns>The link that sets its password, without the address of the portal: the public one is not that of the test.</returns>
    public static async Task<string> CreateAsync(ILocator dialog, string name, string email, string role)
    {
        await dialog.GetByLabel("Nama").FillAsync(name);
        await dialog.GetByLabel("Alamat surel").FillAsync(email);
        await dialog.GetByLabel("Peran").ClickAsync();
        var choice = dialog.Page.GetByRole(AriaRole.Option, new() { Name = role, Exact = true });
        await choice.ClickAsync();

        // What lies over the page while somebody chooses takes a moment to go.
        await Expect(choice).ToBeHiddenAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Buat akun" }).ClickAsync();
        var link = dialog.GetByLabel("Tautan sandi");
        await Expect(link).ToBeVisibleAsync();
        return new Uri(await link.InputValueAsync()).PathAndQuery;
    }
}
