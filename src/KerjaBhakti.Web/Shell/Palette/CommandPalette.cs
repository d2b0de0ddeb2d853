using System.Security.Claims;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Shell.Palette;

/// <summary>Finds pages, things and commands of all modules, each only for whom its source gives it to.</summary>
public sealed class CommandPalette(IEnumerable<IPaletteSource> sources)
{
    /// <summary>The most entries of one kind.</summary>
    public const int MostOfAGroup = 6;

    /// <summary>The most entries in all.</summary>
    public const int MostEntries = 20;

    /// <summary>What matches, the best first, things of one kind together; what is offered to this user where nothing was typed.</summary>
    public async Task<IReadOnlyList<PaletteEntry>> FindAsync(ClaimsPrincipal user, string? text, CancellationToken cancellationToken)
    {
        user.Demand(Access.Work);
        var query = new PaletteQuery(text);
        var found = new List<(PaletteEntry Entry, int Rank)>();
        foreach (var source in sources)
        {
            foreach (var entry in await source.CandidatesAsync(user, query, cancellationToken))
            {
                var rank = query.IsEmpty ? (entry.IsOffered ? 0 : (int?)null) : query.Rank(entry);
                if (rank is { } matching)
                {
                    found.Add((entry, matching));
                }
            }
        }

        return
        [
            .. found
                .GroupBy(item => item.Entry.Group)
                .OrderBy(group => group.Min(item => item.Rank))
                .SelectMany(group =>
                    group.OrderBy(item => item.Rank).Select(item => item.Entry).Take(query.IsEmpty ? MostEntries : MostOfAGroup)
                )
                .Take(MostEntries),
        ];
    }
}
