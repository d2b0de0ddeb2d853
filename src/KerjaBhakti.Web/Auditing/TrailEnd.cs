using System.Globalization;
using System.Text.RegularExpressions;

namespace KerjaBhakti.Web.Auditing;

/// <summary>
/// The end of the audit trail at a moment: what is kept where the portal's administrators cannot write. Whoever rewrites the trail, the
/// chain included, cannot rewrite that.
/// </summary>
/// <param name="Entries">How many entries there were.</param>
/// <param name="Hash">The hash of the last, or at least its first <see cref="ShortLength"/> digits.</param>
/// <param name="At">When; null where it is not said.</param>
public sealed partial record TrailEnd(long Entries, string Hash, DateTimeOffset? At = null)
{
    /// <summary>How many digits of the hash stand on paper.</summary>
    public const int ShortLength = 16;

    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>One line: "2026-12-01T02:30:00Z 1234 9f86…".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At?.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture)} {Entries} {Hash}")
            .Trim();

    /// <summary>Every end a text names: a file the portal wrote, a mail as it was kept, or what somebody copied from paper.</summary>
    public static IReadOnlyList<TrailEnd> ReadAll(string text) =>
        [
            // A mail that was kept as it came has its long lines broken (RFC 2045, 6.7).
            .. Named()
                .Matches(string.Concat(text.ReplaceLineEndings("\n").Split("=\n")))
                .Where(match => long.TryParse(match.Groups["entries"].Value, CultureInfo.InvariantCulture, out _))
                .Select(match => new TrailEnd(
                    long.Parse(match.Groups["entries"].Value, CultureInfo.InvariantCulture),
                    match.Groups["hash"].Value.ToLowerInvariant(),
                    DateTimeOffset.TryParseExact(
                        match.Groups["at"].Value,
                        Moment,
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.AssumeUniversal,
                        out var at
                    )
                        ? at
                        : null
                )),
        ];

    [GeneratedRegex(
        @"(?:(?<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\s+)?\b(?<entries>[1-9]\d*)\s+(?<hash>[0-9A-Fa-f]{16,64})\b",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Named();
}
