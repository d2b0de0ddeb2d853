using System.Diagnostics;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Importing;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Benchmarks.Documents;

/// <summary>How long the largest table that is taken keeps a reader busy: 10,000 rows of an annex over twelve months.</summary>
internal static class TableTimes
{
    private const int Rows = 10_000;
    private const int Runs = 7;

    public static void Run()
    {
        var annex = Large();
        (string Name, byte[] File)[] files =
        [
            ("xlsx", AnnexWorkbook.Write(new AnnexPrint(annex, Seed.AnnexTitle, Seed.Instruction), Seed.Gazetteer)),
            ("csv", AnnexCsv.Write(annex)),
        ];
        foreach (var (name, file) in files)
        {
            Console.WriteLine($"{name}: {Rows} rows x 14 columns, {file.Length / 1024} KiB");
            Report("  read", () => Read(file));
            Report("  read, with verdicts", () => Preview(Read(file)));
        }

        Report("findings of the same rows", () => new AnnexAuditor(Seed.Gazetteer).Audit(annex));
        Console.WriteLine($"largest working set {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MiB");
    }

    // The labels of 2015 over and over with a number behind each, and one of the short names in every hundred rows.
    private static Annex Large()
    {
        var period = new RosterPeriod(new RosterMonth(2016, 1), new RosterMonth(2016, 12));
        var kecamatan = Seed.Gazetteer.Kecamatan;
        return new Annex(
            period,
            [
                .. Enumerable
                    .Range(1, Rows)
                    .Select(number => new AnnexRow(
                        number,
                        number % 100 == 0 ? "Satpol PP" : $"{Seed.Annex.Rows[number % Seed.Annex.Rows.Count].Label} {number}",
                        Region: null,
                        [
                            .. period
                                .Months.Select((_, month) => kecamatan[(number + (7 * month)) % kecamatan.Count])
                                .Select(place => new AnnexCell(place.Name, place.Code)),
                        ]
                    )),
            ]
        );
    }

    private static AnnexFile Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        var read = AnnexReader.Read(stream, "lampiran", Seed.Gazetteer, year: 2016, defaultYear: 2016).InFull(Seed.Aliases);
        return read.Annex.Rows.Count == Rows ? read : throw new InvalidOperationException($"{read.Annex.Rows.Count} rows were read.");
    }

    private static ImportPreview Preview(AnnexFile file) =>
        ImportPreview.Of(
            file.ToSource(),
            ImportTarget.NewDraft(file.Annex.Period),
            EmptyCells.Keep,
            Seed.Gazetteer,
            CancellationToken.None
        );

    // The first call compiles; it is told apart.
    private static void Report(string name, Action work)
    {
        var times = new List<(double Time, double Processor)>();
        for (var run = 0; run <= Runs; run++)
        {
            var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            work();
            times.Add((Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds));
        }

        var warm = times.Skip(1).ToList();
        Console.WriteLine(
            $"{name}: first {times[0].Time:0} ms, then median {warm.Select(run => run.Time).Median():0} ms, fastest {warm.Min(run => run.Time):0} ms; "
                + $"processor first {times[0].Processor:0} ms, median {warm.Select(run => run.Processor).Median():0} ms"
        );
    }
}
