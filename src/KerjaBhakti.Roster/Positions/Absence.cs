using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Positions;

/// <summary>
/// Days on which whoever holds a position cannot serve: leave, illness, a journey. Which of these is nobody's business here and therefore
/// not kept.
/// </summary>
public sealed class Absence
{
    private Absence() { }

    /// <summary>An absence from a day to a day, both included.</summary>
    /// <exception cref="RosterRefusedException">It ends before it begins.</exception>
    public Absence(int position, DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            throw new RosterRefusedException(
                $"Ketidakhadiran tidak dapat berakhir ({Wording.Date(to)}) sebelum dimulai ({Wording.Date(from)})."
            );
        }

        PositionId = position;
        From = from;
        To = to;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The position.</summary>
    public int PositionId { get; private set; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last day, included: people say "cuti sampai Jumat" and are away on Friday too.</summary>
    public DateOnly To { get; private set; }

    /// <summary>Whether a day is one of it.</summary>
    public bool Covers(DateOnly day) => day >= From && day <= To;
}
