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
/// The claim of one month (pasal 4(3)): what was filed for each service, what the verification said, what was paid. A month is claimed once.
/// </summary>
public sealed class ClaimMonth
{
    /// <summary>The longest name of a tariff scheme, in characters.</summary>
    public const int SchemeLength = 50;

    /// <summary>The longest document number, in characters.</summary>
    public const int DocumentLength = 100;

    private readonly List<ClaimLine> lines = [];

    private ClaimMonth()
    {
    }

    private ClaimMonth(FiscalMonth month, string scheme, DateOnly filedOn, ClaimTerms terms)
    {
        Month = month;
        Scheme = scheme;
        FiledOn = filedOn;
        CompletenessDueOn = filedOn.AddDays(terms.Completeness);
        PaymentDays = terms.Payment;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The month of the services; unique.</summary>
    public FiscalMonth Month { get; private set; }

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
    /// <param name="filedMonths">The months that were filed already.</param>
    /// <param name="terms">The terms of BPJS.</param>
    /// <exception cref="FundRefusedException">The month was filed already, or something in it cannot be; says all of it.</exception>
    public static ClaimMonth File(
        FiscalMonth month,
        string scheme,
        DateOnly filedOn,
        IReadOnlyList<ClaimFiling> filings,
        IReadOnlyList<Service> services,
        IReadOnlyCollection<FiscalMonth> filedMonths,
        ClaimTerms terms)
    {
        var problems = new List<string>();
        if (filedMonths.Contains(month))
        {
            problems.Add($"Klaim {month.ToIndonesian()} sudah ada; satu bulan hanya diajukan satu kali.");
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
        var claim = new ClaimMonth(month, scheme.Trim(), filedOn, terms);
        claim.lines.AddRange(filings.Select(filing => new ClaimLine(claim.Id, filing)));
        return claim;
    }

    /// <summary>The day the claim is complete: as declared, or the last day of the term once it has passed; null before.</summary>
    public DateOnly? CompleteOn(DateOnly today) => DeclaredCompleteOn ?? (today >= CompletenessDueOn ? CompletenessDueOn : null);

    /// <summary>The last day for BPJS to pay; null while the claim is not complete.</summary>
    public DateOnly? PaymentDueOn(DateOnly today) => CompleteOn(today)?.AddDays(PaymentDays);

    /// <summary>Where it stands on a day.</summary>
    public ClaimStatus StatusOn(DateOnly today) => (VerifiedOn, CompleteOn(today)) switch
    {
        (not null, _) when Owed == Rupiah.Zero && Open == Rupiah.Zero => ClaimStatus.Paid,
        (not null, _) => ClaimStatus.Verified,
        (null, not null) => ClaimStatus.Complete,
        (null, null) => ClaimStatus.Filed,
    };

    /// <summary>
    /// How many days payment is late on a day; 0 where it is not. Pending and disputed parts are the hospital's turn: once what was verified is paid,
    /// the days stop with the last payment.
    /// </summary>
    public int DaysLateOn(DateOnly today)
    {
        var settled = VerifiedOn is not null && Owed == Rupiah.Zero;
        var until = settled ? PaidOn ?? VerifiedOn!.Value : today;
        return PaymentDueOn(today) is { } due ? Math.Max(0, until.DayNumber - due.DayNumber) : 0;
    }

    /// <summary>Replaces what was filed, while BPJS has not answered.</summary>
    /// <exception cref="FundRefusedException">It is complete already, or something in it cannot be.</exception>
    public void Correct(IReadOnlyList<ClaimFiling> filings, IReadOnlyList<Service> services, DateOnly today)
    {
        if (StatusOn(today) != ClaimStatus.Filed)
        {
            throw new FundRefusedException($"Klaim {Month.ToIndonesian()} sudah lengkap; jumlah yang diajukan tidak dapat diubah lagi.");
        }

        FundRefusedException.ThrowIfAny([.. ClaimCheck.Filings(filings, services)]);
        lines.Clear();
        lines.AddRange(filings.Select(filing => new ClaimLine(Id, filing)));
        Revision++;
    }

    /// <summary>Records the declaration of completeness.</summary>
    /// <param name="on">Its date, from filing to the last day of the term.</param>
    /// <param name="document">Its number.</param>
    /// <exception cref="FundRefusedException">It was declared before, or the date cannot be.</exception>
    public void DeclareComplete(DateOnly on, string document)
    {
        if (DeclaredCompleteOn is { } declared)
        {
            throw new FundRefusedException($"Klaim {Month.ToIndonesian()} sudah dinyatakan lengkap {declared.ToIndonesian()}.");
        }

        if (on < FiledOn || on > CompletenessDueOn)
        {
            throw new FundRefusedException(
                $"Tanggal BA kelengkapan {on.ToIndonesian()} harus antara {FiledOn.ToIndonesian()} (pengajuan) dan "
                + $"{CompletenessDueOn.ToIndonesian()}; sesudah itu klaim lengkap dengan sendirinya.");
        }

        if (VerifiedOn is not null || document.Trim().Length is 0 or > DocumentLength)
        {
            throw new FundRefusedException(VerifiedOn is not null
                ? $"Klaim {Month.ToIndonesian()} sudah diverifikasi."
                : $"Nomor BA kelengkapan harus diisi, paling panjang {DocumentLength} huruf.");
        }

        DeclaredCompleteOn = on;
        CompletenessDocument = document.Trim();
        Revision++;
    }

    /// <summary>Records what the verification said; again when pending or disputed parts were decided.</summary>
    /// <param name="on">Its date, not before completeness.</param>
    /// <param name="verdicts">One for each service of the claim.</param>
    /// <param name="services">What services are called in a refusal; one that is not among them goes by its code.</param>
    /// <exception cref="FundRefusedException">The claim is not complete, the parts are not what was filed, or less would be owed than was paid; says all of it.</exception>
    public void Verify(DateOnly on, IReadOnlyList<ClaimVerdict> verdicts, IReadOnlyList<Service>? services = null)
    {
        var problems = ClaimCheck.Verdicts(lines, verdicts, services ?? []).ToList();
        if (CompleteOn(on) is not { } complete || on < complete)
        {
            problems.Add($"Klaim {Month.ToIndonesian()} belum lengkap pada {on.ToIndonesian()}, sehingga belum dapat diverifikasi.");
        }

        if (VerifiedOn > on)
        {
            problems.Add($"Klaim {Month.ToIndonesian()} sudah diverifikasi {VerifiedOn.Value.ToIndonesian()}, sesudah {on.ToIndonesian()}.");
        }

        var verified = verdicts.Sum(verdict => verdict.Verified);
        if (verified < Paid)
        {
            problems.Add($"Hasil verifikasi {verified} kurang dari yang sudah dibayar, {Paid}.");
        }

        FundRefusedException.ThrowIfAny(problems);
        foreach (var line in lines)
        {
            line.Take(verdicts.First(verdict => verdict.Service == line.Service));
        }

        VerifiedOn = on;
        Revision++;
    }

    /// <summary>The problem of a payment as a sentence; null where it can be taken.</summary>
    internal string? WhyNotPay(Rupiah amount, DateOnly on) => amount switch
    {
        _ when VerifiedOn is not { } verified || on < verified =>
            $"Klaim {Month.ToIndonesian()} belum diverifikasi pada {on.ToIndonesian()}, sehingga belum dapat dibayar.",
        _ when amount <= Rupiah.Zero => $"Pembayaran klaim {Month.ToIndonesian()} harus lebih dari nol.",
        _ when amount > Owed => $"Pembayaran {amount} untuk klaim {Month.ToIndonesian()} melebihi yang masih harus dibayar, {Owed}.",
        _ => null,
    };

    internal void Pay(Rupiah amount, DateOnly on)
    {
        Paid += amount;
        PaidOn = PaidOn is { } before && before > on ? before : on;
        Revision++;
    }
}
