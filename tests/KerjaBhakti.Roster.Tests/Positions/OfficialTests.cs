using KerjaBhakti.Roster.Positions;

namespace KerjaBhakti.Roster.Tests.Positions;

public class OfficialTests
{
    private const string Nip = "196803041994101005";

    [Fact]
    public void TakeOver_OfTheSamePersonsOtherEntry_BringsWhatItHoldsAndItsNumber()
    {
        var (kept, gone) = (new Official("Pejabat A", nip: null), new Official("pejabat  a", Nip));
        var held = new Incumbencies(7, []).Appoint(gone.Id, IncumbencyKind.Definitive, new(2015, 1, 1));

        kept.TakeOver(gone, [held]);

        Assert.Equal((kept.Id, 1), (held.OfficialId, held.Revision));
        Assert.Equal(("Pejabat A", Nip), (kept.Name, kept.Nip));
    }

    [Theory]
    [InlineData("Pejabat B", "")]
    [InlineData("Pejabat A", "196803041994101006")]
    public void TakeOver_OfSomebodyElse_IsRefused(string name, string nip)
    {
        var official = new Official("Pejabat A", Nip);

        Assert.Throws<RosterRefusedException>(() => official.TakeOver(new Official(name, nip), []));
        Assert.Throws<RosterRefusedException>(() => official.TakeOver(official, []));
    }

    [Fact]
    public void PositionsOfNamesakes_OfAName_AreThoseOfEverybodyElseOfThatName()
    {
        var book = new OfficialsBook([], []);
        var first = book.HolderOf(book.Appoint(7, "Pejabat A", nip: null, new Term(IncumbencyKind.Definitive, new(2015, 1, 1))));
        var second = book.HolderOf(book.Appoint(8, "Pejabat A", nip: null, new Term(IncumbencyKind.Definitive, new(2015, 6, 1))));
        book.Appoint(9, "Pejabat B", nip: null, new Term(IncumbencyKind.Definitive, new(2015, 1, 1)));

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal([7], book.PositionsOfNamesakes(second));
        Assert.Equal([8], book.PositionsOfNamesakes(first));
    }
}
