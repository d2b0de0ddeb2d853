using System.Security.Claims;
using KerjaBhakti.Roster.Searching;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Published;

namespace KerjaBhakti.Web.Roster.Officials;

/// <summary>
/// Posts with who acts for them today, by the words people use, for those who read the roster. Made once and kept until
/// <see cref="PublicationStamp"/> says that something changed, or the day is over. It knows names and no numbers.
/// </summary>
public sealed class OfficialIndex(OfficialDesk register, PublicationStamp stamp, PortalClock clock)
{
    private volatile Made? made;

    /// <summary>What fits best, the best first; what is only spelled like it where nothing fits.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<SearchHit<FoundPost>>> FindAsync(
        ClaimsPrincipal user,
        string text,
        int most,
        CancellationToken cancellationToken
    )
    {
        user.Demand(Access.ReadRoster);

        // Taken before reading: what changes meanwhile is read anew the next time.
        var (version, today) = (await stamp.ReadAsync(cancellationToken), clock.Today);
        if (made is not { } known || known.Version != version || known.Day != today)
        {
            known = new Made(
                version,
                today,
                SearchIndex.Of((await register.ListAsync(user, search: null, cancellationToken)).Select(EntryOf))
            );
            made = known;
        }

        return known.Index.Find(text, most);
    }

    private static SearchEntry<FoundPost> EntryOf(PositionLine line)
    {
        var holder = line.Holder is { } held ? $"{held.Incumbency.Prefix}{held.Name}" : null;
        string?[] names =
        [
            line.Post.Name,
            .. line.Aliases,
            Acronym.Of(line.Post.Name),
            line.Holder?.Name,
            holder,
            .. line.Rows.Select(row => $"Baris {row}"),
            line.Post.WorkUnit,
        ];
        return new SearchEntry<FoundPost>(new FoundPost(line.Post.Id, line.Post.Name, holder, line.Rows), [.. names.OfType<string>()]);
    }

    private sealed record Made(long Version, DateOnly Day, SearchIndex<FoundPost> Index);
}

/// <summary>A post that was found.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Holder">Who acts for it today; null where nobody is known.</param>
/// <param name="Rows">The numbers of its rows in the annex.</param>
public sealed record FoundPost(int Id, string Name, string? Holder, IReadOnlyList<int> Rows);
