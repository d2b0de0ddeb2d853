using System.Diagnostics;
using System.Globalization;
using System.Text;
using KerjaBhakti.Documents.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Books;

namespace KerjaBhakti.Web.Tests;

/// <summary>Another accounting program (Debian package <c>hledger</c>), which knows nothing of this one.</summary>
internal static class Hledger
{
    /// <summary>Whether it is installed.</summary>
    public static bool IsInstalled { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "hledger")));

    /// <summary>Checks the books of a year and totals them to the same trial balance.</summary>
    public static async Task AgreesAsync(YearBooks books, CancellationToken cancellationToken)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, books.ToHledger(), cancellationToken);
            await AgreesAsync(file, books.Balance, cancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Checks a file, and totals it to a trial balance.</summary>
    public static async Task AgreesAsync(string file, TrialBalance balance, CancellationToken cancellationToken)
    {
        await RunAsync(["-f", file, "check", "--strict", "ordereddates"], cancellationToken);
        var totals = await RunAsync(["-f", file, "balance", "--flat", "--empty", "--no-total", "-O", "csv"], cancellationToken);

        // "Aset:1.1 Rekening bank rumah sakit","850000000 IDR"; nothing is a bare 0.
        var found = totals
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.Trim('"', '\r').Split("\",\""))
            .ToDictionary(
                cells => cells[0].Split(':')[1].Split(' ')[0],
                cells => long.Parse(cells[1].Replace(" IDR", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture)
            );
        Assert.NotEmpty(found);
        Assert.Equal(0, found.Values.Sum());
        Assert.Equal(
            balance.Accounts.Where(account => account.Balance.Amount != 0).Select(account => (account.Account, account.Balance.Amount)),
            found
                .Where(total => total.Value != 0)
                .OrderBy(total => total.Key, StringComparer.Ordinal)
                .Select(total => (total.Key, total.Value))
        );
    }

    private static async Task<string> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("hledger", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, await error);
        return await output;
    }
}
