using System.Text.RegularExpressions;

namespace KerjaBhakti.Browser.Tests.Sources;

/// <summary>
/// Features of the language, the document and the style sheet that are newer than a supported browser. Safari is the latest of the four in
/// all of them: Chrome, Edge and Firefox of the same years have each one. What is used in spite of that stands in <see cref="Excused"/>
/// with its reason.
/// </summary>
public class FeatureTests
{
    /// <summary>
    /// The editor and the import: Safari 17.4. Everything else is also for phones: Safari 16.4 (docs/decisions/0030-browsers.md).
    /// </summary>
    private static readonly decimal Desk = 17.4m;

    private static readonly decimal Phone = 16.4m;

    private static readonly string[] DeskOnly =
    [
        "wwwroot/grid/",
        "wwwroot/css/grid.css",
        "wwwroot/css/work.css",
        "wwwroot/css/import.css",
        "Roster/Editor/",
        "Roster/Import/",
    ];

    /// <summary>A feature, the Safari that had it first (999 where none has), and how it is written.</summary>
    private static readonly (string Name, decimal Since, string Pattern)[] Features =
    [
        ("Map.groupBy", 17.4m, @"\b(Map|Object)\.groupBy\b"),
        ("Promise.withResolvers", 17.4m, @"\bPromise\.withResolvers\b"),
        ("AbortSignal.any", 17.4m, @"\bAbortSignal\.any\b"),
        ("checkVisibility", 17.4m, @"\bcheckVisibility\("),
        ("popover", 17m, @"\b(toggle|show|hide)Popover\(|\bpopover\b(?=['""]?\s*[:=])"),
        ("URL.canParse", 17m, @"\bURL\.canParse\b"),
        ("methods of sets", 17m, @"\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\("),
        ("regular expressions with v", 17m, @"/[dgimsuy]*v[dgimsuy]*(?=\.(test|exec)\()"),
        (
            "methods of iterators",
            18.4m,
            @"(?<!\bObject)\.(values|keys|entries|matchAll)\([^()]*\)\.(map|filter|some|every|find|reduce|toArray|take|drop|flatMap|forEach)\("
        ),
        ("Promise.try", 18.2m, @"\bPromise\.try\b"),
        ("RegExp.escape", 18.2m, @"\bRegExp\.escape\b"),
        ("Uint8Array.fromBase64", 18.2m, @"\b(from|to)Base64\("),
        ("view transitions", 18m, @"\bstartViewTransition\b|view-transition-name"),
        ("Math.sumPrecise", 26.2m, @"\bMath\.sumPrecise\b"),
        ("requestIdleCallback", 999m, @"\brequestIdleCallback\b"),
        ("Temporal", 999m, @"\bTemporal\."),
        ("nested rules", 17.2m, @"\n\s+&"),
        ("@scope", 17.4m, @"@scope\b"),
        ("text-wrap", 17.5m, @"\btext-wrap:\s*(balance|pretty)"),
        ("light-dark()", 17.5m, @"\blight-dark\("),
        ("@starting-style", 17.5m, @"@starting-style\b"),
        ("content-visibility", 18m, @"\bcontent-visibility:"),
        ("scrollbar-gutter", 18.2m, @"\bscrollbar-gutter:"),
        ("anchor positioning", 26m, @"\banchor-name:|\bposition-anchor:|\banchor\("),
        ("field-sizing", 26.2m, @"\bfield-sizing:"),
        ("interpolate-size", 999m, @"\binterpolate-size:"),
        ("user-select without prefix", 999m, @"(?<!-)\buser-select:"),
        ("text-size-adjust without prefix", 999m, @"(?<!-)\btext-size-adjust:"),
    ];

    /// <summary>What may be used all the same, where, and why.</summary>
    private static readonly (string File, string Feature, string Reason)[] Excused =
    [
        ("wwwroot/css/site.css", "text-wrap", "A heading then breaks where it breaks."),
        ("wwwroot/css/approval.css", "text-wrap", "A heading of the sheet then breaks where it breaks."),
        ("wwwroot/css/figures.css", "content-visibility", "Without it nothing is hidden, so that nothing has to be shown on paper."),
        ("wwwroot/css/grid.css", "user-select without prefix", "Stands beside -webkit-user-select."),
        ("wwwroot/css/site.css", "user-select without prefix", "Stands beside -webkit-user-select."),
        ("wwwroot/css/site.css", "text-size-adjust without prefix", "Stands beside -webkit-text-size-adjust."),
    ];

    [Fact]
    public void Feature_NewerThanASupportedBrowser_IsNotUsedWithoutAReason() =>
        Assert.Empty(
            from used in Used()
            where !Excused.Any(excuse => (excuse.File, excuse.Feature) == used)
            select $"{used.File}: {used.Feature}"
        );

    [Fact]
    public void Reason_WithoutItsUse_IsStruckOut() => Assert.Empty(Excused.Select(excuse => (excuse.File, excuse.Feature)).Except(Used()));

    [Theory]
    [InlineData("const rows = [...byName.values()].map(row => row.id);")]
    [InlineData("const text = 'a/b/v';")]
    public void Reader_OfWhatEveryBrowserHas_FindsNothing(string script) =>
        Assert.DoesNotContain(Features, feature => Has(script, feature.Pattern));

    [Theory]
    [InlineData("methods of iterators", "for (const id of rows.values().map(row => row.id)) {")]
    [InlineData("popover", "{ role: 'listbox', popover: 'manual' }")]
    [InlineData("nested rules", ".card {\n  &:hover {")]
    public void Reader_OfWhatIsNewer_FindsIt(string name, string source) =>
        Assert.Equal([name], Features.Where(feature => Has(source, feature.Pattern)).Select(feature => feature.Name));

    private static bool Has(string source, string pattern) => Regex.IsMatch(source, pattern, RegexOptions.None, SourceFiles.Patience);

    private static IEnumerable<(string File, string Feature)> Used() =>
        from source in SourceFiles.Sheets.Concat(SourceFiles.Scripts)
        let floor = DeskOnly.Any(folder => source.Key.StartsWith(folder, StringComparison.Ordinal)) ? Desk : Phone
        from feature in Features
        where feature.Since > floor && Has(source.Value, feature.Pattern)
        select (source.Key, feature.Name);
}
