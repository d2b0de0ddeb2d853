using System.Globalization;

namespace KerjaBhakti.Wakatobi.Periods;

/// <summary>Dates in sentences. The names are written here because a server without Indonesian culture data must print the same.</summary>
internal static class IndonesianDate
{
    public static readonly string[] Months =
    [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ];

    /// <summary>The date as "25 Maret 2024".</summary>
    public static string ToIndonesian(this DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1]} {date.Year}");
}
