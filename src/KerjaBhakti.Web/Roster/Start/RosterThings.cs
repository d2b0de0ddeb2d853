using System.Security.Claims;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Searching;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Drafts;
using KerjaBhakti.Web.Roster.Officials;
using KerjaBhakti.Web.Roster.Published;
using KerjaBhakti.Web.Shell.Palette;

namespace KerjaBhakti.Web.Roster.Start;

/// <summary>
/// Instructions, drafts, posts with their holders, kecamatan and public pages. Nothing is looked up before something is typed.
/// </summary>
public sealed class RosterThings(DraftService drafts, OfficialIndex officials, PublicIndex published) : IPaletteSource
{
    // As the ranks of the palette go: what is only spelled like it comes after everything that fits.
    private const int GuessRank = 4;

    /// <inheritdoc/>
    public async Task<IEnumerable<PaletteEntry>> CandidatesAsync(
        ClaimsPrincipal user,
        PaletteQuery query,
        CancellationToken cancellationToken
    )
    {
        if (query.IsEmpty || !user.May(Access.ReadRoster))
        {
            return [];
        }

        var schedules = await drafts.ListAsync(user, cancellationToken);
        var posts = await officials.FindAsync(user, query.Text, CommandPalette.MostOfAGroup, cancellationToken);
        var things = await published.FindAsync(query.Text, CommandPalette.MostEntries, cancellationToken);

        // What is only spelled like it is offered where nothing fits, whoever found it.
        var isFound = posts.Any(hit => !hit.IsGuess) || things.Any(hit => !hit.IsGuess);
        return
        [
            .. schedules.Select(Of),
            .. posts.Where(hit => !hit.IsGuess || !isFound).Select(Of),
            .. things.Where(hit => !hit.IsGuess || !isFound).Select(Of).OfType<PaletteEntry>(),
        ];
    }

    private static PaletteEntry Of(ScheduleSummary schedule) =>
        schedule.InstructionReference is { } reference
            ? new PaletteEntry("Instruksi", $"{Served.Instrument} {reference}", $"/roster/jadwal/{schedule.Id}")
            {
                Detail = schedule.Period.ToString(),
                Keywords = "lampiran jadwal",
            }
            : new PaletteEntry("Rancangan", $"Rancangan {schedule.Period}", $"/roster/jadwal/{schedule.Id}")
            {
                Keywords = "jadwal lampiran",
            };

    private static PaletteEntry Of(SearchHit<FoundPost> hit) =>
        new("Jabatan", hit.Item.Name, $"/roster/pejabat/{hit.Item.Id}")
        {
            Detail = string.Join(
                " · ",
                (
                    (string?[])
                        [
                            hit.Item.Rows.Count > 0 ? $"baris {string.Join(", ", hit.Item.Rows)}" : null,
                            hit.Item.Holder ?? "belum ada pejabatnya",
                        ]
                ).OfType<string>()
            ),
            Rank = RankOf(hit),
        };

    // Posts and Instructions lead to where they are worked on; of the public's only what has no page there.
    private static PaletteEntry? Of(SearchHit<PublicThing> hit) =>
        hit.Item.Kind switch
        {
            PublicKind.District => Of(hit, "Kecamatan"),
            PublicKind.City => Of(hit, "Kota"),
            PublicKind.Page => Of(hit, "Halaman publik"),
            _ => null,
        };

    private static PaletteEntry Of(SearchHit<PublicThing> hit, string group) =>
        new(group, hit.Item.Text, hit.Item.Path) { Detail = hit.Item.Detail, Rank = RankOf(hit) };

    private static int RankOf<T>(SearchHit<T> hit) => hit.IsGuess ? GuessRank : hit.Rank;
}
