using System.Text.RegularExpressions;

namespace KerjaBhakti.Browser.Tests.Sources;

/// <summary>The style sheets: a browser leaves out what it does not understand, and says nothing.</summary>
public partial class SheetTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    /// <summary>Properties of other engines, or of at-rules that are no style: not asked for.</summary>
    private static readonly HashSet<string> NotAsked =
    [
        "src",
        "size",
        "font-display",
        "system",
        "symbols",
        "suffix",
        "prefix",
        "-webkit-text-size-adjust",
        "text-size-adjust",
    ];

    [Fact]
    public void WidthQuery_SaysThatItMeansAScreen()
    {
        // On paper the width is that of the sheet: without the word, Firefox prints what a phone shows.
        Assert.Empty(
            from sheet in SourceFiles.Sheets
            from Match query in MediaQuery().Matches(sheet.Value)
            from part in query.Groups["query"].Value.Split(',')
            where Width().IsMatch(part) && !part.Contains("screen and", StringComparison.Ordinal)
            select $"{sheet.Key}: @media{part}"
        );
    }

    [Fact]
    public async Task Declaration_IsOneThatABrowserAccepts()
    {
        var declarations = (
            from sheet in SourceFiles.Sheets
            from Match found in Declaration().Matches(sheet.Value)
            let property = found.Groups["property"].Value
            where !property.StartsWith("--", StringComparison.Ordinal) && !NotAsked.Contains(property)
            select (
                Property: property,
                Value: Space()
                    .Replace(found.Groups["value"].Value, " ")
                    .Replace("!important", string.Empty, StringComparison.Ordinal)
                    .Trim(),
                Sheet: sheet.Key
            )
        ).ToList();
        Assert.InRange(declarations.Count, 1000, int.MaxValue);

        var page = await OpenAsync("/jadwal");
        var accepted = await page.EvaluateAsync<bool[]>(
            "pairs => pairs.map(([property, value]) => CSS.supports(property, value))",
            declarations.Select(found => new[] { found.Property, found.Value }).ToArray()
        );

        Assert.Empty(
            declarations
                .Zip(accepted)
                .Where(pair => !pair.Second)
                .Select(pair => $"{pair.First.Sheet}: {pair.First.Property}: {pair.First.Value}")
        );
    }

    [GeneratedRegex(@"@media(?<query>[^{]*)\{", RegexOptions.ExplicitCapture, SourceFiles.PatienceInMilliseconds)]
    private static partial Regex MediaQuery();

    [GeneratedRegex(@"\b(min-|max-)?width\b", RegexOptions.ExplicitCapture, SourceFiles.PatienceInMilliseconds)]
    private static partial Regex Width();

    [GeneratedRegex(
        @"(?<=[{;]\s*)(?<property>-{0,2}[a-z][a-z-]*)\s*:\s*(?<value>(""[^""]*""|[^;{}""])+);",
        RegexOptions.ExplicitCapture,
        SourceFiles.PatienceInMilliseconds
    )]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\s+", RegexOptions.None, SourceFiles.PatienceInMilliseconds)]
    private static partial Regex Space();
}
