using System.Runtime.CompilerServices;

namespace KerjaBhakti.Web.Tests;

/// <summary>The stylesheets, read from their sources: a browser says nothing of what it does not understand.</summary>
public class StylesheetTests
{
    [Fact]
    public void EveryBlock_OfEveryStylesheet_IsClosed()
    {
        // Since rules may be nested, a brace that is missing makes of all that follows the inside of one rule, and nothing of it counts any
        // more.
        var files = Directory.GetFiles(Folder(), "*.css");
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Null(FirstInsideABlock(file)));
    }

    /// <summary>
    /// The first line that begins a rule at the margin while another is still open; null where every rule stands for itself.
    /// </summary>
    private static string? FirstInsideABlock(string file)
    {
        var depth = 0;
        foreach (var (index, line) in File.ReadLines(file).Index())
        {
            if (depth > 0 && line is [not (' ' or '}'), ..])
            {
                return $"{Path.GetFileName(file)}({index + 1}): {line}";
            }

            depth += line.Count(letter => letter == '{') - line.Count(letter => letter == '}');
        }

        return depth == 0 ? null : $"{Path.GetFileName(file)}: {depth} '}}' missing at the end";
    }

    private static string Folder([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "src", "KerjaBhakti.Web", "wwwroot", "css");
}
