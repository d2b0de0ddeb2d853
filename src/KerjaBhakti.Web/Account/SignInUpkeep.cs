using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Account;

/// <summary>Trims the sign-in log and the list of sign-ins by age, once a day.</summary>
public sealed partial class SignInUpkeep(IDbContextFactory<PortalDbContext> contexts, ILogger<SignInUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    // A start has better things to do.
    private static readonly TimeSpan First = TimeSpan.FromMinutes(5);

    /// <summary>Deletes what is older than it is kept.</summary>
    public async Task TrimAsync(CancellationToken cancellationToken)
    {
        var before = Sessions.Now - SignInRecord.Kept;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.SignInLog.Where(record => record.At < before).ExecuteDeleteAsync(cancellationToken);
        await db
            .SignInSessions.Where(session => session.ExpiresAt < before || session.EndedAt < before)
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = First; ; wait = Every)
        {
            await Task.Delay(wait, stoppingToken);
            try
            {
                await TrimAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is System.Data.Common.DbException or InvalidOperationException)
            {
                Failed(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Catatan masuk yang lama belum dihapus; dicoba lagi besok.")]
    private partial void Failed(Exception failure);
}
