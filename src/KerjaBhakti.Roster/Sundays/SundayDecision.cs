using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Sundays;

/// <summary>
/// Whether duty stands on one Sunday, as the secretariat decided. A decision is never rewritten: another one follows it, and the last one
/// counts, so that the list tells what was known when.
/// </summary>
public sealed class SundayDecision
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    private SundayDecision() { }

    /// <summary>A decision.</summary>
    /// <param name="date">The Sunday.</param>
    /// <param name="dutyStands">Whether everybody serves as the annex says.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who decided.</param>
    /// <param name="at">When.</param>
    /// <exception cref="RosterRefusedException">The date is no Sunday, or there is no reason.</exception>
    public SundayDecision(DateOnly date, bool dutyStands, string reason, Person by, DateTimeOffset at)
    {
        if (!Served.Institution.DutyDay.Is(date))
        {
            throw new RosterRefusedException($"{Wording.Date(date)} bukan hari {Served.Day}.");
        }

        Date = date;
        DutyStands = dutyStands;
        Reason = Wording.Require(reason, ReasonLength, "Alasan");
        By = by;
        At = at;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The Sunday.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Whether everybody serves as the annex says; false where nobody does.</summary>
    public bool DutyStands { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = string.Empty;

    /// <summary>Who decided.</summary>
    public Person By { get; private set; } = null!;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}
