using KerjaBhakti.Tests;
using KerjaBhakti.Web.Account;
using Microsoft.Playwright;

namespace KerjaBhakti.Browser.Tests;

/// <summary>
/// A passkey on a telephone: Chromium's virtual authenticator keeps it and unlocks by itself. Keys belong to names, so that the portal is
/// opened as localhost here.
/// </summary>
public class PasskeyStoryTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private static readonly DemoAccount Sekda = DemoAccounts.All.Single(account => account.Email == "sekda@demo.local");

    [Fact]
    public async Task Owner_RegistersAPasskey_AndComesInByItTheNextTime()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var page = await OpenAndSignInAsync(Sekda, "/akun/keamanan", OnAPhone(portal, "localhost"));
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );

        await page.GetByLabel("Nama kunci").FillAsync("Telepon saya");
        await page.GetByRole(AriaRole.Button, new() { Name = "Daftarkan kunci sandi" }).ClickAsync();
        await page.IsAtAsync(url => url.EndsWith("?hasil=kunci", StringComparison.Ordinal));
        await Assertions.Expect(page.GetByText("Kunci sandi didaftarkan.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Hapus kunci sandi Telepon saya" })).ToBeVisibleAsync();
        await KeepPictureAsync(page, "passkey-registered", fullPage: true);

        // The same telephone again: it has one already.
        await page.GetByRole(AriaRole.Button, new() { Name = "Daftarkan kunci sandi" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Perangkat ini sudah menyimpan kunci sandi untuk akun Anda.")).ToBeVisibleAsync();

        // The browser offers it in the field of the address; this device takes it at once.
        await SignOutAsync(page);
        await page.GotoAsync("/masuk");
        await page.IsAtAsync(url => new Uri(url).AbsolutePath == "/kerja");

        // One that does not offer it there has the button.
        await SignOutAsync(page);
        await page.AddInitScriptAsync("PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);");
        await page.GotoAsync("/masuk");
        await KeepPictureAsync(page, "passkey-sign-in", fullPage: true);
        Assert.InRange(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, 360);
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk dengan kunci sandi" }).ClickAsync();
        await page.IsAtAsync(url => new Uri(url).AbsolutePath == "/kerja");
        await page.GotoAsync("/akun/keamanan");
        await Assertions.Expect(page.GetByText("belum pernah")).ToHaveCountAsync(0);
        Assert.Empty(Troubles);
    }

    [Fact]
    public async Task Somebody_WhoseDeviceHasNoKeyOrIsLocked_IsToldAndCanUseThePassword()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var page = await OpenAsync("/masuk", OnAPhone(portal, "localhost"));
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = false,
                },
            }
        );

        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk dengan kunci sandi" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Dibatalkan, atau waktunya habis. Coba lagi, atau pakai kata sandi.")).ToBeVisibleAsync();
        await KeepPictureAsync(page, "passkey-stopped", fullPage: true);
        await Assertions.Expect(page.GetByLabel("Kata sandi")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task APortal_OpenedByANumber_SaysThatKeysBelongToNames()
    {
        var page = await OpenAsync("/masuk", OnAPhone(Fixture.Portal, "127.0.0.1"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk dengan kunci sandi" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Kunci sandi tidak dapat dipakai di alamat ini.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task ABrowserWithoutPasskeys_SaysSo()
    {
        var page = await OpenAsync("/masuk", OnAPhone(Fixture.Portal, "localhost"));
        await page.EvaluateAsync("() => { delete globalThis.PublicKeyCredential; }");

        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk dengan kunci sandi" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Peramban ini tidak mengenal kunci sandi.")).ToBeVisibleAsync();
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.GotoAsync("/keluar");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Keluar" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Anda sudah keluar" })).ToBeVisibleAsync();
    }

    private static BrowserNewContextOptions OnAPhone(PortalUnderTest portal, string host) =>
        new()
        {
            BaseURL = $"http://{host}:{portal.Address.Port}",
            ViewportSize = new() { Width = 360, Height = 740 },
            IsMobile = true,
            HasTouch = true,
        };
}
