using KerjaBhakti.Wakatobi.Personnel;

namespace KerjaBhakti.Wakatobi.Tests.Personnel;

public class StaffImportTests
{
    private static readonly StaffMember Known = StaffMember.Enter(
        new StaffFacts(
            "0007",
            "Pegawai A",
            "IGD",
            StaffKind.ContractEmployee,
            new BankAccount("Bank Contoh", "12345678", "Pegawai A"),
            new DateOnly(2020, 1, 1),
            null
        )
    );

    [Fact]
    public void Judge_WhatIsEmpty_LeavesWhatTheRegisterSays()
    {
        var line = Assert.Single(StaffImport.Judge([Row(2, "7", "Pegawai A")], [Known]));

        Assert.Equal((StaffVerdict.Same, "Sama dengan yang tercatat."), (line.Verdict, line.Sentence));
    }

    [Fact]
    public void Judge_SomebodyNewAndSomebodyChanged_SaysWhat()
    {
        var lines = StaffImport.Judge(
            [Row(2, "0007", "Pegawai A") with { Unit = "ICU" }, Row(3, "8", "Pegawai B") with { Kind = "III/a", From = "2024-05-01" }],
            [Known]
        );

        Assert.Equal(
            [(StaffVerdict.Change, "Diubah: unit IGD menjadi ICU."), (StaffVerdict.New, "Baru: PNS golongan III mulai 1 Mei 2024.")],
            lines.Select(line => (line.Verdict, line.Sentence))
        );
    }

    [Theory]
    [InlineData("", "2024-05-01", "Jenis wajib diisi.")]
    [InlineData("Magang", "2024-05-01", "Jenis 'Magang' tidak dikenal; tulis PNS golongan I, ")]
    [InlineData("PPPK", "", "Mulai wajib diisi.")]
    [InlineData("PPPK", "31/02/2024", "Mulai '31/02/2024' bukan tanggal; tulis misalnya 15 Juli 2024.")]
    public void Judge_ARowThatCannotBeRead_IsNamed(string kind, string from, string problem)
    {
        var line = Assert.Single(StaffImport.Judge([Row(2, "8", "Pegawai B") with { Kind = kind, From = from }], []));

        Assert.Equal(StaffVerdict.Error, line.Verdict);
        Assert.StartsWith(problem, line.Sentence, StringComparison.Ordinal);
        Assert.Null(line.Facts);
    }

    [Fact]
    public void Judge_OneNumberInTwoSpellings_IsRefusedByName()
    {
        var lines = StaffImport.Judge([New(2, "0008", "Pegawai B"), New(3, "8 ", "Pegawai C")], []);

        Assert.Equal([StaffVerdict.New, StaffVerdict.Error], lines.Select(line => line.Verdict));
        Assert.Equal("Nomor '8 ' sama dengan '0008' (Pegawai B) pada baris 2; satu orang satu baris.", lines[1].Sentence);
    }

    [Fact]
    public void Judge_TwoPeopleOfOneAccountOrOneName_AreWarnedOf()
    {
        var lines = StaffImport.Judge(
            [New(2, "8", "Pegawai B") with { Bank = "Bank Contoh", Account = "12345678" }, New(3, "9", "Pegawai A")],
            [Known]
        );

        Assert.Equal(["Rekening …5678 juga dipakai Pegawai A (0007)."], lines[0].Warnings);
        Assert.Equal(["Nama ini juga tercatat dengan nomor 0007; periksa apakah orangnya sama."], lines[1].Warnings);
        Assert.All(lines, line => Assert.Equal(StaffVerdict.New, line.Verdict));
    }

    private static StaffRow Row(int line, string number, string name) => new(line, number, name, "", "", "", "", "", "", "");

    private static StaffRow New(int line, string number, string name) =>
        Row(line, number, name) with
        {
            Kind = "PPPK",
            From = "2024-01-01",
        };
}
