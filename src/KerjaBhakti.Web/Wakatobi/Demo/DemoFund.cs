using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Demo;

/// <summary>
/// An invented year of the claim fund, entered in Development into a fund in which nothing was entered yet. Everything goes through the
/// services as the demonstration accounts would enter it, so every rule, journal entry and audit entry is a real one; only the figures are
/// not.
/// </summary>
public sealed class DemoFund(
    IDbContextFactory<PortalDbContext> contexts,
    IServiceScopeFactory scopes,
    Sessions sessions,
    DemoYear year,
    DemoMark mark,
    WitaClock clock,
    IHostEnvironment environment,
    IConfiguration configuration
)
{
    /// <summary>
    /// Enters the year as far as it has come by the portal's date. Does nothing outside Development, where <c>Portal:DemoFund</c> is false,
    /// before the year begins, and where anything was entered.
    /// </summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        mark.IsPresent = await db.AuditEntries.AnyAsync(entry => entry.Action == FundActions.Demo.Code, cancellationToken);
        if (
            mark.IsPresent
            || !environment.IsDevelopment()
            || !configuration.GetValue("Portal:DemoFund", true)
            || clock.Today < DemoYear.Begins
            || await HasBegunAsync(db, cancellationToken)
        )
        {
            return;
        }

        // Said before anything is entered: a start that is cut off in the middle must not leave invented figures that nobody calls so.
        db.AuditEntries.Add(
            new AuditEntry(Actor.System, clock.Now, FundActions.Demo, "demo", $"data contoh tahun {DemoYear.Year}")
            {
                After = "semua angka karangan",
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        mark.IsPresent = true;

        var people = new DemoPeople(
            await SignInAsync(PortalRoles.KeuanganRsud, cancellationToken),
            await SignInAsync(PortalRoles.DirekturRsud, cancellationToken),
            await SignInAsync(PortalRoles.PegawaiRsud, cancellationToken)
        );
        await year.EnterAsync(people, clock.Today, cancellationToken);
        foreach (var user in (ClaimsPrincipal[])[people.Finance, people.Director, people.Staff])
        {
            await sessions.EndAsync(Guid.Parse(user.ToActor().Id), user.SessionId()!.Value, SessionEnd.SignedOut, cancellationToken);
        }
    }

    /// <summary>Whether anybody entered anything: real figures must never be called invented.</summary>
    private static async Task<bool> HasBegunAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        await db.ClaimMonths.AnyAsync(cancellationToken)
        || await db.SpendingPlans.AnyAsync(cancellationToken)
        || await db.FeeDistributions.AnyAsync(cancellationToken)
        || await db.FiscalYears.AnyAsync(cancellationToken);

    private async Task<ClaimsPrincipal> SignInAsync(string role, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var email = DemoAccounts.All.Single(demo => demo.Role == role).Email;
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>().FindByEmailAsync(email)
            ?? throw new InvalidOperationException($"There is no account {email}; the accounts are made before the year.");
        return (
            await sessions.BeginAsync(
                account.Id,
                new SignInOrigin(string.Empty, "data contoh"),
                remember: false,
                showedMore: false,
                codeStep: null,
                challenge: null,
                cancellationToken
            )
        ).User;
    }
}

/// <summary>Who enters the invented year, as signed in.</summary>
/// <param name="Finance">Hospital finance.</param>
/// <param name="Director">The Director.</param>
/// <param name="Staff">A member of the staff, whose fees one of the staff numbers gets.</param>
public sealed record DemoPeople(ClaimsPrincipal Finance, ClaimsPrincipal Director, ClaimsPrincipal Staff);
