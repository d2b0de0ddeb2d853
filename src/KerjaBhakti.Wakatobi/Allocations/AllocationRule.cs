using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Allocations;

/// <summary>What a share of the claim fund is for.</summary>
public enum FundPurpose
{
    /// <summary>Service fees of the staff (pasal 5(2) letter a).</summary>
    Fees,

    /// <summary>Medicines, supplies, equipment, facilities and operations (pasal 5(2) letter b, pasal 6(3)).</summary>
    Spending,
}

/// <summary>One share of a rule.</summary>
/// <param name="Code">Its code, unique in the rule: <c>JASA</c>.</param>
/// <param name="Name">What the legal text calls it.</param>
/// <param name="Article">Where the legal text says so: "Pasal 5 ayat (2) huruf a".</param>
/// <param name="Share">The share.</param>
/// <param name="Purpose">What it is for.</param>
public sealed record AllocationShare(string Code, string Name, string Article, Percent Share, FundPurpose Purpose);

/// <summary>
/// How receipts are shared between given dates, and by what law (pasal 5(2), 11 and 12). Shares never change; another regulation is another
/// rule.
/// </summary>
public sealed class AllocationRule : IDated
{
    /// <summary>The longest code, in characters.</summary>
    public const int CodeLength = 20;

    /// <summary>The longest legal basis, in characters.</summary>
    public const int LegalBasisLength = 300;

    private readonly List<AllocationShare> shares = [];

    private AllocationRule() { }

    /// <summary>A rule.</summary>
    /// <param name="legalBasis">The regulation, as it is cited.</param>
    /// <param name="effectiveFrom">The first day.</param>
    /// <param name="effectiveTo">The last day, included; null while no end is known.</param>
    /// <param name="shares">At least one; codes differ and shares sum to exactly 100 %.</param>
    /// <param name="replaces">The regulation it put out of force; empty where it names none. A receipt of before is refused with this
    /// name.</param>
    /// <exception cref="FundRefusedException">Something is wrong; says all of it.</exception>
    public AllocationRule(
        string legalBasis,
        DateOnly effectiveFrom,
        DateOnly? effectiveTo,
        IReadOnlyList<AllocationShare> shares,
        string replaces = ""
    )
    {
        LegalBasis = legalBasis;
        EffectiveFrom = effectiveFrom;
        EffectiveTo = effectiveTo;
        Replaces = replaces;
        this.shares.AddRange(shares);
        FundRefusedException.ThrowIfAny([.. Problems()]);
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The regulation, as it is cited.</summary>
    public string LegalBasis { get; private set; } = string.Empty;

    /// <summary>The first day it is in force.</summary>
    public DateOnly EffectiveFrom { get; private set; }

    /// <summary>The last day it is in force, included; null while no end is known.</summary>
    public DateOnly? EffectiveTo { get; private set; }

    /// <summary>The regulation it put out of force; may be empty.</summary>
    public string Replaces { get; private set; } = string.Empty;

    /// <summary>How often it was changed. Two writers who read the same revision cannot both save.</summary>
    public int Revision { get; private set; }

    /// <summary>The shares; they sum to exactly 100 %.</summary>
    public IReadOnlyList<AllocationShare> Shares => shares;

    /// <inheritdoc/>
    string IDated.Name => LegalBasis;

    /// <summary>Sets its last day, because another rule follows.</summary>
    /// <exception cref="FundRefusedException">It has ended already, or would end before it begins.</exception>
    public void EndOn(DateOnly last)
    {
        if (EffectiveTo is { } ended)
        {
            throw new FundRefusedException($"{LegalBasis} sudah berakhir {ended.ToIndonesian()}.");
        }

        EffectiveTo =
            last >= EffectiveFrom
                ? last
                : throw new FundRefusedException(
                    $"{LegalBasis} tidak dapat berakhir {last.ToIndonesian()}, sebelum mulai berlaku {EffectiveFrom.ToIndonesian()}."
                );
        Revision++;
    }

    private IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(LegalBasis) || LegalBasis.Length > LegalBasisLength)
        {
            yield return $"Dasar hukum harus diisi, paling panjang {LegalBasisLength} huruf.";
        }

        if (Replaces.Length > LegalBasisLength)
        {
            yield return $"Peraturan yang diganti paling panjang {LegalBasisLength} huruf.";
        }

        foreach (var problem in DatedSeries.Problems([this]))
        {
            yield return problem;
        }

        if (shares.Any(share => share.Code.Length is 0 or > CodeLength))
        {
            yield return $"Kode bagian harus diisi, paling panjang {CodeLength} huruf.";
        }

        foreach (var twice in shares.CountBy(share => share.Code).Where(count => count.Value > 1))
        {
            yield return $"Bagian '{twice.Key}' ada {twice.Value} kali.";
        }

        if (Percent.WhyNotWhole(shares.Select(share => share.Share), "Bagian dana klaim") is { } sum)
        {
            yield return sum;
        }
    }
}
