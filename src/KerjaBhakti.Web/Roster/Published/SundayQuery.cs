using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Roster.Published;

/// <summary>
/// What the front page was asked for: a Sunday (<c>?tanggal=2015-06-07</c>), a month (<c>?bulan=2015-06</c>) or, without either, the coming
/// Sunday.
/// </summary>
public sealed record SundayQuery
{
    private SundayQuery() { }

    /// <summary>The Sunday; null where a month was asked for, or the question cannot be answered.</summary>
    public DateOnly? Sunday { get; private init; }

    /// <summary>The month; null where a Sunday was asked for, or the question cannot be answered.</summary>
    public RosterMonth? Month { get; private init; }

    /// <summary>Why the question cannot be answered, in a sentence for the reader; null where it can.</summary>
    public string? Problem { get; private init; }

    /// <summary>The Sunday to offer instead, where the question cannot be answered.</summary>
    public DateOnly? Offer { get; private init; }

    /// <summary>Reads the two parameters of the address; the Sunday counts where both are given.</summary>
    /// <param name="date">The text of <c>tanggal</c>, or null.</param>
    /// <param name="month">The text of <c>bulan</c>, or null.</param>
    /// <param name="today">The local date.</param>
    public static SundayQuery Read(string? date, string? month, DateOnly today)
    {
        if (!string.IsNullOrWhiteSpace(date))
        {
            return ReadDate(date.Trim(), today);
        }

        if (string.IsNullOrWhiteSpace(month))
        {
            return new SundayQuery { Sunday = Duty.NextSunday(today) };
        }

        return AddressValue.Month(month.Trim()) is { } read
            ? new SundayQuery { Month = read }
            : new SundayQuery
            {
                Problem = $"“{month.Trim()}” bukan bulan. Tulis tahun dan bulan seperti 2015-06.",
                Offer = Duty.NextSunday(today),
            };
    }

    private static SundayQuery ReadDate(string text, DateOnly today)
    {
        if (AddressValue.Date(text) is not { } date)
        {
            return new SundayQuery
            {
                Problem = $"“{text}” bukan tanggal. Tulis tahun, bulan, dan hari seperti 2015-06-07.",
                Offer = Duty.NextSunday(today),
            };
        }

        return Served.Institution.DutyDay.Is(date)
            ? new SundayQuery { Sunday = date }
            : new SundayQuery
            {
                Problem = $"{Indonesian.LongDate(date)} bukan hari {Served.Day}. Kerja bhakti dilaksanakan setiap hari {Served.Day}.",
                Offer = Nearest(date),
            };
    }

    // Three days on lies the nearest one, or past it.
    private static DateOnly Nearest(DateOnly date) => Served.Institution.DutyDay.OnOrBefore(date.AddDays(3));
}
