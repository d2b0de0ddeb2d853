using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using KerjaBhakti.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace KerjaBhakti.Web.Tests.Hosting;

/// <summary>What stands in <c>deploy/</c> and <c>docs/operations.md</c>, held against the program.</summary>
public sealed partial class DeployFilesTests(PortalFixture fixture)
{
    // Read by the framework and by its instrumentation, not by this program's own lines.
    private static readonly string[] OfTheFramework =
    [
        "ASPNETCORE_FORWARDEDHEADERS_ENABLED",
        "ASPNETCORE_URLS",
        "AllowedHosts",
        "ConnectionStrings:Portal",
        "OTEL_EXPORTER_OTLP_PROTOCOL",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void EverySetting_OfTheFiles_StandsInTheTableOfOperations()
    {
        var table = SettingsOfOperations();
        var named = Files()
            .SelectMany(file => Setting().Matches(file.Text).Select(match => (file.Name, Key: match.Value.Replace("__", ":"))))
            // How the image says its port; read by the framework's own server.
            .Where(setting => setting.Key != "ASPNETCORE_HTTP_PORTS")
            .ToList();

        Assert.True(named.Count > 20, "The files name hardly a setting.");
        var unknown = named.Where(setting => !table.Contains(setting.Key)).ToList();
        Assert.Empty(unknown);
    }

    [Fact]
    public void EverySetting_OfTheTable_IsReadByTheProgram()
    {
        var source = string.Concat(
            Directory.EnumerateFiles(SourceFolder(), "*", SearchOption.AllDirectories).Where(IsOurs).Select(File.ReadAllText)
        );
        var literals = Literal().Matches(source).Select(match => match.Groups["text"].Value).ToHashSet();

        var unread = SettingsOfOperations().Except(OfTheFramework).Where(key => !IsRead(key.Split(':'), literals, source)).ToList();
        Assert.Empty(unread);
    }

    [Fact]
    public void EveryVariable_OfTheProxy_IsPassedOn_AndEveryOneOfComposeStandsInTheSteps()
    {
        var compose = TextOf("compose.yaml");
        var proxy = compose.Split("\n  proxy:\n")[1].Split("\n  sqlserver:\n")[0];
        var steps = Operations().Split("\n## Settings\n")[0];

        // Which portals there are stands in compose itself, under the names the proxy's file begins with.
        var read = ProxyVariable().Matches(TextOf("Caddyfile")).Select(match => match.Groups["name"].Value).Distinct().Except(["PORTALS"]);
        Assert.All(read, name => Assert.Contains($"      {name}: ", proxy, StringComparison.Ordinal));
        var asked = ComposeVariable().Matches(compose).Select(match => match.Groups["name"].Value).Distinct().ToList();
        Assert.Contains("MAIL_USER", asked);
        Assert.Contains("SECOND_FACTOR_ROLES", asked);
        Assert.All(asked, name => Assert.Contains($"`{name}`", steps, StringComparison.Ordinal));
    }

    [Fact]
    public void TheFolderOfSecrets_IsMountedAsAWhole_WhereTheSettingSays()
    {
        var compose = TextOf("compose.yaml");

        Assert.Contains("Portal__SecretsFolder: /run/secrets\n", compose, StringComparison.Ordinal);
        Assert.Contains("volumes: [\"./secrets:/run/secrets:ro\"]\n", compose, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePort_IsOneInTheImageAndBehindTheProxy()
    {
        var image = TextOf("Containerfile");
        var port = Port().Match(image).Groups["port"].Value;

        Assert.NotEmpty(port);
        Assert.Contains($"EXPOSE {port}\n", image, StringComparison.Ordinal);
        Assert.Contains($"/dev/tcp/127.0.0.1/{port} ", image, StringComparison.Ordinal);
        Assert.Contains($"portal-1:{port} portal-2:{port}", TextOf("Caddyfile"), StringComparison.Ordinal);
        Assert.All(["  portal-1:", "  portal-2:"], name => Assert.Contains(name, TextOf("compose.yaml"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryPathOfHealth_Answers()
    {
        using var client = fixture.Portal.CreateClient();
        var paths = Files().SelectMany(file => Health().Matches(file.Text).Select(match => match.Value)).Distinct().ToList();

        Assert.Contains("/health/live", paths);
        foreach (var path in paths)
        {
            using var answer = await client.GetAsync(path, Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task TheImagesHealthCheck_IsGoodWhileThePortalAnswers_AndBadAfterwards()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "There is no bash here.");
        var check = HealthCheck()
            .Match(TextOf("Containerfile"))
            .Groups["script"]
            .Value.Replace("\\\\", "\\")
            .Replace("/8080", $"/{fixture.Portal.Address.Port}");

        Assert.Equal(0, await BashAsync(check));
        Assert.NotEqual(0, await BashAsync(check.Replace("/health/live", "/tidak/ada")));
        Assert.NotEqual(0, await BashAsync(check.Replace($"/{fixture.Portal.Address.Port}", "/1")));
    }

    [Fact]
    public void TheProgramsFile_IsTheOneThatIsStarted()
    {
        var program = $"{typeof(Program).Assembly.GetName().Name}.dll";
        Assert.All(
            ["Containerfile", "kerjabhakti", "kerjabhakti.service", "kerjabhakti-backup.service"],
            file =>
            {
                Assert.Contains(program, TextOf(file), StringComparison.Ordinal);
                Assert.All(Dll().Matches(TextOf(file)), match => Assert.EndsWith(program, match.Value, StringComparison.Ordinal));
            }
        );
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("verify-audit")]
    [InlineData("create-admin")]
    public async Task ACommand_OfTheTenSteps_IsOneOfTheProgram(string command)
    {
        var folder = Directory.CreateTempSubdirectory("kerjabhakti-");
        var (status, _, _) = await Terminal.RunAsync(folder, new Dictionary<string, string>(), command, "--help");
        folder.Delete(recursive: true);

        Assert.Equal(0, status);
        Assert.Contains(command, Operations(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhoeverStopsThePortal_WaitsLongerThanThePortalDoes()
    {
        var portals = fixture.Portal.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout;

        Assert.Equal(TimeSpan.FromSeconds(30), portals);
        Assert.Contains("TimeoutStopSec=45\n", TextOf("kerjabhakti.service"), StringComparison.Ordinal);
        Assert.Contains("stop_grace_period: 45s\n", TextOf("compose.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void TheFramework_OfTheImage_IsThePrograms()
    {
        var version = $"{Environment.Version.Major}.{Environment.Version.Minor}";

        Assert.Contains($"dotnet/sdk:{version} ", TextOf("Containerfile"), StringComparison.Ordinal);
        Assert.Contains($"dotnet/aspnet:{version}\n", TextOf("Containerfile"), StringComparison.Ordinal);
    }

    [Fact]
    public void NoSecret_StandsInTheFiles()
    {
        var given = Files().SelectMany(file => Secret().Matches(file.Text).Select(match => $"{file.Name}: {match.Value}"));

        Assert.Empty(given);
    }

    private static bool IsRead(string[] key, HashSet<string> literals, string source)
    {
        for (var length = key.Length; length > 0; length--)
        {
            var prefix = string.Join(':', key[..length]);
            if (literals.Contains(prefix) || literals.Any(text => text.StartsWith($"{prefix}:{{", StringComparison.Ordinal)))
            {
                return key[length..].All(part => int.TryParse(part, out _) || literals.Contains(part) || source.Contains($" {part} "));
            }
        }

        return false;
    }

    /// <summary>The keys of the table, those named short (", `:Password`") made whole.</summary>
    private static HashSet<string> SettingsOfOperations()
    {
        var section = Operations().Split("\n## Settings\n")[1].Split("\n## ")[0];
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)))
        {
            var whole = string.Empty;
            foreach (var key in Quoted().Matches(row.Split(" | ")[0]).Select(match => match.Groups["key"].Value))
            {
                whole = key[0] == ':' ? $"{whole[..whole.LastIndexOf(':')]}{key}" : key;
                keys.Add(whole);
            }
        }

        return keys;
    }

    private static IEnumerable<(string Name, string Text)> Files() =>
        Directory.EnumerateFiles(Folder).Select(path => (Path.GetFileName(path), File.ReadAllText(path)));

    private static string TextOf(string name) => File.ReadAllText(Path.Combine(Folder, name));

    private static string Operations() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "operations.md"));

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "deploy");

    private static string SourceFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src"));

    private static bool IsOurs(string file) =>
        Path.GetExtension(file) is ".cs" or ".razor"
        && !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "Migrations");

    private static async Task<int> BashAsync(string script)
    {
        using var process = System.Diagnostics.Process.Start("/bin/bash", ["-c", script])!;
        await process.WaitForExitAsync(Cancellation);
        return process.ExitCode;
    }

    [GeneratedRegex(@"\b(ASPNETCORE_[A-Z_]+|OTEL_[A-Z_]+|[A-Z][A-Za-z]+(__[A-Za-z0-9]+)+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Setting();

    [GeneratedRegex("\"(?<text>[A-Za-z_:]+(\\{[^\"]*)?)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex("`(?<key>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("ASPNETCORE_HTTP_PORTS=(?<port>[0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Port();

    [GeneratedRegex(@"\{\$(?<name>[A-Z_]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProxyVariable();

    [GeneratedRegex(@"(?<!\$)\$\{(?<name>[A-Z_]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ComposeVariable();

    [GeneratedRegex("/health/[a-z]+", RegexOptions.None, 1000)]
    private static partial Regex Health();

    [GeneratedRegex("\"bash\", \"-c\", \\\\\n *\"(?<script>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HealthCheck();

    [GeneratedRegex(@"[A-Za-z.]+\.dll", RegexOptions.None, 1000)]
    private static partial Regex Dll();

    // A value behind "password" that is neither a file nor a variable.
    [GeneratedRegex(@"(?i)password\w*\s*[:=](?!\?)\s*(?![\s{$]|\\?""\$)\S+", RegexOptions.None, 1000)]
    private static partial Regex Secret();
}
