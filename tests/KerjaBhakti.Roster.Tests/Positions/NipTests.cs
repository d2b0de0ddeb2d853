using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Positions;

public class NipTests
{
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
}
