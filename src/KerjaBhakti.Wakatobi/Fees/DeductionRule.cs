using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Personnel;

namespace KerjaBhakti.Wakatobi.Fees;

/// <summary>
/// What is kept back of the fees of a kind of staff, between two dates: PPh 21 and others. Never changed, only ended; what was deducted
/// keeps the law it was deducted under.
/// </summary>
public sealed class DeductionRule
{
    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 60;

    /// <summary>The longest legal basis, in characters.</summary>
    public const int LegalBasisLength = 300;

    private DeductionRule() { }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>What it is called: "PPh 21".</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>Whose fees it is deducted of.</summary>
    public StaffKind Kind { get; private set; }

    /// <summary>The share of the gross amount.</summary>
    public Percent Rate { get; private set; }

    /// <summary>The law or decision that says so.</summary>
    public string LegalBasis { get; private set; } = string.Empty;

    /// <summary>The first day of payment it is deducted on.</summary>
    public DateOnly EffectiveFrom { get; private set; }

    /// <summary>The last day, included; null while no end is known.</summary>
    public DateOnly? EffectiveTo { get; private set; }

    /// <summary>How often it was changed.</summary>
    public int Revision { get; private set; }

    /// <summary>Makes a rule.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="kind">Whose fees it is deducted of.</param>
    /// <param name="rate">The share of the gross amount.</param>
    /// <param name="legalBasis">The law or decision that says so.</param>
    /// <param name="from">The first day of payment.</param>
    /// <param name="to">The last day; null while no end is known.</param>
    /// <exception cref="FundRefusedException">Something is missing or cannot be; says all of it.</exception>
    public static DeductionRule Make(string? name, StaffKind kind, Percent rate, string? legalBasis, DateOnly from, DateOnly? to)
    {
        FundRefusedException.ThrowIfAny([
            .. new[]
            {
                Words.WhyNot(name, "Nama potongan", NameLength),
                Words.WhyNot(legalBasis, "Dasar hukum", LegalBasisLength),
                rate.Share == default ? "Tarif potongan harus lebih dari 0 %." : null,
                to < from ? $"Potongan berakhir {to.Value.ToIndonesian()}, sebelum mulai berlaku {from.ToIndonesian()}." : null,
            }.OfType<string>(),
        ]);
        return new DeductionRule
        {
            Name = name!.Trim(),
            Kind = kind,
            Rate = rate,
            LegalBasis = legalBasis!.Trim(),
            EffectiveFrom = from,
            EffectiveTo = to,
        };
    }

    /// <summary>Ends it.</summary>
    /// <param name="on">The last day, not before the first.</param>
    /// <exception cref="FundRefusedException">It ended already, or the day is before its first.</exception>
    public void End(DateOnly on)
    {
        var problem =
            EffectiveTo is { } last ? $"Potongan ini sudah berakhir {last.ToIndonesian()}."
            : on < EffectiveFrom ? $"Hari terakhir {on.ToIndonesian()} mendahului mulai berlaku {EffectiveFrom.ToIndonesian()}."
            : null;
        if (problem is not null)
        {
            throw new FundRefusedException(problem);
        }

        EffectiveTo = on;
        Revision++;
    }

    /// <summary>Whether it is deducted of fees that are paid on a day.</summary>
    public bool IsInForceOn(DateOnly day) => EffectiveFrom <= day && (EffectiveTo is not { } last || day <= last);
}

/// <summary>
/// The rules of deduction. Each person's deduction is reckoned of the gross amount of a whole distribution and rounded down to whole
/// rupiah: one rule for all of them, in favour of who is paid.
/// </summary>
/// <param name="rules">Every rule.</param>
public sealed class DeductionRules(IEnumerable<DeductionRule> rules)
{
    private readonly List<DeductionRule> rules = [.. rules];

    /// <summary>The rule of rounding in words.</summary>
    public const string Rounding =
        "Setiap potongan dihitung dari jumlah kotor seorang pegawai dalam satu pembagian dan dibulatkan ke bawah ke rupiah penuh.";

    /// <summary>The rules for a kind of staff on a day of payment, by name.</summary>
    public IReadOnlyList<DeductionRule> For(StaffKind kind, DateOnly on) =>
        [.. rules.Where(rule => rule.Kind == kind && rule.IsInForceOn(on)).OrderBy(rule => rule.Name, StringComparer.Ordinal)];

    /// <summary>What is deducted of a gross amount.</summary>
    public IReadOnlyList<FeeDeduction> Of(Rupiah gross, StaffKind kind, DateOnly on) =>
        [.. For(kind, on).Select(rule => FeeDeduction.Of(rule, gross))];

    /// <summary>The kinds of staff of whom something else is deducted on one day than on another.</summary>
    public IReadOnlyList<StaffKind> DifferingBetween(IEnumerable<StaffKind> kinds, DateOnly one, DateOnly other) =>
        [
            .. kinds
                .Distinct()
                .Where(kind => !For(kind, one).Select(rule => rule.Id).SequenceEqual(For(kind, other).Select(rule => rule.Id)))
                .Order(),
        ];

    /// <summary>Adds a rule.</summary>
    /// <exception cref="FundRefusedException">One of its name is in force for the kind already, or more than everything would be
    /// deducted.</exception>
    public void Add(DeductionRule rule)
    {
        var same = rules.Where(other => other.Kind == rule.Kind && Overlap(other, rule)).ToList();
        if (same.Find(other => string.Equals(other.Name, rule.Name, StringComparison.OrdinalIgnoreCase)) is { } twice)
        {
            throw new FundRefusedException(
                $"{twice.Name} untuk {StaffKinds.NameOf(twice.Kind)} sudah berlaku sejak {twice.EffectiveFrom.ToIndonesian()}; "
                    + "akhiri dahulu yang lama."
            );
        }

        // Rules that overlap the new one may not overlap each other; to count them all is on the safe side.
        if (Percent.Sum(same.Append(rule).Select(item => item.Rate)).CompareTo(Fraction.One) > 0)
        {
            throw new FundRefusedException($"Potongan {StaffKinds.NameOf(rule.Kind)} menjadi lebih dari 100 %.");
        }

        rules.Add(rule);
    }

    private static bool Overlap(DeductionRule one, DeductionRule other) =>
        (one.EffectiveTo is not { } first || first >= other.EffectiveFrom)
        && (other.EffectiveTo is not { } second || second >= one.EffectiveFrom);
}

/// <summary>What was deducted of a person's fees.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Rate">The share of the gross amount.</param>
/// <param name="LegalBasis">The law or decision that says so.</param>
/// <param name="Amount">The amount, rounded down.</param>
public sealed record FeeDeduction(string Name, Percent Rate, string LegalBasis, Rupiah Amount)
{
    /// <summary>The deduction by a rule of a gross amount.</summary>
    public static FeeDeduction Of(DeductionRule rule, Rupiah gross) =>
        new(rule.Name, rule.Rate, rule.LegalBasis, new Rupiah((long)Exact(rule.Rate, gross).Floor));

    /// <summary>
    /// Why this amount: "PPh 21 5 % dari Rp508.334 = Rp25.416,7; dibulatkan ke bawah menjadi Rp25.416 (PP 80/2010)".
    /// </summary>
    public string Explain(Rupiah gross)
    {
        var exact = Exact(Rate, gross);
        var rounded = exact.Denominator.IsOne ? string.Empty : $"; dibulatkan ke bawah menjadi {Amount}";
        return $"{Name} {Rate.ToIndonesian()} dari {gross} = Rp{Decimals.Write(exact)}{rounded} ({LegalBasis}).";
    }

    private static Fraction Exact(Percent rate, Rupiah gross) => rate.Share * new Fraction(gross.Amount, 1);
}
