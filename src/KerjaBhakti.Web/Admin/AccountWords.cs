using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Admin;

/// <summary>What the list of accounts says of one.</summary>
internal static class AccountWords
{
    /// <summary>"Sekretariat"; of several roles all, in the order they were given.</summary>
    public static string RolesOf(AccountSummary account) => string.Join(", ", account.Roles.Select(RoleNames.Of));

    /// <summary>Whether somebody can sign in with it, and what it waits for.</summary>
    public static string StateOf(AccountSummary account) =>
        account switch
        {
            { IsClosed: true } => "Ditutup",
            { LinkAskedBy: not null } => "Menunggu persetujuan tautan",
            { HasPassword: true } => "Aktif",
            _ => "Menunggu kata sandi",
        };
}
