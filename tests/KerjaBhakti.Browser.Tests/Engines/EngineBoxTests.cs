using System.Globalization;

namespace KerjaBhakti.Browser.Tests.Engines;

/// <summary>Pages in two engines, compared by their boxes and not by their dots: letters are never drawn the same.</summary>
[Collection(nameof(EngineFixture))]
public class EngineBoxTests(BrowserFixture browsers, EngineFixture engines)
{
    /// <summary>How far two boxes may differ, in CSS pixels: words of slightly other width, scroll bars.</summary>
    private const double Tolerance = 24;

    /// <summary>
    /// The landmarks, headings, forms and tables in view, by what and the how manieth they are: left edge and width; and how wide the page
    /// is.
    /// </summary>
    private const string Boxes = """
        () => {
            const found = {};
            for (const name of ['header', 'nav', 'main', 'aside', 'footer', 'h1', 'main form', 'table', '.grid-scroll']) {
                [...document.querySelectorAll(name)].forEach((node, index) => {
                    const box = node.getBoundingClientRect();
                    if (box.width > 0 && box.height > 0) {
                        found[`${name} ${index + 1}`] = [box.left, box.width];
                    }
                });
            }

            found.page = [0, document.documentElement.scrollWidth];
            return found;
        }
        """;

    [Theory]
    [InlineData("/")]
    [InlineData("/jadwal")]
    [InlineData("/jadwal/2015")]
    [InlineData("/jadwal/2015/32")]
    [InlineData("/kecamatan")]
    [InlineData("/roster")]
    [InlineData("/roster/rancangan/baru")]
    [InlineData("EDITOR")]
    public async Task Page_InFirefox_HasItsBoxesWhereChromiumHasThem(string path)
    {
        await using var firefox = await engines.OpenAsync(Engine.Firefox, browsers, BrowserFixture.Secretariat);
        await using var chromium = await engines.OpenAsync(Engine.Chromium, browsers, BrowserFixture.Secretariat);
        if (path == "EDITOR")
        {
            path = $"/roster/jadwal/{await browsers.CreateDraftAsync()}";
        }

        var differences = new List<string>();
        foreach (var page in new[] { firefox, chromium })
        {
            await page.GoToAsync(path);
            await page.IsTrueAsync(
                $"!location.pathname.startsWith('/roster/jadwal/') || document.querySelectorAll('.grid-table tbody tr').length === {EditorPage.Rows}"
            );
        }

        foreach (var width in new[] { 390, 820, 1366 })
        {
            await firefox.SetSizeAsync(width, 768);
            await chromium.SetSizeAsync(width, 768);
            var there = await chromium.EvaluateAsync<Dictionary<string, double[]>>(Boxes);
            var here = await firefox.EvaluateAsync<Dictionary<string, double[]>>(Boxes);
            Assert.Equal(there.Keys.Order(), here.Keys.Order());
            differences.AddRange(
                from box in there
                let other = here[box.Key]
                where Math.Abs(box.Value[0] - other[0]) > Tolerance || Math.Abs(box.Value[1] - other[1]) > Tolerance
                select string.Create(
                    CultureInfo.InvariantCulture,
                    $"{width} px, {box.Key}: {box.Value[0]:0} + {box.Value[1]:0} in Chromium, {other[0]:0} + {other[1]:0} in Firefox"
                )
            );
        }

        Assert.Empty(differences);
    }
}
