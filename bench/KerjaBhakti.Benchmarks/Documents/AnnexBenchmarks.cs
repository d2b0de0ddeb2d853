using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Benchmarks.Documents;

/// <summary>The printed annex of 2015, 93 rows, written, read and audited. Each category has its baseline beside it in the same run.</summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
[MemoryDiagnoser]
public class AnnexBenchmarks
{
    private readonly AnnexPrint print = new(Seed.Annex, Seed.AnnexTitle, Seed.Instruction);
    private readonly AnnexAuditor auditor = new(Seed.Gazetteer);
    private readonly byte[] workbook;
    private readonly byte[] csv;

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

    private int ReadAndAudit(byte[] file, string name)
    {
        using var stream = new MemoryStream(file);
        return auditor.Audit(AnnexReader.Read(stream, name, Seed.Gazetteer, year: null, defaultYear: 2015).Annex).Count;
    }
}
