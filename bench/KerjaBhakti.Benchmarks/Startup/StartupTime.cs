using KerjaBhakti.Benchmarks.Portal;

namespace KerjaBhakti.Benchmarks.Startup;

/// <summary>From the start of the shipped program to the end of its first page: with nothing there yet, then five times with its database.</summary>
internal static class StartupTime
{
    private const int Runs = 5;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("kerjabhakti-startup-");
        try
        {
            Console.WriteLine($"empty folder   {await MeasureAsync(folder):0} ms");
            var again = new List<double>();
            for (var run = 0; run < Runs; run++)
            {
                again.Add(await MeasureAsync(folder));
            }

            Console.WriteLine($"with database  {again.Summary()}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> MeasureAsync(DirectoryInfo folder)
    {
        await using var portal = await PortalProcess.StartShippedAsync(folder, "Production");
        return portal.Startup.TotalMilliseconds;
    }
}
