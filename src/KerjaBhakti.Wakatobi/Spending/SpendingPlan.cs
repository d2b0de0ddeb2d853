using KerjaBhakti.Wakatobi.CarryOver;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Spending;

/// <summary>What the second half of the fund may be spent on (pasal 6(3)).</summary>
/// <param name="Code">Its code, at most <see cref="CodeLength"/> characters.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Article">Where the regulation names it.</param>
/// <param name="Purpose">What SiLPA that pays for it must have been approved for (pasal 10(3)).</param>
public sealed record SpendingCategory(string Code, string Name, string Article, SilpaPurpose Purpose = SilpaPurpose.Operations)
{
    /// <summary>The longest code, in characters.</summary>
    public const int CodeLength = 20;
}

/// <summary>A category's share of a plan.</summary>
/// <param name="Category">The code of the category.</param>
/// <param name="Share">Its share of the second half, which is taken as 100 %.</param>
public sealed record SpendingShare(string Category, Percent Share);

/// <summary>
/// How the second half is divided among the categories between given dates. Pasal 6(3) takes it as 100 % but names no shares, so they are
/// decided by the hospital.
/// </summary>
public sealed class SpendingPlan : IDated
{
    /// <summary>The longest name of the deciding document, in characters.</summary>
    public const int BasisLength = 300;

    private readonly List<SpendingShare> shares = [];

    private SpendingPlan() { }

    /// <summary>A plan.</summary>
    /// <param name="basis">The document that decided it.</param>
    /// <param name="effectiveFrom">The first day.</param>
    /// <param name="effectiveTo">The last day, included; null while no end is known.</param>
    /// <param name="shares">Each category once; they sum to exactly 100 %.</param>
    /// <param name="categories">The categories there are.</param>
    /// <exception cref="FundRefusedException">Something is wrong; says all of it.</exception>
    public SpendingPlan(
        string basis,
        DateOnly effectiveFrom,
        DateOnly? effectiveTo,
        IReadOnlyList<SpendingShare> shares,
        IReadOnlyList<SpendingCategory> categories
    )
    {
        Basis = basis.Trim();
        EffectiveFrom = effectiveFrom;
        EffectiveTo = effectiveTo;
        this.shares.AddRange(shares);
        FundRefusedException.ThrowIfAny([.. Problems(categories)]);
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The document that decided it.</summary>
    public string Basis { get; private set; } = string.Empty;

    /// <summary>The first day it is in force.</summary>
    public DateOnly EffectiveFrom { get; private set; }

    /// <summary>The last day it is in force, included; null while no end is known.</summary>
    public DateOnly? EffectiveTo { get; private set; }

    /// <summary>How often it was changed. Two writers who read the same revision cannot both save.</summary>
    public int Revision { get; private set; }

    /// <summary>The shares; they sum to exactly 100 %.</summary>
    public IReadOnlyList<SpendingShare> Shares => shares;

    /// <inheritdoc/>
    string IDated.Name => Basis;

    /// <summary>Sets its last day, because another plan follows.</summary>
    /// <exception cref="FundRefusedException">It has ended already, or would end before it begins.</exception>
    public void EndOn(DateOnly last)
    {
        if (EffectiveTo is not null || last < EffectiveFrom)
        {
            throw new FundRefusedException(
                EffectiveTo is { } ended
                    ? $"{Basis} sudah berakhir {ended.ToIndonesian()}."
                    : $"{Basis} tidak dapat berakhir {last.ToIndonesian()}, sebelum mulai berlaku {EffectiveFrom.ToIndonesian()}."
            );
        }

        EffectiveTo = last;
        Revision++;
    }

    private IEnumerable<string> Problems(IReadOnlyList<SpendingCategory> categories)
    {
        if (Words.WhyNot(Basis, "Dasar rencana", BasisLength) is { } problem)
        {
            yield return problem;
        }

        foreach (var date in DatedSeries.Problems([this]))
        {
            yield return date;
        }

        foreach (var unknown in shares.Where(share => categories.All(category => category.Code != share.Category)))
        {
            yield return $"Jenis belanja '{unknown.Category}' tidak dikenal.";
        }

        foreach (var twice in shares.CountBy(share => share.Category).Where(count => count.Value > 1))
        {
            yield return $"{categories.FirstOrDefault(category => category.Code == twice.Key)?.Name ?? twice.Key} ada {twice.Value} kali.";
        }

        if (Percent.WhyNotWhole(shares.Select(share => share.Share), "Bagian jenis belanja") is { } sum)
        {
            yield return sum;
        }
    }
}

/// <summary>Every plan, without a gap or an overlap between the first and the last.</summary>
public sealed class SpendingPlans
{
    private readonly List<SpendingPlan> plans;

    /// <summary>The plans, in any order.</summary>
    /// <exception cref="FundRefusedException">There is a gap or an overlap; says every one.</exception>
    public SpendingPlans(IEnumerable<SpendingPlan> plans)
    {
        this.plans = [.. plans.OrderBy(plan => plan.EffectiveFrom)];
        FundRefusedException.ThrowIfAny([.. DatedSeries.Problems(this.plans)]);
    }

    /// <summary>The plan in force on the date of a receipt.</summary>
    /// <exception cref="FundRefusedException">None is.</exception>
    public SpendingPlan InForceOn(DateOnly date) =>
        plans.On(date)
        ?? throw new FundRefusedException(
            $"Belum ada rencana belanja yang berlaku pada {date.ToIndonesian()}; masukkan rencana itu lebih dahulu."
        );
}
