using System.Globalization;
using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Account;

/// <summary>
/// How many passwords are looked at at once: a hash takes a processor for a tenth of a second, and readers need the processors too.
/// </summary>
public sealed class PasswordTurns : IDisposable
{
    private const int MostWaiting = 20;
    private readonly SemaphoreSlim turns = new(Math.Max(1, Environment.ProcessorCount / 2));
    private int waiting;

    /// <summary>One attempt after another is counted, so that many at once are no way round the count.</summary>
    internal SemaphoreSlim Counting { get; } = new(1);

    /// <inheritdoc/>
    public void Dispose()
    {
        turns.Dispose();
        Counting.Dispose();
    }

    /// <summary>Waits for a turn; null where too many wait already.</summary>
    internal async Task<IDisposable?> TakeAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            return null;
        }

        try
        {
            await turns.WaitAsync(cancellationToken);
            return new Turn(turns);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}

/// <summary>
/// The one place a password, a code or a passkey is looked at. Attempts are counted for each account and known device, all strangers
/// together; while they are closed out, the password is not looked at, so that a right one and a wrong one get the same answer in the same
/// time. An account that is closed or does not exist is answered as a wrong password is.
/// </summary>
public sealed class PasswordGuard(
    UserManager<PortalUser> users,
    AccountWork work,
    IDbContextFactory<PortalDbContext> contexts,
    KnownDevices devices,
    SecondFactorSettings secondFactor,
    PasswordTurns turns
)
{
    // As strong as those of accounts, for the same time.
    private static string? nobodysHash;

    /// <summary>Looks at a password by which somebody wants to come in; whether a code is asked for now, the answer says.</summary>
    public async Task<PasswordVerdict> TryAsync(HttpContext http, string name, string password)
    {
        var account = await users.FindByNameAsync(name.Trim());
        return await TryAsync(http, name, account, () => IsRightAsync(account, password));
    }

    /// <summary>Looks at the password that a user gives again. They are in already: no code is asked for.</summary>
    public async Task<PasswordVerdict> TryAgainAsync(HttpContext http, string password)
    {
        var name = http.User.Identity!.Name!;
        var account = await users.FindByNameAsync(name);
        return await TryAsync(http, name, account, () => IsRightAsync(account, password), isLast: true);
    }

    /// <summary>
    /// Looks at what an account asks for beside the password. Attempts are counted as those at passwords are, and with them: who knows the
    /// password has no more guesses at the code.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="account">Whose password was right before.</param>
    /// <param name="isRight">Looks at it.</param>
    public Task<PasswordVerdict> TryCodeAsync(HttpContext http, PortalUser account, Func<Task<bool>> isRight) =>
        TryAsync(http, account.UserName!, account, isRight, isLast: true);

    /// <summary>
    /// Looks at what a passkey answered. Attempts are counted as those at passwords are, and with them; those with a key that is nobody's
    /// for that key.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="name">The name of the account, or what the key calls itself.</param>
    /// <param name="account">Whose key it is; null where it is nobody's.</param>
    /// <param name="isRight">Looks at it.</param>
    public Task<PasswordVerdict> TryPasskeyAsync(HttpContext http, string name, PortalUser? account, Func<Task<bool>> isRight) =>
        TryAsync(http, name, account, isRight, isLast: true);

    private async Task<PasswordVerdict> TryAsync(
        HttpContext http,
        string name,
        PortalUser? account,
        Func<Task<bool>> isRight,
        bool isLast = false
    )
    {
        var cancellation = http.RequestAborted;
        var key = SignInNames.KeyOf(name);
        var attempt = new SignInRecord(
            SignInKind.Failed,
            Sessions.Now,
            key,
            account?.Id,
            devices.Of(http, key),
            SignInNames.OriginOf(http)
        );
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await CountAsync(db, attempt, cancellation) is { } until)
        {
            return new PasswordVerdict(PasswordOutcome.Closed) { Until = until };
        }

        using (var turn = await turns.TakeAsync(cancellation))
        {
            if (turn is null)
            {
                // Nothing was looked at, so nothing was tried.
                db.SignInLog.Remove(attempt);
                await db.SaveChangesAsync(CancellationToken.None);
                return new PasswordVerdict(PasswordOutcome.Busy);
            }

            if (!await isRight())
            {
                return new PasswordVerdict(PasswordOutcome.Wrong);
            }
        }

        var needsCode = !isLast && await secondFactor.AsksAsync(db, account!.Id, cancellation);
        if (needsCode)
        {
            attempt.AwaitCode();
        }
        else
        {
            attempt.Succeed();
        }

        await db.SaveChangesAsync(CancellationToken.None);
        return new PasswordVerdict(PasswordOutcome.Right) { Account = account, Attempt = attempt.Id, NeedsCode = needsCode };
    }

    /// <summary>
    /// Writes the attempt down, as a failure until it is known better, where passwords are looked at; else says until when they are not.
    /// </summary>
    private async Task<DateTimeOffset?> CountAsync(PortalDbContext db, SignInRecord attempt, CancellationToken cancellationToken)
    {
        await turns.Counting.WaitAsync(cancellationToken);
        try
        {
            var since = attempt.At - GuessingRule.Counted;
            var same = db.SignInLog.Where(record =>
                record.NameKey == attempt.NameKey && record.Device == attempt.Device && record.At > since
            );
            var success = await same.Where(record => record.Kind == SignInKind.SignedIn)
                .MaxAsync(record => (long?)record.Id, cancellationToken)
                ?? 0;
            var failures = await same.Where(record => record.Kind == SignInKind.Failed && record.Id > success)
                .Select(record => record.At)
                .ToListAsync(cancellationToken);
            if (failures.Count > 0 && GuessingRule.ClosedUntil(failures.Count, failures.Max()) is { } until && until > attempt.At)
            {
                return until;
            }

            db.SignInLog.Add(attempt);
            if (failures.Count + 1 >= GuessingRule.Free)
            {
                var from = new SignInOrigin(attempt.Address, attempt.Browser);
                db.SignInLog.Add(new SignInRecord(SignInKind.Barred, attempt.At, attempt.NameKey, attempt.AccountId, attempt.Device, from));
            }

            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        finally
        {
            turns.Counting.Release();
        }
    }

    private async Task<bool> IsRightAsync(PortalUser? account, string password)
    {
        if (account?.PasswordHash is null)
        {
            nobodysHash ??= users.PasswordHasher.HashPassword(new PortalUser(), Guid.NewGuid().ToString());
            users.PasswordHasher.VerifyHashedPassword(new PortalUser(), nobodysHash, password);
            return false;
        }

        var verdict = users.PasswordHasher.VerifyHashedPassword(account, account.PasswordHash, password);
        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            await work.RaiseHashAsync(account, password);
        }

        return verdict != PasswordVerificationResult.Failed && account.ClosedAt is null;
    }
}

/// <summary>What is said of a password.</summary>
public enum PasswordOutcome
{
    /// <summary>It is right.</summary>
    Right,

    /// <summary>It is wrong, or nobody's.</summary>
    Wrong,

    /// <summary>It was not looked at, because too many were wrong.</summary>
    Closed,

    /// <summary>It was not looked at, because too many wait.</summary>
    Busy,
}

/// <summary>The answer to an attempt.</summary>
public sealed record PasswordVerdict(PasswordOutcome Outcome)
{
    /// <summary>The account, where the password is right.</summary>
    public PortalUser? Account { get; init; }

    /// <summary>Whether the account asks for a code besides, which was not given yet.</summary>
    public bool NeedsCode { get; init; }

    /// <summary>The number of the attempt in the log, where the password is right.</summary>
    public long Attempt { get; init; }

    /// <summary>Until when no password is looked at, where it was not.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Says in the status and in Retry-After when to come back, where nothing was looked at.</summary>
    public void Tell(HttpResponse response)
    {
        if (Outcome is PasswordOutcome.Closed or PasswordOutcome.Busy)
        {
            var wait = Until is { } until ? until - Sessions.Now : TimeSpan.FromSeconds(5);
            response.StatusCode = StatusCodes.Status429TooManyRequests;
            response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }
    }
}
