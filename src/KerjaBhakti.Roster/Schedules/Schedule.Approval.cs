using System.Globalization;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Schedules;

/// <summary>From draft to law: submitted, initialled, issued, later amended or revoked.</summary>
public sealed partial class Schedule
{
    private readonly List<Submission> submissions = [];
    private readonly List<FindingReason> reasons = [];
    private readonly List<PrintedPage> pages = [];

    /// <summary>The words of the Instruction it is to be the annex of; once issued, <see cref="Instruction"/> holds them.</summary>
    public InstructionText Text { get; private set; } = new();

    /// <summary>The issued schedule this one is to take the place of; null where it amends none.</summary>
    public Guid? AmendsId { get; private set; }

    /// <summary>The note for those who initial it, while it is written; once it is submitted, <see cref="Submission"/> holds it.</summary>
    public string Note { get; private set; } = string.Empty;

    /// <summary>Every attempt to have it issued.</summary>
    public IReadOnlyList<Submission> Submissions => submissions;

    /// <summary>Why warnings stand.</summary>
    public IReadOnlyList<FindingReason> Reasons => reasons;

    /// <summary>Whether the reasons are printed behind the annex, as whoever issued it wanted.</summary>
    public bool PrintsReasons { get; private set; }

    /// <summary>The pages it is printed on; none while it is not issued.</summary>
    public IReadOnlyList<PrintedPage> Pages => pages;

    /// <summary>The attempt under way or the last one; null before the first.</summary>
    public Submission? Submission => submissions.MaxBy(submission => submission.At);

    /// <summary>The seal over the issued content; null while it is not issued. See <see cref="ContentSeal"/>.</summary>
    public string? Seal { get; private set; }

    /// <summary>What ended it, as people cite it: "Instruksi Gubernur 45/2016"; null while it is in force.</summary>
    public string? EndedBy { get; private set; }

    /// <summary>The first day it is no longer in force; null while it is.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Why it was revoked; null where it was not.</summary>
    public string? EndReason { get; private set; }

    /// <summary>What people call it: "Rancangan 2016", "Rancangan perubahan 2016", "Lampiran Instruksi Gubernur 118/2015".</summary>
    public string Name =>
        Instruction is { } instruction
            ? $"Lampiran {Served.Instrument} {instruction.Reference}"
            : string.Create(CultureInfo.InvariantCulture, $"{(AmendsId is null ? "Rancangan" : "Rancangan perubahan")} {Period.Years}");

    /// <summary>Whether it was issued once, whatever came after: such content never changes.</summary>
    public bool IsSealed => Status is ScheduleStatus.Issued or ScheduleStatus.Amended or ScheduleStatus.Revoked;

    /// <summary>
    /// A draft with the content of an issued schedule, which it is to take the place of, the words that amend it, and the reasons given for
    /// its warnings: they are the same as long as nothing is changed.
    /// </summary>
    /// <param name="issued">The schedule in force.</param>
    /// <param name="chain">The Instructions of the chain that ends with it, the first one first.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="EditRefusedException">That schedule is not in force.</exception>
    public static Schedule AmendmentOf(Schedule issued, IReadOnlyList<Instruction> chain, DateTimeOffset at)
    {
        if (issued.Status != ScheduleStatus.Issued)
        {
            throw new EditRefusedException("Hanya lampiran yang berlaku dapat diubah.");
        }

        var draft = CopyOf(issued, issued.Title, issued.Period, withCells: true, at);
        draft.AmendsId = issued.Id;
        draft.Text = Amendment.Begin(AmendedInstruction.Of(chain), issued.Text);
        var from = $"{Served.Instrument} {issued.Instruction!.Reference}";
        var copies = draft.rows.ToDictionary(row => row.CopiedFromId!.Value, row => row.Id);
        foreach (var reason in issued.reasons)
        {
            if (FindingReason.KeyOfCopy(reason.Finding, copies) is { } finding)
            {
                draft.reasons.Add(new FindingReason(draft.Id, finding, reason, from));
            }
        }

        return draft;
    }

    /// <summary>Replaces the words of the Instruction.</summary>
    /// <exception cref="EditRefusedException">It is no draft, or a text is missing.</exception>
    public void Reword(InstructionText text, DateTimeOffset at)
    {
        DemandDraft("Naskah hanya dapat diubah selama masih rancangan.");

        // An amendment stays one, whoever wrote its words.
        Text = text with
        {
            Amends = AmendsId is null ? null : text.Amends ?? Text.Amends ?? AmendmentWay.Whole,
            EffectiveOn = AmendsId is null ? null : text.EffectiveOn,
        };
        Touch(at);
    }

    /// <summary>Replaces the note for those who initial it.</summary>
    /// <exception cref="EditRefusedException">It is no draft, or the note is too long.</exception>
    public void WriteNote(string note, DateTimeOffset at)
    {
        DemandDraft("Catatan hanya dapat diubah selama masih rancangan.");
        Note = RequireLength(Spelling.Tidy(note), Submission.NoteLength, "Catatan");
        Touch(at);
    }

    /// <summary>Gives the same reason for several warnings; an empty reason takes them back.</summary>
    /// <exception cref="EditRefusedException">It is issued already, or the reason is too long.</exception>
    public void Reason(IEnumerable<Finding> findings, string text, Person by, DateTimeOffset at)
    {
        if (IsSealed)
        {
            throw new EditRefusedException("Lampiran ini sudah ditetapkan.");
        }

        text = RequireLength(Spelling.Tidy(text), FindingReason.TextLength, "Alasan");
        foreach (var key in findings.Select(ReasonKeyOf))
        {
            reasons.RemoveAll(reason => reason.Finding == key);
            if (text.Length > 0)
            {
                reasons.Add(new FindingReason(Id, key, text, by, at));
            }
        }

        Touch(at);
    }

    /// <summary>The reason given for a finding; null where none is.</summary>
    public FindingReason? ReasonFor(Finding finding)
    {
        var key = ReasonKeyOf(finding);
        return reasons.Find(reason => reason.Finding == key);
    }

    /// <summary>The name a reason knows a finding of this schedule by.</summary>
    public string ReasonKeyOf(Finding finding) =>
        FindingReason.KeyOf(finding, finding.RowIndex is { } place ? rows.Find(row => row.Order == place)?.Id : null);

    /// <summary>Freezes the draft and asks for initials.</summary>
    /// <exception cref="EditRefusedException">It is no draft, has no rows, an error stands in it, or the Instruction's words are
    /// incomplete.</exception>
    /// <exception cref="InvalidOperationException">It amends an annex and <paramref name="amendment"/> is missing, or the
    /// reverse.</exception>
    public void Submit(
        Person by,
        string note,
        IReadOnlyList<InitialOffice> offices,
        IReadOnlyList<Finding> findings,
        DateTimeOffset at,
        Amendment? amendment = null
    )
    {
        RequireAmendment(amendment);
        DemandDraft("Jadwal ini sudah diajukan.");
        if (rows.Count == 0)
        {
            throw new EditRefusedException("Rancangan ini belum mempunyai baris.");
        }

        DemandNoErrors(findings);
        if ((InstructionTextCheck.Problem(Text) ?? amendment?.Problem(Text)) is { } problem)
        {
            throw new EditRefusedException(problem);
        }

        submissions.Add(new Submission(by, RequireLength(Spelling.Tidy(note), Submission.NoteLength, "Catatan"), offices, at));
        Note = string.Empty;
        Status = ScheduleStatus.Submitted;
        Touch(at);
    }

    /// <summary>Gives the initial that is due.</summary>
    /// <param name="by">Who initials; that the office is theirs was checked before.</param>
    /// <param name="order">The place of the initial in the order, counted from zero, as the page showed it.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="EditRefusedException">It is not submitted, or another initial is due.</exception>
    public Initial GiveInitial(Person by, int order, DateTimeOffset at)
    {
        var submission = DemandSubmission();
        if (submission.Next is not { } next || next.Order != order)
        {
            throw new EditRefusedException("Paraf ini bukan giliran berikutnya; muat ulang halaman untuk melihat keadaan terakhir.");
        }

        next.Give(by, at);
        Touch(at);
        return next;
    }

    /// <summary>Makes it a draft again.</summary>
    /// <exception cref="EditRefusedException">It is not submitted, or no reason is given.</exception>
    public void Return(Person by, string reason, DateTimeOffset at)
    {
        var submission = DemandSubmission();
        reason = RequireLength(Spelling.Tidy(reason), Submission.NoteLength, "Alasan");
        if (reason.Length == 0)
        {
            throw new EditRefusedException("Tuliskan alasan pengembalian, agar penyusun tahu apa yang harus diperbaiki.");
        }

        submission.Return(by, reason, at);
        Status = ScheduleStatus.Draft;
        Touch(at);
    }

    /// <summary>Makes it the annex of a signed Instruction. Its content never changes from here on.</summary>
    /// <param name="number">The number of the Instruction in the year of <paramref name="issuedOn"/>.</param>
    /// <param name="issuedOn">The date on the signed paper.</param>
    /// <param name="findings">What the auditor says of the content as it will be issued.</param>
    /// <param name="today">The local date; the paper cannot be of a later one.</param>
    /// <param name="madeOn">The local date on which the draft was made; the paper cannot be of an earlier one.</param>
    /// <param name="at">Now.</param>
    /// <param name="amendment">What it amends and changes; null where it amends none.</param>
    /// <param name="effectiveOn">The day from which an amendment is in force, as the paper says; null where it is the day it was
    /// signed.</param>
    /// <param name="printsReasons">Whether the reasons are printed behind the annex.</param>
    /// <exception cref="EditRefusedException">An initial is missing, an error stands, a warning has no reason, the words do not say what is
    /// amended, or number or date cannot be.</exception>
    /// <exception cref="InvalidOperationException">It amends an annex and <paramref name="amendment"/> is missing, or the
    /// reverse.</exception>
    public void Issue(
        int number,
        DateOnly issuedOn,
        IReadOnlyList<Finding> findings,
        DateOnly today,
        DateOnly madeOn,
        DateTimeOffset at,
        Amendment? amendment = null,
        DateOnly? effectiveOn = null,
        bool printsReasons = false
    )
    {
        RequireAmendment(amendment);
        if (DemandSubmission() is { IsComplete: false, Next: var missing })
        {
            throw new EditRefusedException($"Paraf {missing!.Office.Office} belum ada.");
        }

        if (number is < 1 or > 9999)
        {
            throw new EditRefusedException("Nomor Instruksi harus antara 1 dan 9999.");
        }

        if (issuedOn > today)
        {
            throw new EditRefusedException("Tanggal penetapan belum tiba.");
        }

        if (issuedOn < madeOn)
        {
            throw new EditRefusedException("Tanggal penetapan mendahului pembuatan rancangan ini.");
        }

        DemandNoErrors(findings);
        var unexplained = findings.Count(finding => finding.Kind.Severity == FindingSeverity.Warning && ReasonFor(finding) is null);
        if (unexplained > 0)
        {
            throw new EditRefusedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{unexplained} peringatan belum beralasan. Perbaiki, atau tuliskan alasannya lebih dahulu."
                )
            );
        }

        var words = Text with { EffectiveOn = effectiveOn == issuedOn ? null : effectiveOn };
        if (amendment is not null)
        {
            DemandEffect(effectiveOn ?? issuedOn, issuedOn, amendment);
        }

        if (amendment?.Problem(words) is { } problem)
        {
            throw new EditRefusedException(problem);
        }

        PrintsReasons = printsReasons && findings.Any(finding => ReasonFor(finding) is not null);
        Issue(new Instruction(amendment?.Complete(words) ?? words with { EffectiveOn = null }, number, issuedOn), at);
    }

    /// <summary>Enters an Instruction that was signed before the portal knew it.</summary>
    /// <exception cref="InvalidOperationException">It was issued before.</exception>
    public void Issue(Instruction instruction, DateTimeOffset at)
    {
        if (IsSealed)
        {
            throw new InvalidOperationException($"Only what is not issued can be issued; this schedule is {Status}.");
        }

        Instruction = instruction;
        InstructionId = instruction.Id;
        Text = instruction.Text;
        Seal = ContentSeal.Of(Title, ToAnnex(), instruction);
        Status = ScheduleStatus.Issued;
        Touch(at);
    }

    /// <summary>Fixes on which page each row is printed and gives each page its code.</summary>
    /// <param name="breaks">The first and last row of each page, counted from zero, as the layout breaks the issued annex.</param>
    /// <exception cref="InvalidOperationException">It is not issued, or has its pages already.</exception>
    /// <exception cref="ArgumentException">The pages leave rows out or repeat some.</exception>
    public void Paginate(IReadOnlyList<(int First, int Last)> breaks)
    {
        if (!IsSealed || pages.Count > 0)
        {
            throw new InvalidOperationException("Only an issued annex without pages is divided into pages.");
        }

        var next = 0;
        foreach (var (index, (first, last)) in breaks.Index())
        {
            if (first != next || last < first - 1)
            {
                throw new ArgumentException($"Page {index + 1} does not go on where the page before ended.", nameof(breaks));
            }

            next = last + 1;
            pages.Add(new PrintedPage(Id, index + 1, first, last, PageCode.Of(Seal!, index + 1)));
        }

        if (next != rows.Count)
        {
            throw new ArgumentException($"The pages hold {next} of {rows.Count} rows.", nameof(breaks));
        }
    }

    /// <summary>Whether its pages hold every row once, in order, under the codes that follow from the seal.</summary>
    public bool HasItsPages
    {
        get
        {
            var next = 0;
            foreach (var (index, page) in pages.OrderBy(page => page.Number).Index())
            {
                if (page.Number != index + 1 || page.FirstRow != next || page.Code != PageCode.Of(Seal!, page.Number))
                {
                    return false;
                }

                next = page.LastRow + 1;
            }

            return next == rows.Count && pages.Count > 0;
        }
    }

    /// <summary>Ends it because another annex takes its place, from the day that one is in force.</summary>
    /// <exception cref="EditRefusedException">It is not in force.</exception>
    public void Amend(Instruction later, DateTimeOffset at)
    {
        DemandInForce();
        (EndedBy, EndedOn) = ($"{Served.Instrument} {later.Reference}", later.EffectiveOn);
        Status = ScheduleStatus.Amended;
        Touch(at);
    }

    /// <summary>Ends it without another in its place.</summary>
    /// <param name="number">The number of the Instruction that revokes it.</param>
    /// <param name="on">The date of that Instruction, from which this one is no longer in force.</param>
    /// <param name="reason">Why.</param>
    /// <param name="today">The local date.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="EditRefusedException">It is not in force, or number, date or reason cannot be.</exception>
    public void Revoke(int number, DateOnly on, string reason, DateOnly today, DateTimeOffset at)
    {
        DemandInForce();
        reason = RequireLength(Spelling.Tidy(reason), Submission.NoteLength, "Alasan");
        if (number is < 1 or > 9999)
        {
            throw new EditRefusedException("Nomor Instruksi yang mencabut harus antara 1 dan 9999.");
        }

        if (on > today || on < Instruction!.EffectiveOn)
        {
            throw new EditRefusedException(
                Instruction!.EffectiveOn > today
                    ? $"Lampiran ini baru berlaku mulai {Wording.Date(Instruction.EffectiveOn)}; sebelum itu belum dapat dicabut."
                    : "Tanggal pencabutan harus sejak tanggal mulai berlaku sampai hari ini."
            );
        }

        if (reason.Length == 0)
        {
            throw new EditRefusedException("Tuliskan alasan pencabutan.");
        }

        EndedBy = string.Create(CultureInfo.InvariantCulture, $"{Served.Instrument} {number}/{on.Year}");
        (EndedOn, EndReason) = (on, reason);
        Status = ScheduleStatus.Revoked;
        Touch(at);
    }

    private static void DemandNoErrors(IReadOnlyList<Finding> findings)
    {
        var errors = findings.Count(finding => finding.Kind.Severity == FindingSeverity.Error);
        if (errors > 0)
        {
            throw new EditRefusedException(
                string.Create(CultureInfo.InvariantCulture, $"{errors} temuan berat harus diperbaiki lebih dahulu.")
            );
        }
    }

    private void RequireAmendment(Amendment? amendment)
    {
        if (AmendsId is null != amendment is null)
        {
            throw new InvalidOperationException("An amendment is submitted and issued with what it amends; nothing else is.");
        }
    }

    // No earlier than the signature, no earlier than what it amends, and while there is still something to amend.
    private void DemandEffect(DateOnly effectiveOn, DateOnly issuedOn, Amendment amendment)
    {
        if (effectiveOn < issuedOn)
        {
            throw new EditRefusedException("Tanggal mulai berlaku tidak boleh mendahului tanggal penetapan.");
        }

        if (effectiveOn < amendment.Amended.Last.EffectiveOn)
        {
            var last = amendment.Amended.Last;
            throw new EditRefusedException(
                $"{last.Name} baru berlaku mulai {Wording.Date(last.EffectiveOn)}; perubahannya tidak dapat berlaku sebelum itu."
            );
        }

        if (effectiveOn > issuedOn && effectiveOn > Period.Last.FirstDay.AddMonths(1).AddDays(-1))
        {
            throw new EditRefusedException("Tanggal mulai berlaku melewati bulan terakhir jadwal ini.");
        }
    }

    private void DemandDraft(string refusal)
    {
        if (Status != ScheduleStatus.Draft)
        {
            throw new EditRefusedException(refusal);
        }
    }

    private Submission DemandSubmission() =>
        Status == ScheduleStatus.Submitted
            ? Submission!
            : throw new EditRefusedException("Jadwal ini tidak sedang diajukan; muat ulang halaman untuk melihat keadaan terakhir.");

    private void DemandInForce()
    {
        if (Status != ScheduleStatus.Issued)
        {
            throw new EditRefusedException("Lampiran ini tidak berlaku lagi; muat ulang halaman untuk melihat keadaan terakhir.");
        }
    }
}
