namespace KerjaBhakti.Web.Roster.Approvals;

/// <summary>What somebody typed into one field of a page that stores while they type.</summary>
/// <param name="Name">The field.</param>
/// <param name="Before">What the field held when its author last saw it stored.</param>
/// <param name="After">What it is to hold.</param>
public sealed record TypedText(string Name, string Before, string After);

/// <summary>What became of what was typed. Fields in conflict are not stored; all others are.</summary>
/// <param name="Stored">When, as the institution's clock shows it: "09.12".</param>
/// <param name="Revision">The schedule's revision, where it follows the one the page shows; null where somebody else changed the schedule
/// since: the page must not act on what it has not shown.</param>
/// <param name="Values">Each field that was sent, as it is stored now.</param>
/// <param name="Conflicts">The fields that hold what somebody else typed meanwhile; <see cref="Values"/> has their text.</param>
/// <param name="Problem">What is still missing before the draft can be submitted, in Indonesian; null where nothing is.</param>
public sealed record TypedOutcome(
    string Stored,
    int? Revision,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyList<string> Conflicts,
    string? Problem
);
