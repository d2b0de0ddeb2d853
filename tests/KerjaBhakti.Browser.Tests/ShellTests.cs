using System.Text.RegularExpressions;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Account;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>
/// The frame of the work screens: the same around component pages, forms and the grid; by keyboard, on a phone, light and dark.
/// </summary>
public class ShellTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private readonly AxeReport axe = new();

    [Fact]
    public async Task Palette_ByKeyboard_GoesFromAFormToAKecamatan()
    {
        var page = await OpenSignedInAsync(BrowserFixture.Secretariat, "/roster/rancangan/baru");
        await page.Keyboard.PressAsync("Control+k");
        await Expect(Field(page)).ToBeFocusedAsync();
        await Expect(Options(page).Filter(new() { HasText = "Buat rancangan 2016" })).ToBeVisibleAsync();

        await page.Keyboard.TypeAsync("jati");
        await Expect(Options(page).First).ToContainTextAsync("Jatinegara");
        await Expect(Options(page).First).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(Options(page).Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(new Regex("/kecamatan/31\\.75\\.03$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Empty(Troubles);
    }

    [Fact]
    public async Task Palette_Escaped_GivesTheFocusBack()
    {
        var page = await OpenSignedInAsync(BrowserFixture.Secretariat, "/kerja");
        var button = page.Locator("[data-palette-open]");
        await button.ClickAsync();
        await page.Keyboard.TypeAsync("zzzz");
        await Expect(page.GetByText("Tidak ada yang cocok dengan 'zzzz'.")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await Expect(Field(page)).ToBeHiddenAsync();
        await Expect(button).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Menu_Folded_StaysFoldedOnTheNextPageWithoutAJump()
    {
        var page = await OpenSignedInAsync(BrowserFixture.Secretariat, "/roster/penggantian");
        var menu = page.GetByRole(AriaRole.Navigation, new() { Name = "Utama" });
        var toggle = page.GetByRole(AriaRole.Button, new() { Name = "Menu lebar" });
        await Expect(toggle).ToHaveAttributeAsync("aria-expanded", "true");
        await toggle.ClickAsync();
        await Expect(toggle).ToHaveAttributeAsync("aria-expanded", "false");

        await menu.GetByRole(AriaRole.Link, new() { Name = "Pejabat" }).ClickAsync();
        await Expect(menu.GetByRole(AriaRole.Link, new() { Name = "Pejabat" })).ToHaveAttributeAsync("aria-current", "page");
        Assert.InRange((await menu.BoundingBoxAsync())!.Width, 40, 60);
        await Expect(toggle).ToHaveAttributeAsync("aria-expanded", "false");
    }

    [Fact]
    public async Task List_ByKeyboard_IsSearchedSortedAndSaidByItsAddress()
    {
        var page = await OpenSignedInAsync(BrowserFixture.Secretariat, "/roster/pejabat");
        var rows = page.Locator(".work-grid-row");
        await Expect(rows.First).ToBeVisibleAsync();
        await IsInteractiveAsync(page);
        var field = page.GetByLabel("Cari", new() { Exact = true });
        await field.FillAsync("asisten");
        await Expect(rows).ToHaveCountAsync(13);
        await page.GetByRole(AriaRole.Button, new() { Name = "Jabatan" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Jabatan urut turun" })).ToBeFocusedAsync();
        await Expect(rows.First).ToContainTextAsync("Asisten Perekonomian");
        await page.IsAtAsync(url => url.EndsWith("/roster/pejabat?cari=asisten&urut=-jabatan", StringComparison.Ordinal));

        await page.ReloadAsync();
        await Expect(rows.First).ToContainTextAsync("Asisten Perekonomian");
        await Expect(rows).ToHaveCountAsync(13);

        await IsInteractiveAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Unduh" }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Menuitem, new() { Name = "Teks (.csv)" }).ClickAsync()
        );
        Assert.Equal("Daftar pejabat.csv", download.SuggestedFilename);
        Assert.Equal(14, (await File.ReadAllLinesAsync(await download.PathAsync(), Cancellation)).Length);
        Assert.Empty(Troubles);
    }

    [Fact]
    public async Task List_ByArrows_GoesFromRowToRow()
    {
        var page = await OpenSignedInAsync(BrowserFixture.Secretariat, "/roster/pejabat?cari=asisten");
        var links = page.Locator(".work-grid-row a");
        await IsInteractiveAsync(page);
        await links.First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(links.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(links.First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Asisten");
    }

    [Fact]
    public async Task SignIn_EndedInAnotherTab_IsSaidOnTheOpenPage()
    {
        var page = await OpenSignedInAsync(BrowserFixture.Secretariat, "/kerja");
        await IsInteractiveAsync(page);
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/keluar");
        await other.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Keluar" }).ClickAsync();

        await Expect(page.GetByText("Anda tidak masuk lagi")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Masuk lagi" }).ClickAsync();
        await page.IsAtAsync(url => url.Contains("/masuk?kembali=%2Fkerja", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(360)]
    [InlineData(820)]
    [InlineData(1366)]
    [InlineData(1920)]
    public async Task Frame_AtEveryWidth_HasRoomForThePage(int width)
    {
        var draft = await Fixture.CreateDraftAsync();
        var page = await OpenSignedInAsync(
            BrowserFixture.Secretariat,
            "/kerja",
            new()
            {
                ViewportSize = new() { Width = width, Height = 768 },
            }
        );
        foreach (var path in new[] { "/kerja", "/roster", "/roster/pejabat", "/roster/penggantian", $"/roster/jadwal/{draft}" })
        {
            await page.GotoAsync(path);
            Assert.True(
                await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                $"{path} scrolls sideways."
            );
            Assert.Equal(48, await page.EvaluateAsync<int>("() => document.querySelector('.work-bar').offsetHeight"));
            Assert.InRange(
                await page.EvaluateAsync<int>("() => document.querySelector('main').clientWidth"),
                width < 768 ? width - 1 : width - 260,
                width
            );
            await KeepPictureAsync(page, $"shell-{path[1..].Split('/')[^1]}-{width}");
        }
    }

    [Theory]
    [InlineData("/roster/pejabat")]
    [InlineData("/roster/minggu")]
    public async Task Focus_ByTab_IsSeenOnEverythingItReaches(string path)
    {
        var page = await OpenSignedInAsync(BrowserFixture.Secretariat, path);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        var unseen = new List<string>();
        for (var step = 0; step < 30; step++)
        {
            await page.Keyboard.PressAsync("Tab");

            // Fields of the library draw their border thicker instead.
            var name = await page.EvaluateAsync<string?>(
                """
                () => {
                    const node = document.activeElement;
                    const isSeen = node === document.body || node.closest('.mud-input') || getComputedStyle(node).outlineStyle === 'solid';
                    return isSeen ? null : `${node.tagName} ${node.textContent.trim()}`;
                }
                """
            );
            if (name is not null)
            {
                unseen.Add(name);
            }
        }

        Assert.Empty(unseen);
    }

    [Fact]
    public async Task Card_OfARow_HasItsValuesBelowEachOther_TheLastToo_AndNoHeadingOverThem()
    {
        var page = await OpenSignedInAsync(
            BrowserFixture.Secretariat,
            "/roster",
            new()
            {
                ViewportSize = new() { Width = 360, Height = 780 },
            }
        );
        await Expect(page.Locator(".work-grid-row").First).ToBeVisibleAsync();
        await KeepPictureAsync(page, "cards-360");

        // Where each value begins, and how many pixels its heading reaches into it.
        var values = await page.EvaluateAsync<double[][]>(
            """
            () => [...document.querySelectorAll('.work-grid-row:first-child td:not(.is-main)')].filter(cell =>
                cell.checkVisibility()
            ).map(cell => {
                const range = document.createRange();
                range.selectNodeContents(cell);
                const left = Math.min(...[...range.getClientRects()].filter(box => box.width > 0).map(box => box.left));
                const heading = getComputedStyle(cell, '::before');
                return [Math.round(left), cell.getBoundingClientRect().left + parseFloat(heading.width) - left];
            })
            """
        );
        Assert.InRange(values.Length, 4, 10);
        Assert.Single(values.Select(value => value[0]).Distinct());
        Assert.All(values, value => Assert.InRange(value[1], -100, 0));
    }

    [Fact]
    public async Task Grid_OnAnOfficeLaptop_BeginsHighAndShowsEighteenRows()
    {
        // A row counts from its first line on: labels of four lines are cut by the edge.
        var page = (await OpenNewDraftAsync()).Page;
        var (top, rows) = (
            await page.EvaluateAsync<double>("() => document.querySelector('[role=grid] tbody tr').getBoundingClientRect().top"),
            await page.EvaluateAsync<int>(
                """
                () => {
                    const frame = document.querySelector('.grid-frame').getBoundingClientRect();
                    return [...document.querySelectorAll('[role=grid] tbody tr')].map(row => row.getBoundingClientRect())
                        .filter(row => row.top >= frame.top && row.top + 16 <= Math.min(frame.bottom, innerHeight)).length;
                }
                """
            )
        );

        Assert.InRange(top, 48, 160);
        Assert.InRange(rows, 18, 40);
    }

    [Fact]
    public async Task ComponentPages_HaveNoViolation()
    {
        var page = await OpenSignedInAsync(BrowserFixture.Secretariat, "/kerja");
        await IsInteractiveAsync(page);
        await axe.CheckAsync(page, "start page");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("cak");
        await Expect(Options(page).First).ToContainTextAsync("Cakung");
        await axe.CheckAsync(page, "palette");
        await page.GotoAsync("/roster");
        await IsInteractiveAsync(page);
        await axe.CheckAsync(page, "schedules");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kolom" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Menuitemcheckbox).First).ToBeVisibleAsync();
        await axe.CheckAsync(page.Locator(".mud-popover-open"), "choice of columns");
        await page.GotoAsync("/roster/pejabat?cari=tidak-ada");
        await IsInteractiveAsync(page);
        await axe.CheckAsync(page, "officials, none found");
        axe.AssertNone();
        Assert.Empty(Troubles);
    }

    [Fact]
    public async Task AuditTrailAndHospital_HaveNoViolation()
    {
        var inspector = DemoAccounts.All.Single(account => account.Role == PortalRoles.Inspektorat);
        var page = await OpenSignedInAsync(inspector, "/audit");
        await IsInteractiveAsync(page);
        await axe.CheckAsync(page, "audit trail");
        await page.GetByRole(AriaRole.Button, new() { Name = "Buka kalender Dari tanggal" }).ClickAsync();
        await Expect(page.Locator(".mud-picker-calendar-content").First).ToBeVisibleAsync();
        await axe.CheckAsync(page.Locator(".mud-popover-open"), "calendar");

        var finance = DemoAccounts.All.First(account => account.Role == PortalRoles.KeuanganRsud);
        var hospital = await OpenSignedInAsync(finance, "/kerja");
        await IsInteractiveAsync(hospital);
        await axe.CheckAsync(hospital, "start page of the hospital");
        axe.AssertNone();
        Assert.Empty(Troubles);
    }

    /// <summary>The circuit draws the parts above the page, which the server does not.</summary>
    internal static Task IsInteractiveAsync(IPage page) =>
        Expect(page.GetByRole(AriaRole.Region, new() { Name = "Pilihan dan kalender" })).ToBeAttachedAsync();

    private static ILocator Field(IPage page) => page.GetByLabel("Cari halaman, jabatan, kecamatan, atau perintah");

    private static ILocator Options(IPage page) => page.Locator(".palette [role=option]");
}
