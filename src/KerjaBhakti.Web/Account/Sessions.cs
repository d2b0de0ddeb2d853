using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Account;

/// <summary>
/// The sign-ins. A cookie only names one; who the user is and what they may do is read from the database and remembered for
/// <see cref="RememberedFor"/> at most. What is decided is decided on what the database says in that very transaction: see
/// <see cref="ActorGuard"/>.
/// </summary>
public sealed class Sessions(IDbContextFactory<PortalDbContext> contexts, SecondFactorSettings secondFactor)
{
    /// <summary>How long what the database said may be believed.</summary>
    public static readonly TimeSpan RememberedFor = TimeSpan.FromSeconds(5);

    // When somebody was seen last is told to the minute; each time it is written costs a wait for the disk.
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    // A visitor's worth is a few hundred bytes. What is forgotten is read again.
    private const int MostRemembered = 5_000;

    private readonly ConcurrentDictionary<Guid, Remembered> remembered = new();
    private int endings;

    /// <summary>Sign-ins have ended. The handlers must return at once.</summary>
    public event EventHandler<SessionsEndedEventArgs>? Ended;

    /// <summary>By the real clock, also where a demonstration moves the portal's.</summary>
    internal static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>Begins a sign-in.</summary>
    /// <param name="account">Whose it is.</param>
    /// <param name="from">Where it comes from.</param>
    /// <param name="remember">Whether the device remembers it.</param>
    /// <param name="showedMore">Whether more than the password was shown.</param>
    /// <param name="codeStep">The half minute whose code of an app was given; null where none was.</param>
    /// <param name="challenge">By what the challenge is known that a passkey answered; null where none did.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The user it makes, as every request with its cookie will.</returns>
    /// <exception cref="DbUpdateException">The code, or the answer to the challenge, has begun a sign-in already.</exception>
    public async Task<(ClaimsPrincipal User, DateTimeOffset ExpiresAt)> BeginAsync(
        Guid account,
        SignInOrigin from,
        bool remember,
        bool showedMore,
        long? codeStep,
        string? challenge,
        CancellationToken cancellationToken
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var session = new SignInSession(account, Now, from, remember)
        {
            ShowedMore = showedMore,
            CodeStep = codeStep,
            Challenge = challenge,
        };
        db.SignInSessions.Add(session);
        await db.SaveChangesAsync(cancellationToken);
        return (
            await FindAsync(session.Id, cancellationToken) ?? throw new InvalidOperationException("A closed account cannot sign in."),
            session.ExpiresAt
        );
    }

    /// <summary>The user of a sign-in; null where it has ended, by whatever reason.</summary>
    public async Task<ClaimsPrincipal?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = Now;
        if (remembered.TryGetValue(id, out var known) && now - known.ReadAt < RememberedFor && now >= known.ReadAt)
        {
            return now < known.ExpiresAt ? known.User : null;
        }

        var before = Volatile.Read(ref endings);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await (
            from session in db.SignInSessions.AsNoTracking()
            join account in db.Users on session.AccountId equals account.Id
            where session.Id == id && session.EndedAt == null && session.ExpiresAt > now && account.ClosedAt == null
            select new
            {
                Session = session,
                account.UserName,
                account.DisplayName,
                Roles = db
                    .UserRoles.Where(link => link.UserId == account.Id)
                    .Join(db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name!)
                    .ToList(),
                HasMore = db.SecondFactors.Any(factor => factor.AccountId == account.Id)
                    || db.Passkeys.Any(key => key.AccountId == account.Id),
            }
        ).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            remembered.TryRemove(id, out _);
            return null;
        }

        if (now - found.Session.SeenAt > SeenEvery)
        {
            await NoteSeenAsync(db, id, now, cancellationToken);
        }

        var user = PrincipalOf(found.Session, found.UserName!, found.DisplayName);
        var identity = (ClaimsIdentity)user.Identity!;
        if (!(found.HasMore && found.Session.ShowedMore) && secondFactor.Requires(found.Roles))
        {
            // Who must have a code or a passkey and has none yet can make one, and nothing else. What the account has is not enough: it
            // was shown in this sign-in, or its taking in was.
            identity.AddClaim(new Claim(Access.SecondFactorMissingClaim, string.Empty));
        }
        else
        {
            identity.AddClaims(found.Roles.Select(role => new Claim(ClaimTypes.Role, role)));
        }

        if (remembered.Count >= MostRemembered)
        {
            remembered.Clear();
        }

        // One that was ended while it was read is not remembered.
        if (Volatile.Read(ref endings) == before)
        {
            remembered[id] = new Remembered(user, now, found.Session.ExpiresAt);
        }

        return user;
    }

    /// <summary>Notes that the password of a sign-in was given again.</summary>
    public async Task ConfirmAsync(Guid session, CancellationToken cancellationToken)
    {
        var now = Now;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db
            .SignInSessions.Where(item => item.Id == session)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.ConfirmedAt, now), cancellationToken);
    }

    /// <summary>Whether the password of an open sign-in was given a short while ago.</summary>
    public async Task<bool> IsConfirmedAsync(Guid session, CancellationToken cancellationToken)
    {
        var since = Now - SignInSession.Confirmed;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SignInSessions.AnyAsync(
            item => item.Id == session && item.EndedAt == null && item.ConfirmedAt >= since,
            cancellationToken
        );
    }

    /// <summary>
    /// Notes that a passkey or codes were taken in, which shows them in that sign-in. Other sign-ins that showed the password alone end:
    /// they were opened when it was enough.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="session">The sign-in it was done in.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async Task NoteMoreAsync(Guid account, Guid session, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db
            .SignInSessions.Where(item => item.Id == session)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.ShowedMore, true), cancellationToken);
        Forget(
            await EndInAsync(
                db,
                open => open.Where(item => item.AccountId == account && !item.ShowedMore),
                SessionEnd.Owner,
                cancellationToken
            )
        );
        ReadAgain(session);
    }

    /// <summary>Asks the database anew at the next request of a sign-in: what its user may do has changed.</summary>
    public void ReadAgain(Guid session)
    {
        Interlocked.Increment(ref endings);
        remembered.TryRemove(session, out _);
    }

    /// <summary>Ends one sign-in of an account.</summary>
    /// <returns>Whether it was open and the account's.</returns>
    public async Task<bool> EndAsync(Guid account, Guid session, SessionEnd why, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ended = await EndInAsync(
            db,
            open => open.Where(item => item.AccountId == account && item.Id == session),
            why,
            cancellationToken
        );
        Forget(ended);
        return ended.Count > 0;
    }

    /// <summary>Ends all sign-ins of an account but one.</summary>
    public async Task EndOthersAsync(Guid account, Guid? kept, SessionEnd why, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        Forget(await EndInAsync(db, open => open.Where(item => item.AccountId == account && item.Id != kept), why, cancellationToken));
    }

    /// <summary>The open sign-ins of an account, the one used last first.</summary>
    public async Task<IReadOnlyList<SignInSession>> OpenAsync(Guid account, CancellationToken cancellationToken)
    {
        var now = Now;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db
            .SignInSessions.AsNoTracking()
            .Where(session => session.AccountId == account && session.EndedAt == null && session.ExpiresAt > now)
            .OrderByDescending(session => session.SeenAt)
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Ends all sign-ins of an account inside the transaction that gives the reason. <see cref="Forget"/> what it returns when that is
    /// committed.
    /// </summary>
    internal static Task<IReadOnlyList<Guid>> EndAllInAsync(
        PortalDbContext db,
        Guid account,
        SessionEnd why,
        CancellationToken cancellationToken
    ) => EndInAsync(db, open => open.Where(item => item.AccountId == account), why, cancellationToken);

    /// <summary>Believes nothing of these any more, and ends what they have open.</summary>
    internal void Forget(IReadOnlyList<Guid> ended)
    {
        if (ended.Count == 0)
        {
            return;
        }

        Interlocked.Increment(ref endings);
        foreach (var session in ended)
        {
            remembered.TryRemove(session, out _);
        }

        Ended?.Invoke(this, new SessionsEndedEventArgs(ended));
    }

    /// <summary>Makes the user of a request anew from the sign-in that its cookie names.</summary>
    internal static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
        if (context.Principal?.SessionId() is { } id && await sessions.FindAsync(id, context.HttpContext.RequestAborted) is { } user)
        {
            context.ReplacePrincipal(user);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private static ClaimsPrincipal PrincipalOf(SignInSession session, string name, string displayName)
    {
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, session.AccountId.ToString()),
                new(ClaimTypes.Name, name),
                new(Access.DisplayNameClaim, displayName),
                new(Access.SessionClaim, session.Id.ToString()),
            ],
            IdentityConstants.ApplicationScheme
        );
        if (session.LinkFrom is { } from)
        {
            identity.AddClaim(new Claim(Access.LinkFromClaim, from));
        }

        return new ClaimsPrincipal(identity);
    }

    private static async Task NoteSeenAsync(PortalDbContext db, Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            db.Database.SetCommandTimeout(TimeSpan.FromSeconds(1));
            await db
                .SignInSessions.Where(session => session.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.SeenAt, now), cancellationToken);
        }
        catch (DbException)
        {
            // A database that cannot be written for the moment can still be read.
        }
    }

    private static async Task<IReadOnlyList<Guid>> EndInAsync(
        PortalDbContext db,
        Func<IQueryable<SignInSession>, IQueryable<SignInSession>> which,
        SessionEnd why,
        CancellationToken cancellationToken
    )
    {
        var now = Now;
        var open = await which(db.SignInSessions.Where(session => session.EndedAt == null))
            .Select(session => session.Id)
            .ToListAsync(cancellationToken);
        await which(db.SignInSessions.Where(session => session.EndedAt == null))
            .ExecuteUpdateAsync(
                set => set.SetProperty(session => session.EndedAt, now).SetProperty(session => session.EndedBy, why),
                cancellationToken
            );
        return open;
    }

    private sealed record Remembered(ClaimsPrincipal User, DateTimeOffset ReadAt, DateTimeOffset ExpiresAt);
}

/// <summary>Which sign-ins have ended.</summary>
public sealed class SessionsEndedEventArgs(IReadOnlyList<Guid> sessions) : EventArgs
{
    /// <summary>Their keys.</summary>
    public IReadOnlyList<Guid> Sessions => sessions;
}
