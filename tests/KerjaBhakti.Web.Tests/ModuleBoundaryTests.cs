using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace KerjaBhakti.Web.Tests;

/// <summary>
/// The pages and services of one module know nothing of the other's. Read from the sources, because a compiled constant leaves no
/// reference.
/// </summary>
public partial class ModuleBoundaryTests
{
    [Fact]
    public void TheRoster_UsesNothingOfTheClaimFund() => Assert.Empty(FilesThatMention("Roster", ClaimFund()));

    [Fact]
    public void TheClaimFund_UsesNothingOfTheRoster() => Assert.Empty(FilesThatMention("Wakatobi", Roster()));

    [Fact]
    public void TheShell_UsesNothingOfAnyModule()
    {
        Assert.Empty(FilesThatMention("Shell", Roster()));
        Assert.Empty(FilesThatMention("Shell", ClaimFund()));
    }

    [Fact]
    public void TheFoundation_UsesNothingOfWhatStandsOnIt() =>
        Assert.DoesNotContain(WebFolders.Uses(WebProject()), use =>
            use.Key.StartsWith("Foundation", StringComparison.Ordinal)
            && use.Value.Any(used => !used.StartsWith("Foundation", StringComparison.Ordinal))
        );

    [Fact]
    public void Folders_UseEachOtherInNoCircleOfMoreThanTwo() =>
        Assert.DoesNotContain(WebFolders.Circles(WebFolders.Uses(WebProject())), circle => circle.Count > 2);

    [Fact]
    public void APage_IsNamedAsOne() =>
        Assert.DoesNotContain(
            Directory
                .GetFiles(WebProject(), "*.razor", SearchOption.AllDirectories)
                .Where(file => File.ReadAllText(file).StartsWith("@page ", StringComparison.Ordinal)),
            file => !file.EndsWith("Page.razor", StringComparison.Ordinal)
        );

    private static IEnumerable<string> FilesThatMention(string module, Regex other)
    {
        var files = Directory
            .GetFiles(Path.Combine(WebProject(), module), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .ToList();
        Assert.NotEmpty(files);
        return files.Where(file => other.IsMatch(File.ReadAllText(file)));
    }

    private static string WebProject([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "src", "KerjaBhakti.Web");

    [GeneratedRegex(
        @"KerjaBhakti\.(Web\.|Documents\.|Data\.)?Wakatobi\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        30_000
    )]
    private static partial Regex ClaimFund();

    [GeneratedRegex(
        @"KerjaBhakti\.(Web\.|Documents\.|Data\.)?Roster\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        30_000
    )]
    private static partial Regex Roster();
}
