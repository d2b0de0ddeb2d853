using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Text;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Roster.Editor;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>Pasting from a spreadsheet: what goes in at once, what is asked, and that no cell is written that was not copied.</summary>
public class PasteTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task Paste_OfNamesOnly_GoesInAtOnce_AndIsTakenBackAsOne()
    {
        var editor = await OpenGridAsync();
        await editor.SelectAsync(1, 1);
        await editor.PasteAsync("Cakung\tCiracas\r\nGambir\tmenteng\r\n");

        await Expect(editor.Message).ToHaveTextAsync("Ditempel: 3 sel; 1 sel tidak berubah.");
        await Expect(editor.Dialog).ToHaveCountAsync(0);
        await editor.ShowsAsync(2, 2, "Menteng");
        await editor.PressAsync("Control+z");
        await Expect(editor.Message).ToHaveTextAsync("Dibatalkan: tempel 3 sel");
        await ShowsRowsAsync(editor, "Gambir Gambir Gambir", "Gambir Gambir Gambir", "Gambir Gambir Gambir");
    }

    [Fact]
    public async Task Paste_WithItsHead_IsAskedAbout_AndGoesWhereTheHeadSays()
    {
        var editor = await OpenGridAsync();
        await editor.SelectAsync(1, 1);
        await editor.PasteAsync("No.\tBulan 2\tBulan 3\r\n1\tCakung\tCiracas\r\n2\tMenteng\tSenen\r\n");
        await Expect(editor.Dialog).ToContainTextAsync("Baris pertama adalah judul kolom?");
        await Expect(editor.Dialog).ToContainTextAsync("No., Bulan 2, Bulan 3");
        await editor.PressAsync("Enter");

        await ShowsRowsAsync(editor, "Gambir Cakung Ciracas", "Gambir Menteng Senen", "Gambir Gambir Gambir");
        await Expect(editor.Message).ToHaveTextAsync("Ditempel: 4 sel.");
    }

    [Fact]
    public async Task AnOpenedDraft_HasTheFocus_SoThatAPasteIntoAnEmptyOneWorksAtOnce()
    {
        var page = await OpenAsync("/");
        var editor = await ScriptedGrid.MakeAsync(page, ScriptedGrid.Document([], 2));
        await Expect(page.Locator(".grid-empty button").First).ToBeFocusedAsync();
        await editor.PasteAsync("Dinas Baru\tCakung\tMenteng\r\n");
        await Expect(editor.Dialog).ToContainTextAsync("tambah 1 baris");
        await editor.PressAsync("Enter");
        await editor.ShowsAsync(1, 2, "Menteng");
    }

    [Fact]
    public async Task TheMessage_IsOfTheLastThingThatHappened_AndAColumnSaysHowManyCellsItHas()
    {
        var editor = await OpenGridAsync();
        await editor.Page.Locator(".grid-header.grid-month").First.ClickAsync();
        await Expect(editor.Message).ToHaveTextAsync("3 × 1 sel dipilih");
        await editor.WriteAsync(1, 1, "Cakung");
        await editor.ShowsAsync(1, 1, "Cakung");
        await Expect(editor.Message).ToBeEmptyAsync();
    }

    [Fact]
    public async Task Paste_WithAnAliasAndAnUnknownName_ShowsEveryVerdict_UnknownFirst()
    {
        var editor = await OpenGridAsync();
        await editor.SelectAsync(1, 1);
        await editor.PasteAsync("Gambir\tpulo gadung\tMentng\r\nCakung\tMentng\tCiracas\r\n");

        await Expect(editor.Dialog.Locator(".grid-verdicts li"))
            .ToHaveTextAsync(["✕2 tidak dikenal", "▲1 alias", "✓2 diterima", "=1 tidak berubah"]);
        var lines = editor.Dialog.Locator("tbody tr");
        await Expect(lines).ToHaveCountAsync(3);
        await Expect(lines.Nth(0)).ToContainTextAsync("Baris 1, Bulan 3GambirMentng");
        await Expect(lines.Nth(1)).ToContainTextAsync("Baris 2, Bulan 2GambirMentng");
        await Expect(lines.Nth(2))
            .ToContainTextAsync("Baris 1, Bulan 2GambirPulo Gadung▲Alias dari Pulogadung, disimpan seperti tertulis; atau tulisPulogadung");
        await editor.Dialog.GetByLabel("Hanya yang perlu perhatian").UncheckAsync();
        await Expect(lines).ToHaveCountAsync(6);
    }

    [Fact]
    public async Task Paste_ANearNameChosen_IsWrittenWhereverTheTextStands_AndEnterPastes()
    {
        var editor = await OpenGridAsync();
        await editor.SelectAsync(1, 1);
        await editor.PasteAsync("Mentng\tpulo gadung\r\nMentng\tBogor Utara\r\n");
        await editor.Dialog.GetByRole(AriaRole.Button, new() { Name = "Menteng", Exact = true }).First.ClickAsync();
        await Expect(editor.Dialog.Locator(".grid-preview-status")).ToHaveTextAsync("2 sel berisi 'Mentng' menjadi Menteng.");
        await Expect(editor.Dialog.Locator(".grid-verdicts li").First).ToHaveTextAsync("✕1 tidak dikenal");
        await editor.Dialog.GetByRole(AriaRole.Heading).FocusAsync();
        await editor.PressAsync("Enter");

        await ShowsRowsAsync(editor, "Menteng Pulo_Gadung Gambir", "Menteng Bogor_Utara Gambir", "Gambir Gambir Gambir");
        await Expect(editor.Message).ToHaveTextAsync("Ditempel: 4 sel.");
        await editor.IsActiveAsync(1, 1);
        await Expect(editor.Active).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Paste_EscapedFrom_ChangesNothingAndGivesTheFocusBack()
    {
        var editor = await OpenGridAsync();
        await editor.SelectAsync(2, 2);
        await editor.PasteAsync("Mentng\tCakung");
        await Expect(editor.Dialog).ToBeVisibleAsync();
        await editor.PressAsync("Escape");

        await Expect(editor.Dialog).ToHaveCountAsync(0);
        await Expect(editor.Active).ToBeFocusedAsync();
        await editor.IsActiveAsync(2, 2);
        Assert.Empty(await editor.SentAsync());
    }

    [Theory]
    [InlineData("Cakung", "Cakung Gambir Gambir", "Gambir Gambir Gambir")]
    [InlineData("Cakung\n", "Cakung Gambir Gambir", "Gambir Gambir Gambir")]
    [InlineData("Cakung\r\n", "Cakung Gambir Gambir", "Gambir Gambir Gambir")]
    [InlineData("Cakung\tCiracas\r\n", "Cakung Ciracas Gambir", "Gambir Gambir Gambir")]
    [InlineData("Cakung\r\nCiracas\r\n", "Cakung Gambir Gambir", "Ciracas Gambir Gambir")]
    [InlineData("\"Kepulauan\nSeribu\tUtara\"\tCiracas\n", "Kepulauan_Seribu_Utara Ciracas Gambir", "Gambir Gambir Gambir")]
    [InlineData("Cakung\tCiracas\r\nMenteng", "Cakung Ciracas Gambir", "Menteng Gambir Gambir")]
    public async Task Paste_OfAnyLineEnd_WritesTheCellsThatWereCopiedAndNoOther(string text, string first, string second)
    {
        var editor = await OpenGridAsync();
        await editor.SelectAsync(1, 1);
        await editor.PasteAsync(text);

        await Expect(editor.Dialog).ToHaveCountAsync(0);
        await ShowsRowsAsync(editor, first, second, "Gambir Gambir Gambir");
    }

    [Fact]
    public async Task Paste_OfARangeWithEmptyCells_SaysHowManyItClears_AndClearsThem()
    {
        var editor = await OpenGridAsync();
        await editor.SelectAsync(1, 1);
        await editor.PasteAsync("Cakung\t\t\r\n\tCiracas\tMenteng\r\n\r\n");

        await Expect(editor.Dialog.Locator(".grid-verdicts li")).ToHaveTextAsync(["○4 dikosongkan", "✓3 diterima"]);
        await editor.PressAsync("Enter");
        await ShowsRowsAsync(editor, "Cakung - -", "- Ciracas Menteng", "- Gambir Gambir");
    }

    [Fact]
    public async Task Copy_OfAColumnThatEndsEmpty_PastesAsItStands()
    {
        var editor = await OpenGridAsync();
        await editor.SelectAsync(2, 1);
        await editor.PressAsync("Delete", "ArrowUp", "Shift+ArrowDown");
        var text = await editor.CopyAsync();
        await editor.SelectAsync(1, 3);
        await editor.PasteAsync(text);
        await editor.PressAsync("Enter");

        await ShowsRowsAsync(editor, "Gambir Gambir Gambir", "- Gambir -", "Gambir Gambir Gambir");
    }

    [Fact]
    public async Task Paste_OneCellIntoASelection_FillsItAndNothingElse()
    {
        var editor = await OpenGridAsync();
        await editor.SelectAsync(1, 1);
        await editor.PressAsync("Shift+ArrowDown", "Shift+ArrowRight");
        await editor.PasteAsync("Cakung\r\n");

        await ShowsRowsAsync(editor, "Cakung Cakung Gambir", "Cakung Cakung Gambir", "Gambir Gambir Gambir");
    }

    [Fact]
    public async Task Paste_OfTextThatFitsNowhere_SaysWhy()
    {
        var rows = ScriptedGrid.Rows(3, 3).ToList();
        rows[1] = rows[1] with
        {
            Region = new GridRegion("31.75", "Kota Administrasi Jakarta Timur"),
            Cells = Enumerable.Repeat(string.Empty, 3),
        };
        var editor = await OpenGridAsync(rows);
        await editor.SelectAsync(1, 0);
        await editor.PasteAsync("Menteng\tCakung\tCakung\tCakung\tCakung\r\n\tCakung\tCakung\tCakung\tCakung\r\n");

        foreach (
            var reason in new[]
            {
                "nama kecamatan, bukan jabatan",
                "jabatan tidak boleh kosong",
                "baris wilayah tidak berbulan",
                "di luar bulan terakhir",
            }
        )
        {
            await Expect(editor.Dialog.Locator("tbody")).ToContainTextAsync($"Tidak muat: {reason}");
        }

        await editor.PressAsync("Enter");
        await editor.ShowsAsync(1, 0, "Dinas 1");
        await editor.ShowsAsync(1, 3, "Cakung");
        await editor.ShowsAsync(2, 0, "Dinas 2");
        await editor.ShowsAsync(2, 1, "Kota Administrasi Jakarta Timur");
    }

    [Theory]
    [InlineData("Tempel dan tambah 2 baris", 5)]
    [InlineData("Tempel yang muat saja", 3)]
    [InlineData("Batal", 3)]
    public async Task Paste_LongerThanTheTable_AsksBeforeItAddsRows(string answer, int rows)
    {
        var editor = await OpenGridAsync();
        await editor.SelectAsync(3, 0);
        await editor.PasteAsync("Dinas Tiga\tCakung\r\nDinas Empat\tCiracas\r\nDinas Lima\t\r\n");
        await Expect(editor.Dialog).ToContainTextAsync("2 baris melewati akhir tabel yang kini memuat 3 baris.");
        await editor.Dialog.GetByRole(AriaRole.Button, new() { Name = answer }).ClickAsync();

        await Expect(editor.Lines).ToHaveCountAsync(rows);
        await editor.ShowsAsync(3, 0, answer == "Batal" ? "Dinas 3" : "Dinas Tiga");
        if (rows == 5)
        {
            await editor.ShowsAsync(4, 1, "Ciracas");
            await editor.ShowsAsync(5, 0, "Dinas Lima");
            await editor.PressAsync("Control+z");
            await Expect(editor.Message).ToHaveTextAsync("Dibatalkan: tempel 5 sel dan 2 baris baru");
            await Expect(editor.Lines).ToHaveCountAsync(3);
            await editor.ShowsAsync(3, 0, "Dinas 3");
        }
    }

    [Fact]
    public async Task Paste_IntoATableWithoutRows_MakesThem_RegionRowsToo()
    {
        var editor = await OpenGridAsync([]);
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Tambah baris" }).Last.FocusAsync();
        await editor.PasteAsync("Dinas Satu\tCakung\tCiracas\tMenteng\r\nWalikota\tKota Administrasi Jakarta Timur\t\t\r\n");
        await editor.PressAsync("Enter");

        await Expect(editor.Lines).ToHaveCountAsync(2);
        await editor.ShowsAsync(1, 3, "Menteng");
        await editor.ShowsAsync(2, 0, "Walikota");
        await Expect(editor.Cell(2, 1)).ToHaveAttributeAsync("colspan", "3");
    }

    [Fact]
    public async Task Paste_OfMoreRowsThanAScheduleHolds_SaysHowManyAreLeftOut()
    {
        var editor = await OpenGridAsync(ScriptedGrid.Rows(998, 1));
        await editor.SelectAsync(998, 0);
        await editor.PasteAsync(string.Join("\r\n", Enumerable.Range(1, 10).Select(number => $"Biro {number}")));

        await Expect(editor.Dialog)
            .ToContainTextAsync("7 baris terakhir tidak dapat ditempel: satu jadwal memuat paling banyak 1000 baris.");
        await editor.PressAsync("Enter");
        await Expect(editor.Lines).ToHaveCountAsync(1000);
    }

    [Fact]
    public async Task Paste_IntoADraft_StoresWhatThePreviewSaid()
    {
        var editor = await OpenNewDraftAsync();
        await editor.SelectAsync(1, 1);
        await editor.PasteAsync("Mentng\tpulo gadung\r\nCakung\tCiracas\r\n");
        await KeepPictureAsync(editor.Page, "paste-preview");
        await editor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await KeepPictureAsync(editor.Page, "paste-preview-dark");
        var axe = new AxeReport();
        await axe.CheckAsync(editor.Dialog, "paste preview");
        axe.AssertNone();
        await editor.Dialog.GetByRole(AriaRole.Button, new() { Name = "Menteng", Exact = true }).ClickAsync();
        await editor.Dialog.GetByRole(AriaRole.Button, new() { Name = "Tempel 4 sel" }).ClickAsync();
        await editor.IsSavedAsync();
        await editor.Page.ReloadAsync();

        await editor.ShowsAsync(1, 1, "Menteng");
        await editor.ShowsAsync(1, 2, "Pulo Gadung");
        await editor.ShowsAsync(2, 1, "Cakung");
    }

    /// <summary>Every name and alias of the seed, and each of them as it may be written: the browser's verdict is the server's.</summary>
    [Fact]
    public async Task Verdict_OfEveryNameAliasAndMisspelling_IsTheServers()
    {
        var page = (await OpenGridAsync()).Page;
        string[] texts =
        [
            .. Seed.Gazetteer.Kecamatan.SelectMany(item => item.Aliases.Prepend(item.Name)).SelectMany(WaysToWrite).Distinct(),
        ];
        var verdicts = await page.EvaluateAsync<string[]>(
            """
            async ([texts, kecamatan]) => {
                const { Register } = await import('/grid/suggest.js');
                const register = new Register(JSON.parse(kecamatan), []);
                return texts.map(text => {
                    const named = register.named(text);
                    return named ? `${named.code} ${named.spelling === named.name}` : register.nearest(text).join(', ');
                });
            }
            """,
            new object[] { texts, ScriptedGrid.NamesAsJson }
        );

        Assert.True(texts.Length > 1000);
        Assert.Equal(texts.Select(text => (text, VerdictOf(text))), texts.Zip(verdicts));
    }

    private static string VerdictOf(string text) =>
        Seed.Gazetteer.FindByName(text) is { } kecamatan
            ? $"{kecamatan.Code} {(Spelling.Key(kecamatan.Name) == PlaceNames.Plain(Spelling.Key(text)) ? "true" : "false")}"
            : string.Join(", ", Seed.Gazetteer.Nearest(text).Select(item => item.Name));

    /// <summary>
    /// As printed, in other cases and with other spaces, with one letter less, doubled, swapped or another, cut short, and with two letters
    /// wrong.
    /// </summary>
    private static IEnumerable<string> WaysToWrite(string name)
    {
        yield return name;
        yield return name.ToUpperInvariant();
        yield return name.ToLowerInvariant();
        yield return $"\u00a0 {name.Replace(" ", "\t\u2003 ", StringComparison.Ordinal)}\u0085\r\n";
        yield return name.Replace(" ", string.Empty, StringComparison.Ordinal);
        yield return $"Kec. {name}";
        for (var at = 0; at < name.Length; at++)
        {
            yield return name.Remove(at, 1);
            yield return name.Insert(at, name[at..(at + 1)]);
            yield return string.Concat(name.AsSpan(0, at), "x", name.AsSpan(at + 1));
            yield return $"{name[..at]}ß{name[at..]}ı";
            if (at > 0)
            {
                yield return name[..at];
                yield return string.Concat(name.AsSpan(0, at - 1), name.AsSpan(at, 1), name.AsSpan(at - 1, 1), name.AsSpan(at + 1));
            }
        }
    }

    /// <summary>The months of each row, between spaces; an underscore stands for a space, a dash for an empty cell.</summary>
    private static async Task ShowsRowsAsync(EditorPage editor, params string[] rows)
    {
        foreach (var (row, texts) in rows.Index())
        {
            foreach (var (month, text) in texts.Split(' ').Index())
            {
                await editor.ShowsAsync(row + 1, month + 1, text == "-" ? string.Empty : text.Replace('_', ' '));
            }
        }
    }

    private async Task<EditorPage> OpenGridAsync(IEnumerable<GridRow>? rows = null)
    {
        var page = await OpenAsync("/jadwal");
        return await ScriptedGrid.MakeAsync(page, ScriptedGrid.Document(rows ?? ScriptedGrid.Rows(3, 3), 3));
    }
}
