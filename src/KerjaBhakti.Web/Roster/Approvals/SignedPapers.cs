using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Files;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Documents.Scans;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Foundation.Scans;
using KerjaBhakti.Web.Roster.Drafts;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Approvals;

/// <summary>The signed papers of issued Instructions: taken in as scans, kept byte for byte, looked at beside what was issued.</summary>
public sealed class SignedPapers(IDbContextFactory<PortalDbContext> contexts, ScanReader reader, DraftRooms rooms, PortalClock clock)
{
    /// <summary>The scans of a schedule, the newest first.</summary>
    public async Task<IReadOnlyList<StoredScan>> ListAsync(ClaimsPrincipal user, Guid schedule, CancellationToken cancellationToken)
    {
        user.Demand(Access.ReadRoster);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from scan in db.SignedScans.AsNoTracking()
            where scan.ScheduleId == schedule
            join file in db.StoredFiles on scan.FileId equals file.Id
            orderby scan.At descending
            select new StoredScan(scan.Id, scan.FileName, scan.Pages, file.Length, file.Sha256, scan.By, scan.At)
        ).ToListAsync(cancellationToken);
    }

    /// <summary>The bytes of a scan; null where the schedule has no such scan.</summary>
    public async Task<byte[]?> OpenAsync(ClaimsPrincipal user, Guid schedule, Guid scan, CancellationToken cancellationToken)
    {
        user.Demand(Access.ReadRoster);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from item in db.SignedScans
            where item.Id == scan && item.ScheduleId == schedule
            join file in db.StoredFiles on item.FileId equals file.Id
            select file.Content
        ).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Reads a scan again and says what is true of it now; null where the schedule has no such scan.</summary>
    public async Task<ScanCheck?> CheckAsync(ClaimsPrincipal user, Guid schedule, StoredScan scan, CancellationToken cancellationToken)
    {
        if (await OpenAsync(user, schedule, scan.Id, cancellationToken) is not { } content)
        {
            return null;
        }

        if (Convert.ToHexStringLower(SHA256.HashData(content)) != scan.Sha256)
        {
            return new ScanCheck(IsAsUploaded: false, []);
        }

        try
        {
            return new ScanCheck(IsAsUploaded: true, (await reader.ReadAsync(content, cancellationToken)).Signatures);
        }
        catch (ScanRefusedException)
        {
            // A later version of the program may refuse what an earlier one kept.
            return new ScanCheck(IsAsUploaded: true, []);
        }
    }

    /// <summary>Checks and keeps a scan.</summary>
    /// <exception cref="EditRefusedException">The schedule is not issued, or the file is already there.</exception>
    /// <exception cref="ScanRefusedException">The file is none that is kept.</exception>
    public async Task UploadAsync(ClaimsPrincipal user, Guid schedule, string fileName, byte[] content, CancellationToken cancellationToken)
    {
        var actor = user.ToActor(Access.UploadScan);
        var read = await reader.ReadAsync(content, cancellationToken);

        // Two who upload the same file at once would both find that it is not there yet.
        using var turn = await rooms.TakeTurnAsync(schedule, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var issued = await db
            .Schedules.AsNoTracking()
            .Include(item => item.Instruction)
            .FirstOrDefaultAsync(item => item.Id == schedule, cancellationToken);
        if (issued is not { IsSealed: true })
        {
            throw new EditRefusedException("Pindaian hanya dapat diunggah untuk jadwal yang sudah ditetapkan.");
        }

        var file = new StoredFile(content, "application/pdf");
        var known = db
            .SignedScans.Where(scan => scan.ScheduleId == schedule)
            .Join(db.StoredFiles, scan => scan.FileId, stored => stored.Id, (scan, stored) => stored.Sha256);
        if (await known.AnyAsync(hash => hash == file.Sha256, cancellationToken))
        {
            throw new EditRefusedException("Berkas yang sama sudah diunggah.");
        }

        var scan = new SignedScan(schedule, file.Id, fileName, read.Pages, new Person(actor.Id, actor.Name), clock.Now);
        db.StoredFiles.Add(file);
        db.SignedScans.Add(scan);
        db.AuditEntries.Add(
            new AuditEntry(actor, clock.Now, RosterActions.Scanned, schedule.ToString(), issued.Name)
            {
                After = string.Create(CultureInfo.InvariantCulture, $"{scan.FileName}, {read.Pages} halaman, SHA-256 {file.Sha256}"),
            }
        );
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>A scan that is kept.</summary>
/// <param name="Id">Its key.</param>
/// <param name="FileName">Its name as uploaded.</param>
/// <param name="Pages">How many pages it has.</param>
/// <param name="Length">How many bytes.</param>
/// <param name="Sha256">SHA-256 over them when it came, as lower-case hexadecimal digits.</param>
/// <param name="By">Who uploaded it.</param>
/// <param name="At">When.</param>
public sealed record StoredScan(Guid Id, string FileName, int Pages, long Length, string Sha256, string By, DateTimeOffset At);

/// <summary>What is true of a scan now.</summary>
/// <param name="IsAsUploaded">Whether its bytes are those that were uploaded.</param>
/// <param name="Signatures">The digital signatures in it.</param>
public sealed record ScanCheck(bool IsAsUploaded, IReadOnlyList<PdfSignature> Signatures);
