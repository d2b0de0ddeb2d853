using System.ComponentModel;
using System.Diagnostics;

namespace KerjaBhakti.Browser.Tests.Browsers;

/// <summary>The kinds of system that keep browsers in different places.</summary>
internal enum HostSystem
{
    Linux,
    Windows,
    MacOs,
}

/// <summary>What the search for a browser has to know of a computer and may do to it.</summary>
internal sealed record Machine
{
    public required HostSystem System { get; init; }

    /// <summary>Whether packages can be installed with apt-get: Debian or Ubuntu, as root.</summary>
    public required bool HasAptAsRoot { get; init; }

    /// <summary>The value of an environment variable.</summary>
    public required Func<string, string?> Variable { get; init; }

    public required Func<string, bool> FileExists { get; init; }

    /// <summary>Runs a program to its end. A failure shows in what is missing afterwards.</summary>
    public required RunProgram RunAsync { get; init; }

    /// <summary>Runs Playwright's own installer; whether it succeeded.</summary>
    public required Func<Task<bool>> InstallWithPlaywrightAsync { get; init; }

    /// <summary>The computer the tests run on.</summary>
    public static Machine This { get; } =
        new()
        {
            System =
                OperatingSystem.IsWindows() ? HostSystem.Windows
                : OperatingSystem.IsMacOS() ? HostSystem.MacOs
                : HostSystem.Linux,
            HasAptAsRoot = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get"),
            Variable = Environment.GetEnvironmentVariable,
            FileExists = File.Exists,
            RunAsync = StartAsync,
            InstallWithPlaywrightAsync = () => Task.Run(() => Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0),
        };

    /// <summary>Where programs of these names would lie in PATH, all folders of the first name before those of the second.</summary>
    public IEnumerable<string> InPath(IReadOnlyList<string> names)
    {
        var isWindows = System == HostSystem.Windows;
        var folders = (Variable("PATH") ?? string.Empty).Split(isWindows ? ';' : ':', StringSplitOptions.RemoveEmptyEntries);
        return from name in names from folder in folders select Path.Combine(folder, isWindows ? $"{name}.exe" : name);
    }

    private static async Task StartAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } }
            );
            await process!.WaitForExitAsync();
        }
        catch (Win32Exception)
        {
            // The program is not there; what it should have installed is then missing too.
        }
    }
}

/// <summary>Runs a program with arguments to its end.</summary>
internal delegate Task RunProgram(string program, params string[] arguments);
