using System.Diagnostics;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Benchmarks.Documents;

/// <summary>
/// The annex PDF beside what an office would otherwise do: LibreOffice's headless conversion of the same annex as a workbook.
/// </summary>
internal static class OfficeComparison
{
    private const int Runs = 5;

    public static async Task RunAsync()
    {
        var print = new AnnexPrint(Seed.Annex, Seed.AnnexTitle, Seed.Instruction);
        var folder = Directory.CreateTempSubdirectory("kerjabhakti-office-");
        try
        {
            var workbook = Path.Combine(folder.FullName, "lampiran.xlsx");
            await File.WriteAllBytesAsync(workbook, AnnexWorkbook.Write(print, Seed.Gazetteer));

            // The first of each warms up: the compiler here, the user profile and the disk cache there.
            AnnexPdf.Write(print);
            await ConvertAsync(workbook, folder);
            var ours = new List<double>();
            var theirs = new List<double>();
            for (var run = 0; run < Runs; run++)
            {
                ours.Add(Timed(() => AnnexPdf.Write(print)));
                theirs.Add(await ConvertAsync(workbook, folder));
            }

            Console.WriteLine($"portal        {ours.Summary()}");
            Console.WriteLine($"office suite  {theirs.Summary()}");
            Console.WriteLine($"ratio of medians {theirs.Median() / ours.Median():0.0}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Timed(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task<double> ConvertAsync(string workbook, DirectoryInfo folder)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(
            new ProcessStartInfo(
                "soffice",
                [
                    "--headless",
                    $"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile"))}",
                    "--convert-to",
                    "pdf",
                    "--outdir",
                    folder.FullName,
                    workbook,
                ]
            )
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var pdf = new FileInfo(Path.ChangeExtension(workbook, ".pdf"));
        if (process.ExitCode != 0 || !pdf.Exists)
        {
            throw new InvalidOperationException("soffice made no PDF.");
        }

        pdf.Delete();
        return elapsed;
    }
}
