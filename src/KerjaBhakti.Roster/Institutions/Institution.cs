using KerjaBhakti.Roster.Districts;

namespace KerjaBhakti.Roster.Institutions;

/// <summary>What kind of government an institution is (UU 23/2014 Pasal 2).</summary>
public enum InstitutionKind
{
    /// <summary>Provinsi, led by a Gubernur.</summary>
    Province,

    /// <summary>Kabupaten, led by a Bupati.</summary>
    Regency,

    /// <summary>Kota, led by a Wali Kota.</summary>
    City,
}

/// <summary>
/// The government body that sends its officials to its districts: what it is called, who leads it, by which clock it lives and on which
/// weekday it serves. Everything that names one comes from here, and this comes from a folder (docs/institution.md). Immutable.
/// </summary>
public sealed record Institution
{
    /// <summary>
    /// What makes the identities of its calendar events unlike those of other portals (RFC 7986, 5.3). It must never change once a calendar
    /// was given out.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>What kind of government it is.</summary>
    public required InstitutionKind Kind { get; init; }

    /// <summary>Its names, in order of the days from which they hold, without a gap or an overlap; at least one.</summary>
    public required IReadOnlyList<InstitutionName> Names { get; init; }

    /// <summary>Who leads it.</summary>
    public required HeadOfGovernment Head { get; init; }

    /// <summary>The office through which reports go to the head: "Sekretaris Daerah".</summary>
    public required string Secretary { get; init; }

    /// <summary>Its clock.</summary>
    public required LocalTime Time { get; init; }

    /// <summary>The weekday of duty.</summary>
    public required DutyDay DutyDay { get; init; }

    /// <summary>The city whose kecamatan a proposal may leave out, because the way there is long; null where there is none.</summary>
    public CityCode? FarCity { get; init; }

    /// <summary>
    /// Whether its cities are parts of it without governments of their own (kota and kabupaten administrasi), as Jakarta's are.
    /// </summary>
    public bool HasAdministrativeCities { get; init; }

    /// <summary>Where else it is found and how it is reached.</summary>
    public InstitutionLinks Links { get; init; } = new();

    /// <summary>"Provinsi", "Kabupaten" or "Kota": what stands between "Pemerintah" and the name of a place.</summary>
    public string KindWord => WordOf(Kind);

    /// <summary>The name that is in force on a date; before the first and after the last named day that nearest to it.</summary>
    public InstitutionName NameOn(DateOnly date) => Names.LastOrDefault(name => name.From is not { } from || from <= date) ?? Names[0];

    /// <summary>
    /// The government of an office that instructs: "Pemerintah Provinsi …" of "Gubernur Provinsi …", "Pemerintah Kabupaten Wakatobi" of
    /// "Bupati Wakatobi"; any other office stands for itself.
    /// </summary>
    public string GovernmentOf(string authority)
    {
        var title = $"{Head.Title} ";
        if (!authority.StartsWith(title, StringComparison.OrdinalIgnoreCase))
        {
            return authority;
        }

        var place = authority[title.Length..];
        return place.StartsWith($"{KindWord} ", StringComparison.OrdinalIgnoreCase)
            ? $"Pemerintah {place}"
            : $"Pemerintah {KindWord} {place}";
    }

    /// <summary>Whether a word is an abbreviation in one of its names ("DKI"), which keeps its capitals in a sentence.</summary>
    public bool IsAcronym(string word) =>
        word.Length > 1 && Names.SelectMany(name => name.ShortName.Split(' ')).Any(part => part.All(char.IsUpper) && part == word);

    private static string WordOf(InstitutionKind kind) =>
        kind switch
        {
            InstitutionKind.Province => "Provinsi",
            InstitutionKind.Regency => "Kabupaten",
            InstitutionKind.City => "Kota",
        };
}

/// <summary>What an institution is called from a day on.</summary>
/// <param name="FullName">The government as its letters write it: "Pemerintah Kabupaten Wakatobi".</param>
/// <param name="ShortName">The same where there is less room: "Pemkab Wakatobi".</param>
/// <param name="HeadOffice">The office of its head as a document prints it: "Bupati Wakatobi".</param>
/// <param name="From">The first day on which it is called so; null for always until now.</param>
/// <param name="To">The last day; null where none is known.</param>
/// <param name="Source">The law that says so; may be empty.</param>
public sealed record InstitutionName(
    string FullName,
    string ShortName,
    string HeadOffice,
    DateOnly? From,
    DateOnly? To,
    string Source
);

/// <summary>The head of a regional government (kepala daerah), who signs Instructions.</summary>
/// <param name="Title">"Gubernur", "Bupati" or "Wali Kota".</param>
/// <param name="InstrumentCode">The abbreviation of the head's Instructions in legal registers: "INGUB".</param>
public sealed record HeadOfGovernment(string Title, string InstrumentCode)
{
    /// <summary>What the head's Instructions are called, before the number: "Instruksi Gubernur".</summary>
    public string Instrument => $"Instruksi {Title}";
}

/// <summary>A weekday of duty and what it is called.</summary>
/// <param name="Weekday">The weekday.</param>
/// <param name="Name">What texts call a day of duty after "hari": "Minggu", "Jumat Bersih".</param>
public sealed record DutyDay(DayOfWeek Weekday, string Name)
{
    /// <summary>The first day of duty on or after a date.</summary>
    public DateOnly OnOrAfter(DateOnly date) => date.AddDays(((int)Weekday - (int)date.DayOfWeek + 7) % 7);

    /// <summary>The last day of duty on or before a date.</summary>
    public DateOnly OnOrBefore(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek - (int)Weekday + 7) % 7));

    /// <summary>Whether a date is a day of duty.</summary>
    public bool Is(DateOnly date) => date.DayOfWeek == Weekday;
}

/// <summary>The clock people read.</summary>
/// <param name="Zone">Its time zone.</param>
/// <param name="Abbreviation">What stands behind a time of day: "WIB", "WITA" or "WIT".</param>
public sealed record LocalTime(TimeZoneInfo Zone, string Abbreviation)
{
    /// <summary>The same moment with the offset of the zone.</summary>
    public DateTimeOffset Of(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    /// <summary>The day it is there at a moment.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Of(moment).DateTime);

    /// <summary>The first moment of a day, with the offset of the zone.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight));
    }
}

/// <summary>Where else an institution is found and how it is reached; nothing is made up where something is null.</summary>
public sealed record InstitutionLinks
{
    /// <summary>Its register of legal documents (JDIH).</summary>
    public Uri? Jdih { get; init; }

    /// <summary>Who answers for personal data (pejabat pelindungan data pribadi) and how they are reached.</summary>
    public string? PrivacyOfficer { get; init; }

    /// <summary>Who runs the portal.</summary>
    public string? Office { get; init; }

    /// <summary>Where they sit.</summary>
    public string? Address { get; init; }

    /// <summary>Their mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Their telephone number, as it is to be read.</summary>
    public string? Phone { get; init; }

    /// <summary>When they are there.</summary>
    public string? Hours { get; init; }
}
