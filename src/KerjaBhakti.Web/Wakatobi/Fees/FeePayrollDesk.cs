using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Personnel;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Fees;

/// <summary>
/// Distributions as payrolls: what one begins with, how the Director sends it back, how deductions are paid, and the lists it comes out as.
/// </summary>
public sealed class FeePayrollDesk(FundWork work)
{
    /// <summary>What a new distribution begins with; of an earlier one everything that was typed then.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="from">The distribution it is made after; null for the last one's components alone.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<FeeStart> BeginAsync(ClaimsPrincipal user, Guid? from, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.EnterFund,
            async db =>
            {
                var model = await ModelAsync(db, from, cancellationToken);
                var (register, rules) = await LawAsync(db, cancellationToken);
                var named = await db
                    .FeeDistributions.Where(distribution => distribution.Status != FeeDistributionStatus.Reversed)
                    .Select(distribution => distribution.Months)
                    .ToListAsync(cancellationToken);
                var taken = named.SelectMany(months => months).ToHashSet();
                var claims = await db.ClaimMonths.Select(claim => new { claim.Month, claim.Id }).ToListAsync(cancellationToken);
                var received = (await db.Receipts.SelectMany(receipt => receipt.Items).ToListAsync(cancellationToken))
                    .GroupBy(item => item.ClaimMonthId)
                    .ToDictionary(items => items.Key, items => items.Sum(item => item.Amount));
                var again = from is null ? [] : model?.Months ?? [];
                return new FeeStart
                {
                    Pool = await FeeDistributions.PoolAsync(db, cancellationToken),
                    Components = model?.Components ?? [],
                    Months =
                    [
                        // A later claim for a month is of that month.
                        .. claims
                            .GroupBy(claim => claim.Month)
                            .OrderByDescending(month => month.Key)
                            .Select(month => new FeeMonth(
                                month.Key,
                                month.Sum(claim => received.GetValueOrDefault(claim.Id)),
                                taken.Contains(month.Key),
                                again.Contains(month.Key)
                                    || (from is null && month.Any(claim => received.ContainsKey(claim.Id)) && !taken.Contains(month.Key))
                            )),
                    ],
                    Register = register,
                    Rules = rules,
                    Staff = from is null || model is null ? null : FeeStaffText.Of(model.Payments),
                    Wanted = from is null ? null : model?.Pool,
                };
            },
            cancellationToken
        );

    /// <summary>
    /// Staff and points to begin with: everybody who works in one of the months, in each component, with the points of the last
    /// distribution.
    /// </summary>
    /// <exception cref="FundRefusedException">Nobody is in the register, or nobody works then.</exception>
    public Task<string> StaffAsync(
        ClaimsPrincipal user,
        IReadOnlyList<FeeComponent> components,
        IReadOnlyList<FiscalMonth> months,
        DateOnly today,
        CancellationToken cancellationToken
    ) =>
        work.ReadAsync(
            user,
            Access.EnterFund,
            async db =>
            {
                var members = (await db.StaffMembers.ToListAsync(cancellationToken))
                    .Where(member => months.Count > 0 ? months.Any(member.WorksIn) : member.WorksOn(today))
                    .OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase)
                    .ToList();
                if (members.Count == 0)
                {
                    throw new FundRefusedException(
                        "Daftar pegawai belum memuat siapa pun yang bekerja dalam bulan itu; impor dahulu di halaman Pegawai."
                    );
                }

                return FeeStaffText.Of(members, components, (await ModelAsync(db, null, cancellationToken))?.Payments ?? []);
            },
            cancellationToken
        );

    /// <summary>The Director sends a distribution back with a reason; its pool is free again.</summary>
    /// <exception cref="FundRefusedException">It changed meanwhile, does not wait for approval, or there is no reason.</exception>
    public Task ReturnAsync(ClaimsPrincipal user, Guid id, int seen, string reason, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.ApproveFund,
            async step =>
            {
                var distribution = await LoadAsync(step.Db, id, cancellationToken);
                FundWork.RequireSeen(seen, distribution.Revision);
                distribution.Return(step.By, reason, step.At);
                step.Note(FundActions.FeesReturned, id, FeeDistributions.Caption(distribution), after: distribution.ReversalReason!);
            },
            cancellationToken
        );

    /// <summary>Records that what was kept back was paid to the tax office and others.</summary>
    /// <exception cref="FundRefusedException">It changed meanwhile, nothing is owed, the day lies ahead, or another distribution has the
    /// proof.</exception>
    public Task RemitAsync(ClaimsPrincipal user, Guid id, int seen, DateOnly on, string reference, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                var distribution = await LoadAsync(step.Db, id, cancellationToken);
                FundWork.RequireSeen(seen, distribution.Revision);
                distribution.Remit(on, reference);
                PastDay.Require(on, step.Today, "Tanggal setor");
                var proof = distribution.RemittanceReference;
                var twice = await step
                    .Db.FeeDistributions.Where(other => other.Id != id && other.RemittanceReference == proof)
                    .Select(other => other.DecreeNumber)
                    .FirstOrDefaultAsync(cancellationToken);
                if (twice is not null)
                {
                    throw new FundRefusedException($"Nomor bukti setor {proof} sudah dipakai pembagian {twice}.");
                }

                await step.PostAsync(
                    on,
                    $"Setoran potongan {FeeDistributions.Caption(distribution)}, bukti {proof}",
                    FeeDistributions.SourceOf(id),
                    Postings.DeductionsRemitted(distribution.Deducted),
                    FundPart.Fees
                );
                step.Note(
                    FundActions.FeesRemitted,
                    id,
                    FeeDistributions.Caption(distribution),
                    after: $"{Indonesian.DateInFull(on)}, bukti {proof}"
                );
            },
            cancellationToken
        );

    /// <summary>
    /// Everybody a distribution pays, by unit and name, for the list to sign on; noted as a look. Null where there is none.
    /// </summary>
    public Task<FeePayList?> ListAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken) =>
        LookAsync(user, id, "daftar tanda terima", step => ListAsync(step.Db, id, cancellationToken), cancellationToken);

    /// <summary>What the bank shall send; noted as a look. Null where there is no distribution that was approved.</summary>
    public Task<FeeTransferList?> TransferAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken) =>
        LookAsync(
            user,
            id,
            "daftar transfer",
            async step =>
                await ListAsync(step.Db, id, cancellationToken) is { IsDraft: false } list
                    ? new FeeTransferList(list, await RegisterAsync(step.Db, cancellationToken))
                    : null,
            cancellationToken
        );

    /// <summary>Everybody's slip, by unit and name; noted as a look. Null where there is no such distribution.</summary>
    public Task<IReadOnlyList<FeeSlip>?> SlipsAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken) =>
        LookAsync(
            user,
            id,
            "semua slip",
            async step =>
            {
                var distribution = await step
                    .Db.FeeDistributions.AsNoTracking()
                    .FirstOrDefaultAsync(item => item.Id == id, cancellationToken);
                if (distribution is null)
                {
                    return null;
                }

                var payments = distribution.Payments.ToLookup(payment => payment.StaffId);
                var reversal = distribution is { ReversedAt: { } at, ReversedBy: { } by }
                    ? new FeeReversal(by.Name, at, distribution.ReversalReason!, distribution.IsReturned)
                    : null;
                return (IReadOnlyList<FeeSlip>?)
                    [
                        .. (await RecipientsAsync(step.Db, id, cancellationToken)).Select(recipient =>
                            new FeeSlip(
                                id,
                                recipient.StaffId,
                                distribution.DecreeNumber,
                                distribution.DecreeDate,
                                distribution.Status,
                                distribution.PaidOn,
                                [.. payments[recipient.StaffId].OrderBy(payment => payment.Component, StringComparer.Ordinal)]
                            )
                            {
                                Months = distribution.Months,
                                Reversal = reversal,
                            }.For(recipient)
                        ),
                    ];
            },
            cancellationToken
        );

    /// <summary>What a person was paid in a calendar year; noted as a look. Null where nobody ever had the number.</summary>
    public Task<FeeYear?> YearAsync(ClaimsPrincipal user, string number, int? year, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.ReadFund,
            async step =>
            {
                if (await StaffAccounts.FindAsync(step.Db, number, cancellationToken) is not { } person)
                {
                    return null;
                }

                var slips = await step
                    .Db.FeeDistributions.Where(distribution => distribution.ApprovedAt != null)
                    .SlipsOfAsync(step.Db, person.Number, cancellationToken);
                step.Note(FundActions.FeesSeen, Guid.Parse(step.By.Id), $"jasa setahun pegawai {person.Number}");
                return FeeYear.Of(person, slips, year, step.Today);
            },
            cancellationToken
        );

    /// <summary>Refuses months that have no claim.</summary>
    internal static async Task RequireClaimsAsync(
        PortalDbContext db,
        IReadOnlyList<FiscalMonth> months,
        CancellationToken cancellationToken
    )
    {
        var known = await db.ClaimMonths.Select(claim => claim.Month).ToListAsync(cancellationToken);
        if (months.Except(known).ToList() is { Count: > 0 } missing)
        {
            throw new FundRefusedException($"Belum ada klaim untuk {FiscalMonths.InWords(missing)}.");
        }
    }

    /// <summary>Refuses a payment on a day on which something else would be deducted than was approved.</summary>
    internal static async Task RequireSameDeductionsAsync(
        PortalDbContext db,
        FeeDistribution distribution,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        if (distribution.DeductionsOn is not { } planned || planned == on)
        {
            return;
        }

        var kinds = await db
            .FeeRecipients.Where(recipient => recipient.DistributionId == distribution.Id && recipient.Kind != null)
            .Select(recipient => recipient.Kind!.Value)
            .Distinct()
            .ToListAsync(cancellationToken);
        var rules = new DeductionRules(await db.DeductionRules.AsNoTracking().ToListAsync(cancellationToken));
        if (rules.DifferingBetween(kinds, planned, on) is { Count: > 0 } differing)
        {
            throw new FundRefusedException(
                $"Potongan {string.Join(", ", differing.Select(StaffKinds.NameOf))} pada {Indonesian.DateInFull(on)} lain daripada pada "
                    + $"{Indonesian.DateInFull(planned)}, tanggal yang dipakai menghitung pembagian ini; batalkan dan siapkan lagi."
            );
        }
    }

    /// <summary>The register and the rules of deduction.</summary>
    internal static async Task<(StaffRegister Register, DeductionRules Rules)> LawAsync(
        PortalDbContext db,
        CancellationToken cancellationToken
    ) =>
        (
            await RegisterAsync(db, cancellationToken),
            new DeductionRules(await db.DeductionRules.AsNoTracking().ToListAsync(cancellationToken))
        );

    internal static async Task<StaffRegister> RegisterAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        new(await db.StaffMembers.AsNoTracking().ToListAsync(cancellationToken));

    private static async Task<FeeDistribution> LoadAsync(PortalDbContext db, Guid id, CancellationToken cancellationToken) =>
        await db.FeeDistributions.FirstOrDefaultAsync(distribution => distribution.Id == id, cancellationToken)
        ?? throw new FundRefusedException("Pembagian ini tidak ada.");

    /// <summary>The distribution of the key, or the last that stands.</summary>
    private static async Task<FeeDistribution?> ModelAsync(PortalDbContext db, Guid? from, CancellationToken cancellationToken)
    {
        var ids = await db
            .FeeDistributions.Where(distribution =>
                from == null ? distribution.Status != FeeDistributionStatus.Reversed : distribution.Id == from
            )
            .Select(distribution => distribution.Id)
            .ToListAsync(cancellationToken);
        var last = ids.Count == 0 ? Guid.Empty : ids.Max();
        return await db.FeeDistributions.AsNoTracking().FirstOrDefaultAsync(distribution => distribution.Id == last, cancellationToken);
    }

    internal static async Task<FeePayList?> ListAsync(PortalDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var head = await db
            .FeeDistributions.AsNoTracking()
            .Where(distribution => distribution.Id == id)
            .Select(distribution => new
            {
                distribution.DecreeNumber,
                distribution.DecreeDate,
                distribution.Status,
                Months = distribution.Months,
            })
            .FirstOrDefaultAsync(cancellationToken);
        return head is null
            ? null
            : new FeePayList(
                head.DecreeNumber,
                head.DecreeDate,
                head.Status,
                head.Months,
                await RecipientsAsync(db, id, cancellationToken)
            );
    }

    internal static async Task<IReadOnlyList<FeeRecipient>> RecipientsAsync(
        PortalDbContext db,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await db.FeeRecipients.AsNoTracking().Where(recipient => recipient.DistributionId == id).ToListAsync(cancellationToken))
                .OrderBy(recipient => recipient.Unit, StringComparer.OrdinalIgnoreCase)
                .ThenBy(recipient => recipient.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(recipient => recipient.StaffId, StringComparer.Ordinal),
        ];

    private Task<T?> LookAsync<T>(
        ClaimsPrincipal user,
        Guid id,
        string what,
        Func<FundStep, Task<T?>> look,
        CancellationToken cancellationToken
    )
        where T : class =>
        work.DoAsync(
            user,
            Access.ReadFund,
            async step =>
            {
                var seen = await look(step);
                if (seen is not null)
                {
                    var number = await step
                        .Db.FeeDistributions.Where(distribution => distribution.Id == id)
                        .Select(distribution => distribution.DecreeNumber)
                        .FirstAsync(cancellationToken);
                    step.Note(FundActions.FeesSeen, id, $"{what} {FeeDistributions.CaptionOf(number)}");
                }

                return seen;
            },
            cancellationToken
        );
}

/// <summary>What a new distribution begins with.</summary>
public sealed record FeeStart
{
    /// <summary>What there is to distribute.</summary>
    public required FeePool Pool { get; init; }

    /// <summary>The components of the last distribution, or of the one it is made after.</summary>
    public required IReadOnlyList<FeeComponent> Components { get; init; }

    /// <summary>The claim months, the newest first.</summary>
    public required IReadOnlyList<FeeMonth> Months { get; init; }

    /// <summary>The register of staff.</summary>
    public required StaffRegister Register { get; init; }

    /// <summary>The rules of deduction.</summary>
    public required DeductionRules Rules { get; init; }

    /// <summary>Staff and points of the distribution it is made after; null for a new one.</summary>
    public string? Staff { get; init; }

    /// <summary>The pool of the distribution it is made after; null for a new one.</summary>
    public Rupiah? Wanted { get; init; }
}

/// <summary>A claim month that fees can be distributed for.</summary>
/// <param name="Month">The month.</param>
/// <param name="Received">What BPJS paid of it.</param>
/// <param name="IsNamed">Whether a distribution names it already.</param>
/// <param name="IsMeant">Whether a new distribution is probably for it.</param>
public sealed record FeeMonth(FiscalMonth Month, Rupiah Received, bool IsNamed, bool IsMeant);

/// <summary>What a person was paid in a calendar year, by the date of payment.</summary>
/// <param name="Person">Who.</param>
/// <param name="Year">The year.</param>
/// <param name="Years">The years there is something of, and this one, the newest first.</param>
/// <param name="Slips">What was paid in it, the first payment first.</param>
public sealed record FeeYear(StaffName Person, int Year, IReadOnlyList<int> Years, IReadOnlyList<FeeSlip> Slips)
{
    /// <summary>What the year sums to before deductions.</summary>
    public Rupiah Gross => Slips.Sum(slip => slip.Total);

    /// <summary>What was kept back by law.</summary>
    public Rupiah Deducted => Slips.Sum(slip => slip.Deducted);

    /// <summary>What was kept back for what the person owed of cancelled distributions.</summary>
    public Rupiah Kept => Slips.Sum(slip => slip.Kept);

    /// <summary>What was paid out.</summary>
    public Rupiah Net => Slips.Sum(slip => slip.Net);

    /// <summary>The year of a person out of all slips; the newest with a payment where none is asked for.</summary>
    public static FeeYear Of(StaffName person, IReadOnlyList<FeeSlip> slips, int? year, DateOnly today)
    {
        var paid = slips.Where(slip => slip is { Status: FeeDistributionStatus.Paid, PaidOn: not null }).ToList();
        var shown = year ?? (paid.Count > 0 ? paid.Max(slip => slip.PaidOn!.Value.Year) : today.Year);
        return new FeeYear(
            person,
            shown,
            [.. paid.Select(slip => slip.PaidOn!.Value.Year).Append(shown).Distinct().OrderDescending()],
            [.. paid.Where(slip => slip.PaidOn!.Value.Year == shown).OrderBy(slip => slip.PaidOn).ThenBy(slip => slip.DistributionId)]
        );
    }
}
