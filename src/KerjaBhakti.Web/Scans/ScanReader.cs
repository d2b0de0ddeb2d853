using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using KerjaBhakti.Documents.Scans;
using KerjaBhakti.Web.Commands;

namespace KerjaBhakti.Web.Scans;

/// <summary>
/// Reads PDFs that come from outside in a process of their own, with an end to its time and memory: nesting without end overflows the stack, which nothing
/// can catch, and what inflates without end takes all memory. There it is one process that ends, and the file is called damaged.
/// </summary>
public sealed class ScanReader : IDisposable
{
    private const string LargestHeap = "0x20000000"; // 512 MiB: a scan of 25 MB is read in less than a quarter of it.

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    // One at a time: several large scans at once would take the memory that one may not.
    private readonly SemaphoreSlim turn = new(1);

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    /// <summary>Looks into a file.</summary>
    /// <exception cref="ScanRefusedException">It is no PDF, cannot be read in time, or holds more than pages.</exception>
    public async Task<ScannedPdf> ReadAsync(byte[] file, CancellationToken cancellationToken)
    {
        if (file.Length is 0 or > ScanUpload.LargestFile || !ScannedPdf.IsPdf(file))
        {
            throw new ScanRefusedException(file.Length switch
            {
                0 => ScanProblem.Empty,
                > ScanUpload.LargestFile => ScanProblem.TooLarge,
                _ => ScanProblem.NotPdf,
            });
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            var reading = await ReadApartAsync(file, cancellationToken);
            return reading?.Scan ?? throw new ScanRefusedException(reading?.Problem ?? ScanProblem.Damaged);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>What the other process answered; null where it gave none.</summary>
    private static async Task<ScanReading?> ReadApartAsync(byte[] file, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Host(), [Program(), ReadScanCommand.Name])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = LargestHeap;
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        using var process = Process.Start(start)!;
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(Longest);
        try
        {
            var answer = process.StandardOutput.ReadToEndAsync(time.Token);
            var trouble = process.StandardError.ReadToEndAsync(time.Token);
            await SendAsync(process, file, time.Token);
            var text = await answer;
            await trouble;
            await process.WaitForExitAsync(time.Token);
            return process.ExitCode == 0 ? JsonSerializer.Deserialize<ScanReading>(text) : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    // The host of the runtime this process runs on: it knows where its runtime is whatever the environment says.
    private static string Host() => Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    // Beside this assembly, also where it runs in the process of another program, as in tests.
    private static string Program() => Path.Combine(AppContext.BaseDirectory, $"{typeof(ScanReader).Assembly.GetName().Name}.dll");

    private static async Task SendAsync(Process process, byte[] file, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(file, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; its status says how.
        }
    }
}

/// <summary>What was found in a scan: either the scan or the problem.</summary>
internal sealed record ScanReading(ScannedPdf? Scan, ScanProblem? Problem);
