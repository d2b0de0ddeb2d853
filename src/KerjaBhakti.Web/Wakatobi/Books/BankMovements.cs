using System.Security.Claims;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Reconciliation;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Books;

/// <summary>What moves the bank beside claims, fees and spending: interest, its tax, charges, transfers between own accounts.</summary>
public sealed class BankMovements(FundWork work)
{
    /// <summary>Every movement, the newest first.</summary>
    public Task<IReadOnlyList<BankMovement>> ListAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            async db =>
                (IReadOnlyList<BankMovement>)
                    await db
                        .BankMovements.OrderByDescending(movement => movement.On)
                        .ThenByDescending(movement => movement.Id)
                        .ToListAsync(cancellationToken),
            cancellationToken
        );

    /// <summary>Enters a movement and books it.</summary>
    /// <returns>Its key.</returns>
    /// <exception cref="FundRefusedException">The date lies ahead or its month is closed, the document was used, the money is not there, or
    /// something is missing.</exception>
    public Task<Guid> EnterAsync(ClaimsPrincipal user, BankMovementEntry entry, CancellationToken cancellationToken) =>
        work.DoAsync(user, Access.EnterFund, step => EnterAsync(step, entry, cancellationToken), cancellationToken);

    /// <summary>The same as a part of another step.</summary>
    internal static async Task<Guid> EnterAsync(FundStep step, BankMovementEntry entry, CancellationToken cancellationToken)
    {
        PastDay.Require(entry.On, step.Today, "Tanggal mutasi");
        var movement = BankMovement.Enter(entry.On, entry.Kind, entry.Amount, entry.Document, entry.Description, step.By);
        await RequireNewAsync(step, movement, cancellationToken);
        if (movement.Kind == BankMovementKind.TransferIn)
        {
            await RequireOutsideAsync(step, movement, cancellationToken);
        }

        step.Db.BankMovements.Add(movement);
        step.Note(FundActions.BankMoved, movement.Id, CaptionOf(movement), after: movement.Description);
        await step.PostAsync(
            movement.On,
            $"{BankText.Of(movement.Kind)} {movement.Document}",
            new EntrySource(nameof(BankMovement), movement.Id),
            Postings.Moved(movement.Kind, movement.Amount),
            movement.Part
        );
        return movement.Id;
    }

    /// <summary>Takes a movement back; its entry is reversed today.</summary>
    /// <exception cref="FundRefusedException">It was taken back or changed meanwhile, is of another year, or the money is not there any
    /// more.</exception>
    public Task ReverseAsync(ClaimsPrincipal user, Guid id, int seen, string reason, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                var movement = await step.Db.BankMovements.FirstOrDefaultAsync(item => item.Id == id, cancellationToken)
                    ?? throw new FundRefusedException("Mutasi bank itu tidak ada.");
                FundWork.RequireSeen(seen, movement.Revision);
                movement.Reverse(step.Today, reason);
                await step.ReverseAsync(id, step.Today, movement.ReversalReason!);
                step.Note(FundActions.BankMoveReversed, id, CaptionOf(movement), after: movement.ReversalReason!);
                if (movement.Kind == BankMovementKind.TransferOut)
                {
                    await RequireOutsideAsync(step, movement, cancellationToken);
                }
            },
            cancellationToken
        );

    // Interest and the tax on it stand on one line of many statements: the same document may be used once for each kind.
    private static async Task RequireNewAsync(FundStep step, BankMovement movement, CancellationToken cancellationToken)
    {
        var others = await step
            .Db.BankMovements.AsNoTracking()
            .Where(FundNumber.Is<BankMovement>(item => item.Document, movement.Document))
            .Where(item => item.ReversedOn == null)
            .ToListAsync(cancellationToken);
        var pair = others.TrueForAll(item =>
            item.Kind != movement.Kind
            && item.Kind is BankMovementKind.Interest or BankMovementKind.InterestTax
            && movement.Kind is BankMovementKind.Interest or BankMovementKind.InterestTax
        );
        if (others.Count == 0 || !pair)
        {
            await BankReferences.RequireNewAsync(step.Db, movement.Document, cancellationToken);
        }
    }

    /// <summary>What comes back from another account must have gone there: money that never was in the books is no transfer.</summary>
    private static async Task RequireOutsideAsync(FundStep step, BankMovement movement, CancellationToken cancellationToken)
    {
        var there = (await BookSums.ThroughAsync(step.Db, DateOnly.MaxValue, cancellationToken))[ChartOfAccounts.OtherBank];
        if (movement.Amount > there)
        {
            throw new FundRefusedException(
                $"Pemindahbukuan {movement.Amount} melebihi saldo rekening lain menurut buku, {there}; uang yang belum pernah tercatat bukan pemindahbukuan."
            );
        }
    }

    private static string CaptionOf(BankMovement movement) =>
        $"{BankText.Of(movement.Kind).ToLowerInvariant()} {movement.Document} {movement.Amount}";
}

/// <summary>A movement as it is entered.</summary>
/// <param name="On">The day.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Document">The number of the bank's document.</param>
/// <param name="Description">What for.</param>
public sealed record BankMovementEntry(DateOnly On, BankMovementKind Kind, Rupiah Amount, string Document, string Description);

/// <summary>What movements of the bank are called.</summary>
public static class BankText
{
    /// <summary>"Jasa giro".</summary>
    public static string Of(BankMovementKind kind) =>
        kind switch
        {
            BankMovementKind.Interest => "Jasa giro",
            BankMovementKind.InterestTax => "Pajak jasa giro",
            BankMovementKind.Charge => "Biaya administrasi bank",
            BankMovementKind.TransferOut => "Pemindahbukuan ke rekening lain",
            BankMovementKind.TransferIn => "Pemindahbukuan dari rekening lain",
        };

    /// <summary>The address of a month of the bank.</summary>
    public static string PathOf(FiscalMonth month) => FormattableString.Invariant($"/wakatobi/rekening/{month.Year}/{month.Month}");

    /// <summary>What a line of the bank probably is, by its words; null where they do not say.</summary>
    public static BankMovementKind? Guess(StatementLine line)
    {
        bool Says(params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
            {
                if (line.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }

        return line.Net.IsNegative
            ? Says("pajak", "pph", "tax")
                ? BankMovementKind.InterestTax
                : Says("adm", "biaya", "materai", "meterai", "fee", "charge")
                    ? BankMovementKind.Charge
                    : Says("pindah", "overbooking", "pemindahbukuan")
                        ? BankMovementKind.TransferOut
                        : null
            : Says("giro", "bunga", "interest")
                ? BankMovementKind.Interest
                : null;
    }
}
