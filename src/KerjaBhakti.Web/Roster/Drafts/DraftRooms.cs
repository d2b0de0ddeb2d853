using System.Collections.Concurrent;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Web.Roster.Drafts;

/// <summary>What the open editors of a draft are told.</summary>
public abstract record DraftEvent
{
    private DraftEvent() { }

    /// <summary>Edits were stored.</summary>
    /// <param name="View">The draft since.</param>
    /// <param name="Changes">What was changed.</param>
    /// <param name="By">The name of who did it.</param>
    /// <param name="Origin">The editor it came from, which shows it already; null where it came from none.</param>
    public sealed record Changed(DraftView View, IReadOnlyList<ScheduleChange> Changes, string By, object? Origin) : DraftEvent
    {
        /// <summary>The key of who did it; null where nobody in particular did.</summary>
        public string? ById { get; init; }

        /// <summary>The step it was, where whoever did it takes it back as one; null where the grid knows its edits.</summary>
        public OfferedStep? Undoable { get; init; }

        /// <summary>Whether rows came, went, moved or became region rows, so that single cells do not tell it.</summary>
        public bool IsStructural => Changes.Any(change => change.Kind is not (ScheduleChangeKind.Cell or ScheduleChangeKind.Label));
    }

    /// <summary>Something was said about its cells, or settled.</summary>
    /// <param name="Comments">All comments since.</param>
    public sealed record Commented(DraftCommentsView Comments) : DraftEvent;

    /// <summary>It can no longer be edited as it was: deleted, submitted, returned, issued.</summary>
    /// <param name="Sentence">What happened, by whom, and what that means for who has it open.</param>
    public sealed record Closed(string Sentence) : DraftEvent;
}

/// <summary>
/// Where the editors of one draft meet: writes take turns, so that two people in different cells do not collide in the database, and what
/// was stored is told to everyone who listens. It knows this process only; what other servers store is told once it is read from the
/// database (<see cref="DraftWatch"/>).
/// </summary>
public sealed class DraftRooms
{
    // Fifty people at one edit a second each: a batch is remembered for about ten seconds at the least, the time after which it is sent
    // again.
    private const int RememberedBatches = 500;

    // A room stays when everybody has left: it is a few hundred bytes, and removing one that somebody is just entering would split it in
    // two.
    private readonly ConcurrentDictionary<Guid, Room> rooms = new();

    /// <summary>
    /// Listens to a draft until the result is disposed. The listener is called inside the writer's turn: it notes the news and returns.
    /// </summary>
    public IDisposable Listen(Guid draft, Action<DraftEvent> listener)
    {
        var room = rooms.GetOrAdd(draft, _ => new Room());
        room.Listeners.TryAdd(listener, 0);
        return new Listening(room, listener);
    }

    /// <summary>An editor shows a draft: from this state on its room is told what other servers do to it.</summary>
    public void Show(DraftView view)
    {
        if (rooms.TryGetValue(view.Id, out var room))
        {
            room.Shown ??= view;
        }
    }

    /// <summary>An editor shows comments: from these on its room is told what other servers add to them.</summary>
    public void Show(Guid draft, DraftCommentsView comments)
    {
        if (rooms.TryGetValue(draft, out var room))
        {
            room.NoteComments(comments);
        }
    }

    /// <summary>How often the comments that the editors of a draft show have changed; null where they show none yet.</summary>
    internal int? CommentStamp(Guid draft) => rooms.GetValueOrDefault(draft)?.CommentStamp;

    /// <summary>
    /// What the open editors show: of each draft the state they were told last. A draft that is closed to them is not among it.
    /// </summary>
    internal IReadOnlyList<DraftView> Shown() =>
        [.. rooms.Values.Where(room => !room.Listeners.IsEmpty && !room.IsClosed).Select(room => room.Shown).OfType<DraftView>()];

    /// <summary>Waits for the turn to write to a draft; the turn ends when the result is disposed.</summary>
    internal async Task<Turn> TakeTurnAsync(Guid draft, CancellationToken cancellationToken)
    {
        var room = rooms.GetOrAdd(draft, _ => new Room());
        await room.Writing.WaitAsync(cancellationToken);
        return new Turn(room);
    }

    internal void Tell(Guid draft, DraftEvent news)
    {
        if (rooms.TryGetValue(draft, out var room))
        {
            room.Note(news);
            foreach (var listener in room.Listeners.Keys)
            {
                listener(news);
            }
        }
    }

    /// <summary>The right to write to a draft, and what is loaded of it.</summary>
    internal sealed class Turn(Room room) : IDisposable
    {
        /// <summary>The draft as the turns before stored it; null where it must be read.</summary>
        public LoadedDraft? Loaded
        {
            get => room.Loaded;
            set => room.Loaded = value;
        }

        /// <summary>
        /// The state the open editors were told last; null where there are none, or where they were told that it is closed.
        /// </summary>
        public DraftView? Shown => room.IsClosed ? null : room.Shown;

        /// <summary>The revision at which this author's batch was stored; null where it was not, or where that is long ago.</summary>
        public int? StoredAt(Actor author, Guid batch) =>
            room.Stored.Find(stored => stored.Author == author.Id && stored.Batch == batch)?.Revision;

        /// <summary>Keeps in mind that a batch was stored, in case its author never gets to know.</summary>
        public void Remember(Actor author, Guid batch, int revision)
        {
            if (room.Stored.Count == RememberedBatches)
            {
                room.Stored.RemoveAt(0);
            }

            room.Stored.Add(new StoredBatch(author.Id, batch, revision));
        }

        /// <summary>Throws away what is loaded, because it is not what is stored.</summary>
        public void Forget() => room.Forget();

        public void Dispose() => room.EndTurn();
    }

    internal sealed class Room
    {
        public LoadedDraft? Loaded { get; set; }

        /// <summary>The last batches, for whoever holds <see cref="Writing"/>.</summary>
        public List<StoredBatch> Stored { get; } = [];

        public SemaphoreSlim Writing { get; } = new(1, 1);

        /// <summary>The state the listeners were told last.</summary>
        public DraftView? Shown { get; set; }

        /// <summary>How often the comments the listeners were told last have changed; null before they are told any.</summary>
        public int? CommentStamp { get; private set; }

        /// <summary>Whether the listeners were told that it can no longer be edited; they stay with what they see.</summary>
        public bool IsClosed { get; private set; }

        public ConcurrentDictionary<Action<DraftEvent>, byte> Listeners { get; } = new();

        public void Note(DraftEvent news)
        {
            if (news is DraftEvent.Changed changed)
            {
                Shown = changed.View;
            }

            if (news is DraftEvent.Commented commented)
            {
                NoteComments(commented.Comments);
            }

            IsClosed |= news is DraftEvent.Closed;
        }

        public void NoteComments(DraftCommentsView comments)
        {
            if (CommentStamp is null || CommentStamp < comments.Stamp)
            {
                CommentStamp = comments.Stamp;
            }
        }

        /// <summary>For whoever holds <see cref="Writing"/>.</summary>
        public void Forget()
        {
            Loaded?.Dispose();
            Loaded = null;
        }

        public void EndTurn()
        {
            Writing.Release();
            FreeIfAbandoned();
        }

        /// <summary>Keeps nothing in memory for a draft that nobody has open. Whoever is writing does it when the turn ends.</summary>
        public void FreeIfAbandoned()
        {
            if (Listeners.IsEmpty && Writing.Wait(TimeSpan.Zero))
            {
                Forget();
                Shown = null;
                CommentStamp = null;
                IsClosed = false;
                Writing.Release();
            }
        }
    }

    internal sealed record StoredBatch(string Author, Guid Batch, int Revision);

    private sealed class Listening(Room room, Action<DraftEvent> listener) : IDisposable
    {
        public void Dispose()
        {
            room.Listeners.TryRemove(listener, out _);
            room.FreeIfAbandoned();
        }
    }
}

/// <summary>A draft with the database context that tracks it, so that the next edit need not read a thousand cells again.</summary>
internal sealed record LoadedDraft(PortalDbContext Db, Schedule Schedule) : IDisposable
{
    public void Dispose() => Db.Dispose();
}
