using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Allocations;

/// <summary>Every rule that is known, without a gap or an overlap between the first and the last.</summary>
public sealed class AllocationRules
{
    private readonly List<AllocationRule> rules;

    /// <summary>The rules, in any order.</summary>
    /// <exception cref="FundRefusedException">There is a gap or an overlap; says every one.</exception>
    public AllocationRules(IEnumerable<AllocationRule> rules)
    {
        this.rules = [.. rules.OrderBy(rule => rule.EffectiveFrom)];
        FundRefusedException.ThrowIfAny([.. DatedSeries.Problems(this.rules)]);
    }

    /// <summary>The rules, the first in force first.</summary>
    public IReadOnlyList<AllocationRule> All => rules;

    /// <summary>The rule in force on the date of a receipt (pasal 12).</summary>
    /// <exception cref="FundRefusedException">None is; says why.</exception>
    public AllocationRule InForceOn(DateOnly date)
    {
        if (rules.Count == 0)
        {
            throw new FundRefusedException("Belum ada aturan pembagian dana klaim; masukkan aturan beserta dasar hukumnya lebih dahulu.");
        }

        return rules.On(date) ?? throw new FundRefusedException(date < rules[0].EffectiveFrom ? WhyTooEarly(date) : WhyTooLate(date));
    }

    private string WhyTooEarly(DateOnly date)
    {
        var first = rules[0];
        var earlier =
            first.Replaces.Length == 0
                ? "Aturan yang berlaku sebelumnya belum dimasukkan"
                : $"Sebelum itu berlaku {first.Replaces}, yang naskahnya tidak tersedia";
        return $"Tanggal {date.ToIndonesian()} mendahului {first.LegalBasis}, yang berlaku sejak {first.EffectiveFrom.ToIndonesian()}. {earlier}; "
            + "penerimaan ini baru dapat dibagi setelah aturan itu dimasukkan.";
    }

    private string WhyTooLate(DateOnly date)
    {
        var last = rules[^1];
        return $"Tanggal {date.ToIndonesian()} melewati {last.LegalBasis}, yang berakhir {last.EffectiveTo!.Value.ToIndonesian()}; "
            + "masukkan aturan penggantinya lebih dahulu.";
    }
}
