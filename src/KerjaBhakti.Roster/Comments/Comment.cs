namespace KerjaBhakti.Roster.Comments;

/// <summary>What somebody said about a cell of a draft. It is never changed: a slip is answered.</summary>
public sealed class Comment
{
    /// <summary>The longest text, in characters.</summary>
    public const int TextLength = 1000;

    private readonly List<CommentMention> mentions = [];

    private Comment() { }

    internal Comment(Guid id, CommentThread thread, int number, string text, Commentator by, DateTimeOffset at)
    {
        Id = id;
        ThreadId = thread.Id;
        Number = number;
        Text = text;
        (ById, ByName) = (by.Id, by.Name);
        At = at;
    }

    /// <summary>Its key, given by whoever sends it, so that what is sent twice is stored once.</summary>
    public Guid Id { get; private set; }

    /// <summary>The thread it belongs to.</summary>
    public Guid ThreadId { get; private set; }

    /// <summary>Its place in the thread, counted from one.</summary>
    public int Number { get; private set; }

    /// <summary>The words, with "@" before the name of each account that is named.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>The key of who said it.</summary>
    public string ById { get; private set; } = string.Empty;

    /// <summary>The name of who said it, as it was then.</summary>
    public string ByName { get; private set; } = string.Empty;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The accounts that are named in it.</summary>
    public IReadOnlyList<CommentMention> Mentions => mentions;

    internal void Mention(IEnumerable<Commentator> named) =>
        mentions.AddRange(named.Select(account => new CommentMention(Id, account.Id, account.Name)));
}

/// <summary>That a comment names an account.</summary>
public sealed class CommentMention
{
    private CommentMention() { }

    internal CommentMention(Guid comment, string account, string name) => (CommentId, AccountId, Name) = (comment, account, name);

    /// <summary>The comment.</summary>
    public Guid CommentId { get; private set; }

    /// <summary>The key of the account.</summary>
    public string AccountId { get; private set; } = string.Empty;

    /// <summary>Its name as it stands in the comment, without the "@".</summary>
    public string Name { get; private set; } = string.Empty;
}

/// <summary>An account that comments, or that a comment may name.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">What colleagues call it.</param>
public sealed record Commentator(string Id, string Name)
{
    /// <summary>
    /// Who of these is named in a text: "@" at the beginning of a word, and the whole name after it, in capitals or not. Where one name
    /// begins another ("Sari", "Sari Dewi") the longer one counts; accounts of one name are all named.
    /// </summary>
    /// <param name="text">The text of a comment.</param>
    /// <param name="accounts">Whom it may name.</param>
    public static IReadOnlyList<Commentator> NamedIn(string text, IReadOnlyCollection<Commentator> accounts)
    {
        var named = new List<Commentator>();
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
            {
                continue;
            }

            var rest = text.AsSpan(at + 1);
            var longest = 0;
            foreach (var account in accounts)
            {
                if (account.Name.Length > longest && Begins(rest, account.Name))
                {
                    longest = account.Name.Length;
                }
            }

            var name = rest[..longest].ToString();
            named.AddRange(accounts.Where(account => longest > 0 && account.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));
        }

        return [.. named.Distinct()];
    }

    private static bool Begins(ReadOnlySpan<char> text, string name) =>
        text.StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && (text.Length == name.Length || !char.IsLetterOrDigit(text[name.Length]));
}
