using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Schedules;

public class HouseSpellingTests
{
    private static readonly Annex Blank = Seed.Annex with
    {
        Rows = [.. Seed.Annex.Rows.Select(row => row with { Cells = [.. row.Cells.Select(_ => AnnexCell.Empty)] })],
    };

    [Theory]
    [InlineData("Pal Merah", "Palmerah")]
    [InlineData("Taman Sari", "Tamansari")]
    [InlineData("Pulo Gadung", "Pulogadung")]
    [InlineData("Gambir", "Gambir")]
    public void House_OfTheAnnexOf2015_IsTheSpellingItUsesMost(string name, string spelling) =>
        Assert.Equal(spelling, HouseSpelling.Of(Seed.Annex, Seed.Gazetteer)[Seed.Gazetteer.FindByName(name)!.Code]);

    [Fact]
    public void House_OfWhatAnAnnexDoesNotName_IsThatOfTheAnnexBefore_ElseTheCanonicalName()
    {
        var place = Seed.Gazetteer.FindByName("Palmerah")!;
        Assert.Equal("Palmerah", HouseSpelling.Of(Blank, Seed.Gazetteer, Seed.Annex)[place.Code]);
        Assert.Equal(place.Name, HouseSpelling.Of(Blank, Seed.Gazetteer)[place.Code]);
    }

    [Fact]
    public void House_DoesNotTakeASpellingTheRegisterDoesNotKnow()
    {
        var place = Seed.Gazetteer.FindByName("Gambir")!;
        var odd = Blank with
        {
            Rows = [Blank.Rows[0] with { Cells = [new AnnexCell("GAMBIR", place.Code), .. Blank.Rows[0].Cells.Skip(1)] }],
        };

        Assert.Equal("Gambir", HouseSpelling.Of(odd, Seed.Gazetteer)[place.Code]);
    }

    [Fact]
    public void Findings_NamePlacesAsTheAnnexWritesThem()
    {
        var findings = new AnnexAuditor(Seed.Gazetteer).Audit(Seed.Annex);

        Assert.Contains(findings, finding => finding.Message == "Kecamatan Palmerah tidak mendapat petugas pada Juli 2015.");
        Assert.DoesNotContain(findings, finding => finding.Message.Contains("Pal Merah", StringComparison.Ordinal));
    }
}
