using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace KerjaBhakti.Roster.Calendars;

/// <summary>
/// The secret address of a calendar. Only the hash of its token is kept: whoever reads the database learns no address. It belongs to the
/// position behind a row, so that it outlives an amendment that renumbers rows.
/// </summary>
public sealed class CalendarLink
{
    /// <summary>The length of <see cref="TokenHash"/> in characters.</summary>
    public const int HashLength = 64;

    private const int TokenBytes = 32;

    private CalendarLink() { }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The position.</summary>
    public int PositionId { get; private set; }

    /// <summary>SHA-256 over the token, 64 lower-case hexadecimal digits.</summary>
    public string TokenHash { get; private set; } = string.Empty;

    /// <summary>The longest <see cref="MadeById"/>.</summary>
    public const int AccountLength = 64;

    /// <summary>The key of the account that made it, which it does not outlive.</summary>
    public string MadeById { get; private set; } = string.Empty;

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>
    /// When another took its place; null while it answers. It is kept to tell a calendar program that it is gone (410), not unknown (404).
    /// </summary>
    public DateTimeOffset? ReplacedAt { get; private set; }

    /// <summary>How often it was changed. Two writers who read the same revision cannot both save.</summary>
    public int Revision { get; private set; }

    /// <summary>Makes a link with a random token of 256 bits.</summary>
    /// <returns>The link, and the token in base64url; it cannot be had again.</returns>
    public static (CalendarLink Link, string Token) Create(int position, string by, DateTimeOffset at)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        return (
            new CalendarLink
            {
                PositionId = position,
                MadeById = by,
                TokenHash = HashOf(token),
                CreatedAt = at,
            },
            token
        );
    }

    /// <summary>
    /// The hash under which a token is looked up. A guess tells nothing by the time its look-up takes: what is compared is the hash, which
    /// the guesser cannot steer.
    /// </summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Puts another in its place.</summary>
    /// <exception cref="RosterRefusedException">It was replaced already.</exception>
    public (CalendarLink Link, string Token) Replace(string by, DateTimeOffset at)
    {
        if (ReplacedAt is not null)
        {
            throw new RosterRefusedException("Tautan kalender ini sudah diganti.");
        }

        ReplacedAt = at;
        Revision++;
        return Create(PositionId, by, at);
    }
}
