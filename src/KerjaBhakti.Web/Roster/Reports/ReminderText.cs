using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Web.Components.Shared;
using KerjaBhakti.Web.Hosting;

namespace KerjaBhakti.Web.Roster.Reports;

/// <summary>What the secretariat sends, by whatever way it writes to people, to whoever has not reported.</summary>
public sealed class ReminderText(Gazetteer gazetteer, PublicAddress address, ReportSettings settings, PortalClock clock)
{
    /// <summary>The text for a duty, addressed to whoever serves.</summary>
    public string Of(BoardEntry entry)
    {
        var duty = entry.Duty;
        var due = settings.DueOn(duty.Date);
        var standsIn = duty.Turn is null ? string.Empty : $" menggantikan {duty.Duty.Row.Label}";
        return $"""
            Yth. {duty.Turn?.Substitute ?? duty.Duty.Row.Label}

            Laporan kerja bhakti hari {Indonesian.LongDate(duty.Date)} di {gazetteer.PlaceOf(duty)}{standsIn} (baris {duty.Row}) belum kami terima.
            {(entry.Report is { Status: KerjaBhakti.Roster.Reports.ReportStatus.Returned } ? "Laporan yang dikembalikan belum diperbaiki dan dikirim kembali." : "Mohon ditulis dan dikirim melalui alamat di bawah ini.")}
            {(clock.Today > due ? $"Batas pelaporan {Indonesian.LongDate(due)} sudah lewat; laporan tetap diterima dan ditandai terlambat." : $"Batas pelaporan {Indonesian.LongDate(due)}.")}

            {address.Of($"saya/laporan/{duty.Row}/{duty.Date:O}")}
            """;
    }
}
