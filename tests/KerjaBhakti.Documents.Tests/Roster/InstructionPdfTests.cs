using System.Globalization;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Documents.Tests.Shared;
using KerjaBhakti.Roster.Differences;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Tests;
using PdfSharp.Pdf;

namespace KerjaBhakti.Documents.Tests.Roster;

public class InstructionPdfTests
{
    private static readonly InstructionPrint Print2015 = new(Seed.Instruction) { ShowNip = true };
    private static readonly PdfReading Instruction2015 = new(InstructionPdf.Write(Print2015));

    [Fact]
    public void Write_Instruction2015_IsOnePageOfF4Portrait()
    {
        var page = Assert.Single(Instruction2015.Document.Pages.Cast<PdfPage>());
        Assert.Equal(215, page.Width.Millimeter, 0.1);
        Assert.Equal(330, page.Height.Millimeter, 0.1);
    }

    [Fact]
    public void Write_Instruction2015_SaysWhatItIs()
    {
        Assert.Equal(
            $"Instruksi {Seed.Instruction.Authority} Nomor 118 Tahun 2015 tentang {Seed.Instruction.Subject}",
            Instruction2015.Document.Info.Title
        );
        Assert.Equal("id-ID", Instruction2015.Catalog.Elements.GetString("/Lang"));
        Assert.Equal(new DateTime(2015, 5, 31, 17, 0, 0, DateTimeKind.Utc), Instruction2015.Document.Info.CreationDate.ToUniversalTime());
    }

    [Fact]
    public void Write_Instruction2015_ReadsAsThePublishedText()
    {
        var published = string.Join(
            ' ',
            File.ReadAllText(Seed.Path("instruksi-gubernur-118-2015.md"))
                .Split("Lampiran : Instruksi")[0]
                .Split([' ', '\r', '\n', '*'], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word != "-")
        );
        Assert.Equal(published, Spoken(Instruction2015));
    }

    [Fact]
    public void Write_Instruction2015_IsAHeadingParagraphsAndLists()
    {
        Assert.StartsWith("INSTRUKSI GUBERNUR", Assert.Single(Instruction2015.Root.All("/H1")).Text, StringComparison.Ordinal);
        var lists = Instruction2015.Root.All("/L").ToArray();
        Assert.Equal([2, 3, 2], lists.Select(list => list.Children.Count));
        Assert.All(lists.SelectMany(list => list.Children), item =>
        {
            Assert.Equal("/LI", item.Tag);
            Assert.Equal(["/Lbl", "/LBody"], item.Children.Select(part => part.Tag));
        });
        Assert.Equal(["KESATU : ", "KEDUA : ", "KETIGA : "], lists[1].Children.Select(item => item.Children[0].Text));
        Assert.Equal(Seed.Instruction.Dicta, lists[1].Children.Select(item => item.Children[1].Text));
    }

    [Fact]
    public void Write_NipNotAskedFor_IsMasked() =>
        Assert.Contains(
            "NIP. •••••••••••••••002",
            Spoken(new PdfReading(InstructionPdf.Write(Print2015 with { ShowNip = false }))),
            StringComparison.Ordinal
        );

    [Fact]
    public void Write_Draft_SaysSoOnEveryPageAndLeavesNumberAndDateBlank()
    {
        var draft = new PdfReading(InstructionPdf.Write(new InstructionPrint(Long(12), null, null) { IsDraft = true }));
        Assert.True(draft.Document.PageCount > 1);
        Assert.Equal(
            Enumerable.Range(0, draft.Document.PageCount),
            draft.Artifacts.Where(run => run.Text == "RANCANGAN").Select(run => run.Page)
        );
        Assert.Matches(@"NOMOR \.+ TAHUN \.+ TENTANG", Spoken(draft));
        Assert.Matches(@"pada tanggal \.+ a\.n\.", Spoken(draft));
        Assert.DoesNotContain(Instruction2015.Runs, run => run.Text == "RANCANGAN");
    }

    [Fact]
    public void Write_TextWithNothingInIt_IsAFormToFillIn()
    {
        var text = Spoken(new PdfReading(InstructionPdf.Write(new InstructionPrint(new InstructionText(), null, null))));
        Assert.StartsWith("PEMERINTAH PROVINSI DAERAH KHUSUS IBUKOTA JAKARTA INSTRUKSI GUBERNUR", text, StringComparison.Ordinal);
        Assert.Matches(@"Kepada : \.+ Untuk : \.+ Ditetapkan di \.+ pada tanggal \.+ Sekretaris Daerah, \.+ NIP\. \.+$", text);
    }

    [Fact]
    public void Write_LongDicta_RunOverSeveralPagesWithoutALineLostOrLeftAlone()
    {
        var text = Long(20);
        var reading = new PdfReading(InstructionPdf.Write(new InstructionPrint(text, 1, new DateOnly(2016, 1, 4))));
        var dicta = reading.Root.All("/L").ElementAt(1).Children;
        Assert.Equal(text.Dicta, dicta.Select(item => item.Children[1].Text));
        Assert.Equal("KEDUA PULUH : ", dicta[^1].Children[0].Text);

        var broken = dicta.Where(item => item.Pages.Count() > 1).ToArray();
        Assert.NotEmpty(broken);
        Assert.All(broken.SelectMany(item => item.Children[1].Runs.GroupBy(run => run.Page)), page => Assert.True(page.Count() >= 2));
        Assert.Equal(
            Enumerable.Range(2, reading.Document.PageCount - 1).Select(number => $"{number}"),
            reading.Artifacts.Select(run => run.Text)
        );
    }

    [Fact]
    public void Write_AnyLength_SignsOnAPageThatHasTextAndLeavesNoPageEmpty()
    {
        for (var words = 1; words < 400; words += 7)
        {
            var reading = new PdfReading(
                InstructionPdf.Write(
                    new InstructionPrint(
                        Seed.Instruction.Text with
                        {
                            Dicta = [string.Join(' ', Enumerable.Repeat("melaporkan", words))],
                        },
                        1,
                        new DateOnly(2016, 1, 4)
                    )
                )
            );
            var signed = reading.Runs.Single(run => run.Text.StartsWith("NIP. ", StringComparison.Ordinal)).Page;
            Assert.Contains(reading.Runs, run => run.Page == signed && run.Text.StartsWith("melaporkan", StringComparison.Ordinal));
            Assert.Contains(reading.Runs, run => run.Page == signed && run.Text == Seed.Instruction.Closing);
            Assert.All(Enumerable.Range(0, reading.Document.PageCount), page =>
                Assert.Contains(reading.Runs, run => run.Page == page && run.MarkedContent is not null)
            );
            Assert.All(reading.Runs.Where(run => run.MarkedContent is not null), run =>
                Assert.InRange(run.Y, 22 * 72 / 25.4, 310 * 72 / 25.4)
            );
        }
    }

    [Fact]
    public void Write_WithItsAnnex_IsOneDocumentOfUprightAndLyingPages()
    {
        var annex = new AnnexPrint(Seed.Annex, Seed.AnnexTitle, Seed.Instruction) { ShowNip = true };
        var alone = new PdfReading(AnnexPdf.Write(annex));
        var both = new PdfReading(InstructionPdf.Write(Print2015, annex));

        Assert.Equal(
            [215, .. Enumerable.Repeat(330, alone.Document.PageCount)],
            both.Document.Pages.Cast<PdfPage>().Select(page => Math.Round(page.Width.Millimeter))
        );
        Assert.Equal($"{Spoken(Instruction2015)} {Spoken(alone)}", Spoken(both));
        Assert.Equal(alone.Rows.Select(row => row.Pages.Single() + 1), both.Rows.Select(row => row.Pages.Single()));
        Assert.StartsWith("JADWAL", Assert.Single(both.Root.All("/H2")).Text, StringComparison.Ordinal);
        Assert.Single(both.Root.All("/H1"));
    }

    [Fact]
    public void Write_AnAmendment_SaysWhatItAmends_EachChangeOnALineOfItsOwn()
    {
        var after = Seed.With(0, row => row.WithCell(0, "Gambir"));
        after = after with { Rows = [.. after.Rows.Select((row, index) => index == 11 ? row.WithCell(3, "Ciracas") : row)] };
        var amendment = new Amendment(
            AmendedInstruction.Of([Seed.Instruction, new Instruction(Seed.Instruction.Text, 201, new DateOnly(2015, 8, 10))]),
            AnnexDifference.Between(AnnexVersion.Of(Seed.Annex), AnnexVersion.Of(after))
        );
        var words = Amendment.Begin(amendment.Amended, Seed.Instruction.Text) with { Amends = AmendmentWay.Changes };
        var reading = new PdfReading(
            InstructionPdf.Write(new InstructionPrint(amendment.Complete(words), 250, new DateOnly(2015, 9, 1)) { ShowNip = true })
        );

        Assert.Contains(
            "NOMOR 250 TAHUN 2015 TENTANG PERUBAHAN KEDUA ATAS INSTRUKSI GUBERNUR NOMOR 118 TAHUN 2015 TENTANG PELAKSANAAN KERJA BHAKTI",
            Spoken(reading),
            StringComparison.Ordinal
        );
        var dicta = reading.Root.All("/L").ElementAt(1).Children;
        Assert.Equal(["KESATU : ", "KEDUA : ", "KETIGA : "], dicta.Select(item => item.Children[0].Text));
        var runs = dicta[0].Children[1].Runs.Select(run => run.Text).ToArray();
        Assert.Contains("diubah sebagai berikut : a. Baris 1,", dicta[0].Children[1].Text, StringComparison.Ordinal);
        Assert.Contains(runs, run => run.StartsWith("a. Baris 1, Asisten Pemerintahan, Mei: semula", StringComparison.Ordinal));
        Assert.Contains(runs, run => run.StartsWith("b. Baris 12, ", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_SameInstructionTwice_IsTheSameFile() =>
        Assert.Equal(InstructionPdf.Write(Print2015), InstructionPdf.Write(Print2015));

    [Fact]
    public void Write_MoreDictaThanOrdinals_IsRefused() =>
        Assert.Throws<ArgumentException>(() => InstructionPdf.Write(new InstructionPrint(Long(21), 1, new DateOnly(2016, 1, 4))));

    [Fact]
    public void Of_EveryNumber_IsTheOrdinalInWords()
    {
        var ordinals = string.Join(", ", Enumerable.Range(1, 20).Select(DictumOrdinal.Of));
        Assert.Equal(
            "KESATU, KEDUA, KETIGA, KEEMPAT, KELIMA, KEENAM, KETUJUH, KEDELAPAN, KESEMBILAN, KESEPULUH, KESEBELAS, KEDUA BELAS, KETIGA BELAS, "
                + "KEEMPAT BELAS, KELIMA BELAS, KEENAM BELAS, KETUJUH BELAS, KEDELAPAN BELAS, KESEMBILAN BELAS, KEDUA PULUH",
            ordinals
        );
    }

    /// <summary>The 2015 text with this many dicta of different length.</summary>
    private static InstructionText Long(int dicta) =>
        Seed.Instruction.Text with
        {
            Dicta =
            [
                .. Enumerable
                    .Range(1, dicta)
                    .Select(number =>
                        string.Join(
                            ' ',
                            Enumerable
                                .Repeat(Seed.Instruction.Dicta[number % 3], 1 + (number % 5))
                                .Append(number.ToString(CultureInfo.InvariantCulture))
                        )
                    ),
            ],
        };

    /// <summary>What a screen reader says: every block in order, a space between two.</summary>
    private static string Spoken(PdfReading reading) => string.Join(' ', Leaves(reading.Root).Select(element => element.Text.Trim()));

    private static IEnumerable<Tagged> Leaves(Tagged element) =>
        (element.Runs.Count > 0 ? [element] : Enumerable.Empty<Tagged>()).Concat(element.Children.SelectMany(Leaves));
}
