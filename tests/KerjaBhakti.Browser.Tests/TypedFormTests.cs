using KerjaBhakti.Web.Account;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>Words, reasons and the note for initials: stored while they are typed, and never lost.</summary>
public class TypedFormTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Opening = "Pembukaan";

    [Fact]
    public async Task Words_Typed_AreStoredWithoutAButton_ShownOnTheSheet_AndUndone()
    {
        var page = await OpenWordsAsync();
        var before = await page.GetByLabel(Opening).InputValueAsync();
        await page.GetByLabel(Opening).FillAsync("Dalam rangka kebersihan kota :");
        await Expect(page.Locator(".sheet")).ToContainTextAsync("Dalam rangka kebersihan kota :");
        await IsStoredAsync(page);
        await page.ReloadAsync();
        await Expect(page.GetByLabel(Opening)).ToHaveValueAsync("Dalam rangka kebersihan kota :");

        await page.GetByLabel(Opening).FillAsync("Lain sekali");
        await IsStoredAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Urungkan" }).ClickAsync();
        await Expect(page.GetByLabel(Opening)).ToHaveValueAsync("Dalam rangka kebersihan kota :");
        await IsStoredAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ulangi" }).ClickAsync();
        await Expect(page.GetByLabel(Opening)).ToHaveValueAsync("Lain sekali");
        await page.GetByRole(AriaRole.Button, new() { Name = "Urungkan" }).ClickAsync();
        await IsStoredAsync(page);
        await page.ReloadAsync();
        await Expect(page.GetByLabel(Opening)).ToHaveValueAsync("Dalam rangka kebersihan kota :");
        Assert.NotEqual(before, await page.GetByLabel(Opening).InputValueAsync());
        Assert.Empty(Troubles);
        await KeepPictureAsync(page, "words", fullPage: true);
    }

    [Fact]
    public async Task Dicta_AreLabelledByTheirOrdinals_MovedAddedAndRemoved()
    {
        var page = await OpenWordsAsync();
        var first = await page.GetByLabel("KESATU", new() { Exact = true }).InputValueAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Turunkan diktum KESATU" }).ClickAsync();
        await Expect(page.GetByLabel("KEDUA", new() { Exact = true })).ToHaveValueAsync(first);
        await page.GetByRole(AriaRole.Button, new() { Name = "Tambah diktum" }).ClickAsync();
        await page.Keyboard.TypeAsync("Menjaga alat.");
        await Expect(page.GetByLabel("KEEMPAT", new() { Exact = true })).ToHaveValueAsync("Menjaga alat.");
        await Expect(page.Locator(".sheet [data-shows-dicta] dd")).ToHaveCountAsync(4);
        await page.GetByRole(AriaRole.Button, new() { Name = "Hapus diktum KETIGA" }).ClickAsync();
        await IsStoredAsync(page);

        await page.ReloadAsync();
        await Expect(page.GetByLabel("KEDUA", new() { Exact = true })).ToHaveValueAsync(first);
        await Expect(page.GetByLabel("KETIGA", new() { Exact = true })).ToHaveValueAsync("Menjaga alat.");
        await Expect(page.GetByLabel("KEEMPAT", new() { Exact = true })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Words_TypedAfterTheSignInExpired_AreThereAndStoredAfterSigningInAgain()
    {
        var page = await OpenWordsAsync();
        await page.Context.ClearCookiesAsync(new() { Name = "kerjabhakti" });
        await page.GetByLabel("Kepada").FillAsync("Para Kepala Dinas");
        await page.GetByRole(AriaRole.Link, new() { Name = "Masuk lagi" }).ClickAsync();

        await page.GetByLabel("Alamat surel").FillAsync(BrowserFixture.Secretariat.Email);
        await page.GetByLabel("Kata sandi").FillAsync(DemoAccounts.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk", Exact = true }).ClickAsync();

        await Expect(page.GetByLabel("Kepada")).ToHaveValueAsync("Para Kepala Dinas");
        await Expect(page.GetByText("Isian yang belum tersimpan dari")).ToBeVisibleAsync();
        await IsStoredAsync(page);
        Assert.Equal(0, await page.EvaluateAsync<int>("() => localStorage.length"));
    }

    [Fact]
    public async Task Words_ThatSomebodyElseTypedMeanwhile_AreNotOverwritten_AndOtherFieldsAreMerged()
    {
        var page = await OpenWordsAsync();
        var colleague = await OpenSignedInAsync(BrowserFixture.Colleague, new Uri(page.Url).AbsolutePath);
        await colleague.GetByLabel("Penutup").FillAsync("Penutup rekan.");
        await colleague.GetByLabel("Kepada").FillAsync("Kepada dari rekan");
        await IsStoredAsync(colleague);

        await page.GetByLabel("Ditetapkan di").FillAsync("Kepulauan Seribu");
        await page.GetByLabel("Kepada").FillAsync("Kepada dari saya");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("orang lain menulis “Kepada dari rekan”");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan tulisan saya" }).ClickAsync();
        await IsStoredAsync(page);

        await page.ReloadAsync();
        await Expect(page.GetByLabel("Penutup")).ToHaveValueAsync("Penutup rekan.");
        await Expect(page.GetByLabel("Ditetapkan di")).ToHaveValueAsync("Kepulauan Seribu");
        await Expect(page.GetByLabel("Kepada")).ToHaveValueAsync("Kepada dari saya");
    }

    [Fact]
    public async Task Words_WithoutConnection_AreKept_AskedForOnLeaving_AndStoredWhenItIsBack()
    {
        var page = await OpenWordsAsync();
        await page.Context.SetOfflineAsync(true);
        await page.GetByLabel(Opening).FillAsync("Ditulis tanpa sambungan");
        await Expect(page.Locator("[data-typed-state]")).ToContainTextAsync("Isian Anda aman di perangkat ini.");
        var asked = new TaskCompletionSource<string>();
        page.Dialog += (_, dialog) => asked.TrySetResult(dialog.Type);
        await page.EvaluateAsync("() => { location.href = '/roster'; }");
        Assert.Equal("beforeunload", await asked.Task.WaitAsync(TimeSpan.FromMilliseconds(BrowserFixture.Patience), Cancellation));

        // Stored by the page that is opened, or by the one that was left, as soon as the line is back.
        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync(words);
        await Expect(page.GetByLabel(Opening)).ToHaveValueAsync("Ditulis tanpa sambungan");
        await Expect(page.Locator("[data-typed-state]")).ToHaveAttributeAsync("data-state", "saved");
        await page.EvaluateAsync("() => localStorage.clear()");
        await page.ReloadAsync();
        await Expect(page.GetByLabel(Opening)).ToHaveValueAsync("Ditulis tanpa sambungan");
    }

    [Fact]
    public async Task Reasons_AndTheNote_AreStoredWhileTyped_AndSubmittedWithoutAStalePage()
    {
        var id = await Fixture.CreateDraftAsync();
        var page = await OpenSignedInAsync(BrowserFixture.Secretariat, $"/roster/jadwal/{id}/penetapan");
        var uneven = page.Locator("form[data-reasons]").First;
        var open = int.Parse(
            await page.Locator("[data-all-open]").TextContentAsync() ?? "",
            System.Globalization.CultureInfo.InvariantCulture
        );
        var count = await uneven.GetByRole(AriaRole.Checkbox).CountAsync();
        await uneven.GetByLabel("Alasan untuk yang dicentang").FillAsync("Jabatan lebih banyak daripada kecamatan.");
        await Expect(uneven.Locator("[data-typed-state]")).ToHaveTextAsync(Stored);
        await Expect(page.Locator("[data-all-open]")).ToHaveTextAsync($"{open - count}");
        await page.GetByLabel("Catatan untuk pemaraf").FillAsync("Mohon paraf hari ini.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajukan Rancangan 2016" }).ClickAsync();

        await Expect(page.GetByText("Rancangan diajukan.")).ToBeVisibleAsync();
        await Expect(page.Locator(".timeline")).ToContainTextAsync("Mohon paraf hari ini.");
        await Expect(page.GetByText("Alasan: Jabatan lebih banyak daripada kecamatan.")).ToHaveCountAsync(count);
        Assert.Empty(Troubles);
    }

    private static readonly System.Text.RegularExpressions.Regex Stored = new(
        @"^Tersimpan \d\d\.\d\d$",
        System.Text.RegularExpressions.RegexOptions.None,
        TimeSpan.FromSeconds(1)
    );

    private string words = "";

    private static Task IsStoredAsync(IPage page) => Expect(page.Locator("[data-typed-state]")).ToHaveTextAsync(Stored);

    private async Task<IPage> OpenWordsAsync()
    {
        words = $"/roster/jadwal/{await Fixture.CreateDraftAsync()}/naskah";
        return await OpenSignedInAsync(BrowserFixture.Secretariat, words);
    }
}
