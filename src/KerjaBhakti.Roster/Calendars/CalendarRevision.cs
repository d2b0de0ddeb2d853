using System.Security.Cryptography;
using System.Text;

namespace KerjaBhakti.Roster.Calendars;

/// <summary>An event as it was last given to calendar programs.</summary>
public sealed class PublishedEvent
{
    /// <summary>The longest identity, in characters.</summary>
    public const int UidLength = 100;

    /// <summary>The longest summary, in characters.</summary>
    public const int SummaryLength = 500;

    /// <summary>The longest note, in characters.</summary>
    public const int NoteLength = 1000;

    private PublishedEvent() { }

    internal PublishedEvent(int position, DutyEvent current, DateTimeOffset at)
    {
        PositionId = position;
        Uid = current.Uid;
        Locate(current);
        Publish(current, at);
    }

    /// <summary>The position whose calendar it stands in.</summary>
    public int PositionId { get; private set; }

    /// <summary>Its identity.</summary>
    public string Uid { get; private set; } = string.Empty;

    /// <summary>The Sunday.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>The line in the calendar.</summary>
    public string Summary { get; private set; } = string.Empty;

    /// <summary>What else there is to know.</summary>
    public string Note { get; private set; } = string.Empty;

    /// <summary>Whether there is nothing to go to.</summary>
    public bool IsCancelled { get; private set; }

    /// <summary>SHA-256 over the content, 64 lower-case hexadecimal digits.</summary>
    public string Hash { get; private set; } = string.Empty;

    /// <summary>How often it has changed since it was first published (RFC 5545, 3.8.7.4).</summary>
    public int Sequence { get; private set; }

    /// <summary>When it was published as it is.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Where it is, as of now; not stored, for it changes with the summary only. Empty where it is no more.</summary>
    public string Place { get; private set; } = string.Empty;

    /// <summary>Its content.</summary>
    public DutyEvent Content => new(Uid, Date, Summary, Note, IsCancelled);

    internal static string HashOf(DutyEvent item) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join('\n', item.Date.ToString("O"), item.IsCancelled ? "cancelled" : "confirmed", item.Summary, item.Note)
                )
            )
        );

    internal void Locate(DutyEvent current) => Place = current.Place;

    internal void Change(DutyEvent current, DateTimeOffset at)
    {
        Sequence++;
        Publish(current, at);
    }

    private void Publish(DutyEvent current, DateTimeOffset at)
    {
        Date = current.Date;
        Summary = current.Summary;
        Note = current.Note;
        IsCancelled = current.IsCancelled;
        Hash = HashOf(current);
        ChangedAt = at;
    }
}

/// <summary>
/// Brings what calendar programs were given up to what holds now. A program takes an event anew only where its sequence has risen, so the
/// sequence rises with every change and with nothing else; an event that is no more stays, cancelled, for otherwise programs would keep it.
/// </summary>
/// <param name="Events">Every event to give out, in order of date.</param>
/// <param name="Added">Those among them that were never given out before, to be stored.</param>
/// <param name="Changes">How many were added or have changed; 0 where there is nothing to store.</param>
public sealed record CalendarRevision(IReadOnlyList<PublishedEvent> Events, IReadOnlyList<PublishedEvent> Added, int Changes)
{
    /// <summary>Compares, and changes those of the published events that are no longer right.</summary>
    /// <param name="position">The position whose calendar it is.</param>
    /// <param name="published">Everything that was published of the years in question.</param>
    /// <param name="current">What holds now.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="ArgumentException">An identity stands twice among what holds now.</exception>
    public static CalendarRevision Between(
        int position,
        IReadOnlyList<PublishedEvent> published,
        IReadOnlyList<DutyEvent> current,
        DateTimeOffset at
    )
    {
        var known = published.ToDictionary(item => item.Uid);
        var wanted = current.ToDictionary(item => item.Uid);
        var changes = 0;
        foreach (var item in published)
        {
            var now = wanted.GetValueOrDefault(item.Uid) ?? item.Content with { IsCancelled = true };
            item.Locate(now);
            if (PublishedEvent.HashOf(now) != item.Hash)
            {
                item.Change(now, at);
                changes++;
            }
        }

        var added = current.Where(item => !known.ContainsKey(item.Uid)).Select(item => new PublishedEvent(position, item, at)).ToList();
        return new CalendarRevision(
            [.. published.Concat(added).OrderBy(item => item.Date).ThenBy(item => item.Uid, StringComparer.Ordinal)],
            added,
            changes + added.Count
        );
    }
}
