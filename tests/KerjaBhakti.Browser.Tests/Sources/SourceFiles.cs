using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace KerjaBhakti.Browser.Tests.Sources;

/// <summary>The scripts and style sheets that browsers get, read from their sources, without comments.</summary>
internal static partial class SourceFiles
{
    /// <summary>Longer than any of the patterns takes in any of the files, on the busiest machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(PatienceInMilliseconds);

    /// <summary>The same, as attributes want it.</summary>
    public const int PatienceInMilliseconds = 30_000;

    private static readonly string Web = Path.GetFullPath(Path.Combine(Folder(), "..", "..", "..", "src", "KerjaBhakti.Web"));

    /// <summary>Every style sheet, by its path inside the web project.</summary>
    public static IReadOnlyDictionary<string, string> Sheets { get; } = Read("*.css");

    /// <summary>Every script, by its path inside the web project.</summary>
    public static IReadOnlyDictionary<string, string> Scripts { get; } = Read("*.js");

    private static Dictionary<string, string> Read(string pattern)
    {
        var files = Directory
            .EnumerateFiles(Web, pattern, SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(Web, file).Replace('\\', '/'), File: file))
            .Where(file =>
                !file.Name.StartsWith("bin/", StringComparison.Ordinal) && !file.Name.StartsWith("obj/", StringComparison.Ordinal)
            )
            .ToDictionary(file => file.Name, file => Comment().Replace(File.ReadAllText(file.File), string.Empty));
        Assert.NotEmpty(files);
        return files;
    }

    private static string Folder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;

    [GeneratedRegex(@"/\*.*?\*/|^\s*//[^\n]*", RegexOptions.Singleline | RegexOptions.Multiline, PatienceInMilliseconds)]
    private static partial Regex Comment();
}
