using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KerjaBhakti.Tests;

/// <summary>The portal as a process of its own, which can be killed and started again on the same data.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    // Far more than a start takes: other tests and other machines share the processors.
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan SaysWithin = TimeSpan.FromSeconds(30);

    private readonly string[] settings;
    private readonly DirectoryInfo folder;
    private readonly bool isGuest;
    private readonly StringBuilder said = new();
    private Process? process;

    /// <summary>A portal with data of its own, not yet started.</summary>
    /// <param name="settings">More settings, as on the command line.</param>
    public PortalProcess(params string[] settings)
        : this(Directory.CreateTempSubdirectory("kerjabhakti-"), settings, isGuest: false) { }

    /// <summary>A portal of another institution, not yet started: its database is filled by the program itself.</summary>
    public static PortalProcess Of(string institution, params string[] settings) =>
        new([$"--Portal:Institution={institution}", .. settings]);

    private PortalProcess(DirectoryInfo folder, string[] settings, bool isGuest) =>
        (this.folder, this.settings, this.isGuest) = (folder, settings, isGuest);

    /// <summary>Where its database lies.</summary>
    public string Database => PortalUnderTest.DatabaseIn(folder);

    /// <summary>Where it answers; the same after every start.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>A second server of this portal, not yet started: the same database, and an address of its own.</summary>
    public PortalProcess Beside() => new(folder, settings, isGuest: true);

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task StartAsync()
    {
        var output = await BeginAsync();
        using var client = new HttpClient { BaseAddress = Address };
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < StartsWithin; await Task.Delay(50))
        {
            Assert.False(process!.HasExited, process.HasExited ? $"The portal ended: {await output}" : null);
            try
            {
                using var answer = await client.GetAsync("/health/ready");
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        Assert.Fail($"The portal does not answer within {StartsWithin}.");
    }

    /// <summary>Starts it and does not wait for an answer.</summary>
    /// <returns>What it writes to its standard error until it ends.</returns>
    public async Task<Task<string>> BeginAsync()
    {
        if (!File.Exists(Database) && !settings.Any(setting => setting.StartsWith("--Portal:Institution", StringComparison.Ordinal)))
        {
            await PortalUnderTest.FillAsync(folder);
        }

        var program = Path.Combine(AppContext.BaseDirectory, "KerjaBhakti.Web.dll");
        process = Process.Start(
            new ProcessStartInfo("dotnet", [program, .. PortalUnderTest.SettingsFor(folder), $"--urls={Address}", .. settings])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
            }
        ) ?? throw new InvalidOperationException("dotnet did not start.");
        return ListenAsync(process.StandardError);
    }

    /// <summary>
    /// Waits until it has written a text to its standard error. What it writes goes through a queue, which dies with it: whoever kills it
    /// waits first.
    /// </summary>
    public async Task SaysAsync(string text)
    {
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < SaysWithin; await Task.Delay(50))
        {
            if (Said.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Contains(text, Said, StringComparison.Ordinal);
    }

    /// <summary>Ends the process at once, as a power cut would: nothing is flushed or finished.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await KillAsync();
        }

        if (!isGuest)
        {
            folder.Delete(recursive: true);
        }
    }

    private string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    private async Task<string> ListenAsync(StreamReader error)
    {
        while (await error.ReadLineAsync() is { } line)
        {
            lock (said)
            {
                said.AppendLine(line);
            }
        }

        return Said;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
