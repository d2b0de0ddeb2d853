using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Fees;

/// <summary>
/// The distributions of service fees, from the pool to the payment. Whoever looks at what a person gets is noted in the audit trail,
/// without the amount: the administrator, who reads the trail, is not to learn it there.
/// </summary>
public sealed class FeeDistributions(FundWork work)
{
    /// <summary>What there is to distribute, and every distribution, the newest first.</summary>
    public Task<FeeOverview> ListAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            async db =>
            {
                var entries = await db
                    .FeeDistributions.Select(distribution => new FeeEntry(
                        distribution.Id,
                        distribution.DecreeNumber,
                        distribution.DecreeDate,
                        distribution.Pool,
                        distribution.Payments.Select(payment => payment.StaffId).Distinct().Count(),
                        distribution.Status,
                        distribution.PaidOn
                    )
                    {
                        Months = distribution.Months,
                        Deducted = distribution.Deducted,
                        IsReturned = distribution.IsReturned,
                    })
                    .ToListAsync(cancellationToken);
                return new FeeOverview(await PoolAsync(db, cancellationToken), [.. entries.OrderByDescending(entry => entry.Id)]);
            },
            cancellationToken
        );

    /// <summary>The fees' share of everything received, and what distributions took of it.</summary>
    public Task<FeePool> PoolAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync(user, Access.ReadFund, db => PoolAsync(db, cancellationToken), cancellationToken);

    /// <summary>Stores a distribution for the Director's approval.</summary>
    /// <param name="user">Who does it.</param>
    /// <param name="calculation">What was calculated.</param>
    /// <param name="months">The claim months whose fees it distributes.</param>
    /// <param name="paymentOn">The day it shall be paid: the deductions are those in force then.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Its key.</returns>
    /// <exception cref="FundRefusedException">The pool is nothing, or more than is left at this moment; a month has no claim; somebody is
    /// not in the register.</exception>
    public Task<Guid> PrepareAsync(
        ClaimsPrincipal user,
        FeeCalculation calculation,
        IReadOnlyList<FiscalMonth> months,
        DateOnly paymentOn,
        CancellationToken cancellationToken
    ) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                var pool = await PoolAsync(step.Db, cancellationToken);
                await FeePayrollDesk.RequireClaimsAsync(step.Db, months, cancellationToken);
                var (register, rules) = await FeePayrollDesk.LawAsync(step.Db, cancellationToken);
                var owed = StaffReceivable.OwedBy(await OwedAsync(step.Db).ToListAsync(cancellationToken));
                FeePayroll PayrollOf(Guid id) => FeePayroll.Of(id, calculation, months, paymentOn, register, rules, owed);

                // What those who owe something give back is paid out once more.
                var distribution = FeeDistribution.Prepare(calculation, pool.Held + PayrollOf(Guid.Empty).Kept, step.By);
                var payroll = PayrollOf(distribution.Id);
                distribution.Take(payroll);
                step.Db.FeeDistributions.Add(distribution);
                step.Db.FeeRecipients.AddRange(payroll.Recipients);
                step.Note(FundActions.FeesPrepared, distribution.Id, Caption(distribution));
                return distribution.Id;
            },
            cancellationToken
        );

    /// <summary>A distribution with every amount; noted as a look. Null where there is none.</summary>
    public Task<FeeDistribution?> OpenAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.ReadFund,
            async step =>
            {
                var distribution = await step
                    .Db.FeeDistributions.AsNoTracking()
                    .FirstOrDefaultAsync(distribution => distribution.Id == id, cancellationToken);
                if (distribution is not null)
                {
                    step.Note(FundActions.FeesSeen, id, $"rincian {Caption(distribution)}");
                }

                return distribution;
            },
            cancellationToken
        );

    /// <summary>One person's slip; noted as a look. Null where the person has none in this distribution.</summary>
    public Task<FeeSlip?> OpenSlipAsync(ClaimsPrincipal user, Guid id, string staffId, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.ReadFund,
            async step =>
            {
                var slips = await step
                    .Db.FeeDistributions.Where(distribution => distribution.Id == id)
                    .SlipsOfAsync(step.Db, staffId, cancellationToken);
                var slip = slips.Count == 0 ? null : slips[0];
                if (slip is not null)
                {
                    step.Note(FundActions.FeesSeen, id, $"slip pegawai {staffId} menurut keputusan {slip.DecreeNumber}");
                }

                return slip;
            },
            cancellationToken
        );

    /// <summary>The Director approves under a signed decree; from its date on the staff is owed.</summary>
    /// <exception cref="FundRefusedException">Somebody approved it before, or the date lies ahead or before the first allocation
    /// rule.</exception>
    public Task ApproveAsync(
        ClaimsPrincipal user,
        Guid id,
        string decreeNumber,
        DateOnly decreeDate,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            user,
            Access.ApproveFund,
            id,
            async (step, distribution) =>
            {
                distribution.Approve(step.By, decreeNumber, decreeDate, step.At);
                await RequireNewNumberAsync(step, distribution, cancellationToken);
                var first = await step.Db.AllocationRules.MinAsync(rule => rule.EffectiveFrom, cancellationToken);
                PastDay.Require(decreeDate, step.Today, "Tanggal keputusan");
                if (decreeDate < first)
                {
                    throw new FundRefusedException("Tanggal keputusan mendahului aturan pembagian yang pertama; periksa tahunnya.");
                }

                await step.PostAsync(
                    decreeDate,
                    $"Persetujuan {Caption(distribution)}",
                    SourceOf(id),
                    Postings.FeesApproved(distribution.Pool)
                );
                step.Note(FundActions.FeesApproved, id, Caption(distribution));
            },
            cancellationToken
        );

    /// <summary>Records the payment.</summary>
    /// <exception cref="FundRefusedException">It is not approved, is paid already, or the day lies ahead or before the decree.</exception>
    public Task PayAsync(ClaimsPrincipal user, Guid id, DateOnly on, CancellationToken cancellationToken) =>
        ChangeAsync(
            user,
            Access.EnterFund,
            id,
            async (step, distribution) =>
            {
                distribution.Pay(
                    on,
                    await OwedAsync(step.Db).ToListAsync(cancellationToken),
                    (await FeePayrollDesk.RecipientsAsync(step.Db, id, cancellationToken))
                        .Where(recipient => recipient.Kept > Rupiah.Zero)
                        .ToDictionary(recipient => recipient.StaffId, recipient => recipient.Kept, StringComparer.Ordinal)
                );
                PastDay.Require(on, step.Today, "Tanggal bayar");
                await FeePayrollDesk.RequireSameDeductionsAsync(step.Db, distribution, on, cancellationToken);
                await step.PostAsync(
                    on,
                    $"Pembayaran {Caption(distribution)}",
                    SourceOf(id),
                    Postings.FeesPaid(distribution.Pool, distribution.Deducted, distribution.Kept),
                    FundPart.Fees
                );
                var kept = distribution.Kept > Rupiah.Zero ? $", {distribution.Kept} dipotong untuk piutang pegawai" : string.Empty;
                step.Note(FundActions.FeesPaid, id, Caption(distribution), after: $"{Foundation.Indonesian.DateInFull(on)}{kept}");
            },
            cancellationToken
        );

    /// <summary>Finance takes back what nobody approved; its pool can be distributed again.</summary>
    /// <param name="user">Who does it.</param>
    /// <param name="id">The distribution.</param>
    /// <param name="seen">The revision the page showed: one that was approved meanwhile is looked at again.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FundRefusedException">It changed meanwhile, was approved or reversed already, or there is no reason.</exception>
    public Task ReverseAsync(ClaimsPrincipal user, Guid id, int seen, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(
            user,
            Access.EnterFund,
            id,
            (step, distribution) =>
            {
                FundWork.RequireSeen(seen, distribution.Revision);
                distribution.Reverse(step.By, reason, step.At);
                step.Note(FundActions.FeesReversed, id, Caption(distribution), after: distribution.ReversalReason!);
                return Task.CompletedTask;
            },
            cancellationToken
        );

    /// <summary>Finance proposes to take back what was approved or paid. Nothing moves before the Director has decided.</summary>
    /// <exception cref="FundRefusedException">It changed meanwhile, is not approved, or there is no reason.</exception>
    public Task ProposeReversalAsync(ClaimsPrincipal user, Guid id, int seen, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(
            user,
            Access.EnterFund,
            id,
            async (step, distribution) =>
            {
                FundWork.RequireSeen(seen, distribution.Revision);
                await RequireOpenYearAsync(step, distribution, cancellationToken);
                distribution.ProposeReversal(reason);
                step.Note(FundActions.FeesReversalProposed, id, Caption(distribution), after: distribution.ReversalReason!);
            },
            cancellationToken
        );

    /// <summary>
    /// The Director agrees to the proposal. What was only approved is reversed in the books, and its pool can be distributed again; what
    /// was paid becomes a receivable from each of the staff, and moves no money at the bank.
    /// </summary>
    /// <exception cref="FundRefusedException">It changed meanwhile, nothing was proposed, this month is closed, or the year it was paid
    /// in.</exception>
    public Task ConfirmReversalAsync(ClaimsPrincipal user, Guid id, int seen, CancellationToken cancellationToken) =>
        ChangeAsync(
            user,
            Access.ApproveFund,
            id,
            async (step, distribution) =>
            {
                FundWork.RequireSeen(seen, distribution.Revision);
                await RequireOpenYearAsync(step, distribution, cancellationToken);
                distribution.ConfirmReversal(step.By, step.At);
                if (distribution.PaidOn is null)
                {
                    await step.ReverseAsync(id, step.Today, distribution.ReversalReason!);
                }
                else
                {
                    var recipients = await FeePayrollDesk.RecipientsAsync(step.Db, id, cancellationToken);
                    var owed = StaffReceivable.Of(
                        distribution,
                        step.Today,
                        recipients.ToDictionary(recipient => recipient.StaffId, recipient => recipient.Deducted, StringComparer.Ordinal)
                    );
                    step.Db.StaffReceivables.AddRange(owed);
                    await step.PostAsync(
                        step.Today,
                        $"Pembatalan {Caption(distribution)}: piutang pegawai",
                        SourceOf(id),
                        Postings.FeesCancelled(owed.Sum(receivable => receivable.Amount))
                    );
                }

                step.Note(FundActions.FeesReversed, id, Caption(distribution), after: distribution.ReversalReason!);
            },
            cancellationToken
        );

    /// <summary>The Director declines the proposal; the distribution stands.</summary>
    /// <exception cref="FundRefusedException">It changed meanwhile, or nothing was proposed.</exception>
    public Task DeclineReversalAsync(ClaimsPrincipal user, Guid id, int seen, CancellationToken cancellationToken) =>
        ChangeAsync(
            user,
            Access.ApproveFund,
            id,
            (step, distribution) =>
            {
                FundWork.RequireSeen(seen, distribution.Revision);
                var reason = distribution.ReversalReason ?? string.Empty;
                distribution.DeclineReversal();
                step.Note(FundActions.FeesReversalDeclined, id, Caption(distribution), after: reason);
                return Task.CompletedTask;
            },
            cancellationToken
        );

    internal static string CaptionOf(string decreeNumber) => $"jasa pelayanan menurut keputusan {decreeNumber}";

    internal static async Task<FeePool> PoolAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var allocations = await db.Allocations.AsNoTracking().ToListAsync(cancellationToken);
        var taken = await db
            .FeeDistributions.Where(distribution => distribution.Status != FeeDistributionStatus.Reversed)
            .Select(distribution => distribution.Pool)
            .ToListAsync(cancellationToken);
        var owed = await OwedAsync(db).AsNoTracking().ToListAsync(cancellationToken);
        return new FeePool(
            allocations.Sum(allocation => allocation.For(FundPurpose.Fees)),
            taken.Sum(),
            owed.Sum(receivable => receivable.Left)
        );
    }

    private static IQueryable<StaffReceivable> OwedAsync(PortalDbContext db) =>
        db.StaffReceivables.Where(receivable => receivable.Settled != receivable.Amount);

    private static async Task RequireOpenYearAsync(FundStep step, FeeDistribution distribution, CancellationToken cancellationToken)
    {
        var year = distribution.PaidOn?.Year;
        var closed = await step.Db.FiscalYears.AnyAsync(item => item.Year == year && item.ClosedAt != null, cancellationToken);
        if (distribution.WhyNotCancel(closed) is { } problem)
        {
            throw new FundRefusedException(problem);
        }
    }

    /// <summary>A signed decree distributes once; one that was cancelled gives its number back.</summary>
    private static async Task RequireNewNumberAsync(FundStep step, FeeDistribution distribution, CancellationToken cancellationToken)
    {
        var id = distribution.Id;
        if (
            await step
                .Db.FeeDistributions.Where(FundNumber.Is<FeeDistribution>(other => other.DecreeNumber, distribution.DecreeNumber))
                .FirstOrDefaultAsync(
                    other =>
                        other.Id != id && (other.Status == FeeDistributionStatus.Approved || other.Status == FeeDistributionStatus.Paid),
                    cancellationToken
                ) is
            { } used
        )
        {
            throw new FundRefusedException(
                $"Nomor keputusan {distribution.DecreeNumber} sudah dipakai pembagian {used.Pool} tanggal "
                    + $"{Foundation.Indonesian.DateInFull(used.DecreeDate!.Value)}."
            );
        }
    }

    internal static string Caption(FeeDistribution distribution) => CaptionOf(distribution.DecreeNumber);

    internal static EntrySource SourceOf(Guid id) => new(nameof(FeeDistribution), id);

    private Task ChangeAsync(
        ClaimsPrincipal user,
        string policy,
        Guid id,
        Func<FundStep, FeeDistribution, Task> change,
        CancellationToken cancellationToken
    ) =>
        work.DoAsync(
            user,
            policy,
            async step =>
                await change(
                    step,
                    await step.Db.FeeDistributions.FirstOrDefaultAsync(distribution => distribution.Id == id, cancellationToken)
                        ?? throw new FundRefusedException("Pembagian ini tidak ada.")
                ),
            cancellationToken
        );
}

/// <summary>The fees' share of everything received, and what distributions took of it.</summary>
/// <param name="Allocated">What the allocations gave to fees.</param>
/// <param name="Taken">The pools of all distributions that were not reversed.</param>
/// <param name="Owed">What the staff still has to give back of cancelled distributions.</param>
public sealed record FeePool(Rupiah Allocated, Rupiah Taken, Rupiah Owed)
{
    /// <summary>
    /// What is left, with what the staff owes: a distribution to those who owe keeps it back. Negative where receipts were taken back after
    /// their fees were distributed; the next receipts make it up.
    /// </summary>
    public Rupiah Available => Allocated - Taken;

    /// <summary>What of it is at the bank.</summary>
    public Rupiah Held => Available - Owed;
}

/// <summary>What there is to distribute, and what was distributed.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Entries">The distributions, the newest first.</param>
public sealed record FeeOverview(FeePool Pool, IReadOnlyList<FeeEntry> Entries);

/// <summary>A distribution in the list.</summary>
/// <param name="Id">Its key.</param>
/// <param name="DecreeNumber">The number of the decree or of its draft.</param>
/// <param name="DecreeDate">Its date; null until it is approved.</param>
/// <param name="Pool">What is distributed.</param>
/// <param name="Staff">To how many.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="PaidOn">The day it was paid; null until it was.</param>
public sealed record FeeEntry(
    Guid Id,
    string DecreeNumber,
    DateOnly? DecreeDate,
    Rupiah Pool,
    int Staff,
    FeeDistributionStatus Status,
    DateOnly? PaidOn
)
{
    /// <summary>The claim months, in order.</summary>
    public IReadOnlyList<FiscalMonth> Months { get; init; } = [];

    /// <summary>What is kept back.</summary>
    public Rupiah Deducted { get; init; }

    /// <summary>Whether the Director returned it instead of approving it.</summary>
    public bool IsReturned { get; init; }
}
