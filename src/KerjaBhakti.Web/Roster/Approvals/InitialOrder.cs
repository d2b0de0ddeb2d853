using System.Security.Claims;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Roster.Approvals;

/// <summary>
/// Whose initials a submission needs, in order: <c>Roster:Initials:0:Office</c> with <c>:Role</c> or <c>:Account</c>, and so on; without
/// them the secretariat and then the Regional Secretary. A submission keeps the order it was made with.
/// </summary>
public sealed class InitialOrder
{
    /// <summary>Reads the configured order.</summary>
    /// <exception cref="PortalStartException">An entry names no office, or neither or both of role and account, or an unknown
    /// role.</exception>
    public InitialOrder(IConfiguration configuration)
    {
        var configured = configuration.GetSection("Roster:Initials").Get<List<Entry>>() ?? [];
        Offices =
            configured.Count > 0
                ? [.. configured.Select(Read)]
                :
                [
                    new InitialOffice("Sekretariat", PortalRoles.Sekretariat, string.Empty),
                    new InitialOffice(Served.Secretary, PortalRoles.Sekda, string.Empty),
                ];
    }

    /// <summary>The offices in order.</summary>
    public IReadOnlyList<InitialOffice> Offices { get; }

    /// <summary>Whether this user initials for that office.</summary>
    public static bool MayInitial(ClaimsPrincipal user, InitialOffice office) =>
        office.Role.Length > 0
            ? user.IsInRole(office.Role)
            : string.Equals(user.Identity?.Name, office.Account, StringComparison.OrdinalIgnoreCase);

    private static InitialOffice Read(Entry entry, int index)
    {
        var (role, account) = (entry.Role ?? string.Empty, entry.Account ?? string.Empty);
        var isOneOf = (role.Length > 0) != (account.Length > 0);
        return
            string.IsNullOrWhiteSpace(entry.Office) || !isOneOf || (role.Length > 0 && !Access.Roles[Access.InitialRoster].Contains(role))
            ? throw new PortalStartException(
                $"Roster__Initials__{index} harus berisi Office dan salah satu dari Account atau Role (Sekretariat atau Sekda)."
            )
            : new InitialOffice(entry.Office, role, account);
    }

    private sealed class Entry
    {
        public string? Office { get; set; }

        public string? Role { get; set; }

        public string? Account { get; set; }
    }
}
