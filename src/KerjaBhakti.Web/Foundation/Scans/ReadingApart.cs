using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace KerjaBhakti.Web.Foundation.Scans;

/// <summary>
/// Reads files that come from outside in a process of their own, with an end to its time and memory: what overflows the stack, inflates
/// without end or crashes native code ends that process and not the portal.
/// </summary>
/// <typeparam name="T">What the process answers, as JSON.</typeparam>
/// <param name="command">The hidden command of this program that reads standard input.</param>
/// <param name="mostMemory">The most bytes the process may take, with what native code takes; the usual are 1 GiB, twice what a photo of 40
/// million pixels needs.</param>
internal sealed class ReadingApart<T>(string command, long mostMemory = 1024L * 1024 * 1024) : IDisposable
    where T : class
{
    private const string LargestHeap = "0x20000000"; // 512 MiB: a scan of 25 MB is read in less than a quarter of it.

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    // One at a time: several large files at once would take the memory that one may not.
    private readonly SemaphoreSlim turn = new(1);

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    /// <summary>What the other process answered; null where it gave none.</summary>
    public async Task<T?> ReadAsync(byte[] file, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await AskAsync(file, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<T?> AskAsync(byte[] file, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Host(), [Program(), command])
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
            var watch = WatchAsync(process, time);
            await SendAsync(process, file, time.Token);
            var text = await answer;
            await trouble;
            await process.WaitForExitAsync(time.Token);
            await watch;
            return process.ExitCode == 0 ? JsonSerializer.Deserialize<T>(text) : null;
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
    private static string Host() =>
        Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")
        );

    // Beside this assembly, also where it runs in the process of another program, as in tests.
    private static string Program() => Path.Combine(AppContext.BaseDirectory, $"{typeof(ScanReader).Assembly.GetName().Name}.dll");

    /// <summary>
    /// Calls the reading off when the process has taken more memory than it may. The limit of its heap does not bind native code.
    /// </summary>
    private async Task WatchAsync(Process process, CancellationTokenSource time)
    {
        try
        {
            while (!process.HasExited)
            {
                process.Refresh();
                if (process.WorkingSet64 > mostMemory)
                {
                    await time.CancelAsync();
                }

                await Task.Delay(BetweenLooks, time.Token);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or InvalidOperationException)
        {
            // It ended between two looks, or was called off.
        }
    }

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
