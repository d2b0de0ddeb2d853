using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Account;

namespace KerjaBhakti.Web.Tests;

/// <summary>A page that a walk came to.</summary>
/// <param name="Role">As whom; null as nobody.</param>
/// <param name="Path">Its address.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="Page">The page; null where the answer was a file or led elsewhere.</param>
internal sealed record Visit(string? Role, string Path, HttpStatusCode Status, IHtmlDocument? Page)
{
    /// <summary>What a person reads of it.</summary>
    public string Text =>
        string.Join(
            ' ',
            (Page?.QuerySelector("main")?.TextContent ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    public override string ToString() => $"{Role ?? "siapa saja"} {Path}: {(int)Status}";
}

/// <summary>
/// Walks a portal as a person of each role would: from the pages without parameters along every link, a few of each kind.
/// </summary>
internal sealed partial class PortalWalk(PortalUnderTest portal)
{
    // Of pages that differ only by numbers and keys so many are looked at.
    private const int MostOfAKind = 2;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static IEnumerable<string?> Roles => [null, .. PortalRoles.All];

    /// <summary>Walks as every role.</summary>
    public async Task<List<Visit>> AllAsync()
    {
        var all = new List<Visit>();
        foreach (var role in Roles)
        {
            using var client = await ClientAsync(portal, role);
            all.AddRange(await AsAsync(client, role));
        }

        return all;
    }

    public static async Task<HttpClient> ClientAsync(PortalUnderTest portal, string? role) =>
        role is null ? portal.CreateClient() : await portal.CreateClientAsync(DemoAccounts.All.Single(demo => demo.Role == role).Email);

    public static async Task<Visit> VisitAsync(HttpClient client, string? role, string path)
    {
        using var answer = await client.GetAsync(path, Cancellation);
        var page =
            answer.Content.Headers.ContentType?.MediaType == "text/html"
                ? await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancellation), Cancellation)
                : null;
        return new Visit(role, path, answer.StatusCode, page);
    }

    private async Task<List<Visit>> AsAsync(HttpClient client, string? role)
    {
        var visits = new List<Visit>();
        var kinds = new Dictionary<string, int>();
        var waiting = new Queue<string>(
            PortalRoutes
                .Of(portal.Services)
                .Where(endpoint =>
                    PortalRoutes.CanBeRead(endpoint) && endpoint.RoutePattern.Parameters.Count == 0 && PortalRoutes.IsOpenTo(role, endpoint)
                )
                .Select(endpoint => PortalRoutes.PathOf(endpoint))
        );
        var known = waiting.ToHashSet(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var path))
        {
            var kind = KindOf(path);
            if (kinds.GetValueOrDefault(kind) == MostOfAKind)
            {
                continue;
            }

            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            var visit = await VisitAsync(client, role, path);
            visits.Add(visit);
            foreach (
                var link in (visit.Page?.QuerySelectorAll("a[href]") ?? Enumerable.Empty<IElement>()).Select(link =>
                    link.GetAttribute("href")!.Split('#')[0]
                )
            )
            {
                if (link.StartsWith('/') && !link.StartsWith("/_", StringComparison.Ordinal) && known.Add(link))
                {
                    waiting.Enqueue(link);
                }
            }
        }

        return visits;
    }

    // "/roster/jadwal/0198…/riwayat?halaman=2" and another key and page are of one kind.
    private static string KindOf(string path)
    {
        var parts = path.Split('?', 2);
        var query = parts.Length < 2 ? [] : parts[1].Split('&').Select(item => item.Split('=')[0]).Order(StringComparer.Ordinal).ToList();
        return $"{Keys().Replace(parts[0], "#")}?{string.Join('&', query)}";
    }

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|[0-9]+", RegexOptions.None, 30_000)]
    private static partial Regex Keys();
}
