using KerjaBhakti.Roster.Institutions;

namespace KerjaBhakti.Web.Roster.Public;

/// <summary>
/// How whoever runs the portal is reached, as the settings under <c>Portal:Contact:</c> say, else the institution; nothing is made up where
/// neither does.
/// </summary>
/// <param name="Office">Who runs it.</param>
/// <param name="Address">Where they sit.</param>
/// <param name="Email">Their mail address.</param>
/// <param name="Phone">Their telephone number, as it is to be read.</param>
/// <param name="Hours">When they are there.</param>
public sealed record ContactSettings(string? Office, string? Address, string? Email, string? Phone, string? Hours)
{
    /// <summary>Whether nothing was said.</summary>
    public bool IsEmpty => Office is null && Address is null && Email is null && Phone is null && Hours is null;

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="links">What the institution says of itself.</param>
    public static ContactSettings Read(IConfiguration configuration, InstitutionLinks links)
    {
        return new ContactSettings(
            Of("Office") ?? links.Office,
            Of("Address") ?? links.Address,
            Of("Email") ?? links.Email,
            Of("Phone") ?? links.Phone,
            Of("Hours") ?? links.Hours
        );

        string? Of(string name) => configuration[$"Portal:Contact:{name}"]?.Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>A number as a telephone dials it.</summary>
    public static string DigitsOf(string phone) => new([.. phone.Where(letter => char.IsAsciiDigit(letter) || letter == '+')]);
}
