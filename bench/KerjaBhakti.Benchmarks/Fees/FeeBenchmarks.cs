using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Benchmarks.Fees;

/// <summary>A pool of service fees for 2,000 staff in two components, 4,000 amounts, each with its explanation.</summary>
[MemoryDiagnoser]
public class FeeBenchmarks
{
    private const int StaffCount = 2000;
    private static readonly Rupiah Pool = new(1_234_567_891);

    private readonly FeeDecree decree = new(
        "1",
        [
            new FeeComponent("LANGSUNG", Percent.Parse("62.5"), FeeMethod.Points),
            new FeeComponent("MERATA", Percent.Parse("37.5"), FeeMethod.Equal),
        ]
    );

    private readonly byte[] file;
    private readonly IReadOnlyList<StaffPoints> staff;
    private readonly decimal[] points = [.. Enumerable.Range(0, StaffCount).Select(PointsOf)];

    public FeeBenchmarks()
    {
        var csv = new StringBuilder("staff_id,name,component,points\n");
        for (var index = 0; index < StaffCount; index++)
        {
            csv.Append(
                CultureInfo.InvariantCulture,
                $"P{index},Pegawai {index},LANGSUNG,{PointsOf(index)}\nP{index},Pegawai {index},MERATA,\n"
            );
        }

        file = Encoding.UTF8.GetBytes(csv.ToString());
        staff = StaffPointsFile.ReadCsv(file).Staff;
    }

    /// <summary>What a spreadsheet does: divides decimals and rounds, and is off by some rupiah in all.</summary>
    [Benchmark(Baseline = true)]
    public decimal PlainDivision()
    {
        var direct = Math.Round(Pool.Amount * 0.625m);
        var total = points.Sum();
        return points.Sum(own => Math.Round(direct * own / total)) + (StaffCount * Math.Round((Pool.Amount - direct) / StaffCount));
    }

    [Benchmark]
    public int Calculate() => FeeCalculation.Of(Pool, decree, staff).Lines.Count;

    /// <summary>The promise of docs/benchmarks.md: every amount and the sentence that explains it.</summary>
    [Benchmark]
    public int CalculateAndExplain()
    {
        var calculation = FeeCalculation.Of(Pool, decree, staff);
        var explanation = new FeeExplanation(calculation);
        return calculation.Lines.Sum(line => explanation.Of(line).Length);
    }

    /// <summary>What simulate-fees does between reading its files and writing one.</summary>
    [Benchmark]
    public int ReadCalculateAndWrite() =>
        FeeCalculationCsv.Write(FeeCalculation.Of(Pool, decree, StaffPointsFile.ReadCsv(file).Staff)).Length;

    private static decimal PointsOf(int index) => 1 + (index * 37 % 997 / 8m);
}
