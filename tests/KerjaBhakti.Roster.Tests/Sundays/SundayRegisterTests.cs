using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Sundays;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Sundays;

public class SundayRegisterTests
{
    private static readonly DateOnly Waisak = new(2026, 5, 31);

    private static readonly Person Secretariat = new("s", "Sekretariat");

    private static readonly Holiday Holiday = new(Waisak, "Hari Raya Waisak 2570 BE", HolidayKind.NationalHoliday, "SKB 3 Menteri");

    [Fact]
    public void On_AHolidayNobodyDecidedAbout_DutyStandsAndADecisionIsDue()
    {
        var standing = new SundayRegister([Holiday], []).On(Waisak);

        Assert.False(standing.IsCancelled);
        Assert.True(standing.NeedsDecision);
        Assert.Equal([Holiday], standing.Holidays);
    }

    [Fact]
    public void On_ASundayDecidedTwice_TheLastDecisionCounts()
    {
        var first = Decision(stands: false, Seed.Now);
        var second = Decision(stands: true, Seed.Now.AddDays(1));

        Assert.True(new SundayRegister([Holiday], [first]).On(Waisak).IsCancelled);
        Assert.False(new SundayRegister([Holiday], [second, first]).On(Waisak).IsCancelled);
        Assert.False(new SundayRegister([Holiday], [first, second]).On(Waisak).NeedsDecision);
    }

    [Fact]
    public void On_TwoDecisionsOfOneInstant_TheOneMadeLaterCounts()
    {
        var first = Decision(stands: true, Seed.Now);
        var second = Decision(stands: false, Seed.Now);
        var later = first.Id.CompareTo(second.Id) > 0 ? first : second;

        Assert.Equal(later, new SundayRegister([], [first, second]).On(Waisak).Decision);
        Assert.Equal(later, new SundayRegister([], [second, first]).On(Waisak).Decision);
    }

    [Fact]
    public void Decision_OnADayThatIsNoSundayOrWithoutAReason_IsRefused()
    {
        Assert.Throws<RosterRefusedException>(() => new SundayDecision(Waisak.AddDays(1), true, "Tetap", Secretariat, Seed.Now));
        Assert.Throws<RosterRefusedException>(() => new SundayDecision(Waisak, true, " ", Secretariat, Seed.Now));
    }

    private static SundayDecision Decision(bool stands, DateTimeOffset at) => new(Waisak, stands, "Hari raya", Secretariat, at);
}
