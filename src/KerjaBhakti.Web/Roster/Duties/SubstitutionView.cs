using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Substitutions;

namespace KerjaBhakti.Web.Roster.Duties;

/// <summary>Which substitutions a list shows.</summary>
public enum SubstitutionFilter
{
    /// <summary>Every one.</summary>
    All,

    /// <summary>Those a side has not agreed to yet.</summary>
    ForSides,

    /// <summary>Those that wait for the Regional Secretary.</summary>
    ForSecretary,

    /// <summary>Those that were approved.</summary>
    Approved,

    /// <summary>Those that were declined, withdrawn or revoked, or went with their annex before they were approved.</summary>
    Ended,
}

/// <summary>A page of substitutions.</summary>
/// <param name="Shown">Those of the page.</param>
/// <param name="Count">How many the filter leaves.</param>
/// <param name="Waiting">How many wait for the Regional Secretary.</param>
public sealed record SubstitutionList(IReadOnlyList<SubstitutionView> Shown, int Count, int Waiting);

/// <summary>A substitution as somebody sees it.</summary>
/// <param name="Substitution">The substitution.</param>
/// <param name="Annex">The annex it belongs to.</param>
/// <param name="OwnSides">The keys of those of its sides the reader acts for.</param>
/// <param name="IsProposer">Whether the reader proposed it.</param>
/// <param name="Void">Why it is void, as a sentence; null where it is not.</param>
public sealed record SubstitutionView(
    Substitution Substitution,
    IssuedAnnex Annex,
    IReadOnlyList<int> OwnSides,
    bool IsProposer,
    string? Void
)
{
    /// <summary>The keys of those of its sides that have still to agree and have no account: the secretariat enters their letter.</summary>
    public IReadOnlySet<int> ByLetter { get; init; } = new HashSet<int>();

    /// <summary>Why part of it will not hold, as a sentence; null where all may.</summary>
    public string? CutShort { get; init; }

    /// <summary>What is agreed, in one line.</summary>
    public string Title => SubstitutionText.Title(Substitution, Annex);

    /// <summary>Its Sundays, in words.</summary>
    public string Sundays => SubstitutionText.Sundays(Substitution.Turns.Select(turn => turn.Sunday));

    /// <summary>The reader's side that has still to agree; null where there is none.</summary>
    public Consent? Asked =>
        Void is null && Substitution.Status == SubstitutionStatus.Proposed
            ? Substitution.Consents.FirstOrDefault(consent => consent.At is null && OwnSides.Contains(consent.PositionId))
            : null;

    /// <summary>Whether it is still to be decided.</summary>
    public bool IsPending => Void is null && Substitution.Status is SubstitutionStatus.Proposed or SubstitutionStatus.Accepted;

    /// <summary>What a side is called.</summary>
    public string NameOf(Consent side) =>
        Substitution.Turns.FirstOrDefault(turn => turn.SubstituteId == side.PositionId)?.Substitute
        ?? Annex.PostOf(Substitution.Turns.First(turn => Annex.PostOf(turn.Row)?.Id == side.PositionId).Row)!.Name;
}

/// <summary>A substitution as a form showed it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Revision">The revision the page showed.</param>
public sealed record SeenSubstitution(Guid Id, int Revision);

/// <summary>What somebody wants to propose.</summary>
/// <param name="Annex">The key of the schedule whose annex the page showed.</param>
/// <param name="Row">The number of the row that gives away its duty.</param>
/// <param name="Span">When.</param>
/// <param name="Reason">Why.</param>
public abstract record SubstitutionOrder(Guid Annex, int Row, DutySpan Span, string Reason)
{
    /// <summary>Another post serves.</summary>
    public sealed record StandIn(Guid Annex, int Row, DutySpan Span, string Reason, int Substitute)
        : SubstitutionOrder(Annex, Row, Span, Reason);

    /// <summary>Two rows serve for each other.</summary>
    public sealed record Swap(Guid Annex, int Row, DutySpan Span, string Reason, int Other, DutySpan OtherSpan)
        : SubstitutionOrder(Annex, Row, Span, Reason);
}

/// <summary>What there is to choose from when a substitution is proposed.</summary>
/// <param name="Annex">The annex in force.</param>
/// <param name="Rows">The numbers of the rows the user may propose for.</param>
/// <param name="Sundays">The Sundays to come on which duty stands.</param>
/// <param name="Asked">The Sundays chosen; empty where none are, or they cannot be.</param>
/// <param name="Candidates">Who could serve then, the best first; empty until row and Sundays are chosen.</param>
/// <param name="Posts">Every post.</param>
/// <param name="Problem">Why what was chosen cannot be, as a sentence; null where it can.</param>
public sealed record ProposalSheet(
    IssuedAnnex Annex,
    IReadOnlyList<int> Rows,
    IReadOnlyList<DateOnly> Sundays,
    IReadOnlyList<DateOnly> Asked,
    IReadOnlyList<Candidate> Candidates,
    IReadOnlyList<Post> Posts,
    string? Problem
)
{
    /// <summary>For which rows and Sundays there is a substitution already, approved or not.</summary>
    public required IReadOnlySet<(int Row, DateOnly Sunday)> Taken { get; init; }

    /// <summary>The months with a Sunday to come.</summary>
    public IReadOnlyList<RosterMonth> Months => [.. Sundays.Select(RosterMonth.Of).Distinct()];

    /// <summary>A post with the rows it serves in, because two posts of a body may be called alike.</summary>
    public string Describe(Post post) =>
        Annex.RowsOf(post.Id).ToList() is { Count: > 0 } rows ? $"{post.Name} (baris {string.Join(", ", rows)})" : post.Name;

    internal static ProposalSheet Of(Circumstances now, IReadOnlyList<Post>? own, IReadOnlyList<Post> posts, int? row, DutySpan? span)
    {
        var annex = now.Annex;
        IReadOnlyList<int> rows = own is null
            ? [.. annex.Annex.Rows.Select(item => item.Number!.Value)]
            : [.. own.SelectMany(post => annex.RowsOf(post.Id)).Distinct().Order()];
        var sheet = new ProposalSheet(
            annex,
            rows,
            [
                .. annex
                    .Annex.Period.Months.SelectMany(month => month.Sundays())
                    .Where(sunday => sunday >= now.Today && !now.Sundays.On(sunday).IsCancelled),
            ],
            [],
            [],
            posts,
            Problem: null
        )
        {
            Taken = now
                .Known.Where(known => known.IsOpen)
                .SelectMany(known => known.Turns)
                .Select(turn => (turn.Row, turn.Sunday))
                .ToHashSet(),
        };
        if (row is not { } number || span is null)
        {
            return sheet;
        }

        if (!rows.Contains(number))
        {
            return sheet with { Problem = $"Baris {number} bukan tugas jabatan Anda." };
        }

        try
        {
            var asked = span.Sundays(now);
            return asked.All(sheet.Sundays.Contains)
                ? sheet with
                {
                    Asked = asked,
                    Candidates = Candidate.For(number, asked, posts, now),
                }
                : sheet with
                {
                    Problem = $"{SubstitutionText.Sundays(asked)} sudah lewat, ditiadakan, atau di luar masa jadwal ini.",
                };
        }
        catch (KerjaBhakti.Roster.RosterRefusedException refusal)
        {
            return sheet with { Problem = refusal.Message };
        }
    }
}
