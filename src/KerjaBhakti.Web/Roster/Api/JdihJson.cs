using System.Globalization;
using System.Text.Json.Serialization;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Published;

namespace KerjaBhakti.Web.Roster.Api;

/// <summary>
/// An Instruction as the national legal documentation network (JDIHN) collects it: the members, all text, that its members' sites publish,
/// with "-" for what does not apply. Members of the network fetch such lists; the names are theirs.
/// </summary>
public sealed record JdihJson
{
    private const string NotApplicable = "-";

    /// <summary>The document's key: "118-2015".</summary>
    public required string IdData { get; init; }

    /// <summary>The year of the number.</summary>
    [JsonPropertyName("tahun_pengundangan")]
    public required string Year { get; init; }

    /// <summary>The date it was signed, 2015-06-01: an Instruction is not promulgated in a gazette.</summary>
    [JsonPropertyName("tanggal_pengundangan")]
    public required string IssuedOn { get; init; }

    /// <summary>The kind of document.</summary>
    public string Jenis { get; init; } = Served.Instrument;

    /// <summary>The number.</summary>
    public required string NoPeraturan { get; init; }

    /// <summary>The whole title.</summary>
    public required string Judul { get; init; }

    /// <summary>The library's call number.</summary>
    public string NoPanggil { get; init; } = NotApplicable;

    /// <summary>The kind, abbreviated.</summary>
    public string SingkatanJenis { get; init; } = Served.Institution.Head.InstrumentCode;

    /// <summary>Where it was signed.</summary>
    public required string TempatTerbit { get; init; }

    /// <summary>The publisher, of books.</summary>
    public string Penerbit { get; init; } = NotApplicable;

    /// <summary>The number of pages, of books.</summary>
    public string DeskripsiFisik { get; init; } = NotApplicable;

    /// <summary>The gazette.</summary>
    public string Sumber { get; init; } = NotApplicable;

    /// <summary>Key words.</summary>
    public string Subjek { get; init; } = "KERJA BHAKTI";

    /// <summary>Of books.</summary>
    public string Isbn { get; init; } = NotApplicable;

    /// <summary>Whether it is in force.</summary>
    public required string Status { get; init; }

    /// <summary>The language.</summary>
    public string Bahasa { get; init; } = "Indonesia";

    /// <summary>The field of law.</summary>
    public string BidangHukum { get; init; } = "Hukum Administrasi Negara";

    /// <summary>The body it is listed under.</summary>
    public required string TeuBadan { get; init; }

    /// <summary>Of books.</summary>
    public string NomorIndukBuku { get; init; } = NotApplicable;

    /// <summary>The name of the file.</summary>
    public required string FileDownload { get; init; }

    /// <summary>Where the file is.</summary>
    public required Uri UrlDownload { get; init; }

    /// <summary>An abstract.</summary>
    public string Abstrak { get; init; } = NotApplicable;

    /// <summary>Where the abstract is.</summary>
    [JsonPropertyName("urlabstrak")]
    public string UrlAbstrak { get; init; } = NotApplicable;

    /// <summary>Where people read it.</summary>
    public required Uri UrlDetailPeraturan { get; init; }

    /// <summary>What the network does with it; 4 is "add or change".</summary>
    public string Operasi { get; init; } = "4";

    /// <summary>Whether the network shows it.</summary>
    public string Display { get; init; } = "1";

    /// <summary>Whether it is in force, and its relation to other Instructions in both directions.</summary>
    private static string StatusOf(PublishedSchedule schedule)
    {
        var standing = schedule.Status switch
        {
            ScheduleStatus.Amended =>
                $"Diubah dengan {schedule.AmendedBy?.Name ?? schedule.EndedBy}{Later(schedule.AmendedBy?.IssuedOn, schedule.EndedOn)}",
            ScheduleStatus.Revoked => $"Tidak berlaku, dicabut dengan {schedule.EndedBy}",
            _ => $"Berlaku{Later(schedule.Instruction.IssuedOn, schedule.Instruction.EffectiveOn)}",
        };
        return schedule.Amends is { } amended
            ? string.Join(
                "; ",
                amended.Amendments.Prepend(amended.Origin).Select(citation => $"Mengubah {citation.Name}").Prepend(standing)
            )
            : standing;
    }

    // Nothing of the day of signing, from which an Instruction is in force unless it says otherwise.
    private static string Later(DateOnly? issuedOn, DateOnly? effectiveOn) =>
        effectiveOn is { } on && on != issuedOn ? $" mulai {Indonesian.DateInFull(on)}" : string.Empty;

    internal static JdihJson Of(PublishedSchedule schedule, PublicAddress address)
    {
        var instruction = schedule.Instruction;
        var place = string.Create(CultureInfo.InvariantCulture, $"{instruction.Year}/{instruction.Number}");
        return new JdihJson
        {
            IdData = string.Create(CultureInfo.InvariantCulture, $"{instruction.Number}-{instruction.Year}"),
            Year = instruction.Year.ToString(CultureInfo.InvariantCulture),
            IssuedOn = instruction.IssuedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            NoPeraturan = instruction.Number.ToString(CultureInfo.InvariantCulture),
            Judul = $"Instruksi {instruction.Authority} Nomor {instruction.Number} Tahun {instruction.Year} tentang {instruction.Subject}",
            TempatTerbit = instruction.Place,
            Status = StatusOf(schedule),
            TeuBadan = instruction.Authority,
            FileDownload = InstructionApi.FileNameOf(instruction.Number, instruction.Year),
            UrlDownload = address.Of($"api/v1/instructions/{place}/instruction.pdf"),
            UrlDetailPeraturan = address.Of($"instruksi/{place}"),
        };
    }
}
