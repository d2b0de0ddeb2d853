using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.CarryOver;

/// <summary>What SiLPA is used for (pasal 10(3)).</summary>
public enum SilpaPurpose
{
    /// <summary>Operations (belanja operasional).</summary>
    Operations,

    /// <summary>Capital (belanja modal).</summary>
    Capital,
}

/// <summary>Why a use cannot wait for the budget amendment (pasal 10(4)).</summary>
public enum UrgentCriterion
{
    /// <summary>Letter a: services to the public whose budget is not there yet or not enough in the current year.</summary>
    BudgetMissing,

    /// <summary>Letter b: a delay would affect the continuity of services and cause more loss.</summary>
    DelayCausesLoss,
}

/// <summary>Where a use of SiLPA stands.</summary>
public enum SilpaUseStatus
{
    /// <summary>It waits for the Director; its amount is kept free for it.</summary>
    Proposed,

    /// <summary>The Director approved it, and it can be spent.</summary>
    Approved,

    /// <summary>The Director declined it; its amount is free again.</summary>
    Declined,
}

/// <summary>The document a use of SiLPA rests on.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Date">Its date.</param>
public sealed record LegalDocument(string Number, DateOnly Date);

/// <summary>
/// A use of SiLPA in the year after (pasal 10(2)). An urgent one comes ahead of the budget amendment: it names its criterion and its
/// letter, and is matched to the amendment later (pasal 10(3) and (4)).
/// </summary>
public sealed class SilpaUse
{
    /// <summary>The longest document number, in characters.</summary>
    public const int NumberLength = 100;

    /// <summary>The longest description, in characters.</summary>
    public const int DescriptionLength = 500;

    /// <summary>The longest reason for declining, in characters.</summary>
    public const int ReasonLength = 500;

    private SilpaUse() { }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The year it is used in.</summary>
    public int Year { get; private set; }

    /// <summary>How much may be used.</summary>
    public Rupiah Amount { get; private set; }

    /// <summary>What was used so far.</summary>
    public Rupiah Spent { get; private set; }

    /// <summary>What for.</summary>
    public SilpaPurpose Purpose { get; private set; }

    /// <summary>What for, in words.</summary>
    public string Description { get; private set; } = string.Empty;

    /// <summary>Why it is urgent; null where it waited for the budget.</summary>
    public UrgentCriterion? Criterion { get; private set; }

    /// <summary>The letter an urgent use rests on; null where it waited for the budget.</summary>
    public LegalDocument? Letter { get; private set; }

    /// <summary>The budget or budget amendment it stands in; null while an urgent use is not matched.</summary>
    public LegalDocument? Budget { get; private set; }

    /// <summary>Who approved it; null while nobody has.</summary>
    public Person? ApprovedBy { get; private set; }

    /// <summary>When it was approved.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Who declined it; null where nobody has.</summary>
    public Person? DeclinedBy { get; private set; }

    /// <summary>When it was declined.</summary>
    public DateTimeOffset? DeclinedAt { get; private set; }

    /// <summary>Why it was declined; null where it was not.</summary>
    public string? DeclineReason { get; private set; }

    /// <summary>How often it was changed. Two writers who read the same revision cannot both save.</summary>
    public int Revision { get; private set; }

    /// <summary>What may still be used.</summary>
    public Rupiah Left => Amount - Spent;

    /// <summary>Where it stands.</summary>
    public SilpaUseStatus Status =>
        (ApprovedBy, DeclinedBy) switch
        {
            (not null, _) => SilpaUseStatus.Approved,
            (_, not null) => SilpaUseStatus.Declined,
            _ => SilpaUseStatus.Proposed,
        };

    /// <summary>What it takes of SiLPA, so that no other use can: its amount, or nothing once it was declined.</summary>
    public Rupiah Committed => Status == SilpaUseStatus.Declined ? Rupiah.Zero : Amount;

    /// <summary>Whether it comes ahead of the budget amendment and is not matched to it yet.</summary>
    public bool AwaitsBudget => Budget is null && Status != SilpaUseStatus.Declined;

    /// <summary>A use that stands in the budget.</summary>
    /// <param name="year">The year it is used in.</param>
    /// <param name="available">What of SiLPA no other use has taken.</param>
    /// <param name="amount">How much, more than nothing.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="description">What for, in words.</param>
    /// <param name="budget">The budget or its amendment.</param>
    /// <exception cref="FundRefusedException">More than there is, or something is missing.</exception>
    public static SilpaUse Budgeted(
        int year,
        Rupiah available,
        Rupiah amount,
        SilpaPurpose purpose,
        string description,
        LegalDocument budget
    )
    {
        FundRefusedException.ThrowIfAny([.. Problems(available, amount, description, budget, "Nomor dokumen anggaran")]);
        return new SilpaUse
        {
            Year = year,
            Amount = amount,
            Purpose = purpose,
            Description = description.Trim(),
            Budget = budget,
        };
    }

    /// <summary>An urgent use, ahead of the budget amendment.</summary>
    /// <param name="year">The year it is used in.</param>
    /// <param name="available">What of SiLPA no other use has taken.</param>
    /// <param name="amount">How much, more than nothing.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="description">What for, in words.</param>
    /// <param name="criterion">Why it cannot wait.</param>
    /// <param name="letter">The letter it rests on.</param>
    /// <exception cref="FundRefusedException">More than there is, or something is missing.</exception>
    public static SilpaUse Urgent(
        int year,
        Rupiah available,
        Rupiah amount,
        SilpaPurpose purpose,
        string description,
        UrgentCriterion criterion,
        LegalDocument letter
    )
    {
        FundRefusedException.ThrowIfAny([.. Problems(available, amount, description, letter, "Nomor surat")]);
        return new SilpaUse
        {
            Year = year,
            Amount = amount,
            Purpose = purpose,
            Description = description.Trim(),
            Criterion = criterion,
            Letter = letter,
        };
    }

    /// <summary>The Director approves it; before that nothing can be spent.</summary>
    /// <exception cref="FundRefusedException">It was decided already.</exception>
    public void Approve(Person director, DateTimeOffset at)
    {
        RequireUndecided();
        ApprovedBy = director;
        ApprovedAt = at;
        Revision++;
    }

    /// <summary>The Director declines it; what it took of SiLPA is free again.</summary>
    /// <exception cref="FundRefusedException">It was decided already, or there is no reason.</exception>
    public void Decline(Person director, string reason, DateTimeOffset at)
    {
        RequireUndecided();
        DeclineReason = Words.Require(reason, "Alasan", ReasonLength);
        DeclinedBy = director;
        DeclinedAt = at;
        Revision++;
    }

    /// <summary>Matches an urgent use to the budget amendment that it came ahead of.</summary>
    /// <param name="amendment">The amendment, not older than the letter.</param>
    /// <exception cref="FundRefusedException">It is not approved, stands in a budget already, or the amendment came before the
    /// letter.</exception>
    public void Match(LegalDocument amendment)
    {
        if (Status != SilpaUseStatus.Approved)
        {
            throw new FundRefusedException("Hanya penggunaan SiLPA yang sudah disetujui Direktur yang dicocokkan dengan Perubahan APBD.");
        }

        if (Budget is { } known)
        {
            throw new FundRefusedException(
                $"Penggunaan SiLPA ini sudah tercantum dalam {known.Number} tanggal {known.Date.ToIndonesian()}."
            );
        }

        var number = Words.Require(amendment.Number, "Nomor Perubahan APBD", NumberLength);
        Budget =
            amendment.Date >= Letter!.Date
                ? amendment with
                {
                    Number = number,
                }
                : throw new FundRefusedException(
                    $"Perubahan APBD tanggal {amendment.Date.ToIndonesian()} mendahului surat {Letter.Number} tanggal {Letter.Date.ToIndonesian()}."
                );
        Revision++;
    }

    internal void Spend(Rupiah amount, DateOnly on)
    {
        var problem = amount switch
        {
            _ when ApprovedBy is null => "Penggunaan SiLPA ini belum disetujui Direktur.",
            _ when on.Year != Year => $"Penggunaan SiLPA ini untuk tahun {Year}, bukan {on.ToIndonesian()}.",
            _ when amount > Left => $"Belanja {amount} melebihi sisa penggunaan SiLPA yang disetujui, {Left}.",
            _ => null,
        };
        Spent += problem is null ? amount : throw new FundRefusedException(problem);
        Revision++;
    }

    internal void TakeBack(Rupiah amount)
    {
        Spent -= amount;
        Revision++;
    }

    private static IEnumerable<string> Problems(
        Rupiah available,
        Rupiah amount,
        string description,
        LegalDocument document,
        string documentName
    )
    {
        if (amount <= Rupiah.Zero)
        {
            yield return "Jumlah SiLPA yang digunakan harus lebih dari nol.";
        }
        else if (amount > available)
        {
            yield return $"Penggunaan {amount} melebihi SiLPA bebas yang tersedia, {available}.";
        }

        string?[] texts =
        [
            Words.WhyNot(description, "Uraian penggunaan", DescriptionLength),
            Words.WhyNot(document.Number, documentName, NumberLength),
        ];
        foreach (var problem in texts.OfType<string>())
        {
            yield return problem;
        }
    }

    private void RequireUndecided()
    {
        if (Status != SilpaUseStatus.Proposed)
        {
            throw new FundRefusedException(
                ApprovedBy is { } approved
                    ? $"Penggunaan SiLPA ini sudah disetujui oleh {approved.Name}."
                    : $"Penggunaan SiLPA ini sudah ditolak oleh {DeclinedBy!.Name}."
            );
        }
    }
}
