using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Seeding;
using KerjaBhakti.Roster.Districts;
using Microsoft.AspNetCore.Identity;

namespace KerjaBhakti.Web.Account;

/// <summary>
/// Refuses passwords that are made of what everybody tries first: common passwords, words of the place, the owner's own name, years and
/// rows of keys, however often and with whatever signs between them. Each such part counts as one; what remains counts by its letters.
/// </summary>
public sealed class GuessablePasswords(Gazetteer gazetteer) : IPasswordValidator<PortalUser>
{
    /// <summary>The longest password. No hash is slower for it, but nothing without an end is taken.</summary>
    public const int Longest = 200;

    // Three words in a row are among the first billion guesses, which is a day's work for whoever has stolen the hashes.
    private const int FewestParts = 4;
    private const int LongestWord = 30;
    private const int ShortestWord = 3;
    private const int LongestNumber = 8;

    private static readonly string[] PlaceWords =
    [
        "jakarta",
        "betawi",
        "indonesia",
        "nusantara",
        "merdeka",
        "pancasila",
        "garuda",
        "monas",
        "dki",
        "pemprov",
        "pemda",
        "provinsi",
        "gubernur",
        "bupati",
        "wakatobi",
        "sulawesi",
        "rsud",
        "rumah",
        "sakit",
        "bpjs",
        "klaim",
        "kerja",
        "bakti",
        "bhakti",
        "kerjabakti",
        "kerjabhakti",
        "portal",
        "jadwal",
        "roster",
        "kota",
        "kecamatan",
        "kelurahan",
        "dinas",
        "badan",
        "biro",
        "kantor",
        "setda",
        "asn",
        "pns",
        "sekda",
        "sekretariat",
        "sekretaris",
        "direktur",
        "keuangan",
        "pegawai",
        "pejabat",
        "inspektorat",
        "admin",
        "administrator",
        "sandi",
        "katasandi",
        "rahasia",
        "masuk",
        "selamat",
        "pagi",
        "siang",
        "sayang",
        "cinta",
        "bismillah",
        "allah",
        "akbar",
        "januari",
        "februari",
        "maret",
        "april",
        "mei",
        "juni",
        "juli",
        "agustus",
        "september",
        "oktober",
        "november",
        "desember",
        "senin",
        "selasa",
        "rabu",
        "kamis",
        "jumat",
        "sabtu",
        "minggu",
        "satu",
        "dua",
        "tiga",
        "empat",
        "lima",
    ];

    // Read once: ten thousand words are worth less than a second of anybody's waiting.
    private static readonly Lazy<HashSet<string>> Common = new(() => [.. SeedFiles.ReadCommonPasswords()]);

    private readonly HashSet<string> places =
    [
        .. PlaceWords,
        .. gazetteer.Kecamatan.Select(item => item.Name).Concat(gazetteer.Cities.Select(item => item.Name)).SelectMany(WordsOf),
    ];

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password)
    {
        var given = password ?? string.Empty;
        return Task.FromResult(
            given switch
            {
                { Length: > Longest } => Refuse($"Kata sandi paling panjang {Longest} karakter."),
                _ when PartsOf(given, [.. WordsOf(user.DisplayName), .. WordsOf(user.Email ?? string.Empty)]) < FewestParts => Refuse(
                    "Kata sandi ini mudah ditebak: isinya kata yang sering dipakai, nama tempat, nama Anda, atau tahun. Pakai sedikitnya empat kata yang tidak berhubungan."
                ),
                _ => IdentityResult.Success,
            }
        );
    }

    private static IdentityResult Refuse(string reason) =>
        IdentityResult.Failed(new IdentityError { Code = "PasswordGuessable", Description = reason });

    private static IEnumerable<string> WordsOf(string text) =>
        new string([.. text.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length >= ShortestWord);

    /// <summary>
    /// Of how many different parts it is made, read as it stands, with signs for letters, or so but for the number at its end, whichever
    /// are fewest.
    /// </summary>
    private int PartsOf(string password, HashSet<string> own)
    {
        var typed = password.ToLowerInvariant();
        var word = typed.TrimEnd([.. "0123456789"]);
        string[] readings = [typed, string.Concat(typed.Select(LetterFor)), string.Concat(word.Select(LetterFor)) + typed[word.Length..]];
        return readings.Min(reading => Count(Letters(reading), own));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static char LetterFor(char sign) =>
        sign switch
        {
            '0' => 'o',
            '1' or '!' => 'i',
            '3' => 'e',
            '4' or '@' => 'a',
            '5' or '$' => 's',
            '7' => 't',
            _ => sign,
        };

    private int Count(string text, HashSet<string> own)
    {
        // The way through the text with the fewest parts; each part once, however often it comes.
        var fewest = new (int Parts, int From, string Part)[text.Length + 1];
        for (var end = 1; end <= text.Length; end++)
        {
            fewest[end] = (int.MaxValue, 0, string.Empty);
            for (var from = Math.Max(0, end - LongestWord); from < end; from++)
            {
                if (PartOf(text[from..end], own) is { } part && fewest[from].Parts + 1 < fewest[end].Parts)
                {
                    fewest[end] = (fewest[from].Parts + 1, from, part);
                }
            }
        }

        var parts = new HashSet<string>();
        for (var end = text.Length; end > 0; end = fewest[end].From)
        {
            parts.Add(fewest[end].Part);
        }

        return parts.Count;
    }

    /// <summary>What a piece counts as; null where it is none that can be guessed at once.</summary>
    private string? PartOf(string piece, HashSet<string> own) =>
        piece.Length == 1 ? piece
        : piece.Length >= ShortestWord && (Common.Value.Contains(piece) || places.Contains(piece) || own.Contains(piece)) ? piece
        : piece.Length <= LongestNumber && piece.All(char.IsAsciiDigit) ? "a number"
        : piece.Length >= ShortestWord && IsRow(piece) ? "a row"
        : null;

    /// <summary>Whether each letter is the one before, the next, or the one before that: "aaaa", "abcd", "9876".</summary>
    private static bool IsRow(string piece)
    {
        var step = piece[1] - piece[0];
        return step is >= -1 and <= 1 && Enumerable.Range(1, piece.Length - 1).All(index => piece[index] - piece[index - 1] == step);
    }
}
