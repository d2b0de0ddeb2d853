using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace KerjaBhakti.Web.Tests;

/// <summary>The pages and services of one module know nothing of the other's. Read from the sources, because a compiled constant leaves no reference.</summary>
public partial class ModuleBoundaryTests
{
    [Fact]
    public void TheRoster_UsesNothingOfTheClaimFund() => Assert.Empty(FilesThatMention("Roster", ClaimFund()));

    [Fact]
    public void TheClaimFund_UsesNothingOfTheRoster() => Assert.Empty(FilesThatMention("Wakatobi", Roster()));

    private static IEnumerable<string> FilesThatMention(string module, Regex other)
    {
        var files = Directory.GetFiles(Path.Combine(WebProject(), module), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .ToList();
        Assert.NotEmpty(files);
        return files.Where(file => other.IsMatch(File.ReadAllText(file)));
    }

    private static string WebProject([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "src", "KerjaBhakti.Web");

    [GeneratedRegex(@"KerjaBhakti\.(Web\.|Documents\.|Data\.)?Wakatobi\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClaimFund();

    [GeneratedRegex(@"KerjaBhakti\.(Web\.|Documents\.|Data\.)?Roster\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Roster();
}
