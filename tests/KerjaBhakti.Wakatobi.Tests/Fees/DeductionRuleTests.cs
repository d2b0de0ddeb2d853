using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Personnel;
using KerjaBhakti.Wakatobi.Tests.Personnel;

namespace KerjaBhakti.Wakatobi.Tests.Fees;

public class DeductionRuleTests
{
    private static readonly DateOnly January = new(2024, 1, 1);
    private static readonly DateOnly July = new(2024, 7, 1);

    [Theory]
    [InlineData(508_334, "5", 25_416, "PPh 21 5 % dari Rp508.334 = Rp25.416,7; dibulatkan ke bawah menjadi Rp25.416 (Contoh).")]
    [InlineData(100, "15", 15, "PPh 21 15 % dari Rp100 = Rp15 (Contoh).")]
    [InlineData(199, "0.5", 0, "PPh 21 0,5 % dari Rp199 = Rp0,995; dibulatkan ke bawah menjadi Rp0 (Contoh).")]
    public void Of_AGrossAmount_IsRoundedDownToWholeRupiahAndSaysSo(long gross, string rate, long amount, string words)
    {
        var deduction = FeeDeduction.Of(Rule(rate), new Rupiah(gross));

        Assert.Equal((amount, words), (deduction.Amount.Amount, deduction.Explain(new Rupiah(gross))));
    }

    [Fact]
    public void Of_ADate_TakesTheRulesOfTheKindInForceThen()
    {
        var old = Rule("5");
        old.End(July.AddDays(-1));
        var rules = new DeductionRules([old]);
        rules.Add(Rule("6", from: July));
        rules.Add(Rule("1", name: "Iuran"));
        rules.Add(Rule("15", StaffKind.CivilServantIV));

        Assert.Equal(
            ["Iuran 10", "PPh 21 50"],
            rules.Of(new Rupiah(1000), StaffKind.CivilServantIII, July.AddDays(-1)).Select(item => $"{item.Name} {item.Amount.Amount}")
        );
        Assert.Equal(
            ["Iuran 10", "PPh 21 60"],
            rules.Of(new Rupiah(1000), StaffKind.CivilServantIII, July).Select(item => $"{item.Name} {item.Amount.Amount}")
        );
        Assert.Empty(rules.Of(new Rupiah(1000), StaffKind.HospitalEmployee, July));
        Assert.Equal(
            [StaffKind.CivilServantIII],
            rules.DifferingBetween([StaffKind.CivilServantIV, StaffKind.CivilServantIII], July.AddDays(-1), July)
        );
    }

    [Fact]
    public void Add_OneOfTheSameNameAtTheSameTimeOrMoreThanEverything_IsRefused()
    {
        var rules = new DeductionRules([Rule("60")]);

        Refused.With("PPh 21 untuk PNS golongan III sudah berlaku sejak 1 Januari 2024; akhiri dahulu yang lama.", () =>
            rules.Add(Rule("5", from: July, name: "pph 21"))
        );
        Refused.With("Potongan PNS golongan III menjadi lebih dari 100 %.", () => rules.Add(Rule("40.01", name: "Iuran")));
        rules.Add(Rule("40", name: "Iuran"));
    }

    [Fact]
    public void Make_WhatCannotBe_IsToldAllAtOnce() =>
        Refused.With(
            [
                "Nama potongan harus diisi, paling panjang 60 huruf.",
                "Dasar hukum harus diisi, paling panjang 300 huruf.",
                "Tarif potongan harus lebih dari 0 %.",
                "Potongan berakhir 31 Desember 2023, sebelum mulai berlaku 1 Januari 2024.",
            ],
            () => DeductionRule.Make(" ", StaffKind.Other, Percent.Parse("0"), "", January, January.AddDays(-1))
        );

    [Fact]
    public void End_TwiceOrBeforeItBegan_IsRefused()
    {
        var rule = Rule("5");
        Refused.With("Hari terakhir 31 Desember 2023 mendahului mulai berlaku 1 Januari 2024.", () => rule.End(January.AddDays(-1)));
        rule.End(July);
        Refused.With("Potongan ini sudah berakhir 1 Juli 2024.", () => rule.End(July));
    }

    [Fact]
    public void Payroll_OfSomebodyNotInTheRegisterOrNotAtWork_IsRefusedByName()
    {
        var calculation = FeeCalculation.Of(
            new Rupiah(1000),
            Staff.Decree,
            [Staff.In("LANGSUNG", "P1", "1"), Staff.In("MERATA", "P2"), Staff.In("MERATA", "P3")]
        );
        var register = new StaffRegister([
            StaffMember.Enter(Member.Of("P1")),
            StaffMember.Enter(Member.Of("P3") with { To = new DateOnly(2024, 3, 31) }),
        ]);

        Refused.With(
            [
                "Pegawai P2 (P2) tidak ada dalam daftar pegawai; catat dahulu di sana.",
                "Pegawai P3 (P3) tidak bekerja pada April 2024 menurut daftar pegawai; "
                    + "perbaiki tanggalnya di sana atau keluarkan dari pembagian.",
            ],
            () => FeePayroll.Of(Guid.Empty, calculation, [new FiscalMonth(2024, 4)], July, register, new DeductionRules([]))
        );
    }

    [Fact]
    public void Payroll_WithoutARegister_DeductsNothingAndHasNoAccounts()
    {
        var calculation = FeeCalculation.Of(new Rupiah(1000), Staff.Decree, [Staff.In("LANGSUNG", "P1", "1"), Staff.In("MERATA", "P1")]);

        var recipient = Assert.Single(
            FeePayroll.Of(Guid.Empty, calculation, [], July, new StaffRegister([]), new DeductionRules([Rule("5")])).Recipients
        );

        Assert.Equal((1000, 0, null, null), (recipient.Net.Amount, recipient.Deducted.Amount, recipient.Kind, recipient.Account));
    }

    private static DeductionRule Rule(
        string rate,
        StaffKind kind = StaffKind.CivilServantIII,
        DateOnly? from = null,
        string name = "PPh 21"
    ) => DeductionRule.Make(name, kind, Percent.Parse(rate), "Contoh", from ?? January, null);
}
