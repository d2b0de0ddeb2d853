using KerjaBhakti.Data;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Fees;

/// <summary>Reads one person's slips and nobody else's.</summary>
internal static class FeeSlips
{
    /// <summary>The person's slips of these distributions, the newest first.</summary>
    public static async Task<IReadOnlyList<FeeSlip>> SlipsOfAsync(
        this IQueryable<FeeDistribution> distributions,
        PortalDbContext db,
        string staffId,
        CancellationToken cancellationToken
    )
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
                distribution.Payments.Where(payment => payment.StaffId == staffId).ToList()
            )
            {
                Months = distribution.Months,
                Reversal =
                    distribution.ReversedAt == null
                        ? null
                        : new FeeReversal(
                            distribution.ReversedBy!.Name,
                            distribution.ReversedAt.Value,
                            distribution.ReversalReason!,
                            distribution.IsReturned
                        ),
            })
            .ToListAsync(cancellationToken);
        var ids = slips.ConvertAll(slip => slip.DistributionId);
        var recipients = (
            await db
                .FeeRecipients.AsNoTracking()
                .Where(recipient => recipient.StaffId == staffId && ids.Contains(recipient.DistributionId))
                .ToListAsync(cancellationToken)
        )
            .Where(recipient => recipient.StaffId == staffId)
            .ToDictionary(recipient => recipient.DistributionId);

        // Some databases find "p1" when asked for "P1", who is somebody else.
        return
        [
            .. slips
                .Select(slip =>
                    slip.For(recipients.GetValueOrDefault(slip.DistributionId)) with
                    {
                        Payments =
                        [
                            .. slip
                                .Payments.Where(payment => payment.StaffId == staffId)
                                .OrderBy(payment => payment.Component, StringComparer.Ordinal),
                        ],
                    }
                )
                .Where(slip => slip.Payments.Count > 0)
                .OrderByDescending(slip => slip.DistributionId),
        ];
    }

    /// <summary>The slip with what was paid to the person by the register and the rules of deduction.</summary>
    public static FeeSlip For(this FeeSlip slip, FeeRecipient? recipient) =>
        slip with
        {
            Unit = recipient?.Unit ?? string.Empty,
            Deductions = recipient?.Deductions ?? [],
            Kept = recipient?.Kept ?? Rupiah.Zero,
            Reversal = slip.Reversal is { } reversal ? reversal with { At = WitaClock.InWita(reversal.At) } : null,
        };

    /// <summary>Where a person's slip lies. A solidus in the number stays encoded, as the server leaves it.</summary>
    public static string Address(Guid distribution, string staffId) =>
        $"/wakatobi/jasa/{distribution}/slip/{Uri.EscapeDataString(staffId)}";

    /// <summary>The staff number as a route value holds it.</summary>
    public static string StaffIdOf(string routeValue) => routeValue.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
