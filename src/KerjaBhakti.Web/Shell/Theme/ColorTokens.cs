using System.Text.RegularExpressions;

namespace KerjaBhakti.Web.Shell.Theme;

/// <summary>The colours of tokens.css, the one palette of the portal, for those who cannot read a CSS variable.</summary>
public sealed partial class ColorTokens
{
    private const string Dark = "prefers-color-scheme: dark";

    private readonly List<(string Media, string Selector, IReadOnlyDictionary<string, string> Values)> rules = [];

    /// <summary>Reads the style sheet.</summary>
    /// <param name="css">The text of tokens.css: rules of variables, at most one media query deep.</param>
    public ColorTokens(string css)
    {
        var media = string.Empty;
        foreach (Match part in Parts().Matches(Comments().Replace(css, string.Empty)))
        {
            if (part.Groups["media"].Success)
            {
                media = part.Groups["media"].Value;
            }
            else if (part.Groups["body"].Success)
            {
                var values = Variables()
                    .Matches(part.Groups["body"].Value)
                    .ToDictionary(variable => variable.Groups["name"].Value, variable => variable.Groups["value"].Value);
                rules.Add((media, part.Groups["selector"].Value.Trim(), values));
            }
            else
            {
                media = string.Empty;
            }
        }
    }

    /// <summary>The colours in one module by day or by night.</summary>
    /// <param name="module">The class of the module, ".module-wakatobi"; null for the portal's own.</param>
    /// <param name="dark">Whether the system is set to dark.</param>
    public IReadOnlyDictionary<string, string> Of(string? module, bool dark)
    {
        var colors = new Dictionary<string, string>();
        foreach (var (media, selector, values) in rules)
        {
            var counts =
                (selector == ":root" || selector == module)
                && (media.Length == 0 || (dark && media.Contains(Dark, StringComparison.Ordinal)));
            foreach (var (name, value) in counts ? values : new Dictionary<string, string>())
            {
                colors[name] = value;
            }
        }

        return colors;
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comments();

    [GeneratedRegex(
        @"@media\s*(?<media>[^{}]+)\{|(?<selector>[^{}@]+)\{(?<body>[^{}]*)\}|(?<end>\})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Parts();

    [GeneratedRegex(
        @"--color-(?<name>[a-z-]+):\s*(?<value>#[0-9a-fA-F]{6})\s*;",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Variables();
}
