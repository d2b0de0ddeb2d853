using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Web.Roster.Published;

namespace KerjaBhakti.Web.Roster.Own;

/// <summary>A duty with the standing of its report.</summary>
/// <param name="Duty">The row and the Sunday, as they really are.</param>
/// <param name="Report">Where its report stands; null where there is none.</param>
public sealed record OwnDuty(SundayDuty Duty, ReportStatus? Report)
{
    /// <summary>The date.</summary>
    public DateOnly Date => Duty.Date;

    /// <summary>Whether the secretariat has its report.</summary>
    public bool IsReported => Report is ReportStatus.Sent or ReportStatus.Verified;

    /// <summary>The page of its report.</summary>
    public string ReportPath => $"/saya/laporan/{Duty.Row}/{Duty.Date:O}";
}

/// <summary>What an official sees first.</summary>
/// <param name="Today">The local date.</param>
/// <param name="Posts">The posts the account acts for; none where it stands for nobody.</param>
/// <param name="Duties">Every duty of these posts, and those they stand in for, in order of date: of the year before today and the year
/// after.</param>
/// <param name="Annex">The annex in force today; null where there is none.</param>
public sealed record OwnDutyView(DateOnly Today, IReadOnlyList<Post> Posts, IReadOnlyList<OwnDuty> Duties, IssuedAnnex? Annex)
{
    /// <summary>The newest annex whose months have begun, in force or not; null where there is none.</summary>
    public PublishedSchedule? Newest { get; init; }

    /// <summary>How many substitutions these posts are asked to agree to.</summary>
    public int Asked { get; init; }

    /// <summary>How many substitutions of these posts wait for another side or for a decision.</summary>
    public int Pending { get; init; }

    /// <summary>The rows of the posts in the annex in force, each with its duties of this month and what follows.</summary>
    public IReadOnlyList<OwnRow> Rows =>
        Annex is null
            ? []
            :
            [
                .. from post in Posts
                from number in Annex.RowsOf(post.Id)
                select new OwnRow(
                    number,
                    Annex.RowWith(number)!,
                    [.. Duties.Where(own => own.Duty.ScheduleId == Annex.ScheduleId && own.Duty.Row == number)],
                    Today
                ),
            ];

    /// <summary>The posts that stand in no row of the annex in force.</summary>
    public IReadOnlyList<Post> PostsWithoutRow => Annex is null ? [] : [.. Posts.Where(post => !Annex.RowsOf(post.Id).Any())];

    /// <summary>What has to be reported and is not: returned ones first, then the latest Sunday first.</summary>
    public IReadOnlyList<OwnDuty> ToReport =>
        [
            .. Duties
                .Where(own => own.Date <= Today && !own.IsReported && IsServed(own))
                .OrderByDescending(own => own.Report == ReportStatus.Returned)
                .ThenByDescending(own => own.Date),
        ];

    /// <summary>What was sent or verified, the latest Sunday first.</summary>
    public IReadOnlyList<OwnDuty> Reported =>
        [.. Duties.Where(own => own.Date <= Today && own.IsReported && IsServed(own)).OrderByDescending(own => own.Date)];

    /// <summary>The Sundays to come on which these posts serve for somebody else.</summary>
    public IReadOnlyList<OwnDuty> StandingIn =>
        [.. Duties.Where(own => own.Date >= Today && own.Duty.IsSubstituted && Posts.Any(post => post.Id == own.Duty.Turn!.SubstituteId))];

    private bool IsServed(OwnDuty own) => Posts.Any(post => post.Id == own.Duty.ServingPost);
}

/// <summary>A row of the annex in force that is one's own.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Row">The row as printed.</param>
/// <param name="Duties">Its duties, in order of date.</param>
/// <param name="Today">The local date.</param>
public sealed record OwnRow(int Number, AnnexRow Row, IReadOnlyList<OwnDuty> Duties, DateOnly Today)
{
    /// <summary>The duties of this month.</summary>
    public IReadOnlyList<OwnDuty> ThisMonth => [.. Duties.Where(own => RosterMonth.Of(own.Date) == RosterMonth.Of(Today))];

    /// <summary>The duties of the months after this one, by month.</summary>
    public IReadOnlyList<IGrouping<RosterMonth, OwnDuty>> Later =>
        [.. Duties.Where(own => RosterMonth.Of(own.Date).CompareTo(RosterMonth.Of(Today)) > 0).GroupBy(own => RosterMonth.Of(own.Date))];

    /// <summary>The next duty that stands, today's included; null where none is left.</summary>
    public OwnDuty? Next => Duties.FirstOrDefault(own => own.Date >= Today && !own.Duty.IsCancelled);

    /// <summary>The Sundays to come on which another post serves.</summary>
    public IReadOnlyList<OwnDuty> GivenAway => [.. Duties.Where(own => own.Date >= Today && own.Duty.IsSubstituted)];
}
