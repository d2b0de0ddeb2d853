using System.Globalization;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Reports;

/// <summary>What a report says, as its writer enters it.</summary>
/// <param name="Attended">Whether the row was there; null while it is not said.</param>
/// <param name="AbsenceReason">Why it was not; empty where it was.</param>
/// <param name="AttendedBy">Who was there, in words: a name, an office.</param>
/// <param name="People">How many people took part, 0 to 100,000; null while it is not said.</param>
/// <param name="Activities">What was done.</param>
/// <param name="Problems">What stood in the way; may be empty.</param>
public sealed record ReportContent(bool? Attended, string AbsenceReason, string AttendedBy, int? People, string Activities, string Problems)
{
    /// <summary>The most people: a guard against a slip of the hand.</summary>
    public const int MostPeople = 100_000;

    /// <summary>The longest name of who was there, in characters.</summary>
    public const int AttendedByLength = 200;

    /// <summary>The longest of the other texts, in characters.</summary>
    public const int TextLength = 4000;

    /// <summary>What is said where the number of people is not.</summary>
    public const string PeopleMissing = "Jumlah orang yang ikut harus diisi.";

    /// <summary>Nothing said yet.</summary>
    public static ReportContent Empty { get; } = new(null, string.Empty, string.Empty, null, string.Empty, string.Empty);

    /// <summary>What is missing before it can be sent, each a sentence that begins with the label of its field.</summary>
    internal IEnumerable<string> Gaps()
    {
        switch (Attended)
        {
            case null:
                yield return "Kehadiran: pilih hadir atau tidak hadir.";
                break;
            case false:
                if (AbsenceReason.Length == 0)
                {
                    yield return "Alasan tidak hadir harus diisi.";
                }

                break;
            case true:
                if (AttendedBy.Length == 0)
                {
                    yield return "Siapa yang hadir harus diisi.";
                }

                if (People is null)
                {
                    yield return PeopleMissing;
                }

                if (Activities.Length == 0)
                {
                    yield return "Apa yang dikerjakan harus diisi.";
                }

                break;
        }
    }

    /// <summary>The same, tidied.</summary>
    /// <exception cref="RosterRefusedException">A text is too long, or the number of people cannot be.</exception>
    internal ReportContent Checked()
    {
        if (People is < 0 or > MostPeople)
        {
            throw new RosterRefusedException(
                string.Create(CultureInfo.GetCultureInfo("id-ID"), $"Jumlah orang yang ikut harus antara 0 dan {MostPeople:N0}.")
            );
        }

        var attendedBy = Spelling.Tidy(AttendedBy);
        return attendedBy.Length > AttendedByLength
            ? throw new RosterRefusedException($"Siapa yang hadir: paling panjang {AttendedByLength} huruf.")
            : new ReportContent(
                Attended,
                Wording.Lines(AbsenceReason, TextLength, "Alasan tidak hadir"),
                attendedBy,
                People,
                Wording.Lines(Activities, TextLength, "Uraian kegiatan"),
                Wording.Lines(Problems, TextLength, "Kendala")
            );
    }
}

/// <summary>A photo of a report.</summary>
public sealed class ReportPhoto
{
    private ReportPhoto() { }

    internal ReportPhoto(Guid report, Guid file, int order, int width, int height)
    {
        ReportId = report;
        FileId = file;
        Order = order;
        Width = width;
        Height = height;
    }

    /// <summary>The report.</summary>
    public Guid ReportId { get; private set; }

    /// <summary>The stored file.</summary>
    public Guid FileId { get; private set; }

    /// <summary>Its place among the photos, counted from zero; gaps stay where one was taken out.</summary>
    public int Order { get; private set; }

    /// <summary>Its width in pixels.</summary>
    public int Width { get; private set; }

    /// <summary>Its height in pixels.</summary>
    public int Height { get; private set; }
}
