using System.Globalization;
using System.Text.RegularExpressions;
using KerjaBhakti.Roster.Reports;

namespace KerjaBhakti.Web.Roster.Own;

/// <summary>A report as its form posts it.</summary>
public sealed partial class PostedReport
{
    private const int MostQuoted = 20;

    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

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

    /// <summary>Why the number of people cannot be read, as a sentence; null where it can, or nothing was typed.</summary>
    public string? PeopleProblem =>
        ReadPeople() switch
        {
            null when string.IsNullOrWhiteSpace(People) => null,
            null => $"Jumlah orang yang ikut: '{Short(People!.Trim())}' bukan bilangan bulat; tulis misalnya 25.",
            < 0 or > ReportContent.MostPeople => string.Create(
                Indonesian,
                $"Jumlah orang yang ikut harus antara 0 dan {ReportContent.MostPeople:N0}; tertulis '{Short(People!.Trim())}'."
            ),
            _ => null,
        };

    /// <summary>The content; a number of people that is none, or cannot be, is left out.</summary>
    public ReportContent ToContent() =>
        new(
            Attended switch
            {
                Yes => true,
                No => false,
                _ => null,
            },
            AbsenceReason ?? string.Empty,
            AttendedBy ?? string.Empty,
            PeopleProblem is null ? (int?)ReadPeople() : null,
            Activities ?? string.Empty,
            Problems ?? string.Empty
        );

    private static string Short(string text) => text.Length > MostQuoted ? $"{text[..MostQuoted]}…" : text;

    // As people write it: "25", "1.250", "-3"; null where it is no whole number.
    private long? ReadPeople()
    {
        var text = (People ?? string.Empty).Trim().Replace('\u2212', '-');
        var isGrouped = Grouped().IsMatch(text);
        return long.TryParse(
            isGrouped ? text.Replace(".", string.Empty, StringComparison.Ordinal) : text,
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
    }

    [GeneratedRegex(@"^-?[0-9]{1,3}(\.[0-9]{3})+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Grouped();
}
