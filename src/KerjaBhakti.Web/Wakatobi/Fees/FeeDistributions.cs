using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Fees;

/// <summary>
/// The distributions of service fees, from the pool to the payment. Whoever looks at what a person gets is noted in the audit trail, without the amount:
/// the administrator, who reads the trail, is not to learn it there.
/// </summary>
public sealed class FeeDistributions(FundWork work)
{
    internal const string Seen = "fund.fees-seen";

    /// <summary>What there is to distribute, and every distribution, the newest first.</summary>
    public Task<FeeOverview> ListAsync(ClaimsPrincipal user, CancellationToken cancellationToken) => work.ReadAsync(
        user,
        Access.ReadFund,
        async db =>
        {
            var entries = await db.FeeDistributions
                .Select(distribution => new FeeEntry(
                    distribution.Id,
                    distribution.DecreeNumber,
                    distribution.DecreeDate,
                    distribution.Pool,
                    distribution.Payments.Select(payment => payment.StaffId).Distinct().Count(),
                    distribution.Status,
                    distribution.PaidOn))
                .ToListAsync(cancellationToken);
            return new FeeOverview(await PoolAsync(db, cancellationToken), [.. entries.OrderByDescending(entry => entry.Id)]);
        },
        cancellationToken);

    /// <summary>What a new distribution begins with: the pool, and the components of the last one.</summary>
    public Task<(FeePool Pool, IReadOnlyList<FeeComponent> Components)> BeginAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync<(FeePool, IReadOnlyList<FeeComponent>)>(
            user,
            Access.EnterFund,
            async db =>
            {
                var ids = await db.FeeDistributions
                    .Where(distribution => distribution.Status != FeeDistributionStatus.Reversed)
                    .Select(distribution => distribution.Id)
                    .ToListAsync(cancellationToken);
                var last = ids.Count == 0 ? Guid.Empty : ids.Max();
                var components = await db.FeeDistributions
                    .Where(distribution => distribution.Id == last)
                    .Select(distribution => distribution.Components)
                    .FirstOrDefaultAsync(cancellationToken);
                return (await PoolAsync(db, cancellationToken), components ?? []);
            },
            cancellationToken);

    /// <summary>Stores a distribution for the Director's approval.</summary>
    /// <returns>Its key.</returns>
    /// <exception cref="FundRefusedException">The pool is nothing, or more than is left at this moment.</exception>
    public Task<Guid> PrepareAsync(ClaimsPrincipal user, FeeCalculation calculation, CancellationToken cancellationToken) => work.DoAsync(
        user,
        Access.EnterFund,
        async step =>
        {
            var pool = await PoolAsync(step.Db, cancellationToken);
            var distribution = FeeDistribution.Prepare(calculation, pool.Available, step.By);
            step.Db.FeeDistributions.Add(distribution);
            step.Note("fund.fees-prepared", distribution.Id, Caption(distribution));
            return distribution.Id;
        },
        cancellationToken);

    /// <summary>A distribution with every amount; noted as a look. Null where there is none.</summary>
    public Task<FeeDistribution?> OpenAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken) => work.DoAsync(
        user,
        Access.ReadFund,
        async step =>
        {
            var distribution = await step.Db.FeeDistributions.AsNoTracking().FirstOrDefaultAsync(distribution => distribution.Id == id, cancellationToken);
            if (distribution is not null)
            {
                step.Note(Seen, id, $"rincian {Caption(distribution)}");
            }

            return distribution;
        },
        cancellationToken);

    /// <summary>One person's slip; noted as a look. Null where the person has none in this distribution.</summary>
    public Task<FeeSlip?> OpenSlipAsync(ClaimsPrincipal user, Guid id, string staffId, CancellationToken cancellationToken) => work.DoAsync(
        user,
        Access.ReadFund,
        async step =>
        {
            var slips = await step.Db.FeeDistributions.Where(distribution => distribution.Id == id).SlipsOfAsync(staffId, cancellationToken);
            var slip = slips.Count == 0 ? null : slips[0];
            if (slip is not null)
            {
                step.Note(Seen, id, $"slip pegawai {staffId} menurut keputusan {slip.DecreeNumber}");
            }

            return slip;
        },
        cancellationToken);

    /// <summary>The Director approves under a signed decree; from its date on the staff is owed.</summary>
    /// <exception cref="FundRefusedException">Somebody approved it before, or the date lies ahead or before the first allocation rule.</exception>
    public Task ApproveAsync(ClaimsPrincipal user, Guid id, string decreeNumber, DateOnly decreeDate, CancellationToken cancellationToken) => ChangeAsync(
        user,
        Access.ApproveFund,
        id,
        async (step, distribution) =>
        {
            distribution.Approve(step.By, decreeNumber, decreeDate, step.At);
            var first = await step.Db.AllocationRules.MinAsync(rule => rule.EffectiveFrom, cancellationToken);
            if (decreeDate > step.Today || decreeDate < first)
            {
                throw new FundRefusedException(decreeDate > step.Today
                    ? "Tanggal keputusan belum tiba; isikan tanggal keputusan yang sudah ditandatangani."
                    : "Tanggal keputusan mendahului aturan pembagian yang pertama; periksa tahunnya.");
            }

            await step.PostAsync(decreeDate, $"Persetujuan {Caption(distribution)}", SourceOf(id), Postings.FeesApproved(distribution.Pool));
            step.Note("fund.fees-approved", id, Caption(distribution));
        },
        cancellationToken);

    /// <summary>Records the payment.</summary>
    /// <exception cref="FundRefusedException">It is not approved, is paid already, or the day lies ahead or before the decree.</exception>
    public Task PayAsync(ClaimsPrincipal user, Guid id, DateOnly on, CancellationToken cancellationToken) => ChangeAsync(
        user,
        Access.EnterFund,
        id,
        async (step, distribution) =>
        {
            distribution.Pay(on);
            if (on > step.Today)
            {
                throw new FundRefusedException("Tanggal bayar belum tiba; catat pembayaran setelah uangnya keluar.");
            }

            await step.PostAsync(on, $"Pembayaran {Caption(distribution)}", SourceOf(id), Postings.FeesPaid(distribution.Pool));
            step.Note("fund.fees-paid", id, Caption(distribution), after: Components.Shared.Indonesian.DateInFull(on));
        },
        cancellationToken);

    /// <summary>Finance takes back what nobody approved; its pool can be distributed again.</summary>
    /// <param name="user">Who does it.</param>
    /// <param name="id">The distribution.</param>
    /// <param name="seen">The revision the page showed: one that was approved meanwhile is looked at again.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FundRefusedException">It changed meanwhile, was approved or reversed already, or there is no reason.</exception>
    public Task ReverseAsync(ClaimsPrincipal user, Guid id, int seen, string reason, CancellationToken cancellationToken) => ChangeAsync(
        user,
        Access.EnterFund,
        id,
        (step, distribution) =>
        {
            FundWork.RequireSeen(seen, distribution.Revision);
            distribution.Reverse(reason);
            step.Note("fund.fees-reversed", id, Caption(distribution), after: distribution.ReversalReason!);
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <summary>Finance proposes to take back what was approved or paid. Nothing moves before the Director has decided.</summary>
    /// <exception cref="FundRefusedException">It changed meanwhile, is not approved, or there is no reason.</exception>
    public Task ProposeReversalAsync(ClaimsPrincipal user, Guid id, int seen, string reason, CancellationToken cancellationToken) => ChangeAsync(
        user,
        Access.EnterFund,
        id,
        (step, distribution) =>
        {
            FundWork.RequireSeen(seen, distribution.Revision);
            distribution.ProposeReversal(reason);
            step.Note("fund.fees-reversal-proposed", id, Caption(distribution), after: distribution.ReversalReason!);
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <summary>The Director agrees to the proposal: the entries in the books are reversed, and the pool can be distributed again.</summary>
    /// <exception cref="FundRefusedException">It changed meanwhile, nothing was proposed, or this month is closed.</exception>
    public Task ConfirmReversalAsync(ClaimsPrincipal user, Guid id, int seen, CancellationToken cancellationToken) => ChangeAsync(
        user,
        Access.ApproveFund,
        id,
        async (step, distribution) =>
        {
            FundWork.RequireSeen(seen, distribution.Revision);
            distribution.ConfirmReversal();
            await step.ReverseAsync(id, step.Today, distribution.ReversalReason!);
            step.Note("fund.fees-reversed", id, Caption(distribution), after: distribution.ReversalReason!);
        },
        cancellationToken);

    /// <summary>The Director declines the proposal; the distribution stands.</summary>
    /// <exception cref="FundRefusedException">It changed meanwhile, or nothing was proposed.</exception>
    public Task DeclineReversalAsync(ClaimsPrincipal user, Guid id, int seen, CancellationToken cancellationToken) => ChangeAsync(
        user,
        Access.ApproveFund,
        id,
        (step, distribution) =>
        {
            FundWork.RequireSeen(seen, distribution.Revision);
            var reason = distribution.ReversalReason ?? string.Empty;
            distribution.DeclineReversal();
            step.Note("fund.fees-reversal-declined", id, Caption(distribution), after: reason);
            return Task.CompletedTask;
        },
        cancellationToken);

    internal static string CaptionOf(string decreeNumber) => $"jasa pelayanan menurut keputusan {decreeNumber}";

    private static async Task<FeePool> PoolAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var allocations = await db.Allocations.AsNoTracking().ToListAsync(cancellationToken);
        var taken = await db.FeeDistributions
            .Where(distribution => distribution.Status != FeeDistributionStatus.Reversed)
            .Select(distribution => distribution.Pool)
            .ToListAsync(cancellationToken);
        return new FeePool(allocations.Sum(allocation => allocation.For(FundPurpose.Fees)), taken.Sum());
    }

    private static string Caption(FeeDistribution distribution) => CaptionOf(distribution.DecreeNumber);

    private static EntrySource SourceOf(Guid id) => new(nameof(FeeDistribution), id);

    private Task ChangeAsync(
        ClaimsPrincipal user, string policy, Guid id, Func<FundStep, FeeDistribution, Task> change, CancellationToken cancellationToken) => work.DoAsync(
        user,
        policy,
        async step => await change(
            step,
            await step.Db.FeeDistributions.FirstOrDefaultAsync(distribution => distribution.Id == id, cancellationToken)
                ?? throw new FundRefusedException("Pembagian ini tidak ada.")),
        cancellationToken);
}

/// <summary>The fees' share of everything received, and what distributions took of it.</summary>
/// <param name="Allocated">What the allocations gave to fees.</param>
/// <param name="Taken">The pools of all distributions that were not reversed.</param>
public sealed record FeePool(Rupiah Allocated, Rupiah Taken)
{
    /// <summary>What is left.</summary>
    public Rupiah Available => Allocated - Taken;
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
public sealed record FeeEntry(Guid Id, string DecreeNumber, DateOnly? DecreeDate, Rupiah Pool, int Staff, FeeDistributionStatus Status, DateOnly? PaidOn);
