using KerjaBhakti.Documents.Tests.Roster;
using KerjaBhakti.Roster.Findings;

namespace KerjaBhakti.Documents.Tests.Cases;

/// <summary>Annexes as offices send them: what <c>check-annex</c> and <c>import-annex</c> make of each.</summary>
public sealed class AnnexCaseTests
{
    private static readonly AnnexOutcome Base = CaseFiles.Annex("b01");

    // Read like b01: the same rows and the same findings.
    private static readonly HashSet<string> LikeBase =
    [
        "a01",
        "a05",
        "a07",
        "a09",
        "a12",
        "a13",
        "a21",
        "a23",
        "a24",
        "a25",
        "a26",
        "a29",
        "a31",
        "a38",
        "a43",
        "a44",
        "a46",
        "a53",
        "a54",
        "a55",
        "a65",
        "b01",
        "b03",
        "b05",
        "b07",
        "b13",
        "b19",
        "b23",
    ];

    // Refused, or read and said, in words that name the reason.
    private static readonly Dictionary<string, string> Said = new()
    {
        ["a01"] = "Lembar 'Lama' tersembunyi",
        ["a03"] = "Baris 4 berkas (Dinas Coret Lama) tidak bernomor dan tersembunyi di berkas",
        ["a07"] = "Baris 2 berkas berisi nomor kolom",
        ["a09"] = "judul bagian",
        ["a14"] = "Maksud Anda Gambir?",
        ["a16"] = "Tanda sama dengan di atas",
        ["a20"] = "rumus tanpa hasil",
        ["a29"] = "angka Romawi",
        ["a30"] = "tidak memuat kolom Jabatan/SKPD/UKPD",
        ["a34"] = "tidak memuat kolom Jabatan/SKPD/UKPD",
        ["a37"] = "tidak memuat nama bulan",
        ["a39"] = "Sel gabungan A2:A3",
        ["a41"] = "Sel gabungan C3:E3 berisi 'Tebet'",
        ["a43"] = "NIP",
        ["a44"] = "('Jumlah') adalah baris jumlah",
        ["a46"] = "bersambung pada 2 lembar",
        ["a47"] = "satu lembar untuk tiap bulan",
        ["a49"] = "Baris 6 berkas (Biro Contoh Lima): penomoran mulai lagi dari 1",
        ["a50"] = "nomor '1a' bukan angka",
        ["a53"] = "tersembunyi di berkas dan tetap dibaca",
        ["a60"] = "tulis misalnya 'Kota Administrasi Jakarta Barat'",
        ["a65"] = "Lembar 'Sampul' tidak berisi baris kepala lampiran",
        ["a67"] = "tidak memuat nama bulan",
        ["b04"] = "UTF-16",
        ["b10"] = "halaman web (HTML)",
        ["b12"] = "arsip halaman web (MHTML)",
        ["b15"] = "baris 2",
        ["b16"] = "garis tegak (|)",
        ["b18"] = "byte nol",
        ["b22"] = "satu pasang tanda kutip",
        ["g03"] = "Office lama (.xls)",
        ["g05"] = "OpenDocument (.ods)",
    };

    // Read with rows of their own.
    private static readonly Dictionary<string, string> FirstRow = new()
    {
        ["a11"] = "Kec. Gambir [31.71.01] | Senen [31.71.04] | Menteng [31.71.06]",
        ["a19"] = "Gambir [31.71.01] | SENEN [31.71.04] | Menteng [31.71.06]",
        ["a35"] = "Gambir [31.71.01] | Senen [31.71.04] | Menteng [31.71.06] | Tebet [31.74.01] | Koja [31.72.03]",
        ["a57"] = "Gambir [31.71.01]",
        ["a58"] = "Gambir [31.71.01]",
        ["a62"] = "Gambir [31.71.01]",
        ["a63"] = "Gambir [31.71.01]",
        ["b09"] = "Gambir [31.71.01]",
        ["g01"] = "Jatinegara [31.75.03]",
        ["g06"] = "Jatinegara [31.75.03]",
    };

    public static TheoryData<string, string> Cases => CaseFiles.Of("abg");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Annex_OfACase_IsReadOrRefusedAsItShould(string id, string source)
    {
        var outcome = CaseFiles.Annex(id);
        Assert.True(LikeBase.Contains(id) || Said.ContainsKey(id) || FirstRow.ContainsKey(id), $"{id} ({source}) has no expectation");

        if (LikeBase.Contains(id))
        {
            Assert.True(outcome.File is not null, $"{id} ({source}): {outcome.Said}");
            Assert.Equal(SheetSeed.Describe(Base.File!.Annex).Skip(1), SheetSeed.Describe(outcome.File.Annex).Skip(1));
            Assert.Equal(Base.File.Annex.Period, outcome.File.Annex.Period);
            Assert.Equal(Base.Findings.Select(finding => finding.Message), outcome.Findings.Select(finding => finding.Message));
        }

        if (Said.TryGetValue(id, out var said))
        {
            Assert.Contains(said, outcome.Said, StringComparison.Ordinal);
        }

        if (FirstRow.TryGetValue(id, out var row))
        {
            Assert.True(outcome.IsTaken, $"{id} ({source}): {outcome.Said}");
            Assert.Contains(row, SheetSeed.Describe(outcome.File!.Annex).ElementAt(1), StringComparison.Ordinal);
        }

        Assert.Equal(FirstRow.ContainsKey(id) || LikeBase.Contains(id), outcome.IsTaken);
    }

    /// <summary>What an import refuses a check refuses; what a check refuses besides is an empty cell, which a draft may have.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void CheckAndImport_OfACase_Agree(string id, string source)
    {
        var outcome = CaseFiles.Annex(id);
        var others = outcome
            .Findings.Where(finding => finding.Kind.Severity == FindingSeverity.Error && finding.Kind != FindingKind.MissingAssignment)
            .ToList();

        Assert.True(
            outcome.File is null || outcome.IsTaken == (others.Count == 0 && outcome.File.Doubts.Count == 0),
            $"{id} ({source}): {outcome.Said}"
        );
    }

    [Theory]
    [InlineData("a14", "Maksud Anda Gambir?", "Maksud Anda Tebet?", "Maksud Anda Koja?", "Maksud Anda Matraman?")]
    [InlineData("a16", "'sda' bukan", "'\"' bukan", "'idem' bukan", "Tanda sama dengan di atas")]
    [InlineData("a43", "Nama", "NIP", "Ket.", "NIP")]
    [InlineData("a60", "Sel gabungan C2:E2", "Walikota Jakarta Barat", "Jakarta Barat", "pisahkan")]
    public void Annex_OfACase_SaysAll(string id, params string[] said) =>
        Assert.All(said, words => Assert.Contains(words, CaseFiles.Annex(id).Said, StringComparison.Ordinal));

    [Theory]
    [InlineData("a57")]
    [InlineData("a58")]
    public void Annex_WithTheDateOfItsInstruction_StartsBeforeIt(string id) =>
        Assert.Contains(CaseFiles.Annex(id).Findings, finding => finding.Kind == FindingKind.StartsBeforeInstruction);

    [Fact]
    public void Annex_OfUnitsWithRomanNumbers_HasNoNearDuplicates() =>
        Assert.DoesNotContain(CaseFiles.Annex("a63").Findings, finding => finding.Kind == FindingKind.NearDuplicateLabel);

    [Fact]
    public void Annex_WithACityInEveryMonth_HasARegionRow() =>
        Assert.Equal("31.73", CaseFiles.Annex("a62").File!.Annex.Rows[4].Region?.City.ToString());

    [Theory]
    [InlineData("g01")]
    [InlineData("g06")]
    public void Annex_OfThePortalItself_HasTheFindingsOfTheSeed(string id) =>
        Assert.Equal(
            new AnnexAuditor(SheetSeed.Gazetteer)
                .Audit(SheetSeed.Annex)
                .Count(finding => finding.Kind != FindingKind.StartsBeforeInstruction),
            CaseFiles.Annex(CaseFiles.Read(id), "lampiran").Findings.Count(finding => finding.Kind != FindingKind.StartsBeforeInstruction)
        );
}
