using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace KerjaBhakti.Benchmarks.Portal;

/// <summary>A portal in a process of its own, with its database and keys in a folder that outlives it.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private readonly Process process;

    private PortalProcess(Process process, Uri address, TimeSpan startup)
    {
        this.process = process;
        Address = address;
        Startup = startup;
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>From the start of the process to the end of the first page.</summary>
    public TimeSpan Startup { get; }

    /// <summary>What it has used of the processors since its start.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>A client without cookies.</summary>
    public HttpClient CreateClient() => new() { BaseAddress = Address };

    /// <summary>Starts the portal with the endpoints of <see cref="MeasuredPortal"/> and waits for its first page.</summary>
    public static Task<PortalProcess> StartMeasuredAsync(DirectoryInfo folder, string environment) =>
        StartAsync(folder, environment, typeof(PortalProcess).Assembly.Location, MeasuredPortal.Command);

    /// <summary>Starts the portal exactly as shipped and waits for its first page.</summary>
    /// <param name="folder">Where it keeps its data.</param>
    /// <param name="environment">Development or Production.</param>
    /// <param name="program">The path of its assembly.</param>
    public static Task<PortalProcess> StartShippedAsync(DirectoryInfo folder, string environment, string program) =>
        StartAsync(folder, environment, program);

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>What the process holds after a full collection.</summary>
    public async Task<MemoryUse> MemoryAsync()
    {
        using var client = CreateClient();
        return (await client.GetFromJsonAsync<MemoryUse>(MeasuredPortal.Memory))!;
    }

    /// <summary>Makes a draft out of the annex of 2015.</summary>
    public async Task<Guid> MakeDraftAsync()
    {
        using var client = CreateClient();
        return await client.GetFromJsonAsync<Guid>(MeasuredPortal.Draft);
    }

    /// <summary>The settings that keep a portal inside a folder and quiet.</summary>
    public static IEnumerable<string> SettingsFor(DirectoryInfo folder, string environment) =>
        [
            $"--environment={environment}",
            $"--Database:File={Path.Combine(folder.FullName, "portal.db")}",
            "--Logging:LogLevel:Default=Error",
            "--Logging:LogLevel:Microsoft=Error",
        ];

    private static async Task<PortalProcess> StartAsync(DirectoryInfo folder, string environment, params string[] program)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = Stopwatch.GetTimestamp();
        var process = Process.Start(
            new ProcessStartInfo("dotnet", [.. program, .. SettingsFor(folder, environment), $"--urls={address}"])
            {
                WorkingDirectory = folder.FullName,
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;

        // Nobody reads what it says; a full pipe would stop it.
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = address };
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync("/");
                answer.EnsureSuccessStatusCode();
                return new PortalProcess(process, address, Stopwatch.GetElapsedTime(start));
            }
            catch (HttpRequestException) when (!process.HasExited && Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(1))
            {
                await Task.Delay(10);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
