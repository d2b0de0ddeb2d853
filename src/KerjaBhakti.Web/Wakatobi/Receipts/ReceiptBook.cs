using System.Security.Claims;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Hosting;
using KerjaBhakti.Web.Wakatobi.Claims;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Receipts;

/// <summary>The payments of BPJS, each shared by the rule in force on its date as it is entered.</summary>
public sealed class ReceiptBook(FundWork work, WitaClock clock)
{
    /// <summary>The payments with their allocations, the newest first.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="from">Only those from this month on; null for all.</param>
    /// <param name="to">Only those up to this month; null for all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<IReadOnlyList<SharedReceipt>> ListAsync(
        ClaimsPrincipal user, FiscalMonth? from, FiscalMonth? to, CancellationToken cancellationToken) => work.ReadAsync<IReadOnlyList<SharedReceipt>>(
        user,
        Access.ReadFund,
        async db =>
        {
            var (first, last) = (from?.FirstDay ?? DateOnly.MinValue, to?.LastDay ?? DateOnly.MaxValue);
            var receipts = await db.Receipts.Where(receipt => receipt.ReceivedOn >= first && receipt.ReceivedOn <= last).ToListAsync(cancellationToken);
            var allocations = await db.Allocations
                .Where(allocation => allocation.ReceivedOn >= first && allocation.ReceivedOn <= last)
                .ToDictionaryAsync(allocation => allocation.ReceiptId, cancellationToken);
            return
            [
                .. receipts.OrderByDescending(receipt => receipt.ReceivedOn).ThenByDescending(receipt => receipt.Id)
                    .Select(receipt => new SharedReceipt(receipt, allocations[receipt.Id])),
            ];
        },
        cancellationToken);

    /// <summary>A payment with its allocation; null where there is none.</summary>
    public Task<SharedReceipt?> FindAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken) => work.ReadAsync(
        user,
        Access.ReadFund,
        async db => await db.Receipts.FirstOrDefaultAsync(receipt => receipt.Id == id, cancellationToken) is { } receipt
            ? new SharedReceipt(receipt, await db.Allocations.FirstAsync(allocation => allocation.ReceiptId == id, cancellationToken))
            : null,
        cancellationToken);

    /// <summary>The claims of which something is owed, the first month first, and the date in Wakatobi.</summary>
    public Task<(IReadOnlyList<ClaimMonth> Claims, DateOnly Today)> OwedAsync(ClaimsPrincipal user, CancellationToken cancellationToken) => work.ReadAsync(
        user,
        Access.ReadFund,
        async db =>
        {
            var claims = await db.ClaimMonths.Where(claim => claim.VerifiedOn != null).ToListAsync(cancellationToken);
            return ((IReadOnlyList<ClaimMonth>)[.. claims.Where(claim => claim.Owed > Rupiah.Zero).OrderBy(claim => claim.Month)], clock.Today);
        },
        cancellationToken);

    /// <summary>Takes a payment, shares it and books it.</summary>
    /// <param name="user">Who enters it.</param>
    /// <param name="receivedOn">When it arrived.</param>
    /// <param name="amount">What arrived, by the bank.</param>
    /// <param name="reference">The bank's reference.</param>
    /// <param name="payments">What is paid of each claim month, with the revision the page showed of it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Its key.</returns>
    /// <exception cref="FundRefusedException">No rule is in force on the date, more is paid than owed, or a claim was changed meanwhile.</exception>
    public Task<Guid> TakeAsync(
        ClaimsPrincipal user,
        DateOnly receivedOn,
        Rupiah amount,
        string reference,
        IReadOnlyList<(Guid Claim, int Seen, Rupiah Amount)> payments,
        CancellationToken cancellationToken) => work.DoAsync(
        user,
        Access.EnterFund,
        async step =>
        {
            ClaimBook.RequirePast(receivedOn, step.Today, "Tanggal penerimaan");
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

            var receipt = Take(receivedOn, amount, reference, paid);
            var allocation = Allocation.Of(receipt, rules, step.At);
            step.Db.Receipts.Add(receipt);
            step.Db.Allocations.Add(allocation);
            await step.PostAsync(
                receivedOn, $"Penerimaan BPJS {receipt.Reference}", new EntrySource(nameof(Receipt), receipt.Id), Postings.Received(receipt.Amount));
            var caption = $"penerimaan BPJS {receipt.Reference}";
            step.Note("fund.received", receipt.Id, $"BPJS {receipt.Reference}", after: receipt.Amount.ToString());
            step.Note("fund.allocated", receipt.Id, caption, after: string.Join("; ", allocation.Amounts.Select(part => $"{part.Name} {part.Amount}")));
            return receipt.Id;
        },
        cancellationToken);

    private static Receipt Take(DateOnly receivedOn, Rupiah amount, string reference, IReadOnlyList<(ClaimMonth Claim, Rupiah Amount)> paid)
    {
        try
        {
            return Receipt.Take(receivedOn, amount, reference, paid);
        }
        catch (OverflowException)
        {
            throw new FundRefusedException($"Rincian berjumlah lebih dari jumlah terbesar, {new Rupiah(Rupiah.Most)}.");
        }
    }
}

/// <summary>A payment and how it was shared.</summary>
public sealed record SharedReceipt(Receipt Receipt, Allocation Allocation);
