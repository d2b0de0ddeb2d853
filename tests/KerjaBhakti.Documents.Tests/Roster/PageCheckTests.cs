using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Documents.Tests.Shared;
using KerjaBhakti.Tests;
using QRCoder;

namespace KerjaBhakti.Documents.Tests.Roster;

public class PageCheckTests
{
    private const double Millimetre = 72 / 25.4;

    private static readonly AnnexPrint Plain = new(Seed.Annex, Seed.AnnexTitle, Seed.Instruction);
    private static readonly IReadOnlyList<PageCheck> Checks =
    [
        .. AnnexPdf.PagesOf(Plain).Select((page, index) => Check(page.First, page.Last, index)),
    ];
    private static readonly PdfReading Checked = new(AnnexPdf.Write(Plain with { Checks = Checks }));

    [Fact]
    public void PagesOf_Annex2015_AreTheSevenPagesItPrints()
    {
        var plain = new PdfReading(AnnexPdf.Write(Plain));
        Assert.Equal(7, plain.Document.PageCount);
        Assert.Equal(Printed(plain), AnnexPdf.PagesOf(Plain));
    }

    [Fact]
    public void PagesOf_DraftOrChecked_AreTheSame()
    {
        Assert.Equal(AnnexPdf.PagesOf(Plain), AnnexPdf.PagesOf(Plain with { IsDraft = true }));
        Assert.Equal(AnnexPdf.PagesOf(Plain), AnnexPdf.PagesOf(Plain with { Checks = [Check(0, 92, 0)], ShowNip = true }));
    }

    [Fact]
    public void PagesOf_AnnexWithoutRows_IsOnePageWithNone() =>
        Assert.Equal([(0, -1)], AnnexPdf.PagesOf(Plain with { Annex = Seed.Annex with { Rows = [] } }));

    [Fact]
    public void Write_Checks_EachPageHoldsExactlyItsRows()
    {
        Assert.Equal(Checks.Select(check => (check.FirstRow, check.LastRow)), Printed(Checked));

        PageCheck[] uneven =
        [
            Check(0, 4, 0),
            Check(5, 10, 1),
            .. Enumerable.Range(0, 8).Select(page => Check(11 + (page * 10), 20 + (page * 10), page + 2)),
            Check(91, 92, 10),
        ];
        Assert.Equal(
            uneven.Select(check => (check.FirstRow, check.LastRow)),
            Printed(new PdfReading(AnnexPdf.Write(Plain with { Checks = uneven })))
        );
    }

    [Fact]
    public void Write_Checks_EachPageCarriesTheCodeOfItsAddress()
    {
        foreach (var (page, check) in Checks.Index())
        {
            var boxes = Checked.Boxes.Where(box => box.Page == page).ToArray();
            var (left, bottom, right, top) = (
                boxes.Min(box => box.Left),
                boxes.Min(box => box.Bottom),
                boxes.Max(box => box.Right),
                boxes.Max(box => box.Top)
            );
            Assert.True(right - left >= 17.99 * Millimetre);

            using var expected = QRCodeGenerator.GenerateQrCode(check.Url.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
            var count = expected.ModuleMatrix.Count - 8;
            var module = (right - left) / count;
            Assert.Equal(count * module, top - bottom, 0.1);
            for (var row = 0; row < count; row++)
            {
                for (var column = 0; column < count; column++)
                {
                    var (x, y) = (left + ((column + 0.5) * module), top - ((row + 0.5) * module));
                    Assert.Equal(
                        expected.ModuleMatrix[row + 4][column + 4],
                        boxes.Any(box => box.Left < x && x < box.Right && box.Bottom < y && y < box.Top)
                    );
                }
            }

            // Four modules of white: no rule and no text comes nearer.
            var quiet = 4 * module;
            Assert.DoesNotContain(Checked.Rules, rule => rule.Page == page && rule.Bottom < top + quiet);
            Assert.DoesNotContain(Checked.Runs, run => run.Page == page && run.Y < top + quiet && run.X < right + quiet);
        }
    }

    [Fact]
    public void Write_Checks_AreReadAfterTheTableAsFigures()
    {
        Assert.DoesNotContain(Checked.Root.All("/Table").Single().Children, child => child.Tag != "/TR");
        var figures = Checked
            .Root.Children.SkipWhile(element => element.Tag != "/Table")
            .Skip(1)
            .TakeWhile(element => element.Tag == "/Figure")
            .ToArray();
        Assert.Equal(
            Checks.Select(check => $"Kode QR untuk memeriksa halaman ini di {check.Url.AbsoluteUri}, kode ABCD-234{check.Code[^1]}"),
            figures.Select(figure => figure.Dictionary.Elements.GetString("/Alt"))
        );
        Assert.Equal(
            Checks.Select(check => $"Periksa halaman ini: {check.Url.AbsoluteUri}ABCD-234{check.Code[^1]}"),
            figures.Select(figure => figure.Text)
        );
        Assert.All(figures, figure =>
        {
            var box = figure.Dictionary.Elements.GetDictionary("/A")!.Elements.GetArray("/BBox")!;
            Assert.All(figure.Runs, run => Assert.InRange(run.Y, box.Elements.GetReal(1), box.Elements.GetReal(3)));
        });
    }

    [Fact]
    public void Write_DraftOrWithoutChecks_LeavesTheBoxEmpty()
    {
        PdfReading[] without = [new(AnnexPdf.Write(Plain)), new(AnnexPdf.Write(Plain with { IsDraft = true, Checks = Checks }))];
        Assert.All(without, reading =>
        {
            Assert.Empty(reading.Boxes);
            Assert.Empty(reading.Root.All("/Figure"));
            Assert.DoesNotContain(reading.Runs, run => run.MarkedContent is not null && run.Y < 28 * Millimetre);
            Assert.Equal(Printed(Checked), Printed(reading));
        });
    }

    [Theory]
    [InlineData(0, 91)]
    [InlineData(1, 92)]
    [InlineData(0, 93)]
    public void Write_ChecksThatDoNotHoldTheRows_AreRefused(int first, int last) =>
        Assert.Throws<ArgumentException>(() => AnnexPdf.Write(Plain with { Checks = [Check(first, last, 0)] }));

    [Fact]
    public void Write_NoChecksForAnAnnex_IsRefused() => Assert.Throws<ArgumentException>(() => AnnexPdf.Write(Plain with { Checks = [] }));

    private static PageCheck Check(int first, int last, int index)
    {
        var code = $"ABCD234{(char)(index < 10 ? '0' + index : 'A' + index)}";
        return new PageCheck(first, last, code, new Uri($"https://portal.example/verifikasi/{code}"));
    }

    /// <summary>The rows each page was found to hold, by the pages of the structure tree.</summary>
    private static IEnumerable<(int First, int Last)> Printed(PdfReading reading) =>
        reading
            .Rows.Skip(1)
            .Select((row, index) => (Page: row.Pages.Single(), index))
            .GroupBy(row => row.Page, row => row.index)
            .Select(page => (page.Min(), page.Max()));
}
