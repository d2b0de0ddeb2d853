using KerjaBhakti.Data;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Frame;

/// <summary>The bank's references: each is booked once. What was taken back gives its reference free for the right entry.</summary>
internal static class BankReferences
{
    /// <summary>Refuses a reference that a receipt, a movement of the bank or a repayment of the staff has.</summary>
    /// <exception cref="FundRefusedException">One has it; names it.</exception>
    public static async Task RequireNewAsync(PortalDbContext db, string reference, CancellationToken cancellationToken)
    {
        var receipt = await db
            .Receipts.AsNoTracking()
            .Where(FundNumber.Is<Receipt>(item => item.Reference, reference))
            .FirstOrDefaultAsync(
                item => !db.ReceiptReversals.Any(reversal => reversal.ReceiptId == item.Id && reversal.Status == ReversalStatus.Confirmed),
                cancellationToken
            );
        if (receipt is not null)
        {
            throw new FundRefusedException(
                $"Nomor referensi bank {reference.Trim()} sudah dipakai penerimaan {receipt.Amount} tanggal {Indonesian.DateInFull(receipt.ReceivedOn)}."
            );
        }

        var movement = await db
            .BankMovements.AsNoTracking()
            .Where(FundNumber.Is<BankMovement>(item => item.Document, reference))
            .FirstOrDefaultAsync(item => item.ReversedOn == null, cancellationToken);
        if (movement is not null)
        {
            throw new FundRefusedException(
                $"Nomor referensi bank {reference.Trim()} sudah dipakai mutasi bank {movement.Amount} tanggal {Indonesian.DateInFull(movement.On)}."
            );
        }

        var repaid = await db
            .StaffReceivables.AsNoTracking()
            .SelectMany(item => item.Settlements.Where(settlement => settlement.Kind == SettlementKind.Repayment))
            .Where(FundNumber.Is<ReceivableSettlement>(settlement => settlement.Document, reference))
            .FirstOrDefaultAsync(cancellationToken);
        if (repaid is not null)
        {
            throw new FundRefusedException(
                $"Nomor referensi bank {reference.Trim()} sudah dipakai pengembalian jasa {repaid.Amount} tanggal {Indonesian.DateInFull(repaid.On)}."
            );
        }
    }
}
