using System.CommandLine;
using System.Security.Cryptography;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Web.Auditing;
using KerjaBhakti.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Commands;

/// <summary><c>verify-audit</c>: walks the audit chain, the seals and page codes of issued annexes and the uploaded files; says the first that does not hold.</summary>
internal static class VerifyAuditCommand
{
    public static Command Create()
    {
        var command = new Command("verify-audit", "Memeriksa rantai jejak audit, segel dan kode halaman lampiran yang sudah ditetapkan, dan berkas unggahan.");
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var app = PortalHost.Build(["--Logging:LogLevel:Default=Warning"]);
            await app.Services.GetRequiredService<PortalDatabase>().PrepareAsync(cancellationToken);
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(cancellationToken);
            Require(await AuditChain.VerifyAsync(db, cancellationToken));
            await RequireSealsAsync(db, cancellationToken);
            await RequireFilesAsync(db, cancellationToken);
            return 0;
        });
        return command;
    }

    private static void Require(AuditVerdict verdict)
    {
        var found = verdict.Entry is { } entry ? $" Di tempat itu tertulis: {AuditSentence.Of(entry)}." : string.Empty;
        Refuse(verdict.Break is { } broken
            ? broken switch
            {
                AuditBreak.Altered => $"Catatan nomor {verdict.Place} tidak seperti ketika ditulis.{found}",
                AuditBreak.Missing => $"Catatan nomor {verdict.Place} hilang.{found}",
                AuditBreak.Inserted => $"Catatan nomor {verdict.Place} disisipkan.{found}",
            }
            : null);
        Console.WriteLine($"{verdict.Place} catatan utuh. Hash terakhir: {verdict.Hash}");
    }

    private static async Task RequireSealsAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var sealedOnes = await db.Schedules.AsNoTracking()
            .Where(schedule => schedule.Instruction != null)
            .Include(schedule => schedule.Instruction)
            .Include(schedule => schedule.Pages)
            .Include(schedule => schedule.Rows).ThenInclude(row => row.Assignments)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        foreach (var schedule in sealedOnes)
        {
            var reference = $"Instruksi Gubernur {schedule.Instruction!.Reference}";
            Refuse(schedule.Seal == ContentSeal.Of(schedule.Title, schedule.ToAnnex(), schedule.Instruction)
                ? null
                : $"Isi {reference} atau lampirannya tidak sesuai dengan segelnya.");
            Refuse(schedule.HasItsPages ? null : $"Halaman lampiran {reference} tidak seperti ketika ditetapkan.");
            Console.WriteLine($"Segel {reference} cocok: {schedule.Seal}");
        }
    }

    // One at a time: together they may be larger than the memory.
    private static async Task RequireFilesAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var files = await db.StoredFiles.Select(file => new { file.Id, file.Sha256 }).ToListAsync(cancellationToken);
        foreach (var file in files)
        {
            var content = await db.StoredFiles.Where(stored => stored.Id == file.Id).Select(stored => stored.Content).SingleAsync(cancellationToken);
            Refuse(Convert.ToHexStringLower(SHA256.HashData(content)) == file.Sha256 ? null : $"Berkas {file.Id} berbeda dari yang diunggah.");
        }

        Console.WriteLine($"{files.Count} berkas unggahan utuh.");
    }

    private static void Refuse(string? problem)
    {
        if (problem is not null)
        {
            throw new PortalStartException(problem);
        }
    }
}
