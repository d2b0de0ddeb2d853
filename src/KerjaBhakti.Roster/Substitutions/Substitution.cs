using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Substitutions;

/// <summary>What is agreed.</summary>
public enum SubstitutionKind
{
    /// <summary>Another position serves for a row.</summary>
    StandIn,

    /// <summary>Two rows serve for each other: both or neither.</summary>
    Swap,
}

/// <summary>Where a substitution stands.</summary>
public enum SubstitutionStatus
{
    /// <summary>Diusulkan: a side has not agreed yet.</summary>
    Proposed,

    /// <summary>Disepakati: both sides agree, the Regional Secretary decides.</summary>
    Accepted,

    /// <summary>Disetujui: it holds.</summary>
    Approved,

    /// <summary>Ditolak, by a side or by the Regional Secretary.</summary>
    Declined,

    /// <summary>Ditarik by whoever proposed it, before it was approved.</summary>
    Withdrawn,

    /// <summary>Dibatalkan after it was approved; the Sundays before stay as they were.</summary>
    Revoked,
}

/// <summary>Who proposes a substitution, and why.</summary>
/// <param name="By">Who.</param>
/// <param name="For">The position they act for, whose side thereby agrees; null for the secretariat, which agrees for nobody.</param>
/// <param name="Reason">Why, for those who decide.</param>
public sealed record Proposal(Person By, int? For, string Reason);

/// <summary>
/// A substitution (penggantian): on some Sundays other positions serve for rows of an issued annex. It lies over the annex and never
/// changes it. A swap is one of these with the turns of both rows, so that one half never holds without the other.
/// </summary>
public sealed class Substitution
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    private readonly List<Turn> turns = [];
    private readonly List<Consent> consents = [];

    private Substitution() { }

    private Substitution(SubstitutionKind kind, Proposal proposal, Guid schedule, DateTimeOffset at)
    {
        Kind = kind;
        ScheduleId = schedule;
        ProposedBy = proposal.By;
        ProposedAt = at;
        Reason = Wording.Require(proposal.Reason, ReasonLength, "Alasan");
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The schedule whose annex was in force when it was proposed. It holds for that annex and for no other.</summary>
    public Guid ScheduleId { get; private set; }

    /// <summary>What is agreed.</summary>
    public SubstitutionKind Kind { get; private set; }

    /// <summary>Where it stands.</summary>
    public SubstitutionStatus Status { get; private set; }

    /// <summary>Who proposed it.</summary>
    public Person ProposedBy { get; private set; } = null!;

    /// <summary>When.</summary>
    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = string.Empty;

    /// <summary>Who approved it; null while nobody has.</summary>
    public string? ApprovedBy { get; private set; }

    /// <summary>When it was approved.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Who declined, withdrew or revoked it; null where nobody has.</summary>
    public string? EndedBy { get; private set; }

    /// <summary>When it was declined, withdrawn or revoked.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it was declined or revoked.</summary>
    public string? EndReason { get; private set; }

    /// <summary>The first day from which it no longer holds, where it was revoked; null where it was not.</summary>
    public DateOnly? RevokedFrom { get; private set; }

    /// <summary>How often it was changed. Two writers who read the same revision cannot both save.</summary>
    public int Revision { get; private set; }

    /// <summary>Who serves for whom on which Sunday.</summary>
    public IReadOnlyList<Turn> Turns => turns;

    /// <summary>The sides that have to agree. A row without a post has none: the secretariat proposes for it.</summary>
    public IReadOnlyList<Consent> Consents => consents;

    /// <summary>Whether it holds or may come to hold.</summary>
    public bool IsOpen => Status is SubstitutionStatus.Proposed or SubstitutionStatus.Accepted or SubstitutionStatus.Approved;

    /// <summary>Proposes that a position serves for a row.</summary>
    /// <param name="row">The number of the row.</param>
    /// <param name="substitute">The position.</param>
    /// <param name="span">When.</param>
    /// <param name="proposal">Who proposes it.</param>
    /// <param name="now">What the rules look at.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="RosterRefusedException">It cannot be; every reason is given.</exception>
    public static Substitution StandIn(int row, Post substitute, DutySpan span, Proposal proposal, Circumstances now, DateTimeOffset at)
    {
        var proposed = new Substitution(SubstitutionKind.StandIn, proposal, now.Annex.ScheduleId, at);
        proposed.AddTurns(row, substitute, span.Sundays(now));
        proposed.Propose([now.Annex.PostOf(row)?.Id, substitute.Id], proposal, now, at);
        return proposed;
    }

    /// <summary>
    /// Proposes that two rows serve for each other: the second on the Sundays the first gives away, and the reverse. On the same Sundays
    /// they thereby exchange their places.
    /// </summary>
    /// <param name="row">The number of the first row.</param>
    /// <param name="span">The Sunday or month the first row gives away.</param>
    /// <param name="other">The number of the second row.</param>
    /// <param name="otherSpan">The Sunday or month the second row gives away.</param>
    /// <param name="proposal">Who proposes it.</param>
    /// <param name="now">What the rules look at.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="RosterRefusedException">It cannot be; every reason is given.</exception>
    public static Substitution Swap(
        int row,
        DutySpan span,
        int other,
        DutySpan otherSpan,
        Proposal proposal,
        Circumstances now,
        DateTimeOffset at
    )
    {
        if (span.GetType() != otherSpan.GetType())
        {
            throw new RosterRefusedException(
                $"Tukar tugas berlaku antara hari {Served.Day} dan hari {Served.Day}, atau antara bulan dan bulan."
            );
        }

        RosterRefusedException.ThrowIfAny(
            from number in (int[])[row, other]
            where now.Annex.PostOf(number) is null
            select now.Annex.RowWith(number) is null
                ? $"Baris {number} tidak ada dalam {now.Annex.Name}."
                : $"Baris {number} belum dihubungkan dengan jabatan, jadi tidak dapat bertukar tugas."
        );
        var (first, second) = (now.Annex.PostOf(row)!, now.Annex.PostOf(other)!);
        if (first.Id == second.Id)
        {
            throw new RosterRefusedException($"{first.Name} tidak dapat bertukar tugas dengan dirinya sendiri.");
        }

        var (given, taken) = (span.Sundays(now), otherSpan.Sundays(now));
        if (given.Count > 0 && given.SequenceEqual(taken) && AreInOnePlace(now.Annex, row, other, given))
        {
            throw new RosterRefusedException(
                "Tukar tugas ini tidak mengubah apa pun: kedua jabatan bertugas di tempat yang sama pada hari yang sama."
            );
        }

        var proposed = new Substitution(SubstitutionKind.Swap, proposal, now.Annex.ScheduleId, at);
        proposed.AddTurns(row, second, given);
        proposed.AddTurns(other, first, taken);
        proposed.Propose([first.Id, second.Id], proposal, now, at);
        return proposed;
    }

    /// <summary>Whether two rows serve in one place on each of these Sundays, so that exchanging them changes nothing.</summary>
    public static bool AreInOnePlace(IssuedAnnex annex, int row, int other, IReadOnlyCollection<DateOnly> sundays) =>
        sundays.All(sunday =>
            annex.DutyOf(row, sunday) is { } one
            && annex.DutyOf(other, sunday) is { } two
            && (one.Kecamatan, one.Region?.City) == (two.Kecamatan, two.Region?.City)
        );

    /// <summary>A side agrees. With the last side it goes to the Regional Secretary.</summary>
    /// <param name="position">The position whose side it is; that the person may speak for it was checked before.</param>
    /// <param name="by">Who.</param>
    /// <param name="inForce">The annex in force of its year; null where there is none.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="RosterRefusedException">It is decided already, the position is no side of it, or the annex has changed
    /// since.</exception>
    public void Accept(int position, Person by, IssuedAnnex? inForce, DateTimeOffset at) => Agree(position, by, inForce, at, letter: null);

    private void Agree(int position, Person by, IssuedAnnex? inForce, DateTimeOffset at, Guid? letter)
    {
        Demand(SubstitutionStatus.Proposed, "Hanya usulan yang belum disepakati dapat disepakati.");
        DemandAnnex(inForce);
        var consent = SideOf(position);
        if (consent.At is not null)
        {
            throw new RosterRefusedException("Pihak ini sudah menyatakan sepakat.");
        }

        consent.Give(by.Name, at, letter);
        Settle();
    }

    /// <summary>A side that has no account agrees by a letter, which the secretariat enters.</summary>
    /// <param name="position">The position whose side it is; that it has no account was checked before.</param>
    /// <param name="letter">The key of the stored letter.</param>
    /// <param name="by">Who enters it.</param>
    /// <param name="inForce">The annex in force of its year; null where there is none.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="RosterRefusedException">As for a side that agrees here.</exception>
    public void AcceptByLetter(int position, Guid letter, Person by, IssuedAnnex? inForce, DateTimeOffset at) =>
        Agree(position, by, inForce, at, letter);

    /// <summary>A side does not agree.</summary>
    /// <exception cref="RosterRefusedException">It is approved or ended already, the position is no side of it, or there is no
    /// reason.</exception>
    public void Decline(int position, Person by, string reason, DateTimeOffset at)
    {
        _ = SideOf(position);
        Decline(by, reason, at);
    }

    /// <summary>The Regional Secretary declines it.</summary>
    /// <exception cref="RosterRefusedException">It is approved or ended already, or there is no reason.</exception>
    public void Decline(Person secretary, string reason, DateTimeOffset at)
    {
        DemandPending();
        End(SubstitutionStatus.Declined, secretary, Wording.Require(reason, ReasonLength, "Alasan"), at);
    }

    /// <summary>Whoever proposed it takes it back.</summary>
    /// <exception cref="RosterRefusedException">It is approved or ended already, or somebody else proposed it.</exception>
    public void Withdraw(Person by, DateTimeOffset at)
    {
        DemandPending();
        if (by.Id != ProposedBy.Id)
        {
            throw new RosterRefusedException($"Hanya {ProposedBy.Name}, yang mengusulkan, dapat menarik usulan ini.");
        }

        End(SubstitutionStatus.Withdrawn, by, reason: null, at);
    }

    /// <summary>The Regional Secretary approves it. All is looked at once more, because days have passed.</summary>
    /// <exception cref="RosterRefusedException">A side has not agreed, the annex has changed since, or it can no longer be.</exception>
    public void Approve(Person secretary, Circumstances now, DateTimeOffset at)
    {
        Demand(SubstitutionStatus.Accepted, "Penggantian disetujui setelah semua pihak sepakat, dan hanya sekali.");
        DemandAnnex(now.Annex);
        RosterRefusedException.ThrowIfAny(now.ProblemsOf(turns, Id));
        Status = SubstitutionStatus.Approved;
        ApprovedBy = secretary.Name;
        ApprovedAt = at;
        Revision++;
    }

    /// <summary>Ends what was approved, from a day on. Sundays before stay as they were served.</summary>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why.</param>
    /// <param name="today">The first day from which it no longer holds.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="RosterRefusedException">
    /// It does not hold, there is no reason, every Sunday is over, or one half of a swap is served and the other is not.
    /// </exception>
    public void Revoke(Person by, string reason, DateOnly today, DateTimeOffset at)
    {
        Demand(SubstitutionStatus.Approved, "Hanya penggantian yang disetujui dapat dibatalkan.");
        var served = turns.Where(turn => turn.Sunday < today).ToList();
        if (served.Count == turns.Count)
        {
            throw new RosterRefusedException($"Semua hari {Served.Day} penggantian ini sudah lewat.");
        }

        if (Kind == SubstitutionKind.Swap && served.GroupBy(turn => turn.Sunday).Any(group => group.Count() != 2))
        {
            throw new RosterRefusedException(
                "Satu pihak sudah menjalankan tukar tugas ini; pihak lain masih berutang gilirannya, jadi tidak dapat dibatalkan."
            );
        }

        RevokedFrom = today;
        End(SubstitutionStatus.Revoked, by, Wording.Require(reason, ReasonLength, "Alasan"), at);
    }

    /// <summary>Whether its turns of a Sunday are served by the substitutes.</summary>
    public bool HoldsOn(DateOnly sunday) =>
        Status == SubstitutionStatus.Approved || (Status == SubstitutionStatus.Revoked && sunday < RevokedFrom);

    /// <summary>
    /// Why it is void, as a sentence; null where it is not. What was proposed or approved under an annex that another one has replaced
    /// since ends with it, and has to be asked for anew.
    /// </summary>
    /// <param name="inForce">The annex in force of its year; null where there is none.</param>
    public string? WhyVoid(IssuedAnnex? inForce) =>
        !IsOpen || inForce?.ScheduleId == ScheduleId ? null
        : inForce is null ? "Lampiran yang diacu penggantian ini tidak berlaku lagi, sehingga penggantian ini gugur."
        : $"Lampiran berganti menjadi {inForce.Name} setelah penggantian ini diusulkan, sehingga penggantian ini gugur. Usulkan lagi bila masih perlu.";

    /// <summary>
    /// Why part of it will not hold, as a sentence; null where all may. An amendment that is signed and takes effect on a day to come ends
    /// what lies behind that day.
    /// </summary>
    /// <param name="endsOn">The first day its annex is no longer in force; null where nothing ends it.</param>
    public string? WhyCutShort(DateOnly? endsOn) =>
        IsOpen && endsOn is { } end && turns.Exists(turn => turn.Sunday >= end)
            ? $"Lampiran berubah mulai {Wording.Date(end)}; sejak hari itu penggantian ini gugur. "
                + "Usulkan lagi setelah perubahan itu berlaku."
            : null;

    private void AddTurns(int row, Post substitute, IEnumerable<DateOnly> sundays) =>
        turns.AddRange(sundays.Select(sunday => new Turn(Id, row, sunday, substitute)));

    private void Propose(IEnumerable<int?> sides, Proposal proposal, Circumstances now, DateTimeOffset at)
    {
        RosterRefusedException.ThrowIfAny(now.ProblemsOf(turns, Id));
        consents.AddRange(sides.OfType<int>().Select(side => new Consent(Id, side)));
        if (proposal.For is { } own)
        {
            SideOf(own).Give(proposal.By.Name, at);
        }

        Settle();
    }

    private void Settle()
    {
        if (consents.TrueForAll(consent => consent.At is not null))
        {
            Status = SubstitutionStatus.Accepted;
        }

        Revision++;
    }

    private Consent SideOf(int position) =>
        consents.Find(consent => consent.PositionId == position)
        ?? throw new RosterRefusedException("Jabatan ini bukan pihak dalam penggantian ini.");

    private void Demand(SubstitutionStatus status, string refusal)
    {
        if (Status != status)
        {
            throw new RosterRefusedException(refusal);
        }
    }

    private void DemandPending()
    {
        if (Status is not (SubstitutionStatus.Proposed or SubstitutionStatus.Accepted))
        {
            throw new RosterRefusedException("Usulan ini sudah diputuskan.");
        }
    }

    private void DemandAnnex(IssuedAnnex? inForce)
    {
        if (WhyVoid(inForce) is { } problem)
        {
            throw new RosterRefusedException(problem);
        }
    }

    private void End(SubstitutionStatus status, Person by, string? reason, DateTimeOffset at)
    {
        Status = status;
        EndedBy = by.Name;
        EndedAt = at;
        EndReason = reason;
        Revision++;
    }
}
