using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Comments;

/// <summary>
/// What was said about one cell or label of a draft, and whether it is settled. It stays with its row's key: a row that was removed and
/// came back has its comments again. No part of the annex: nothing of it is printed, sealed or copied.
/// </summary>
public sealed class CommentThread
{
    private readonly List<Comment> comments = [];

    private CommentThread() { }

    private CommentThread(Guid id, Guid schedule, Guid row, RosterMonth? month, string label) =>
        (Id, ScheduleId, RowId, Month, RowLabel) = (id, schedule, row, month, label);

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The draft.</summary>
    public Guid ScheduleId { get; private set; }

    /// <summary>The key of the row; the row may be gone.</summary>
    public Guid RowId { get; private set; }

    /// <summary>The month of the cell; null for the row's label.</summary>
    public RosterMonth? Month { get; private set; }

    /// <summary>What the row was called when the thread began.</summary>
    public string RowLabel { get; private set; } = string.Empty;

    /// <summary>How often anything of it changed, counted from one.</summary>
    public int Revision { get; private set; }

    /// <summary>When it was settled; null while it is open.</summary>
    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <summary>Who settled it; null while it is open.</summary>
    public string? ResolvedBy { get; private set; }

    /// <summary>What was said.</summary>
    public IReadOnlyList<Comment> Comments => comments;

    /// <summary>Whether it waits for something.</summary>
    public bool IsOpen => ResolvedAt is null;

    /// <summary>A thread about a cell, still without a word.</summary>
    /// <param name="id">Its key.</param>
    /// <param name="schedule">The draft.</param>
    /// <param name="row">A row of it.</param>
    /// <param name="month">A month of it; null for the row's label.</param>
    /// <exception cref="RosterRefusedException">The draft has no such row or month, or is issued.</exception>
    public static CommentThread About(Guid id, Schedule schedule, Guid row, RosterMonth? month)
    {
        RequireOpen(schedule);
        var label =
            schedule.Rows.FirstOrDefault(item => item.Id == row)?.Label
            ?? throw new RosterRefusedException("Baris itu sudah tidak ada dalam rancangan ini, sehingga tidak dapat dikomentari.");
        return month is { } column && !schedule.Period.Contains(column)
            ? throw new RosterRefusedException("Bulan itu tidak termasuk jadwal ini.")
            : new CommentThread(id, schedule.Id, row, month, label);
    }

    /// <summary>Refuses where comments have come to their end: the annex stands, and only an amendment changes it.</summary>
    /// <exception cref="RosterRefusedException">The schedule is neither a draft nor submitted.</exception>
    public static void RequireOpen(Schedule schedule)
    {
        if (schedule.Status is not (ScheduleStatus.Draft or ScheduleStatus.Submitted))
        {
            throw new RosterRefusedException("Lampiran ini sudah ditetapkan; komentarnya hanya dapat dibaca.");
        }
    }

    /// <summary>Says something.</summary>
    /// <param name="id">The comment's key.</param>
    /// <param name="text">The words; blanks around them are left out.</param>
    /// <param name="by">Who says it.</param>
    /// <param name="at">When.</param>
    /// <param name="readers">Whom the comment may name: who may read the draft. Naming oneself names nobody.</param>
    /// <exception cref="RosterRefusedException">There are no words or too many, or the thread is settled.</exception>
    public Comment Say(Guid id, string text, Commentator by, DateTimeOffset at, IReadOnlyCollection<Commentator> readers)
    {
        if (!IsOpen)
        {
            throw new RosterRefusedException($"Percakapan ini sudah diselesaikan {ResolvedBy}; buka lagi untuk menjawab.");
        }

        var words = text.Trim();
        if (words.Length is 0 or > Comment.TextLength)
        {
            throw new RosterRefusedException($"Komentar harus diisi, paling panjang {Comment.TextLength} huruf.");
        }

        var comment = new Comment(id, this, comments.Count + 1, words, by, at);
        comment.Mention(Commentator.NamedIn(words, [.. readers.Where(reader => reader.Id != by.Id)]));
        comments.Add(comment);
        Revision++;
        return comment;
    }

    /// <summary>Settles it.</summary>
    /// <exception cref="RosterRefusedException">Somebody else was faster.</exception>
    public void Resolve(Commentator by, DateTimeOffset at)
    {
        if (!IsOpen)
        {
            throw new RosterRefusedException($"Percakapan ini sudah diselesaikan {ResolvedBy}.");
        }

        (ResolvedAt, ResolvedBy) = (at, by.Name);
        Revision++;
    }

    /// <summary>Opens it again.</summary>
    /// <exception cref="RosterRefusedException">It is open.</exception>
    public void Reopen()
    {
        if (IsOpen)
        {
            throw new RosterRefusedException("Percakapan ini sudah terbuka.");
        }

        (ResolvedAt, ResolvedBy) = (null, null);
        Revision++;
    }
}
