using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Hosting;

/// <summary>Copies of the embedded database: made while the portal serves, and put back while it does not.</summary>
public sealed class EmbeddedCopies(PortalDatabase database, IConfiguration configuration, TimeProvider time)
{
    private const string NoFile = "Basis data SQL Server dicadangkan dan dipulihkan dengan alat SQL Server.";

    // What SQLite keeps beside a file while it is open, or after a process was killed.
    private static readonly string[] Companions = ["-wal", "-shm", "-journal"];

    /// <summary>Keeps a restore away while it is open: whoever serves the database holds it, and a process that ends in any way lets it go.</summary>
    /// <exception cref="PortalStartException">A restore is under way.</exception>
    public IDisposable? Serve()
    {
        if (database.IsSqlServer)
        {
            return null;
        }

        var file = LockFile;
        try
        {
            using (new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite))
            {
                // Only made; it is held for reading, which several processes may do.
            }

            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PortalStartException($"Basis data sedang dipulihkan, atau berkas {file} tidak dapat dibuka: {failure.Message}", failure);
        }
    }

    /// <summary>Writes a whole copy as of this moment; the portal may be serving.</summary>
    /// <param name="target">The file; one that is there is replaced once the copy stands.</param>
    /// <param name="cancellationToken">Ends it; an older file stays as it was.</param>
    /// <exception cref="PortalStartException">It cannot be read or written, or is no embedded database.</exception>
    public Task BackUpAsync(FileInfo target, CancellationToken cancellationToken) => database.IsSqlServer ? throw new PortalStartException(NoFile) : database.ExplainAsync(async db =>
    {
        if (target.FullName == PortalDatabase.SqliteFile(configuration))
        {
            throw new PortalStartException("Cadangan tidak dapat ditulis di atas basis data itu sendiri.");
        }

        if (!await db.Database.CanConnectAsync(cancellationToken))
        {
            throw new PortalStartException($"Belum ada basis data {PortalDatabase.SqliteFile(configuration)} untuk dicadangkan.");
        }

        await WholeAsync(target.FullName, async copy =>
        {
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}", cancellationToken);
            await RequireSoundAsync(copy, cancellationToken);
        });
    });

    /// <summary>
    /// Puts a copy in the place of the database. It is read whole, brought to this version and its audit trail verified beside the database before; only then do
    /// they change places, and the one that was there is kept.
    /// </summary>
    /// <param name="source">The copy; it stays as it is.</param>
    /// <param name="cancellationToken">Ends it; nothing is changed then.</param>
    /// <returns>Where the database lies that was there before; null where there was none.</returns>
    /// <exception cref="PortalStartException">It is damaged, no database of the portal or of a newer one, or the portal is running.</exception>
    public async Task<string?> RestoreAsync(FileInfo source, CancellationToken cancellationToken)
    {
        if (database.IsSqlServer)
        {
            throw new PortalStartException(NoFile);
        }

        if (!source.Exists)
        {
            throw new PortalStartException($"Berkas {source.FullName} tidak ada.");
        }

        var target = PortalDatabase.SqliteFile(configuration);
        await using var alone = HoldAlone();
        string? before = null;
        await WholeAsync(target, async copy =>
        {
            File.Copy(source.FullName, copy);
            await RequireSoundAsync(copy, cancellationToken);
            await UpgradeAndVerifyAsync(copy, source, cancellationToken);
            if (File.Exists(target))
            {
                before = await SetAsideAsync(target, cancellationToken);
            }
        });
        return before;
    }

    private string LockFile => PortalDatabase.SqliteFile(configuration) + ".lock";

    private FileStream HoldAlone()
    {
        try
        {
            return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure)
        {
            throw new PortalStartException("Portal sedang berjalan di atas basis data ini; hentikan dahulu, lalu pulihkan.", failure);
        }
    }

    /// <summary>Makes a file beside the one it is to become, so that a full disk or a killed process leaves the old one whole.</summary>
    private static async Task WholeAsync(string target, Func<string, Task> make)
    {
        var partial = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            await make(partial);
            SqliteConnection.ClearAllPools();
            File.Move(partial, target, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PortalStartException($"Berkas {target} tidak dapat ditulis: {failure.Message}", failure);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            File.Delete(partial);
            foreach (var companion in Companions)
            {
                File.Delete(partial + companion);
            }
        }
    }

    private static async Task RequireSoundAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check(1)";
            if (await command.ExecuteScalarAsync(cancellationToken) is "ok")
            {
                return;
            }
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is not 13)
        {
            throw new PortalStartException("Cadangan ini rusak atau bukan basis data portal; tidak ada yang diubah.", failure);
        }

        throw new PortalStartException("Cadangan ini rusak; tidak ada yang diubah.");
    }

    private async Task UpgradeAndVerifyAsync(string copy, FileInfo source, CancellationToken cancellationToken)
    {
        await using var db = Open(copy);
        if (!(await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any())
        {
            throw new PortalStartException($"Berkas {source.FullName} bukan basis data portal; tidak ada yang diubah.");
        }

        if (await PortalDatabase.CheckVersionAsync(db, cancellationToken))
        {
            await PortalDatabase.UpgradeAsync(db, cancellationToken);
        }

        if ((await AuditChain.VerifyAsync(db, cancellationToken)) is { Break: not null } verdict)
        {
            throw new PortalStartException($"Jejak audit cadangan ini tidak utuh pada catatan nomor {verdict.Place}; tidak ada yang diubah.");
        }

        db.AuditEntries.Add(new AuditEntry(Actor.System, time.GetUtcNow(), "portal.restored", "database", source.Name));
        await db.SaveChangesAsync(cancellationToken);

        // One file again, without a companion that would have to move with it.
        await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode = DELETE", cancellationToken);
    }

    private async Task<string> SetAsideAsync(string target, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = Open(target);
            await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode = DELETE", cancellationToken);
        }
        catch (SqliteException)
        {
            // A damaged database is the reason for many a restore; it is set aside as it is, companions included.
        }

        SqliteConnection.ClearAllPools();
        var aside = $"{target}.sebelum-{time.GetUtcNow():yyyyMMddHHmmss}";
        File.Copy(target, aside);

        // Companions of the old file would be taken for those of the new one.
        foreach (var companion in Companions.Where(companion => File.Exists(target + companion)))
        {
            File.Move(target + companion, aside + companion);
        }

        return aside;
    }

    private static PortalDbContext Open(string file) =>
        new((DbContextOptions<PortalDbContext>)new DbContextOptionsBuilder<PortalDbContext>().UseKerjaBhaktiSqlite(file).Options);
}
