using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Personnel;

namespace KerjaBhakti.Wakatobi.Fees;

/// <summary>
/// What one person is paid by a distribution: gross, deductions, net. It never changes; the register as it was then is kept.
/// </summary>
public sealed class FeeRecipient
{
    private readonly List<FeeDeduction> deductions = [];

    private FeeRecipient() { }

    /// <summary>The distribution.</summary>
    public Guid DistributionId { get; private set; }

    /// <summary>Who.</summary>
    public string StaffId { get; private set; } = string.Empty;

    /// <summary>The name then.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>The unit then; empty where the register did not know the person.</summary>
    public string Unit { get; private set; } = string.Empty;

    /// <summary>How the person was employed; null where there was no register.</summary>
    public StaffKind? Kind { get; private set; }

    /// <summary>Where the money was to be sent then; null where it is paid out by hand.</summary>
    public BankAccount? Account { get; private set; }

    /// <summary>What the components sum to.</summary>
    public Rupiah Gross { get; private set; }

    /// <summary>What is kept back of it.</summary>
    public Rupiah Deducted { get; private set; }

    /// <summary>What is kept back of the rest for what the person owes of cancelled distributions; the payment settles it.</summary>
    public Rupiah Kept { get; private set; }

    /// <summary>What the person does not get of the gross amount.</summary>
    public Rupiah Withheld => Deducted + Kept;

    /// <summary>What is paid out.</summary>
    public Rupiah Net => Gross - Withheld;

    /// <summary>What is kept back, each with its law.</summary>
    public IReadOnlyList<FeeDeduction> Deductions => deductions;

    /// <summary>What a person is paid, by the register and the rules in force on the day of payment.</summary>
    internal static FeeRecipient Of(
        Guid distribution,
        string staffId,
        string name,
        Rupiah gross,
        StaffMember? member,
        DeductionRules rules,
        DateOnly on,
        Rupiah owed
    )
    {
        var recipient = new FeeRecipient
        {
            DistributionId = distribution,
            StaffId = staffId,
            Name = name,
            Unit = member?.Unit ?? string.Empty,
            Kind = member?.Kind,
            Account = member?.Account is { } account ? account with { } : null,
            Gross = gross,
        };
        if (member is not null)
        {
            recipient.deductions.AddRange(rules.Of(gross, member.Kind, on));
            recipient.Deducted = recipient.deductions.Sum(deduction => deduction.Amount);
        }

        var rest = recipient.Gross - recipient.Deducted;
        recipient.Kept = owed < rest ? owed : rest;
        return recipient;
    }
}

/// <summary>A distribution as a payroll: for which months, paid when, to whom and what of it is kept back.</summary>
public sealed class FeePayroll
{
    private FeePayroll(IReadOnlyList<FiscalMonth> months, DateOnly paymentOn, IReadOnlyList<FeeRecipient> recipients)
    {
        Months = months;
        PaymentOn = paymentOn;
        Recipients = recipients;
    }

    /// <summary>The claim months, in order.</summary>
    public IReadOnlyList<FiscalMonth> Months { get; }

    /// <summary>The day it shall be paid: the deductions are those in force then.</summary>
    public DateOnly PaymentOn { get; }

    /// <summary>Everybody, by staff number, ordinal; their gross amounts sum to the pool.</summary>
    public IReadOnlyList<FeeRecipient> Recipients { get; }

    /// <summary>What is kept back in all.</summary>
    public Rupiah Deducted => Recipients.Sum(recipient => recipient.Deducted);

    /// <summary>What is kept back in all for what is owed of cancelled distributions.</summary>
    public Rupiah Kept => Recipients.Sum(recipient => recipient.Kept);

    /// <summary>What is paid out in all.</summary>
    public Rupiah Net => Recipients.Sum(recipient => recipient.Net);

    /// <summary>The payroll of a calculation.</summary>
    /// <param name="distribution">The key of the distribution; empty for a what-if.</param>
    /// <param name="calculation">What was calculated.</param>
    /// <param name="months">The claim months.</param>
    /// <param name="paymentOn">The day it shall be paid.</param>
    /// <param name="register">The register; where it is empty nothing is deducted and nobody has an account.</param>
    /// <param name="rules">The rules of deduction.</param>
    /// <param name="owed">What each owes of cancelled distributions, by staff number; null where nobody does.</param>
    /// <exception cref="FundRefusedException">Somebody is not in the register or did not work in any of the months; says all of
    /// them.</exception>
    public static FeePayroll Of(
        Guid distribution,
        FeeCalculation calculation,
        IReadOnlyList<FiscalMonth> months,
        DateOnly paymentOn,
        StaffRegister register,
        DeductionRules rules,
        IReadOnlyDictionary<string, Rupiah>? owed = null
    )
    {
        var people = calculation
            .Lines.GroupBy(line => line.Staff.StaffId)
            .Select(lines => (Id: lines.Key, lines.First().Staff.Name, Gross: lines.Sum(line => line.Part.Amount)))
            .ToList();
        if (!register.IsEmpty)
        {
            FundRefusedException.ThrowIfAny([
                .. people.Select(person => WhyNot(person.Id, person.Name, register.Find(person.Id), months)).OfType<string>(),
            ]);
        }

        return new FeePayroll(
            [.. months.Distinct().Order()],
            paymentOn,
            [
                .. people.Select(person =>
                    FeeRecipient.Of(
                        distribution,
                        person.Id,
                        person.Name,
                        person.Gross,
                        register.Find(person.Id),
                        rules,
                        paymentOn,
                        owed?.GetValueOrDefault(person.Id) ?? Rupiah.Zero
                    )
                ),
            ]
        );
    }

    private static string? WhyNot(string number, string name, StaffMember? member, IReadOnlyList<FiscalMonth> months) =>
        member is null ? $"{name} ({number}) tidak ada dalam daftar pegawai; catat dahulu di sana."
        : months.Count > 0 && !months.Any(member.WorksIn)
            ? $"{name} ({number}) tidak bekerja pada {FiscalMonths.InWords(months)} menurut daftar pegawai; "
                + "perbaiki tanggalnya di sana atau keluarkan dari pembagian."
        : null;
}
