using System.Security.Claims;
using System.Text.RegularExpressions;
using KerjaBhakti.Data;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Fees;

/// <summary>
/// Reads a distribution page by page: two thousand staff in three components are six thousand lines, each with its sentence, and the database sums them
/// faster than anybody scrolls.
/// </summary>
public sealed partial class FeeDetails(FundWork work)
{
    /// <summary>A distribution with one page of its lines; noted as a look. Null where there is none.</summary>
    /// <param name="user">Who looks.</param>
    /// <param name="id">The distribution.</param>
    /// <param name="search">Part of a name or of a staff number; null or empty for everybody.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<FeeDetail?> OpenAsync(ClaimsPrincipal user, Guid id, string? search, int page, CancellationToken cancellationToken) => work.DoAsync(
        user,
        Access.ReadFund,
        async step =>
        {
            var head = await HeadAsync(step.Db, id, cancellationToken);
            if (head is null)
            {
                return null;
            }

            step.Note(FeeDistributions.Seen, id, $"rincian {FeeDistributions.CaptionOf(head.DecreeNumber)}");
            return head with
            {
                Components = await ComponentsAsync(step.Db, id, cancellationToken),
                Lines = await LinesAsync(PaymentsOf(step.Db, id), search?.Trim() ?? string.Empty, page, cancellationToken),
            };
        },
        cancellationToken);

    // What stands for other characters in LIKE, on one database or the other.
    [GeneratedRegex(@"[\\%_\[]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Wildcards();

    private static IQueryable<FeePayment> PaymentsOf(PortalDbContext db, Guid id) =>
        db.FeeDistributions.AsNoTracking().Where(distribution => distribution.Id == id).SelectMany(distribution => distribution.Payments);

    private static Task<FeeDetail?> HeadAsync(PortalDbContext db, Guid id, CancellationToken cancellationToken) => db.FeeDistributions
        .AsNoTracking()
        .Where(distribution => distribution.Id == id)
        .Select(distribution => new FeeDetail
        {
            Id = id,
            Pool = distribution.Pool,
            DecreeNumber = distribution.DecreeNumber,
            DecreeDate = distribution.DecreeDate,
            Status = distribution.Status,
            PreparedBy = distribution.PreparedBy.Name,
            ApprovedBy = distribution.ApprovedBy == null ? null : distribution.ApprovedBy.Name,
            ApprovedAt = distribution.ApprovedAt,
            PaidOn = distribution.PaidOn,
            ReversalReason = distribution.ReversalReason,
            Revision = distribution.Revision,
        })
        .FirstOrDefaultAsync(cancellationToken);

    private static async Task<IReadOnlyList<FeeComponentRow>> ComponentsAsync(PortalDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var components = await db.FeeDistributions.AsNoTracking()
            .Where(distribution => distribution.Id == id).Select(distribution => distribution.Components).FirstAsync(cancellationToken);
        var sums = await PaymentsOf(db, id)
            .GroupBy(payment => payment.Component)
            .Select(payments => new { payments.Key, Staff = payments.Count(), Amount = payments.Sum(payment => (long)(object)payment.Amount) })
            .ToDictionaryAsync(sum => sum.Key, cancellationToken);
        return [.. components.Select(component => new FeeComponentRow(component, sums[component.Code].Staff, new Rupiah(sums[component.Code].Amount)))];
    }

    private static async Task<FeeLinePage> LinesAsync(IQueryable<FeePayment> payments, string search, int page, CancellationToken cancellationToken)
    {
        if (search.Length > 0)
        {
            var pattern = $"%{Wildcards().Replace(search, @"\$0")}%";
            payments = payments.Where(payment => EF.Functions.Like(payment.Name, pattern, @"\") || EF.Functions.Like(payment.StaffId, pattern, @"\"));
        }

        var count = await payments.CountAsync(cancellationToken);
        var shown = FeeLinePage.Clamp(page, count);
        var total = await payments.SumAsync(payment => (long)(object)payment.Amount, cancellationToken);
        var rows = await payments
            .OrderBy(payment => payment.StaffId)
            .ThenBy(payment => payment.Component)
            .Skip((shown - 1) * FeeLinePage.Size)
            .Take(FeeLinePage.Size)
            .Select(payment => new FeeLineRow(payment.StaffId, payment.Name, payment.Component, payment.Points.Replace(".", ","), payment.Amount, payment.Explanation))
            .ToListAsync(cancellationToken);
        return new FeeLinePage(rows, count, new Rupiah(total), shown, search);
    }
}

/// <summary>A distribution as its page shows it.</summary>
public sealed record FeeDetail
{
    /// <summary>Its key.</summary>
    public required Guid Id { get; init; }

    /// <summary>What is distributed.</summary>
    public required Rupiah Pool { get; init; }

    /// <summary>The number of the decree: of its draft until it is approved.</summary>
    public required string DecreeNumber { get; init; }

    /// <summary>The date of the decree; null until it is approved.</summary>
    public required DateOnly? DecreeDate { get; init; }

    /// <summary>Where it stands.</summary>
    public required FeeDistributionStatus Status { get; init; }

    /// <summary>Who prepared it.</summary>
    public required string PreparedBy { get; init; }

    /// <summary>Who approved it; null until somebody did.</summary>
    public required string? ApprovedBy { get; init; }

    /// <summary>When it was approved.</summary>
    public required DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>The day it was paid; null until it was.</summary>
    public required DateOnly? PaidOn { get; init; }

    /// <summary>Why it was reversed, or shall be while <see cref="IsReversalProposed"/>; null where neither is so.</summary>
    public required string? ReversalReason { get; init; }

    /// <summary>Whether finance proposed to reverse it and the Director has not decided.</summary>
    public bool IsReversalProposed => ReversalReason is not null && Status != FeeDistributionStatus.Reversed;

    /// <summary>How often it was changed.</summary>
    public required int Revision { get; init; }

    /// <summary>The components in the order of the decree.</summary>
    public IReadOnlyList<FeeComponentRow> Components { get; init; } = [];

    /// <summary>A page of the amounts.</summary>
    public FeeLinePage Lines { get; init; } = new([], 0, Rupiah.Zero, 1, string.Empty);
}
