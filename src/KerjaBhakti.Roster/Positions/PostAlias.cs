using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Positions;

/// <summary>
/// A short name by which people call a post (singkatan jabatan): "Satpol PP", "Dinkes", "RSUD Koja". It stands for the name an annex
/// prints, not for one position: two posts that are printed alike are called alike.
/// </summary>
public sealed class PostAlias
{
    /// <summary>The longest short name, in characters.</summary>
    public const int TextLength = 60;

    private const int FewestLetters = 2;

    private PostAlias() { }

    /// <summary>A short name; see <see cref="Change"/>.</summary>
    /// <exception cref="RosterRefusedException">The short name is missing, too short or too long, is itself the name of a post, or the post
    /// is not known.</exception>
    public PostAlias(string? text, string? post, IReadOnlyCollection<string> posts) => Change(text, post, posts);

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The short name as it is written.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>What makes it unique: see <see cref="KeyOf"/>.</summary>
    public string Key { get; private set; } = string.Empty;

    /// <summary>The name of the post as an annex prints it.</summary>
    public string PostName { get; private set; } = string.Empty;

    /// <summary>How often it was changed. Two writers who read the same revision cannot both save.</summary>
    public int Revision { get; private set; }

    /// <summary>
    /// The key under which two ways of writing a short name are one: letters and digits in upper case, because people write "Satpol PP",
    /// "Satpol. PP" and "SatpolPP".
    /// </summary>
    public static string KeyOf(string? text) => string.Concat(Spelling.Key(text).Where(char.IsLetterOrDigit));

    /// <summary>Writes it otherwise, or lets it stand for another post.</summary>
    /// <param name="text">The short name.</param>
    /// <param name="post">The name of the post it stands for.</param>
    /// <param name="posts">The names of all posts, registered or in an annex.</param>
    /// <exception cref="RosterRefusedException">The short name is missing, too short or too long, is itself the name of a post, or the post
    /// is not known.</exception>
    public void Change(string? text, string? post, IReadOnlyCollection<string> posts)
    {
        var tidy = Wording.Require(text, TextLength, "Singkatan");
        var key = KeyOf(tidy);
        if (key.Length < FewestLetters)
        {
            throw new RosterRefusedException($"Singkatan paling sedikit {FewestLetters} huruf atau angka.");
        }

        if (posts.FirstOrDefault(name => KeyOf(name) == key) is { } named)
        {
            throw new RosterRefusedException(
                $"'{tidy}' sudah nama jabatan itu sendiri ({named}); singkatan harus lain dari nama jabatan mana pun."
            );
        }

        PostName = posts.FirstOrDefault(name => Spelling.Key(name) == Spelling.Key(post))
            ?? throw new RosterRefusedException(
                string.IsNullOrWhiteSpace(post)
                    ? "Pilih jabatan yang disingkat."
                    : $"Jabatan '{Spelling.Tidy(post)}' tidak ada dalam daftar jabatan maupun lampiran; pilih salah satu."
            );
        (Text, Key) = (tidy, key);
        Revision++;
    }
}
