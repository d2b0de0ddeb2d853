using System.Globalization;
using KerjaBhakti.Roster.Reports;

namespace KerjaBhakti.Web.OwnDuties;

/// <summary>A report as its form posts it.</summary>
public sealed class PostedReport
{
    /// <summary>What <see cref="Do"/> says where the report is to be sent and not only saved.</summary>
    public const string Send = "kirim";

    /// <summary>What <see cref="Attended"/> says where the row was there.</summary>
    public const string Yes = "ya";

    /// <summary>What <see cref="Attended"/> says where it was not.</summary>
    public const string No = "tidak";

    /// <summary>The revision the page showed.</summary>
    public int Revision { get; set; }

    /// <summary>Which button was pressed.</summary>
    public string? Do { get; set; }

    /// <summary>Whether the row was there; null while it is not said.</summary>
    public string? Attended { get; set; }

    /// <summary>Why it was not.</summary>
    public string? AbsenceReason { get; set; }

    /// <summary>Who was there.</summary>
    public string? AttendedBy { get; set; }

    /// <summary>How many people took part, as typed.</summary>
    public string? People { get; set; }

    /// <summary>What was done.</summary>
    public string? Activities { get; set; }

    /// <summary>What stood in the way.</summary>
    public string? Problems { get; set; }

    /// <summary>The content; a number of people that is none is left out.</summary>
    public ReportContent ToContent() => new(
        Attended switch
        {
            Yes => true,
            No => false,
            _ => null,
        },
        AbsenceReason ?? string.Empty,
        AttendedBy ?? string.Empty,
        int.TryParse(People?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        Activities ?? string.Empty,
        Problems ?? string.Empty);
}
