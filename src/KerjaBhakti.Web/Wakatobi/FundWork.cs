using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Web.Hosting;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi;

/// <summary>
/// How every service of the claim fund reads and writes: the policy is demanded, and what is written is written in one transaction with its audit entries
/// and journal entries, or not at all.
/// </summary>
public sealed class FundWork(IDbContextFactory<PortalDbContext> contexts, WitaClock clock)
{
    private const string Overtaken = "Orang lain baru saja mengubah data ini. Tidak ada yang disimpan; muat ulang halaman, lalu periksa kembali.";

    /// <summary>Reads.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="policy">What they must be allowed: a name of <see cref="Access"/>.</param>
    /// <param name="read">Reads from a context of its own that tracks nothing.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="AccessDeniedException">The policy keeps the user out.</exception>
    public async Task<T> ReadAsync<T>(ClaimsPrincipal user, string policy, Func<PortalDbContext, Task<T>> read, CancellationToken cancellationToken)
    {
        user.Demand(policy);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(db);
    }

    /// <summary>Changes something.</summary>
    /// <param name="user">Who does it.</param>
    /// <param name="policy">What they must be allowed: a name of <see cref="Access"/>.</param>
    /// <param name="work">Loads, calls the domain, notes and posts; saving is done here.</param>
    /// <param name="cancellationToken">Ends it; nothing is saved then.</param>
    /// <exception cref="AccessDeniedException">The policy keeps the user out.</exception>
    /// <exception cref="FundRefusedException">The domain refused, or somebody else was faster. Nothing was saved.</exception>
    public async Task<T> DoAsync<T>(ClaimsPrincipal user, string policy, Func<FundStep, Task<T>> work, CancellationToken cancellationToken)
    {
        user.Demand(policy);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // The end of the audit trail is the turnstile: who changes the fund waits here before reading, so that what is left of a pool or a category is
        // still left when it is spent. SQLite lets one writer in already when the transaction begins.
        await db.AuditHeads.ExecuteUpdateAsync(set => set.SetProperty(head => head.Entries, head => head.Entries), cancellationToken);
        var result = await work(new FundStep(db, user.ToActor(), clock, cancellationToken));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException conflict) when (conflict is DbUpdateConcurrencyException || IsDuplicate(conflict.InnerException))
        {
            throw new FundRefusedException(Overtaken);
        }

        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>Changes something and gives nothing back; see the other <c>DoAsync</c>.</summary>
    public Task DoAsync(ClaimsPrincipal user, string policy, Func<FundStep, Task> work, CancellationToken cancellationToken) => DoAsync(
        user,
        policy,
        async step =>
        {
            await work(step);
            return true;
        },
        cancellationToken);

    /// <summary>Refuses where a thing is not any more as the page showed it.</summary>
    /// <param name="seen">The revision the page showed.</param>
    /// <param name="now">The revision it has.</param>
    /// <exception cref="FundRefusedException">Somebody changed it meanwhile.</exception>
    public static void RequireSeen(int seen, int now)
    {
        if (seen != now)
        {
            throw new FundRefusedException(Overtaken);
        }
    }

    private static bool IsDuplicate(Exception? failure) => failure switch
    {
        SqliteException { SqliteExtendedErrorCode: 1555 or 2067 } => true,
        SqlException { Number: 2601 or 2627 } => true,
        _ => false,
    };
}
