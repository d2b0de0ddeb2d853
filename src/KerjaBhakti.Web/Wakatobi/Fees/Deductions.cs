using System.Security.Claims;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Personnel;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Fees;

/// <summary>The rules of what is kept back of fees.</summary>
public sealed class Deductions(FundWork work)
{
    /// <summary>Every rule by name, kind and first day.</summary>
    public Task<IReadOnlyList<DeductionRule>> ListAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync<IReadOnlyList<DeductionRule>>(
            user,
            Access.ReadFund,
            async db =>
                [
                    .. (await db.DeductionRules.ToListAsync(cancellationToken))
                        .OrderBy(rule => rule.Name, StringComparer.OrdinalIgnoreCase)
                        .ThenBy(rule => rule.Kind)
                        .ThenBy(rule => rule.EffectiveFrom),
                ],
            cancellationToken
        );

    /// <summary>Enters a rule.</summary>
    /// <exception cref="FundRefusedException">One of its name is in force for the kind already, or more than everything would be
    /// deducted.</exception>
    public Task EnterAsync(ClaimsPrincipal user, DeductionRule rule, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                new DeductionRules(await step.Db.DeductionRules.AsNoTracking().ToListAsync(cancellationToken)).Add(rule);
                step.Db.DeductionRules.Add(rule);
                step.Note(
                    FundActions.DeductionEntered,
                    rule.Id,
                    CaptionOf(rule),
                    after: $"{rule.Rate.ToIndonesian()} {FundText.InForce(rule.EffectiveFrom, rule.EffectiveTo)}, {rule.LegalBasis}"
                );
            },
            cancellationToken
        );

    /// <summary>Ends a rule.</summary>
    /// <exception cref="FundRefusedException">It changed meanwhile, ended already, or the day is before its first.</exception>
    public Task EndAsync(ClaimsPrincipal user, Guid id, int seen, DateOnly on, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                var rule = await step.Db.DeductionRules.FirstOrDefaultAsync(rule => rule.Id == id, cancellationToken)
                    ?? throw new FundRefusedException("Potongan itu tidak ada.");
                FundWork.RequireSeen(seen, rule.Revision);
                rule.End(on);
                step.Note(FundActions.DeductionEnded, rule.Id, CaptionOf(rule), after: Indonesian.DateInFull(on));
            },
            cancellationToken
        );

    private static string CaptionOf(DeductionRule rule) => $"potongan {rule.Name} untuk {StaffKinds.NameOf(rule.Kind)}";
}
