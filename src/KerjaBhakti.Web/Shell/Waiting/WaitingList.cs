using System.Security.Claims;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Shell.Waiting;

/// <summary>Everything that waits for a person, of all modules.</summary>
public sealed class WaitingList(IEnumerable<IWaitingSource> sources, IEnumerable<IFigureSource> figures)
{
    /// <summary>The start page's own entry of the navigation.</summary>
    public const string StartPage = "/kerja";

    /// <summary>What waits for this user: what is urgent first, then in the order in which the modules name their kinds of work.</summary>
    public async Task<IReadOnlyList<WaitingItem>> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        user.Demand(Access.Work);

        // One after the other: they are short, and the database of one office should not meet ten questions at once for each page that is
        // opened.
        var items = new List<WaitingItem>();
        foreach (var source in sources)
        {
            items.AddRange(await source.OfAsync(user, cancellationToken));
        }

        return [.. items.OrderBy(item => !item.IsUrgent)];
    }

    /// <summary>How much waits at each entry of the navigation; entries at which nothing waits are left out.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var items = await OfAsync(user, cancellationToken);
        var counts = items.GroupBy(item => item.Menu).ToDictionary(group => group.Key, group => group.Sum(item => item.Count));
        if (items.Count > 0)
        {
            counts[StartPage] = items.Sum(item => item.Count);
        }

        return counts;
    }

    /// <summary>The figures for this user.</summary>
    public async Task<IReadOnlyList<Figure>> FiguresAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        user.Demand(Access.Work);
        var all = new List<Figure>();
        foreach (var source in figures)
        {
            all.AddRange(await source.OfAsync(user, cancellationToken));
        }

        return all;
    }
}
