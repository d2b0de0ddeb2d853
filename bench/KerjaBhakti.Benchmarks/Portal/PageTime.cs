using System.Diagnostics;

namespace KerjaBhakti.Benchmarks.Portal;

/// <summary>
/// How long a page takes over HTTP, in milliseconds: an upper bound of the server's time, by what the same machine needs to ask and to
/// read.
/// </summary>
/// <param name="First">The first time, which compiles.</param>
/// <param name="Median">The median of the times after.</param>
/// <param name="Processor">What they took of the processors, the median: holds also while others keep them busy.</param>
/// <param name="Beside">The median of another page, asked for in turns with this one.</param>
/// <param name="Bytes">What it weighs on the wire.</param>
internal sealed record PageTime(double First, double Median, double Processor, double Beside, long Bytes)
{
    private const int Turns = 5;

    /// <summary>How many times the other page it takes.</summary>
    public double Ratio => Median / Beside;

    /// <summary>Measures a page.</summary>
    /// <param name="client">Who asks.</param>
    /// <param name="path">The page.</param>
    /// <param name="beside">The other page.</param>
    /// <param name="warmUp">How often the page is asked for after the first time before times count: the compiler goes on behind the first
    /// few.</param>
    public static async Task<PageTime> OfAsync(HttpClient client, string path, string beside, int warmUp = 0)
    {
        var first = await AskAsync(client, path);
        await AskAsync(client, beside);
        for (var turn = 0; turn < warmUp; turn++)
        {
            await AskAsync(client, path);
        }

        var (times, others) = (new List<Answer>(), new List<Answer>());
        for (var turn = 0; turn < Turns; turn++)
        {
            times.Add(await AskAsync(client, path));
            others.Add(await AskAsync(client, beside));
        }

        return new PageTime(
            first.Milliseconds,
            times.Select(answer => answer.Milliseconds).Median(),
            times.Select(answer => answer.Processor).Median(),
            others.Select(answer => answer.Milliseconds).Median(),
            first.Bytes
        );
    }

    private static async Task<Answer> AskAsync(HttpClient client, string path)
    {
        var (since, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        using var answer = await client.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        var content = await answer.Content.ReadAsByteArrayAsync();
        return new Answer(
            Stopwatch.GetElapsedTime(since).TotalMilliseconds,
            (Environment.CpuUsage.TotalTime - used).TotalMilliseconds,
            content.Length
        );
    }

    private sealed record Answer(double Milliseconds, double Processor, long Bytes);
}
