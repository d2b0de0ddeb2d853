using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Personnel;

namespace KerjaBhakti.Wakatobi.Tests.Personnel;

public class StaffMemberTests
{
    private static readonly StaffFacts Facts = new(
        "0007",
        "Pegawai A",
        "IGD",
        StaffKind.CivilServantIII,
        new BankAccount("Bank Contoh", "12345678", "Pegawai A"),
        new DateOnly(2020, 1, 1),
        null
    );

    [Fact]
    public void Enter_WhatCannotBe_IsToldAllAtOnce() =>
        Refused.With(
            [
                "Nomor pegawai '1.96804E+17' sudah dibulatkan oleh lembar kerja, angka aslinya hilang; tulis nomornya sebagai teks.",
                "Nama pegawai harus diisi, paling panjang 200 huruf.",
                "Hari terakhir 31 Desember 2019 mendahului hari pertama 1 Januari 2020.",
            ],
            () => StaffMember.Enter(Facts with { Number = "1.96804E+17", Name = " ", To = new DateOnly(2019, 12, 31) })
        );

    [Fact]
    public void Change_SaysWhatChangedWithTheAccountMaskedAndKeepsTheNumber()
    {
        var member = StaffMember.Enter(Facts);

        var changes = member.Change(
            Facts with
            {
                Number = "9999",
                Unit = "ICU",
                Kind = StaffKind.CivilServantIV,
                Account = new BankAccount("Bank Contoh", "87654321", "Pegawai A"),
            }
        );

        Assert.Equal(
            "unit IGD menjadi ICU; jenis PNS golongan III menjadi PNS golongan IV; rekening Bank Contoh …5678 menjadi Bank Contoh …4321",
            changes
        );
        Assert.Equal(("0007", 1), (member.Number, member.Revision));
        Assert.Equal(string.Empty, member.Change(member.Facts));
        Assert.Equal(1, member.Revision);
    }

    [Fact]
    public void WorksIn_AMonthOfItsFirstOrLastDay_IsTrueAndBesideItFalse()
    {
        var member = StaffMember.Enter(Facts with { From = new DateOnly(2024, 3, 31), To = new DateOnly(2024, 5, 1) });

        Assert.Equal(
            [false, true, true, true, false],
            new[] { 2, 3, 4, 5, 6 }.Select(month => member.WorksIn(new FiscalMonth(2024, month)))
        );
        Assert.Equal(
            (false, true, false),
            (member.WorksOn(new DateOnly(2024, 3, 30)), member.WorksOn(new DateOnly(2024, 5, 1)), member.WorksOn(new DateOnly(2024, 5, 2)))
        );
    }

    [Theory]
    [InlineData("PNS Gol. III/b", StaffKind.CivilServantIII)]
    [InlineData("iv/e", StaffKind.CivilServantIV)]
    [InlineData("P3K", StaffKind.ContractEmployee)]
    [InlineData("Non-ASN", StaffKind.HospitalEmployee)]
    [InlineData("dokter mitra", StaffKind.PartTimeDoctor)]
    public void Read_AKindAsOfficesWriteIt_IsKnown(string text, StaffKind kind) => Assert.Equal(kind, StaffKinds.Read(text));

    [Fact]
    public void Read_EveryKindByItsOwnName_IsThatKind() =>
        Assert.Equal(StaffKinds.All, StaffKinds.All.Select(kind => StaffKinds.Read(StaffKinds.NameOf(kind))!.Value));

    [Theory]
    [InlineData(
        "Bank Contoh",
        "1.2345E+9",
        "Nomor rekening '1.2345E+9' sudah dibulatkan oleh lembar kerja, angka aslinya hilang; tulis nomornya sebagai teks."
    )]
    [InlineData("Bank Contoh", "12A45678", "Nomor rekening '12A45678' harus terdiri atas 5 sampai 20 angka.")]
    [InlineData("", "12345678", "Nama bank harus diisi, paling panjang 60 huruf.")]
    public void Account_ThatCannotBe_IsRefused(string bank, string number, string problem) =>
        Refused.With(problem, () => BankAccount.Read(bank, number, "", "Pegawai A"));

    [Fact]
    public void Account_OfNothing_IsNoneAndOfNoHolderThePersonsOwn()
    {
        Assert.Null(BankAccount.Read(" ", "", null, "Pegawai A"));
        Assert.Equal(
            new BankAccount("Bank Contoh", "0012345678", "Pegawai A"),
            BankAccount.Read("Bank Contoh", "00-1234 5678", "", "Pegawai A")
        );
    }
}
