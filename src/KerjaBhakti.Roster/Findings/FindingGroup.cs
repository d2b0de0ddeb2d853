using System.Globalization;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Findings;

/// <summary>Findings of one kind that people read as one line: "Mei: Mampang Prapatan, Pancoran".</summary>
/// <param name="Kind">What kind of findings they are.</param>
/// <param name="Heading">What they share, a month; empty where each says everything itself.</param>
/// <param name="Items">What each of them adds, in order.</param>
public sealed record FindingGroup(FindingKind Kind, string Heading, IReadOnlyList<FindingItem> Items)
{
    /// <summary>The whole line.</summary>
    public string Line
    {
        get
        {
            var items = string.Join(", ", Items.Select(item => item.Text));
            return Heading.Length == 0 ? items : $"{Heading}: {items}";
        }
    }

    /// <summary>Findings in as few lines as they can be read in, in the order of the findings.</summary>
    public static IReadOnlyList<FindingGroup> Of(IEnumerable<Finding> findings, HouseSpelling house) =>
        [.. findings.GroupBy(finding => finding.Kind).SelectMany(kind => OfKind(kind.Key, [.. kind], house))];

    private static IEnumerable<FindingGroup> OfKind(FindingKind kind, IReadOnlyList<Finding> findings, HouseSpelling house)
    {
        if (kind == FindingKind.EmptyDistrictMonth || kind == FindingKind.UnevenCoverage)
        {
            return ByMonth(kind, findings, finding => house[finding.Kecamatan!.Value]);
        }

        if (kind == FindingKind.MissingAssignment && findings.All(finding => finding.Month is not null))
        {
            var rows = findings.GroupBy(finding => finding.RowIndex).ToList();
            return rows.Count > findings.Select(finding => finding.Month).Distinct().Count()
                ? ByMonth(kind, findings, finding => $"baris {NumberOf(finding)}")
                : rows.Select(row => new FindingGroup(
                    kind,
                    $"Baris {NumberOf(row.First())}",
                    [.. row.Select(finding => new FindingItem(finding.Month!.Value.Name, finding))]
                ));
        }

        return kind == FindingKind.RepeatedDistrict
            ?
            [
                new FindingGroup(
                    kind,
                    string.Empty,
                    [
                        .. findings.Select(finding => new FindingItem(
                            $"baris {NumberOf(finding)} {house[finding.Kecamatan!.Value]}",
                            finding
                        )),
                    ]
                ),
            ]
            : findings.Select(finding => new FindingGroup(kind, string.Empty, [new FindingItem(finding.Message, finding)]));
    }

    private static IEnumerable<FindingGroup> ByMonth(FindingKind kind, IEnumerable<Finding> findings, Func<Finding, string> nameOf) =>
        findings
            .GroupBy(finding => finding.Month!.Value)
            .OrderBy(month => month.Key)
            .Select(month => new FindingGroup(
                kind,
                month.Key.Name,
                [.. month.Select(finding => new FindingItem(nameOf(finding), finding))]
            ));

    private static string NumberOf(Finding finding) =>
        (finding.Row ?? (finding.RowIndex + 1))?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}

/// <summary>One finding within a line.</summary>
/// <param name="Text">What it adds to the line: the kecamatan, the row, or its whole message.</param>
/// <param name="Finding">The finding.</param>
public sealed record FindingItem(string Text, Finding Finding)
{
    /// <summary>The whole message behind what is shown of it, so that whoever speaks what they see means this one.</summary>
    public string Name => Finding.Message.StartsWith(Text, StringComparison.Ordinal) ? Finding.Message : $"{Text}: {Finding.Message}";
}
