using System.Security.Claims;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Claims;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Fees;

/// <summary>What the staff has to give back of cancelled distributions, and that it did.</summary>
public sealed class StaffReceivables(FundWork work)
{
    /// <summary>Every receivable, those that are still owed first, the newest first; noted as a look where there is any.</summary>
    public Task<IReadOnlyList<StaffReceivable>> ListAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.DoAsync<IReadOnlyList<StaffReceivable>>(
            user,
            Access.ReadFund,
            async step =>
            {
                var owed = await step.Db.StaffReceivables.AsNoTracking().ToListAsync(cancellationToken);
                if (owed.Count > 0)
                {
                    step.Note(FundActions.FeesSeen, owed[0].DistributionId, "daftar piutang pegawai dari pembagian yang dibatalkan");
                }

                return
                [
                    .. owed.OrderBy(receivable => receivable.Left == Rupiah.Zero)
                        .ThenByDescending(receivable => receivable.Since)
                        .ThenBy(receivable => receivable.StaffId, StringComparer.Ordinal),
                ];
            },
            cancellationToken
        );

    /// <summary>A receivable with what was given back; noted as a look. Null where there is none.</summary>
    public Task<StaffReceivable?> FindAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.ReadFund,
            async step =>
            {
                var owed = await step.Db.StaffReceivables.AsNoTracking().FirstOrDefaultAsync(item => item.Id == id, cancellationToken);
                if (owed is not null)
                {
                    step.Note(FundActions.FeesSeen, owed.DistributionId, $"piutang pegawai {owed.StaffId}");
                }

                return owed;
            },
            cancellationToken
        );

    /// <summary>Records that money came back and books it.</summary>
    /// <param name="user">Who records it.</param>
    /// <param name="id">The receivable.</param>
    /// <param name="seen">The revision the page showed of it.</param>
    /// <param name="on">The day the money came.</param>
    /// <param name="amount">How much.</param>
    /// <param name="document">The bank's reference.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FundRefusedException">It is more than is owed, changed meanwhile, the date lies ahead or its month is closed, or
    /// the reference was used.</exception>
    public Task RepayAsync(
        ClaimsPrincipal user,
        Guid id,
        int seen,
        DateOnly on,
        Rupiah amount,
        string document,
        CancellationToken cancellationToken
    ) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                PastDay.Require(on, step.Today, "Tanggal pengembalian");
                var receivable = await step.Db.StaffReceivables.FirstOrDefaultAsync(item => item.Id == id, cancellationToken)
                    ?? throw new FundRefusedException("Piutang itu tidak ada.");
                FundWork.RequireSeen(seen, receivable.Revision);
                receivable.Repay(on, amount, document);
                await BankReferences.RequireNewAsync(step.Db, document, cancellationToken);
                await step.PostAsync(
                    on,
                    $"Pengembalian jasa pelayanan, pegawai {receivable.StaffId}, {document.Trim()}",
                    new EntrySource(nameof(StaffReceivable), receivable.Id),
                    Postings.FeesRepaid(amount)
                );

                // Without the amount, as whoever looks at fees is noted: the administrator reads the trail.
                step.Note(FundActions.FeesRepaid, id, $"piutang pegawai {receivable.StaffId}", after: document.Trim());
            },
            cancellationToken
        );
}
