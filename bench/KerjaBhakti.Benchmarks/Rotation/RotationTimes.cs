using System.Diagnostics;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Rotation;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Benchmarks.Rotation;

/// <summary>How long proposals take, and what they are worth.</summary>
internal static class RotationTimes
{
    private const int Runs = 15;

    public static void Run()
    {
        Propose("93 rows x 8 months x 44, new", RotationInputs.Office, Runs);
        Propose("the annex of 2015, repair", RotationInputs.Repair, Runs);
        Propose("5,000 rows x 12 months x 514, new", RotationInputs.Country, 3);

        var cell = new RosterCell(31, new RosterMonth(2015, 8));
        Report("suggestions for a cell, counts included", Times(200, () => CellSuggestions.For(Counts(), cell)));
        var findings = new AnnexAuditor(Seed.Gazetteer).Audit(Seed.Annex);
        Report("remedies of all 57 findings, counts included", Times(50, () =>
            {
                var counts = Counts();
                foreach (var finding in findings)
                {
                    Remedies.For(counts, finding);
                }
            }));
        var proposal = RotationEngine.Propose(RotationInputs.Repair);
        var certificate = RotationCertificate.Of(proposal.Request, proposal.Annex);
        Report("certificate of the repair, made", Times(Runs, () => RotationCertificate.Of(proposal.Request, proposal.Annex)));
        Report(
            "certificate of the repair, verified",
            Times(Runs, () => CertificateCheck.Verify(proposal.Annex, certificate, Seed.Gazetteer))
        );
        Console.WriteLine($"largest working set {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MiB");
    }

    private static RosterCounts Counts() => new(Seed.Annex, Seed.Gazetteer, RotationLimits.None);

    private static void Propose(string name, RotationRequest request, int runs)
    {
        RotationProposal? proposal = null;
        Report(name, Times(runs, () => proposal = RotationEngine.Propose(request)));
        var certificate = RotationCertificate.Of(request, proposal!.Annex);
        Console.WriteLine(
            $"  whole {proposal.KeepsEveryRule}, months {certificate.Months.Min(month => month.Smallest)} to {certificate.Months.Max(month => month.Largest)}, totals "
                + $"{certificate.SmallestTotal} to {certificate.LargestTotal}, repeats {certificate.Repeats}, cities {certificate.Rows.Min(row => row.Cities)} to "
                + $"{certificate.Rows.Max(row => row.Cities)}, pairs again {certificate.PairsMeetingAgain.Count}, changes {certificate.Changes.Count}, bound {certificate.LowerBound}"
        );
    }

    // The first call compiles; it is told apart.
    private static List<(double Time, double Processor)> Times(int runs, Action work)
    {
        var times = new List<(double, double)>();
        for (var run = 0; run <= runs; run++)
        {
            var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            work();
            times.Add((Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds));
        }

        return times;
    }

    private static void Report(string name, List<(double Time, double Processor)> times)
    {
        var warm = times.Skip(1).ToList();
        Console.WriteLine(
            $"{name}: first {times[0].Time:0.0} ms, then median {warm.Select(run => run.Time).Median():0.0} ms, fastest "
                + $"{warm.Min(run => run.Time):0.0} ms; processor median {warm.Select(run => run.Processor).Median():0.0} ms"
        );
    }
}
