using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Sqlite;
using KerjaBhakti.Web.Auditing;
using KerjaBhakti.Web.Foundation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Hosting;

/// <summary>Copies of the embedded database: made while the portal serves, and put back while it does not.</summary>
public sealed class EmbeddedCopies(PortalDatabase database, IConfiguration configuration, TimeProvider time)
{
    private const string NoFile = "Basis data SQL Server dicadangkan dan dipulihkan dengan alat SQL Server.";

    // What SQLite keeps beside a file while it is open, or after a process was killed: part of the database, and replayed into whatever
    // file has the name.
    private static readonly string[] Companions = ["-wal", "-journal", "-shm"];

    private string Database => Real(PortalDatabase.SqliteFile(configuration));

    private string LockFile => Database + ".lock";

    /// <summary>
    /// Keeps a restore away while it is open: whoever serves the database holds it, and a process that ends in any way lets it go.
    /// </summary>
    /// <exception cref="PortalStartException">A restore is under way.</exception>
    public IDisposable? Serve()
    {
        if (database.IsSqlServer)
        {
            return null;
        }

        try
        {
            using (new FileStream(PortalDatabase.MadeReady(LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite))
            {
                // Only made; it is held for reading, which several processes may do.
            }

            return new FileStream(LockFile, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PortalStartException(
                $"Basis data sedang dipulihkan, atau berkas {LockFile} tidak dapat dibuka: {failure.Message}",
                failure
            );
        }
    }

    /// <summary>Writes a whole copy as of this moment; the portal may be serving.</summary>
    /// <param name="target">The file; one that is there is replaced once the copy stands.</param>
    /// <param name="cancellationToken">Ends it; an older file stays as it was.</param>
    /// <exception cref="PortalStartException">It cannot be read or written, or is no embedded database.</exception>
    public async Task BackUpAsync(FileInfo target, CancellationToken cancellationToken)
    {
        Require(!database.IsSqlServer, NoFile);
        var file = Real(target.FullName);
        Require(file != Database, "Cadangan tidak dapat ditulis di atas basis data itu sendiri.");
        Require(File.Exists(Database), $"Belum ada basis data {Database} untuk dicadangkan.");
        Require(Directory.Exists(Path.GetDirectoryName(file)), $"Folder {Path.GetDirectoryName(file)} tidak ada.");
        using var partial = new PartialFile(file);
        try
        {
            await using (var db = Open(Database))
            {
                await db.Database.ExecuteSqlAsync($"VACUUM INTO {partial.Path}", cancellationToken);
            }

            await RequireSoundAsync(partial.Path, cancellationToken);
            partial.Keep();
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new PortalStartException($"Cadangan {file} tidak dapat ditulis: {failure.Message}", failure);
        }
    }

    /// <summary>
    /// Puts a copy in the place of the database. It is read whole, brought to this version and its audit trail verified beside the database
    /// before; only then do they change places, and the one that was there is kept.
    /// </summary>
    /// <param name="source">The copy, with what SQLite may have left beside it; it stays as it is.</param>
    /// <param name="cancellationToken">Ends it; nothing is changed then.</param>
    /// <returns>Where the database lies that was there before; null where there was none.</returns>
    /// <exception cref="PortalStartException">It is damaged, no database of the portal or of a newer one, or the present database is in
    /// use.</exception>
    public async Task<string?> RestoreAsync(FileInfo source, CancellationToken cancellationToken)
    {
        Require(!database.IsSqlServer, NoFile);
        var file = Real(source.FullName);
        Require(File.Exists(file), $"Berkas {source.FullName} tidak ada.");
        Require(file != Database, "Berkas ini basis data itu sendiri, bukan cadangannya.");
        try
        {
            using var alone = HoldAlone();
            using var partial = new PartialFile(PortalDatabase.MadeReady(Database));
            CopyWhole(file, partial.Path);
            await RequireSoundAsync(partial.Path, cancellationToken);
            await UpgradeAndVerifyAsync(partial.Path, source, cancellationToken);
            var aside = await SetAsideAsync(cancellationToken);
            partial.Keep();
            return aside;
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new PortalStartException(
                $"Cadangan {source.Name} tidak dapat dipulihkan, tidak ada yang diubah: {failure.Message}",
                failure
            );
        }
    }

    private FileStream HoldAlone()
    {
        try
        {
            return new FileStream(PortalDatabase.MadeReady(LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure)
        {
            throw new PortalStartException("Portal sedang berjalan di atas basis data ini; hentikan dahulu, lalu pulihkan.", failure);
        }
    }

    private static void Require(bool holds, string refusal)
    {
        if (!holds)
        {
            throw new PortalStartException(refusal);
        }
    }

    /// <summary>Where a path leads in the end: a link must not pass for another file.</summary>
    private static string Real(string path) =>
        File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;

    private static async Task RequireSoundAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString()
            );
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check(1)";
            Require(await command.ExecuteScalarAsync(cancellationToken) is "ok", "Cadangan ini rusak; tidak ada yang diubah.");
        }
        catch (SqliteException failure) when (IsDamage(failure))
        {
            throw new PortalStartException("Cadangan ini rusak atau bukan basis data portal; tidak ada yang diubah.", failure);
        }
    }

    private async Task UpgradeAndVerifyAsync(string copy, FileInfo source, CancellationToken cancellationToken)
    {
        await using var db = Open(copy);
        var state = await PortalDatabase.StateOfAsync(db, cancellationToken);
        Require(
            state is SchemaState.Older or SchemaState.Current,
            $"Berkas {source.FullName} bukan basis data portal; tidak ada yang diubah."
        );
        if (state == SchemaState.Older)
        {
            await PortalSchema.UpgradeAsync(db, cancellationToken);
        }

        var report = await RecordCheck.RunAsync(db, cancellationToken);
        Require(report.Holds, $"Cadangan ini tidak utuh; tidak ada yang diubah. {string.Join(' ', report.Finds.Take(3))}");
        db.AuditEntries.Add(new AuditEntry(Actor.System, time.GetUtcNow(), PortalActions.Restored, "database", source.Name));
        await db.SaveChangesAsync(cancellationToken);
        await AsOneFileAsync(db, cancellationToken);
    }

    /// <summary>
    /// Copies the present database, whole or damaged, and takes what SQLite left beside it out of the way of the one that follows.
    /// </summary>
    private async Task<string?> SetAsideAsync(CancellationToken cancellationToken)
    {
        string? aside = null;
        if (File.Exists(Database))
        {
            try
            {
                await using var db = Open(Database);
                await AsOneFileAsync(db, cancellationToken);
            }
            catch (SqliteException failure) when (IsDamage(failure))
            {
                // A damaged database is the reason for many a restore; it is set aside as it is.
            }

            SqliteConnection.ClearAllPools();
            aside = $"{Database}.sebelum-{time.GetUtcNow():yyyyMMddHHmmss}";
            CopyWhole(Database, aside);
        }

        // SQLite would replay them into the restored file, whose name they bear.
        foreach (var companion in Companions)
        {
            File.Delete(Database + companion);
        }

        return aside;
    }

    /// <summary>
    /// Writes everything into the one file. Refused by SQLite while anybody else has it open; the next start of the portal goes back to
    /// writing ahead.
    /// </summary>
    private static Task<int> AsOneFileAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"PRAGMA journal_mode = DELETE", cancellationToken);

    private static void CopyWhole(string from, string to)
    {
        foreach (var part in Companions.Prepend(string.Empty).Where(part => part != "-shm" && File.Exists(from + part)))
        {
            // A backup kept read-only is restored all the same.
            File.Copy(from + part, to + part);
            File.SetAttributes(to + part, FileAttributes.Normal);
        }
    }

    private static bool IsDamage(SqliteException failure) => failure.SqliteErrorCode is 11 or 26;

    private static PortalDbContext Open(string file) =>
        new((DbContextOptions<PortalDbContext>)new DbContextOptionsBuilder<PortalDbContext>().UseKerjaBhaktiSqlite(file).Options);

    /// <summary>A file made beside the one it is to become, so that a full disk or a killed process leaves the old one whole.</summary>
    private sealed class PartialFile(string target) : IDisposable
    {
        public string Path { get; } = $"{target}.{Environment.ProcessId}.tmp";

        /// <summary>Puts it in its place.</summary>
        public void Keep()
        {
            SqliteConnection.ClearAllPools();
            File.Move(Path, target, overwrite: true);
        }

        public void Dispose()
        {
            SqliteConnection.ClearAllPools();
            foreach (var part in Companions.Prepend(string.Empty))
            {
                File.Delete(Path + part);
            }
        }
    }
}
