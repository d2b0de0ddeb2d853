namespace KerjaBhakti.Roster.Schedules;

/// <summary>The months of a schedule: consecutive, within one calendar year, one at least.</summary>
public sealed record RosterPeriod
{
    /// <summary>The months from <paramref name="first"/> to <paramref name="last"/>, the last one included.</summary>
    /// <exception cref="ArgumentException">The last month lies before the first, or in another year.</exception>
    public RosterPeriod(RosterMonth first, RosterMonth last)
    {
        if (last.CompareTo(first) < 0 || last.Year != first.Year)
        {
            throw new ArgumentException($"A period runs within one year, not from {first} to {last}.", nameof(last));
        }

        First = first;
        Last = last;
        Months = [.. Enumerable.Range(0, last.MonthsSince(first) + 1).Select(first.Plus)];
    }

    /// <summary>The first month.</summary>
    public RosterMonth First { get; }

    /// <summary>The last month, included.</summary>
    public RosterMonth Last { get; }

    /// <summary>The calendar year all months lie in.</summary>
    public int Year => First.Year;

    /// <summary>Every month in order, 1 to 12 of them.</summary>
    public IReadOnlyList<RosterMonth> Months { get; }

    /// <summary>Whether the month is one of the period.</summary>
    public bool Contains(RosterMonth month) => month.CompareTo(First) >= 0 && month.CompareTo(Last) <= 0;

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

    /// <summary>The period in words: "Mei s.d. Desember 2015", or one month's name where it has only one.</summary>
    public override string ToString() =>
        First == Last
            ? $"{First.Name} {Year.ToString(System.Globalization.CultureInfo.InvariantCulture)}"
            : $"{First.Name} s.d. {Last.Name} {Year.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
