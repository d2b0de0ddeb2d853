using System.Diagnostics;

namespace KerjaBhakti.Web.Tests;

/// <summary>Runs the real program with a command, as a person at a terminal does.</summary>
internal static class Terminal
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Runs it to its end.</summary>
    /// <param name="folder">Where it is called.</param>
    /// <param name="settings">Environment variables.</param>
    /// <param name="arguments">The command and its arguments.</param>
    public static async Task<(int Status, string Output, string Error)> RunAsync(
        DirectoryInfo folder,
        IReadOnlyDictionary<string, string> settings,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "KerjaBhakti.Web.dll"), .. arguments])
        {
            WorkingDirectory = folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var error = process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, (await output).Trim(), (await error).Trim());
    }
}
