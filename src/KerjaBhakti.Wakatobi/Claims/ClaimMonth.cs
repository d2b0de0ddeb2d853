using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Services;

namespace KerjaBhakti.Wakatobi.Claims;

/// <summary>Where a claim month stands.</summary>
public enum ClaimStatus
{
    /// <summary>Filed with BPJS.</summary>
    Filed,

    /// <summary>Declared complete (berita acara kelengkapan), or counted as complete because the term has passed.</summary>
    Complete,

    /// <summary>Verified, and something is still owed or open.</summary>
    Verified,

    /// <summary>Verified, paid, and nothing is pending or disputed.</summary>
    Paid,
}

/// <summary>The terms BPJS works under, in calendar days. They come from outside the regulation and are therefore settings.</summary>
/// <param name="Completeness">Days from filing until a claim that was not answered counts as complete.</param>
/// <param name="Payment">Days from completeness until payment is due.</param>
public sealed record ClaimTerms(int Completeness = 10, int Payment = 15);

/// <summary>
/// The claim of one month (pasal 4(3)): what was filed for each service, what the verification said, what was paid. A month is claimed
/// once; what is filed for it later is a claim of its own with a number (klaim susulan).
/// </summary>
public sealed class ClaimMonth
{
    /// <summary>The longest name of a tariff scheme, in characters.</summary>
    public const int SchemeLength = 50;

    /// <summary>The longest document number, in characters.</summary>
    public const int DocumentLength = 100;

    private readonly List<ClaimLine> lines = [];
    private readonly List<ClaimDecision> decisions = [];

    private ClaimMonth() { }

    private ClaimMonth(ClaimKey key, string scheme, DateOnly filedOn, DateOnly enteredOn, ClaimTerms terms)
    {
        Month = key.Month;
        Number = key.Number;
        EnteredOn = enteredOn;
        Scheme = scheme;
        FiledOn = filedOn;
        CompletenessDueOn = filedOn.AddDays(terms.Completeness);
        PaymentDays = terms.Payment;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The month of the services.</summary>
    public FiscalMonth Month { get; private set; }

    /// <summary>The number of a later claim for the month (klaim susulan), from 1; 0 for its first. Unique with the month.</summary>
    public int Number { get; private set; }

    /// <summary>Which claim it is.</summary>
    public ClaimKey Key => new(Month, Number);

    /// <summary>What it is called: "Maret 2024", "Maret 2024 susulan 1".</summary>
    public string Name => Key.ToIndonesian();

    /// <summary>When it was entered here, which may be long after it was filed.</summary>
    public DateOnly EnteredOn { get; private set; }

    /// <summary>Whether it was entered when BPJS's time to answer was over: history, whose figures nobody here had seen before.</summary>
    public bool IsEnteredLate => EnteredOn > CompletenessDueOn;

    /// <summary>What the verification decided, the first and the later ones, in order.</summary>
    public IReadOnlyList<ClaimDecision> Decisions => decisions;

    /// <summary>The tariff scheme it was filed under: INA-CBG, or what follows it.</summary>
    public string Scheme { get; private set; } = string.Empty;

    /// <summary>When it was filed.</summary>
    public DateOnly FiledOn { get; private set; }

    /// <summary>The last day for BPJS to answer; without an answer the claim counts as complete on that day.</summary>
    public DateOnly CompletenessDueOn { get; private set; }

    /// <summary>How many calendar days BPJS has to pay, from completeness.</summary>
    public int PaymentDays { get; private set; }

    /// <summary>The day it was declared complete; null while it was not.</summary>
    public DateOnly? DeclaredCompleteOn { get; private set; }

    /// <summary>The number of the declaration (BA kelengkapan); null where there is none.</summary>
    public string? CompletenessDocument { get; private set; }

    /// <summary>When it was last verified; null while it was not.</summary>
    public DateOnly? VerifiedOn { get; private set; }

    /// <summary>What was paid so far.</summary>
    public Rupiah Paid { get; private set; }

    /// <summary>What BPJS took back of what it paid, by audit, refund or set-off. It is not owed again.</summary>
    public Rupiah Deducted { get; private set; }

    /// <summary>When it was last paid; null while it was not.</summary>
    public DateOnly? PaidOn { get; private set; }

    /// <summary>How often it was changed. Two writers who read the same revision cannot both save.</summary>
    public int Revision { get; private set; }

    /// <summary>The services.</summary>
    public IReadOnlyList<ClaimLine> Lines => lines;

    /// <summary>What was filed.</summary>
    public Rupiah Filed => lines.Sum(line => line.Filed);

    /// <summary>What is to be paid in all; nothing before verification.</summary>
    public Rupiah Verified => lines.Sum(line => line.Verified);

    /// <summary>What is neither paid for nor refused yet: pending and disputed.</summary>
    public Rupiah Open => lines.Sum(line => line.Pending + line.Disputed);

    /// <summary>What BPJS still has to pay of what was verified.</summary>
    public Rupiah Owed => Verified - Paid;

    /// <summary>Files the claim of a month.</summary>
    /// <param name="month">The month of the services.</param>
    /// <param name="scheme">The tariff scheme.</param>
    /// <param name="filedOn">When it was filed, not before the month.</param>
    /// <param name="filings">One for each service, at least one with an amount.</param>
    /// <param name="services">The services that may be claimed.</param>
    /// <param name="filed">The claims that were filed already.</param>
    /// <param name="terms">The terms of BPJS.</param>
    /// <param name="isLater">Whether it is filed for a month that was claimed already; it gets the next number.</param>
    /// <param name="enteredOn">The day it is entered; the day of filing where it is left out.</param>
    /// <exception cref="FundRefusedException">The month was filed already, or something in it cannot be; says all of it.</exception>
    public static ClaimMonth File(
        FiscalMonth month,
        string scheme,
        DateOnly filedOn,
        IReadOnlyList<ClaimFiling> filings,
        IReadOnlyList<Service> services,
        IReadOnlyCollection<ClaimKey> filed,
        ClaimTerms terms,
        bool isLater = false,
        DateOnly? enteredOn = null
    )
    {
        var problems = new List<string>();
        var ofMonth = filed.Where(other => other.Month.CompareTo(month) == 0).Select(other => other.Number).ToList();
        if (!isLater && ofMonth.Count > 0)
        {
            problems.Add(
                $"Klaim {month.ToIndonesian()} sudah ada; satu bulan hanya diajukan satu kali. Yang diajukan kemudian dicatat sebagai klaim susulan."
            );
        }

        if (isLater && ofMonth.Count == 0)
        {
            problems.Add($"Klaim {month.ToIndonesian()} belum ada; klaim susulan menyusul klaim bulan itu.");
        }

        var key = new ClaimKey(month, isLater ? ofMonth.DefaultIfEmpty(0).Max() + 1 : 0);
        if (key.Number > ClaimKey.MostLater)
        {
            problems.Add($"Klaim {month.ToIndonesian()} sudah mempunyai {ClaimKey.MostLater} klaim susulan.");
        }

        if (filedOn < month.FirstDay)
        {
            problems.Add($"Klaim {month.ToIndonesian()} tidak dapat diajukan {filedOn.ToIndonesian()}, sebelum bulan itu mulai.");
        }

        if (scheme.Trim().Length is 0 or > SchemeLength)
        {
            problems.Add($"Skema tarif harus diisi, paling panjang {SchemeLength} huruf.");
        }

        problems.AddRange(ClaimCheck.Filings(filings, services));
        FundRefusedException.ThrowIfAny(problems);
        var claim = new ClaimMonth(key, scheme.Trim(), filedOn, enteredOn ?? filedOn, terms);
        claim.lines.AddRange(filings.Select(filing => new ClaimLine(claim.Id, filing)));
        return claim;
    }

    /// <summary>The day the claim is complete: as declared, or the last day of the term once it has passed; null before.</summary>
    public DateOnly? CompleteOn(DateOnly today) => DeclaredCompleteOn ?? (today >= CompletenessDueOn ? CompletenessDueOn : null);

    /// <summary>
    /// The last day for BPJS to pay what it owes, or paid last; null while the claim is not complete. Of several decisions it is the one
    /// that is late longest, or else the next.
    /// </summary>
    public DateOnly? PaymentDueOn(DateOnly today) => Concerning(today)?.DueOn ?? CompleteOn(today)?.AddDays(PaymentDays);

    /// <summary>Since when BPJS has had all it needs for what it owes; null while the claim is not complete.</summary>
    public DateOnly? WaitingSince(DateOnly today) => Concerning(today)?.CompleteOn ?? CompleteOn(today);

    /// <summary>Where it stands on a day.</summary>
    public ClaimStatus StatusOn(DateOnly today) =>
        (VerifiedOn, CompleteOn(today)) switch
        {
            (not null, _) when Owed == Rupiah.Zero && Open == Rupiah.Zero => ClaimStatus.Paid,
            (not null, _) => ClaimStatus.Verified,
            (null, not null) => ClaimStatus.Complete,
            (null, null) => ClaimStatus.Filed,
        };

    /// <summary>
    /// How many days payment is late on a day; 0 where it is not. Each decision has its own deadline: what was pending and decided later is
    /// late only after its own, and the days of what is paid stop with its payment.
    /// </summary>
    public int DaysLateOn(DateOnly today) =>
        VerifiedOn is not null ? Payable.Select(decision => LateOn(decision, today)).DefaultIfEmpty(0).Max()
        : CompleteOn(today)?.AddDays(PaymentDays) is { } due ? Math.Max(0, today.DayNumber - due.DayNumber)
        : 0;

    /// <summary>Why what was filed can be neither corrected nor withdrawn; null where it can.</summary>
    /// <param name="today">The date.</param>
    public string? WhyNotChange(DateOnly today) =>
        this switch
        {
            _ when Paid != Rupiah.Zero || Deducted != Rupiah.Zero => $"Klaim {Name} sudah dibayar; yang diajukan tidak dapat diubah lagi.",
            _ when StatusOn(today) != ClaimStatus.Filed && !IsEnteredLate =>
                $"Klaim {Name} sudah lengkap; jumlah yang diajukan tidak dapat diubah lagi.",
            _ => null,
        };

    /// <summary>
    /// Replaces what was filed: while BPJS has not answered, and of a claim that was entered late until money has been received for it.
    /// What its verification said is void with it.
    /// </summary>
    /// <exception cref="FundRefusedException">It cannot be changed any more, or something in it cannot be.</exception>
    public void Correct(IReadOnlyList<ClaimFiling> filings, IReadOnlyList<Service> services, DateOnly today)
    {
        RequireChangeable(today);
        FundRefusedException.ThrowIfAny([.. ClaimCheck.Filings(filings, services)]);
        lines.Clear();
        lines.AddRange(filings.Select(filing => new ClaimLine(Id, filing)));
        decisions.Clear();
        VerifiedOn = null;
        Revision++;
    }

    /// <summary>Refuses where it can be neither corrected nor withdrawn.</summary>
    /// <exception cref="FundRefusedException">Money was received for it, or BPJS has answered.</exception>
    public void RequireChangeable(DateOnly today)
    {
        if (WhyNotChange(today) is { } problem)
        {
            throw new FundRefusedException(problem);
        }
    }

    /// <summary>Records the declaration of completeness.</summary>
    /// <param name="on">Its date, from filing to the last day of the term.</param>
    /// <param name="document">Its number.</param>
    /// <exception cref="FundRefusedException">It was declared before, or the date cannot be.</exception>
    public void DeclareComplete(DateOnly on, string document)
    {
        if (DeclaredCompleteOn is { } declared)
        {
            throw new FundRefusedException($"Klaim {Name} sudah dinyatakan lengkap {declared.ToIndonesian()}.");
        }

        if (on < FiledOn || on > CompletenessDueOn)
        {
            throw new FundRefusedException(
                $"Tanggal BA kelengkapan {on.ToIndonesian()} harus antara {FiledOn.ToIndonesian()} (pengajuan) dan "
                    + $"{CompletenessDueOn.ToIndonesian()}; sesudah itu klaim lengkap dengan sendirinya."
            );
        }

        if (VerifiedOn is not null || document.Trim().Length is 0 or > DocumentLength)
        {
            throw new FundRefusedException(
                VerifiedOn is not null
                    ? $"Klaim {Name} sudah diverifikasi."
                    : $"Nomor BA kelengkapan harus diisi, paling panjang {DocumentLength} huruf."
            );
        }

        DeclaredCompleteOn = on;
        CompletenessDocument = document.Trim();
        Revision++;
    }

    /// <summary>Records what the verification said; again when pending or disputed parts were decided.</summary>
    /// <param name="on">Its date, not before completeness.</param>
    /// <param name="verdicts">One for each service of the claim.</param>
    /// <param name="services">What services are called in a refusal; one that is not among them goes by its code.</param>
    /// <param name="completeOn">When what was handed in for pending parts was complete; the date of the decision where it is left out. The
    /// first verification goes by the claim's own completeness.</param>
    /// <exception cref="FundRefusedException">The claim is not complete, the parts are not what was filed, or less would be owed than was
    /// paid; says all of it.</exception>
    public void Verify(
        DateOnly on,
        IReadOnlyList<ClaimVerdict> verdicts,
        IReadOnlyList<Service>? services = null,
        DateOnly? completeOn = null
    )
    {
        var problems = ClaimCheck.Verdicts(lines, verdicts, services ?? []).ToList();
        var complete = CompleteOn(on) ?? on.AddDays(1);
        if (on < complete)
        {
            problems.Add($"Klaim {Name} belum lengkap pada {on.ToIndonesian()}, sehingga belum dapat diverifikasi.");
        }

        if (VerifiedOn > on)
        {
            problems.Add($"Klaim {Name} sudah diverifikasi {VerifiedOn.Value.ToIndonesian()}, sesudah {on.ToIndonesian()}.");
        }

        var verified = verdicts.Sum(verdict => verdict.Verified);
        if (verified < Paid)
        {
            problems.Add($"Hasil verifikasi {verified} kurang dari yang sudah dibayar, {Paid}.");
        }

        var concerns = VerifiedOn is null ? complete : completeOn ?? on;
        if (VerifiedOn is { } first && (concerns > on || concerns < first))
        {
            problems.Add(
                $"Kelengkapan berkas pending {concerns.ToIndonesian()} harus antara verifikasi sebelumnya, {first.ToIndonesian()}, dan keputusannya, {on.ToIndonesian()}."
            );
        }

        FundRefusedException.ThrowIfAny(problems);
        foreach (var line in lines)
        {
            line.Take(verdicts.First(verdict => verdict.Service == line.Service));
        }

        VerifiedOn = on;
        decisions.Add(new ClaimDecision(on, concerns, concerns.AddDays(PaymentDays), verified, SettledOn: null));
        Settle(on);
        Revision++;
    }

    /// <summary>The problem of a payment as a sentence; null where it can be taken.</summary>
    internal string? WhyNotPay(Rupiah amount, DateOnly on) =>
        amount switch
        {
            _ when decisions.Count == 0 || on < decisions[0].On =>
                $"Klaim {Name} belum diverifikasi pada {on.ToIndonesian()}, sehingga belum dapat dibayar.",
            _ when amount <= Rupiah.Zero => $"Pembayaran klaim {Name} harus lebih dari nol.",
            _ when amount > Owed => $"Pembayaran {amount} untuk klaim {Name} melebihi yang masih harus dibayar, {Owed}.",
            _ => null,
        };

    internal void Deduct(Rupiah amount)
    {
        Deducted += amount;
        Revision++;
    }

    internal void TakeBack(Rupiah paid, Rupiah deducted, DateOnly? lastPaid)
    {
        Paid -= paid;
        Deducted -= deducted;
        PaidOn = lastPaid;
        Settle(lastPaid ?? default);
        Revision++;
    }

    internal void Pay(Rupiah amount, DateOnly on)
    {
        Paid += amount;
        PaidOn = PaidOn is { } before && before > on ? before : on;
        Settle(on);
        Revision++;
    }

    private IEnumerable<ClaimDecision> Payable =>
        decisions.Where((_, index) => PayableThrough(index) > (index == 0 ? Rupiah.Zero : PayableThrough(index - 1)));

    // What a later decision lowers was never payable: the lowest that still comes counts.
    private Rupiah PayableThrough(int index) => decisions.Skip(index).Min(decision => decision.Verified);

    private static int LateOn(ClaimDecision decision, DateOnly today) =>
        Math.Max(0, (decision.SettledOn ?? today).DayNumber - decision.DueOn.DayNumber);

    private ClaimDecision? Concerning(DateOnly today)
    {
        var payable = Payable.ToList();
        return payable.Where(decision => LateOn(decision, today) > 0).MaxBy(decision => LateOn(decision, today))
            ?? payable.Find(decision => decision.SettledOn is null)
            ?? payable.LastOrDefault();
    }

    /// <summary>Payments settle decisions in their order.</summary>
    private void Settle(DateOnly on)
    {
        for (var index = 0; index < decisions.Count; index++)
        {
            decisions[index] = decisions[index] with
            {
                SettledOn = Paid >= PayableThrough(index) ? decisions[index].SettledOn ?? on : null,
            };
        }
    }
}
