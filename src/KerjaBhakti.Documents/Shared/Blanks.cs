using KerjaBhakti.Roster.Institutions;

namespace KerjaBhakti.Documents.Shared;

/// <summary>
/// What a document prints where something is not known yet: dots to be filled in by hand, or the office that usually stands there.
/// </summary>
internal static class Blanks
{
    /// <summary>A date or a name, by hand.</summary>
    public const string Line = "..............................";

    /// <summary>A number or a year, by hand.</summary>
    public const string Number = "............";

    /// <summary>The office that instructs, as it is called on a date; by the last of its names where there is none.</summary>
    public static string HeadOffice(DateOnly? on) =>
        (on is { } date ? Served.Institution.NameOn(date) : Served.Institution.Names[^1]).HeadOffice;

    /// <summary>The text, or what stands in for it where the text has no visible character.</summary>
    public static string Or(string? text, string otherwise) => string.IsNullOrWhiteSpace(text) ? otherwise : text;
}
