using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Positions;

public class NipTests
{
    private static readonly DateOnly Today = new(2015, 6, 5);

    [Theory]
    [InlineData("196402111984031002", "•••••••••••••••002")]
    [InlineData("1234", "•234")]
    [InlineData("123", "•••")]
    [InlineData("", "")]
    public void Mask_ANumber_LeavesAtMostTheLastThreeCharacters(string nip, string expected) => Assert.Equal(expected, Nip.Mask(nip));

    [Fact]
    public void Mask_TheSignatoryOf2015_HidesBirthDateAndSex()
    {
        var nip = Seed.Instruction.Signatory.Nip;

        Assert.DoesNotContain(nip[..15], Nip.Mask(nip), StringComparison.Ordinal);
        Assert.All(Nip.Mask(nip)[..15], character => Assert.Equal('•', character));
    }

    [Fact]
    public void Warnings_OfTheSignatorysNumber_AreNone() => Assert.Empty(Nip.Warnings(Seed.Instruction.Signatory.Nip, Today));

    [Theory]
    [InlineData("123", "3 angka")]
    [InlineData("19640211198403100", "17 angka")]
    [InlineData("19640211198403100A", "memuat 'A'")]
    [InlineData("196413111984031002", "bukan tanggal lahir")]
    [InlineData("196402111984131002", "bukan bulan pengangkatan")]
    [InlineData("196402111950031002", "bukan bulan pengangkatan")]
    [InlineData("196402112016031002", "bukan bulan pengangkatan")]
    [InlineData("196402111984033002", "bukan 1 atau 2")]
    [InlineData("196402111984031000", "dibulatkan")]
    [InlineData("196402111984211002", "PPPK")]
    public void Warnings_OfAnOddNumber_SayWhatIsOdd(string nip, string warning) =>
        Assert.Contains(warning, Assert.Single(Nip.Warnings(nip, Today)), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("19640211 198403 1 002")]
    public void Warnings_OfNoNumberOrOneInGroups_AreNone(string nip) => Assert.Empty(Nip.Warnings(nip, Today));

    [Theory]
    [InlineData("1.96804E+17", true)]
    [InlineData("1,96804E+17", true)]
    [InlineData("2e17", true)]
    [InlineData("196402111984031002", false)]
    [InlineData("1.96804", false)]
    [InlineData("E17", false)]
    public void IsRuinedBySpreadsheet_KnowsANumberWrittenAsAPowerOfTen(string nip, bool ruined) =>
        Assert.Equal(ruined, Nip.IsRuinedBySpreadsheet(nip));

    [Fact]
    public void Official_WithANumberRuinedByASpreadsheet_IsRefusedWithTheReason()
    {
        var refusal = Assert.Throws<RosterRefusedException>(() => new Official("Pejabat A", "1.96804E+17"));

        Assert.Contains("1.96804E+17", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("lembar kerja", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Official_WithAnOddNumber_IsKept()
    {
        var official = new Official(" Pejabat  A ", "'123");

        Assert.Equal(("Pejabat A", "123"), (official.Name, official.Nip));
        Assert.Throws<RosterRefusedException>(() => official.Describe(" ", null));
    }
}
