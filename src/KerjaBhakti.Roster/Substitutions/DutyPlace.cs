using KerjaBhakti.Roster.Districts;

namespace KerjaBhakti.Roster.Substitutions;

/// <summary>Where a duty is, in words.</summary>
public static class DutyPlace
{
    /// <summary>"Kecamatan Kebon Jeruk, Jakarta Barat"; for a region row the city.</summary>
    public static string PlaceOf(this Gazetteer gazetteer, SundayDuty duty) =>
        duty.Duty.Kecamatan is { } kecamatan
            ? $"Kecamatan {gazetteer[kecamatan].Name}, {gazetteer[kecamatan.City].ShortName}"
            : gazetteer[duty.Duty.Region!.City].Name;
}
