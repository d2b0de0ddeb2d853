namespace KerjaBhakti.Wakatobi.Money;

/// <summary>Amounts in words, as letters repeat them so that no digit can be doubted.</summary>
public static class RupiahWords
{
    private static readonly string[] Small =
    [
        "nol",
        "satu",
        "dua",
        "tiga",
        "empat",
        "lima",
        "enam",
        "tujuh",
        "delapan",
        "sembilan",
        "sepuluh",
        "sebelas",
    ];

    private static readonly (long Value, string Name)[] Large =
    [
        (1_000_000_000_000, "triliun"),
        (1_000_000_000, "miliar"),
        (1_000_000, "juta"),
        (1_000, "ribu"),
    ];

    /// <summary>"satu juta dua ratus ribu rupiah"; "minus" before what is less than nothing.</summary>
    public static string InWords(this Rupiah amount) =>
        $"{(amount.IsNegative ? "minus " : string.Empty)}{string.Join(' ', Spell(Math.Abs(amount.Amount)))} rupiah";

    private static IEnumerable<string> Spell(long number)
    {
        if (number < Small.Length)
        {
            return [Small[number]];
        }

        foreach (var (value, name) in Large)
        {
            if (number >= value)
            {
                // One thousand has a word of its own; one million has not.
                IEnumerable<string> head = value == 1_000 && number / value == 1 ? ["seribu"] : [.. Spell(number / value), name];
                return [.. head, .. Rest(number % value)];
            }
        }

        return number switch
        {
            < 20 => [Small[number - 10], "belas"],
            < 100 => [Small[number / 10], "puluh", .. Rest(number % 10)],
            < 200 => ["seratus", .. Rest(number - 100)],
            _ => [Small[number / 100], "ratus", .. Rest(number % 100)],
        };
    }

    private static IEnumerable<string> Rest(long number) => number == 0 ? [] : Spell(number);
}
