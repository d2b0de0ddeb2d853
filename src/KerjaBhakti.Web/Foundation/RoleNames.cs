using KerjaBhakti.Data.Identity;

namespace KerjaBhakti.Web.Foundation;

/// <summary>What the roles are called in the portal. Stored and compared is the role itself, never its name.</summary>
public static class RoleNames
{
    private static readonly Dictionary<string, string> Names = new()
    {
        [PortalRoles.Sekretariat] = "Sekretariat",
        [PortalRoles.Sekda] = "Sekretaris Daerah",
        [PortalRoles.Pejabat] = "Pejabat",
        [PortalRoles.KeuanganRsud] = "Keuangan RSUD",
        [PortalRoles.DirekturRsud] = "Direktur RSUD",
        [PortalRoles.PengelolaProgram] = "Pengelola program JKN",
        [PortalRoles.PegawaiRsud] = "Pegawai RSUD",
        [PortalRoles.Inspektorat] = "Inspektorat",
        [PortalRoles.Admin] = "Administrator",
    };

    /// <summary>The name of one of <see cref="PortalRoles.All"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such role.</exception>
    public static string Of(string role) => Names[role];

    /// <summary>"Sekretariat, Sekretaris Daerah, atau Inspektorat": any of these roles, as a sentence says it.</summary>
    public static string AnyOf(params IReadOnlyList<string> roles) =>
        roles switch
        {
            [var only] => Of(only),
            [var one, var other] => $"{Of(one)} atau {Of(other)}",
            _ => $"{string.Join(", ", roles.SkipLast(1).Select(Of))}, atau {Of(roles[^1])}",
        };
}
