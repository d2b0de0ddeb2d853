using System.Diagnostics;
using KerjaBhakti.Roster.Searching;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Benchmarks.Duties;

/// <summary>How long the index behind the public search, Ctrl+K and the API takes with 10,000 posts.</summary>
internal static class SearchTimes
{
    private const int Posts = 10_000;
    private const int Rounds = 50;
    private const int MostHits = 10;

    // As people type: whole names, beginnings, short names, other spellings, codes, numbers, and what is misspelt.
    private static readonly string[] Typed =
    [
        "d",
        "dinas",
        "satpol pp",
        "satpolpp",
        "wali kota",
        "BPBD",
        "rsud koja",
        "pulo gadung",
        "31.75.03",
        "baris 4711",
        "dinas kesehatan 512",
        "kesehatan dinas",
        "jatinegra",
        "jati negra",
        "dinas kesehtan",
        "perpustkaan dan arsp",
        "qwerty uiop",
    ];

    public static void Run()
    {
        var start = Stopwatch.GetTimestamp();
        var index = SearchIndex.Of([
            .. Enumerable
                .Range(1, Posts)
                .Select(number => (Number: number, Seed.Annex.Rows[number % Seed.Annex.Rows.Count].Label))
                .Select(post => new SearchEntry<string>(
                    $"{post.Label} {post.Number}",
                    [
                        .. (
                            (string?[])
                                [
                                    $"{post.Label} {post.Number}",
                                    .. Seed.Aliases.Of(post.Label),
                                    Acronym.Of(post.Label),
                                    $"Baris {post.Number}",
                                ]
                        ).OfType<string>(),
                    ]
                )),
            .. Seed.Gazetteer.Kecamatan.Select(kecamatan => new SearchEntry<string>(
                kecamatan.Name,
                [kecamatan.Name, .. kecamatan.Aliases, kecamatan.Code.ToString()]
            )),
        ]);
        Console.WriteLine($"{Posts} posts and {Seed.Gazetteer.Kecamatan.Count} kecamatan: index made in {Elapsed(start):0} ms");

        // The first call compiles.
        Array.ForEach(Typed, text => index.Find(text, MostHits));
        var all = new List<double>();
        foreach (var text in Typed)
        {
            var times = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                var from = Stopwatch.GetTimestamp();
                index.Find(text, MostHits);
                times.Add(Elapsed(from));
            }

            all.AddRange(times);
            Console.WriteLine($"{text,-24} {times.Summary()}");
        }

        Console.WriteLine($"{"all",-24} {all.Summary()}");
    }

    private static double Elapsed(long from) => Stopwatch.GetElapsedTime(from).TotalMilliseconds;
}
