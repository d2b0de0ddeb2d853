using KerjaBhakti.Web.Account;
using PdfSharp.Pdf.IO;

namespace KerjaBhakti.Browser.Tests.Engines;

/// <summary>
/// What a person does in an office, in each engine an office has. Row 1 of the copy is Asisten Pemerintahan: Jatinegara, Palmerah,
/// Pesanggrahan, …
/// </summary>
[Collection(nameof(EngineFixture))]
public class EngineStoryTests(BrowserFixture browsers, EngineFixture engines)
{
    public static TheoryData<Engine> Engines => [.. Enum.GetValues<Engine>()];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task SignIn_OverItsPage_OpensWhatWaits(Engine engine)
    {
        await using var page = await engines.OpenAsync(engine, browsers);
        await page.GoToAsync("/masuk");
        await page.ClickAsync("input[type=email]");
        await page.TypeAsync(BrowserFixture.Secretariat.Email);
        await page.ClickAsync("input[type=password]");
        await page.TypeAsync(DemoAccounts.Password);
        await page.PressAsync("Enter");

        await page.ShowsAsync("h1", "Beranda");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Grid_IsDrawn_InColumnsOfTheSameWidth(Engine engine)
    {
        await using var page = await OpenDraftAsync(engine);

        Assert.InRange(
            await page.EvaluateAsync<double>("() => document.querySelector('.grid-table').getBoundingClientRect().width"),
            900,
            1366
        );
        Assert.InRange(
            await page.EvaluateAsync<double>("() => document.querySelector('.grid-number').getBoundingClientRect().width"),
            24,
            60
        );
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Cell_TypedInto_TakesTheFirstSuggestionIsStoredAndTakenBack(Engine engine)
    {
        await using var page = await OpenDraftAsync(engine);
        await page.ClickAsync(Cell(1, 1));
        await page.TypeAsync("caku");
        await page.PressAsync("Enter");
        await page.ShowsAsync(Cell(1, 1), "Cakung");
        await IsSavedAsync(page);

        await page.PressAsync("Control+z");
        await page.ShowsAsync(Cell(1, 1), "Jatinegara");
        await page.PressAsync("F2", "End");
        await page.TypeAsync("x");
        await page.PressAsync("Escape");
        await page.ShowsAsync(Cell(1, 1), "Jatinegara");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Block_CopiedAndPastedWithKeys_IsThere(Engine engine)
    {
        await using var page = await OpenDraftAsync(engine);
        await page.ClickAsync(Cell(1, 1));
        await page.PressAsync("Shift+ArrowDown", "Shift+ArrowRight");
        Assert.Contains(
            "linear-gradient",
            await page.EvaluateAsync<string>("selector => getComputedStyle(document.querySelector(selector)).backgroundImage", Cell(2, 2)),
            StringComparison.Ordinal
        );
        var block = await TextsAsync(page, (1, 1), (1, 2), (2, 1), (2, 2));
        await page.PressAsync("Control+c");
        await page.ClickAsync(Cell(5, 3));
        await page.PressAsync("Control+v");

        // Names as the annex writes them leave nothing to ask.
        await page.ShowsAsync(".grid-message", "Ditempel: 4 sel.");
        Assert.Equal(block, await TextsAsync(page, (5, 3), (5, 4), (6, 3), (6, 4)));
        await IsSavedAsync(page);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task TextMarkedElsewhere_DoesNotTakeTheClipboardFromTheCell(Engine engine)
    {
        await using var page = await OpenDraftAsync(engine);
        await page.EvaluateAsync<bool>("() => getSelection().selectAllChildren(document.querySelector('h1')) ?? true");
        await page.ClickAsync(Cell(1, 1));
        await page.PressAsync("Control+c", "ArrowDown", "Control+v");

        await page.ReadsAsync(".grid-message", text => text.StartsWith("Ditempel: 1 sel", StringComparison.Ordinal), "what was pasted");
        await page.ShowsAsync(Cell(2, 1), "Jatinegara");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task OpenCell_WhenThePageIsLeft_IsThereAsItStoodOnTheNextVisit(Engine engine)
    {
        await using var page = await OpenDraftAsync(engine);
        var path = await page.EvaluateAsync<string>("() => location.pathname");
        await page.ClickAsync(Cell(1, 1));
        await page.TypeAsync("Koj");
        await page.IsTrueAsync("document.querySelector('.grid-option')");
        await page.GoToAsync("/roster");
        await OpenDraftAsync(page, path);

        await page.ShowsAsync(Cell(1, 1), "Koj");
        await IsSavedAsync(page);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task TwoPeople_InOneCell_BothReadBothTexts(Engine engine)
    {
        await using var mine = await OpenDraftAsync(engine);
        await using var theirs = await engines.OpenAsync(engine, browsers, BrowserFixture.Colleague);
        await OpenDraftAsync(theirs, await mine.EvaluateAsync<string>("() => location.pathname"));
        await theirs.ClickAsync(Cell(1, 1));
        await theirs.TypeAsync("Menteng");

        // The cell is open when the other's text arrives, and what its author saw is the older text.
        await mine.ClickAsync(Cell(1, 1));
        await mine.TypeAsync("Cakung");
        await mine.PressAsync("Enter");
        await IsSavedAsync(mine);
        await theirs.PressAsync("Enter");

        await theirs.ReadsAsync(
            "dialog[open]",
            text => text.Contains("Menteng", StringComparison.Ordinal) && text.Contains("Cakung", StringComparison.Ordinal),
            "both texts"
        );
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Schedule_OnPaper_IsATableAndNotThePhonesCards(Engine engine)
    {
        await using var page = await engines.OpenAsync(engine, browsers);
        await page.GoToAsync("/jadwal/2015");
        using var paper = new MemoryStream(await page.PrintAsync());

        using var document = PdfReader.Open(paper, PdfDocumentOpenMode.Import);
        Assert.InRange(document.PageCount, 1, 9);
    }

    private async Task<IEnginePage> OpenDraftAsync(Engine engine)
    {
        var page = await engines.OpenAsync(engine, browsers, BrowserFixture.Secretariat);
        await OpenDraftAsync(page, $"/roster/jadwal/{await browsers.CreateDraftAsync()}");
        return page;
    }

    private static async Task OpenDraftAsync(IEnginePage page, string path)
    {
        await page.GoToAsync(path);
        await page.IsTrueAsync($"document.querySelectorAll('.grid-table tbody tr').length === {EditorPage.Rows}");
    }

    private static string Cell(int row, int column) => $".grid-table tr[aria-rowindex='{row + 1}'] .grid-cell[data-column='{column}']";

    private static async Task<List<string>> TextsAsync(IEnginePage page, params (int Row, int Column)[] cells)
    {
        var texts = new List<string>();
        foreach (var (row, column) in cells)
        {
            texts.Add(await page.TextAsync(Cell(row, column)));
        }

        return texts;
    }

    private static Task IsSavedAsync(IEnginePage page) => page.ShowsAsync(".grid-save-state", "Semua perubahan tersimpan");
}
