using System.Collections;
using System.Security.Cryptography;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Files;
using KerjaBhakti.Data.Sqlite;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Auditing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KerjaBhakti.Web.Tests.Auditing;

/// <summary>
/// The trail proves the records: whatever is changed past the portal, in any column of any table of the model, is found and named. The
/// model drives the tests, so that a property added later cannot escape.
/// </summary>
public sealed class RecordProofTests : IDisposable
{
    /// <summary>Columns on which nothing rests, each with its reason.</summary>
    private static readonly Dictionary<string, string> Free = new(StringComparer.Ordinal)
    {
        ["AuditEntries.Id"] = "a number the database gives; the order of the trail is that of Place",
        ["wakatobi_FeePayments.Id"] = "a number the database gives; staff and component tell the rows apart",
        ["wakatobi_FeeRecipients.Id"] = "a number the database gives; the staff tells the rows apart",
        ["AuditHead.Id"] = "the key of the only row, which is looked for by it",
    };

    private static readonly Lazy<Task<byte[]>> DemoYear = new(FillAsync);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kerjabhakti-proof-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Database => PortalUnderTest.DatabaseIn(folder);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task ADemoYear_AsThePortalWroteIt_IsProvedRecordByRecord()
    {
        await File.WriteAllBytesAsync(Database, await DemoYear.Value, Cancellation);

        var report = await CheckAsync();

        Assert.Empty(report.Finds);
        Assert.Contains(report.Held, line => line.Contains("rekaman sama dengan yang dicatat", StringComparison.Ordinal));
        Assert.Contains(report.Held, line => line.Contains("SignInLog: catatan masuk", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, 350)]
    [InlineData(true, 14)]
    public async Task EveryColumnOfEveryTable_ChangedPastThePortal_IsNamed(bool ofTheTrail, int atLeast)
    {
        // One column of each table at a time. Of the trail's own tables apart: what it says of records is worth nothing then.
        var columns = (await ColumnsAsync()).Where(of => IsOfTheTrail(of.Key) == ofTheTrail).ToDictionary();
        var unseen = new List<string>();
        var tampered = 0;
        for (var round = 0; round < columns.Values.Max(of => of.Count); round++)
        {
            await File.WriteAllBytesAsync(Database, await DemoYear.Value, Cancellation);
            var changed = new List<IColumn>();
            await PastThePortalAsync(async run =>
            {
                foreach (var column in columns.Values.Where(of => of.Count > round).Select(of => of[round]))
                {
                    var rows = await run(ChangeOf(column));
                    Assert.True(rows == 1, $"{column.Table.Name} holds no row to change {column.Name} of.");
                    changed.Add(column);
                }
            });
            var finds = (await CheckAsync()).Finds;
            tampered += changed.Count;
            unseen.AddRange(changed.Where(column => !IsNamed(column, finds)).Select(column => $"{column.Table.Name}.{column.Name}"));
        }

        Assert.Empty(unseen);
        Assert.True(tampered >= atLeast, $"Only {tampered} columns were changed.");
    }

    [Fact]
    public async Task ARowOfEveryTable_TakenOutOrPutInPastThePortal_IsNamed()
    {
        foreach (var putIn in new[] { false, true })
        {
            await File.WriteAllBytesAsync(Database, await DemoYear.Value, Cancellation);
            var tables = (await ColumnsAsync()).Keys.Where(table => !IsOfTheTrail(table)).ToList();
            await PastThePortalAsync(async run =>
            {
                foreach (var table in tables)
                {
                    Assert.Equal(
                        1,
                        await run(
                            putIn
                                ? await CopyOfARowAsync(table)
                                : $"DELETE FROM \"{table}\" WHERE _rowid_ = (SELECT MIN(_rowid_) FROM \"{table}\")"
                        )
                    );
                }
            });

            var finds = (await CheckAsync()).Finds;

            Assert.DoesNotContain(tables, table =>
                !finds.Any(find =>
                    find.StartsWith($"{table} ", StringComparison.Ordinal)
                    && find.Contains(putIn ? "ditambahkan tanpa melalui portal" : "hilang.", StringComparison.Ordinal)
                )
            );
        }
    }

    [Fact]
    public async Task ARecordChangedPastThePortal_AndThenSavedByIt_IsStillNamed()
    {
        await File.WriteAllBytesAsync(Database, await DemoYear.Value, Cancellation);
        await PastThePortalAsync(run => run("UPDATE roster_Kecamatan SET Aliases = '[\"lain\"]' WHERE Name = 'Cakung'"));
        await using (var db = Open(Database))
        {
            var cakung = await db.Kecamatan.SingleAsync(kecamatan => kecamatan.Name == "Cakung", Cancellation);
            db.Entry(cakung).Property(kecamatan => kecamatan.Name).CurrentValue = "Cakung Baru";
            db.AuditEntries.Add(new AuditEntry(Actor.System, DateTimeOffset.UnixEpoch, TestUsers.Action, "-", "uji"));
            await db.SaveChangesAsync(Cancellation);
        }

        var find = Assert.Single((await CheckAsync()).Finds);

        Assert.Matches("^roster_Kecamatan .* sudah diubah di luar portal sebelum catatan nomor", find);
    }

    [Fact]
    public async Task ATamperedRecordThatNoProgramCouldRead_IsNamedAndTheRestIsChecked()
    {
        await File.WriteAllBytesAsync(Database, await DemoYear.Value, Cancellation);
        await PastThePortalAsync(async run =>
        {
            await run("UPDATE roster_Schedules SET Status = 'Apa saja'");
            await run("UPDATE wakatobi_JournalLines SET Account = 'x' WHERE _rowid_ = (SELECT MAX(_rowid_) FROM wakatobi_JournalLines)");
        });

        var finds = (await CheckAsync()).Finds;

        Assert.Contains(finds, find => find.StartsWith("roster_Schedules ", StringComparison.Ordinal));
        Assert.Contains(finds, find => find.StartsWith("Lampiran tidak dapat dibaca", StringComparison.Ordinal));
        Assert.Contains(finds, find => find.StartsWith("wakatobi_JournalLines ", StringComparison.Ordinal));
    }

    /// <summary>The columns of every table of the model that are to be proved.</summary>
    private static async Task<SortedDictionary<string, List<IColumn>>> ColumnsAsync()
    {
        await using var db = Open(Path.Combine(Path.GetTempPath(), "model.db"), readOnly: true);
        var columns = new SortedDictionary<string, List<IColumn>>(StringComparer.Ordinal);
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
            var types = table.EntityTypeMappings.Select(mapping => mapping.TypeBase.ClrType).ToList();
            if (IsOfTheTrail(table.Name) || !types.Exists(RecordCoverage.Exceptions.ContainsKey))
            {
                columns[table.Name] = [.. table.Columns.Where(column => !Free.ContainsKey($"{table.Name}.{column.Name}"))];
            }
        }

        return columns;
    }

    private static bool IsOfTheTrail(string table) => table.StartsWith("Audit", StringComparison.Ordinal);

    private static bool IsNamed(IColumn column, IReadOnlyList<string> finds)
    {
        var table = column.Table.Name;
        if (table is "AuditEntries" or "AuditHead")
        {
            return finds.Any(find =>
                find.StartsWith("Catatan nomor", StringComparison.Ordinal)
                || find.StartsWith("Penanda akhir", StringComparison.Ordinal)
                || find.StartsWith("Jejak audit tidak dapat dibaca", StringComparison.Ordinal)
            );
        }

        if (table == "AuditRecords")
        {
            return finds.Any(find => find.StartsWith("Daftar rekaman", StringComparison.Ordinal));
        }

        if (column.Name == nameof(StoredFile.Content))
        {
            return finds.Any(find => find.Contains("berbeda dari yang diunggah", StringComparison.Ordinal));
        }

        // A changed key is a record that is gone and one that nobody saved. Rows of fees are told apart by what they are about.
        var isKey =
            ((ITable)column.Table).PrimaryKey!.Columns.Contains(column)
            || (table is "wakatobi_FeePayments" or "wakatobi_FeeRecipients" && column.Name is "DistributionId" or "StaffId" or "Component");
        return finds.Any(find =>
            find.StartsWith($"{table} ", StringComparison.Ordinal)
            && (isKey ? find.Contains("hilang.", StringComparison.Ordinal) : find.Contains(column.Name, StringComparison.Ordinal))
        );
    }

    private static string ChangeOf(IColumn column)
    {
        var (table, name) = (column.Table.Name, column.Name);
        var changed = column.StoreType switch
        {
            "INTEGER" => $"COALESCE(\"{name}\", 0) + 900000",
            "BLOB" => "X'01'",
            _ => $"COALESCE(\"{name}\", '') || 'x'",
        };
        return $"UPDATE \"{table}\" SET \"{name}\" = {changed} WHERE _rowid_ = (SELECT MAX(_rowid_) FROM \"{table}\")";
    }

    private async Task<string> CopyOfARowAsync(string table)
    {
        await using var db = Open(Database, readOnly: true);
        var model = db.Model.GetRelationalModel().Tables.Single(item => item.Name == table);
        var names = string.Join(", ", model.Columns.Select(column => $"\"{column.Name}\""));
        var changed = model
            .PrimaryKey!.Columns.Concat(model.Indexes.Where(index => index.IsUnique).SelectMany(index => index.Columns))
            .ToHashSet();
        var values = string.Join(
            ", ",
            model.Columns.Select(column =>
                !changed.Contains(column) ? $"\"{column.Name}\""
                : column.StoreType == "INTEGER" ? $"COALESCE(\"{column.Name}\", 0) + 900000"
                : $"COALESCE(\"{column.Name}\", '') || 'x'"
            )
        );
        return $"INSERT INTO \"{table}\" ({names}) SELECT {values} FROM \"{table}\" WHERE _rowid_ = (SELECT MAX(_rowid_) FROM \"{table}\")";
    }

    /// <summary>As somebody does who has the database: takes the guards off, changes, and puts them on again.</summary>
    private async Task PastThePortalAsync(Func<Func<string, Task<int>>, Task> change)
    {
        await using var db = Open(Database);
        await db.Database.OpenConnectionAsync(Cancellation);
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF", Cancellation);
        foreach (var trigger in GuardTriggers.For(db.Database))
        {
            await db.Database.ExecuteSqlRawAsync(trigger.Removal, Cancellation);
        }

        await change(sql => db.Database.ExecuteSqlRawAsync(sql, Cancellation));
        await GuardTriggers.PutOnAsync(db, Cancellation);
    }

    private async Task<RecordReport> CheckAsync()
    {
        SqliteConnection.ClearAllPools();
        await using var db = Open(Database, readOnly: true);
        return await RecordCheck.RunAsync(db, Cancellation);
    }

    internal static PortalDbContext Open(string file, bool readOnly = false) =>
        new((DbContextOptions<PortalDbContext>)new DbContextOptionsBuilder<PortalDbContext>().UseKerjaBhaktiSqlite(file, readOnly).Options);

    /// <summary>The invented year, and a row of every kind that it has none of.</summary>
    private static async Task<byte[]> FillAsync()
    {
        var folder = Directory.CreateTempSubdirectory("kerjabhakti-year-");
        await PortalUnderTest.FillAsync(folder);
        var file = Path.Combine(Path.GetTempPath(), $"kerjabhakti-year-{Guid.NewGuid():N}.db");
        await using (await PortalUnderTest.StartInAsync(folder, ["--Portal:Today=2025-03-01", "--Portal:DemoFund=true"]))
        {
            await using var db = Open(PortalUnderTest.DatabaseIn(folder));
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {file}");
        }

        await using (var db = Open(file))
        {
            await FillEmptyTablesAsync(db);
        }

        SqliteConnection.ClearAllPools();
        var bytes = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        return bytes;
    }

    /// <summary>
    /// Puts a made-up row into each table that has none, and lets the portal's own way of saving write it into the trail.
    /// </summary>
    private static async Task FillEmptyTablesAsync(PortalDbContext db)
    {
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF");
        foreach (var trigger in GuardTriggers.For(db.Database))
        {
            await db.Database.ExecuteSqlRawAsync(trigger.Removal);
        }

        var made = new List<ITable>();
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
            if (await CountAsync(db, table) == 0 && !table.EntityTypeMappings.Any(IsExcepted))
            {
                var columns = table.Columns.ToList();
#pragma warning disable EF1002, EF1003 // Names of tables and columns of the model.
                await db.Database.ExecuteSqlRawAsync(
                    $"INSERT INTO \"{table.Name}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) "
                        + $"VALUES ({string.Join(", ", columns.Select(column => ValueFor(table, column)))})"
                );
#pragma warning restore EF1002, EF1003
                made.Add(table);
            }
        }

        foreach (var type in made.Select(table => RootOf(table)).Distinct())
        {
            var set = typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(db, null)!;
            foreach (var _ in (IEnumerable)set)
            {
                // Loaded with everything it owns.
            }
        }

        foreach (var entry in db.ChangeTracker.Entries().ToList())
        {
            if (made.Exists(table => table.Name == entry.Metadata.GetTableName()))
            {
                entry.State = EntityState.Modified;
            }
        }

        db.AuditEntries.Add(new AuditEntry(Actor.System, DateTimeOffset.UnixEpoch, TestUsers.Action, "-", "isian uji"));
        await db.SaveChangesAsync();
        foreach (var table in made)
        {
            Assert.Equal(1, await CountAsync(db, table));
        }

        await GuardTriggers.PutOnAsync(db, CancellationToken.None);
    }

    private static bool IsExcepted(ITableMapping mapping) => RecordCoverage.Exceptions.ContainsKey(mapping.TypeBase.ClrType);

    private static Type RootOf(ITable table)
    {
        var type = (IEntityType)table.EntityTypeMappings.First().TypeBase;
        while (type.FindOwnership() is { } ownership)
        {
            type = ownership.PrincipalEntityType;
        }

        return type.ClrType;
    }

    private static async Task<long> CountAsync(PortalDbContext db, ITable table) =>
#pragma warning disable EF1002 // The name of a table of the model.
        await db.Database.SqlQueryRaw<long>($"SELECT COUNT(*) AS Value FROM \"{table.Name}\"").SingleAsync();
#pragma warning restore EF1002

    private static string ValueFor(ITable table, IColumn column)
    {
        var key = table.ForeignKeyConstraints.FirstOrDefault(constraint => constraint.Columns is [var only] && only == column);
        var value = MadeUp(column);
        return key is null
            ? value
            : $"COALESCE((SELECT \"{key.PrincipalColumns[0].Name}\" FROM \"{key.PrincipalTable.Name}\" LIMIT 1), {value})";
    }

    private static string MadeUp(IColumn column)
    {
        var type = column.PropertyMappings is [var first, ..] ? first.Property.ClrType : null;
        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        return column.StoreType switch
        {
            "INTEGER" => "1",
            "BLOB" => "X'00'",
            _ when column.Name == nameof(StoredFile.Sha256) => $"'{Convert.ToHexStringLower(SHA256.HashData([0]))}'",
            _ when type is null || (type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable))) => "'[]'",
            _ when type.IsEnum => $"'{Enum.GetNames(type)[0]}'",
            _ when type == typeof(Guid) => "'0190A0B0-0000-7000-8000-000000000001'",
            _ when type == typeof(DateOnly) => "'2026-01-04'",
            _ when type == typeof(DateTimeOffset) => "'2026-01-04 05:00:00'",
            _ when type == typeof(RosterMonth) || type == typeof(FiscalMonth) => "'2026-01'",
            _ => "'1'",
        };
    }
}
