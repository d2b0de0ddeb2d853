using KerjaBhakti.Roster.Findings;

namespace KerjaBhakti.Roster.Approvals;

/// <summary>Why a warning stands in an annex that is to be issued.</summary>
public sealed class FindingReason
{
    /// <summary>The longest reason, in characters.</summary>
    public const int TextLength = 500;

    private FindingReason()
    {
    }

    internal FindingReason(Guid schedule, string finding, string text, Person by, DateTimeOffset at)
    {
        ScheduleId = schedule;
        Finding = finding;
        Text = text;
        By = by.Name;
        At = at;
    }

    /// <summary>The schedule.</summary>
    public Guid ScheduleId { get; private set; }

    /// <summary>Which warning, as <see cref="KeyOf"/> names it.</summary>
    public string Finding { get; private set; } = string.Empty;

    /// <summary>The reason.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>Who gave it.</summary>
    public string By { get; private set; } = string.Empty;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>
    /// The name of a finding: its code and what it speaks of. It stays the same while the annex does; a warning that moves to another row needs its reason anew.
    /// </summary>
    public static string KeyOf(Finding finding) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{finding.Kind.Code}|{finding.RowIndex}|{finding.Month}|{finding.Kecamatan}");
}
