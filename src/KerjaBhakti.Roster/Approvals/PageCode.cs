using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace KerjaBhakti.Roster.Approvals;

/// <summary>
/// The short code on a printed page, under which anyone finds what was issued on it. It follows from the seal and the page's number: the
/// same page always has the same code, and a code that does not follow from its annex was not made by the portal.
/// </summary>
public static class PageCode
{
    /// <summary>How many characters a code has.</summary>
    public const int Length = 12;

    private const int BitsOfCharacter = 5;

    // Crockford's base 32: no letter that is taken for a digit or another letter, on paper or over the telephone.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The code of a page: the first 60 bits of SHA-256 over "seal:page" in Crockford's base 32.</summary>
    /// <param name="seal">The seal of the annex.</param>
    /// <param name="page">The number of the page, from one.</param>
    public static string Of(string seal, int page)
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seal}:{page}")));
        var number = new BigInteger(hash, isUnsigned: true, isBigEndian: true) >> ((hash.Length * 8) - (Length * BitsOfCharacter));
        return string.Create(Length, number, static (characters, rest) =>
        {
            for (var place = characters.Length - 1; place >= 0; place--)
            {
                characters[place] = Alphabet[(int)(rest & (Alphabet.Length - 1))];
                rest >>= BitsOfCharacter;
            }
        });
    }

    /// <summary>
    /// A code as a person typed, copied or scanned it: whatever stands between its characters (hyphens and dashes of any kind, dots,
    /// spaces, line ends, what cannot be seen), in either case, in full width, O for 0 and I or L for 1, and letters of other scripts that
    /// look like these. Null where it cannot be one.
    /// </summary>
    public static string? Read(string? typed)
    {
        // Far longer than any code with all that may stand between: not looked at.
        if (typed is null || typed.Length > 100)
        {
            return null;
        }

        var characters = typed
            .Normalize(NormalizationForm.FormKC)
            .Where(char.IsLetterOrDigit)
            .Select(character =>
                char.ToUpperInvariant(character) switch
                {
                    'O' or '\u039F' or '\u041E' => '0',
                    'I' or 'L' or '\u0399' or '\u0406' or '\u0131' => '1',
                    '\u0391' or '\u0410' => 'A',
                    '\u0392' or '\u0412' => 'B',
                    '\u0421' => 'C',
                    '\u0395' or '\u0415' => 'E',
                    '\u0397' or '\u041D' => 'H',
                    '\u0408' => 'J',
                    '\u039A' or '\u041A' => 'K',
                    '\u039C' or '\u041C' => 'M',
                    '\u039D' => 'N',
                    '\u03A1' or '\u0420' => 'P',
                    '\u0405' => 'S',
                    '\u03A4' or '\u0422' => 'T',
                    '\u03A7' or '\u0425' => 'X',
                    '\u03A5' or '\u04AE' => 'Y',
                    '\u0396' => 'Z',
                    var other => other,
                }
            )
            .ToArray();
        return characters.Length == Length && Array.TrueForAll(characters, Alphabet.Contains) ? new string(characters) : null;
    }

    /// <summary>The code in groups of four, as printed: "7K2M-0QXW-9RTB".</summary>
    public static string Grouped(string code) => string.Join('-', code.Chunk(4).Select(group => new string(group)));
}
