using System.Security.Claims;
using System.Text;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Foundation.Mailing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Account;

/// <summary>
/// The one-time links by which a password is set. Nobody is to become somebody else by one: where mail is set up it goes to its owner and
/// nobody else sees it; else an administrator hands it over, for an account that decides only with a second one, and the trail says so of
/// what is done in the sign-in that begins with it.
/// </summary>
public sealed class PasswordLinks(AccountWork work, PublicAddress address, MailRelay relay)
{
    private const string Invalid = "Tautan ini sudah dipakai atau sudah lewat waktunya. Mintalah tautan baru kepada administrator.";

    /// <summary>
    /// Gives the account a new link, or asks for it, or agrees to what another administrator asked for. The old password holds until it is
    /// used.
    /// </summary>
    /// <exception cref="AccountRefusedException">There is no such account, or the mail could not be sent.</exception>
    public async Task<PasswordLinkOffer> RenewAsync(ClaimsPrincipal administrator, Guid id)
    {
        var actor = administrator.ToActor(Access.ManageAccounts);
        var (account, link) = await work.DoAsync(async () =>
        {
            var account = await work.FindAsync(id);
            if (relay.IsOn && account.PasswordHash is not null)
            {
                var mailed = await NewAsync(account, handedOverBy: null);
                await work.RecordAsync(actor, AccountActions.Link, account, string.Empty, "dikirim ke surel pemilik");
                return (account, mailed);
            }

            return (account, await ConsentAsync(account, actor));
        });
        if (link is null)
        {
            return new PasswordLinkOffer(PasswordLinkOutcome.Waits, Link: null);
        }

        if (relay.IsOn && account.PasswordHash is not null)
        {
            await MailAsync(account, link, actor);
            return new PasswordLinkOffer(PasswordLinkOutcome.Mailed, Link: null);
        }

        return new PasswordLinkOffer(PasswordLinkOutcome.Shown, link);
    }

    /// <summary>A link made by the command on the server, for whoever may use the server.</summary>
    /// <exception cref="AccountRefusedException">There is no account with the address.</exception>
    internal async Task<Uri> MakeByCommandAsync(string email)
    {
        var known = await work.Users.FindByEmailAsync(email) ?? throw new AccountRefusedException($"Tidak ada akun dengan alamat {email}.");
        return await work.DoAsync(async () =>
        {
            var account = await work.FindAsync(known.Id);
            var link = await MakeAsync(account, Actor.System);
            await work.RecordAsync(Actor.System, AccountActions.Link, account);
            return link;
        });
    }

    /// <summary>Makes a link that is handed over by whoever made the account, inside the transaction of that.</summary>
    internal Task<Uri> MakeAsync(PortalUser account, Actor by)
    {
        var link = NewLink(account, by);
        link.Make(Sessions.Now);
        return NewAsync(account, link);
    }

    /// <summary>Sets the password with the code of a link, which is spent by it, and ends every sign-in of the account.</summary>
    public async Task<PasswordSetting> SetAsync(Guid id, string code, string password)
    {
        try
        {
            return await work.DoAsync(async () =>
            {
                if (await work.Users.FindByIdAsync(id.ToString()) is not { ClosedAt: null, IsEmptied: false } account)
                {
                    throw new AccountRefusedException(Invalid);
                }

                var link = await work.Db.PasswordLinks.SingleOrDefaultAsync(link => link.AccountId == id && link.MadeAt != null);
                var from = link?.From;
                AccountWork.Require(await work.Users.ResetPasswordAsync(account, TokenOf(code), password));
                if (link is not null)
                {
                    work.Db.PasswordLinks.Remove(link);
                }

                await work.EndSessionsAsync(account, SessionEnd.PasswordChanged);
                var owner = new Actor(id.ToString(), account.DisplayName)
                {
                    Means = from is null ? string.Empty : $"dengan tautan dari {from}",
                };
                await work.RecordAsync(owner, AccountActions.Password, account);
                return new PasswordSetting([], account, from);
            });
        }
        catch (AccountRefusedException refusal)
        {
            return new PasswordSetting([refusal.Message], Account: null, LinkFrom: null);
        }
    }

    /// <summary>Makes the link, or waits for a second administrator where the account decides and somebody uses it.</summary>
    /// <returns>The link; null where another has to agree.</returns>
    private async Task<Uri?> ConsentAsync(PortalUser account, Actor actor)
    {
        var now = Sessions.Now;
        var asked = await work.Db.PasswordLinks.SingleOrDefaultAsync(link => link.AccountId == account.Id);
        if (!await NeedsAnotherAsync(account))
        {
            var made = await MakeAsync(account, actor);
            await work.RecordAsync(actor, AccountActions.Link, account);
            return made;
        }

        if (asked?.WaitsForAnother(actor.Id, now) == true)
        {
            return null;
        }

        if (asked?.Waits(now) == true)
        {
            asked.Agree(actor.Id, actor.Name, now);
            var agreed = await NewAsync(account, asked);
            await work.RecordAsync(actor, AccountActions.Link, account, string.Empty, $"bersama {asked.AskedByName}");
            return agreed;
        }

        await StoreAsync(account, NewLink(account, actor));
        await work.RecordAsync(actor, AccountActions.LinkAsked, account);
        return null;
    }

    /// <summary>
    /// Whether somebody else could decide in the owner's name by it. What the account once was counts too: else its role would be changed
    /// for the while. An account without a password has no owner yet whom anybody could pass for.
    /// </summary>
    private async Task<bool> NeedsAnotherAsync(PortalUser account)
    {
        if (account.PasswordHash is null)
        {
            return false;
        }

        var subject = account.Id.ToString();
        var held = await work
            .Db.AuditEntries.AsNoTracking()
            .Where(entry =>
                entry.Subject == subject && (entry.Action == AccountActions.Created.Code || entry.Action == AccountActions.Role.Code)
            )
            .Select(entry => entry.Before + ", " + entry.After)
            .ToListAsync();
        return (await work.Users.GetRolesAsync(account))
            .Concat(held.SelectMany(roles => roles.Split(", ", StringSplitOptions.RemoveEmptyEntries)))
            .Any(PortalRoles.Deciding.Contains);
    }

    private static PasswordLink NewLink(PortalUser account, Actor by) =>
        new(account.Id, by.Id, by.Id == Actor.System.Id ? "perintah di server" : by.Name, Sessions.Now);

    /// <summary>Makes the code of a link. Every code that was made before is spent.</summary>
    private async Task<Uri> NewAsync(PortalUser account, PasswordLink? handedOverBy)
    {
        await StoreAsync(account, handedOverBy);
        AccountWork.Require(await work.Users.UpdateSecurityStampAsync(account));
        work.Db.SignInLog.Add(
            new SignInRecord(
                SignInKind.LinkMade,
                Sessions.Now,
                SignInNames.KeyOf(account.Email!),
                account.Id,
                device: null,
                new SignInOrigin(string.Empty, string.Empty) { LinkFrom = handedOverBy?.From }
            )
        );
        await work.Db.SaveChangesAsync();
        var code = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(await work.Users.GeneratePasswordResetTokenAsync(account)));
        return address.Of($"akun/sandi?akun={account.Id}&kode={code}");
    }

    private async Task StoreAsync(PortalUser account, PasswordLink? link)
    {
        var isNew = link is not null && work.Db.Entry(link).State == EntityState.Detached;
        if (link is null || isNew)
        {
            work.Db.RemoveRange(await work.Db.PasswordLinks.Where(old => old.AccountId == account.Id).ToListAsync());
        }

        if (isNew)
        {
            work.Db.PasswordLinks.Add(link!);
        }

        await work.Db.SaveChangesAsync();
    }

    private async Task MailAsync(PortalUser account, Uri link, Actor by)
    {
        var body = $"""
            Yth. {account.DisplayName},

            {by.Name} membuat tautan untuk mengatur kata sandi akun Anda di portal kerja bhakti. Tautan berlaku sekali, selama satu hari:

            {link}

            Bila Anda tidak memintanya, abaikan surel ini dan beri tahu administrator: kata sandi Anda yang lama tetap berlaku.
            """;
        try
        {
            await relay.SendAsync(new OutgoingMail(Guid.CreateVersion7(), account.Email!, "Tautan kata sandi portal kerja bhakti", body));
        }
        catch (MailFailedException failure)
        {
            throw new AccountRefusedException($"Tautan tidak terkirim: {failure.Message} Coba lagi.");
        }
    }

    private static string TokenOf(string code)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(code));
        }
        catch (FormatException)
        {
            return string.Empty;
        }
    }
}

/// <summary>What became of asking for a link.</summary>
/// <param name="Outcome">Where it is.</param>
/// <param name="Link">The link, where it is handed over.</param>
public sealed record PasswordLinkOffer(PasswordLinkOutcome Outcome, Uri? Link);

/// <summary>Where a link is.</summary>
public enum PasswordLinkOutcome
{
    /// <summary>It is shown to the administrator, once.</summary>
    Shown,

    /// <summary>It went to the owner's address.</summary>
    Mailed,

    /// <summary>It is not made yet: another administrator has to agree.</summary>
    Waits,
}

/// <summary>What became of setting a password.</summary>
/// <param name="Errors">Why it was refused, in Indonesian; empty where it was set.</param>
/// <param name="Account">Whose it is; null where it was refused.</param>
/// <param name="LinkFrom">Who handed over the link; null where it was mailed to its owner.</param>
public sealed record PasswordSetting(IReadOnlyList<string> Errors, PortalUser? Account, string? LinkFrom);
