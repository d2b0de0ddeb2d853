using System.Security.Claims;
using System.Text.RegularExpressions;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Fees;

/// <summary>
/// Reads a distribution page by page: two thousand staff in three components are six thousand lines, each with its sentence, and the
/// database sums them faster than anybody scrolls.
/// </summary>
public sealed partial class FeeDetails(FundWork work)
{
    /// <summary>A distribution with one page of its lines; noted as a look. Null where there is none.</summary>
    /// <param name="user">Who looks.</param>
    /// <param name="id">The distribution.</param>
    /// <param name="search">Part of a name or of a staff number; null or empty for everybody.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<FeeDetail?> OpenAsync(ClaimsPrincipal user, Guid id, string? search, int page, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.ReadFund,
            async step =>
            {
                var head = await HeadAsync(step.Db, id, cancellationToken);
                if (head is null)
                {
                    return null;
                }

                step.Note(FundActions.FeesSeen, id, $"rincian {FeeDistributions.CaptionOf(head.DecreeNumber)}");
                return head with
                {
                    Components = await ComponentsAsync(step.Db, id, cancellationToken),
                    People = await PeopleAsync(step.Db, id, search?.Trim() ?? string.Empty, page, cancellationToken),
                    Transfer = await TransferAsync(step.Db, id, cancellationToken),
                };
            },
            cancellationToken
        );

    // What stands for other characters in LIKE, on one database or the other.
    [GeneratedRegex(@"[\\%_\[]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Wildcards();

    private static IQueryable<FeePayment> PaymentsOf(PortalDbContext db, Guid id) =>
        db.FeeDistributions.AsNoTracking().Where(distribution => distribution.Id == id).SelectMany(distribution => distribution.Payments);

    private static Task<FeeDetail?> HeadAsync(PortalDbContext db, Guid id, CancellationToken cancellationToken) =>
        db
            .FeeDistributions.AsNoTracking()
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
                Kept = new Rupiah(
                    db.FeeRecipients.Where(recipient => recipient.DistributionId == id).Sum(recipient => (long)(object)recipient.Kept)
                ),
                ReversalReason = distribution.ReversalReason,
                Months = distribution.Months,
                DeductionsOn = distribution.DeductionsOn,
                Deducted = distribution.Deducted,
                RemittedOn = distribution.RemittedOn,
                RemittanceReference = distribution.RemittanceReference,
                ReversedBy = distribution.ReversedBy == null ? null : distribution.ReversedBy.Name,
                ReversedAt = distribution.ReversedAt,
                IsReturned = distribution.IsReturned,
                Revision = distribution.Revision,
            })
            .FirstOrDefaultAsync(cancellationToken);

    private static async Task<IReadOnlyList<FeeComponentRow>> ComponentsAsync(
        PortalDbContext db,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var components = await db
            .FeeDistributions.AsNoTracking()
            .Where(distribution => distribution.Id == id)
            .Select(distribution => distribution.Components)
            .FirstAsync(cancellationToken);
        var sums = await PaymentsOf(db, id)
            .GroupBy(payment => payment.Component)
            .Select(payments => new
            {
                payments.Key,
                Staff = payments.Count(),
                Amount = payments.Sum(payment => (long)(object)payment.Amount),
            })
            .ToDictionaryAsync(sum => sum.Key, cancellationToken);
        return
        [
            .. components.Select(component => new FeeComponentRow(
                component,
                sums[component.Code].Staff,
                new Rupiah(sums[component.Code].Amount)
            )),
        ];
    }

    private static async Task<FeeTransferSums> TransferAsync(PortalDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var list = await FeePayrollDesk.ListAsync(db, id, cancellationToken);
        var transfer = new FeeTransferList(list!, await FeePayrollDesk.RegisterAsync(db, cancellationToken));
        return new FeeTransferSums(transfer.SentCount, transfer.Sent, transfer.ByHandCount, transfer.ByHand);
    }

    private static async Task<FeePersonPage> PeopleAsync(
        PortalDbContext db,
        Guid id,
        string search,
        int page,
        CancellationToken cancellationToken
    )
    {
        var people = db.FeeRecipients.AsNoTracking().Where(recipient => recipient.DistributionId == id);
        if (search.Length > 0)
        {
            var pattern = $"%{Wildcards().Replace(search, @"\$0")}%";
            people = people.Where(recipient =>
                EF.Functions.Like(recipient.Name, pattern, @"\") || EF.Functions.Like(recipient.StaffId, pattern, @"\")
            );
        }

        var count = await people.CountAsync(cancellationToken);
        var shown = FeePersonPage.Clamp(page, count);
        var gross = await people.SumAsync(recipient => (long)(object)recipient.Gross, cancellationToken);
        var deducted = await people.SumAsync(
            recipient => (long)(object)recipient.Deducted + (long)(object)recipient.Kept,
            cancellationToken
        );
        var rows = await people
            .OrderBy(recipient => recipient.StaffId)
            .Skip((shown - 1) * FeePersonPage.Size)
            .Take(FeePersonPage.Size)
            .ToListAsync(cancellationToken);
        var numbers = rows.ConvertAll(recipient => recipient.StaffId);
        var lines = (
            await PaymentsOf(db, id)
                .Where(payment => numbers.Contains(payment.StaffId))
                .OrderBy(payment => payment.Component)
                .ToListAsync(cancellationToken)
        ).ToLookup(payment => payment.StaffId);
        return new FeePersonPage(
            [
                .. rows.Select(recipient => new FeePersonRow(
                    recipient,
                    [
                        .. lines[recipient.StaffId]
                            .Select(payment => new FeeLineRow(
                                payment.Component,
                                payment.Points.Replace('.', ','),
                                payment.Amount,
                                payment.Explanation
                            )),
                    ]
                )),
            ],
            count,
            new Rupiah(gross),
            new Rupiah(deducted),
            shown,
            search
        );
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

    /// <summary>What is kept back of those who owe something of a cancelled distribution, before the payment and after it.</summary>
    public required Rupiah Kept { get; init; }

    /// <summary>Why it was reversed, or shall be while <see cref="IsReversalProposed"/>; null where neither is so.</summary>
    public required string? ReversalReason { get; init; }

    /// <summary>Whether finance proposed to reverse it and the Director has not decided.</summary>
    public bool IsReversalProposed => ReversalReason is not null && Status != FeeDistributionStatus.Reversed;

    /// <summary>How often it was changed.</summary>
    public required int Revision { get; init; }

    /// <summary>The components in the order of the decree.</summary>
    public IReadOnlyList<FeeComponentRow> Components { get; init; } = [];

    /// <summary>The claim months, in order.</summary>
    public IReadOnlyList<FiscalMonth> Months { get; init; } = [];

    /// <summary>The day the deductions were reckoned for.</summary>
    public DateOnly? DeductionsOn { get; init; }

    /// <summary>What is kept back.</summary>
    public Rupiah Deducted { get; init; }

    /// <summary>What is paid out.</summary>
    public Rupiah Net => Pool - Deducted - Kept;

    /// <summary>The day the deductions were paid; null until they were.</summary>
    public DateOnly? RemittedOn { get; init; }

    /// <summary>The proof of that payment.</summary>
    public string? RemittanceReference { get; init; }

    /// <summary>Who took it back; null while it stands.</summary>
    public string? ReversedBy { get; init; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? ReversedAt { get; init; }

    /// <summary>Whether the Director returned it instead of approving it.</summary>
    public bool IsReturned { get; init; }

    /// <summary>What the bank sends and what is paid by hand.</summary>
    public FeeTransferSums Transfer { get; init; } = new(0, Rupiah.Zero, 0, Rupiah.Zero);

    /// <summary>A page of the people.</summary>
    public FeePersonPage People { get; init; } = new([], 0, Rupiah.Zero, Rupiah.Zero, 1, string.Empty);
}

/// <summary>How a distribution reaches the staff.</summary>
/// <param name="SentCount">To how many the bank sends.</param>
/// <param name="Sent">What it sends.</param>
/// <param name="ByHandCount">How many are paid by hand because the register has no account of them.</param>
/// <param name="ByHand">What is paid by hand.</param>
public sealed record FeeTransferSums(int SentCount, Rupiah Sent, int ByHandCount, Rupiah ByHand);
