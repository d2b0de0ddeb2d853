using FsCheck;
using FsCheck.Fluent;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Documents.Tests.Shared;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Documents.Tests.Roster;

public class AnnexPdfLayoutTests
{
    private const double BottomMargin = 28 * 72 / 25.4;

    private static readonly Config Settings = Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(118, 2015);

    private static readonly Gen<AnnexPrint> Prints =
        from months in Gen.Choose(1, 12)
        from count in Gen.Choose(1, 120)
        from labels in Gen.ArrayOf(Text(300), count)
        from cells in Gen.ArrayOf(
            Gen.Frequency((20, Gen.Elements(Seed.Gazetteer.Kecamatan.Select(item => item.Name))), (1, Text(100))),
            months * 7
        )
        from issued in Gen.Elements(true, false)
        select Print(months, labels, cells, issued);

    [Fact]
    public void Write_AnyAnnex_KeepsRowsWholeAndTheSignatureWithTheLastTwo() =>
        Check(reading =>
        {
            Assert.All(reading.Rows, row => Assert.Single(row.Pages));
            var signed = Assert.Single(
                reading.Root.Children.SkipWhile(element => element.Tag != "/Table").Skip(1).SelectMany(element => element.Pages).Distinct()
            );
            Assert.Equal(reading.Document.PageCount - 1, signed);
            Assert.All(reading.Rows.Skip(1).TakeLast(2), row => Assert.Equal(signed, Assert.Single(row.Pages)));
        });

    [Fact]
    public void Write_AnyAnnex_NoTextCrossesARuleOrLeavesTheTypeArea() =>
        Check(reading =>
        {
            foreach (var run in reading.Runs.Where(run => run.MarkedContent is not null))
            {
                Assert.True(run.Y >= BottomMargin, $"'{run.Text}' stands below the type area of page {run.Page + 1}.");
                var crossed = reading.Rules.FirstOrDefault(rule =>
                    rule.Page == run.Page && rule.Bottom < run.Y && run.Y < rule.Top && rule.X > run.X && rule.X < run.X + run.Width
                );
                Assert.True(crossed is null, $"'{run.Text}' crosses the rule at {crossed?.X}.");
            }
        });

    [Fact]
    public void Write_AnyAnnex_HasAStructureRowForEachRow() =>
        Prop.ForAll(Prints.ToArbitrary(), print =>
                Assert.Equal(print.Annex.Rows.Count + 1, new PdfReading(AnnexPdf.Write(print)).Rows.Count)
            )
            .Check(Settings.WithMaxTest(20));

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(12)]
    public void Write_NamesOfKecamatan_AreBrokenBetweenWordsOnly(int months)
    {
        var cells = Seed.Gazetteer.Kecamatan.Select(item => item.Name).ToArray();
        var reading = new PdfReading(AnnexPdf.Write(Print(months, [.. Seed.Annex.Rows.Select(row => row.Label)], cells, issued: true)));
        var words = cells.Append(Seed.Gazetteer.Cities[0].Name).SelectMany(name => name.Split(' ')).ToHashSet(StringComparer.Ordinal);
        Assert.All(reading.Rows.Skip(1).SelectMany(row => row.Children.Skip(2)).SelectMany(cell => cell.Runs), run =>
            Assert.Subset(words, run.Text.Trim().Split(' ').ToHashSet(StringComparer.Ordinal))
        );
    }

    [Fact]
    public void Write_LabelOfOneLongWord_IsBrokenAndComplete()
    {
        var label = new string('W', 300);
        var cell = Assert.Single(new PdfReading(AnnexPdf.Write(Print(12, [label], ["Gambir"], issued: true))).Rows.Skip(1)).Children[1];
        Assert.True(cell.Runs.Count > 1);
        Assert.Equal(label, cell.Text);
    }

    [Fact]
    public void Write_AnnexWithoutRows_StillHasHeaderAndSignature()
    {
        var reading = new PdfReading(AnnexPdf.Write(Print(8, [], ["Gambir"], issued: true)));
        Assert.Equal(1, reading.Document.PageCount);
        Assert.Single(reading.Rows);
        Assert.Equal("Saefullah", reading.Root.Children[^2].Text);
    }

    [Fact]
    public void Write_CharacterTheFontLacks_IsPrintedAsAQuestionMark()
    {
        var cell = new PdfReading(AnnexPdf.Write(Print(8, ["Dinas \u6F22 Tata Air"], ["Gambir"], issued: true))).Rows[1].Children[1];
        Assert.Equal("Dinas ? Tata Air", cell.Text);
    }

    private static Gen<string> Text(int longest) =>
        from length in Gen.Choose(1, longest)
        from letters in Gen.ArrayOf(
            Gen.Frequency((9, Gen.Elements("abcdeghijklmnoprstuwyABDKMSW".ToCharArray())), (2, Gen.Constant(' '))),
            length
        )
        select new string(letters);

    private static AnnexPrint Print(int months, string[] labels, string[] cells, bool issued)
    {
        var period = new RosterPeriod(new RosterMonth(2016, 1), new RosterMonth(2016, months));
        var city = Seed.Gazetteer.Cities[0];
        var rows = labels.Select(
            (label, index) =>
                index % 10 == 9
                    ? new AnnexRow(index + 1, label, new AnnexRegion(city.Code, city.Name), [.. period.Months.Select(_ => AnnexCell.Empty)])
                    : new AnnexRow(
                        index + 1,
                        label,
                        null,
                        [.. period.Months.Select((_, month) => new AnnexCell(cells[((index * 5) + month) % cells.Length], null))]
                    )
        );
        return new AnnexPrint(new Annex(period, [.. rows]), Seed.AnnexTitle, issued ? Seed.Instruction : null);
    }

    private static void Check(Action<PdfReading> holds) =>
        Prop.ForAll(Prints.ToArbitrary(), print => holds(new PdfReading(AnnexPdf.Write(print)))).Check(Settings);
}
