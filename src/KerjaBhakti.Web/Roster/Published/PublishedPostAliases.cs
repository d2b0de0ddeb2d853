using KerjaBhakti.Data;
using KerjaBhakti.Roster.Positions;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Published;

/// <summary>
/// The short names of posts for whoever looks one up, signed in or not: read once and kept until <see cref="PublicationStamp"/> says that
/// something changed.
/// </summary>
public sealed class PublishedPostAliases(IDbContextFactory<PortalDbContext> contexts, PublicationStamp stamp)
{
    private volatile Known? known;

    /// <summary>The short names as they are now.</summary>
    public async ValueTask<PostAliases> ReadAsync(CancellationToken cancellationToken)
    {
        // Taken before reading: what changes meanwhile is read anew the next time.
        var version = await stamp.ReadAsync(cancellationToken);
        if (known is { } kept && kept.Version == version)
        {
            return kept.Aliases;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var read = await ReadAsync(db, cancellationToken);
        known = new Known(version, read);
        return read;
    }

    /// <summary>The short names as a rule needs them, in the transaction it decides in.</summary>
    internal static async Task<PostAliases> ReadAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        new(
            (await db.PostAliases.AsNoTracking().Select(alias => new { alias.Text, alias.PostName }).ToListAsync(cancellationToken)).Select(
                alias => (alias.Text, alias.PostName)
            )
        );

    private sealed record Known(long Version, PostAliases Aliases);
}
