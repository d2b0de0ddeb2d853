using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Positions;

public class PostAliasTests
{
    private static readonly string[] Posts = ["Dinas Kesehatan", "Dinas Pendidikan", "Satuan Polisi Pamong Praja"];

    [Theory]
    [InlineData("Satpol PP")]
    [InlineData("SATPOL  PP")]
    [InlineData("Satpol. P.P.")]
    [InlineData("SatpolPP")]
    [InlineData("Sat\u200Bpol PP")]
    public void Find_OfAShortNameHoweverItIsWritten_IsThePost(string text) =>
        Assert.Equal("Satuan Polisi Pamong Praja", Seed.Aliases.Find(text));

    [Theory]
    [InlineData("Satuan Polisi Pamong Praja")]
    [InlineData("Satpol")]
    [InlineData("")]
    [InlineData(null)]
    public void Find_OfWhatIsNoShortName_IsNothing(string? text) => Assert.Null(Seed.Aliases.Find(text));

    [Fact]
    public void Of_APost_AreItsShortNamesInOrder() =>
        Assert.Equal(["Dishub", "Dishubtrans"], Seed.Aliases.Of("dinas perhubungan dan transportasi"));

    [Fact]
    public void Change_ToAnotherPost_TakesItsNameAsItIsPrinted()
    {
        var alias = new PostAlias(" Dis\u200Bdik ", "dinas kesehatan", Posts);
        alias.Change("Disdik", "DINAS  PENDIDIKAN", Posts);

        Assert.Equal(("Disdik", "DISDIK", "Dinas Pendidikan", 2), (alias.Text, alias.Key, alias.PostName, alias.Revision));
    }

    [Theory]
    [InlineData("", "Dinas Kesehatan", "wajib ditulis")]
    [InlineData(".-", "Dinas Kesehatan", "paling sedikit 2")]
    [InlineData("D", "Dinas Kesehatan", "paling sedikit 2")]
    [InlineData("dinas-pendidikan", "Dinas Kesehatan", "nama jabatan itu sendiri (Dinas Pendidikan)")]
    [InlineData("Dinkes", "", "Pilih jabatan")]
    [InlineData("Dinkes", "Dinas Kesehatn", "tidak ada dalam daftar jabatan")]
    public void Change_ToWhatCannotBe_IsRefusedWithTheReasonAndChangesNothing(string text, string post, string reason)
    {
        var alias = new PostAlias("DK", "Dinas Kesehatan", Posts);

        var refusal = Assert.Throws<RosterRefusedException>(() => alias.Change(text, post, Posts));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(("DK", "Dinas Kesehatan", 1), (alias.Text, alias.PostName, alias.Revision));
    }

    [Fact]
    public void Change_ToATextThatIsTooLong_IsRefused() =>
        Assert.Throws<RosterRefusedException>(() => new PostAlias(new string('a', PostAlias.TextLength + 1), "Dinas Kesehatan", Posts));

    [Fact]
    public void Seed_EveryShortName_StandsForALabelOfTheAnnexAndForOneOnly()
    {
        var labels = Seed.Annex.Rows.Select(row => row.Label).Distinct().ToList();
        var lines = labels.SelectMany(label => Seed.Aliases.Of(label), (label, text) => new PostAlias(text, label, labels)).ToList();

        Assert.Equal(49, lines.Count);
        Assert.All(lines, alias => Assert.Equal(alias.PostName, Seed.Aliases.Find(alias.Text)));
    }
}
