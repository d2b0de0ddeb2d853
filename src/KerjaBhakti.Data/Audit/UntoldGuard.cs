using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KerjaBhakti.Data.Audit;

/// <summary>Refuses to commit a transaction in which records were saved that no entry of the trail tells of.</summary>
internal sealed class UntoldGuard : DbTransactionInterceptor
{
    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is PortalDbContext { Untold.Any: true } db)
        {
            db.Untold.Clear();
            throw new InvalidOperationException("Records were saved, and no audit entry after them tells of it.");
        }

        return ValueTask.FromResult(result);
    }
}
