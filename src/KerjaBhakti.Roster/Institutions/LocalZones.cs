namespace KerjaBhakti.Roster.Institutions;

/// <summary>
/// The three time zones of Indonesia (Keputusan Presiden 41/1987), which have no daylight saving time; also where a machine has no time
/// zone data.
/// </summary>
public static class LocalZones
{
    private static readonly (string Abbreviation, int Hours)[] Zones = [("WIB", 7), ("WITA", 8), ("WIT", 9)];

    /// <summary>Their abbreviations.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. Zones.Select(zone => zone.Abbreviation)];

    /// <summary>
    /// The zone with this IANA name as the machine knows it, or one of the same hours; null where the abbreviation is none of the three,
    /// or the machine's zone of that name has other hours.
    /// </summary>
    public static TimeZoneInfo? Find(string id, string abbreviation)
    {
        var (known, hours) = Array.Find(Zones, zone => zone.Abbreviation == abbreviation);
        if (known is null)
        {
            return null;
        }

        var offset = TimeSpan.FromHours(hours);
        return !TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? TimeZoneInfo.CreateCustomTimeZone(id, offset, id, id)
            : zone.BaseUtcOffset == offset ? zone
            : null;
    }
}
