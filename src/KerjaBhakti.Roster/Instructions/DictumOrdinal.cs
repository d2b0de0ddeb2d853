namespace KerjaBhakti.Roster.Instructions;

/// <summary>The ordinals dicta are headed with: KESATU, KEDUA … KEDUA PULUH.</summary>
public static class DictumOrdinal
{
    private static readonly string[] Ones = ["SATU", "DUA", "TIGA", "EMPAT", "LIMA", "ENAM", "TUJUH", "DELAPAN", "SEMBILAN"];

    /// <summary>The ordinal of a dictum.</summary>
    /// <param name="number">Its number, from one to <see cref="InstructionText.MostDicta"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dictum.</exception>
    public static string Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, InstructionText.MostDicta);
        return "KE"
            + number switch
            {
                < 10 => Ones[number - 1],
                10 => "SEPULUH",
                11 => "SEBELAS",
                < 20 => $"{Ones[number - 11]} BELAS",
                _ => "DUA PULUH",
            };
    }
}
