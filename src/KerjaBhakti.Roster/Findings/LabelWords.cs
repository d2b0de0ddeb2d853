using System.Text.RegularExpressions;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Findings;

/// <summary>
/// A label taken apart into words, to be compared with others. Labels of different bodies are often built alike ("Asisten Deputi Bidang
/// Budaya", "… Pariwisata"; "Walikota …", "Wakil Walikota …"): what names the body is the first or the last word, so a difference there is
/// no slip. Nor is a number that tells units apart ("Wilayah I", "Wilayah II", "Suku Dinas 3").
/// </summary>
internal sealed partial record LabelWords(string Key, string[] Words)
{
    private const int MostLetters = 3;
    private const int LettersOfTextPerLetter = 6;
    private const int FewestWords = 4;

    public static LabelWords Of(string label)
    {
        var key = Spelling.Key(label);
        return new LabelWords(key, key.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>
    /// Whether two different labels are so alike that one may be a slip for the other: up to three letters differ, one in every six at
    /// most; or, in labels of four words or more, one word within is replaced, added or left out.
    /// </summary>
    public bool IsNear(LabelWords other) => (DiffersByFewLetters(other) || DiffersByOneInnerWord(other)) && !DiffersByNumber(other);

    /// <summary>Whether the labels are the same but for numbers.</summary>
    private bool DiffersByNumber(LabelWords other)
    {
        var different = Words.Zip(other.Words).Where(pair => pair.First != pair.Second).ToList();
        return Words.Length == other.Words.Length
            && different.TrueForAll(pair => Number().IsMatch(pair.First) && Number().IsMatch(pair.Second));
    }

    private bool DiffersByFewLetters(LabelWords other)
    {
        var limit = Math.Min(MostLetters, Math.Min(Key.Length, other.Key.Length) / LettersOfTextPerLetter);
        return limit > 0 && Spelling.Distance(Key, other.Key, limit) <= limit;
    }

    private bool DiffersByOneInnerWord(LabelWords other)
    {
        var (longer, shorter) = Words.Length >= other.Words.Length ? (Words, other.Words) : (other.Words, Words);
        var extra = longer.Length - shorter.Length;
        if (shorter.Length < FewestWords || extra > 1 || longer[0] != shorter[0] || longer[^1] != shorter[^1])
        {
            return false;
        }

        var head = longer.Zip(shorter).TakeWhile(pair => pair.First == pair.Second).Count();
        var tail = longer.Reverse().Zip(shorter.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        return head + tail >= longer.Length - 1;
    }

    // Arabic, Roman, or a single letter that counts.
    [GeneratedRegex(
        "^([0-9]+|[IVXLC]+|[A-Z])[.,)]?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Number();
}
