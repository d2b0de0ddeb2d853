using FsCheck.Fluent;
using KerjaBhakti.Roster.Positions;

namespace KerjaBhakti.Roster.Tests.Positions;

public class IncumbenciesTests
{
    private static readonly Guid A = Guid.CreateVersion7();

    private static readonly Guid B = Guid.CreateVersion7();

    private readonly Incumbencies holders = new(7, []);

    [Fact]
    public void Appoint_TheNext_EndsTheOneBeforeOnTheDayBefore()
    {
        holders.Appoint(A, IncumbencyKind.Definitive, new(2015, 1, 1));
        holders.Appoint(B, IncumbencyKind.Definitive, new(2015, 7, 1));

        Assert.Equal(A, holders.On(new(2015, 6, 30))!.OfficialId);
        Assert.Equal(B, holders.On(new(2015, 7, 1))!.OfficialId);
        Assert.Null(holders.On(new(2014, 12, 31)));
        Assert.Equal(new DateOnly(2015, 6, 30), holders.All[0].To);
    }

    [Fact]
    public void Appoint_BeforeOneThatFollows_IsRefusedUnlessItEndsBefore()
    {
        holders.Appoint(A, IncumbencyKind.Definitive, new(2015, 7, 1));

        Assert.Contains(
            "1 Juli 2015",
            Refusal(() => holders.Appoint(B, IncumbencyKind.Definitive, new(2015, 1, 1))),
            StringComparison.Ordinal
        );
        Assert.NotNull(holders.Appoint(B, IncumbencyKind.Definitive, new(2015, 1, 1), new(2015, 6, 30)));
        Refusal(() => holders.Appoint(B, IncumbencyKind.Definitive, new(2015, 7, 1)));
    }

    [Fact]
    public void Appoint_SomebodyActing_ActsBeforeTheHolderAndEndsWithTheNextDefinitiveOne()
    {
        holders.Appoint(A, IncumbencyKind.Definitive, new(2015, 1, 1));
        holders.Appoint(B, IncumbencyKind.DailyActing, new(2015, 6, 1), new(2015, 6, 7));
        var vacancy = holders.Appoint(B, IncumbencyKind.Acting, new(2015, 8, 1));

        Assert.Equal((B, "Plh. "), (holders.On(new(2015, 6, 7))!.OfficialId, holders.On(new(2015, 6, 7))!.Prefix));
        Assert.Equal(A, holders.On(new(2015, 6, 8))!.OfficialId);
        holders.Appoint(B, IncumbencyKind.Definitive, new(2015, 9, 1));
        Assert.Equal(new DateOnly(2015, 8, 31), vacancy.To);
        Assert.Equal(string.Empty, holders.On(new(2015, 9, 1))!.Prefix);
    }

    [Fact]
    public void End_BeforeItBeganOrIntoTheNextOne_IsRefused()
    {
        var first = holders.Appoint(A, IncumbencyKind.Definitive, new(2015, 1, 1));
        holders.Appoint(B, IncumbencyKind.Definitive, new(2015, 7, 1));

        Refusal(() => holders.End(first, new(2014, 12, 31)));
        Refusal(() => holders.End(first, new(2015, 7, 1)));
        holders.End(first, new(2015, 3, 31));
        Assert.Null(holders.On(new(2015, 4, 1)));
    }

    [Fact]
    public void End_TheHolderWhileSomebodyActs_LeavesTheOneWhoActs()
    {
        var holder = holders.Appoint(A, IncumbencyKind.Definitive, new(2015, 1, 1));
        holders.Appoint(B, IncumbencyKind.Acting, new(2015, 8, 1));

        holders.End(holder, new(2015, 9, 30));

        Assert.Equal(B, holders.On(new(2015, 10, 1))!.OfficialId);
    }

    [Fact]
    public void AnyAppointments_NeverLeaveTwoDefinitiveOrTwoActingHoldersOnOneDay() =>
        Property.HoldsForLists(
            from kind in Gen.Elements(Enum.GetValues<IncumbencyKind>())
            from start in Gen.Choose(0, 40)
            from length in Gen.Choose(-1, 20)
            select (kind, start, length),
            appointments =>
            {
                var many = new Incumbencies(7, []);
                foreach (var (kind, start, length) in appointments)
                {
                    var from = new DateOnly(2015, 1, 1).AddDays(start);
                    try
                    {
                        many.Appoint(A, kind, from, length < 0 ? null : from.AddDays(length));
                    }
                    catch (RosterRefusedException)
                    {
                        // Refused is as good; what matters is that nobody overlaps.
                    }
                }

                Assert.All(many.All, item => Assert.True(item.To is null || item.To >= item.From));
                foreach (var day in Enumerable.Range(0, 70).Select(new DateOnly(2015, 1, 1).AddDays))
                {
                    var present = many.All.Where(item => item.Covers(day)).ToLookup(item => item.Kind == IncumbencyKind.Definitive);
                    Assert.InRange(present[true].Count(), 0, 1);
                    Assert.InRange(present[false].Count(), 0, 1);
                }
            }
        );

    private static string Refusal(Action step) => Assert.Throws<RosterRefusedException>(step).Message;
}
