namespace KerjaBhakti.Wakatobi.Personnel;

/// <summary>Where somebody's fees are sent.</summary>
/// <param name="Bank">The bank: "Bank Sultra".</param>
/// <param name="Number">The number, digits alone.</param>
/// <param name="Holder">Whose account it is, as the bank writes it.</param>
public sealed record BankAccount(string Bank, string Number, string Holder)
{
    /// <summary>The longest name of a bank, in characters.</summary>
    public const int BankLength = 60;

    /// <summary>The fewest digits of a number.</summary>
    public const int LeastDigits = 5;

    /// <summary>The most digits of a number.</summary>
    public const int MostDigits = 20;

    /// <summary>The number as others may see it: "…4567".</summary>
    public string Masked => $"…{Number[^4..]}";

    /// <summary>Reads an account; null where all three are empty. The holder is the person where none is named.</summary>
    /// <param name="bank">The bank.</param>
    /// <param name="number">The number; spaces, full stops and hyphens between the digits go.</param>
    /// <param name="holder">The holder.</param>
    /// <param name="name">The person's name.</param>
    /// <exception cref="FundRefusedException">Something is missing or no number; says all of it.</exception>
    public static BankAccount? Read(string? bank, string? number, string? holder, string name)
    {
        if (string.IsNullOrWhiteSpace(bank) && string.IsNullOrWhiteSpace(number) && string.IsNullOrWhiteSpace(holder))
        {
            return null;
        }

        var digits = string.Concat((number ?? string.Empty).Where(character => character is not (' ' or '.' or '-' or '\'' or '\u00a0')));
        var problems = new List<string>();
        if (Words.WhyNot(bank, "Nama bank", BankLength) is { } missing)
        {
            problems.Add(missing);
        }

        if (StaffNumber.IsRounded(number ?? string.Empty))
        {
            problems.Add(
                $"Nomor rekening '{number}' sudah dibulatkan oleh lembar kerja, angka aslinya hilang; tulis nomornya sebagai teks."
            );
        }
        else if (digits.Length is < LeastDigits or > MostDigits || !digits.All(char.IsAsciiDigit))
        {
            problems.Add($"Nomor rekening '{number}' harus terdiri atas {LeastDigits} sampai {MostDigits} angka.");
        }

        var owner = string.IsNullOrWhiteSpace(holder) ? name.Trim() : holder.Trim();
        if (owner.Length > StaffMember.NameLength)
        {
            problems.Add($"Nama pemilik rekening paling panjang {StaffMember.NameLength} huruf.");
        }

        FundRefusedException.ThrowIfAny(problems);
        return new BankAccount(bank!.Trim(), digits, owner);
    }
}
