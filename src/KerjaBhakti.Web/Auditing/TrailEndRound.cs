using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Foundation.Mailing;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Auditing;

/// <summary>
/// Takes the end of the audit trail out of the machine, once a day: a line in a file and a mail. What could not be done is tried again by
/// the next round. Two servers may both mail it, which does no harm.
/// </summary>
public sealed class TrailEndRound(
    IDbContextFactory<PortalDbContext> contexts,
    TrailEndSettings settings,
    MailRelay relay,
    PortalClock clock
)
{
    /// <summary>Does what was not done yet today.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="MailFailedException">A mail was not sent.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var isMailed = settings.Mail.Count == 0 || await IsMailedAsync(db, cancellationToken);
        if (isMailed && IsWritten())
        {
            return;
        }

        var head = await db.AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
        var end = new TrailEnd(head.Entries, head.Hash, clock.Now);
        if (!IsWritten())
        {
            await File.AppendAllTextAsync(settings.File!, $"{end}{Environment.NewLine}", cancellationToken);
        }

        if (!isMailed)
        {
            await MailAsync(end);
            db.AuditEntries.Add(
                new AuditEntry(Actor.System, clock.Now, PortalActions.EndSent, "audit", $"{end.Entries} catatan, hash {end.Hash}")
                {
                    After = string.Join(", ", settings.Mail),
                }
            );
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private bool IsWritten() =>
        settings.File is null
        || (
            File.Exists(settings.File)
            && TrailEnd.ReadAll(File.ReadAllText(settings.File)) is [.., { At: { } last }]
            && PortalClock.Local(last).Date == PortalClock.Local(clock.Now).Date
        );

    private Task<bool> IsMailedAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var today = PortalClock.StartOf(clock.Today);
        return db.AuditEntries.AnyAsync(entry => entry.Action == PortalActions.EndSent.Code && entry.At >= today, cancellationToken);
    }

    private async Task MailAsync(TrailEnd end)
    {
        var body = $"""
            Ujung jejak audit portal kerja bhakti, {Indonesian.Moment(clock.Now)}:

            {end}

            Simpan surel ini di tempat yang tidak dapat diubah pengelola portal. Dengan "verify-audit --since BERKAS" portal
            membandingkannya dengan jejak audit yang tersimpan: jejak yang ditulis ulang atau dipotong akan kelihatan.
            """;
        foreach (var address in settings.Mail)
        {
            await relay.SendAsync(new OutgoingMail(Guid.CreateVersion7(), address, $"Ujung jejak audit: {end.Entries} catatan", body));
        }
    }
}

/// <summary>Makes a round at the start and every ten minutes; what goes wrong in one is told in the log.</summary>
public sealed class TrailEndJob(TrailEndRound round, TimeProvider time, ILogger<TrailEndJob> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await round.RunAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "The end of the audit trail was not taken out of the machine.");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
