using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Positions;

/// <summary>
/// Everybody who ever held one position. Two definitive holders never hold it on one day, and neither do two acting ones.
/// </summary>
public sealed class Incumbencies
{
    private readonly int position;
    private readonly List<Incumbency> all;

    /// <summary>The holders of a position.</summary>
    /// <param name="position">The key of the position.</param>
    /// <param name="all">Every incumbency of it.</param>
    /// <exception cref="ArgumentException">One is of another position.</exception>
    public Incumbencies(int position, IEnumerable<Incumbency> all)
    {
        this.position = position;
        this.all = [.. all];
        if (this.all.Exists(incumbency => incumbency.PositionId != position))
        {
            throw new ArgumentException("Only incumbencies of one position.", nameof(all));
        }
    }

    /// <summary>Every one, the first first.</summary>
    public IReadOnlyList<Incumbency> All => [.. all.OrderBy(incumbency => incumbency.From).ThenBy(incumbency => incumbency.Kind)];

    /// <summary>
    /// Who acts for the position on a day: an acting holder before the definitive one, because the one is appointed for days on which the
    /// other is away; null where nobody does.
    /// </summary>
    public Incumbency? On(DateOnly day) =>
        all.Where(incumbency => incumbency.Covers(day)).MaxBy(incumbency => incumbency.Kind != IncumbencyKind.Definitive);

    /// <summary>
    /// Appoints somebody. A definitive appointment ends the definitive holder and a Plt. on the day before; a Plh., who is there for days,
    /// stays. An acting one ends the acting one before it.
    /// </summary>
    /// <param name="official">The key of the official.</param>
    /// <param name="kind">How they hold it.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, included; null where no end is known.</param>
    /// <returns>The new incumbency; those it ended are changed.</returns>
    /// <exception cref="RosterRefusedException">It ends before it begins, or another appointment of its kind begins in the same
    /// days.</exception>
    public Incumbency Appoint(Guid official, IncumbencyKind kind, DateOnly from, DateOnly? to = null)
    {
        if (to < from)
        {
            throw new RosterRefusedException(
                $"Masa jabatan tidak dapat berakhir ({Wording.Date(to.Value)}) sebelum dimulai ({Wording.Date(from)})."
            );
        }

        var rivals = all.Where(other => IsRival(other.Kind, kind) && other.Meets(from, to)).ToList();
        if (rivals.Find(other => other.From >= from) is { } later)
        {
            throw new RosterRefusedException($"Jabatan ini sudah mempunyai pejabat {Words(later.Kind)} mulai {Wording.Date(later.From)}.");
        }

        foreach (var earlier in rivals)
        {
            earlier.EndOn(from.AddDays(-1));
        }

        var appointed = new Incumbency(position, official, kind, from, to);
        all.Add(appointed);
        return appointed;
    }

    /// <summary>Ends an incumbency without another in its place.</summary>
    /// <param name="incumbency">One of <see cref="All"/>.</param>
    /// <param name="last">The last day, included.</param>
    /// <exception cref="RosterRefusedException">It has not begun by then, or would meet the next one.</exception>
    public void End(Incumbency incumbency, DateOnly last)
    {
        if (last < incumbency.From)
        {
            throw new RosterRefusedException(
                $"Masa jabatan tidak dapat berakhir ({Wording.Date(last)}) sebelum dimulai ({Wording.Date(incumbency.From)})."
            );
        }

        if (
            all.Exists(other =>
                other != incumbency
                && (other.Kind == IncumbencyKind.Definitive) == (incumbency.Kind == IncumbencyKind.Definitive)
                && other.Meets(incumbency.From, last)
            )
        )
        {
            throw new RosterRefusedException($"Sampai {Wording.Date(last)} jabatan ini sudah dipegang pejabat berikutnya.");
        }

        incumbency.EndOn(last);
    }

    // A new definitive holder ends an acting one too; an acting one leaves the definitive holder in office.
    private static bool IsRival(IncumbencyKind present, IncumbencyKind coming) =>
        coming == IncumbencyKind.Definitive
            ? present is IncumbencyKind.Definitive or IncumbencyKind.Acting
            : present != IncumbencyKind.Definitive;

    private static string Words(IncumbencyKind kind) =>
        kind switch
        {
            IncumbencyKind.Definitive => "definitif",
            IncumbencyKind.Acting => "Plt.",
            IncumbencyKind.DailyActing => "Plh.",
        };
}
