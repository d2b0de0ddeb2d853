using System.Globalization;

namespace KerjaBhakti.Roster.Schedules;

/// <summary>The months of a schedule: consecutive, 1 to 12 of them, in one calendar year or over the turn of the year.</summary>
public sealed record RosterPeriod
{
    /// <summary>The most months: each month of the year stands once, so that a month's name tells which one is meant.</summary>
    public const int MostMonths = 12;

    /// <summary>The months from <paramref name="first"/> to <paramref name="last"/>, the last one included.</summary>
    /// <exception cref="ArgumentException">The last month lies before the first, or there are more than twelve.</exception>
    public RosterPeriod(RosterMonth first, RosterMonth last)
    {
        if (last.CompareTo(first) < 0 || last.MonthsSince(first) >= MostMonths)
        {
            throw new ArgumentException($"A period has 1 to {MostMonths} months, not those from {first} to {last}.", nameof(last));
        }

        First = first;
        Last = last;
        Months = [.. Enumerable.Range(0, last.MonthsSince(first) + 1).Select(first.Plus)];
    }

    /// <summary>The first month.</summary>
    public RosterMonth First { get; }

    /// <summary>The last month, included.</summary>
    public RosterMonth Last { get; }

    /// <summary>The year it is called by: that of its first month, also where it goes on into the next.</summary>
    public int Year => First.Year;

    /// <summary>Whether it goes on into the next year.</summary>
    public bool CrossesTheYear => Last.Year != First.Year;

    /// <summary>Its years as people write them: "2015", "2015–2016".</summary>
    public string Years =>
        CrossesTheYear
            ? string.Create(CultureInfo.InvariantCulture, $"{First.Year}–{Last.Year}")
            : First.Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>Every month in order, 1 to 12 of them.</summary>
    public IReadOnlyList<RosterMonth> Months { get; }

    /// <summary>Whether the month is one of the period.</summary>
    public bool Contains(RosterMonth month) => month.CompareTo(First) >= 0 && month.CompareTo(Last) <= 0;

    /// <summary>The month of the period with the same name as another month, of whatever year; null where it has none.</summary>
    public RosterMonth? SameMonth(RosterMonth month)
    {
        var same = First.Plus((month.Month - First.Month + 12) % 12);
        return Contains(same) ? same : null;
    }

    /// <summary>
    /// How a month of the period heads its column: "Mei", or "Januari 2016" where the period goes over the turn of the year.
    /// </summary>
    public string HeadOf(RosterMonth month) =>
        CrossesTheYear ? string.Create(CultureInfo.InvariantCulture, $"{month.Name} {month.Year}") : month.Name;

    /// <summary>The place of a month in the period, counted from zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The month is not of the period.</exception>
    public int IndexOf(RosterMonth month) =>
        Contains(month)
            ? month.MonthsSince(First)
            : throw new ArgumentOutOfRangeException(nameof(month), month, "Not a month of this period.");

    /// <inheritdoc/>
    public bool Equals(RosterPeriod? other) => other is not null && First == other.First && Last == other.Last;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(First, Last);

    /// <summary>
    /// The period in words: "Mei s.d. Desember 2015", "November 2015 s.d. Januari 2016", or one month's name where it has only one.
    /// </summary>
    public override string ToString() =>
        First == Last ? string.Create(CultureInfo.InvariantCulture, $"{First.Name} {Year}")
        : CrossesTheYear ? $"{HeadOf(First)} s.d. {HeadOf(Last)}"
        : string.Create(CultureInfo.InvariantCulture, $"{First.Name} s.d. {Last.Name} {Year}");
}
