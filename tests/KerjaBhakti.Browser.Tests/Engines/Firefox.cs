using System.Diagnostics;
using KerjaBhakti.Browser.Tests.Browsers;
using WebDriverBiDi;
using WebDriverBiDi.Session;

namespace KerjaBhakti.Browser.Tests.Engines;

/// <summary>A Firefox without a screen and with a profile of its own, which ends with it.</summary>
internal sealed class Firefox : IAsyncDisposable
{
    /// <summary>What a skipped test says.</summary>
    public const string Missing =
        "Firefox is not installed (on Debian `apt-get install firefox-esr`): this story did not run in its engine.";

    private static readonly string[] Names = ["firefox-esr", "firefox"];

    // On busy processors it writes where it listens long before it answers.
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly DirectoryInfo profile;

    private Firefox(Process process, DirectoryInfo profile, BiDiDriver driver)
    {
        this.process = process;
        this.profile = profile;
        Driver = driver;
    }

    public BiDiDriver Driver { get; }

    /// <summary>
    /// The installed program; null where there is none. None is installed for the tests: what is missing is told and counted.
    /// </summary>
    public static string? Find(Machine machine) => machine.InPath(Names).FirstOrDefault(machine.FileExists);

    public static async Task<Firefox> StartAsync(string program)
    {
        var profile = Directory.CreateTempSubdirectory("kerjabhakti-firefox-");
        var start = new ProcessStartInfo(
            program,
            ["--headless", "--no-remote", "--profile", profile.FullName, "--remote-debugging-port", "0"]
        )
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var driver = new BiDiDriver(TimeSpan.FromMilliseconds(BrowserFixture.Patience));
        var firefox = new Firefox(process, profile, driver);
        try
        {
            await driver.StartAsync(await AddressAsync(process), CancellationToken.None);
            await driver.Session.NewSessionAsync(
                new()
                {
                    Capabilities = new()
                    {
                        AlwaysMatch = new() { UnhandledPromptBehavior = new() { Default = UserPromptHandlerType.Accept } },
                    },
                },
                StartsWithin,
                CancellationToken.None
            );
            return firefox;
        }
        catch
        {
            await firefox.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Driver.DisposeAsync();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        profile.Delete(recursive: true);
    }

    /// <summary>Where it listens, from what it writes when it is ready: "WebDriver BiDi listening on ws://127.0.0.1:41234".</summary>
    private static async Task<string> AddressAsync(Process process)
    {
        using var patience = new CancellationTokenSource(StartsWithin);
        while (await process.StandardError.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.IndexOf("ws://", StringComparison.Ordinal) is >= 0 and var at)
            {
                // Whoever does not read on blocks a program that goes on writing.
                _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return $"{line[at..].Trim()}/session";
            }
        }

        throw new InvalidOperationException("Firefox ended before it listened.");
    }
}
