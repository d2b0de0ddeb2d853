using System.IO.Compression;
using FsCheck;
using FsCheck.Fluent;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Documents.Tests.Roster;

/// <summary>What is exported and read back is the same annex; what is damaged on the way is refused, never a crash.</summary>
public sealed class AnnexReaderRoundTripTests
{
    // Whatever tempts a writer or a reader of csv, XML or formulas.
    private static readonly string[] Awkward =
    [
        "\"",
        "\"\"",
        ",",
        ";",
        "\n",
        "\r\n",
        "\t",
        "'",
        "''=",
        "=",
        "+",
        "-",
        "@",
        "=1+1",
        "=HYPERLINK(\"x\")",
        "<b>",
        "</t>",
        "<script>alert(1)</script>",
        "&amp;",
        "]]>",
        "_x0041_",
        "_x000D_",
        "_x005F_",
        "\u0001",
        "\uFFFE",
        "\uFEFF",
        "\u00A0",
        "é",
        "漢",
        "😀",
        "\\",
        "{0}",
        "#REF!",
        "1.50",
        "007",
        "1e5",
        "TRUE",
        " ",
        "Menteng",
        "Mei",
    ];

    private static readonly Gen<string> Text =
        from pieces in Gen.Elements(Awkward).Or(Gen.Choose(97, 122).Select(letter => ((char)letter).ToString())).ListOf()
        select Spelling.Tidy(string.Concat(pieces.Take(4)).Replace('\uFFFE', '?'));

    private static readonly Gen<string> CellText = Gen.Frequency(
        (5, Gen.Elements(SheetSeed.Gazetteer.Kecamatan.SelectMany(kecamatan => kecamatan.Aliases.Append(kecamatan.Name)).ToArray())),
        (1, Text),
        (1, Gen.Constant(string.Empty))
    );

    private static Gen<AnnexRow> Row(int number, int months) =>
        Gen.Frequency(
            (4, from label in Text from cells in CellText.ArrayOf(months) select SheetSeed.BuildRow([number.ToString(), label, .. cells])),
            (
                1,
                from label in Text
                from city in Gen.Elements(SheetSeed.Gazetteer.Cities.ToArray())
                select SheetSeed.BuildRow([number.ToString(), label, city.Name, .. Enumerable.Repeat(string.Empty, months - 1)])
            )
        );

    private static readonly Arbitrary<Annex> Annexes = (
        from first in Gen.Choose(1, 12)
        from last in Gen.Choose(first, 12)
        from year in Gen.Choose(2000, 2199)
        from count in Gen.Choose(1, 12)
        from rows in Gen.CollectToList(Enumerable.Range(1, count), number => Row(number, last - first + 1))
        select new Annex(new RosterPeriod(new RosterMonth(year, first), new RosterMonth(year, last)), [.. rows])
    ).ToArbitrary();

    private static readonly byte[] SeedWorkbook = AnnexWorkbook.Write(SheetSeed.Print, SheetSeed.Gazetteer);

    private static readonly byte[] SeedCsv = AnnexCsv.Write(SheetSeed.Annex);

    [Fact]
    public void Read_WorkbookOf2015_IsTheSameAnnex()
    {
        var file = SheetSeed.Read(SeedWorkbook);

        Assert.Equal(SheetSeed.Describe(SheetSeed.Annex), SheetSeed.Describe(file.Annex));
        Assert.Equal(AnnexYearSource.SheetName, file.YearSource);
    }

    [Fact]
    public void Read_CsvOf2015_IsTheSameAnnexWithoutTheDateOfTheInstruction()
    {
        var file = SheetSeed.Read(SeedCsv, "annex-2015.csv");

        Assert.Equal(SheetSeed.Describe(SheetSeed.Annex with { InstructionDate = null }), SheetSeed.Describe(file.Annex));
        Assert.Equal(AnnexYearSource.FileName, file.YearSource);
    }

    [Fact]
    public void Read_AnyAnnexWrittenAsCsv_IsTheSameAnnex() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(Annexes, annex => AssertSame(annex, SheetSeed.Read(AnnexCsv.Write(annex), year: annex.Period.Year)))
        );

    [Fact]
    public void Read_AnyAnnexWrittenAsWorkbook_IsTheSameAnnex() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(100),
            Prop.ForAll(Annexes, annex =>
                AssertSame(
                    annex,
                    SheetSeed.Read(AnnexWorkbook.Write(new AnnexPrint(annex, "JADWAL 2199 & <2000>", null), SheetSeed.Gazetteer))
                )
            )
        );

    [Fact]
    public void Read_AnyBytes_AreReadOrRefused() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                (
                    from start in Gen.Elements<byte[]>(
                        [],
                        "PK\x3\x4"u8.ToArray(),
                        [0xD0, 0xCF, 0x11, 0xE0],
                        [0xFF, 0xFE],
                        [0xFE, 0xFF],
                        "No,Jabatan,Mei\n"u8.ToArray()
                    )
                    from rest in Gen.Choose(0, 255).Select(value => (byte)value).ListOf()
                    select (byte[])[.. start, .. rest]
                ).ToArbitrary(),
                ReadOrRefuse
            )
        );

    [Fact]
    public void Read_TruncatedFile_IsReadOrRefused()
    {
        for (var length = 0; length < SeedWorkbook.Length; length += 97)
        {
            ReadOrRefuse(SeedWorkbook[..length]);
        }

        for (var length = 0; length < SeedCsv.Length; length += 53)
        {
            ReadOrRefuse(SeedCsv[..length]);
        }
    }

    [Fact]
    public void Read_FileWithChangedBytes_IsReadOrRefused() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(
                (
                    from source in Gen.Elements(SeedWorkbook, SeedCsv)
                    from changes in Gen.Choose(0, source.Length - 1).Zip(Gen.Choose(0, 255)).NonEmptyListOf()
                    select Change(source, changes)
                ).ToArbitrary(),
                ReadOrRefuse
            )
        );

    [Fact]
    public void Read_WorkbookWithChangedXml_IsReadOrRefused() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200),
            Prop.ForAll(
                (
                    from part in Gen.Elements(
                        "xl/workbook.xml",
                        "xl/worksheets/sheet1.xml",
                        "xl/sharedStrings.xml",
                        "[Content_Types].xml",
                        "xl/_rels/workbook.xml.rels"
                    )
                    from at in Gen.Choose(0, 5000)
                    from text in Gen.Elements(
                        "<",
                        ">",
                        "\"",
                        "&x;",
                        "99999999999",
                        "<row r=\"-1\">",
                        "<c r=\"ZZZZ1\"/>",
                        "<c t=\"s\"><v>-5</v></c>",
                        "<!DOCTYPE x>",
                        "\0",
                        string.Empty
                    )
                    from removed in Gen.Choose(0, 40)
                    select ChangePart(part, xml => xml[..Math.Min(at, xml.Length)] + text + xml[Math.Min(at + removed, xml.Length)..])
                ).ToArbitrary(),
                ReadOrRefuse
            )
        );

    private static bool AssertSame(Annex annex, AnnexFile file)
    {
        Assert.Equal(SheetSeed.Describe(annex), SheetSeed.Describe(file.Annex));
        return true;
    }

    private static bool ReadOrRefuse(byte[] bytes)
    {
        try
        {
            return SheetSeed.Read(bytes).Annex.Period.Months.Count > 0;
        }
        catch (TableUnreadableException refusal)
        {
            return refusal.Message.EndsWith('.');
        }
    }

    private static byte[] Change(byte[] source, IEnumerable<(int At, int Value)> changes)
    {
        var copy = source.ToArray();
        foreach (var (at, value) in changes)
        {
            copy[at] = (byte)value;
        }

        return copy;
    }

    private static byte[] ChangePart(string name, Func<string, string> change)
    {
        using var stream = new MemoryStream();
        stream.Write(SeedWorkbook);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry(name)!;
            string xml;
            using (var reader = new StreamReader(entry.Open()))
            {
                xml = reader.ReadToEnd();
            }

            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(change(xml));
        }

        return stream.ToArray();
    }
}
