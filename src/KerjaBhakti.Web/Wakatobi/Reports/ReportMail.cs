using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Files;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Documents.Wakatobi.Reports;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Reports;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Foundation.Scans;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Reports;

/// <summary>Reports on their way out: which are due, what was sent as it was sent, and the proof that it was received.</summary>
public sealed class ReportMail(FundWork work, FundReports reports, ScanReader reader, WitaClock clock, ReportTerms terms)
{
    /// <summary>Who enters that a report was sent: who makes it.</summary>
    public static string SenderOf(FundReportKind kind) => FundReportForm.Of(kind).IsOfClaims ? Access.EnterClaims : Access.EnterFund;

    /// <summary>The periods of every report this user reads that are over and were not reported, by when they are due.</summary>
    public Task<IReadOnlyList<DueReport>> DueAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync<IReadOnlyList<DueReport>>(
            user,
            Access.ReadClaims,
            async db =>
            {
                var months = await db.ClaimMonths.Select(claim => claim.Month).ToListAsync(cancellationToken);
                if (months.Count == 0)
                {
                    return [];
                }

                var sent = (await db.SentReports.ToListAsync(cancellationToken)).ToLookup(report => report.Kind, report => report.Period);
                return
                [
                    .. terms
                        .All.Where(term => user.May(ReportLinks.PolicyOf(term.Key)))
                        .SelectMany(term =>
                            term.Value.Open(months.Min(), clock.Today, [.. sent[term.Value.Kind]])
                                .Select(period => new DueReport(term.Key, period, term.Value.DueOn(period), term.Value.Basis))
                        )
                        .OrderBy(due => due.DueOn)
                        .ThenBy(due => due.Kind),
                ];
            },
            cancellationToken
        );

    /// <summary>What was sent, the newest first, of the reports this user reads.</summary>
    public Task<IReadOnlyList<SentReport>> ListAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync<IReadOnlyList<SentReport>>(
            user,
            Access.ReadClaims,
            async db =>
                [
                    .. (await db.SentReports.OrderByDescending(report => report.SentOn).ToListAsync(cancellationToken)).Where(report =>
                        MayRead(user, report)
                    ),
                ],
            cancellationToken
        );

    /// <summary>A report as it was sent; null where there is none that this user reads.</summary>
    public Task<SentReport?> FindAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadClaims,
            async db =>
                await db.SentReports.FirstOrDefaultAsync(report => report.Id == id, cancellationToken) is { } report
                && MayRead(user, report)
                    ? report
                    : null,
            cancellationToken
        );

    /// <summary>The bytes of what was sent, or of its proof; null where there are none that this user reads.</summary>
    public async Task<byte[]?> FileAsync(ClaimsPrincipal user, Guid id, bool proof, CancellationToken cancellationToken)
    {
        var report = await FindAsync(user, id, cancellationToken);
        var file = proof ? report?.ProofId : report?.FileId;
        return file is null
            ? null
            : await work.ReadAsync(
                user,
                Access.ReadClaims,
                db => db.StoredFiles.Where(item => item.Id == file).Select(item => item.Content).FirstOrDefaultAsync(cancellationToken),
                cancellationToken
            );
    }

    /// <summary>Keeps a report as it is sent: its PDF, the hash of it, number, date and recipient.</summary>
    /// <returns>Its key.</returns>
    /// <exception cref="FundRefusedException">Something is missing or cannot be, or the number of the letter was used.</exception>
    public async Task<Guid> SendAsync(
        ClaimsPrincipal user,
        FundReportKind kind,
        ReportPeriod period,
        ReportSigning signing,
        SendingEntry entry,
        CancellationToken cancellationToken
    )
    {
        user.Demand(SenderOf(kind));
        var report = await reports.OpenAsync(user, kind, period, cancellationToken);
        var content = ReportPdf.Write(report, signing with { Number = entry.Number.Trim(), Date = entry.Date }, clock.Now);
        return await work.DoAsync(
            user,
            SenderOf(kind),
            async step =>
            {
                var file = new StoredFile(content, "application/pdf");
                var sent = SentReport.Send(
                    FundReportForm.Of(kind).Slug,
                    report.Period,
                    entry,
                    file.Id,
                    file.Sha256,
                    step.By,
                    step.At,
                    step.Today
                );
                if (await step.Db.SentReports.AnyAsync(FundNumber.Is<SentReport>(item => item.Number, sent.Number), cancellationToken))
                {
                    throw new FundRefusedException($"Nomor surat {sent.Number} sudah dipakai laporan lain yang dikirim.");
                }

                step.Db.StoredFiles.Add(file);
                step.Db.SentReports.Add(sent);
                step.Note(
                    FundActions.ReportSent,
                    sent.Id,
                    CaptionOf(sent),
                    after: $"{sent.Recipient}, {Indonesian.DateInFull(sent.SentOn)}, SHA-256 {sent.Sha256}"
                );
                return sent.Id;
            },
            cancellationToken
        );
    }

    /// <summary>Keeps the proof that a report was received.</summary>
    /// <exception cref="KerjaBhakti.Documents.Scans.ScanRefusedException">The file is none that is kept.</exception>
    /// <exception cref="FundRefusedException">It has a proof, the day cannot be, or there is no such report.</exception>
    public async Task ProveAsync(
        ClaimsPrincipal user,
        Guid id,
        DateOnly? receivedOn,
        string fileName,
        byte[] content,
        CancellationToken cancellationToken
    )
    {
        user.Demand(Access.EnterClaims);
        var pages = (await reader.ReadAsync(content, cancellationToken)).Pages;
        await work.DoAsync(
            user,
            Access.EnterClaims,
            async step =>
            {
                var report = await step.Db.SentReports.FirstOrDefaultAsync(item => item.Id == id, cancellationToken);
                if (report is null || !user.May(SenderOf(ReportLinks.KindOf(report.Kind)!.Value)))
                {
                    throw new FundRefusedException("Laporan itu tidak ada.");
                }

                var file = new StoredFile(content, "application/pdf");
                report.Prove(receivedOn ?? throw new FundRefusedException("Isi tanggal terima."), file.Id, step.Today);
                step.Db.StoredFiles.Add(file);
                step.Note(
                    FundActions.ReportProved,
                    id,
                    CaptionOf(report),
                    after: FormattableString.Invariant($"{fileName}, {pages} halaman, SHA-256 {file.Sha256}")
                );
            },
            cancellationToken
        );
    }

    private static bool MayRead(ClaimsPrincipal user, SentReport report) =>
        ReportLinks.KindOf(report.Kind) is { } kind && user.May(ReportLinks.PolicyOf(kind));

    private static string CaptionOf(SentReport report) => $"laporan {report.Kind} {report.Period.ToIndonesian()} nomor {report.Number}";
}

/// <summary>A report that is due.</summary>
/// <param name="Kind">Which report.</param>
/// <param name="Period">Its months.</param>
/// <param name="DueOn">The last day for it.</param>
/// <param name="Basis">What decided that day.</param>
public sealed record DueReport(FundReportKind Kind, ReportPeriod Period, DateOnly DueOn, string Basis);
