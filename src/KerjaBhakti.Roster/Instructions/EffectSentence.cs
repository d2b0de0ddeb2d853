using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Instructions;

/// <summary>
/// How the closing sentence says from which day an Instruction is in force (UU 12/2011, Lampiran II on closing provisions): on the day
/// it is signed, or on a date that is named.
/// </summary>
public static class EffectSentence
{
    /// <summary>What the sentence says of the day of signing.</summary>
    public const string WhenSigned = "pada tanggal ditetapkan";

    /// <summary>
    /// The sentence with a date in the place of the day of signing; the sentence as it is where it does not name that day.
    /// </summary>
    public static string Dated(string closing, DateOnly effectiveOn) =>
        closing.Replace(WhenSigned, On(effectiveOn), StringComparison.OrdinalIgnoreCase);

    /// <summary>The sentence of an Instruction that names a date, with the day of signing in its place.</summary>
    public static string Undated(string closing, DateOnly effectiveOn) =>
        closing.Replace(On(effectiveOn), WhenSigned, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a sentence names a date, or can be made to by <see cref="Dated"/>.</summary>
    public static bool CanName(string closing, DateOnly effectiveOn) =>
        Dated(closing, effectiveOn).Contains(Wording.Date(effectiveOn), StringComparison.OrdinalIgnoreCase);

    private static string On(DateOnly date) => $"pada tanggal {Wording.Date(date)}";
}
