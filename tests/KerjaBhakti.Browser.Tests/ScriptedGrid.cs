using System.Text.Json;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Roster.Editor;
using Microsoft.Playwright;

namespace KerjaBhakti.Browser.Tests;

/// <summary>
/// The grid's scripts on a page of their own, against a server that the test plays: <c>calls</c> of the page holds every group of edits the
/// grid has sent, each with an <c>answer</c>. The names are those of the seed.
/// </summary>
internal static class ScriptedGrid
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The names and aliases of the seed, as the grid gets them.</summary>
    public static string NamesAsJson { get; } = JsonSerializer.Serialize(Document([], 0).Kecamatan, Json);

    /// <summary>The key of the row that begins with this number.</summary>
    public static Guid KeyOf(int number) => new(number, 0, 0, new byte[8]);

    /// <summary>Rows "Dinas 1", "Dinas 2", … with one text in every month.</summary>
    public static IEnumerable<GridRow> Rows(int count, int months, string text = "Gambir") =>
        Enumerable
            .Range(1, count)
            .Select(number => new GridRow(
                KeyOf(number),
                number,
                $"Dinas {number}",
                PositionId: null,
                CopiedFromId: null,
                Region: null,
                Enumerable.Repeat(text, months)
            ));

    public static GridDocument Document(IEnumerable<GridRow> rows, int months, IEnumerable<GridPosition>? positions = null) =>
        new(
            new Guid(1, 1, 1, new byte[8]),
            Revision: 1,
            ReadOnly: false,
            Enumerable.Range(1, months).Select(month => new GridMonth($"2016-{month:00}", $"Bulan {month}")),
            rows,
            Seed.Gazetteer.Kecamatan.Select(item => new GridKecamatan(
                item.Code.ToString(),
                item.Name,
                item.Aliases,
                item.Code.City.ToString()
            )),
            Seed.Gazetteer.Cities.Select(city => new GridCity(city.Code.ToString(), city.Name)),
            positions ?? []
        );

    /// <summary>Puts a grid with the document on the page in place of everything else.</summary>
    public static async Task<EditorPage> MakeAsync(IPage page, GridDocument document)
    {
        await page.EvaluateAsync(
            """
            async document => {
                const { create } = await import('/Roster/Editor/DraftGrid.razor.js');
                const host = window.document.createElement('main');
                window.document.body.replaceChildren(host);
                window.calls = [];
                const server = {
                    invokeMethodAsync: (name, batch, edits) =>
                        (name === 'ApplyAsync' ? new Promise(answer => { calls.push({ edits, answer }); }) : Promise.resolve()),
                };
                window.grid = create(host, server, JSON.parse(document), { user: 'sari' });
            }
            """,
            JsonSerializer.Serialize(document, Json)
        );
        return new EditorPage(page);
    }

    /// <summary>Pastes as if the text were on the clipboard; null is a clipboard without text.</summary>
    public static Task PasteAsync(this EditorPage editor, string? text) =>
        editor.Page.EvaluateAsync(
            """
            text => {
                const clipboardData = new DataTransfer();
                if (text !== null) {
                    clipboardData.setData('text/plain', text);
                }

                document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
            }
            """,
            text
        );

    /// <summary>What Ctrl+C would put on the clipboard.</summary>
    public static Task<string> CopyAsync(this EditorPage editor) =>
        editor.Page.EvaluateAsync<string>(
            """
            () => {
                const clipboardData = new DataTransfer();
                document.activeElement.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
                return clipboardData.getData('text/plain');
            }
            """
        );

    /// <summary>How many edits each group has that was sent.</summary>
    public static Task<int[]> SentAsync(this EditorPage editor) =>
        editor.Page.EvaluateAsync<int[]>("() => calls.map(call => call.edits.length)");
}
