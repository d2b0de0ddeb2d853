using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Foundation;

/// <summary>
/// How the services of a module read and write: the policy is demanded, and what is written is written in one transaction with its audit
/// entries, or not at all. Writers wait for each other before they read, so that what was free or left when it was looked at still is when
/// it is taken.
/// </summary>
/// <typeparam name="TStep">One change while it is made.</typeparam>
public abstract class PortalWork<TStep>(IDbContextFactory<PortalDbContext> contexts)
{
    /// <summary>What is said to whoever was too late.</summary>
    protected const string Overtaken =
        "Orang lain baru saja mengubah data ini. Tidak ada yang disimpan; muat ulang halaman, lalu periksa kembali.";

    /// <summary>Reads.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="policy">What they must be allowed: a name of <see cref="Access"/>.</param>
    /// <param name="read">Reads from a context of its own that tracks nothing.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="AccessDeniedException">The policy keeps the user out.</exception>
    public async Task<T> ReadAsync<T>(
        ClaimsPrincipal user,
        string policy,
        Func<PortalDbContext, Task<T>> read,
        CancellationToken cancellationToken
    )
    {
        user.Demand(policy);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(db);
    }

    /// <summary>
    /// Changes something. The module's refusal is thrown where its rules forbid it or somebody else was faster; nothing is saved then.
    /// </summary>
    /// <param name="user">Who does it.</param>
    /// <param name="policy">What they must be allowed: a name of <see cref="Access"/>.</param>
    /// <param name="work">Loads, calls the domain and notes it; saving is done here. Done again from the beginning where the database took
    /// it back.</param>
    /// <param name="cancellationToken">Ends it; nothing is saved then.</param>
    /// <exception cref="AccessDeniedException">The policy keeps the user out.</exception>
    public async Task<T> DoAsync<T>(ClaimsPrincipal user, string policy, Func<TStep, Task<T>> work, CancellationToken cancellationToken) =>
        await DoAsync(user.ToActor(policy), work, cancellationToken);

    /// <summary>Changes something and gives nothing back; see the other <c>DoAsync</c>.</summary>
    public Task DoAsync(ClaimsPrincipal user, string policy, Func<TStep, Task> work, CancellationToken cancellationToken) =>
        DoAsync(
            user,
            policy,
            async step =>
            {
                await work(step);
                return true;
            },
            cancellationToken
        );

    /// <summary>Changes something as the program itself, where nobody asked for it; see the other <c>DoAsync</c>.</summary>
    public Task<T> DoAsSystemAsync<T>(Func<TStep, Task<T>> work, CancellationToken cancellationToken) =>
        DoAsync(Actor.System, work, cancellationToken);

    /// <summary>Changes something as the program itself and gives nothing back; see the other <c>DoAsync</c>.</summary>
    public Task DoAsSystemAsync(Func<TStep, Task> work, CancellationToken cancellationToken) =>
        DoAsync(
            Actor.System,
            async step =>
            {
                await work(step);
                return true;
            },
            cancellationToken
        );

    /// <summary>Begins a change.</summary>
    protected abstract TStep Begin(PortalDbContext db, Actor actor, CancellationToken cancellationToken);

    /// <summary>Looks at what was saved before it is kept; a refusal takes all of it back.</summary>
    protected virtual Task CheckAsync(TStep step, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A refusal as the module's pages show it.</summary>
    protected abstract Exception Refusal(string problem);

    private async Task<T> DoAsync<T>(Actor actor, Func<TStep, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await DoOnceAsync(actor, work, cancellationToken);
            }
            catch (Exception failure) when (attempt < DatabaseFaults.MostAttempts && DatabaseFaults.IsRolledBack(failure))
            {
                await DatabaseFaults.PauseAsync(attempt, cancellationToken);
            }
            catch (Exception failure) when (DatabaseFaults.SentenceOf(failure) is { } sentence)
            {
                throw Refusal(sentence);
            }
        }
    }

    private async Task<T> DoOnceAsync<T>(Actor actor, Func<TStep, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await AuditChain.TakeTurnAsync(db, cancellationToken);
        var step = Begin(db, actor, cancellationToken);
        var result = await work(step);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException conflict) when (conflict is DbUpdateConcurrencyException || DatabaseFaults.IsDuplicate(conflict))
        {
            throw Refusal(Overtaken);
        }

        await CheckAsync(step, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
