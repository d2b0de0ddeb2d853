using System.Security.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Shell.Waiting;
using KerjaBhakti.Web.Wakatobi.Books;
using KerjaBhakti.Web.Wakatobi.CarryOver;
using KerjaBhakti.Web.Wakatobi.Fees;
using KerjaBhakti.Web.Wakatobi.Frame;
using KerjaBhakti.Web.Wakatobi.Spending;

namespace KerjaBhakti.Web.Wakatobi.Start;

/// <summary>What there is today, each leading to what makes it: the bank, fees to distribute, what is left to spend, free SiLPA.</summary>
public sealed class FundFigures(FundBooks books, FeeDistributions fees, SpendingDesk spending, SilpaDesk silpa, WitaClock clock)
    : IFigureSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Figure>> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (!user.May(Access.ReadFund))
        {
            return [];
        }

        var today = clock.Today;
        var position = await books.PositionAsync(user, today, cancellationToken);
        var pool = await fees.PoolAsync(user, cancellationToken);
        var year = await spending.OpenAsync(user, today.Year, cancellationToken);
        if (position.Bank == Rupiah.Zero && pool.Allocated == Rupiah.Zero)
        {
            return [];
        }

        var free = (await silpa.OpenAsync(user, cancellationToken)).Open;
        return
        [
            new($"Saldo bank menurut buku, {Indonesian.ShortDate(today)}", FundText.Money(position.Bank), "/wakatobi/buku"),
            new("Jasa pelayanan yang belum dibagikan", FundText.Money(pool.Available), "/wakatobi/jasa"),
            new(
                $"Sisa belanja {today.Year}, semua jenis",
                year.Problem is null ? FundText.Money(year.Lines.Sum(line => line.Budget.Left)) : "belum ada rencana",
                $"/wakatobi/belanja?tahun={today.Year}"
            ),
            new(
                free is null ? "SiLPA bebas" : $"SiLPA bebas yang belum digunakan, {free.Year}",
                FundText.Money(free?.Left ?? Rupiah.Zero),
                "/wakatobi/silpa"
            ),
        ];
    }
}
