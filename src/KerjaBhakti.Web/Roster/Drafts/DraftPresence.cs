using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Web.Roster.Drafts;

/// <summary>Somebody who has a draft open.</summary>
/// <param name="UserId">The key of the account.</param>
/// <param name="Name">The name colleagues see.</param>
/// <param name="Edits">Whether this person may change the draft; else they read it.</param>
/// <param name="Cell">Where an editor's active cell is; a null month is the label. Null before there is one, and for readers.</param>
public sealed record PresentPerson(string UserId, string Name, bool Edits, (Guid Row, RosterMonth? Month)? Cell);

/// <summary>
/// Who has which draft open, and where. Kept in memory only, never in the trail, and apart from the writers' turns: whoever moves through a
/// draft keeps nobody from writing. It knows this server's visitors only (decision 62).
/// </summary>
public sealed class DraftPresence(TimeProvider time)
{
    // Each telling draws in every open editor. Within this time however many moves are told as one.
    private static readonly TimeSpan BetweenTellings = TimeSpan.FromMilliseconds(500);

    private readonly Lock padlock = new();
    private readonly Dictionary<Guid, Room> rooms = [];

    /// <summary>Comes into a draft; leaves it when the result is disposed.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="person">Who comes.</param>
    /// <param name="changed">Called when others came, moved or left, on a thread of its own.</param>
    public Visit Enter(Guid draft, PresentPerson person, Action changed)
    {
        lock (padlock)
        {
            var room = rooms.GetValueOrDefault(draft) ?? (rooms[draft] = new Room());
            var visit = new Visit(this, draft, room, person, changed);
            room.Visits.Add(visit);
            TellSoon(room);
            return visit;
        }
    }

    private void Change(Room room, Action change)
    {
        lock (padlock)
        {
            change();
            TellSoon(room);
        }
    }

    private void TellSoon(Room room)
    {
        if (!room.IsTelling)
        {
            room.IsTelling = true;
            _ = TellAsync(room);
        }
    }

    private async Task TellAsync(Room room)
    {
        var rest = room.ToldAt == 0 ? TimeSpan.Zero : BetweenTellings - time.GetElapsedTime(room.ToldAt);
        await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.FromMilliseconds(1), time);
        List<Visit> visits;
        lock (padlock)
        {
            room.IsTelling = false;
            room.ToldAt = time.GetTimestamp();
            visits = [.. room.Visits];
        }

        visits.ForEach(visit => visit.Changed());
    }

    /// <summary>One open editor of one person.</summary>
    public sealed class Visit : IDisposable
    {
        private readonly DraftPresence presence;
        private readonly Guid draft;
        private readonly Room room;
        private PresentPerson person;
        private bool isHidden;

        internal Visit(DraftPresence presence, Guid draft, Room room, PresentPerson person, Action changed) =>
            (this.presence, this.draft, this.room, this.person, Changed) = (presence, draft, room, person, changed);

        /// <summary>Everybody else, in the order of their coming.</summary>
        public IReadOnlyList<PresentPerson> Others
        {
            get
            {
                lock (presence.padlock)
                {
                    return [.. room.Visits.Where(visit => visit != this && !visit.isHidden).Select(visit => visit.person)];
                }
            }
        }

        internal Action Changed { get; }

        /// <summary>The active cell is another now.</summary>
        public void MoveTo((Guid Row, RosterMonth? Month) cell) => presence.Change(room, () => person = person with { Cell = cell });

        /// <summary>Hides the visit from the others, or shows it again: a connection that is lost for long is nobody who is here.</summary>
        public void Hide(bool hidden) => presence.Change(room, () => isHidden = hidden);

        /// <inheritdoc/>
        public void Dispose() => presence.Change(room, () =>
            {
                if (room.Visits.Remove(this) && room.Visits.Count == 0)
                {
                    presence.rooms.Remove(draft);
                }
            });
    }

    internal sealed class Room
    {
        public List<Visit> Visits { get; } = [];

        public bool IsTelling { get; set; }

        public long ToldAt { get; set; }
    }
}
