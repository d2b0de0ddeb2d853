using System.Data.Common;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Institutions;
using KerjaBhakti.Data.Seeding;
using KerjaBhakti.Data.Sqlite;
using KerjaBhakti.Data.SqlServer;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Printing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Hosting;

/// <summary>Which database the portal uses, and how it is brought to this version.</summary>
public sealed class PortalDatabase(
    IDbContextFactory<PortalDbContext> contexts,
    IConfiguration configuration,
    InstitutionFolder institution,
    TimeProvider time
)
{
    private const string SqlServer = "SqlServer";

    // Far more than an upgrade takes; whoever waits longer is told instead of being left in silence.
    private const int DefaultPatience = 120;

    /// <summary>Registers the context factory for the configured provider.</summary>
    /// <exception cref="PortalStartException">The configuration names no known provider, or no connection string for SQL
    /// Server.</exception>
    public static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        switch (configuration["Database:Provider"] ?? "Sqlite")
        {
            case "Sqlite":
                var file = SqliteFile(configuration);
                services.AddDbContextFactory<PortalDbContext>(options =>
                    options.UseKerjaBhaktiSqlite(file).AddInterceptors(new ActorGuard())
                );
                break;
            case SqlServer:
                var connection = configuration.GetConnectionString("Portal")
                    ?? throw new PortalStartException("ConnectionStrings__Portal belum diisi; basis data SQL Server memerlukannya.");
                services.AddDbContextFactory<PortalDbContext>(options =>
                    options.UseKerjaBhaktiSqlServer(connection).AddInterceptors(new ActorGuard())
                );
                break;
            case var other:
                throw new PortalStartException($"Database__Provider '{other}' tidak dikenal; pilih Sqlite atau SqlServer.");
        }
    }

    /// <summary>
    /// Makes the database ready before the portal serves it. An embedded one is made, upgraded and filled; a SQL Server database is only
    /// checked, because an administrator decides when it changes.
    /// </summary>
    /// <exception cref="PortalStartException">It cannot be used; the message says why.</exception>
    public Task PrepareAsync(CancellationToken cancellationToken) =>
        IsSqlServer ? RequireAsync(cancellationToken) : UpgradeAsync(cancellationToken);

    /// <summary>
    /// Requires a database of this version with everything in it, and changes nothing: for commands that work with one that is there.
    /// </summary>
    /// <exception cref="PortalStartException">There is none, or it cannot be used; the message says why.</exception>
    public Task RequireAsync(CancellationToken cancellationToken) =>
        ExplainAsync(async db =>
        {
            var state = await StateOfAsync(db, cancellationToken);
            if (state is SchemaState.Missing or SchemaState.Empty)
            {
                throw new PortalStartException(
                    IsSqlServer
                        ? "Basis data SQL Server tidak dapat dihubungi atau belum dibuat. Periksa ConnectionStrings__Portal, atau jalankan perintah migrate."
                        : $"Belum ada basis data portal di {SqliteFile(configuration)}. Periksa Database__File, atau buat yang baru dengan perintah migrate."
                );
            }

            if (state == SchemaState.Older)
            {
                throw new PortalStartException("Basis data belum dimutakhirkan ke versi ini. Jalankan perintah migrate lebih dahulu.");
            }

            if (await GuardTriggers.FindBrokenAsync(db, cancellationToken) is [var broken, ..])
            {
                throw new PortalStartException(
                    $"Penjaga basis data {broken.Name} tidak ada atau berubah. Jalankan verify-audit, lalu perintah migrate untuk memasangnya kembali."
                );
            }

            if (!await PortalSeeder.IsDoneAsync(db, institution, cancellationToken))
            {
                throw new PortalStartException(
                    "Tabel sudah ada, tetapi basis data belum diisi data awal. Jalankan perintah migrate, juga sesudah skrip migrate --script."
                );
            }

            await RequireSnapshotsAsync(db, cancellationToken);
            await RequireOwnDistrictsAsync(db, cancellationToken);
        });

    /// <summary>Brings the database to this version and fills in reference data: the <c>migrate</c> command.</summary>
    /// <exception cref="PortalStartException">It cannot be done; the message says why.</exception>
    public Task UpgradeAsync(CancellationToken cancellationToken) =>
        ExplainAsync(async db =>
        {
            // EF Core's own lock on SQL Server ends with its connection.
            using var turn = IsSqlServer
                ? null
                : await UpgradeLock.TakeAsync(MadeReady(SqliteFile(configuration)), Patience, cancellationToken);

            // Before anything is changed: what another institution's earlier program serves must stay as that program knows it.
            if (await StateOfAsync(db, cancellationToken) is SchemaState.Older or SchemaState.Current)
            {
                await RequireOwnDistrictsAsync(db, cancellationToken);
            }

            await UpgradeAsync(db, cancellationToken);
            await RequireSnapshotsAsync(db, cancellationToken);
            if (!IsSqlServer)
            {
                // Readers and the writer do not wait for each other. Kept by the file, except after a restore, which makes one file of it.
                await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode = WAL", cancellationToken);
            }

            await PortalSeeder.SeedAsync(db, institution, time, AnnexPaper.Paginate, cancellationToken);
        });

    /// <summary>The SQL that brings any earlier version of the database to this one; on SQL Server it can be run more than once.</summary>
    public async Task<string> ScriptAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return PortalSchema.Script(db);
    }

    /// <summary>Whether the portal's data lie in SQL Server and not in a file of its own.</summary>
    internal bool IsSqlServer => configuration["Database:Provider"] == SqlServer;

    /// <summary>The file of the embedded database.</summary>
    internal static string SqliteFile(IConfiguration configuration) =>
        Path.GetFullPath(configuration["Database:File"] ?? Path.Combine("data", "kerjabhakti.db"));

    /// <summary>Makes the folder that a file is to lie in.</summary>
    /// <returns>The file.</returns>
    /// <exception cref="PortalStartException">The folder cannot be made.</exception>
    internal static string MadeReady(string file)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PortalStartException(
                $"Folder basis data {Path.GetDirectoryName(file)} tidak dapat dibuat: {failure.Message}",
                failure
            );
        }

        return file;
    }

    /// <summary>How the schema stands to this program's; one that this program can neither use nor upgrade is refused.</summary>
    /// <exception cref="PortalStartException">It is of another program, of a newer one, or of one too old.</exception>
    internal static async Task<SchemaState> StateOfAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        await PortalSchema.StateOfAsync(db, cancellationToken) switch
        {
            SchemaState.Newer => throw new PortalStartException(
                "Basis data ini dibuat oleh versi program yang lebih baru. Pakai program versi itu, atau pulihkan cadangan lama."
            ),
            SchemaState.Unsupported => throw new PortalStartException(
                "Basis data ini dibuat oleh versi percobaan sebelum rilis pertama dan tidak dapat dimutakhirkan. Buka dengan program versi itu, atau mulai dengan basis data baru."
            ),
            SchemaState.Foreign => throw new PortalStartException(
                "Basis data ini milik program lain; tabelnya bukan tabel portal. Tidak ada yang diubah."
            ),
            var usable => usable,
        };

    /// <summary>Brings the tables and triggers to this version.</summary>
    internal async Task UpgradeAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        if (await StateOfAsync(db, cancellationToken) != SchemaState.Current)
        {
            await PortalSchema.UpgradeAsync(db, cancellationToken);
            return;
        }

        // Taken off by hand, or a start that was killed between tables and triggers. Where there is a trail it tells.
        var restored = await GuardTriggers.PutOnAsync(db, cancellationToken);
        if (restored.Count > 0 && await db.AuditEntries.AnyAsync(cancellationToken))
        {
            db.AuditEntries.Add(
                new AuditEntry(Actor.System, time.GetUtcNow(), PortalActions.Guarded, "database", "Penjaga basis data")
                {
                    After = string.Join(", ", restored.Select(trigger => trigger.Name)),
                }
            );
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private TimeSpan Patience => TimeSpan.FromSeconds(configuration.GetValue("Database:UpgradeWait", DefaultPatience));

    /// <summary>One institution per database: cells and duties name its districts.</summary>
    private async Task RequireOwnDistrictsAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        // No more columns than an earlier program's table has.
        var stored = await db.Kecamatan.Select(kecamatan => new { kecamatan.Code, kecamatan.Name }).ToListAsync(cancellationToken);
        if (stored.Find(kecamatan => institution.Gazetteer.Find(kecamatan.Code) is null) is { } foreign)
        {
            throw new PortalStartException(
                $"Basis data ini memuat Kecamatan {foreign.Name} ({foreign.Code}), yang tidak ada dalam folder instansi {institution.Path}. Satu basis data untuk satu instansi: periksa Portal__Institution dan Database__File."
            );
        }

        var known = stored.Select(kecamatan => kecamatan.Code).ToHashSet();
        if (known.Count > 0 && institution.Gazetteer.Kecamatan.FirstOrDefault(own => !known.Contains(own.Code)) is { } added)
        {
            throw new PortalStartException(
                $"Folder instansi {institution.Path} memuat Kecamatan {added.Name} ({added.Code}), yang belum ada dalam basis data ini. Kecamatan tidak dapat ditambah sesudah basis data dibuat."
            );
        }
    }

    private async Task RequireSnapshotsAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        if (IsSqlServer && !await SqlServerPortalDatabase.ReadsCommittedSnapshotsAsync(db, cancellationToken))
        {
            throw new PortalStartException(
                "Basis data SQL Server belum memakai READ_COMMITTED_SNAPSHOT. Jalankan: ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE"
            );
        }
    }

    /// <summary>Works on the database, and says in one sentence why it cannot.</summary>
    /// <param name="work">What is done.</param>
    /// <param name="other">The context of another file to work on instead; disposed of here.</param>
    /// <exception cref="PortalStartException">It cannot be used.</exception>
    internal async Task ExplainAsync(Func<PortalDbContext, Task> work, PortalDbContext? other = null)
    {
        var file = other is null
            ? IsSqlServer
                ? string.Empty
                : SqliteFile(configuration)
            : other.Database.GetDbConnection().DataSource;
        try
        {
            await using var db = other ?? await contexts.CreateDbContextAsync();
            await work(db);
        }
        catch (Exception failure) when (ExplanationOf(failure, file) is { } explanation)
        {
            throw new PortalStartException(explanation, failure);
        }
    }

    private string? ExplanationOf(Exception failure, string file) =>
        failure switch
        {
            PortalStartException => null,
            TimeoutException =>
                $"Proses lain sudah lebih dari {Patience.TotalSeconds:0} detik menyiapkan basis data {file}. Tunggu sampai selesai atau hentikan proses itu, lalu coba lagi.",
            DbUpdateException { InnerException: DbException inner } => ExplanationOf(inner, file),
            SqliteException { SqliteErrorCode: 8 } => $"Berkas basis data {file} hanya dapat dibaca; beri hak tulis kepada program ini.",
            SqliteException { SqliteErrorCode: 5 or 6 } =>
                $"Berkas basis data {file} sedang dikunci program lain; tutup program itu lalu coba lagi.",
            SqliteException { SqliteErrorCode: 11 or 26 } => $"Berkas {file} rusak atau bukan basis data portal; pulihkan dari cadangan.",
            SqliteException { SqliteErrorCode: 13 } => $"Ruang penyimpanan untuk {file} habis.",
            SqliteException { SqliteErrorCode: 14 } => $"Berkas basis data {file} tidak dapat dibuka; periksa letak dan hak aksesnya.",
            DbException database => $"Basis data tidak dapat dipakai: {database.Message}",
            _ => null,
        };
}
