namespace KerjaBhakti.Wakatobi.Periods;

/// <summary>What is entered has happened: the books know no day that is still to come.</summary>
public static class PastDay
{
    /// <summary>Refuses a day that is still to come.</summary>
    /// <param name="day">The day that was entered.</param>
    /// <param name="today">Today, in the hospital's zone.</param>
    /// <param name="what">What the day is called: "Tanggal bayar".</param>
    /// <exception cref="FundRefusedException">It is later than today.</exception>
    public static void Require(DateOnly day, DateOnly today, string what)
    {
        if (day > today)
        {
            throw new FundRefusedException($"{what} {day.ToIndonesian()} belum tiba; hari ini {today.ToIndonesian()}.");
        }
    }
}
