using Microsoft.AspNetCore.Identity;

namespace KerjaBhakti.Data.Identity;

/// <summary>An account of the portal. It signs in with its e-mail address.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    /// <summary>The longest display name, in characters.</summary>
    public const int NameLength = 100;

    /// <summary>Where the address of an emptied account ends: a name that nobody can have (RFC 2606).</summary>
    public const string EmptiedHost = "dikosongkan.invalid";

    /// <summary>Whether nothing in it tells whose it was. It stays for its key, which the audit trail names.</summary>
    public bool IsEmptied => Email?.EndsWith($"@{EmptiedHost}", StringComparison.Ordinal) == true;

    /// <summary>
    /// When an administrator closed it; null while it is open. Identity's own lockout is not used: it can be caused by whoever types wrong
    /// passwords.
    /// </summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The person's or unit's name as colleagues and the history see it.</summary>
    public string DisplayName { get; set; } = string.Empty;
}

/// <summary>The roles of the portal. A role of one module opens nothing of the other.</summary>
public static class PortalRoles
{
    /// <summary>An official, or the staff of a unit.</summary>
    public const string Pejabat = "Pejabat";

    /// <summary>Roster staff.</summary>
    public const string Sekretariat = "Sekretariat";

    /// <summary>The Regional Secretary.</summary>
    public const string Sekda = "Sekda";

    /// <summary>Hospital finance.</summary>
    public const string KeuanganRsud = "KeuanganRsud";

    /// <summary>The hospital's director.</summary>
    public const string DirekturRsud = "DirekturRsud";

    /// <summary>
    /// Runs the health insurance programme at the hospital (pasal 1 number 23): enters claims and makes the activity report, and sees
    /// nobody's fee.
    /// </summary>
    public const string PengelolaProgram = "PengelolaProgram";

    /// <summary>A member of the hospital's staff.</summary>
    public const string PegawaiRsud = "PegawaiRsud";

    /// <summary>Auditors: read everything, change nothing.</summary>
    public const string Inspektorat = "Inspektorat";

    /// <summary>Accounts and roles.</summary>
    public const string Admin = "Admin";

    /// <summary>The roles that decide or audit. Nobody but the owner may come to act in them: see <see cref="PasswordLink"/>.</summary>
    public static IReadOnlyList<string> Deciding { get; } = [Sekda, KeuanganRsud, DirekturRsud, Inspektorat, Admin];

    /// <summary>Every role.</summary>
    public static IReadOnlyList<string> All { get; } =
    [Sekretariat, Sekda, Pejabat, KeuanganRsud, DirekturRsud, PengelolaProgram, PegawaiRsud, Inspektorat, Admin];
}
