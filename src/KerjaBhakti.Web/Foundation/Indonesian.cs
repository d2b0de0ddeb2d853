using System.Globalization;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Web.Foundation;

/// <summary>
/// Dates and lists in Indonesian words. Written out here rather than asked of the culture data of the machine, which differs between
/// versions of ICU and is missing from slim containers.
/// </summary>
public static class Indonesian
{
    private static readonly string[] Months =
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

    private static readonly string[] ShortMonths = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];

    /// <summary>Dates as dd/MM/yyyy, weeks from Sunday, 1.234.567,89: for parts that ask for a culture rather than for a text.</summary>
    public static CultureInfo Culture { get; } = MakeCulture();

    /// <summary>"Minggu, 7 Juni 2015", for text.</summary>
    public static string LongDate(DateOnly date) => $"{DayNames.Of(date.DayOfWeek)}, {DateInFull(date)}";

    /// <summary>"7 Juni 2015", as a document is dated.</summary>
    public static string DateInFull(DateOnly date) => $"{date.Day} {Months[date.Month - 1]} {date.Year}";

    /// <summary>"7 Jun 2015", for tables.</summary>
    public static string ShortDate(DateOnly date) => $"{date.Day} {ShortMonths[date.Month - 1]} {date.Year}";

    /// <summary>"7 Juni", where the year is clear.</summary>
    public static string DayAndMonth(DateOnly date) => $"{date.Day} {Months[date.Month - 1]}";

    /// <summary>"Mei 2015".</summary>
    public static string Month(RosterMonth month) => $"{month.Name} {month.Year}";

    /// <summary>"21 November 2026 09.12 WIB": the moment as the institution's clock shows it.</summary>
    public static string Moment(DateTimeOffset moment) => Moment(PortalClock.Local(moment), PortalClock.Zone);

    /// <summary>"21 Nov 2026 09.12 WIB", for tables.</summary>
    public static string ShortMoment(DateTimeOffset moment)
    {
        var local = PortalClock.Local(moment);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{ShortDate(DateOnly.FromDateTime(local.DateTime))} {local:HH.mm} {PortalClock.Zone}"
        );
    }

    /// <summary>"21 November 2026 10.12 WITA": the moment as a clock in Wakatobi shows it.</summary>
    public static string MomentInWita(DateTimeOffset moment) => Moment(WitaClock.InWita(moment), "WITA");

    /// <summary>A number of bytes as people read it: "0,4 MB".</summary>
    public static string Megabytes(long bytes) =>
        $"{Math.Max(bytes / 1024m / 1024m, 0.1m).ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',')} MB";

    /// <summary>"7, 14, 21, dan 28": the last item after "dan", two without a comma, one as it is.</summary>
    public static string List(IReadOnlyList<string> items) =>
        items.Count switch
        {
            0 => string.Empty,
            1 => items[0],
            2 => $"{items[0]} dan {items[1]}",
            _ => $"{string.Join(", ", items.Take(items.Count - 1))}, dan {items[^1]}",
        };

    private static string Moment(DateTimeOffset local, string zone) =>
        string.Create(CultureInfo.InvariantCulture, $"{DateInFull(DateOnly.FromDateTime(local.DateTime))} {local:HH.mm} {zone}");

    private static CultureInfo MakeCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        var dates = culture.DateTimeFormat;
        dates.DayNames = [.. DayNames.All];
        dates.AbbreviatedDayNames = ["Min", "Sen", "Sel", "Rab", "Kam", "Jum", "Sab"];
        dates.ShortestDayNames = ["Mg", "Sn", "Sl", "Rb", "Km", "Jm", "Sb"];
        dates.MonthNames = dates.MonthGenitiveNames = [.. Months, string.Empty];
        dates.AbbreviatedMonthNames = dates.AbbreviatedMonthGenitiveNames = [.. ShortMonths, string.Empty];
        dates.FirstDayOfWeek = DayOfWeek.Sunday;
        dates.ShortDatePattern = "dd/MM/yyyy";
        dates.LongDatePattern = "dddd, d MMMM yyyy";
        dates.YearMonthPattern = "MMMM yyyy";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        return CultureInfo.ReadOnly(culture);
    }
}
