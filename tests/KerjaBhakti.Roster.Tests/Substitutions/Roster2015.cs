using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Roster.Sundays;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Substitutions;

/// <summary>
/// The annex of 2015 in force, with a post behind each row whose key is the row's number plus 1000, and one post that stands in no row.
/// </summary>
internal static class Roster2015
{
    public static readonly Guid Schedule = new("01960000-0000-7000-8000-000000000001");

    public static readonly DateOnly Today = new(2015, 6, 5);

    public static readonly DateOnly FirstSunday = new(2015, 6, 7);

    public static readonly DateOnly SecondSunday = new(2015, 6, 14);

    public static readonly Person PersonA = new("a", "Pejabat A");

    public static readonly Person Secretariat = new("s", "Sekretariat");

    public static readonly Person Secretary = new("d", "Sekda");

    public static readonly Post Free = new(2000, "Unit Cadangan", "Unit Cadangan", WorkUnitCategory.Bureau);

    public static IssuedAnnex InForce { get; } = Issued(Schedule, "Lampiran Instruksi Gubernur 118/2015", Seed.Annex);

    public static IReadOnlyList<Post> Posts { get; } = [.. Seed.Annex.Rows.Select(row => PostOf(row.Number!.Value)), Free];

    public static Circumstances Now => new(InForce, Today, SundayRegister.Empty, [], []);

    public static Post PostOf(int row) => new(1000 + row, Seed.Annex.Rows[row - 1].Label, $"Unit {row}", (WorkUnitCategory)(row % 10));

    public static Proposal By(int? row = null) =>
        new(row is null ? Secretariat : PersonA, row is { } own ? 1000 + own : null, "Dinas luar kota");

    public static DutySpan On(DateOnly sunday) => new DutySpan.OneSunday(sunday);

    public static DutySpan In(int month) => new DutySpan.WholeMonth(new RosterMonth(2015, month));

    public static Overlay Over(params Substitution[] substitutions) => new(InForce, substitutions, SundayRegister.Empty);

    public static Substitution StandIn(int row, int substitute, DateOnly sunday) =>
        Substitution.StandIn(row, PostOf(substitute), On(sunday), By(row), Now, Seed.Now);

    public static Substitution Approved(Substitution proposed, Circumstances? now = null)
    {
        foreach (var side in proposed.Consents.Where(consent => consent.At is null))
        {
            proposed.Accept(side.PositionId, PersonA, (now ?? Now).Annex, Seed.Now);
        }

        proposed.Approve(Secretary, now ?? Now, Seed.Now);
        return proposed;
    }

    public static SundayRegister Cancelling(DateOnly sunday, string reason = "Banjir") =>
        new([], [new SundayDecision(sunday, dutyStands: false, reason, Secretariat, Seed.Now)]);

    public static IssuedAnnex Issued(Guid schedule, string name, Annex annex) =>
        new(schedule, name, annex, [.. annex.Rows.Select(row => PostOf(row.Number!.Value))]);
}
