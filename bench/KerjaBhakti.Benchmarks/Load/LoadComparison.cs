using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using KerjaBhakti.Benchmarks.Portal;

namespace KerjaBhakti.Benchmarks.Load;

/// <summary>
/// Requests per second of the public pages and API beside an empty endpoint of the same server, by wrk with 100 connections. The two take
/// turns, so that whatever else the machine does meets both.
/// </summary>
internal static partial class LoadComparison
{
    private const int Turns = 3;
    private static readonly string[] Paths =
    [
        "/",
        "/jadwal/2015",
        "/api/v1/schedules",
        "/api/v1/schedules/2015",
        "/api/v1/duties?date=2015-06-07",
    ];

    // As a program that asks for nothing, and as browsers ask.
    private static readonly string?[] Encodings = [null, "gzip, deflate, br, zstd"];

    public static async Task RunAsync(string[] arguments)
    {
        var seconds = arguments.FirstOr(5);
        var folder = Directory.CreateTempSubdirectory("kerjabhakti-load-");
        try
        {
            await using var portal = await PortalProcess.StartMeasuredAsync(folder, "Production");

            // The compiler improves hot code for some seconds.
            foreach (var path in Paths.Prepend(MeasuredPortal.Empty))
            {
                await WrkAsync(portal, path, Encodings[^1], seconds);
            }

            Console.WriteLine("| path | accepts | bytes | requests/s | empty endpoint | ratio | p99 ms |");
            Console.WriteLine("|---|---|--:|--:|--:|--:|--:|");
            foreach (var encoding in Encodings)
            {
                foreach (var path in Paths)
                {
                    await CompareAsync(portal, path, encoding, seconds);
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CompareAsync(PortalProcess portal, string path, string? encoding, int seconds)
    {
        var empty = new List<Measurement>();
        var ours = new List<Measurement>();
        for (var turn = 0; turn < Turns; turn++)
        {
            empty.Add(await WrkAsync(portal, MeasuredPortal.Empty, encoding, seconds));
            ours.Add(await WrkAsync(portal, path, encoding, seconds));
        }

        var (rate, emptyRate) = (ours.Select(run => run.Rate).Median(), empty.Select(run => run.Rate).Median());
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| `{path}` | {encoding ?? "–"} | {ours[0].Bytes:0} | {rate:0} | {emptyRate:0} | {rate / emptyRate:0.00} | {ours.Select(run => run.P99).Median():0.0} |"
            )
        );
    }

    private static async Task<Measurement> WrkAsync(PortalProcess portal, string path, string? encoding, int seconds)
    {
        string[] header = encoding is null ? [] : ["-H", $"Accept-Encoding: {encoding}"];
        using var process = Process.Start(
            new ProcessStartInfo("wrk", ["-t2", "-c100", $"-d{seconds}s", "--latency", .. header, new Uri(portal.Address, path).ToString()])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        var report = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0 || FailureLine().IsMatch(report))
        {
            throw new InvalidOperationException($"{path}: {report}");
        }

        var total = TotalLine().Match(report);
        return new Measurement(
            Number(RateLine().Match(report).Groups[1]),
            InMilliseconds(P99Line().Match(report)),
            Scaled(total.Groups[2], total.Groups[3].Value) / Number(total.Groups[1])
        );
    }

    private static double InMilliseconds(Match latency) =>
        Number(latency.Groups[1])
        * latency.Groups[2].Value switch
        {
            "us" => 0.001,
            "ms" => 1,
            "s" => 1000,
            var unit => throw new FormatException($"wrk's unit '{unit}'."),
        };

    private static double Scaled(Group number, string unit) =>
        Number(number)
        * unit switch
        {
            "" => 1,
            "K" => 1024,
            "M" => 1024 * 1024,
            "G" => 1024 * 1024 * 1024,
            _ => throw new FormatException($"wrk's unit '{unit}'."),
        };

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex RateLine();

    [GeneratedRegex(@"99%\s+([\d.]+)([a-z]+)")]
    private static partial Regex P99Line();

    [GeneratedRegex(@"(\d+) requests in .*, ([\d.]+)([KMG]?)B read")]
    private static partial Regex TotalLine();

    [GeneratedRegex("Non-2xx|Socket errors")]
    private static partial Regex FailureLine();

    /// <summary>One run of wrk: requests per second, 99th percentile in milliseconds, bytes of an answer with its headers.</summary>
    private sealed record Measurement(double Rate, double P99, double Bytes);
}
