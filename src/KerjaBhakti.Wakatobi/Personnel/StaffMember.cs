using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Personnel;

/// <summary>What the register says of a person.</summary>
/// <param name="Number">The hospital's own number; never changed, because slips bear it.</param>
/// <param name="Name">The name as it is printed.</param>
/// <param name="Unit">Where the person works.</param>
/// <param name="Kind">How the person is employed.</param>
/// <param name="Account">Where fees are sent; null where they are paid out by hand.</param>
/// <param name="From">The first day of work.</param>
/// <param name="To">The last day; null while no end is known.</param>
public sealed record StaffFacts(string Number, string Name, string Unit, StaffKind Kind, BankAccount? Account, DateOnly From, DateOnly? To);

/// <summary>Somebody on the hospital's staff (all staff shares in the fees, pasal 4(4)).</summary>
public sealed class StaffMember
{
    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 200;

    /// <summary>The longest name of a unit, in characters.</summary>
    public const int UnitLength = 100;

    private StaffMember() { }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The hospital's own number, as it is printed.</summary>
    public string Number { get; private set; } = string.Empty;

    /// <summary>The number as it is compared; no two people have the same.</summary>
    public string NumberKey { get; private set; } = string.Empty;

    /// <summary>The name as it is printed.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>Where the person works.</summary>
    public string Unit { get; private set; } = string.Empty;

    /// <summary>How the person is employed.</summary>
    public StaffKind Kind { get; private set; }

    /// <summary>Where fees are sent; null where they are paid out by hand.</summary>
    public BankAccount? Account { get; private set; }

    /// <summary>The first day of work.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last day; null while no end is known.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>How often it was changed. Two writers who read the same revision cannot both save.</summary>
    public int Revision { get; private set; }

    /// <summary>What the register says now.</summary>
    public StaffFacts Facts => new(Number, Name, Unit, Kind, Account, From, To);

    /// <summary>Enters somebody.</summary>
    /// <exception cref="FundRefusedException">Something cannot be; says all of it.</exception>
    public static StaffMember Enter(StaffFacts facts)
    {
        var member = new StaffMember { Number = facts.Number.Trim(), NumberKey = StaffNumber.KeyOf(facts.Number) };
        member.Take(facts);
        return member;
    }

    /// <summary>Changes what is said of the person; the number stays.</summary>
    /// <returns>What changed, in words: "unit Bedah menjadi IGD; rekening …1234 menjadi …5678"; empty where nothing did.</returns>
    /// <exception cref="FundRefusedException">Something cannot be; says all of it.</exception>
    public string Change(StaffFacts facts)
    {
        var before = Facts;
        Take(facts with { Number = Number });
        var changes = Changes(before, Facts);
        Revision += changes.Length > 0 ? 1 : 0;
        return changes;
    }

    /// <summary>What differs between two states of a person, in words; empty where nothing does.</summary>
    public static string Changes(StaffFacts before, StaffFacts after) =>
        string.Join(
            "; ",
            new[]
            {
                Change("nama", before.Name, after.Name),
                Change("unit", before.Unit, after.Unit),
                Change("jenis", StaffKinds.NameOf(before.Kind), StaffKinds.NameOf(after.Kind)),
                before.Account == after.Account ? null : $"rekening {Of(before.Account)} menjadi {Of(after.Account)}",
                Change("mulai", before.From.ToIndonesian(), after.From.ToIndonesian()),
                Change("selesai", before.To?.ToIndonesian() ?? "–", after.To?.ToIndonesian() ?? "–"),
            }.OfType<string>()
        );

    /// <summary>Whether the person works on any day of a month.</summary>
    public bool WorksIn(FiscalMonth month) => From <= month.LastDay && (To is not { } last || last >= month.FirstDay);

    /// <summary>Whether the person works on a day.</summary>
    public bool WorksOn(DateOnly day) => From <= day && (To is not { } last || day <= last);

    private static string? Change(string what, string before, string after) =>
        before == after ? null : $"{what} {(before.Length > 0 ? before : "–")} menjadi {(after.Length > 0 ? after : "–")}";

    private static string Of(BankAccount? account) => account is null ? "–" : $"{account.Bank} {account.Masked}";

    private void Take(StaffFacts facts)
    {
        var problems = new List<string>();
        if (Words.WhyNot(facts.Number, "Nomor pegawai", StaffNumber.MostCharacters) is { } number)
        {
            problems.Add(number);
        }
        else if (StaffNumber.IsRounded(facts.Number))
        {
            problems.Add(
                $"Nomor pegawai '{facts.Number}' sudah dibulatkan oleh lembar kerja, angka aslinya hilang; tulis nomornya sebagai teks."
            );
        }

        if (Words.WhyNot(facts.Name, "Nama pegawai", NameLength) is { } name)
        {
            problems.Add(name);
        }

        if (facts.Unit.Trim().Length > UnitLength)
        {
            problems.Add($"Unit paling panjang {UnitLength} huruf.");
        }

        if (!Enum.IsDefined(facts.Kind))
        {
            problems.Add("Pilih jenis pegawai.");
        }

        if (facts.To < facts.From)
        {
            problems.Add($"Hari terakhir {facts.To.Value.ToIndonesian()} mendahului hari pertama {facts.From.ToIndonesian()}.");
        }

        FundRefusedException.ThrowIfAny(problems);
        (Name, Unit, Kind, Account, From, To) = (facts.Name.Trim(), facts.Unit.Trim(), facts.Kind, facts.Account, facts.From, facts.To);
    }
}
