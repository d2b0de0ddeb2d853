using System.Security.Claims;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Shell.Waiting;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Start;

/// <summary>
/// Claims for who enters them: the last month while it is not filed, those to be verified, and those BPJS should have paid.
/// </summary>
public sealed class ClaimsWaiting(FundWork work, WitaClock clock) : IWaitingSource
{
    private const string Menu = "/wakatobi/klaim";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WaitingItem>> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        !user.May(Access.EnterClaims)
            ? []
            : await work.ReadAsync<IReadOnlyList<WaitingItem>>(
                user,
                Access.EnterClaims,
                async db =>
                {
                    var claims = await db.ClaimMonths.ToListAsync(cancellationToken);
                    var unfiled = Unfiled([.. claims.Select(claim => claim.Month)]);
                    return [.. claims.OrderBy(claim => claim.Key).Select(claim => Of(claim, user)).OfType<WaitingItem>(), .. unfiled];
                },
                cancellationToken
            );

    // Every month from the first claim to the last month that is over. A gap in the middle is easily forgotten, because only the newest
    // month looks new.
    private IEnumerable<WaitingItem> Unfiled(IReadOnlyCollection<FiscalMonth> filed)
    {
        var last = new DateOnly(clock.Today.Year, clock.Today.Month, 1).AddDays(-1);
        var first = filed.Count == 0 ? last : filed.Min().FirstDay;
        List<FiscalMonth> missing = [];
        for (var day = new DateOnly(first.Year, first.Month, 1); day <= last; day = day.AddMonths(1))
        {
            if (FiscalMonth.Of(day) is var month && !filed.Contains(month))
            {
                missing.Add(month);
            }
        }

        return missing.Count == 0
            ? []
            :
            [
                new WaitingItem(Menu, $"Klaim {FiscalMonths.InWords(missing)} belum dicatat", "Catat klaim", "/wakatobi/klaim/baru")
                {
                    Count = missing.Count,
                },
            ];
    }

    private WaitingItem? Of(ClaimMonth claim, ClaimsPrincipal user)
    {
        var late = claim.DaysLateOn(clock.Today);
        var month = claim.Name;
        return claim switch
        {
            { VerifiedOn: null } when claim.CompleteOn(clock.Today) is not null => new WaitingItem(
                Menu,
                $"Klaim {month} menunggu hasil verifikasi",
                "Catat verifikasi",
                $"/wakatobi/klaim/{claim.Key}/verifikasi"
            )
            {
                Detail =
                    late > 0
                        ? $"pembayaran terlambat {late} hari"
                        : $"pembayaran paling lambat {Indonesian.ShortDate(claim.PaymentDueOn(clock.Today)!.Value)}",
                IsUrgent = late > 0,
            },
            { VerifiedOn: not null } when claim.Owed > Rupiah.Zero && late > 0 && user.May(Access.EnterFund) => new WaitingItem(
                Menu,
                $"Klaim {month} belum lunas, {FundText.Money(claim.Owed)}",
                "Catat penerimaan",
                "/wakatobi/penerimaan/baru"
            )
            {
                Detail = $"terlambat {late} hari",
                IsUrgent = true,
            },
            _ => null,
        };
    }
}
