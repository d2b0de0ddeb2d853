using System.Reflection;
using KerjaBhakti.Roster.Calendars;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Wakatobi.Books;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KerjaBhakti.Data.Audit;

/// <summary>
/// No trace, no save: refuses a change of the modules' data that carries no audit entry in the same transaction, and any change of an entry that was
/// written. A service that forgets its entry fails its first test instead of leaving a gap.
/// </summary>
public sealed class AuditGuard : SaveChangesInterceptor
{
    private static readonly Assembly[] Modules = [typeof(Schedule).Assembly, typeof(JournalEntry).Assembly];

    /// <inheritdoc/>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context);
        return result;
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Check(DbContext? context)
    {
        if (context is null)
        {
            return;
        }

        var changed = context.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        if (changed.Exists(entry => entry is { Entity: AuditEntry, State: not EntityState.Added }))
        {
            throw new InvalidOperationException("An audit entry is never changed and never deleted.");
        }

        // What a calendar program was given last is no act of anybody. Mails are their own record, one row each; the trail tells of a round as a whole.
        if (changed.Exists(entry => entry.Entity is not (PublishedEvent or ReminderMail or RemindedDuty) && Modules.Contains(entry.Entity.GetType().Assembly))
            && !changed.Exists(entry => entry.Entity is AuditEntry))
        {
            throw new InvalidOperationException("A change of the roster or the claim fund was to be saved without an audit entry.");
        }
    }
}
