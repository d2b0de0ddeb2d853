namespace KerjaBhakti.Data.Audit;

/// <summary>
/// A walk along the chain that goes on after a break. An entry that does not fit is judged by the one behind it, which tells whether it was
/// rewritten, put in, or stands
/// where others were taken out and the later ones moved up.
/// </summary>
internal sealed class ChainWalk
{
    // How many entries taken out at one place are recognised as such when the later ones were given their places.
    private const int MostMovedUp = 8;

    private readonly List<AuditFind> finds = [];

    // The place reached, and how far the places after it are from those the entries were written with.
    private long place;
    private long shift;

    // The hash of the entry before; null behind a gap, where nobody knows it.
    private string? previous = AuditChain.Beginning;

    // An entry that does not fit, with the hash before it.
    private (AuditEntry Entry, string Before)? doubtful;

    public IReadOnlyList<AuditFind> Finds => finds;

    /// <summary>How many entries were put in, net of those taken out, where the places of the later ones were changed with them.</summary>
    public long PutIn => Math.Max(shift, 0);

    /// <summary>How many entries past the end are still to be looked at.</summary>
    public int Overhang => (int)PutIn + (doubtful is null ? 0 : 1);

    public long Entries { get; private set; }

    public string Hash { get; private set; } = AuditChain.Beginning;

    /// <summary>Goes on to the next entry; they come by place.</summary>
    public void Take(AuditEntry entry)
    {
        Entries++;
        if (entry.Place <= place)
        {
            Add(AuditBreak.Added, entry.Place, entry.Place, entry);
            return;
        }

        Judge(entry);
        if (entry.Place > place + 1)
        {
            Add(AuditBreak.Missing, place + 1, entry.Place - 1, entry: null);
            previous = null;
        }

        place = entry.Place;
        Hash = entry.Hash;
        if (previous is { } before && !Fits(entry, shift, before))
        {
            doubtful = (entry, before);
        }

        previous = entry.Hash;
    }

    /// <summary>Compares with the end of the chain; null where it is gone.</summary>
    public void Finish(AuditHead? end)
    {
        Judge(next: null);
        if (end is null)
        {
            Add(AuditBreak.EndMissing, place + 1, place + 1, entry: null);
            return;
        }

        var last = place - shift;
        if (end.Entries > last)
        {
            Add(AuditBreak.Missing, last + 1, end.Entries, entry: null);
        }
        else if (end.Hash != Hash && finds.Count == 0)
        {
            // Everything fits, and yet this is not the entry that was written last: from some place on all were written anew.
            Add(AuditBreak.Rewritten, last, last, entry: null);
        }
    }

    /// <summary>Notes what does not hold; what lies side by side and is broken alike is one find.</summary>
    public void Add(AuditBreak kind, long first, long last, AuditEntry? entry)
    {
        if (finds is [.., var before] && before.Break == kind && before.Last + 1 == first)
        {
            finds[^1] = before with { Last = last };
        }
        else
        {
            finds.Add(new AuditFind(kind, first, last, entry));
        }
    }

    private static bool Fits(AuditEntry entry, long shift, string previous) =>
        entry.Hash == AuditChain.HashOf(entry, entry.Place - shift, previous);

    private void Judge(AuditEntry? next)
    {
        if (doubtful is not { } doubt)
        {
            return;
        }

        doubtful = null;
        if (next is not null && next.Place == doubt.Entry.Place + 1)
        {
            if (Fits(next, shift + 1, doubt.Before))
            {
                Add(AuditBreak.Added, doubt.Entry.Place, doubt.Entry.Place, doubt.Entry);
                (shift, previous) = (shift + 1, doubt.Before);
                return;
            }

            for (var gone = 1; gone <= MostMovedUp; gone++)
            {
                if (Fits(next, shift - gone, doubt.Entry.Hash))
                {
                    Add(AuditBreak.Missing, doubt.Entry.Place - shift, doubt.Entry.Place - shift + gone - 1, entry: null);
                    shift -= gone;
                    return;
                }
            }
        }

        Add(AuditBreak.Rewritten, doubt.Entry.Place, doubt.Entry.Place, doubt.Entry);
        var written = AuditChain.HashOf(doubt.Entry, doubt.Entry.Place - shift, doubt.Before);
        if (next is not null && Fits(next, shift, written))
        {
            // Its hash alone was changed.
            previous = written;
        }
    }
}
