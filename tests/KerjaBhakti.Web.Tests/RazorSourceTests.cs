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

    /// <summary>The base element of every page would lead a place in it to the front page: it is named with the path.</summary>
    [Fact]
    public void APlaceInThePage_IsNeverNamedWithoutItsPath()
    {
        var found = Directory
            .GetFiles(Folder(), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => BarePlace().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}"));

        Assert.Empty(found);
        Assert.Matches(BarePlace(), "<a href=\"#rincian\">");
        Assert.Matches(BarePlace(), "@(isPaid ? \"#pegawai-komponen\" : path)");
    }

    /// <summary>
    /// Who speaks to a computer says what they see: a button or link that shows a text and is named otherwise begins with that text.
    /// </summary>
    [Fact]
    public void AButtonWithANameOfItsOwn_BeginsWithWhatItShows()
    {
        var named = Directory
            .GetFiles(Folder(), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => NamedButton().Matches(File.ReadAllText(file)))
            .ToList();

        Assert.NotEmpty(named);
        Assert.Empty(named.Where(match => !BeginsWithWhatItShows(match)).Select(match => match.Value));
    }

    /// <summary>A form that is refused is answered at the address that says what was done before: what was done is then no news.</summary>
    [Fact]
    public void AnOldSuccess_NeverStandsBesideAnError()
    {
        var told = Directory
            .GetFiles(Folder(), "*.razor", SearchOption.AllDirectories)
            .Select(file => (File: Path.GetFileName(file), Source: File.ReadAllText(file)))
            .Where(page => page.Source.Contains("<ErrorSummary Messages=\"errors\"", StringComparison.Ordinal))
            .SelectMany(page => ToldSuccess().Matches(page.Source).Select(match => $"{page.File}: {match.Groups["when"].Value}"))
            .ToList();

        Assert.NotEmpty(told);

        // What a request makes and shows in its own answer is never old.
        Assert.Equal(
            ["SecondFactorPage.razor: codes.Count > 0", "OwnCalendarsPage.razor: made is { } link"],
            told.Where(when => !when.Contains("errors.Count == 0", StringComparison.Ordinal))
        );
    }

    private static bool BeginsWithWhatItShows(Match match)
    {
        var (name, text) = (match.Groups["name"].Value, match.Groups["text"].Value.Trim());
        return name.StartsWith(text, StringComparison.Ordinal) && (name.Length == text.Length || !char.IsLetter(name[text.Length]));
    }

    private static string Folder([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "../../src/KerjaBhakti.Web");

    // A colour begins with the same sign.
    [GeneratedRegex("(?<!content=)\"#[a-z][a-z0-9-]*\"(?<!\"#[0-9a-f]{6}\")", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BarePlace();

    [GeneratedRegex("=\"(?=[^\"]*@)[^\"]*&amp;[^\"]*\"", RegexOptions.CultureInvariant, 30_000)]
    private static partial Regex EscapedByHand();

    [GeneratedRegex(
        "if \\((?<when>.*)\\)\\s*\\{\\s*<Notice Kind=\"NoticeKind\\.Success\"",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ToldSuccess();

    // Of a name that is put together the letters before the first value; a text that is a value is not read.
    [GeneratedRegex(
        "<(button|a|summary)\\b([^\">]|\"[^\"]*\")*\\baria-label=\"(@\\(\\$\"(?<name>[^\"{]*)[^\"]*\"\\)|(?<name>[^\"{@(]*)[^\"]*)\""
            + "([^\">]|\"[^\"]*\")*>(?<text>[^<@]*[A-Za-z][^<@]*)</",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex NamedButton();
}
