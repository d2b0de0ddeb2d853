using ClosedXML.Excel;
using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Documents.Roster.Recaps;
using KerjaBhakti.Documents.Tests.Shared;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Roster.Sundays;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Documents.Tests.Roster;

/// <summary>The recap of June 2015, of whose first Sunday row 12 has reported.</summary>
public class RecapReportTests
{
    private static readonly Guid Schedule = new("01960000-0000-7000-8000-000000000001");
    private static readonly RecapPeriod June = new(new DateOnly(2015, 6, 1), new DateOnly(2015, 6, 30));
    private static readonly DateOnly AsOf = new(2015, 6, 8);

    [Fact]
    public void Pdf_TheLetter_GoesToTheGovernorThroughTheSecretaryAndCitesItsBasis()
    {
        var text = Paper(ReportSigning.ByHand).Root.WholeText;

        Assert.StartsWith("PEMERINTAH PROVINSI DAERAH KHUSUS IBUKOTA JAKARTA", text, StringComparison.Ordinal);
        Assert.Contains("Kepada Yth. Gubernur Provinsi Daerah Khusus Ibukota Jakarta", text, StringComparison.Ordinal);
        Assert.Contains("melalui Sekretaris Daerah", text, StringComparison.Ordinal);
        Assert.Contains("Nomor 118 Tahun 2015", text, StringComparison.Ordinal);
        Assert.Contains("1 (1,1 %)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Pdf_TheOfficeThatSigns_IsTypedForEachPrintAndDotsOtherwise()
    {
        var signed = Paper(ReportSigning.ByHand with { Number = "7/2015", Office = "Kepala Biro" }).Root.WholeText;

        Assert.Contains("Lampiran surat Kepala Biro nomor 7/2015 tanggal ....", signed, StringComparison.Ordinal);
        Assert.Contains(
            $"Lampiran surat {new string('.', 30)} nomor",
            Paper(ReportSigning.ByHand).Root.WholeText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Pdf_TheAnnex_HasEveryRowAndTheSameTotalInEveryTable()
    {
        var rows = Paper(ReportSigning.ByHand).Rows;

        Assert.Equal(5, rows.Count(row => row.WholeText.StartsWith("Jumlah372", StringComparison.Ordinal)));
        Assert.Single(rows, row => row.WholeText.StartsWith("93. Rumah Sakit Khusus Daerah Duren Sawit4", StringComparison.Ordinal));
    }

    [Fact]
    public void Workbook_ListsEveryDuty_WhichThePaperDoesNot()
    {
        using var workbook = new XLWorkbook(new MemoryStream(ReportWorkbook.Write(Report(), ReportSigning.ByHand)));
        var duties = workbook.Worksheet("Rincian").RowsUsed().Where(row => row.Cell(2).DataType == XLDataType.Number).ToList();

        Assert.Equal(93 * 4, duties.Count);
        Assert.Equal(
            ("Hadir", "Terkirim", 30),
            duties
                .Where(row => row.Cell(8).DataType == XLDataType.Number)
                .Select(row => (row.Cell(6).GetString(), row.Cell(7).GetString(), row.Cell(8).GetValue<int>()))
                .Single()
        );
    }

    private static PdfReading Paper(ReportSigning signing) => new(ReportPdf.Write(Report(), signing, Seed.Now));

    private static RecapReport Report()
    {
        var annex = new IssuedAnnex(
            Schedule,
            "Lampiran Instruksi Gubernur 118/2015",
            Seed.Annex,
            [.. Seed.Annex.Rows.Select(_ => (Post?)null)]
        );
        var duties = new Overlay(annex, [], SundayRegister.Empty).Between(June.First, June.Last);
        var line = new ReportLine(
            Guid.NewGuid(),
            Schedule,
            12,
            new DateOnly(2015, 6, 7),
            ReportStatus.Sent,
            IsLate: false,
            Attended: true,
            People: 30
        );
        return RecapReport.Of(Recap.Of(duties, [line], AsOf), June, [new RecapAnnex(Schedule, Seed.Instruction)], Seed.Gazetteer, AsOf);
    }
}
