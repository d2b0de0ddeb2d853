using KerjaBhakti.Roster.Rotation;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Rotation;

public class CertificateCheckTests
{
    private static readonly RotationRequest Request = new(Seed.Annex, Seed.Gazetteer, RotationWay.Repair);
    private static readonly Annex Annex = RotationEngine.Propose(Request).Annex;
    private static readonly RotationCertificate Certificate = RotationCertificate.Of(Request, Annex);

    public static TheoryData<string, Func<RotationCertificate, RotationCertificate>> Lies =>
        new()
        {
            { "Mei, baris paling sedikit", lie => lie with { Months = [lie.Months[0] with { Smallest = 2 }, .. lie.Months.Skip(1)] } },
            { "Desember, jumlah baris", lie => lie with { Months = [.. lie.Months.SkipLast(1)] } },
            { "Jumlah sepanjang periode paling sedikit", lie => lie with { SmallestTotal = lie.LargestTotal } },
            { "Jumlah sepanjang periode paling banyak", lie => lie with { LargestTotal = lie.SmallestTotal } },
            { "Pengulangan: 0, menurut sertifikat 1", lie => lie with { Repeats = 1 } },
            { "Kecamatan dari lampiran sebelumnya", lie => lie with { EarlierAgain = 5 } },
            { "Baris ke-1, kota", lie => lie with { Rows = [new CertifiedRow(0, 9), .. lie.Rows.Skip(1)] } },
            { "Pasangan yang bertemu", lie => lie with { PairsMeetingAgain = [.. lie.PairsMeetingAgain.Skip(1)] } },
            { "Batas bawah perubahan", lie => lie with { LowerBound = lie.LowerBound + 1 } },
            { "Batas bawah dari sebaran", lie => lie with { CoverageBound = lie.CoverageBound - 1 } },
            {
                "sel yang harus tetap telah berubah",
                lie => lie with { Limits = new RotationLimits { Locked = new HashSet<RosterCell> { lie.Changes[0].Cell } } }
            },
            { "Lampiran sebelum perubahan", lie => lie with { Seed = 7 } },
            { "Lampiran sebelum perubahan", lie => lie with { Changes = [.. lie.Changes.Skip(1)] } },
            {
                "tidak cocok dengan lampiran",
                lie => lie with { Changes = [lie.Changes[0] with { After = "Koja" }, .. lie.Changes.Skip(1)] }
            },
            {
                "tidak cocok dengan lampiran",
                lie => lie with { Changes = [lie.Changes[0] with { Cell = new RosterCell(999, new RosterMonth(2015, 5)) }] }
            },
            { "bukan lampiran yang disertifikatkan", lie => lie with { ResultHash = new string('0', 64) } },
        };

    [Fact]
    public void Verify_TheCertificateOfTheRepairOf2015_Holds() => Assert.Empty(CertificateCheck.Verify(Annex, Certificate, Seed.Gazetteer));

    [Theory]
    [MemberData(nameof(Lies), DisableDiscoveryEnumeration = true)]
    public void Verify_ACertificateThatLies_SaysWhere(string problem, Func<RotationCertificate, RotationCertificate> lie) =>
        Assert.Contains(CertificateCheck.Verify(Annex, lie(Certificate), Seed.Gazetteer), found =>
            found.Contains(problem, StringComparison.Ordinal)
        );

    [Fact]
    public void Verify_AnotherAnnex_IsRefused()
    {
        Assert.Single(CertificateCheck.Verify(Seed.Annex, Certificate, Seed.Gazetteer));
        Assert.StartsWith(
            "Sertifikat ini untuk Mei s.d. Desember 2015, lampiran ini untuk Mei s.d. Juni 2015",
            Assert.Single(
                CertificateCheck.Verify(
                    Annex with
                    {
                        Period = new RosterPeriod(new RosterMonth(2015, 5), new RosterMonth(2015, 6)),
                        Rows = [],
                    },
                    Certificate,
                    Seed.Gazetteer
                )
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Verify_AnAnnexWithRulesBroken_SaysWhichThoughTheFiguresAreTrue()
    {
        // The certificate of the annex as it was issued, of which every figure is true.
        var problems = CertificateCheck.Verify(Seed.Annex, RotationCertificate.Of(Request, Seed.Annex), Seed.Gazetteer);

        Assert.Contains("Mei: setiap kecamatan harus mendapat 1 sampai 2 baris; ada yang 0 dan ada yang 3.", problems);
        Assert.Contains("Ada 1 pengulangan.", problems);
    }

    [Fact]
    public void Json_WrittenAndRead_IsTheSameCertificate()
    {
        var json = RotationCertificateJson.Write(
            Certificate with
            {
                Scope = new HashSet<RosterCell> { new(3, new RosterMonth(2015, 7)) },
                Limits = new RotationLimits
                {
                    Never = new HashSet<Exclusion> { new(4, Seed.Gazetteer.Kecamatan[2].Code) },
                    OffDuty = new HashSet<RosterCell> { new(5, new RosterMonth(2015, 8)) },
                },
            }
        );

        Assert.Equal(json, RotationCertificateJson.Write(RotationCertificateJson.Read(json)));
    }

    [Theory]
    [InlineData("\"row\": 1,", "\"row\": -2147483648,")]
    [InlineData("\"2015-05\"", "\"2015-13\"")]
    [InlineData("\"Repair\"", "\"3\"")]
    [InlineData("\"leftOut\": []", "\"leftOut\": [null]")]
    [InlineData("\"earlier\": []", "\"earlier\": [null]")]
    [InlineData("\"changes\": [", "\"changes\": [null,")]
    public void Json_WithOnePartSpoilt_IsRefused(string part, string spoilt)
    {
        var json = System.Text.Encoding.UTF8.GetString(RotationCertificateJson.Write(Certificate));
        Assert.Contains(part, json, StringComparison.Ordinal);

        Assert.Throws<RosterRefusedException>(() =>
            RotationCertificateJson.Read(System.Text.Encoding.UTF8.GetBytes(json.Replace(part, spoilt, StringComparison.Ordinal)))
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"form":"kerjabhakti-annex-1"}""")]
    [InlineData("bukan json")]
    public void Json_OfAnotherFile_IsRefused(string text) =>
        Assert.Throws<RosterRefusedException>(() => RotationCertificateJson.Read(System.Text.Encoding.UTF8.GetBytes(text)));
}
