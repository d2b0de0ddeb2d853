using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Seeds;

public class InstructionSeedTests
{
    /// <summary>The published text in one line, without the stars of its bold print.</summary>
    private static readonly string Published = string.Join(
        ' ',
        File.ReadAllText(Seed.Path("instruksi-gubernur-118-2015.md")).Split([' ', '\r', '\n', '*'], StringSplitOptions.RemoveEmptyEntries)
    );

    public static TheoryData<string> Sentences =>
        [
            $"NOMOR {Seed.Instruction.Number} TAHUN {Seed.Instruction.Year}",
            $"TENTANG {Seed.Instruction.Subject} GUBERNUR",
            Seed.Instruction.Opening,
            $"Kepada : {Seed.Instruction.Addressees}",
            Seed.Instruction.Closing,
            $"Ditetapkan di {Seed.Instruction.Place} pada tanggal {Seed.Instruction.IssuedOn.Day} Juni {Seed.Instruction.IssuedOn.Year}",
            $"a.n. {Seed.Instruction.Signatory.OnBehalfOf} {Seed.Instruction.Signatory.Office}, {Seed.Instruction.Signatory.Name} NIP. {Seed.Instruction.Signatory.Nip}",
            $"INSTRUKSI {Seed.Instruction.Authority.ToUpperInvariant()} NOMOR",
            $"Lampiran : Instruksi {Seed.Instruction.Authority} Nomor",
            Seed.AnnexTitle,
            .. Seed.Instruction.Dicta.Zip(["KESATU", "KEDUA", "KETIGA"], (dictum, ordinal) => $"{ordinal} : {dictum}"),
            .. Seed.Instruction.Copies.Select((copy, index) => $"{index + 1}. {copy}"),
        ];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Instruction_OfTheSeed_IsThePublishedTextWordForWord(string sentence) =>
        Assert.Contains(sentence, Published, StringComparison.Ordinal);

    [Fact]
    public void Instruction_OfTheSeed_LeavesNoDictumAndNoCopyOut()
    {
        Assert.Equal(3, Seed.Instruction.Dicta.Count);
        Assert.Equal(2, Seed.Instruction.Copies.Count);
        Assert.Equal(new DateOnly(2015, 6, 1), Seed.Instruction.IssuedOn);
        Assert.Equal("118/2015", Seed.Instruction.Reference);
    }
}
