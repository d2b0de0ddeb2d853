namespace KerjaBhakti.Browser.Tests.Browsers;

/// <summary>A Chromium for the tests: an installed Chromium, Chrome or Edge, otherwise one that is installed now.</summary>
/// <param name="machine">The computer the tests run on.</param>
internal sealed class BrowserSource(Machine machine)
{
    /// <summary>What a person reads who has no browser and where none can be installed.</summary>
    public const string Missing =
        "The browser tests need Chromium, Chrome or Edge: install one of them (on Debian or Ubuntu `apt-get install chromium`) and run the tests again.";

    /// <summary>Chromium without windows: a third of the processes, and half of their work, are those of a window that nobody sees.</summary>
    private const string WithoutWindows = "chromium-headless-shell";

    private static readonly string[] Names =
    [
        WithoutWindows,
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "microsoft-edge",
        "msedge",
    ];

    private static readonly string[] WindowsFolders = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"];

    private static readonly string[] WindowsPrograms =
    [
        @"Google\Chrome\Application\chrome.exe",
        @"Microsoft\Edge\Application\msedge.exe",
        @"Chromium\Application\chrome.exe",
    ];

    private static readonly string[] MacPrograms =
    [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    /// <summary>The program to start; null means the one that Playwright's installer has put where Playwright looks.</summary>
    /// <exception cref="BrowserMissingException">There is none and none could be installed.</exception>
    public async Task<string?> ObtainAsync()
    {
        if (Find() is { } installed)
        {
            return installed;
        }

        if (machine.HasAptAsRoot)
        {
            await machine.RunAsync("apt-get", "update");
            await machine.RunAsync("apt-get", "install", "-y", WithoutWindows);
            if (Find() is null)
            {
                // A package of Debian alone.
                await machine.RunAsync("apt-get", "install", "-y", "chromium");
            }

            return Find() ?? throw new BrowserMissingException();
        }

        return await machine.InstallWithPlaywrightAsync() ? null : throw new BrowserMissingException();
    }

    /// <summary>The first browser found in PATH, then in the system's usual folders; null where there is none.</summary>
    public string? Find() => machine.InPath(Names).Concat(InUsualFolders()).FirstOrDefault(machine.FileExists);

    private IEnumerable<string> InUsualFolders() =>
        machine.System switch
        {
            HostSystem.Windows => from program in WindowsPrograms
                                  from variable in WindowsFolders
                                  let folder = machine.Variable(variable)
                                  where folder is not null
                                  select $@"{folder}\{program}",
            HostSystem.MacOs => MacPrograms,
            HostSystem.Linux => [],
        };
}

/// <summary>No browser, and no way to get one.</summary>
public sealed class BrowserMissingException() : Exception(BrowserSource.Missing);
