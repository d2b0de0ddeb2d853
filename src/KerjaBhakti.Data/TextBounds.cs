using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KerjaBhakti.Data;

/// <summary>
/// No text is longer than its column. SQL Server refuses one with an error of the server, SQLite stores it; a service that composes a text
/// without a bound fails its test here, on either.
/// </summary>
public sealed class TextBounds : SaveChangesInterceptor
{
    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        foreach (var entry in eventData.Context?.ChangeTracker.Entries() ?? [])
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified))
            {
                continue;
            }

            foreach (var property in entry.Properties)
            {
                if (property.CurrentValue is string text && property.Metadata.GetMaxLength() is { } most && text.Length > most)
                {
                    throw new InvalidOperationException(
                        $"{property.Metadata.DeclaringType.DisplayName()}.{property.Metadata.Name} holds {text.Length} characters, its column {most}."
                    );
                }
            }
        }

        return ValueTask.FromResult(result);
    }
}
