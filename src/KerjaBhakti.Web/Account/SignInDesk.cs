using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Account;

/// <summary>Signing in and out, and what the owner of an account is told about it.</summary>
public sealed class SignInDesk(
    PasswordGuard guard,
    PasswordLinks links,
    SecondFactors factors,
    SecondFactorSettings secondFactor,
    Passkeys passkeys,
    AccountWork work,
    Sessions sessions,
    KnownDevices devices,
    IDbContextFactory<PortalDbContext> contexts
)
{
    private const int MostListed = 20;

    /// <summary>Signs in with a password.</summary>
    /// <param name="http">The request; its answer gets the cookies.</param>
    /// <param name="name">The address of the account.</param>
    /// <param name="password">The password.</param>
    /// <param name="remember">Whether the device remembers the sign-in for thirty days.</param>
    public async Task<SignInAnswer> SignInAsync(HttpContext http, string name, string password, bool remember)
    {
        var verdict = await guard.TryAsync(http, name, password);
        if (verdict.Account is not { } account)
        {
            return new SignInAnswer(verdict, News: null);
        }

        var from = SignInNames.OriginOf(http);
        if (verdict.NeedsCode)
        {
            await HalfSignIn.BeginAsync(http, new HalfSignIn(account.Id, remember, from.LinkFrom));
            return new SignInAnswer(verdict, News: null);
        }

        await BeginAsync(http, account, from, remember);
        return new SignInAnswer(verdict, await NewsBeforeAsync(account.Id, verdict.Attempt, from, http.RequestAborted));
    }

    /// <summary>Signs in whose password was right a few minutes ago, with the code of an app or a recovery code.</summary>
    /// <returns>What became of it; null where no password was given, or too long ago.</returns>
    public async Task<SignInAnswer?> SignInWithCodeAsync(HttpContext http, string code)
    {
        if (
            await HalfSignIn.ReadAsync(http) is not { } half
            || await work.Users.FindByIdAsync($"{half.AccountId}") is not { ClosedAt: null } account
            || await FactorOfAsync(account.Id, http.RequestAborted) is not { } factor
        )
        {
            return null;
        }

        var from = SignInNames.OriginOf(http) with { LinkFrom = half.LinkFrom };
        var step = factors.StepOf(factor, code);
        var verdict = await guard.TryCodeAsync(http, account, async () =>
            step is { } some
                ? !await IsSpentAsync(account.Id, some, http.RequestAborted)
                : await factors.SpendAsync(account.Id, code, http.RequestAborted)
        );
        if (verdict.Outcome != PasswordOutcome.Right)
        {
            return new SignInAnswer(verdict, News: null);
        }

        try
        {
            await BeginAsync(http, account, from, half.Remember, showedMore: true, step);
        }
        catch (DbUpdateException twice) when (DatabaseFaults.IsDuplicate(twice))
        {
            return new SignInAnswer(new PasswordVerdict(PasswordOutcome.Wrong), News: null);
        }

        await http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        return new SignInAnswer(verdict, await NewsBeforeAsync(account.Id, verdict.Attempt, from, http.RequestAborted));
    }

    /// <summary>Signs in with a passkey, without the password; where that was given before, in place of the code.</summary>
    /// <param name="http">The request; its answer gets the cookies.</param>
    /// <param name="answer">What the browser answered to its challenge, as JSON.</param>
    /// <param name="remember">Whether the device remembers the sign-in for thirty days; null for what was said with the password.</param>
    /// <returns>What became of it; null where the browser has no challenge, or its time is over.</returns>
    public async Task<SignInAnswer?> SignInWithPasskeyAsync(HttpContext http, string? answer, bool? remember)
    {
        if (await passkeys.ReadAsync(http, answer) is not { } given)
        {
            return null;
        }

        var verdict = await guard.TryPasskeyAsync(http, given.Name, given.Owner, () => passkeys.UseAsync(given));
        if (verdict.Account is not { } account)
        {
            return new SignInAnswer(verdict, News: null);
        }

        var half = await HalfSignIn.ReadAsync(http) is { } read && read.AccountId == account.Id ? read : null;
        var from = SignInNames.OriginOf(http) with { LinkFrom = half?.LinkFrom };
        try
        {
            await BeginAsync(http, account, from, remember ?? half?.Remember ?? false, showedMore: true, challenge: given.Challenge);
        }
        catch (DbUpdateException twice) when (DatabaseFaults.IsDuplicate(twice))
        {
            return new SignInAnswer(new PasswordVerdict(PasswordOutcome.Wrong), News: null);
        }

        await http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        return new SignInAnswer(verdict, await NewsBeforeAsync(account.Id, verdict.Attempt, from, http.RequestAborted));
    }

    /// <summary>What is asked for from whose password was right a few minutes ago; null where none was given, or too long ago.</summary>
    public async Task<SecondStep?> StepAsync(HttpContext http)
    {
        if (await HalfSignIn.ReadAsync(http) is not { } half)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(http.RequestAborted);
        return new SecondStep(
            await db.SecondFactors.AnyAsync(factor => factor.AccountId == half.AccountId, http.RequestAborted),
            await db.Passkeys.AnyAsync(key => key.AccountId == half.AccountId, http.RequestAborted)
        );
    }

    /// <summary>
    /// Sets the password with the code of a link, and signs in with it, or with it and a code or passkey of the account: a link is no way
    /// round that. What is done in that sign-in names who handed the link over.
    /// </summary>
    /// <returns>What became of it.</returns>
    public async Task<PasswordSet> SetPasswordAsync(HttpContext http, Guid id, string code, string password)
    {
        var setting = await links.SetAsync(id, code, password);
        if (setting.Account is { } account)
        {
            var from = SignInNames.OriginOf(http) with { LinkFrom = setting.LinkFrom };
            await NoteAsync(SignInKind.LinkUsed, account.Id, account.Email!, from);
            if (await AsksForMoreAsync(account.Id, http.RequestAborted))
            {
                await HalfSignIn.BeginAsync(http, new HalfSignIn(account.Id, Remember: false, setting.LinkFrom));
                return new PasswordSet([], NeedsCode: true);
            }

            await BeginAsync(http, account, from, remember: false);
        }

        return new PasswordSet(setting.Errors, NeedsCode: false);
    }

    /// <summary>Changes the own password with the old one, and ends every other sign-in.</summary>
    /// <returns>Why it was refused, in Indonesian; empty where it was done.</returns>
    public async Task<IReadOnlyList<string>> ChangePasswordAsync(HttpContext http, string old, string password)
    {
        var own = http.User.ToActor() with { Right = new ActingRight(SessionOf(http.User), PortalRoles.All) };
        var verdict = await guard.TryAgainAsync(http, old);
        if (verdict.Outcome != PasswordOutcome.Right)
        {
            return [verdict.Outcome == PasswordOutcome.Wrong ? "Kata sandi lama tidak cocok." : Refusal(verdict)];
        }

        try
        {
            await work.DoAsync(async () =>
            {
                var account = await work.FindAsync(Guid.Parse(own.Id));
                AccountWork.Require(await work.Users.ChangePasswordAsync(account, old, password));
                await work.RecordAsync(own, AccountActions.Password, account);
            });
        }
        catch (AccountRefusedException refusal)
        {
            return [refusal.Message];
        }

        await sessions.EndOthersAsync(Guid.Parse(own.Id), own.Right.Session, SessionEnd.PasswordChanged, CancellationToken.None);
        await NoteAsync(SignInKind.PasswordChanged, Guid.Parse(own.Id), http.User.Identity!.Name!, SignInNames.OriginOf(http));
        return [];
    }

    /// <summary>Takes the password again, before something that weighs much.</summary>
    /// <returns>Why it was refused, in Indonesian; empty where it was right.</returns>
    public async Task<IReadOnlyList<string>> ConfirmAsync(HttpContext http, string password)
    {
        var verdict = await guard.TryAgainAsync(http, password);
        if (verdict.Outcome != PasswordOutcome.Right)
        {
            return [verdict.Outcome == PasswordOutcome.Wrong ? "Kata sandi tidak cocok." : Refusal(verdict)];
        }

        await sessions.ConfirmAsync(SessionOf(http.User), CancellationToken.None);
        return [];
    }

    /// <summary>Signs out this browser.</summary>
    public async Task SignOutAsync(HttpContext http)
    {
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        if (http.User.SessionId() is { } session)
        {
            var account = Guid.Parse(http.User.ToActor().Id);
            await sessions.EndAsync(account, session, SessionEnd.SignedOut, CancellationToken.None);
            await NoteAsync(SignInKind.SignedOut, account, http.User.Identity!.Name!, SignInNames.OriginOf(http));
        }
    }

    /// <summary>Ends one of the own sign-ins, or every other than this.</summary>
    /// <param name="http">The request of the owner.</param>
    /// <param name="session">Which; null for all but this.</param>
    public async Task EndAsync(HttpContext http, Guid? session)
    {
        var (account, own) = (Guid.Parse(http.User.ToActor().Id), SessionOf(http.User));
        if (session is { } one)
        {
            await sessions.EndAsync(account, one, SessionEnd.Owner, CancellationToken.None);
        }
        else
        {
            await sessions.EndOthersAsync(account, own, SessionEnd.Owner, CancellationToken.None);
        }

        await NoteAsync(SignInKind.Ended, account, http.User.Identity!.Name!, SignInNames.OriginOf(http));
    }

    /// <summary>The open sign-ins of the user and the last lines of their log, newest first.</summary>
    public async Task<OwnSignIns> OwnAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var (account, own) = (Guid.Parse(user.ToActor().Id), SessionOf(user));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var log = await db
            .SignInLog.AsNoTracking()
            .Where(record => record.AccountId == account)
            .OrderByDescending(record => record.Id)
            .Take(MostListed)
            .ToListAsync(cancellationToken);
        return new OwnSignIns(own, await sessions.OpenAsync(account, cancellationToken), log);
    }

    /// <summary>What is said to whose password was not looked at.</summary>
    public static string Refusal(PasswordVerdict verdict) =>
        verdict switch
        {
            { Until: { } until } =>
                $"Terlalu banyak percobaan yang salah. Coba lagi setelah pukul {PortalClock.Local(until):HH.mm} {PortalClock.Zone}, atau masuk dari perangkat yang pernah Anda pakai masuk.",
            { Outcome: PasswordOutcome.Busy } => "Portal sedang memeriksa banyak kata sandi. Coba lagi sebentar lagi.",
            _ => "Alamat surel atau kata sandi tidak cocok. Periksa lalu coba lagi; bila akun Anda ditutup, hubungi administrator.",
        };

    /// <summary>What is said to whose passkey opens nothing.</summary>
    public static string RefusalOfPasskey(PasswordVerdict verdict) =>
        verdict.Outcome == PasswordOutcome.Wrong
            ? "Kunci sandi itu tidak dikenal portal atau tidak berlaku lagi. Masuk dengan kata sandi; di Keamanan akun Anda dapat mendaftarkan yang baru."
            : Refusal(verdict);

    /// <summary>What is said to who took longer than a challenge is good for.</summary>
    public const string PasskeyTooLate = "Waktu untuk kunci sandi sudah habis. Tekan lagi tombolnya.";

    private async Task<bool> AsksForMoreAsync(Guid account, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await secondFactor.AsksAsync(db, account, cancellationToken);
    }

    private async Task<SecondFactor?> FactorOfAsync(Guid account, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SecondFactors.AsNoTracking().SingleOrDefaultAsync(factor => factor.AccountId == account, cancellationToken);
    }

    private async Task<bool> IsSpentAsync(Guid account, long step, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SignInSessions.AnyAsync(session => session.AccountId == account && session.CodeStep == step, cancellationToken);
    }

    private async Task BeginAsync(
        HttpContext http,
        PortalUser account,
        SignInOrigin from,
        bool remember,
        bool showedMore = false,
        long? codeStep = null,
        string? challenge = null
    )
    {
        // Whoever signs in over an open sign-in leaves it.
        if (http.User.SessionId() is { } before)
        {
            await sessions.EndAsync(Guid.Parse(http.User.ToActor().Id), before, SessionEnd.SignedOut, CancellationToken.None);
        }

        var (user, expires) = await sessions.BeginAsync(
            account.Id,
            from,
            remember,
            showedMore,
            codeStep,
            challenge,
            CancellationToken.None
        );
        await http.SignInAsync(
            IdentityConstants.ApplicationScheme,
            user,
            new AuthenticationProperties { IsPersistent = remember, ExpiresUtc = expires }
        );
        devices.Remember(http, SignInNames.KeyOf(account.UserName!));
    }

    /// <summary>Adds a line to the log of an account within a change.</summary>
    internal static void Note(PortalDbContext db, SignInKind kind, PortalUser account, HttpContext http) =>
        db.SignInLog.Add(
            new SignInRecord(
                kind,
                Sessions.Now,
                SignInNames.KeyOf(account.UserName!),
                account.Id,
                device: null,
                SignInNames.OriginOf(http)
            )
        );

    private async Task NoteAsync(SignInKind kind, Guid account, string name, SignInOrigin from)
    {
        await using var db = await contexts.CreateDbContextAsync();
        db.SignInLog.Add(new SignInRecord(kind, Sessions.Now, SignInNames.KeyOf(name), account, device: null, from));
        await db.SaveChangesAsync();
    }

    private async Task<SignInNews> NewsBeforeAsync(Guid account, long attempt, SignInOrigin from, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var log = db.SignInLog.AsNoTracking().Where(record => record.AccountId == account && record.Id < attempt);
        var last = await log.Where(record => record.Kind == SignInKind.SignedIn)
            .OrderByDescending(record => record.Id)
            .FirstOrDefaultAsync(cancellationToken);
        var since = log.Where(record => last == null || record.Id > last.Id);
        var failures = since.Where(record => record.Kind == SignInKind.Failed);
        return new SignInNews(
            last,
            await failures.CountAsync(cancellationToken),
            await failures.AnyAsync(record => record.Address != from.Address, cancellationToken),
            await since.AnyAsync(record => record.Kind == SignInKind.LinkUsed && record.LinkFrom != null, cancellationToken),
            await since.AnyAsync(
                record =>
                    (record.Kind == SignInKind.MoreAdded || record.Kind == SignInKind.MoreRemoved)
                    && (record.Address != from.Address || record.Browser != from.Browser),
                cancellationToken
            )
        );
    }

    private static Guid SessionOf(ClaimsPrincipal user) => user.SessionId() ?? throw new AccessDeniedException("nobody is signed in");
}

/// <summary>What became of setting a password with a link.</summary>
/// <param name="Errors">Why it was refused, in Indonesian; empty where it was done.</param>
/// <param name="NeedsCode">Whether a code or a passkey is asked for now.</param>
public sealed record PasswordSet(IReadOnlyList<string> Errors, bool NeedsCode);

/// <summary>What is asked for after the password.</summary>
/// <param name="HasCodes">Whether the account has codes of an app.</param>
/// <param name="HasPasskeys">Whether it has passkeys.</param>
public sealed record SecondStep(bool HasCodes, bool HasPasskeys);

/// <summary>What became of signing in.</summary>
/// <param name="Verdict">What is said of the password or code.</param>
/// <param name="News">What happened since the last sign-in; null where nobody was signed in.</param>
public sealed record SignInAnswer(PasswordVerdict Verdict, SignInNews? News);

/// <summary>What happened since the last sign-in.</summary>
/// <param name="Last">The last sign-in; null where there was none.</param>
/// <param name="Failures">How many wrong passwords came since.</param>
/// <param name="FailuresElsewhere">Whether one of them came from another address than the owner's now.</param>
/// <param name="LinkUsed">Whether the password was set with a link that somebody handed over.</param>
/// <param name="MoreChanged">Whether a passkey or codes were taken in or away from another place than the owner's now.</param>
public sealed record SignInNews(SignInRecord? Last, int Failures, bool FailuresElsewhere, bool LinkUsed, bool MoreChanged)
{
    /// <summary>
    /// Whether the owner should look at it before anything else. Who mistypes once or twice and then comes in knows of it; a warning each
    /// time would teach to click it away.
    /// </summary>
    public bool IsWorrying => FailuresElsewhere || Failures >= GuessingRule.Free || LinkUsed || MoreChanged;
}

/// <summary>The owner's sign-ins.</summary>
/// <param name="Current">The one that asks.</param>
/// <param name="Open">Those that are open.</param>
/// <param name="Log">The last lines of the log, newest first.</param>
public sealed record OwnSignIns(Guid Current, IReadOnlyList<SignInSession> Open, IReadOnlyList<SignInRecord> Log);
