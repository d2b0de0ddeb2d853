namespace KerjaBhakti.Roster.Text;

/// <summary>The Indonesian names of weekdays.</summary>
public static class DayNames
{
    /// <summary>All of them, from Sunday.</summary>
    public static IReadOnlyList<string> All { get; } = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    /// <summary>The name of a weekday: "Jumat".</summary>
    public static string Of(DayOfWeek weekday) => All[(int)weekday];
}
