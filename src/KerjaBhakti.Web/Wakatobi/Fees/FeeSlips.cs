using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi.Fees;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Fees;

/// <summary>Reads one person's slips and nobody else's.</summary>
internal static class FeeSlips
{
    /// <summary>The person's slips of these distributions, the newest first.</summary>
    public static async Task<IReadOnlyList<FeeSlip>> SlipsOfAsync(this IQueryable<FeeDistribution> distributions, string staffId, CancellationToken cancellationToken)
    {
        var slips = await distributions
            .AsNoTracking()
            .Where(distribution => distribution.Payments.Any(payment => payment.StaffId == staffId))
            .Select(distribution => new FeeSlip(
                distribution.Id,
                staffId,
                distribution.DecreeNumber,
                distribution.DecreeDate,
                distribution.Status,
                distribution.PaidOn,
                distribution.Payments.Where(payment => payment.StaffId == staffId).ToList()))
            .ToListAsync(cancellationToken);

        // Some databases find "p1" when asked for "P1", who is somebody else.
        return
        [
            .. slips
                .Select(slip => slip with
                {
                    Payments = [.. slip.Payments.Where(payment => payment.StaffId == staffId).OrderBy(payment => payment.Component, StringComparer.Ordinal)],
                })
                .Where(slip => slip.Payments.Count > 0)
                .OrderByDescending(slip => slip.DistributionId),
        ];
    }

    /// <summary>Where a person's slip lies. A solidus in the number stays encoded, as the server leaves it.</summary>
    public static string Address(Guid distribution, string staffId) => $"/wakatobi/jasa/{distribution}/slip/{Uri.EscapeDataString(staffId)}";

    /// <summary>The staff number as a route value holds it.</summary>
    public static string StaffIdOf(string routeValue) => routeValue.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
