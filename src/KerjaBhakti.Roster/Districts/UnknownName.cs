using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Districts;

/// <summary>What to say of a text that should name a kecamatan and names none: the same in findings and in imports.</summary>
internal static class UnknownName
{
    private static readonly string[] Dittos =
    [
        "SDA",
        "IDEM",
        "ID",
        "DITTO",
        "SAMA",
        "SAMA DENGAN ATAS",
        "SAMA DENGAN DI ATAS",
        "\"",
        "''",
        "\u201D",
        "\u201C",
        "\u3003",
        "-\"-",
        "--\"--",
        ",,",
    ];

    /// <summary>A sentence that begins with a space and says what may be meant; empty where nothing is near.</summary>
    /// <param name="text">The text.</param>
    /// <param name="nearest">The nearest names, nearest first.</param>
    /// <param name="gazetteer">The names of cities.</param>
    /// <param name="nameOf">How a kecamatan is written.</param>
    public static string Hint(string text, IReadOnlyList<Kecamatan> nearest, Gazetteer gazetteer, Func<Kecamatan, string> nameOf)
    {
        if (IsDitto(text))
        {
            return " Tanda sama dengan di atas (sda, idem, \") tidak dibaca; tulis nama kecamatannya.";
        }

        if ((gazetteer.FindCity(text) ?? gazetteer.GuessCity(text)) is { } city)
        {
            return $" Untuk baris wilayah gabungkan semua bulannya dan tulis '{city.Name}'; untuk baris bergilir tulis nama kecamatan.";
        }

        return nearest.Count == 0 ? string.Empty : $" Maksud Anda {Choice([.. nearest.Select(nameOf)])}?";
    }

    /// <summary>Whether a text says "as above".</summary>
    public static bool IsDitto(string text) =>
        text.Length <= 20 && Dittos.Contains(Spelling.Key(text).Replace(".", string.Empty, StringComparison.Ordinal));

    private static string Choice(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} atau {names[^1]}";
}
