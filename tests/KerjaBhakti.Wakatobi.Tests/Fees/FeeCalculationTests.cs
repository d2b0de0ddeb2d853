using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Tests.Fees;

public class FeeCalculationTests
{
    private static readonly StaffPoints[] Four =
    [
        Staff.In("LANGSUNG", "P2", "12.5"),
        Staff.In("LANGSUNG", "P10", "7.5"),
        Staff.In("MERATA", "P1"),
        Staff.In("MERATA", "P2", "99"),
        Staff.In("MERATA", "P10"),
    ];

    [Fact]
    public void Of_APool_GoesToComponentsAndThenToStaff()
    {
        var calculation = FeeCalculation.Of(new Rupiah(1001), Staff.Decree, Four);

        // 60 % of 1,001 is 600.6 and 40 % is 400.4: the rupiah left over goes to LANGSUNG.
        Assert.Equal([601, 400], calculation.Components.Select(component => component.Pool.Amount.Amount));
        Assert.Equal(
            [("P1", "MERATA", 134), ("P10", "LANGSUNG", 225), ("P10", "MERATA", 133), ("P2", "LANGSUNG", 376), ("P2", "MERATA", 133)],
            calculation.Lines.Select(line => (line.Staff.StaffId, line.Staff.Component, line.Part.Amount.Amount))
        );
        Assert.Equal(new Fraction(5, 8), calculation.Lines[3].Part.Share);
    }

    [Fact]
    public void Of_NoPool_GivesEverybodyNothing() =>
        Assert.All(FeeCalculation.Of(Rupiah.Zero, Staff.Decree, Four).Lines, line => Assert.Equal(Rupiah.Zero, line.Part.Amount));

    [Fact]
    public void Of_ANegativePool_IsRefused() =>
        Assert.Throws<FundRefusedException>(() => FeeCalculation.Of(new Rupiah(-1), Staff.Decree, Four));

    [Fact]
    public void Of_AComponentWithoutStaff_IsRefusedByName() =>
        AssertRefused(Four[..2], "Komponen MERATA tidak mempunyai pegawai, sehingga bagiannya tidak dapat dibagikan.");

    [Fact]
    public void Of_AComponentWithoutPoints_IsRefusedByName() =>
        AssertRefused(
            [Staff.In("LANGSUNG", "P1", "0"), Staff.In("LANGSUNG", "P2", "0.00"), .. Four[2..]],
            "Jumlah poin komponen LANGSUNG nol, sehingga bagiannya tidak dapat dibagikan."
        );

    [Fact]
    public void Of_APersonTwiceInAComponent_IsRefusedWithBothLines() =>
        AssertRefused(
            [.. Four, Staff.In("LANGSUNG", "P9", "1") with { Line = 7 }, Staff.In("LANGSUNG", "P9", "2") with { Line = 9 }],
            "Pegawai 'P9' ada 2 kali dalam komponen LANGSUNG (baris 7 dan 9); satu pegawai hanya satu kali per komponen."
        );

    [Fact]
    public void Of_AnUnknownComponent_IsRefused() =>
        AssertRefused(
            [.. Four, Staff.In("langsung", "P1", "1") with { Line = 7 }],
            "Baris 7: komponen 'langsung' tidak ada dalam keputusan; yang ada LANGSUNG, MERATA."
        );

    [Fact]
    public void Of_MissingPoints_IsRefusedWherePointsDecide() =>
        AssertRefused([.. Four, Staff.In("LANGSUNG", "P1")], "Daftar pegawai: poin pegawai 'P1' dalam komponen LANGSUNG belum diisi.");

    [Theory]
    [InlineData("", "Daftar pegawai: nomor pegawai '' harus diisi, paling panjang 50 huruf.")]
    [InlineData("TOTAL", "Daftar pegawai: nomor pegawai tidak boleh 'TOTAL', karena baris jumlah memakainya.")]
    public void Of_AnImpossibleStaffNumber_IsRefused(string id, string problem) =>
        AssertRefused([.. Four, Staff.In("MERATA", id)], problem);

    [Fact]
    public void Of_AWrongColumn_TellsTheFirstProblemsAndThatThereAreMore()
    {
        var staff = Enumerable.Range(1, 2000).Select(number => Staff.In("X", $"P{number}", "1")).ToList();
        var problems = Assert.Throws<FundRefusedException>(() => FeeCalculation.Of(new Rupiah(1), Staff.Decree, staff)).Problems;

        Assert.Equal(51, problems.Count);
        Assert.Equal("Masih ada masalah lain; yang ditampilkan hanya 50 yang pertama.", problems[^1]);
    }

    [Fact]
    public void Explanation_OfPoints_ShowsTheWholeReckoning()
    {
        var calculation = FeeCalculation.Of(new Rupiah(1001), Staff.Decree, Four);

        Assert.Equal(
            "Komponen LANGSUNG mendapat 60 % dari Rp1.001 = Rp600,6, dibulatkan menjadi Rp601; poin Anda 12,5 dari 20 poin seluruh 2 pegawai komponen ini, yaitu "
                + "Rp601 × 12,5 ÷ 20 = Rp375,625; dibulatkan ke bawah menjadi Rp375, ditambah Rp1 dari sisa pembulatan karena pecahan Anda termasuk yang terbesar, sehingga Anda "
                + "menerima Rp376.",
            new FeeExplanation(calculation).Of(calculation.Lines[3])
        );
    }

    [Fact]
    public void Explanation_OfEqualParts_ShowsTheWholeReckoning()
    {
        var calculation = FeeCalculation.Of(new Rupiah(1000), Staff.Decree, Four);

        Assert.Equal(
            "Komponen MERATA mendapat 40 % dari Rp1.000 = Rp400; dibagi sama rata kepada 3 pegawai, yaitu Rp400 ÷ 3 = Rp133,3333…; dibulatkan ke bawah, sehingga Anda menerima "
                + "Rp133; sisa pembulatan diberikan kepada pecahan yang lebih besar, atau kepada nomor pegawai yang lebih dahulu bila pecahannya sama.",
            new FeeExplanation(calculation).Of(calculation.Lines[4])
        );
    }

    [Fact]
    public void Explanation_WithoutRounding_SaysSo()
    {
        var calculation = FeeCalculation.Of(new Rupiah(2000), Staff.Decree, [Staff.In("LANGSUNG", "P1", "1"), Staff.In("MERATA", "P1")]);

        Assert.Equal(
            "Komponen LANGSUNG mendapat 60 % dari Rp2.000 = Rp1.200; poin Anda 1 dari 1 poin seluruh 1 pegawai komponen ini, yaitu Rp1.200 × 1 ÷ 1 = Rp1.200; Anda menerima "
                + "Rp1.200, tanpa pembulatan.",
            new FeeExplanation(calculation).Of(calculation.Lines[0])
        );
    }

    private static void AssertRefused(IReadOnlyList<StaffPoints> staff, string problem) =>
        Assert.Contains(
            problem,
            Assert.Throws<FundRefusedException>(() => FeeCalculation.Of(new Rupiah(1000), Staff.Decree, staff)).Problems
        );

    [Fact]
    public void Of_OnePersonUnderTwoSpellings_IsRefusedByName() =>
        Refused.With(
            "Nomor '0007' (Pegawai 0007, baris 2) dan '7' (Pegawai 7, baris 3) adalah satu nomor yang ditulis berlainan; "
                + "tulis semuanya dengan satu cara.",
            () =>
                FeeCalculation.Of(
                    new Rupiah(1_000),
                    Staff.Decree,
                    [Staff.In("LANGSUNG", "0007", "1") with { Line = 2 }, Staff.In("MERATA", "7") with { Line = 3 }]
                )
        );

    [Fact]
    public void Of_ANumberThatASpreadsheetRounded_IsRefusedByName() =>
        Refused.With(
            "Daftar pegawai: nomor pegawai '1,96804E+17' (Pegawai 1,96804E+17) sudah dibulatkan oleh lembar kerja, angka aslinya hilang; "
                + "tulis nomornya sebagai teks.",
            () => FeeCalculation.Of(new Rupiah(1_000), Staff.Decree, [Staff.In("LANGSUNG", "1,96804E+17", "1"), Staff.In("MERATA", "P1")])
        );
}
