using System.ComponentModel;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Searching;
using KerjaBhakti.Roster.Sundays;
using KerjaBhakti.Web.Roster.Published;

namespace KerjaBhakti.Web.Roster.Api;

/// <summary>An Instruction as the API tells it. The signatory's NIP is left out: it reveals birth date and sex.</summary>
public sealed record InstructionJson(
    int Number,
    int Year,
    string Subject,
    DateOnly IssuedOn,
    [property: Description("The date from which it is in force: the day it was issued, or a later one that it names.")]
        DateOnly EffectiveOn,
    string Place,
    string SignedBy,
    string SignedAs,
    string? OnBehalfOf,
    [property: Description(
        "What it amends: the Instruction that ordered the matter first, then its amendments in order; null where it amends none."
    )]
        IReadOnlyList<InstructionReferenceJson>? Amends,
    [property: Description("The Instruction whose annex took the place of this one's; null where none did.")]
        InstructionReferenceJson? AmendedBy
)
{
    internal static InstructionJson Of(PublishedSchedule schedule) => Of(schedule.Instruction, schedule);

    private static InstructionJson Of(Instruction instruction, PublishedSchedule schedule) =>
        new(
            instruction.Number,
            instruction.Year,
            instruction.Subject,
            instruction.IssuedOn,
            instruction.EffectiveOn,
            instruction.Place,
            instruction.Signatory.Name,
            instruction.Signatory.Office,
            instruction.Signatory.OnBehalfOf.Length == 0 ? null : instruction.Signatory.OnBehalfOf,
            schedule.Amends is { } amended ? [.. amended.Amendments.Prepend(amended.Origin).Select(InstructionReferenceJson.Of)] : null,
            schedule.AmendedBy is { } later ? InstructionReferenceJson.Of(later) : null
        );
}

/// <summary>An Instruction that another refers to, and the date from which it is in force.</summary>
public sealed record InstructionReferenceJson(int Number, int Year, DateOnly IssuedOn, DateOnly EffectiveOn)
{
    internal static InstructionReferenceJson Of(InstructionCitation citation) =>
        new(citation.Number, citation.Year, citation.IssuedOn, citation.EffectiveOn);
}

/// <summary>A schedule in force. Months as <c>2015-05</c>.</summary>
public sealed record ScheduleSummaryJson(int Year, InstructionJson Instruction, IReadOnlyList<string> Months)
{
    internal static ScheduleSummaryJson Of(PublishedSchedule schedule) =>
        new(schedule.Annex.Period.Year, InstructionJson.Of(schedule), [.. schedule.Annex.Period.Months.Select(month => month.ToString())]);
}

/// <summary>An annex with its rows in printed order.</summary>
public sealed record ScheduleJson(
    int Year,
    InstructionJson Instruction,
    string Title,
    IReadOnlyList<string> Months,
    IReadOnlyList<RowJson> Rows
)
{
    internal static ScheduleJson Of(PublishedSchedule schedule, Gazetteer gazetteer) =>
        new(
            schedule.Annex.Period.Year,
            InstructionJson.Of(schedule),
            schedule.Title,
            [.. schedule.Annex.Period.Months.Select(month => month.ToString())],
            [.. schedule.Annex.Rows.Select(row => RowJson.Of(row, schedule.Annex.Period, gazetteer))]
        );
}

/// <summary>A row: <c>rotating</c> with an assignment for each month, or <c>region</c> with the city as printed and none.</summary>
public sealed record RowJson(
    int? Number,
    string Label,
    string Kind,
    string? Region,
    IReadOnlyDictionary<string, AssignmentJson> Assignments
)
{
    internal static RowJson Of(AnnexRow row, RosterPeriod period, Gazetteer gazetteer) =>
        new(
            row.Number,
            row.Label,
            row.IsRegion ? "region" : "rotating",
            row.Region?.AsPrinted,
            period
                .Months.Zip(row.Cells)
                .Where(pair => !pair.Second.IsEmpty)
                .ToDictionary(pair => pair.First.ToString(), pair => AssignmentJson.Of(pair.Second, gazetteer))
        );
}

/// <summary>A cell: the kecamatan's code and canonical name, both null where the text names none, and the text as printed.</summary>
public sealed record AssignmentJson(string? Code, string? Name, string AsPrinted)
{
    internal static AssignmentJson Of(AnnexCell cell, Gazetteer gazetteer) =>
        new(cell.Kecamatan?.ToString(), cell.Kecamatan is { } code ? gazetteer[code].Name : null, cell.AsPrinted);
}

/// <summary>A finding; fields that do not apply are null.</summary>
public sealed record FindingJson(string Code, string Severity, int? Row, string? Month, string? Kecamatan, string Message)
{
    internal static FindingJson Of(Finding finding) =>
        new(
            finding.Kind.Code,
            SeverityName(finding.Kind.Severity),
            finding.Row,
            finding.Month?.ToString(),
            finding.Kecamatan?.ToString(),
            finding.Message
        );

    internal static string SeverityName(FindingSeverity severity) =>
        severity switch
        {
            FindingSeverity.Error => "error",
            FindingSeverity.Warning => "warning",
            FindingSeverity.Info => "info",
        };
}

/// <summary>The duties of one Sunday, in the order of the rows.</summary>
public sealed record DutiesJson(
    DateOnly Date,
    IReadOnlyList<DutyJson> Duties,
    CancelledJson? Cancelled,
    [property: Description("The holidays that fall on the Sunday; none on most.")] IReadOnlyList<HolidayJson> Holidays
);

/// <summary>That duty was called off for everybody, and why. Described at its member: beside a reference 3.0 says nothing.</summary>
public sealed record CancelledJson(
    [property: Description("Why duty was called off for everybody; the whole is null where duty stands.")] string Reason
);

/// <summary>A holiday: <c>national-holiday</c> or <c>joint-leave</c>.</summary>
public sealed record HolidayJson(string Name, HolidayKind Kind);

/// <summary>One row's duty: a kecamatan by code and canonical name, or for a region row the city as printed.</summary>
public sealed record DutyJson(
    int? Row,
    string Label,
    string Kind,
    string? District,
    string? Name,
    string? Region,
    [property: Description("The post that serves instead; null where the row's own does.")] string? SubstitutedBy,
    [property: Description("Whether a verified report says that the activity took place.")] bool Verified
)
{
    internal static DutyJson Of(Duty duty, DutyRemark? remark, Gazetteer gazetteer) =>
        new(
            duty.Row.Number,
            duty.Row.Label,
            duty.Row.IsRegion ? "region" : "rotating",
            duty.Kecamatan?.ToString(),
            duty.Kecamatan is { } code ? gazetteer[code].Name : null,
            duty.Region?.AsPrinted,
            remark?.Substitute,
            remark?.Verified ?? false
        );
}

/// <summary>What a search found, the best first.</summary>
public sealed record SearchJson([property: Description("What was looked for, tidied.")] string Query, IReadOnlyList<SearchHitJson> Hits)
{
    /// <summary>How many hits are given where nothing is said.</summary>
    internal const int UsualHits = 10;

    /// <summary>The most hits that are given.</summary>
    internal const int MostHits = 50;
}

/// <summary>Something that was found, with the page it is shown on.</summary>
public sealed record SearchHitJson(
    PublicKind Kind,
    string Text,
    [property: Description("What tells it from others of the same name; null where nothing has to.")] string? Detail,
    [property: Description("The path of its page on this host.")] string Path,
    [property: Description("Whether it does not fit, but is spelled like what was looked for.")] bool Guess
)
{
    internal static SearchHitJson Of(SearchHit<PublicThing> hit) =>
        new(hit.Item.Kind, hit.Item.Text, hit.Item.Detail, hit.Item.Path, hit.IsGuess);
}
