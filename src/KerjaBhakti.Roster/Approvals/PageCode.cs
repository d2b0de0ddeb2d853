using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace KerjaBhakti.Roster.Approvals;

/// <summary>
/// The short code on a printed page, under which anyone finds what was issued on it. It follows from the seal and the page's number: the same page always has
/// the same code, and a code that does not follow from its annex was not made by the portal.
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

    /// <summary>A code as a person typed it: with or without hyphens and spaces, in either case, O for 0 and I or L for 1. Null where it cannot be one.</summary>
    public static string? Read(string? typed)
    {
        var characters = (typed ?? string.Empty)
            .Where(character => character is not ('-' or ' '))
            .Select(character => char.ToUpperInvariant(character) switch
            {
                'O' => '0',
                'I' or 'L' => '1',
                var other => other,
            })
            .ToArray();
        return characters.Length == Length && Array.TrueForAll(characters, Alphabet.Contains) ? new string(characters) : null;
    }

    /// <summary>The code in groups of four, as printed: "7K2M-0QXW-9RTB".</summary>
    public static string Grouped(string code) => string.Join('-', code.Chunk(4).Select(group => new string(group)));
}
