using KerjaBhakti.Benchmarks.Portal;

namespace KerjaBhakti.Benchmarks.Startup;

/// <summary>
/// From the start of the program to the end of its first page: with nothing there yet, then five times with its database. The program is
/// the one built with the benchmarks, or a published one whose folder is named.
/// </summary>
internal static class StartupTime
{
    private const int Runs = 5;

    public static async Task RunAsync(string[] arguments)
    {
        var program = arguments is [var published, ..]
            ? Path.Combine(published, "KerjaBhakti.Web.dll")
            : typeof(Web.Hosting.PortalHost).Assembly.Location;
        var folder = Directory.CreateTempSubdirectory("kerjabhakti-startup-");
        try
        {
            Console.WriteLine($"empty folder   {await MeasureAsync(folder, program):0} ms");
            var again = new List<double>();
            for (var run = 0; run < Runs; run++)
            {
                again.Add(await MeasureAsync(folder, program));
            }

            Console.WriteLine($"with database  {again.Summary()}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> MeasureAsync(DirectoryInfo folder, string program)
    {
        await using var portal = await PortalProcess.StartShippedAsync(folder, "Production", program);
        return portal.Startup.TotalMilliseconds;
    }
}
