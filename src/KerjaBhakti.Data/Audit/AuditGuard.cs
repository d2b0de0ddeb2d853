using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KerjaBhakti.Data.Audit;

/// <summary>
/// Refuses any change of an entry of the trail, or of a list of records, that was written. That nothing is saved without an entry is looked
/// after by <see cref="UntoldRecords"/>.
/// </summary>
public sealed class AuditGuard : SaveChangesInterceptor
{
    /// <inheritdoc/>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context);
        return result;
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
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

        if (
            context
                .ChangeTracker.Entries()
                .Any(entry => entry is { Entity: AuditEntry or EntryRecords, State: EntityState.Modified or EntityState.Deleted })
        )
        {
            throw new InvalidOperationException("An audit entry is never changed and never deleted.");
        }
    }
}
