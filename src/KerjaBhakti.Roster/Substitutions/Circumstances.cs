using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Sundays;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Substitutions;

/// <summary>
/// What the rules look at when a substitution is proposed and again when it is approved. Read it in the transaction that saves: two people
/// may ask for the same Sunday at once.
/// </summary>
/// <param name="Annex">The annex in force, of the year the Sundays lie in.</param>
/// <param name="Today">The local date.</param>
/// <param name="Sundays">Where duty was called off.</param>
/// <param name="Absences">Who is away.</param>
/// <param name="Known">Every substitution of this annex, ended ones included.</param>
public sealed record Circumstances(
    IssuedAnnex Annex,
    DateOnly Today,
    SundayRegister Sundays,
    IReadOnlyList<Absence> Absences,
    IReadOnlyList<Substitution> Known
)
{
    /// <summary>The first day the annex is no longer in force, where an amendment to come says so; null where nothing ends it.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Why these turns cannot be, each reason a sentence; none where they can.</summary>
    /// <param name="turns">The turns.</param>
    /// <param name="own">The substitution they belong to, which does not stand in its own way.</param>
    internal IEnumerable<string> ProblemsOf(IEnumerable<Turn> turns, Guid own)
    {
        var taken = Known
            .Where(other => other.Id != own && other.IsOpen && other.ScheduleId == Annex.ScheduleId)
            .SelectMany(other => other.Turns)
            .ToLookup(turn => turn.Sunday);
        return turns.SelectMany(turn => ProblemsOf(turn, taken[turn.Sunday]));
    }

    /// <summary>Whether a position is away on a day.</summary>
    internal bool IsAway(int position, DateOnly day) => Absences.Any(absence => absence.PositionId == position && absence.Covers(day));

    private IEnumerable<string> ProblemsOf(Turn turn, IEnumerable<Turn> taken)
    {
        if (Annex.RowWith(turn.Row) is null)
        {
            yield return $"Baris {turn.Row} tidak ada dalam {Annex.Name}.";
            yield break;
        }

        var sunday = Wording.Sunday(turn.Sunday);
        if (turn.Sunday < Today)
        {
            yield return $"{sunday} sudah lewat.";
        }

        if (turn.Sunday >= EndsOn)
        {
            yield return $"{sunday} termasuk perubahan lampiran yang berlaku mulai {Wording.Date(EndsOn.Value)}; "
                + "usulkan setelah perubahan itu berlaku.";
        }

        if (Sundays.On(turn.Sunday) is { IsCancelled: true, Decision: { } decision })
        {
            yield return $"Kerja bhakti {sunday} ditiadakan: {decision.Reason}.";
        }

        if (Annex.DutyOf(turn.Row, turn.Sunday) is null)
        {
            yield return $"Baris {turn.Row} tidak bertugas pada {sunday}.";
        }

        if (Annex.PostOf(turn.Row)?.Id == turn.SubstituteId)
        {
            yield return $"{turn.Substitute} tidak dapat menggantikan dirinya sendiri.";
        }

        if (IsAway(turn.SubstituteId, turn.Sunday))
        {
            yield return $"{turn.Substitute} tidak dapat bertugas pada {sunday}: sedang cuti atau berhalangan.";
        }

        foreach (var other in taken)
        {
            if (other.Row == turn.Row)
            {
                yield return $"Baris {turn.Row} sudah mempunyai penggantian pada {sunday}.";
            }

            if (other.SubstituteId == turn.SubstituteId)
            {
                yield return $"{turn.Substitute} sudah menggantikan jabatan lain pada {sunday}.";
            }
        }
    }
}
