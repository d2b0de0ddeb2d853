using KerjaBhakti.Roster.Findings;

namespace KerjaBhakti.Roster.Approvals;

/// <summary>Why a warning stands in an annex that is to be issued.</summary>
public sealed class FindingReason
{
    /// <summary>The longest reason, in characters.</summary>
    public const int TextLength = 500;

    private FindingReason() { }

    internal FindingReason(Guid schedule, string finding, string text, Person by, DateTimeOffset at)
    {
        ScheduleId = schedule;
        Finding = finding;
        Text = text;
        By = by.Name;
        At = at;
    }

    /// <summary>The same reason for the same warning of an amendment.</summary>
    internal FindingReason(Guid schedule, string finding, FindingReason before, string from)
    {
        ScheduleId = schedule;
        Finding = finding;
        Text = before.Text;
        By = before.By;
        At = before.At;
        From = before.From ?? from;
    }

    /// <summary>The schedule.</summary>
    public Guid ScheduleId { get; private set; }

    /// <summary>Which warning, as <see cref="Schedules.Schedule.ReasonKeyOf"/> names it.</summary>
    public string Finding { get; private set; } = string.Empty;

    /// <summary>The reason.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>Who gave it.</summary>
    public string By { get; private set; } = string.Empty;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>
    /// For which Instruction it was first given, where it came over from the amended annex: "Instruksi Gubernur 7/2016"; else null.
    /// </summary>
    public string? From { get; private set; }

    /// <summary>
    /// The name of a finding: its code and what it speaks of. It stays the same while that does: rows that are added, removed or moved
    /// above take no reason away, but a warning that comes to speak of another row, month or kecamatan needs its own.
    /// </summary>
    /// <param name="finding">The finding.</param>
    /// <param name="row">The key of the row it speaks of; null where it speaks of none.</param>
    internal static string KeyOf(Finding finding, Guid? row) => $"{finding.Kind.Code}|{row:N}|{finding.Month}|{finding.Kecamatan}";

    /// <summary>The same name where the row is that of a copy; null where the copy has no such row.</summary>
    internal static string? KeyOfCopy(string key, IReadOnlyDictionary<Guid, Guid> rows)
    {
        var parts = key.Split('|');
        if (!Guid.TryParseExact(parts[1], "N", out var row))
        {
            return key;
        }

        parts[1] = rows.TryGetValue(row, out var copy) ? copy.ToString("N") : string.Empty;
        return parts[1].Length > 0 ? string.Join('|', parts) : null;
    }
}
