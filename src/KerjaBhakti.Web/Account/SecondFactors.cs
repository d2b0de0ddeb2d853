using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using OtpNet;

namespace KerjaBhakti.Web.Account;

/// <summary>Codes of an authenticator app and recovery codes: given out, taken, taken away.</summary>
public sealed class SecondFactors(
    AccountWork work,
    Sessions sessions,
    SecondFactorSettings settings,
    IDbContextFactory<PortalDbContext> contexts,
    IDataProtectionProvider protection
)
{
    // 160 bits, as RFC 4226 advises for the hash that every app knows.
    private const int SecretBytes = 20;

    // 80 bits in letters and digits that nobody mistakes for each other.
    private const int RecoveryLetters = 16;
    private const string RecoveryAlphabet = "23456789abcdefghjkmnpqrstuvwxyz";

    // A telephone's clock that is half a minute off is forgiven; one that is further off is not (RFC 6238, 5.2).
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    private readonly IDataProtector secrets = protection.CreateProtector("KerjaBhakti.SecondFactor");
    private readonly ITimeLimitedDataProtector offers = protection
        .CreateProtector("KerjaBhakti.SecondFactorOffer")
        .ToTimeLimitedDataProtector();

    /// <summary>How long an offered secret waits for its first code.</summary>
    private static readonly TimeSpan OfferLasts = TimeSpan.FromMinutes(30);

    /// <summary>What the user's account asks for beside the password; null where nothing.</summary>
    public async Task<SecondFactor?> OwnAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(user.ToActor().Id);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SecondFactors.AsNoTracking().SingleOrDefaultAsync(factor => factor.AccountId == id, cancellationToken);
    }

    /// <summary>Makes a secret for an app to take. Nothing is stored until a code shows that the app has it.</summary>
    public SecondFactorOffer Offer(ClaimsPrincipal user)
    {
        var secret = Base32Encoding.ToString(RandomNumberGenerator.GetBytes(SecretBytes));
        return OfferOf(user, secret, offers.Protect($"{user.ToActor().Id} {secret}", OfferLasts));
    }

    /// <summary>The offer that a form brings back, so that a mistyped code does not make the app's entry worthless.</summary>
    /// <returns>The offer; a new one where that is not the user's or has waited too long.</returns>
    public SecondFactorOffer OfferAgain(ClaimsPrincipal user, string? form) =>
        SecretOf(user, form) is { } secret ? OfferOf(user, secret, form!) : Offer(user);

    /// <summary>Begins to ask for codes, once a code shows that the app has the secret.</summary>
    /// <returns>The recovery codes, which are shown this once.</returns>
    /// <exception cref="AccountRefusedException">The code is not that of the secret, or there is one already.</exception>
    /// <exception cref="ConfirmationNeededException">The password has to be given again first.</exception>
    public async Task<IReadOnlyList<string>> BeginAsync(
        HttpContext http,
        string? form,
        string? code,
        CancellationToken cancellationToken
    )
    {
        var actor = OwnActor(http.User);
        if (SecretOf(http.User, form) is not { } secret)
        {
            throw new AccountRefusedException("Kode QR tadi sudah terlalu lama. Pindai yang baru di bawah ini.");
        }

        if (StepOf(secret, code) is null)
        {
            throw new AccountRefusedException("Kode tidak cocok. Periksa jam telepon Anda, lalu ketik kode yang sedang tampil.");
        }

        var codes = NewRecoveryCodes();
        await work.DoAsync(async () =>
        {
            var account = await work.FindAsync(Guid.Parse(actor.Id));
            await settings.RequireShownAsync(work.Db, account.Id, actor.Right!.Session);
            if (await work.Db.SecondFactors.AnyAsync(factor => factor.AccountId == account.Id, cancellationToken))
            {
                throw new AccountRefusedException("Kode masuk sudah terpasang. Lepaskan dahulu yang lama.");
            }

            work.Db.SecondFactors.Add(new SecondFactor(account.Id, Sessions.Now, secrets.Protect(secret), codes.Select(DigestOf)));
            SignInDesk.Note(work.Db, SignInKind.MoreAdded, account, http);
            await work.RecordAsync(actor, AccountActions.SecondFactorBegun, account);
        });

        await sessions.NoteMoreAsync(Guid.Parse(actor.Id), actor.Right!.Session, CancellationToken.None);
        return codes;
    }

    /// <summary>Makes new recovery codes; the old ones are worth nothing.</summary>
    /// <exception cref="AccountRefusedException">The account asks for no codes.</exception>
    /// <exception cref="ConfirmationNeededException">The password has to be given again first.</exception>
    public async Task<IReadOnlyList<string>> RenewAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var actor = OwnActor(user);
        var codes = NewRecoveryCodes();
        await work.DoAsync(async () =>
        {
            var account = await work.FindAsync(Guid.Parse(actor.Id));
            (await RequireAsync(account.Id, cancellationToken)).Renew(codes.Select(DigestOf));
            await work.RecordAsync(actor, AccountActions.RecoveryRenewed, account);
        });
        return codes;
    }

    /// <summary>Ends asking for codes.</summary>
    /// <exception cref="AccountRefusedException">The account asks for none.</exception>
    /// <exception cref="ConfirmationNeededException">The password has to be given again first.</exception>
    public async Task EndAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var actor = OwnActor(http.User);
        await work.DoAsync(async () =>
        {
            var account = await work.FindAsync(Guid.Parse(actor.Id));
            await settings.RequireShownAsync(work.Db, account.Id, actor.Right!.Session);
            SignInDesk.Note(work.Db, SignInKind.MoreRemoved, account, http);
            await RemoveAsync(account, actor, cancellationToken);
        });
        sessions.ReadAgain(actor.Right!.Session);
    }

    /// <summary>
    /// Takes codes and passkeys away from whoever lost the telephone and the paper. Their sign-ins end; the password is still asked for, so
    /// that an administrator does not come in by it.
    /// </summary>
    /// <exception cref="AccountRefusedException">The account asks for none, or it is the administrator's own.</exception>
    public async Task TakeAwayAsync(ClaimsPrincipal administrator, Guid id, CancellationToken cancellationToken)
    {
        var actor = administrator.ToActor(Access.ManageAccounts);
        if (actor.Id == id.ToString())
        {
            throw new AccountRefusedException("Kode masuk dan kunci sandi Anda sendiri dilepas di Keamanan akun.");
        }

        await work.DoAsync(async () =>
        {
            var account = await work.FindAsync(id);
            await work.EndSessionsAsync(account, SessionEnd.SecondFactorTaken);
            if (!await RemoveAllAsync(work, account, actor, cancellationToken))
            {
                throw new AccountRefusedException("Akun ini tidak memakai kode masuk atau kunci sandi.");
            }
        });
    }

    /// <summary>Takes away, within a change, whatever an account has beside the password.</summary>
    /// <returns>Whether there was anything.</returns>
    internal static async Task<bool> RemoveAllAsync(
        AccountWork work,
        PortalUser account,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var factor = await work.Db.SecondFactors.SingleOrDefaultAsync(factor => factor.AccountId == account.Id, cancellationToken);
        var keys = await work.Db.Passkeys.Where(key => key.AccountId == account.Id).ToListAsync(cancellationToken);
        if (factor is not null)
        {
            work.Db.SecondFactors.Remove(factor);
            await work.RecordAsync(actor, AccountActions.SecondFactorEnded, account);
        }

        foreach (var key in keys)
        {
            work.Db.Passkeys.Remove(key);
            await work.RecordAsync(actor, AccountActions.PasskeyRemoved, account, key.Name);
        }

        return factor is not null || keys.Count > 0;
    }

    /// <summary>Looks at a code without spending it: what an app shows now.</summary>
    /// <returns>The half minute it is of; null where it is none.</returns>
    internal long? StepOf(SecondFactor factor, string? code)
    {
        try
        {
            return StepOf(secrets.Unprotect(factor.Secret), code);
        }
        catch (CryptographicException)
        {
            // The portal's keys were lost, and with them the secret.
            // Recovery codes still open, and an administrator can take the codes away.
            return null;
        }
    }

    /// <summary>Spends a recovery code.</summary>
    /// <returns>Whether it was one that was left.</returns>
    internal Task<bool> SpendAsync(Guid id, string? code, CancellationToken cancellationToken) =>
        work.DoAsync(async () =>
        {
            var account = await work.FindAsync(id);
            var factor = await RequireAsync(id, cancellationToken);
            if (!factor.Spend(DigestOf(code ?? string.Empty)))
            {
                return false;
            }

            // By the code the owner has shown who it is, and is signed in only afterwards.
            var owner = new Actor(id.ToString(), account.DisplayName);
            await work.RecordAsync(owner, AccountActions.RecoveryUsed, account, string.Empty, $"{factor.RecoveryLeft}");
            return true;
        });

    private async Task RemoveAsync(PortalUser account, Actor actor, CancellationToken cancellationToken)
    {
        work.Db.SecondFactors.Remove(await RequireAsync(account.Id, cancellationToken));
        await work.RecordAsync(actor, AccountActions.SecondFactorEnded, account);
    }

    private async Task<SecondFactor> RequireAsync(Guid account, CancellationToken cancellationToken) =>
        await work.Db.SecondFactors.SingleOrDefaultAsync(factor => factor.AccountId == account, cancellationToken)
        ?? throw new AccountRefusedException("Akun ini tidak memakai kode masuk.");

    private static Actor OwnActor(ClaimsPrincipal user) =>
        user.ToActor() with
        {
            Right = new ActingRight(user.SessionId() ?? throw new AccessDeniedException("no sign-in"), PortalRoles.All)
            {
                IsConfirmed = true,
            },
        };

    private static SecondFactorOffer OfferOf(ClaimsPrincipal user, string secret, string form) =>
        new(secret, new OtpUri(OtpType.Totp, secret, user.Identity!.Name!, "Kerja Bhakti").ToUri(), form);

    private string? SecretOf(ClaimsPrincipal user, string? form)
    {
        try
        {
            return offers.Unprotect(form ?? string.Empty).Split(' ') is [var id, var secret] && id == user.ToActor().Id ? secret : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static long? StepOf(string secret, string? code) =>
        new Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(Sessions.Now.UtcDateTime, Plain(code), out var step, Window) ? step : null;

    private static string[] NewRecoveryCodes() =>
        [
            .. Enumerable
                .Range(0, SecondFactor.RecoveryCodes)
                .Select(_ => RandomNumberGenerator.GetString(RecoveryAlphabet, RecoveryLetters))
                .Select(code => string.Join('-', code.Chunk(4).Select(part => new string(part)))),
        ];

    private static string DigestOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Plain(code))));

    // As people type it: with spaces, hyphens, capitals.
    private static string Plain(string? code) => new([.. (code ?? string.Empty).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}

/// <summary>A secret for an app to take.</summary>
/// <param name="Secret">The secret in base 32, for who types it.</param>
/// <param name="Address">The address that a QR code holds (Key URI format).</param>
/// <param name="Form">What the form brings back with the first code: the secret, encrypted, and for whom it is.</param>
public sealed record SecondFactorOffer(string Secret, Uri Address, string Form);
