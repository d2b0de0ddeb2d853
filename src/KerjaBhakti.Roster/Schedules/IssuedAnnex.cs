using KerjaBhakti.Roster.Positions;

namespace KerjaBhakti.Roster.Schedules;

/// <summary>
/// An annex that was issued, with the post behind each of its rows: what substitutions, reports and calendars refer to. Immutable, as the
/// annex is.
/// </summary>
public sealed class IssuedAnnex
{
    private readonly Dictionary<int, (AnnexRow Row, Post? Post)> byNumber;

    /// <summary>An issued annex.</summary>
    /// <param name="scheduleId">The key of the schedule.</param>
    /// <param name="name">What people call it: "Lampiran Instruksi Gubernur 118/2015".</param>
    /// <param name="annex">The content; every row has a number of its own, as the issue demands.</param>
    /// <param name="posts">The post of each row, in the order of the rows; null where a row has none.</param>
    /// <exception cref="ArgumentException">A row has no number or one that stands twice, or the posts are not one for each row.</exception>
    public IssuedAnnex(Guid scheduleId, string name, Annex annex, IReadOnlyList<Post?> posts)
    {
        if (posts.Count != annex.Rows.Count || annex.Rows.Any(row => row.Number is null))
        {
            throw new ArgumentException("Every row of an issued annex has a number, and one place among the posts.", nameof(annex));
        }

        ScheduleId = scheduleId;
        Name = name;
        Annex = annex;
        byNumber = annex.Rows.Zip(posts).ToDictionary(pair => pair.First.Number!.Value);
    }

    /// <summary>The key of the schedule.</summary>
    public Guid ScheduleId { get; }

    /// <summary>What people call it.</summary>
    public string Name { get; }

    /// <summary>The content as printed.</summary>
    public Annex Annex { get; }

    /// <summary>A stored schedule that was issued, loaded with rows, assignments, positions and their work units.</summary>
    /// <exception cref="ArgumentException">It was never issued.</exception>
    public static IssuedAnnex Of(Schedule schedule) =>
        schedule.IsSealed
            ? new IssuedAnnex(
                schedule.Id,
                schedule.Name,
                schedule.ToAnnex(),
                [.. schedule.Rows.OrderBy(row => row.Order).Select(row => row.Position is { } position ? Post.Of(position) : null)]
            )
            : throw new ArgumentException("The schedule was never issued.", nameof(schedule));

    /// <summary>The row with this number; null where there is none.</summary>
    public AnnexRow? RowWith(int number) => byNumber.TryGetValue(number, out var found) ? found.Row : null;

    /// <summary>The post of a row; null where the row has none or there is no such row.</summary>
    public Post? PostOf(int number) => byNumber.TryGetValue(number, out var found) ? found.Post : null;

    /// <summary>The numbers of the rows a post serves in, in order; none where it stands in no row.</summary>
    public IEnumerable<int> RowsOf(int post) => byNumber.Where(pair => pair.Value.Post?.Id == post).Select(pair => pair.Key).Order();

    /// <summary>The duty of a row on a Sunday; null where it has none: outside the period, or where the cell names no kecamatan.</summary>
    public Duty? DutyOf(int number, DateOnly sunday)
    {
        var month =
            sunday.Year is >= 2000 and <= 2199 && Annex.Period.Contains(RosterMonth.Of(sunday))
                ? Annex.Period.IndexOf(RosterMonth.Of(sunday))
                : -1;
        return month >= 0 && RowWith(number) is { } row && (row.IsRegion || row.Cells[month].Kecamatan is not null)
            ? new Duty(row, sunday, row.Cells[month].Kecamatan)
            : null;
    }
}
