using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Roster.Substitutions;

namespace KerjaBhakti.Web.Roster.Reports;

/// <summary>A duty and its report.</summary>
/// <param name="Duty">The row and the Sunday, as they really are.</param>
/// <param name="Report">Its report; null where there is none.</param>
public sealed record BoardEntry(SundayDuty Duty, ReportLine? Report)
{
    /// <summary>Whether it had to be reported and is not: no report, a draft, or one that was returned.</summary>
    public bool IsMissing => !Duty.IsCancelled && Report is not { Status: ReportStatus.Sent or ReportStatus.Verified };

    /// <summary>Whether its report waits to be verified.</summary>
    public bool IsWaiting => Report is { Status: ReportStatus.Sent };
}

/// <summary>The reports of a year.</summary>
public sealed class ReportBoard
{
    /// <summary>The reports of a year.</summary>
    /// <param name="year">The year.</param>
    /// <param name="years">The years that have an annex, the newest first.</param>
    /// <param name="entries">The duties until today that the filter lets through, in order of date and row.</param>
    /// <param name="asked">The Sunday that was asked for; null where none was.</param>
    public ReportBoard(int year, IReadOnlyList<int> years, IReadOnlyList<BoardEntry> entries, DateOnly? asked)
    {
        Year = year;
        Years = years;
        var bySunday = entries.ToLookup(entry => entry.Duty.Date);
        Sundays = [.. bySunday.OrderByDescending(group => group.Key).Select(group => SundayCount.Of(group.Key, [.. group]))];
        Shown = Sundays.FirstOrDefault(sunday => sunday.Date == asked)
            ?? Sundays.FirstOrDefault(sunday => sunday.Missing > 0)
            ?? (Sundays.Count > 0 ? Sundays[0] : null);
        IReadOnlyList<BoardEntry> ofShown = Shown is null ? [] : [.. bySunday[Shown.Date]];
        Missing = [.. ofShown.Where(entry => entry.IsMissing)];
        Reported = [.. ofShown.Where(entry => !entry.IsMissing && entry.Report is not null)];
        Waiting = [.. entries.Where(entry => entry.IsWaiting)];
    }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>The years that have an annex, the newest first.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>The Sundays, the latest first.</summary>
    public IReadOnlyList<SundayCount> Sundays { get; }

    /// <summary>
    /// The Sunday whose rows are shown: the one asked for, else the latest on which something is missing, else the latest; null where there
    /// is none.
    /// </summary>
    public SundayCount? Shown { get; }

    /// <summary>Who has not reported the Sunday shown, in the order of the rows.</summary>
    public IReadOnlyList<BoardEntry> Missing { get; }

    /// <summary>What was reported of the Sunday shown, in the order of the rows.</summary>
    public IReadOnlyList<BoardEntry> Reported { get; }

    /// <summary>What waits to be verified, whatever its Sunday, the oldest first.</summary>
    public IReadOnlyList<BoardEntry> Waiting { get; }
}

/// <summary>A Sunday in numbers.</summary>
/// <param name="Date">The date.</param>
/// <param name="IsCancelled">Whether duty was called off.</param>
/// <param name="Planned">How many rows the annex names.</param>
/// <param name="Missing">How many have not reported.</param>
/// <param name="Waiting">How many reports wait to be verified.</param>
/// <param name="Verified">How many are verified.</param>
public sealed record SundayCount(DateOnly Date, bool IsCancelled, int Planned, int Missing, int Waiting, int Verified)
{
    internal static SundayCount Of(DateOnly date, IReadOnlyList<BoardEntry> entries) =>
        new(
            date,
            entries[0].Duty.IsCancelled,
            entries.Count,
            entries.Count(entry => entry.IsMissing),
            entries.Count(entry => entry.IsWaiting),
            entries.Count(entry => entry.Report is { Status: ReportStatus.Verified })
        );
}

/// <summary>A report as it is reviewed.</summary>
/// <param name="Report">The report with its photos.</param>
/// <param name="Duty">The row and the Sunday, as they really are.</param>
public sealed record ReviewedReport(ActivityReport Report, SundayDuty Duty);
