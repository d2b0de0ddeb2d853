using System.Globalization;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Searching;

namespace KerjaBhakti.Web.Roster.Published;

/// <summary>A kind of thing that everybody may find.</summary>
public enum PublicKind
{
    /// <summary>A post in the newest annex in force.</summary>
    Post,

    /// <summary>A kecamatan.</summary>
    District,

    /// <summary>A city.</summary>
    City,

    /// <summary>An Instruction that was ever issued.</summary>
    Instruction,

    /// <summary>A page.</summary>
    Page,
}

/// <summary>Something everybody may find.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Text">What it is called.</param>
/// <param name="Path">Its page.</param>
public sealed record PublicThing(PublicKind Kind, string Text, string Path)
{
    /// <summary>What tells it from others of the same name.</summary>
    public string? Detail { get; init; }
}

/// <summary>
/// Everything that everybody may find, by the words people use: the search of the front page, Ctrl+K and the API ask here. Made once and
/// kept until <see cref="PublicationStamp"/> says that something changed.
/// </summary>
public sealed class PublicIndex(PublishedSchedules schedules, PublishedPostAliases aliases, Gazetteer gazetteer, PublicationStamp stamp)
{
    /// <summary>The pages that are found by name, each with the words people use for it.</summary>
    private static readonly (string Text, string Path, string[] Words)[] Pages =
    [
        ($"Hari {Served.Day} ini", "/", ["jadwal minggu ini", "siapa bertugas"]),
        ("Jadwal", "/jadwal", ["lampiran unduh PDF xlsx csv"]),
        ("Daftar kecamatan", "/kecamatan", ["wilayah"]),
        ("Periksa kode pada kertas lampiran", "/verifikasi", ["verifikasi keaslian QR"]),
        ("Bantuan", "/bantuan", ["cara memakai peramban pertanyaan"]),
        ("Privasi", "/privasi", ["data pribadi kuki"]),
        ("Aksesibilitas", "/aksesibilitas", ["pembaca layar disabilitas"]),
        ("Kontak", "/kontak", ["hubungi alamat telepon surel"]),
    ];

    private volatile Made? made;

    /// <summary>What fits best, the best first; what is only spelled like it where nothing fits.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async ValueTask<IReadOnlyList<SearchHit<PublicThing>>> FindAsync(string? text, int most, CancellationToken cancellationToken)
    {
        // Taken before reading: what changes meanwhile is read anew the next time.
        var version = await stamp.ReadAsync(cancellationToken);
        if (made is not { } known || known.Version != version)
        {
            known = new Made(
                version,
                SearchIndex.Of(
                    Of(
                        await schedules.EverAsync(cancellationToken),
                        await schedules.AllAsync(cancellationToken),
                        await aliases.ReadAsync(cancellationToken),
                        gazetteer
                    )
                )
            );
            made = known;
        }

        return known.Index.Find(text, most);
    }

    /// <summary>Everything there is to find.</summary>
    /// <param name="ever">Every annex that was ever issued.</param>
    /// <param name="inForce">Those in force, the newest first.</param>
    /// <param name="aliases">The short names of posts.</param>
    /// <param name="gazetteer">The register of kecamatan.</param>
    private static IEnumerable<SearchEntry<PublicThing>> Of(
        IReadOnlyList<PublishedSchedule> ever,
        IReadOnlyList<PublishedSchedule> inForce,
        PostAliases aliases,
        Gazetteer gazetteer
    ) =>
        [
            .. inForce.Take(1).SelectMany(schedule => PostsOf(schedule, aliases)),
            .. gazetteer.Kecamatan.Select(kecamatan => new SearchEntry<PublicThing>(
                new PublicThing(PublicKind.District, kecamatan.Name, $"/kecamatan/{kecamatan.Code}")
                {
                    Detail = gazetteer[kecamatan.Code.City].ShortName,
                },
                [kecamatan.Name, .. kecamatan.Aliases, kecamatan.Code.ToString(), $"Kecamatan {kecamatan.Name}"]
            )),
            .. gazetteer.Cities.Select(city => new SearchEntry<PublicThing>(
                new PublicThing(PublicKind.City, city.ShortName, $"/kecamatan#kota-{city.Code}") { Detail = city.Name },
                [city.ShortName, city.Name, city.Joined(), city.Code.ToString()]
            )),
            .. ever.Select(OfInstruction),
            .. Pages.Select(page => new SearchEntry<PublicThing>(
                new PublicThing(PublicKind.Page, page.Text, page.Path),
                [page.Text, .. page.Words]
            )),
        ];

    private static IEnumerable<SearchEntry<PublicThing>> PostsOf(PublishedSchedule schedule, PostAliases aliases) =>
        schedule
            .Annex.Rows.Where(row => row.Number is not null)
            .Select(row => new SearchEntry<PublicThing>(
                new PublicThing(
                    PublicKind.Post,
                    row.Label,
                    string.Create(CultureInfo.InvariantCulture, $"/jadwal/{schedule.Annex.Period.Year}/{row.Number}")
                )
                {
                    Detail = $"Baris {row.Number}",
                },
                NamesOf(row.Label, row.Number, aliases)
            ));

    private static SearchEntry<PublicThing> OfInstruction(PublishedSchedule schedule)
    {
        var instruction = schedule.Instruction;
        return new SearchEntry<PublicThing>(
            new PublicThing(
                PublicKind.Instruction,
                $"{Served.Instrument} {instruction.Reference}",
                string.Create(CultureInfo.InvariantCulture, $"/instruksi/{instruction.Year}/{instruction.Number}")
            )
            {
                Detail = schedule.Annex.Period.ToString(),
            },
            [
                $"{Served.Instrument} {instruction.Reference}",
                $"{Served.Institution.Head.InstrumentCode} {instruction.Number} Tahun {instruction.Year}",
                $"Nomor {instruction.Number}",
                instruction.Subject,
            ]
        );
    }

    /// <summary>What a post in a row is known by: its label, its short names, its first letters, the number of its row.</summary>
    internal static IReadOnlyList<string> NamesOf(string label, int? row, PostAliases aliases) =>
        [.. ((string?[])[label, .. aliases.Of(label), Acronym.Of(label), row is { } number ? $"Baris {number}" : null]).OfType<string>()];

    private sealed record Made(long Version, SearchIndex<PublicThing> Index);
}
