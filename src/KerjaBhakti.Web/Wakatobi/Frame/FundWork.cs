using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Frame;

/// <summary>How every service of the claim fund reads and writes: journal entries are part of the same transaction.</summary>
public sealed class FundWork(IDbContextFactory<PortalDbContext> contexts, WitaClock clock) : PortalWork<FundStep>(contexts)
{
    /// <summary>Refuses where a thing is not any more as the page showed it.</summary>
    /// <param name="seen">The revision the page showed.</param>
    /// <param name="now">The revision it has.</param>
    /// <exception cref="FundRefusedException">Somebody changed it meanwhile.</exception>
    public static void RequireSeen(int seen, int now)
    {
        if (seen != now)
        {
            throw new FundRefusedException(Overtaken);
        }
    }

    /// <inheritdoc/>
    protected override FundStep Begin(PortalDbContext db, Actor actor, CancellationToken cancellationToken) =>
        new(db, actor, clock, cancellationToken);

    /// <inheritdoc/>
    protected override Task CheckAsync(FundStep step, CancellationToken cancellationToken) => step.RequireCoveredAsync();

    /// <inheritdoc/>
    protected override Exception Refusal(string problem) => new FundRefusedException(problem);
}
