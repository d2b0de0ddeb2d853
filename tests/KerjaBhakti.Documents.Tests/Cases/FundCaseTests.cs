using System.Text;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Documents.Tests.Cases;

/// <summary>Claims and staff as hospitals send them.</summary>
public sealed class FundCaseTests
{
    private const string Plain = "RAWAT_JALAN 1250 312500000, RAWAT_INAP 210 735000000";

    // What each file of claims is read as; what begins with an exclamation mark is part of a refusal.
    private static readonly Dictionary<string, string> Claims = new()
    {
        ["h01"] = Plain,
        ["h03"] = Plain,
        ["h05"] = Plain,
        ["h07"] = Plain,
        ["h09"] = Plain,
        ["h11"] = Plain,
        ["h12"] = Plain,
        ["h14"] = "!Diajukan (ribu rupiah)",
        ["h15"] = Plain,
        ["h17"] = Plain,
        ["h18"] = "!halaman web (HTML)",
        ["h20"] = Plain,
        ["h21"] = Plain,
    };

    private static readonly Dictionary<string, string> Staff = new()
    {
        ["d01"] = "!sudah dibulatkan oleh lembar kerja",
        ["d03"] = "!dengan koma sebagai pemisah",
        ["d04"] = "0001 1.250, 0002 980",
        ["d05"] = "!ada 2 kali",
        ["d06"] = "!ada 2 kali",
        ["d10"] = "!poin '1.2E1' bukan angka",
        ["d12"] = "0001 10, 0002 5",
        ["d14"] = "!'JUMLAH' adalah baris jumlah",
        ["d15"] = "0001 10, 0002 5",
        ["d17"] = "!Baris pertama berkas pegawai harus",
        ["d18"] = "!Baris pertama berkas pegawai harus",
        ["d20"] = "!negatif",
        ["d21"] = "0001 6, 0001 , 0002 6, 0002 , 0003 2, 0003 ",
        ["d22"] = "0001 10, 0002 5",
        ["d23"] = "!tidak berenkode UTF-8",
        ["d25"] = "!ada 2 kali",
        ["d26"] = "!tidak berenkode UTF-8",
        ["d28"] = "0001 10, 0007 10",
        ["d29"] = "!Jumlah poin komponen LANGSUNG nol",
    };

    private static readonly Dictionary<string, string> Pastes = new()
    {
        ["w01"] = "0001 12.5, 0002 7.25",
        ["w04"] = "0001 10",
        ["w05"] = "0001 10, 0002 5",
        ["w07"] = "0001 10",
    };

    public static TheoryData<string, string> ClaimCases => CaseFiles.Of("h");

    public static TheoryData<string, string> StaffCases => CaseFiles.Of("d");

    public static TheoryData<string, string> PasteCases => CaseFiles.Of("w");

    [Theory]
    [MemberData(nameof(ClaimCases))]
    public void Claims_OfACase_AreReadOrRefusedAsTheyShould(string id, string source) => Check(id, source, Claims[id], () =>
        {
            var sheet = ClaimFile.Read(CaseFiles.Read(id), Regulation9Of2024.Services);
            return sheet.IsRefused
                ? throw new FundRefusedException([.. sheet.Lines.Where(line => line.Refused).Select(line => line.Verdict)])
                : string.Join(
                    ", ",
                    sheet
                        .Lines.Where(line => line.Filing is not null)
                        .Select(line => $"{line.Filing!.Service} {line.Filing.Cases} {line.Filing.Filed.Amount}")
                );
        });

    [Theory]
    [MemberData(nameof(StaffCases))]
    public void Staff_OfACase_AreReadOrRefusedAsTheyShould(string id, string source) => Check(id, source, Staff[id], () =>
        {
            var decree = FeeDecreeJson.Read(CaseFiles.Read(id == "d21" ? "d-decree.json" : "d-decree-points"));
            var calculation = FeeCalculation.Of(new Rupiah(1_000_001), decree, StaffPointsFile.ReadCsv(CaseFiles.Read(id)).Staff);
            Assert.Equal(1_000_001, calculation.Lines.Sum(line => line.Part.Amount.Amount));
            return Shown(calculation.Lines.Select(line => line.Staff));
        });

    [Theory]
    [MemberData(nameof(PasteCases))]
    public void Paste_OfACase_IsReadAsItShould(string id, string source) =>
        Check(id, source, Pastes[id], () => Shown(StaffPointsFile.ReadText(CaseFiles.Text(id)).Staff));

    [Fact]
    public void Staff_WithAThousandOrADecimal_IsSaid() =>
        Assert.Contains(
            "poin '1.250' dibaca sebagai desimal",
            Assert.Single(StaffPointsFile.ReadCsv(CaseFiles.Read("d04")).Remarks),
            StringComparison.Ordinal
        );

    [Fact]
    public void Staff_OfOneNameAndTwoNumbers_IsSaid() =>
        Assert.Contains(
            "Nama 'Contoh A' dipakai pegawai '0001' dan '0007'",
            Assert.Single(StaffPointsFile.ReadCsv(CaseFiles.Read("d28")).Remarks),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("1.250", "980", "dapat berarti 1250 atau 1,2500")]
    [InlineData("12,5", "1.250", "12.5, 1250")]
    [InlineData("1.250,5", "980", "1250.5, 980")]
    [InlineData("1,250.5", "980", "1250.5, 980")]
    [InlineData("12.5", "1.250", "12.5, 1.250")]
    [InlineData("(3)", "1", "negatif")]
    [InlineData("1.2E1", "1", "bukan angka")]
    public void Points_AsPeopleWriteThem_HaveOneRule(string first, string second, string expected)
    {
        var said = string.Empty;
        try
        {
            said = string.Join(
                ", ",
                StaffPointsFile
                    .ReadText($"NIP\tNama\tKomponen\tPoin\n1\ta\tA\t{first}\n2\tb\tA\t{second}")
                    .Staff.Select(line => line.Points)
            );
        }
        catch (FundRefusedException refusal)
        {
            said = refusal.Message;
        }

        Assert.Contains(expected, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Layanan;Kasus;Tarif RS;Tarif INA-CBG\nRJTL;1;2;3", "Ada 2 kolom jumlah rupiah: 'Tarif RS', 'Tarif INA-CBG'")]
    [InlineData("(dalam jutaan rupiah);;\nLayanan;Kasus;Diajukan\nRJTL;1;2", "bukan rupiah penuh")]
    [InlineData("Layanan;Kasus;Diajukan\nIGD;1;1.000\nTotal;1;2.000", "jumlah 2.000 tidak sama dengan 1.000")]
    [InlineData("Layanan;Kasus;Diajukan\nPoli rawat jalan;1;1.000", "Yang mendekati: Rawat jalan tingkat lanjutan")]
    public void Claims_ThatLeaveSomethingOpen_AreAskedAbout(string csv, string expected) => Check("csv", "own", $"!{expected}", () =>
        {
            var sheet = ClaimFile.Read(Encoding.UTF8.GetBytes(csv), Regulation9Of2024.Services);
            return sheet.IsRefused
                ? throw new FundRefusedException([.. sheet.Lines.Where(line => line.Refused).Select(line => line.Verdict)])
                : "read";
        });

    private static string Shown(IEnumerable<StaffPoints> staff) => string.Join(", ", staff.Select(line => $"{line.StaffId} {line.Points}"));

    private static void Check(string id, string source, string expected, Func<string> read)
    {
        string said;
        try
        {
            said = read();
        }
        catch (Exception refusal) when (refusal is FundRefusedException or TableUnreadableException)
        {
            said = $"!{string.Join('\n', (refusal as FundRefusedException)?.Problems ?? [refusal.Message])}";
        }

        if (expected.StartsWith('!'))
        {
            Assert.True(said.StartsWith('!'), $"{id} ({source}) was read: {said}");
            Assert.Contains(expected[1..], said, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(expected, said);
        }
    }
}
