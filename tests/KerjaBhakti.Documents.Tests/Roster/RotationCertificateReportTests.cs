using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Documents.Tests.Shared;
using KerjaBhakti.Roster.Rotation;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Documents.Tests.Roster;

/// <summary>The certificate of the repair of 2015 on paper.</summary>
public class RotationCertificateReportTests
{
    private static readonly RotationRequest Request = new(Seed.Annex, Seed.Gazetteer, RotationWay.Repair);
    private static readonly RotationCertificate Certificate = RotationCertificate.Of(Request, RotationEngine.Propose(Request).Annex);

    [Theory]
    [InlineData(8)]
    [InlineData(12)]
    public void Pdf_OfACertificate_IsOnePage(int months)
    {
        var longest = Certificate with { Months = [.. Enumerable.Repeat(Certificate.Months[0], months)] };

        Assert.Single(Paper(longest).Document.Pages.Cast<object>());
    }

    [Fact]
    public void Pdf_OfAProvenRepair_SaysThatNobodyCanDoItWithFewerChanges()
    {
        var text = Paper(Certificate).Root.WholeText;

        Assert.Contains("SERTIFIKAT PEMBAGIAN KERJA BHAKTI", text, StringComparison.Ordinal);
        Assert.Contains(
            $"{Certificate.Changes.Count} sel berubah. Tidak ada perbaikan dengan perubahan lebih sedikit: batas bawahnya {Certificate.LowerBound}.",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(Certificate.ResultHash, text, StringComparison.Ordinal);
        Assert.Contains("check-annex", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Pdf_OfARepairThatIsNotProven_DoesNotClaimIt()
    {
        var text = Paper(Certificate with { LowerBound = Certificate.LowerBound - 1 }).Root.WholeText;

        Assert.Contains("belum terbukti paling sedikit", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Pdf_OfACertificate_HasARowForEachMonthAndTheWholePeriod()
    {
        var rows = Paper(Certificate).Rows.Select(row => row.WholeText).ToList();

        Assert.Contains("Mei7512", rows);
        Assert.Contains($"Sepanjang periode600{Certificate.SmallestTotal}{Certificate.LargestTotal}", rows);
    }

    private static PdfReading Paper(RotationCertificate certificate) =>
        new(ReportPdf.Write(RotationCertificateReport.Of(certificate), ReportSigning.ByHand, Seed.Now));
}
