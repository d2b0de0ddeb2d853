using KerjaBhakti.Benchmarks.Portal;
using Microsoft.Playwright;

namespace KerjaBhakti.Benchmarks.Editing;

/// <summary>
/// Two pages of a real browser with the same draft: one types, one watches. The times are taken inside the pages, so the remote control of
/// the browser is not in them; both read the clock of this machine.
/// </summary>
internal sealed class EditingBrowser : IAsyncDisposable
{
    /// <summary>How many of the first rotating rows it writes into; they fit on the screen.</summary>
    public const int Rows = 8;

    private const string NoteStored = """
        () => {
          const status = document.querySelector('.grid-save-state');
          let pressed = 0;
          window.stored = new Promise(() => {});
          addEventListener('keydown', event => {
            if (event.key === 'Enter') {
              pressed = performance.timeOrigin + event.timeStamp;
              window.stored = new Promise(resolve => { window.resolveStored = resolve; });
            }
          }, true);
          new MutationObserver(() => {
            if (pressed && status.dataset.state === 'saved') {
              window.resolveStored([pressed, performance.timeOrigin + performance.now()]);
              pressed = 0;
            }
          }).observe(status, { attributes: true, attributeFilter: ['data-state'] });
        }
        """;

    private const string NoteShown = """
        ([row, column, text]) => {
          const line = document.querySelector(`tr[data-row="${row}"]`);
          window.shown = new Promise(resolve => {
            const observer = new MutationObserver(() => {
              if (line.querySelector(`[data-column="${column}"]`).textContent === text) {
                observer.disconnect();
                resolve(performance.timeOrigin + performance.now());
              }
            });
            observer.observe(line, { subtree: true, childList: true, characterData: true });
          });
        }
        """;

    private static readonly string[] ProgramNames = ["chromium", "chromium-browser", "google-chrome"];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly IPage typing;
    private readonly IPage watching;
    private readonly IReadOnlyList<string> rows;
    private int edits;

    private EditingBrowser(IPlaywright playwright, IBrowser browser, IPage typing, IPage watching, IReadOnlyList<string> rows)
    {
        this.playwright = playwright;
        this.browser = browser;
        this.typing = typing;
        this.watching = watching;
        this.rows = rows;
    }

    /// <summary>Starts the system's Chromium and opens the draft in both pages.</summary>
    public static async Task<EditingBrowser> OpenAsync(Uri portal, Guid draft)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = FindChromium(), Args = ["--no-sandbox", "--disable-gpu"] }
        );
        var typing = await OpenPageAsync(browser, portal, draft);
        var watching = await OpenPageAsync(browser, portal, draft);
        await typing.EvaluateAsync(NoteStored);
        var rows = await typing.EvaluateAsync<string[]>(
            "count => [...document.querySelectorAll('tr[data-row]:not(:has(.grid-region))')].slice(0, count).map(row => row.dataset.row)",
            Rows
        );
        return new EditingBrowser(playwright, browser, typing, watching, rows);
    }

    /// <summary>Writes another kecamatan into a cell and waits until it is stored and the other page shows it.</summary>
    /// <returns>Milliseconds from the press of Enter.</returns>
    public async Task<(double Stored, double ShownToOther)> EditAsync()
    {
        var row = rows[edits % rows.Count];
        var column = 1 + (edits / rows.Count % 8);
        var cell = typing.Locator($"tr[data-row='{row}'] [data-column='{column}']");
        await cell.ClickAsync();
        var text = await cell.TextContentAsync() == "Menteng" ? "Gambir" : "Menteng";
        edits++;
        await typing.Keyboard.TypeAsync(text);
        await watching.EvaluateAsync(NoteShown, new object[] { row, column, text });
        await typing.Keyboard.PressAsync("Enter");
        var stored = await typing.EvaluateAsync<double[]>("() => window.stored");
        var shown = await watching.EvaluateAsync<double>("() => window.shown");
        await Task.Delay(Random.Shared.Next(200, 600));
        return (stored[1] - stored[0], shown - stored[0]);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<IPage> OpenPageAsync(IBrowser browser, Uri portal, Guid draft)
    {
        var context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 1600, Height = 1000 },
            }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(portal, MeasuredPortal.SignIn).ToString());
        await page.GotoAsync(new Uri(portal, $"/roster/jadwal/{draft}").ToString());
        await page.WaitForSelectorAsync(".grid-save-state[data-state=saved]");
        return page;
    }

    private static string FindChromium() =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator)
            .SelectMany(folder => ProgramNames.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("No Chromium on the PATH.");
}
