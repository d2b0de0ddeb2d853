using System.Data.Common;
using System.Security.Cryptography;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Auditing;

/// <summary>
/// The one check of what is stored, for <c>verify-audit</c> and for a copy before it is restored: the engine's own, the triggers, the chain
/// of the trail, every record with what the trail says it was, issued annexes with the entries that issued them, uploaded files. It reads
/// only, and goes on after what it finds.
/// </summary>
internal sealed class RecordCheck
{
    // What one kind of fault is told with; whoever finds more has a file to look into, not a list to read.
    private const int MostOfAKind = 20;

    // What an annex becomes by them is what it is.
    private static readonly string[] Settling = [RosterActions.Issued.Code, RosterActions.Amended.Code, RosterActions.Revoked.Code];

    private readonly List<string> held = [];
    private readonly List<string> finds = [];
    private readonly PortalDbContext db;
    private readonly IReadOnlyList<TrailEnd> ends;

    private RecordCheck(PortalDbContext db, IReadOnlyList<TrailEnd> ends) => (this.db, this.ends) = (db, ends);

    /// <summary>Checks everything.</summary>
    public static Task<RecordReport> RunAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        RunAsync(db, [], cancellationToken);

    /// <summary>Checks everything, and that the trail still holds the ends it had when they were noted elsewhere.</summary>
    public static async Task<RecordReport> RunAsync(PortalDbContext db, IReadOnlyList<TrailEnd> ends, CancellationToken cancellationToken)
    {
        var check = new RecordCheck(db, ends);
        if (!db.Database.IsSqlite())
        {
            return await check.RunAsync(cancellationToken);
        }

        // Everything as of one moment, while others write. Deferred: it takes no lock that a reader may not take.
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var moment = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
            await db.Database.UseTransactionAsync(moment, cancellationToken);
            await check.EngineAsync(cancellationToken);
            return await check.RunAsync(cancellationToken);
        }
        finally
        {
            await db.Database.UseTransactionAsync(null, cancellationToken);
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<RecordReport> RunAsync(CancellationToken cancellationToken)
    {
        await TriggersAsync(cancellationToken);
        await GoingOnAsync("Jejak audit", () => ChainAsync(cancellationToken));
        await EndsAsync(cancellationToken);
        await RecordsAsync(cancellationToken);
        await GoingOnAsync("Lampiran", () => AnnexesAsync(cancellationToken));
        await GoingOnAsync("Berkas unggahan", () => FilesAsync(cancellationToken));
        return new RecordReport(held, finds);
    }

    /// <summary>What cannot be read at all is a find, and no reason to leave the rest unchecked.</summary>
    private async Task GoingOnAsync(string what, Func<Task> look)
    {
        try
        {
            await look();
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or OutOfMemoryException or DbException))
        {
            Tell([$"{what} tidak dapat dibaca seluruhnya: {failure.Message}"], held: null);
        }
    }

    private async Task EngineAsync(CancellationToken cancellationToken)
    {
        var damage = await db
            .Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check")
            .ToListAsync(cancellationToken);
        Tell(damage is ["ok"] ? [] : damage.Select(line => $"Berkas basis data rusak: {line}"), "Berkas basis data utuh.");
        var loose = await db
            .Database.SqlQueryRaw<string>("SELECT DISTINCT \"table\" || ' → ' || parent AS Value FROM pragma_foreign_key_check")
            .ToListAsync(cancellationToken);
        Tell(loose.Select(tables => $"Baris menunjuk ke baris yang tidak ada ({tables})."), held: null);
    }

    private async Task TriggersAsync(CancellationToken cancellationToken)
    {
        var broken = await GuardTriggers.FindBrokenAsync(db, cancellationToken);
        Tell(broken.Select(trigger => $"Penjaga basis data {trigger.Name} tidak ada atau berubah."), "Semua penjaga basis data terpasang.");
    }

    private async Task ChainAsync(CancellationToken cancellationToken)
    {
        var verdict = await AuditChain.VerifyAsync(db, cancellationToken);
        Tell(verdict.Finds.Select(SentenceOf), $"{verdict.Entries} catatan utuh. Hash terakhir: {verdict.Hash}");
    }

    private async Task EndsAsync(CancellationToken cancellationToken)
    {
        if (ends.Count == 0)
        {
            return;
        }

        var places = ends.Select(end => end.Entries).ToHashSet();
        var hashes = await db
            .AuditEntries.AsNoTracking()
            .Where(entry => places.Contains(entry.Place))
            .Select(entry => new { entry.Place, entry.Hash })
            .ToListAsync(cancellationToken);
        var stored = hashes.DistinctBy(entry => entry.Place).ToDictionary(entry => entry.Place, entry => entry.Hash);
        Tell(
            ends.Where(end => !stored.GetValueOrDefault(end.Entries, string.Empty).StartsWith(end.Hash, StringComparison.Ordinal))
                .Select(end =>
                {
                    var when = end.At is { } at ? $" pada {Indonesian.Moment(at)}" : string.Empty;
                    return stored.ContainsKey(end.Entries)
                        ? $"Catatan nomor {end.Entries} bukan yang dicatat di luar portal{when}: jejak audit ditulis ulang."
                        : $"Catatan nomor {end.Entries}, yang dicatat di luar portal{when}, tidak ada lagi: jejak audit dipotong.";
                }),
            $"Jejak audit masih memuat {ends.Count} ujung yang dicatat di luar portal, sampai catatan nomor {places.Max()}."
        );
    }

    private static string SentenceOf(AuditFind find)
    {
        var places = find.First == find.Last ? $"Catatan nomor {find.First}" : $"Catatan nomor {find.First} s.d. {find.Last}";
        var found = find.Entry is { } entry ? $" Di tempat itu tertulis: {AuditSentence.Of(entry)}." : string.Empty;
        return find.Break switch
        {
            AuditBreak.Rewritten => $"{places} tidak seperti ketika ditulis.{found}",
            AuditBreak.Missing => $"{places} hilang.",
            AuditBreak.Added => $"{places} ditambahkan tanpa melalui portal.{found}",
            AuditBreak.EndMissing => $"Penanda akhir jejak audit hilang; sesudah catatan nomor {find.First - 1} tidak dapat dipastikan.",
        };
    }

    private async Task RecordsAsync(CancellationToken cancellationToken)
    {
        var verdict = await RecordReplay.VerifyAsync(db, cancellationToken);
        var entries = new Dictionary<long, AuditEntry>();
        await GoingOnAsync("Jejak audit", async () => entries = await EntriesOfAsync(verdict.Finds, cancellationToken));
        foreach (var table in verdict.Finds.GroupBy(find => find.Table))
        {
            Tell(table.Select(find => SentenceOf(find, find.Place is { } place ? entries.GetValueOrDefault(place) : null)), held: null);
        }

        if (verdict.Finds.Count == 0)
        {
            var reasons = RecordCoverage.Exceptions.Select(exception =>
                $"{db.Model.FindEntityType(exception.Key)!.GetTableName()}: {exception.Value}"
            );
            held.Add($"{verdict.Records} rekaman sama dengan yang dicatat. Tidak dibandingkan: {string.Join("; ", reasons)}.");
        }
    }

    /// <summary>The entries that saved the first records of each table that do not hold.</summary>
    private async Task<Dictionary<long, AuditEntry>> EntriesOfAsync(IReadOnlyList<RecordFind> found, CancellationToken cancellationToken)
    {
        var told = found.GroupBy(find => find.Table).SelectMany(table => table.Take(MostOfAKind));
        var places = told.Select(find => find.Place).OfType<long>().ToHashSet();
        var entries = await db.AuditEntries.AsNoTracking().Where(entry => places.Contains(entry.Place)).ToListAsync(cancellationToken);
        return entries.DistinctBy(entry => entry.Place).ToDictionary(entry => entry.Place);
    }

    private static string SentenceOf(RecordFind find, AuditEntry? last)
    {
        var by = last is null ? string.Empty : $" Terakhir disimpan dengan catatan nomor {last.Place}: {AuditSentence.Of(last)}.";
        if (find.Table == RecordVerdict.Lists)
        {
            return find.Break switch
            {
                RecordBreak.Missing => $"Daftar rekaman catatan nomor {find.Key} hilang.",
                RecordBreak.Added => $"Daftar rekaman nomor {find.Key} ditambahkan tanpa melalui portal.",
                RecordBreak.Changed or RecordBreak.ChangedBefore =>
                    $"Daftar rekaman catatan nomor {find.Key} tidak seperti ketika ditulis.",
            };
        }

        return find.Break switch
        {
            RecordBreak.Missing => $"{find.Table} {find.Key} hilang.{by}",
            RecordBreak.Added => $"{find.Table} {find.Key} ditambahkan tanpa melalui portal.",
            RecordBreak.ChangedBefore => $"{find.Table} {find.Key} sudah diubah di luar portal sebelum catatan nomor {find.Place}.",
            RecordBreak.Changed when find.Columns.Count == 0 => $"{find.Table} {find.Key} bukan yang disimpan.{by}",
            RecordBreak.Changed => $"{find.Table} {find.Key}: {string.Join(", ", find.Columns)} bukan yang disimpan.{by}",
        };
    }

    private async Task AnnexesAsync(CancellationToken cancellationToken)
    {
        var told = (
            await db
                .AuditEntries.AsNoTracking()
                .Where(entry => Settling.Contains(entry.Action))
                .OrderBy(entry => entry.Place)
                .Select(entry => new
                {
                    entry.Subject,
                    entry.Action,
                    entry.After,
                    entry.Caption,
                })
                .ToListAsync(cancellationToken)
        ).GroupBy(entry => entry.Subject).ToDictionary(group => group.Key, StringComparer.Ordinal);
        var schedules = await db
            .Schedules.AsNoTracking()
            .Where(schedule =>
                schedule.Instruction != null || (schedule.Status != ScheduleStatus.Draft && schedule.Status != ScheduleStatus.Submitted)
            )
            .Include(schedule => schedule.Instruction)
            .Include(schedule => schedule.Pages)
            .Include(schedule => schedule.Rows)
                .ThenInclude(row => row.Assignments)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        foreach (var schedule in schedules)
        {
            var reference = schedule.Instruction is { } signed ? $"{Served.Instrument} {signed.Reference}" : schedule.Name;
            told.Remove(schedule.Id.ToString(), out var entries);
            var issued = entries?.FirstOrDefault(entry => entry.Action == RosterActions.Issued.Code);
            var action = entries?.Last().Action;
            var last =
                action == RosterActions.Amended.Code ? ScheduleStatus.Amended
                : action == RosterActions.Revoked.Code ? ScheduleStatus.Revoked
                : ScheduleStatus.Issued;
            string?[] problems =
            [
                schedule.Instruction is null || schedule.Seal != ContentSeal.Of(schedule.Title, schedule.ToAnnex(), schedule.Instruction)
                    ? $"Isi {reference} atau lampirannya tidak sesuai dengan segelnya."
                    : null,
                schedule.HasItsPages ? null : $"Halaman lampiran {reference} tidak seperti ketika ditetapkan.",
                issued is null ? $"Tidak ada catatan yang menetapkan {reference}." : null,
                issued is not null && issued.After != schedule.Seal ? $"Segel {reference} bukan segel ketika ditetapkan." : null,
                issued is not null && last != schedule.Status
                    ? $"Keadaan {reference} ({schedule.Status}) bukan yang dicatat ({last})."
                    : null,
            ];
            Tell(problems.OfType<string>(), $"Segel {reference} cocok: {schedule.Seal}");
        }

        Tell(
            told.Values.Select(entries =>
                $"{entries.First().Caption} ditetapkan menurut catatan, tetapi tidak ada atau bukan lampiran yang ditetapkan."
            ),
            held: null
        );
    }

    // One at a time: together they may be larger than the memory.
    private async Task FilesAsync(CancellationToken cancellationToken)
    {
        var files = await db
            .StoredFiles.Select(file => new
            {
                file.Id,
                file.Sha256,
                file.Length,
            })
            .ToListAsync(cancellationToken);
        var changed = new List<string>();
        foreach (var file in files)
        {
            var content = await db
                .StoredFiles.Where(stored => stored.Id == file.Id)
                .Select(stored => stored.Content)
                .SingleAsync(cancellationToken);
            if (content.LongLength != file.Length || Convert.ToHexStringLower(SHA256.HashData(content)) != file.Sha256)
            {
                changed.Add($"Berkas {file.Id} berbeda dari yang diunggah.");
            }
        }

        Tell(changed, $"{files.Count} berkas unggahan utuh.");
    }

    /// <summary>Notes what was found; where it is nothing, that it holds.</summary>
    private void Tell(IEnumerable<string> problems, string? held)
    {
        var found = problems.ToList();
        finds.AddRange(found.Take(MostOfAKind));
        if (found.Count > MostOfAKind)
        {
            finds.Add($"… dan {found.Count - MostOfAKind} lagi yang sejenis.");
        }

        if (found.Count == 0 && held is not null)
        {
            this.held.Add(held);
        }
    }
}

/// <summary>What the check found.</summary>
/// <param name="Held">What holds, a sentence each.</param>
/// <param name="Finds">What does not, a sentence each; empty where all is well.</param>
internal sealed record RecordReport(IReadOnlyList<string> Held, IReadOnlyList<string> Finds)
{
    /// <summary>Whether all is well.</summary>
    public bool Holds => Finds.Count == 0;
}
