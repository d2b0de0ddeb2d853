using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace KerjaBhakti.Web.Tests;

/// <summary>The components, read from their sources.</summary>
public partial class RazorSourceTests
{
    /// <summary>
    /// What stands beside a value in an attribute is text, and is escaped when the page is written: an "&amp;amp;" there is escaped twice,
    /// and the parameter behind it belongs to nobody.
    /// </summary>
    [Fact]
    public void AnAttributeWithAValue_IsNotEscapedByHand()
    {
        var files = Directory.GetFiles(Folder(), "*.razor", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => EscapedByHand().Matches(File.ReadAllText(file)).Select(match => $"{file}: {match.Value}")));
    }

    [Fact]
    public void TheReader_FindsWhatIsEscapedByHand()
    {
        Assert.Matches(EscapedByHand(), "<a href=\"/roster?tahun=@year&amp;minggu=@sunday\">");
        Assert.DoesNotMatch(EscapedByHand(), "<a href=\"/roster?tahun=@year&minggu=@sunday\">");
        Assert.DoesNotMatch(EscapedByHand(), "<a href=\"/roster?tahun=2015&amp;minggu=1\">");
    }

    private static string Folder([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "../../src/KerjaBhakti.Web");

    [GeneratedRegex("=\"(?=[^\"]*@)[^\"]*&amp;[^\"]*\"", RegexOptions.CultureInvariant, 30_000)]
    private static partial Regex EscapedByHand();
}
