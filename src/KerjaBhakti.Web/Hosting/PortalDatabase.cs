using System.Data.Common;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Seeding;
using KerjaBhakti.Data.Sqlite;
using KerjaBhakti.Data.SqlServer;
using KerjaBhakti.Web.Roster.Printing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace KerjaBhakti.Web.Hosting;

/// <summary>Which database the portal uses, and how it is brought to this version.</summary>
public sealed class PortalDatabase(IDbContextFactory<PortalDbContext> contexts, IConfiguration configuration, TimeProvider time)
{
    private const string SqlServer = "SqlServer";

    /// <summary>Registers the context factory for the configured provider.</summary>
    /// <exception cref="PortalStartException">The configuration names no known provider, or no connection string for SQL Server.</exception>
    public static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        switch (configuration["Database:Provider"] ?? "Sqlite")
        {
            case "Sqlite":
                var file = SqliteFile(configuration);
                services.AddDbContextFactory<PortalDbContext>(options => options.UseKerjaBhaktiSqlite(file));
                break;
            case SqlServer:
                var connection = configuration.GetConnectionString("Portal")
                    ?? throw new PortalStartException("ConnectionStrings__Portal belum diisi; basis data SQL Server memerlukannya.");
                services.AddDbContextFactory<PortalDbContext>(options => options.UseKerjaBhaktiSqlServer(connection));
                break;
            case var other:
                throw new PortalStartException($"Database__Provider '{other}' tidak dikenal; pilih Sqlite atau SqlServer.");
        }
    }

    /// <summary>
    /// Makes the database ready before the program uses it. An embedded one is made, migrated and filled; a SQL Server database is only checked, because an
    /// administrator decides when it changes.
    /// </summary>
    /// <exception cref="PortalStartException">It cannot be used; the message says why.</exception>
    public Task PrepareAsync(CancellationToken cancellationToken) => ExplainAsync(async db =>
    {
        if (IsSqlServer && !await db.Database.CanConnectAsync(cancellationToken))
        {
            throw new PortalStartException(
                "Basis data SQL Server tidak dapat dihubungi atau belum dibuat. Periksa ConnectionStrings__Portal, atau jalankan perintah migrate.");
        }

        var pending = await CheckVersionAsync(db, cancellationToken);
        if (IsSqlServer && pending)
        {
            throw new PortalStartException("Basis data SQL Server belum dimutakhirkan ke versi ini. Jalankan perintah migrate lebih dahulu.");
        }

        if (pending)
        {
            await UpgradeAsync(db, cancellationToken);
        }

        if (!IsSqlServer)
        {
            // Readers and the writer do not wait for each other. Kept by the file, except after a restore, which makes one file of it.
            await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode = WAL", cancellationToken);
            await FillAsync(db, cancellationToken);
        }
    });

    /// <summary>Brings the database to this version and fills in reference data: the <c>migrate</c> command.</summary>
    /// <exception cref="PortalStartException">It cannot be done; the message says why.</exception>
    public Task MigrateAsync(CancellationToken cancellationToken) => ExplainAsync(async db =>
    {
        if (await CheckVersionAsync(db, cancellationToken))
        {
            await UpgradeAsync(db, cancellationToken);
        }

        await FillAsync(db, cancellationToken);
    });

    /// <summary>The SQL that brings any earlier version of the database to this one; it can be run more than once.</summary>
    public async Task<string> ScriptAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var migrator = db.GetService<IMigrator>();

        // SQLite has no conditional statements, so its script assumes an empty database.
        return migrator.GenerateScript(options: IsSqlServer
            ? MigrationsSqlGenerationOptions.Idempotent
            : MigrationsSqlGenerationOptions.Default);
    }

    /// <summary>Whether the portal's data lie in SQL Server and not in a file of its own.</summary>
    internal bool IsSqlServer => configuration["Database:Provider"] == SqlServer;

    /// <summary>The file of the embedded database; its folder is there.</summary>
    /// <exception cref="PortalStartException">The folder cannot be made.</exception>
    internal static string SqliteFile(IConfiguration configuration)
    {
        var file = Path.GetFullPath(configuration["Database:File"] ?? Path.Combine("data", "kerjabhakti.db"));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PortalStartException($"Folder basis data {Path.GetDirectoryName(file)} tidak dapat dibuat: {failure.Message}", failure);
        }

        return file;
    }

    /// <summary>Whether migrations are pending; refuses a database that a newer program has changed.</summary>
    /// <exception cref="PortalStartException">It was changed by a newer program.</exception>
    internal static async Task<bool> CheckVersionAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = (await db.Database.CanConnectAsync(cancellationToken))
            ? (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList()
            : [];
        if (applied.Find(migration => !known.Contains(migration)) is { } unknown)
        {
            throw new PortalStartException(
                $"Basis data ini dibuat oleh versi program yang lebih baru (langkah {unknown}). Pakai program versi itu, atau pulihkan cadangan lama.");
        }

        return known.Count > applied.Count;
    }

    /// <summary>Applies the migrations that are missing, and what goes with them.</summary>
    internal static async Task UpgradeAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.MigrateAsync(cancellationToken);
        await AuditUpgrade.RunAsync(db, cancellationToken);
    }

    private async Task FillAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        await PortalSeeder.SeedAsync(db, time, cancellationToken);
        await PageRegister.CompleteAsync(db, time, cancellationToken);
    }

    /// <summary>Works on the database, and says in one sentence why it cannot.</summary>
    /// <exception cref="PortalStartException">It cannot be used.</exception>
    internal async Task ExplainAsync(Func<PortalDbContext, Task> work)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync();
            await work(db);
        }
        catch (Exception failure) when (ExplanationOf(failure) is { } explanation)
        {
            throw new PortalStartException(explanation, failure);
        }
    }

    private string? ExplanationOf(Exception failure)
    {
        var file = IsSqlServer ? string.Empty : SqliteFile(configuration);
        return failure switch
        {
            PortalStartException => null,
            DbUpdateException { InnerException: DbException inner } => ExplanationOf(inner),
            SqliteException { SqliteErrorCode: 8 } => $"Berkas basis data {file} hanya dapat dibaca; beri hak tulis kepada program ini.",
            SqliteException { SqliteErrorCode: 5 or 6 } => $"Berkas basis data {file} sedang dikunci program lain; tutup program itu lalu coba lagi.",
            SqliteException { SqliteErrorCode: 11 or 26 } => $"Berkas {file} rusak atau bukan basis data portal; pulihkan dari cadangan.",
            SqliteException { SqliteErrorCode: 13 } => $"Ruang penyimpanan untuk {file} habis.",
            SqliteException { SqliteErrorCode: 14 } => $"Berkas basis data {file} tidak dapat dibuka; periksa letak dan hak aksesnya.",
            DbException database => $"Basis data tidak dapat dipakai: {database.Message}",
            _ => null,
        };
    }
}

/// <summary>The portal or a command cannot go on. The message is one Indonesian sentence for the person at the terminal.</summary>
public sealed class PortalStartException(string message, Exception? cause = null) : Exception(message, cause);
