using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Roster.Sundays;
using KerjaBhakti.Tests;
using static KerjaBhakti.Roster.Tests.Substitutions.Roster2015;

namespace KerjaBhakti.Roster.Tests.Reports;

/// <summary>What is to be reminded of, as of the duty of Sunday, 7 June 2015, whose report is on time until Sunday, 14 June.</summary>
public class ReminderTests
{
    private static SundayDuty Duty => Over().Of(12, FirstSunday)!;

    [Theory]
    [InlineData(11, null)]
    [InlineData(12, ReminderKind.LastDay)]
    [InlineData(13, null)]
    [InlineData(15, ReminderKind.Overdue)]
    [InlineData(26, ReminderKind.Overdue)]
    [InlineData(29, null)]
    public void For_AMissingReport_IsOnTheLastWorkingDayAndForTwoWeeksAfterTheTerm(int day, ReminderKind? expected)
    {
        Assert.Equal(expected, Of(new(2015, 6, day), status: null));
        Assert.Equal(expected, Of(new(2015, 6, day), ReportStatus.Draft));
    }

    [Fact]
    public void For_ATermThatEndsInALongHoliday_IsOnTheLastWorkingDayBeforeIt() =>
        Assert.Equal(ReminderKind.LastDay, Of(new(2015, 6, 10), status: null, off: [new(2015, 6, 11), new(2015, 6, 12)]));

    [Fact]
    public void For_ADayOnWhichOfficesAreClosed_IsNone() => Assert.Null(Of(new(2015, 6, 15), status: null, off: [new(2015, 6, 15)]));

    [Fact]
    public void For_ATermThatEndsBeforeAnyWorkingDay_IsOnlyWhenItIsOver()
    {
        var rule = new ReminderRule(DaysGiven: 0, new WorkingDays([]));

        Assert.Null(rule.For(Duty, status: null, returnedOn: null, FirstSunday.AddDays(-2)));
        Assert.Equal(ReminderKind.Overdue, rule.For(Duty, status: null, returnedOn: null, FirstSunday.AddDays(1)));
    }

    [Fact]
    public void For_WhatWasReportedOrCalledOff_IsNone()
    {
        Assert.Null(Of(new(2015, 6, 15), ReportStatus.Sent));
        Assert.Null(Of(new(2015, 6, 15), ReportStatus.Verified));
        var cancelled = new Overlay(InForce, [], Cancelling(FirstSunday)).Of(12, FirstSunday)!;
        Assert.Null(new ReminderRule(7, new WorkingDays([])).For(cancelled, status: null, returnedOn: null, new(2015, 6, 15)));
    }

    [Theory]
    [InlineData(15, null)]
    [InlineData(16, ReminderKind.Returned)]
    [InlineData(29, ReminderKind.Returned)]
    [InlineData(30, null)]
    public void For_AReturnedReport_IsFromTheDayAfterForTwoWeeks(int day, ReminderKind? expected) =>
        Assert.Equal(expected, Of(new(2015, 6, day), ReportStatus.Returned, returnedOn: new(2015, 6, 15)));

    [Fact]
    public void Repeat_OfAMailThatDidNotFail_IsRefused()
    {
        var mail = ReminderMail.Begin("a", [new Reminder(Schedule, 12, FirstSunday, ReminderKind.LastDay, Reminder.NoReturn)], Seed.Now);
        Assert.Throws<RosterRefusedException>(() => mail.Repeat(Seed.Now));

        mail.Fail(new string('x', ReminderMail.FailureLength + 1), Seed.Now);
        Assert.Equal(ReminderMail.FailureLength, mail.Failure!.Length);
        mail.Repeat(Seed.Now.AddHours(1));
        Assert.Equal((ReminderStatus.Begun, null, null), (mail.Status, mail.Failure, mail.EndedAt));

        mail.Succeed(Seed.Now.AddHours(2));
        Assert.Throws<RosterRefusedException>(() => mail.Repeat(Seed.Now.AddHours(3)));
    }

    private static ReminderKind? Of(DateOnly today, ReportStatus? status, DateOnly? returnedOn = null, params DateOnly[] off) =>
        new ReminderRule(DaysGiven: 7, new WorkingDays(off)).For(Duty, status, returnedOn, today);
}
