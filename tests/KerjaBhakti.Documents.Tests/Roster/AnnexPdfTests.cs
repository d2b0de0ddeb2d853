using System.Xml.Linq;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Documents.Tests.Shared;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using PdfSharp.Pdf;

namespace KerjaBhakti.Documents.Tests.Roster;

public class AnnexPdfTests
{
    private static readonly byte[] File2015 = AnnexPdf.Write(new AnnexPrint(Seed.Annex, Seed.AnnexTitle, Seed.Instruction));
    private static readonly PdfReading Annex2015 = new(File2015);

    [Fact]
    public void Write_Annex2015_EveryPageIsF4Landscape()
    {
        Assert.All(Annex2015.Document.Pages.Cast<PdfPage>(), page =>
        {
            Assert.Equal(330, page.Width.Millimeter, 0.1);
            Assert.Equal(215, page.Height.Millimeter, 0.1);
        });
    }

    [Fact]
    public void Write_Annex2015_SaysWhatItIs()
    {
        Assert.Equal(Seed.AnnexTitle, Annex2015.Document.Info.Title);
        Assert.Equal("id-ID", Annex2015.Catalog.Elements.GetString("/Lang"));
        Assert.True(((PdfDictionary)PdfReading.Resolve(Annex2015.Catalog.Elements["/MarkInfo"])!).Elements.GetBoolean("/Marked"));
        Assert.True(
            ((PdfDictionary)PdfReading.Resolve(Annex2015.Catalog.Elements["/ViewerPreferences"])!).Elements.GetBoolean("/DisplayDocTitle")
        );
        Assert.Equal(new DateTime(2015, 5, 31, 17, 0, 0, DateTimeKind.Utc), Annex2015.Document.Info.CreationDate.ToUniversalTime());
    }

    [Fact]
    public void Write_Annex2015_ClaimsPdfA2LevelA()
    {
        var metadata = MetadataOf(Annex2015);
        Assert.Equal("2", metadata.Descendants().Single(element => element.Name.LocalName == "part").Value);
        Assert.Equal("A", metadata.Descendants().Single(element => element.Name.LocalName == "conformance").Value);
    }

    [Fact]
    public void Write_TitleWithMarkup_MetadataHoldItEscaped()
    {
        const string title = "KERJA <BHAKTI> & LAIN-LAIN";
        var reading = new PdfReading(AnnexPdf.Write(new AnnexPrint(Seed.Annex, title, Seed.Instruction)));
        Assert.Equal(
            title,
            MetadataOf(reading)
                .Descendants()
                .Single(element => element.Name.LocalName == "li" && element.Parent!.Name.LocalName == "Alt")
                .Value
        );
    }

    [Fact]
    public void Write_Annex2015_HeadingReadsAsInTheSeed()
    {
        Assert.Equal(
            ["Lampiran : Instruksi Gubernur Provinsi Daerah Khusus Ibukota Jakarta", "Nomor 118 TAHUN 2015", "Tanggal 1 Juni 2015"],
            Annex2015.Root.Children.Take(3).Select(element => element.Text)
        );
        Assert.Equal(
            [
                "JADWAL PELAKSANAAN KERJA BHAKTI BAGI PEJABAT PIMPINAN TINGGI PRATAMA ",
                "DI LINGKUNGAN PEMERINTAH PROVINSI DAERAH KHUSUS IBUKOTA JAKARTA",
            ],
            Assert.Single(Annex2015.Root.All("/H1")).Runs.Select(run => run.Text)
        );
    }

    [Fact]
    public void Write_Annex2015_ReadsRowByRowAsTheAnnex()
    {
        string[] header = ["No.", "Jabatan/SKPD/UKPD", .. Seed.Annex.Period.Months.Select(month => month.Name)];
        var expected = Seed
            .Annex.Rows.Select(row =>
                (IEnumerable<string>)
                    [
                        $"{row.Number}",
                        row.Label,
                        .. row.Region is { } region ? [region.AsPrinted] : row.Cells.Select(cell => cell.AsPrinted),
                    ]
            )
            .Prepend(header);
        Assert.Equal(expected, Annex2015.Rows.Select(row => row.Children.Select(cell => cell.Text)));
    }

    [Fact]
    public void Write_Annex2015_HeaderCellsHeadTheirColumns()
    {
        Assert.Equal(10, Annex2015.Rows[0].Children.Count);
        Assert.All(Annex2015.Rows[0].Children, cell =>
        {
            Assert.Equal("/TH", cell.Tag);
            Assert.Equal("/Column", cell.Dictionary.Elements.GetDictionary("/A")!.Elements.GetName("/Scope"));
        });
        Assert.All(Annex2015.Rows.Skip(1).SelectMany(row => row.Children), cell => Assert.Equal("/TD", cell.Tag));
    }

    [Fact]
    public void Write_Annex2015_RegionCellsSpanTheMonths()
    {
        var spans = Annex2015
            .Rows.Skip(1)
            .Zip(Seed.Annex.Rows)
            .Where(pair => pair.Second.IsRegion)
            .Select(pair => pair.First.Children[^1].Dictionary.Elements.GetDictionary("/A")!.Elements.GetInteger("/ColSpan"))
            .ToArray();
        Assert.Equal(18, spans.Length);
        Assert.All(spans, span => Assert.Equal(8, span));
    }

    [Fact]
    public void Write_Annex2015_EveryFurtherPageRepeatsTheHeaderOutsideTheReadingOrder()
    {
        var pages = Annex2015.Document.PageCount;
        Assert.InRange(pages, 6, 8);
        Assert.Equal(
            Enumerable.Range(1, pages - 1),
            Annex2015.Artifacts.Where(run => run.Text == "Jabatan/SKPD/UKPD").Select(run => run.Page)
        );
        Assert.Equal(
            Enumerable.Range(2, pages - 1).Select(number => $"{number}"),
            Annex2015.Artifacts.Where(run => run.Text.All(char.IsAsciiDigit)).Select(run => run.Text)
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Write_AnyPage_MarkedContentAndTextObjectsNest(bool draft)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["EMC"] = "BDC",
            ["ET"] = "BT",
            ["Q"] = "q",
        };
        var reading = new PdfReading(AnnexPdf.Write(new AnnexPrint(Seed.Annex, Seed.AnnexTitle, Seed.Instruction) { IsDraft = draft }));
        Assert.All(reading.Operators, operators =>
        {
            var open = new Stack<string>();
            foreach (var name in operators.Select(name => name == "BMC" ? "BDC" : name))
            {
                if (pairs.ContainsValue(name))
                {
                    open.Push(name);
                }
                else if (pairs.TryGetValue(name, out var opening))
                {
                    Assert.Equal(opening, open.Pop());
                }
            }

            Assert.Empty(open);
        });
    }

    [Fact]
    public void Write_NipNotAskedFor_IsMasked()
    {
        Assert.DoesNotContain(Annex2015.Runs, run => run.Text.Contains(Seed.Instruction.Signatory.Nip[..15], StringComparison.Ordinal));
        Assert.Equal("NIP. •••••••••••••••002", Annex2015.Root.Children[^1].Text);
    }

    [Fact]
    public void Write_NipAskedFor_StandsUnderTheName()
    {
        var reading = new PdfReading(AnnexPdf.Write(new AnnexPrint(Seed.Annex, Seed.AnnexTitle, Seed.Instruction) { ShowNip = true }));
        Assert.Equal(
            ["a.n. Gubernur Provinsi Daerah Khusus", "Ibukota Jakarta", "Sekretaris Daerah,", "Saefullah", "NIP. 196402111984031002"],
            reading.Root.Children.TakeLast(5).Select(element => element.Text)
        );
    }

    [Fact]
    public void Write_Draft_SaysSoOnEveryPageOutsideTheReadingOrder()
    {
        var reading = new PdfReading(AnnexPdf.Write(new AnnexPrint(Seed.Annex, Seed.AnnexTitle, null) { IsDraft = true }));
        Assert.Equal(
            Enumerable.Range(0, reading.Document.PageCount),
            reading.Artifacts.Where(run => run.Text == "RANCANGAN").Select(run => run.Page)
        );
        Assert.DoesNotContain(Annex2015.Runs, run => run.Text == "RANCANGAN");
    }

    [Fact]
    public void Write_WithoutInstruction_LeavesNumberDateAndSignatoryBlank()
    {
        var texts = new PdfReading(AnnexPdf.Write(new AnnexPrint(Seed.Annex, Seed.AnnexTitle, null)))
            .Root.Children.Select(element => element.Text)
            .ToArray();
        Assert.Matches(@"^Nomor \.+ TAHUN 2015$", texts[1]);
        Assert.Matches(@"^Tanggal \.+$", texts[2]);
        Assert.Matches(@"^\.+$", texts[^2]);
        Assert.Matches(@"^NIP\. \.+$", texts[^1]);
    }

    [Fact]
    public void Write_SameAnnexFromEightThreads_IsTheSameFile()
    {
        var files = new byte[8][];
        Parallel.For(0, files.Length, index =>
            files[index] = AnnexPdf.Write(new AnnexPrint(Seed.Annex, Seed.AnnexTitle, Seed.Instruction))
        );
        Assert.All(files, file => Assert.Equal(File2015, file));
    }

    [Fact]
    public void Write_PrintedAt_IsTheDateOfTheFile()
    {
        var printedAt = new DateTimeOffset(2026, 11, 21, 9, 12, 0, TimeSpan.FromHours(7));
        var reading = new PdfReading(AnnexPdf.Write(new AnnexPrint(Seed.Annex, Seed.AnnexTitle, null) { PrintedAt = printedAt }));
        Assert.Equal(printedAt.UtcDateTime, reading.Document.Info.CreationDate.ToUniversalTime());
    }

    private static XDocument MetadataOf(PdfReading reading)
    {
        var stream = ((PdfDictionary)PdfReading.Resolve(reading.Catalog.Elements["/Metadata"])!).Stream!.Value;
        return XDocument.Load(new MemoryStream(stream));
    }
}
