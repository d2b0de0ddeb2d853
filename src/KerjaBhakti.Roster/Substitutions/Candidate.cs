using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Substitutions;

/// <summary>A position that could stand in, and what speaks for it.</summary>
/// <param name="Post">The position.</param>
/// <param name="DaysFromOwnDuty">
/// How many days lie between the Sundays in question and the nearest one on which it serves itself: 0 where it serves on one of them, null
/// where it never serves.
/// </param>
/// <param name="Nearness">How far its own place of those Sundays is; meaningful only where it serves on one of them.</param>
/// <param name="SoFar">On how many Sundays of this annex it stands in already; swaps do not count, they are repaid.</param>
public sealed record Candidate(Post Post, int? DaysFromOwnDuty, Nearness Nearness, int SoFar)
{
    /// <summary>Whether it has nothing else to do on those Sundays.</summary>
    public bool IsFree => DaysFromOwnDuty != 0;

    /// <summary>Why it stands where it does, in a sentence.</summary>
    public string Why => $"{Duties}; {(SoFar == 0 ? "belum pernah menggantikan" : $"sudah menggantikan pada {SoFar} hari {Served.Day}")}.";

    private string Duties =>
        DaysFromOwnDuty switch
        {
            null => "Tidak mempunyai tugas sendiri dalam lampiran ini",
            0 => Nearness switch
            {
                Nearness.SameKecamatan => "Bertugas sendiri pada hari itu di kecamatan yang sama",
                Nearness.SameCity => "Bertugas sendiri pada hari itu di kota yang sama",
                Nearness.Elsewhere => "Bertugas sendiri pada hari itu di kota lain",
            },
            { } days => $"Bebas pada hari itu; tugas sendiri yang terdekat berjarak {days} hari",
        };

    /// <summary>
    /// Who could stand in for a row, the best first: free on all those Sundays, then furthest from own duties, then fewest substitutions so
    /// far. In an annex in which everybody serves every Sunday nobody is free; there, who serves nearest to the place comes first. Left out
    /// are the row's own post, whoever is away, stands in on one of those Sundays, or is substituted itself. Equal ones stand in order of
    /// name and key, so that everybody sees the same list.
    /// </summary>
    /// <param name="row">The number of the row.</param>
    /// <param name="sundays">The Sundays, at least one.</param>
    /// <param name="posts">Every position.</param>
    /// <param name="now">What the rules look at.</param>
    public static IReadOnlyList<Candidate> For(int row, IReadOnlyList<DateOnly> sundays, IEnumerable<Post> posts, Circumstances now)
    {
        var period = now.Annex.Annex.Period;
        var duties = new Overlay(now.Annex, now.Known, now.Sundays)
            .Between(period.First.FirstDay, period.Last.FirstDay.AddMonths(1).AddDays(-1))
            .Where(duty => duty.ServingPost is not null)
            .ToLookup(duty => duty.ServingPost!.Value);
        var open = now
            .Known.Where(known => known.IsOpen && known.ScheduleId == now.Annex.ScheduleId)
            .SelectMany(known => known.Turns)
            .ToList();
        var busy = open.Where(turn => sundays.Contains(turn.Sunday))
            .SelectMany(turn => new[] { turn.SubstituteId, now.Annex.PostOf(turn.Row)?.Id ?? turn.SubstituteId })
            .ToHashSet();
        var soFar = now
            .Known.Where(known => known is { Kind: SubstitutionKind.StandIn } && known.ScheduleId == now.Annex.ScheduleId)
            .SelectMany(known => known.Turns.Where(turn => known.HoldsOn(turn.Sunday)))
            .CountBy(turn => turn.SubstituteId)
            .ToDictionary();
        return
        [
            .. posts
                .Where(post =>
                    post.Id != now.Annex.PostOf(row)?.Id && !busy.Contains(post.Id) && !sundays.Any(sunday => now.IsAway(post.Id, sunday))
                )
                .Select(post => new Candidate(
                    post,
                    DaysBetween(sundays, duties[post.Id]),
                    NearnessOf(row, sundays, duties[post.Id], now.Annex),
                    soFar.GetValueOrDefault(post.Id)
                ))
                .OrderByDescending(candidate => candidate.DaysFromOwnDuty ?? int.MaxValue)
                .ThenBy(candidate => candidate.IsFree ? Nearness.SameKecamatan : candidate.Nearness)
                .ThenBy(candidate => candidate.SoFar)
                .ThenBy(candidate => candidate.Post.Name, StringComparer.Ordinal)
                .ThenBy(candidate => candidate.Post.Id),
        ];
    }

    private static int? DaysBetween(IReadOnlyList<DateOnly> sundays, IEnumerable<SundayDuty> own) =>
        own.Select(duty => (int?)sundays.Min(sunday => Math.Abs(sunday.DayNumber - duty.Date.DayNumber))).Min();

    private static Nearness NearnessOf(int row, IReadOnlyList<DateOnly> sundays, IEnumerable<SundayDuty> own, IssuedAnnex annex) =>
        own.Where(duty => sundays.Contains(duty.Date))
            .Select(duty => annex.DutyOf(row, duty.Date) is { } needed ? Between(needed, duty.Duty) : Nearness.Elsewhere)
            .DefaultIfEmpty(Nearness.Elsewhere)
            .Max();

    private static Nearness Between(Duty one, Duty other) =>
        one.Kecamatan is { } kecamatan && kecamatan == other.Kecamatan ? Nearness.SameKecamatan
        : (one.Kecamatan?.City ?? one.Region?.City) == (other.Kecamatan?.City ?? other.Region?.City) ? Nearness.SameCity
        : Nearness.Elsewhere;
}

/// <summary>How far two places of one Sunday lie apart.</summary>
public enum Nearness
{
    /// <summary>In one kecamatan.</summary>
    SameKecamatan,

    /// <summary>In one city.</summary>
    SameCity,

    /// <summary>In different cities.</summary>
    Elsewhere,
}
