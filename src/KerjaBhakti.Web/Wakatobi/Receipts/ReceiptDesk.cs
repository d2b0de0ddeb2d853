using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Claims;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Receipts;

/// <summary>The payments of BPJS, each shared by the rule in force on its date as it is entered.</summary>
public sealed class ReceiptDesk(FundWork work, WitaClock clock)
{
    /// <summary>
    /// What was shared, and what was taken back of it, each on its own day, the newest first: their sums are what the books and the reports
    /// say.
    /// </summary>
    /// <param name="user">Who asks.</param>
    /// <param name="from">Only from this month on; null for all.</param>
    /// <param name="to">Only up to this month; null for all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<IReadOnlyList<ReceiptRow>> ListAsync(
        ClaimsPrincipal user,
        FiscalMonth? from,
        FiscalMonth? to,
        CancellationToken cancellationToken
    ) =>
        work.ReadAsync<IReadOnlyList<ReceiptRow>>(
            user,
            Access.ReadFund,
            async db =>
            {
                var (first, last) = (from?.FirstDay ?? DateOnly.MinValue, to?.LastDay ?? DateOnly.MaxValue);
                var allocations = await db
                    .Allocations.Where(allocation => allocation.On >= first && allocation.On <= last)
                    .ToListAsync(cancellationToken);
                var receipts = await db.Receipts.ToDictionaryAsync(receipt => receipt.Id, cancellationToken);
                var reversals = (
                    await db.ReceiptReversals.Where(reversal => reversal.Status != ReversalStatus.Declined).ToListAsync(cancellationToken)
                ).ToDictionary(reversal => reversal.ReceiptId);
                return
                [
                    .. allocations
                        .OrderByDescending(allocation => allocation.On)
                        .ThenByDescending(allocation => allocation.Id)
                        .Select(allocation => new ReceiptRow(
                            receipts[allocation.ReceiptId],
                            allocation,
                            reversals.GetValueOrDefault(allocation.ReceiptId)?.Status
                        )),
                ];
            },
            cancellationToken
        );

    /// <summary>A payment with its allocation; null where there is none.</summary>
    public Task<SharedReceipt?> FindAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            async db =>
                await db.Receipts.FirstOrDefaultAsync(receipt => receipt.Id == id, cancellationToken) is { } receipt
                    ? new SharedReceipt(
                        receipt,
                        await db.Allocations.FirstAsync(
                            allocation => allocation.ReceiptId == id && !allocation.IsReversal,
                            cancellationToken
                        ),
                        await db
                            .ReceiptReversals.Where(reversal => reversal.ReceiptId == id)
                            .OrderBy(reversal => reversal.Id)
                            .ToListAsync(cancellationToken)
                    )
                    : null,
            cancellationToken
        );

    /// <summary>The claim months something was paid of, which BPJS can take back from, the newest first.</summary>
    public Task<IReadOnlyList<ClaimMonth>> PaidAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            async db =>
                (IReadOnlyList<ClaimMonth>)
                    [
                        .. (await db.ClaimMonths.Where(claim => claim.VerifiedOn != null).ToListAsync(cancellationToken)).OrderByDescending(
                            claim => claim.Key
                        ),
                    ],
            cancellationToken
        );

    /// <summary>The claims of which something is owed, the first month first, and the date in Wakatobi.</summary>
    public Task<(IReadOnlyList<ClaimMonth> Claims, DateOnly Today)> OwedAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            async db =>
            {
                var claims = await db.ClaimMonths.Where(claim => claim.VerifiedOn != null).ToListAsync(cancellationToken);
                return (
                    (IReadOnlyList<ClaimMonth>)[.. claims.Where(claim => claim.Owed > Rupiah.Zero).OrderBy(claim => claim.Key)],
                    clock.Today
                );
            },
            cancellationToken
        );

    /// <summary>Takes a payment, shares it and books it.</summary>
    /// <param name="user">Who enters it.</param>
    /// <param name="receivedOn">When it arrived.</param>
    /// <param name="amount">What arrived, by the bank; negative where the hospital paid back to BPJS.</param>
    /// <param name="reference">The bank's reference.</param>
    /// <param name="payments">What is paid of each claim month, with the revision the page showed of it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="deductions">What BPJS kept back; none where it is left out.</param>
    /// <returns>Its key.</returns>
    /// <exception cref="FundRefusedException">No rule is in force on the date, more is paid than owed, the reference was used, or a claim
    /// was changed meanwhile.</exception>
    public Task<Guid> TakeAsync(
        ClaimsPrincipal user,
        DateOnly receivedOn,
        Rupiah amount,
        string reference,
        IReadOnlyList<(Guid Claim, int Seen, Rupiah Amount)> payments,
        CancellationToken cancellationToken,
        IReadOnlyList<DeductionForm>? deductions = null
    ) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                PastDay.Require(receivedOn, step.Today, "Tanggal penerimaan");
                var rules = new AllocationRules(await step.Db.AllocationRules.ToListAsync(cancellationToken));
                _ = rules.InForceOn(receivedOn);
                var paid = new List<(ClaimMonth Claim, Rupiah Amount)>();
                foreach (var payment in payments)
                {
                    var claim = await step.Db.ClaimMonths.FirstOrDefaultAsync(claim => claim.Id == payment.Claim, cancellationToken)
                        ?? throw new FundRefusedException("Klaim yang dibayar tidak ada.");
                    FundWork.RequireSeen(payment.Seen, claim.Revision);
                    paid.Add((claim, payment.Amount));
                }

                var kept = new List<DeductionEntry>();
                foreach (var deduction in deductions ?? [])
                {
                    var claim = await step.Db.ClaimMonths.FirstOrDefaultAsync(item => item.Id == deduction.Claim, cancellationToken)
                        ?? throw new FundRefusedException("Pilih bulan klaim yang dipotong.");
                    kept.Add(new DeductionEntry(claim, deduction.Amount, deduction.Reason, deduction.Document));
                }

                var receipt = Take(receivedOn, amount, reference, paid, kept);
                await BankReferences.RequireNewAsync(step.Db, receipt.Reference, cancellationToken);
                var allocation = Allocation.Of(receipt, rules, step.At);
                step.Db.Receipts.Add(receipt);
                step.Db.Allocations.Add(allocation);
                await step.PostAsync(
                    receivedOn,
                    $"Penerimaan BPJS {receipt.Reference}",
                    new EntrySource(nameof(Receipt), receipt.Id),
                    Postings.Received(receipt.Gross, receipt.Amount)
                );
                var caption = $"penerimaan BPJS {receipt.Reference}";
                var potongan = receipt.Deducted > Rupiah.Zero ? $" (bruto {receipt.Gross}, potongan {receipt.Deducted})" : string.Empty;
                step.Note(FundActions.Received, receipt.Id, $"BPJS {receipt.Reference}", after: $"{receipt.Amount}{potongan}");
                step.Note(
                    FundActions.Allocated,
                    receipt.Id,
                    caption,
                    after: string.Join("; ", allocation.Amounts.Select(part => $"{part.Name} {part.Amount}"))
                );
                return receipt.Id;
            },
            cancellationToken
        );

    /// <summary>Finance proposes to take a wrong receipt back. Nothing moves before the Director has decided.</summary>
    /// <param name="user">Who proposes it.</param>
    /// <param name="id">The receipt.</param>
    /// <param name="on">The day it is to be taken back in the books.</param>
    /// <param name="reason">What was wrong.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FundRefusedException">It was taken back or proposed already, the day cannot be, or there is no reason.</exception>
    public Task ProposeReversalAsync(ClaimsPrincipal user, Guid id, DateOnly on, string reason, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                PastDay.Require(on, step.Today, "Tanggal pembatalan");
                var receipt = await LoadAsync(step, id, cancellationToken);
                var before = await step
                    .Db.ReceiptReversals.Where(item => item.ReceiptId == id && item.Status != ReversalStatus.Declined)
                    .ToListAsync(cancellationToken);
                if (before is [var known, ..])
                {
                    throw new FundRefusedException(
                        known.Status == ReversalStatus.Confirmed
                            ? $"Penerimaan {receipt.Reference} sudah dibatalkan: {known.Reason}"
                            : $"Pembatalan penerimaan {receipt.Reference} sudah diusulkan dan menunggu keputusan Direktur."
                    );
                }

                (await step.YearOfAsync(on)).RequireOpen(on);
                var reversal = ReceiptReversal.Propose(receipt, on, reason, step.By, step.At);
                step.Db.ReceiptReversals.Add(reversal);
                step.Note(FundActions.ReceiptReversalProposed, id, CaptionOf(receipt), after: reversal.Reason);
            },
            cancellationToken
        );

    /// <summary>
    /// The Director agrees: the entry is reversed on the day proposed, the allocation with it, and the claim months are owed again. Where
    /// its fees were paid already a shortfall remains, which the next receipts make up.
    /// </summary>
    /// <exception cref="FundRefusedException">It was decided meanwhile, the month is closed, or the bank would fall below zero.</exception>
    public Task ConfirmReversalAsync(ClaimsPrincipal user, Guid reversal, int seen, CancellationToken cancellationToken) =>
        DecideAsync(
            user,
            reversal,
            seen,
            async (step, proposed, receipt) =>
            {
                proposed.Confirm(step.By, step.At);
                var months = receipt
                    .Items.Select(item => item.ClaimMonthId)
                    .Concat(receipt.Deductions.Select(item => item.ClaimMonthId))
                    .Distinct()
                    .ToList();
                receipt.TakeBack(
                    await step.Db.ClaimMonths.Where(claim => months.Contains(claim.Id)).ToListAsync(cancellationToken),
                    await LastPaidAsync(step.Db, receipt, cancellationToken)
                );
                var allocation = await step.Db.Allocations.FirstAsync(
                    item => item.ReceiptId == receipt.Id && !item.IsReversal,
                    cancellationToken
                );
                step.Db.Allocations.Add(Allocation.ReversalOf(allocation, proposed.On, step.At));
                await step.ReverseAsync(receipt.Id, proposed.On, proposed.Reason);
                step.Note(FundActions.ReceiptReversed, receipt.Id, CaptionOf(receipt), after: proposed.Reason);
            },
            cancellationToken
        );

    /// <summary>The Director declines; the receipt stands.</summary>
    /// <exception cref="FundRefusedException">It was decided meanwhile, or there is no reason.</exception>
    public Task DeclineReversalAsync(ClaimsPrincipal user, Guid reversal, int seen, string reason, CancellationToken cancellationToken) =>
        DecideAsync(
            user,
            reversal,
            seen,
            (step, proposed, receipt) =>
            {
                proposed.Decline(step.By, reason, step.At);
                step.Note(FundActions.ReceiptReversalDeclined, receipt.Id, CaptionOf(receipt), after: proposed.DeclineReason!);
                return Task.CompletedTask;
            },
            cancellationToken
        );

    private static string CaptionOf(Receipt receipt) => $"penerimaan BPJS {receipt.Reference}";

    private static async Task<Receipt> LoadAsync(FundStep step, Guid id, CancellationToken cancellationToken) =>
        await step.Db.Receipts.FirstOrDefaultAsync(item => item.Id == id, cancellationToken)
        ?? throw new FundRefusedException("Penerimaan itu tidak ada.");

    /// <summary>When each claim month of a receipt was last paid by another one that stands.</summary>
    private static async Task<Dictionary<Guid, DateOnly>> LastPaidAsync(
        PortalDbContext db,
        Receipt receipt,
        CancellationToken cancellationToken
    )
    {
        var months = receipt.Items.Select(item => item.ClaimMonthId).ToList();
        var others = await db
            .Receipts.AsNoTracking()
            .Where(item =>
                item.Id != receipt.Id
                && item.Items.Any(paid => months.Contains(paid.ClaimMonthId))
                && !db.ReceiptReversals.Any(reversal => reversal.ReceiptId == item.Id && reversal.Status == ReversalStatus.Confirmed)
            )
            .ToListAsync(cancellationToken);
        return others
            .SelectMany(other => other.Items.Select(item => (item.ClaimMonthId, other.ReceivedOn)))
            .GroupBy(item => item.ClaimMonthId)
            .ToDictionary(items => items.Key, items => items.Max(item => item.ReceivedOn));
    }

    private Task DecideAsync(
        ClaimsPrincipal user,
        Guid id,
        int seen,
        Func<FundStep, ReceiptReversal, Receipt, Task> decide,
        CancellationToken cancellationToken
    ) =>
        work.DoAsync(
            user,
            Access.ApproveFund,
            async step =>
            {
                var proposed = await step.Db.ReceiptReversals.FirstOrDefaultAsync(item => item.Id == id, cancellationToken)
                    ?? throw new FundRefusedException("Usulan pembatalan itu tidak ada.");
                FundWork.RequireSeen(seen, proposed.Revision);
                await decide(step, proposed, await LoadAsync(step, proposed.ReceiptId, cancellationToken));
            },
            cancellationToken
        );

    private static Receipt Take(
        DateOnly receivedOn,
        Rupiah amount,
        string reference,
        IReadOnlyList<(ClaimMonth Claim, Rupiah Amount)> paid,
        IReadOnlyList<DeductionEntry> kept
    )
    {
        try
        {
            return Receipt.Take(receivedOn, amount, reference, paid, kept);
        }
        catch (OverflowException)
        {
            throw new FundRefusedException($"Rincian berjumlah lebih dari jumlah terbesar, {new Rupiah(Rupiah.Most)}.");
        }
    }
}

/// <summary>What BPJS kept back, as a form has it.</summary>
/// <param name="Claim">The claim month it concerns.</param>
/// <param name="Amount">How much.</param>
/// <param name="Reason">Why.</param>
/// <param name="Document">The number of BPJS's document.</param>
public sealed record DeductionForm(Guid Claim, Rupiah Amount, string Reason, string Document);

/// <summary>A payment and how it was shared.</summary>
/// <param name="Receipt">The payment.</param>
/// <param name="Allocation">How it was shared as it was entered.</param>
/// <param name="Reversals">The proposals to take it back, the oldest first.</param>
public sealed record SharedReceipt(Receipt Receipt, Allocation Allocation, IReadOnlyList<ReceiptReversal> Reversals)
{
    /// <summary>The reversal that was decided or waits; null where the receipt stands.</summary>
    public ReceiptReversal? Reversal => Reversals.FirstOrDefault(reversal => reversal.Status != ReversalStatus.Declined);

    /// <summary>Whether it was taken back.</summary>
    public bool IsReversed => Reversal is { Status: ReversalStatus.Confirmed };
}

/// <summary>A payment in the list, or what was taken back of one.</summary>
/// <param name="Receipt">The payment.</param>
/// <param name="Allocation">How it was shared, or taken back.</param>
/// <param name="Reversal">Where taking it back stands; null where nobody proposed it.</param>
public sealed record ReceiptRow(Receipt Receipt, Allocation Allocation, ReversalStatus? Reversal)
{
    /// <summary>What it pays of claims before deductions; negative where it is taken back.</summary>
    public Rupiah Gross => Allocation.IsReversal ? -Receipt.Gross : Receipt.Gross;

    /// <summary>What BPJS kept back.</summary>
    public Rupiah Deducted => Allocation.IsReversal ? -Receipt.Deducted : Receipt.Deducted;
}
