namespace KerjaBhakti.Web.Account;

/// <summary>
/// How guessing is slowed down: after five wrong passwords no more are looked at for a minute, then for twice as long after each further
/// one.
/// </summary>
internal static class GuessingRule
{
    /// <summary>How many wrong passwords are free.</summary>
    public const int Free = 5;

    /// <summary>How far back wrong passwords count.</summary>
    public static readonly TimeSpan Counted = TimeSpan.FromDays(1);

    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Until when no password is looked at; null where it is.</summary>
    /// <param name="failures">The wrong passwords since the last right one.</param>
    /// <param name="last">When the last of them was.</param>
    public static DateTimeOffset? ClosedUntil(int failures, DateTimeOffset last)
    {
        if (failures < Free)
        {
            return null;
        }

        var wait = TimeSpan.FromTicks(First.Ticks << Math.Min(failures - Free, 20));
        return last + (wait < Longest ? wait : Longest);
    }
}
