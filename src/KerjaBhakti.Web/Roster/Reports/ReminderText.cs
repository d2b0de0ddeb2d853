using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Roster.Reports;

/// <summary>What is written to whoever has not reported, by mail or by whatever way the secretariat writes to people.</summary>
public sealed class ReminderText(Gazetteer gazetteer, PublicAddress address, ReportSettings settings, PortalClock clock)
{
    /// <summary>The text for a duty, addressed to whoever serves.</summary>
    public string Of(BoardEntry entry) =>
        $"""
            Yth. {AddresseeOf(entry)}

            {PartOf(entry)}
            """;

    /// <summary>
    /// The address that opens WhatsApp with a text ready to be sent; whom to, its sender chooses there, for the register holds no numbers.
    /// </summary>
    public static string WhatsApp(string text) => $"https://wa.me/?text={Uri.EscapeDataString(text)}";

    /// <summary>What a mail is about, in one line that holds nothing anybody wrote.</summary>
    public static string SubjectOf(IReadOnlyList<BoardEntry> entries) =>
        entries is [var only]
            ? $"Pengingat laporan kerja bhakti {Indonesian.LongDate(only.Duty.Date)}"
            : $"Pengingat {entries.Count} laporan kerja bhakti";

    /// <summary>A mail for some duties of whoever one account acts for.</summary>
    public string MailOf(IReadOnlyList<BoardEntry> entries) =>
        $"""
            Yth. {Indonesian.List([.. entries.Select(AddresseeOf).Distinct()])}

            {string.Join("\n\n", entries.Select(PartOf))}

            Surel ini dikirim otomatis oleh portal kerja bhakti dan tidak perlu dibalas.
            Abaikan surel ini bila laporan sudah dikirim.
            """;

    private static string AddresseeOf(BoardEntry entry) => entry.Duty.Turn?.Substitute ?? entry.Duty.Duty.Row.Label;

    private string PartOf(BoardEntry entry)
    {
        var duty = entry.Duty;
        var standsIn = duty.Turn is null ? string.Empty : $" menggantikan {duty.Duty.Row.Label}";
        var what = $"Laporan kerja bhakti hari {Indonesian.LongDate(duty.Date)} di {gazetteer.PlaceOf(duty)}{standsIn} (baris {duty.Row})";
        return $"""
            {(entry.Report is { Status: ReportStatus.Returned } ? Returned(what) : Missing(what, settings.DueOn(duty.Date)))}

            {address.Of($"saya/laporan/{duty.Row}/{duty.Date:O}")}
            """;
    }

    // Sending it again makes a report neither late nor punctual, so nothing is said of the term.
    private static string Returned(string what) =>
        $"""
            {what} telah dikembalikan sekretariat dan belum kami terima kembali.
            Mohon diperbaiki dan dikirim kembali melalui alamat di bawah ini.
            """;

    private string Missing(string what, DateOnly due) =>
        $"""
            {what} belum kami terima.
            Mohon ditulis dan dikirim melalui alamat di bawah ini.
            {(
                clock.Today > due
                    ? $"Batas pelaporan {Indonesian.LongDate(due)} sudah lewat; laporan tetap diterima dan ditandai terlambat."
                    : $"Batas pelaporan {Indonesian.LongDate(due)}."
            )}
            """;
}
