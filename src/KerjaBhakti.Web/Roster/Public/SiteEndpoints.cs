using System.Globalization;
using System.Xml.Linq;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Published;

namespace KerjaBhakti.Web.Roster.Public;

/// <summary>What search engines ask for before they read the pages (RFC 9309, sitemaps.org).</summary>
public static class SiteEndpoints
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    // What is for whoever is signed in, what is secret, and what is another answer to each question.
    private static readonly string[] Closed =
    [
        "/saya",
        "/roster",
        "/wakatobi",
        "/kerja",
        "/admin",
        "/audit",
        "/akun",
        "/masuk",
        "/keluar",
        "/mulai",
        "/kalender",
        "/*?q=",
    ];

    private static readonly string[] Pages = ["", "jadwal", "kecamatan", "verifikasi", "bantuan", "privasi", "aksesibilitas", "kontak"];

    /// <summary>Adds <c>/robots.txt</c> and <c>/sitemap.xml</c>.</summary>
    public static void MapSite(this IEndpointRouteBuilder routes)
    {
        var site = routes.MapGroup(string.Empty).AllowAnonymous().CacheOutput(PublishedPageCache.Name).ExcludeFromDescription();
        site.MapGet("/robots.txt", (PublicAddress address) => TypedResults.Text(RobotsOf(address)));
        site.MapGet(
            "/sitemap.xml",
            async (PublishedSchedules schedules, Gazetteer gazetteer, PublicAddress address, CancellationToken cancellationToken) =>
            {
                var paths = PathsOf(await schedules.EverAsync(cancellationToken), await schedules.AllAsync(cancellationToken), gazetteer);
                return TypedResults.Text(
                    new XDocument(
                        new XElement(
                            Map + "urlset",
                            paths.Select(path => new XElement(Map + "url", new XElement(Map + "loc", address.Of(path).AbsoluteUri)))
                        )
                    ).ToString(SaveOptions.DisableFormatting),
                    "application/xml"
                );
            }
        );
    }

    private static string RobotsOf(PublicAddress address) =>
        string.Join(
            '\n',
            [
                "User-agent: *",
                .. Closed.Select(path => $"Disallow: {path}"),
                $"Sitemap: {address.Of("sitemap.xml").AbsoluteUri}",
                string.Empty,
            ]
        );

    private static IEnumerable<string> PathsOf(
        IReadOnlyList<PublishedSchedule> ever,
        IReadOnlyList<PublishedSchedule> inForce,
        Gazetteer gazetteer
    ) =>
        [
            .. Pages,
            .. inForce.SelectMany(schedule =>
                schedule
                    .Annex.Rows.Where(row => row.Number is not null)
                    .Select(row => string.Create(CultureInfo.InvariantCulture, $"jadwal/{schedule.Annex.Period.Year}/{row.Number}"))
                    .Prepend(string.Create(CultureInfo.InvariantCulture, $"jadwal/{schedule.Annex.Period.Year}"))
            ),
            .. ever.Select(schedule =>
                string.Create(CultureInfo.InvariantCulture, $"instruksi/{schedule.Instruction.Year}/{schedule.Instruction.Number}")
            ),
            .. gazetteer.Kecamatan.Select(kecamatan => $"kecamatan/{kecamatan.Code}"),
        ];
}
