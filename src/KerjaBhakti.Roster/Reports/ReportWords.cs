namespace KerjaBhakti.Roster.Reports;

/// <summary>What the standings of a report and the measures of a recap are called.</summary>
public static class ReportWords
{
    /// <summary>"Tidak hadir".</summary>
    public static string ToIndonesian(this RecapMeasure measure) =>
        measure switch
        {
            RecapMeasure.Planned => "Rencana",
            RecapMeasure.Cancelled => "Ditiadakan",
            RecapMeasure.Upcoming => "Belum tiba",
            RecapMeasure.Attended => "Hadir",
            RecapMeasure.Absent => "Tidak hadir",
            RecapMeasure.Unreported => "Belum lapor",
            RecapMeasure.Substituted => "Digantikan",
            RecapMeasure.Late => "Terlambat",
            RecapMeasure.Verified => "Terverifikasi",
        };

    /// <summary>"Dikembalikan".</summary>
    public static string ToIndonesian(this ReportStatus status) =>
        status switch
        {
            ReportStatus.Draft => "Rancangan",
            ReportStatus.Sent => "Terkirim",
            ReportStatus.Returned => "Dikembalikan",
            ReportStatus.Verified => "Terverifikasi",
        };
}
