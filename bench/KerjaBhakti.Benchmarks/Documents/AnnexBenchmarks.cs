using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Importing;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Benchmarks.Documents;

/// <summary>
/// The printed annex of 2015, 93 rows, written, read and audited. Each category has its baseline beside it in the same run.
/// </summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
[MemoryDiagnoser]
public class AnnexBenchmarks
{
    private readonly AnnexPrint print = new(Seed.Annex, Seed.AnnexTitle, Seed.Instruction);
    private readonly AnnexAuditor auditor = new(Seed.Gazetteer);
    private readonly byte[] workbook;
    private readonly byte[] csv;
    private readonly byte[] tenThousandRows = Encoding.UTF8.GetBytes(
        string.Join(
            '\n',
            Enumerable
                .Range(1, 10_000)
                .Select(number =>
                    $"{number},Biro {number},{string.Join(',', Enumerable.Range(1, 12).Select(month => $"Gambr {number} {month}"))}"
                )
                .Prepend("No,Jabatan,Januari,Februari,Maret,April,Mei,Juni,Juli,Agustus,September,Oktober,November,Desember")
        )
    );

    public AnnexBenchmarks()
    {
        workbook = AnnexWorkbook.Write(print, Seed.Gazetteer);
        csv = AnnexCsv.Write(Seed.Annex);
    }

    [Benchmark(Baseline = true), BenchmarkCategory("out")]
    public byte[] CsvOut() => AnnexCsv.Write(Seed.Annex);

    [Benchmark, BenchmarkCategory("out")]
    public byte[] XlsxOut() => AnnexWorkbook.Write(print, Seed.Gazetteer);

    [Benchmark, BenchmarkCategory("out")]
    public byte[] PdfOut() => AnnexPdf.Write(print);

    [Benchmark(Baseline = true), BenchmarkCategory("in, with verdicts")]
    public int CsvIn() => ReadAndAudit(csv, "lampiran.csv");

    [Benchmark, BenchmarkCategory("in, with verdicts")]
    public int XlsxIn() => ReadAndAudit(workbook, "lampiran.xlsx");

    /// <summary>The least any audit does: looks at every cell once.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("findings")]
    public int PlainPass() => Seed.Annex.Rows.Sum(row => row.Cells.Count(cell => cell.Kecamatan is null));

    [Benchmark, BenchmarkCategory("findings")]
    public int Audit() => auditor.Audit(Seed.Annex).Count;

    /// <summary>A file of 10,000 rows in which no name is known: the slowest preview a file can ask for.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("10,000 rows")]
    public int ReadTenThousandRows() => Read(tenThousandRows).Annex.Rows.Count;

    [Benchmark, BenchmarkCategory("10,000 rows")]
    public int PreviewTenThousandRows()
    {
        var file = Read(tenThousandRows);
        return ImportPreview
            .Of(
                new ImportSource(file.Annex, file.FileRows),
                ImportTarget.NewDraft(file.Annex.Period),
                EmptyCells.Keep,
                Seed.Gazetteer,
                CancellationToken.None
            )
            .Errors;
    }

    private static AnnexFile Read(byte[] csv)
    {
        using var stream = new MemoryStream(csv);
        return AnnexReader.Read(stream, "lampiran.csv", Seed.Gazetteer, year: 2016, defaultYear: 2016);
    }

    private int ReadAndAudit(byte[] file, string name)
    {
        using var stream = new MemoryStream(file);
        return auditor.Audit(AnnexReader.Read(stream, name, Seed.Gazetteer, year: null, defaultYear: 2015).Annex).Count;
    }
}
