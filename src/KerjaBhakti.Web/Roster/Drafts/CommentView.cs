using KerjaBhakti.Roster.Comments;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Web.Roster.Drafts;

/// <summary>The comments of a draft as every open editor sees them. Immutable, so all circuits share one.</summary>
/// <param name="Threads">The threads, those that are open first, in each the one that was spoken in last first.</param>
public sealed record DraftCommentsView(IReadOnlyList<CommentThreadView> Threads)
{
    /// <summary>What is shown before anything is read.</summary>
    public static DraftCommentsView Empty { get; } = new([]);

    /// <summary>How often anything of them changed: of two views the one with the greater number is the later.</summary>
    public int Stamp { get; } = Threads.Sum(thread => thread.Revision);

    /// <summary>Those that are not settled.</summary>
    public IReadOnlyList<CommentThreadView> Open { get; } = [.. Threads.Where(thread => thread.IsOpen)];

    internal static DraftCommentsView Of(IEnumerable<CommentThread> threads) =>
        new([
            .. threads
                .Select(thread => new CommentThreadView(
                    thread.Id,
                    thread.RowId,
                    thread.Month,
                    thread.RowLabel,
                    thread.Revision,
                    thread.ResolvedBy,
                    thread.ResolvedAt,
                    [
                        .. thread
                            .Comments.OrderBy(comment => comment.Number)
                            .Select(comment => new CommentView(comment.Id, comment.ByName, comment.At, comment.Text)
                            {
                                Named = [.. comment.Mentions.Select(mention => mention.Name)],
                            }),
                    ]
                ))
                .OrderBy(thread => !thread.IsOpen)
                .ThenByDescending(thread => thread.ResolvedAt ?? thread.Comments[^1].At),
        ]);
}

/// <summary>What was said about one cell.</summary>
/// <param name="Id">The thread's key.</param>
/// <param name="RowId">The row's key; the row may be gone.</param>
/// <param name="Month">The month; null for the row's label.</param>
/// <param name="RowLabel">What the row was called when the thread began.</param>
/// <param name="Revision">How often it changed.</param>
/// <param name="ResolvedBy">Who settled it; null while it is open.</param>
/// <param name="ResolvedAt">When; null while it is open.</param>
/// <param name="Comments">The comments, the oldest first.</param>
public sealed record CommentThreadView(
    Guid Id,
    Guid RowId,
    RosterMonth? Month,
    string RowLabel,
    int Revision,
    string? ResolvedBy,
    DateTimeOffset? ResolvedAt,
    IReadOnlyList<CommentView> Comments
)
{
    /// <summary>Whether it waits for something.</summary>
    public bool IsOpen => ResolvedAt is null;
}

/// <summary>One comment.</summary>
/// <param name="Id">Its key.</param>
/// <param name="By">The name of who said it.</param>
/// <param name="At">When.</param>
/// <param name="Text">The words.</param>
public sealed record CommentView(Guid Id, string By, DateTimeOffset At, string Text)
{
    /// <summary>The names in it that stand for accounts, without the "@".</summary>
    public IReadOnlyList<string> Named { get; init; } = [];
}

/// <summary>A comment to be said about a cell: in the thread that is open there, or else in a new one.</summary>
/// <param name="Id">The same however often it is sent.</param>
/// <param name="Row">The row's key.</param>
/// <param name="Month">The month; null for the row's label.</param>
/// <param name="Text">The words.</param>
public sealed record NewComment(Guid Id, Guid Row, RosterMonth? Month, string Text);

/// <summary>An account that a comment may name.</summary>
/// <param name="Name">What colleagues call it, as it is written after the "@".</param>
/// <param name="Role">By which role it reads the draft, in words.</param>
public sealed record NamedReader(string Name, string Role);
