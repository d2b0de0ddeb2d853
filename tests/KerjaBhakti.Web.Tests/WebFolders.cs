using System.Text.RegularExpressions;

namespace KerjaBhakti.Web.Tests;

/// <summary>
/// Which folders of the web project import which, read from the sources. What the whole project imports for its markup is left out: it says
/// of no folder that it uses it.
/// </summary>
internal static partial class WebFolders
{
    /// <summary>For each folder, named as its namespace ends, the folders it imports.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Uses(string project)
    {
        var files = Directory
            .GetFiles(project, "*", SearchOption.AllDirectories)
            .Where(file =>
                Path.GetExtension(file) is ".cs" or ".razor" && FolderOf(project, file) is { Length: > 0 } and not "bin" and not "obj"
            )
            .ToLookup(file => FolderOf(project, file));
        var folders = files.Select(folder => folder.Key).ToHashSet(StringComparer.Ordinal);
        return files.ToDictionary(
            folder => folder.Key,
            IReadOnlySet<string> (folder) =>
                folder
                    .SelectMany(file => Import().Matches(File.ReadAllText(file)))
                    .Select(import => Nearest(import.Groups["folder"].Value, folders))
                    .Where(used => used.Length > 0 && used != folder.Key)
                    .ToHashSet(StringComparer.Ordinal)
        );
    }

    /// <summary>Folders that import each other over any number of others; each of two or more.</summary>
    public static IReadOnlyList<IReadOnlySet<string>> Circles(IReadOnlyDictionary<string, IReadOnlySet<string>> uses)
    {
        var reached = uses.Keys.ToDictionary(folder => folder, folder => ReachedFrom(folder, uses));
        return
        [
            .. uses
                .Keys.Select(folder => reached[folder].Where(other => reached[other].Contains(folder)).Append(folder).ToHashSet())
                .Where(circle => circle.Count > 1),
        ];
    }

    private static HashSet<string> ReachedFrom(string folder, IReadOnlyDictionary<string, IReadOnlySet<string>> uses)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(uses[folder]);
        while (open.TryPop(out var next))
        {
            if (reached.Add(next))
            {
                foreach (var used in uses[next])
                {
                    open.Push(used);
                }
            }
        }

        return reached;
    }

    private static string FolderOf(string project, string file)
    {
        var folder = Path.GetRelativePath(project, Path.GetDirectoryName(file)!);
        return folder == "." ? string.Empty
            : folder.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj" ? "obj"
            : folder.Replace(Path.DirectorySeparatorChar, '.');
    }

    // An import may name a class of a folder.
    private static string Nearest(string import, HashSet<string> folders)
    {
        while (import.Length > 0 && !folders.Contains(import))
        {
            import = import[..Math.Max(0, import.LastIndexOf('.'))];
        }

        return import;
    }

    [GeneratedRegex(
        @"^\s*@?using (static )?KerjaBhakti\.Web\.(?<folder>[A-Za-z.]+);?\s*$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        30_000
    )]
    private static partial Regex Import();
}
