using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Files;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Reconciliation;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Foundation.Scans;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Books;

/// <summary>The bank's statements: imported, removed, and scanned from paper.</summary>
public sealed class BankStatements(FundWork work, WitaClock clock, ScanReader reader)
{
    /// <summary>What a statement means for the bank as it is known now. Nothing is stored.</summary>
    public Task<StatementPreview> PreviewAsync(ClaimsPrincipal user, StatementSheet sheet, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.EnterFund,
            async db =>
            {
                var preview = StatementImport.Judge(sheet, await ContextAsync(db, clock.Today, cancellationToken));
                var first = preview.Lines.Select(line => line.Line).OfType<StatementLine>().FirstOrDefault();
                return first is null || preview.CountOf(StatementVerdict.Same) > 0 || !preview.CanBeStored
                    ? preview
                    : preview with
                    {
                        Remarks = [.. preview.Remarks, .. await BeforeAsync(db, first.On, preview.Opening, cancellationToken)],
                    };
            },
            cancellationToken
        );

    /// <summary>Stores the lines of a statement that were not imported before, and matches what is certain.</summary>
    /// <param name="user">Who imports it.</param>
    /// <param name="fileName">The name of the file.</param>
    /// <param name="sheet">What it holds.</param>
    /// <param name="seen">How many new lines the preview showed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The month of its last line.</returns>
    /// <exception cref="FundRefusedException">Something in it cannot be, nothing is new, or another import came first.</exception>
    public Task<FiscalMonth> ImportAsync(
        ClaimsPrincipal user,
        string fileName,
        StatementSheet sheet,
        int seen,
        CancellationToken cancellationToken
    ) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                var context = await ContextAsync(step.Db, step.Today, cancellationToken);
                var preview = StatementImport.Judge(sheet, context);
                var statement = BankStatement.Import(fileName, preview, step.By, step.At);
                FundWork.RequireSeen(seen, statement.Lines.Count);
                step.Db.BankStatements.Add(statement);
                step.Note(
                    FundActions.StatementImported,
                    statement.Id,
                    CaptionOf(statement),
                    after: $"{statement.Lines.Count} baris, {Indonesian.DateInFull(statement.From)} s.d. {Indonesian.DateInFull(statement.To)}, "
                        + $"saldo akhir {statement.Lines[^1].Balance}"
                );
                var known = await BankReading.UnmatchedLinesAsync(step.Db, DateOnly.MaxValue, cancellationToken);
                await BankReconciliation.MatchAsync(step, [.. known, .. statement.Lines], context.ClosedThrough, cancellationToken);
                return FiscalMonth.Of(statement.To);
            },
            cancellationToken
        );

    /// <summary>Removes a wrong import with its matches. The lines stay stored with the reason, and count no more.</summary>
    /// <exception cref="FundRefusedException">It was removed already, a month of it is closed, or there is no reason.</exception>
    public Task RemoveAsync(ClaimsPrincipal user, Guid id, int seen, string reason, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                var statement = await step
                    .Db.BankStatements.Include(item => item.Lines)
                    .FirstOrDefaultAsync(item => item.Id == id, cancellationToken)
                    ?? throw new FundRefusedException("Impor rekening koran itu tidak ada.");
                FundWork.RequireSeen(seen, statement.Revision);
                var closed = await BankReading.ClosingsAsync(step.Db, cancellationToken) is [.., var latest] ? latest.On : (DateOnly?)null;
                statement.Remove(reason, closed, step.By, step.At);
                step.Note(
                    FundActions.StatementRemoved,
                    id,
                    CaptionOf(statement),
                    before: $"{statement.Lines.Count} baris",
                    after: statement.RemovalReason!
                );
                var lines = statement.Lines.Select(line => line.Id).ToList();
                var matches = await step
                    .Db.BankMatches.Where(match => match.Lines.Any(item => lines.Contains(item.LineId)))
                    .AsSplitQuery()
                    .ToListAsync(cancellationToken);
                foreach (var match in matches)
                {
                    await BankReconciliation.UndoAsync(step, match, closed, cancellationToken);
                }
            },
            cancellationToken
        );

    /// <summary>Keeps a scan of a month's statement on paper.</summary>
    /// <exception cref="KerjaBhakti.Documents.Scans.ScanRefusedException">The file is none that is kept.</exception>
    /// <exception cref="FundRefusedException">The same file is kept already.</exception>
    public async Task AttachAsync(
        ClaimsPrincipal user,
        FiscalMonth month,
        string fileName,
        byte[] content,
        CancellationToken cancellationToken
    )
    {
        user.Demand(Access.EnterFund);
        var pages = (await reader.ReadAsync(content, cancellationToken)).Pages;
        await work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                var file = new StoredFile(content, "application/pdf");
                if (
                    await step
                        .Db.StatementScans.Where(scan => scan.Month == month)
                        .Join(step.Db.StoredFiles, scan => scan.FileId, kept => kept.Id, (scan, kept) => kept.Sha256)
                        .AnyAsync(hash => hash == file.Sha256, cancellationToken)
                )
                {
                    throw new FundRefusedException("Pindaian itu sudah disimpan.");
                }

                var scan = new StatementScan(month, file.Id, fileName, step.By, step.At);
                step.Db.StoredFiles.Add(file);
                step.Db.StatementScans.Add(scan);
                step.Note(
                    FundActions.Scanned,
                    scan.Id,
                    $"rekening koran {month.ToIndonesian()}",
                    after: FormattableString.Invariant($"{fileName}, {pages} halaman, SHA-256 {file.Sha256}")
                );
            },
            cancellationToken
        );
    }

    /// <summary>The bytes of a scan; null where there is none.</summary>
    public Task<byte[]?> ScanAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            db =>
                db.StatementScans.Where(scan => scan.Id == id)
                    .Join(db.StoredFiles, scan => scan.FileId, file => file.Id, (scan, file) => file.Content)
                    .FirstOrDefaultAsync(cancellationToken),
            cancellationToken
        );

    private static async Task<StatementContext> ContextAsync(PortalDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var years = await db.FiscalYears.AsNoTracking().ToListAsync(cancellationToken);
        var stored = await BankReading.Lines(db).ToListAsync(cancellationToken);
        return new StatementContext(
            stored,
            years.Count == 0 ? null : new DateOnly(years.Min(year => year.Year), 1, 1),
            years.SelectMany(year => year.Closings).Select(closing => (DateOnly?)closing.On).Max(),
            today
        );
    }

    /// <summary>What the balance a statement begins with says beside what was known before.</summary>
    private static async Task<IEnumerable<string>> BeforeAsync(
        PortalDbContext db,
        DateOnly first,
        Rupiah opening,
        CancellationToken cancellationToken
    )
    {
        var (anchor, balance) = await BankReading.AnchorAsync(db, first, cancellationToken);
        var after = anchor ?? DateOnly.MinValue;
        var before = await BankReading.Lines(db).Where(line => line.On > after && line.On < first).ToListAsync(cancellationToken);
        var known = StatementRun.Of(balance, before);
        var books =
            anchor is null && before.Count == 0
                ? balance
                : (await BookSums.ThroughAsync(db, first.AddDays(-1), cancellationToken))[ChartOfAccounts.Bank];
        return
        [
            known.Closing == opening
                ? $"Saldo awal {opening} menyambung dengan saldo bank sebelumnya."
                : $"Saldo awal {opening} tidak menyambung dengan saldo bank sebelumnya, {known.Closing}: ada mutasi di antaranya yang belum diimpor, atau saldo awal buku perlu diperbaiki.",
            books == opening
                ? "Saldo awal sama dengan buku."
                : $"Saldo buku sehari sebelumnya {books}, berbeda {opening - books}; jurnal yang belum ada di bank dapat menjelaskannya.",
        ];
    }

    private static string CaptionOf(BankStatement statement) => $"rekening koran {statement.FileName}";
}
