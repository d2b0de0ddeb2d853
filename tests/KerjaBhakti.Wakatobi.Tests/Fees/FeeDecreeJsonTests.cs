using System.Text;
using KerjaBhakti.Wakatobi.Fees;

namespace KerjaBhakti.Wakatobi.Tests.Fees;

public class FeeDecreeJsonTests
{
    private const string Langsung = """{ "code": "LANGSUNG", "share": "60", "method": "points" }""";
    private const string Merata = """{ "code": "MERATA", "share": "40", "method": "equal" }""";

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void Read_ADecree_HasItsNumberAndComponents(string start)
    {
        var decree = Read($$"""{{start}}{ "number": "445/12/2024", "components": [ {{Langsung}}, {{Merata}} ] }""");

        Assert.Equal("445/12/2024", decree.Number);
        Assert.Equal(Staff.Decree.Components, decree.Components);
    }

    [Theory]
    [InlineData(
        """{ "code": "A", "share": "99.99", "method": "points" }""",
        "Bagian semua komponen berjumlah 99,99 %, padahal harus tepat 100 %."
    )]
    [InlineData(
        """{ "code": "A", "share": 100, "method": "points" }""",
        "Komponen ke-1: \"share\" harus berupa teks di antara tanda kutip."
    )]
    [InlineData(
        """{ "code": "A", "share": "1e2", "method": "points" }""",
        "Komponen ke-1 ('A'): bagian '1e2' bukan persen dari 0 sampai 100; tulis angka dengan titik desimal tanpa tanda %, misalnya \"12.5\"."
    )]
    [InlineData(
        """{ "code": "A", "share": "-100", "method": "points" }""",
        "Komponen ke-1 ('A'): bagian '-100' bukan persen dari 0 sampai 100; tulis angka dengan titik desimal tanpa tanda %, misalnya \"12.5\"."
    )]
    [InlineData(
        """{ "code": "A", "share": "100", "method": "Points" }""",
        "Komponen ke-1 ('A'): cara 'Points' tidak dikenal; pakai \"points\" (menurut poin) atau \"equal\" (sama rata)."
    )]
    [InlineData("""{ "code": "A", "share": "100" }""", "Komponen ke-1: \"method\" belum ada.")]
    [InlineData(
        """{ "code": "A", "share": "100", "method": "equal", "cap": "5" }""",
        "Komponen ke-1: \"cap\" tidak dikenal; yang dikenal hanya code, share, method."
    )]
    [InlineData(
        """{ "code": " A", "share": "100", "method": "equal" }""",
        "Kode komponen ' A' harus diisi tanpa spasi di tepinya, paling panjang 50 huruf."
    )]
    [InlineData(Langsung + "," + Langsung, "Komponen 'LANGSUNG' ada 2 kali; setiap komponen hanya boleh satu kali.")]
    [InlineData("[]", "Komponen ke-1 harus berupa objek { … }.")]
    [InlineData("", "Keputusan harus memuat sedikitnya satu komponen.")]
    public void Read_AWrongComponent_IsRefusedAndNamed(string components, string problem) =>
        Assert.Contains(problem, Problems($$"""{ "number": "1", "components": [ {{components}} ] }"""));

    [Theory]
    [InlineData("""{ "number": "1" }""", "Keputusan: \"components\" belum ada.")]
    [InlineData(
        """{ "number": "", "components": [ { "code": "A", "share": "100", "method": "equal" } ] }""",
        "Nomor keputusan harus diisi, paling panjang 100 huruf."
    )]
    [InlineData("""{ "number": 1, "components": "A" }""", "Keputusan: \"components\" harus berupa daftar [ … ].")]
    [InlineData(
        """{ "number": "1", "date": "2024-04-01", "components": [] }""",
        "Keputusan: \"date\" tidak dikenal; yang dikenal hanya number, components."
    )]
    [InlineData("[]", "Keputusan harus berupa objek { … }.")]
    [InlineData("{ \"number\": \"1\",\n }", "Berkas keputusan bukan JSON yang benar (baris 2, byte ke-2).")]
    [InlineData("", "Berkas keputusan bukan JSON yang benar (baris 1, byte ke-1).")]
    [InlineData(
        """{ "number": "1", "number": "2", "components": [] }""",
        "Berkas keputusan bukan JSON yang benar: ada nama yang ditulis dua kali dalam satu objek."
    )]
    public void Read_AnotherForm_IsRefusedAndNamed(string json, string problem) => Assert.Contains(problem, Problems(json));

    [Fact]
    public void Read_SeveralMistakes_TellsThemAllAtOnce() =>
        Assert.Equal(3, Problems("""{ "number": 1, "components": [ { "code": "A", "share": "x", "method": "y" } ] }""").Count);

    [Theory]
    [InlineData(new byte[] { 0x7B, 0x22, 0xE9, 0x22, 0x3A, 0x31, 0x7D })]
    [InlineData(
        new byte[] { 0x7B, 0x22, (byte)'n', (byte)'u', (byte)'m', (byte)'b', (byte)'e', (byte)'r', 0x22, 0x3A, 0x22, 0xE9, 0x22, 0x7D }
    )]
    public void Read_AnotherEncoding_IsRefused(byte[] json) =>
        Assert.Contains(
            "Berkas keputusan",
            Assert.Single(Assert.Throws<FundRefusedException>(() => FeeDecreeJson.Read(json)).Problems),
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_HalfOfASurrogatePair_IsRefused() =>
        Assert.Equal(
            ["Berkas keputusan memuat huruf yang rusak; simpan ulang sebagai UTF-8."],
            Problems("""{ "number": "\ud800", "components": [] }""")
        );

    private static FeeDecree Read(string json) => FeeDecreeJson.Read(Encoding.UTF8.GetBytes(json));

    private static IReadOnlyList<string> Problems(string json) => Assert.Throws<FundRefusedException>(() => Read(json)).Problems;
}
