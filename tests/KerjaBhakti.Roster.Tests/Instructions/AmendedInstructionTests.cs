using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Text;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Instructions;

public class AmendedInstructionTests
{
    private static readonly string Subject = Seed.Instruction.Subject;

    [Fact]
    public void Subject_OfTheFirstAmendment_NamesTheInstructionItAmends() =>
        Assert.Equal($"PERUBAHAN ATAS INSTRUKSI GUBERNUR NOMOR 118 TAHUN 2015 TENTANG {Subject}", Amended().Subject);

    [Theory]
    [InlineData(1, "PERUBAHAN KEDUA ATAS")]
    [InlineData(2, "PERUBAHAN KETIGA ATAS")]
    [InlineData(9, "PERUBAHAN KESEPULUH ATAS")]
    public void Subject_OfALaterAmendment_CountsThemAndStillNamesTheFirstInstruction(int amendments, string heading) =>
        Assert.Equal($"{heading} INSTRUKSI GUBERNUR NOMOR 118 TAHUN 2015 TENTANG {Subject}", Amended(amendments).Subject);

    [Fact]
    public void FullName_AfterOneAmendment_NamesIt() =>
        Assert.EndsWith(
            "Ibukota Jakarta sebagaimana telah diubah dengan Instruksi Gubernur Nomor 201 Tahun 2015",
            Amended(1).FullName,
            StringComparison.Ordinal
        );

    [Fact]
    public void FullName_AfterSeveralAmendments_NamesTheLast() =>
        Assert.EndsWith(
            "sebagaimana telah beberapa kali diubah, terakhir dengan Instruksi Gubernur Nomor 203 Tahun 2015",
            Amended(3).FullName,
            StringComparison.Ordinal
        );

    [Fact]
    public void Last_IsTheOneWhoseAnnexIsReplaced() =>
        Assert.Equal(["118/2015", "202/2015"], new[] { Amended(), Amended(2) }.Select(amended => amended.Last.Reference));

    [Theory]
    [InlineData("PELAKSANAAN KERJA BHAKTI BAGI PEJABAT DI LINGKUNGAN DKI", "Pelaksanaan Kerja Bhakti bagi Pejabat di Lingkungan DKI")]
    [InlineData("DI LUAR SKPD/UKPD", "Di Luar SKPD/UKPD")]
    [InlineData("Pelaksanaan KERJA", "Pelaksanaan KERJA")]
    [InlineData("", "")]
    public void Title_WithinASentence_KeepsNamesAndLowersParticles(string title, string sentence) =>
        Assert.Equal(sentence, TitleWords.InSentence(title));

    private static AmendedInstruction Amended(int amendments = 0) =>
        AmendedInstruction.Of([
            Seed.Instruction,
            .. Enumerable
                .Range(201, amendments)
                .Select(number => new Instruction(Seed.Instruction.Text, number, Seed.Instruction.IssuedOn.AddDays(number))),
        ]);
}
