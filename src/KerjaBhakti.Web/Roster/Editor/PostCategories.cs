using KerjaBhakti.Data;
using KerjaBhakti.Roster.Positions;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Editor;

/// <summary>What kind of body each post belongs to, for filtering rows by it.</summary>
public sealed class PostCategories(IDbContextFactory<PortalDbContext> contexts)
{
    /// <summary>Every post with its category, in the order of the categories.</summary>
    public async Task<IReadOnlyList<GridPosition>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var positions = await db
            .Positions.AsNoTracking()
            .Select(position => new { position.Id, position.WorkUnit.Category })
            .ToListAsync(cancellationToken);
        return
        [
            .. positions
                .OrderBy(position => position.Category)
                .Select(position => new GridPosition(position.Id, position.Category.ToIndonesian())),
        ];
    }
}
