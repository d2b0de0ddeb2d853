using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Services;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Claims;

/// <summary>The claim months: filed, corrected, declared complete, verified.</summary>
public sealed class ClaimDesk(FundWork work, WitaClock clock)
{
    private static readonly ClaimTerms Terms = new();

    /// <summary>The claims of a year, the first month first.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="year">The year; null for the newest that has a claim, or this year.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<ClaimYear> OfYearAsync(ClaimsPrincipal user, int? year, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadClaims,
            async db =>
            {
                var claims = await db.ClaimMonths.ToListAsync(cancellationToken);
                var years = claims.Select(claim => claim.Month.Year).Append(clock.Today.Year).Distinct().OrderDescending().ToList();
                var shown = year ?? claims.Select(claim => claim.Month.Year).DefaultIfEmpty(clock.Today.Year).Max();
                return new ClaimYear(
                    shown,
                    years,
                    [.. claims.Where(claim => claim.Month.Year == shown).OrderBy(claim => claim.Key)],
                    clock.Today
                );
            },
            cancellationToken
        );

    /// <summary>A claim with its history, and what may be claimed.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="key">Which as <c>2024-03</c> or <c>2024-03-susulan-1</c>; null for a claim that is still to be filed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<ClaimView> OpenAsync(ClaimsPrincipal user, string? key, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadClaims,
            async db =>
            {
                var known = KeyOf(key);
                var claim = known is { } asked ? await FindAsync(db, asked, cancellationToken) : null;
                var (month, number) = (known?.Month ?? default, known?.Number ?? 0);
                var receipts = claim is null
                    ? []
                    : await db
                        .Receipts.Where(receipt =>
                            (
                                receipt.Items.Any(item => item.ClaimMonthId == claim.Id)
                                || receipt.Deductions.Any(deduction => deduction.ClaimMonthId == claim.Id)
                            )
                            && !db.ReceiptReversals.Any(reversal =>
                                reversal.ReceiptId == receipt.Id && reversal.Status == ReversalStatus.Confirmed
                            )
                        )
                        .ToListAsync(cancellationToken);
                return new ClaimView(
                    claim,
                    await ServicesAsync(db, cancellationToken),
                    [.. receipts.OrderBy(receipt => receipt.ReceivedOn)],
                    clock.Today
                )
                {
                    Key = known,
                    OfMonth = known is null
                        ? []
                        :
                        [
                            .. (await db.ClaimMonths.Where(other => other.Month == month).ToListAsync(cancellationToken)).OrderBy(other =>
                                other.Key
                            ),
                        ],
                    History = known is null
                        ? []
                        : await db
                            .ClaimChanges.Where(change => change.Month == month && change.Number == number)
                            .OrderBy(change => change.Id)
                            .ToListAsync(cancellationToken),
                };
            },
            cancellationToken
        );

    /// <summary>Files the claim of a month, or a later one for it.</summary>
    /// <param name="user">Who does it.</param>
    /// <param name="month">The month of the services.</param>
    /// <param name="scheme">The tariff scheme.</param>
    /// <param name="filedOn">When it was filed.</param>
    /// <param name="filings">What was filed for each service.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="isLater">Whether the month was claimed before (klaim susulan); it gets the next number.</param>
    /// <returns>Which claim it is.</returns>
    /// <exception cref="FundRefusedException">The month was filed already, or something cannot be.</exception>
    public Task<ClaimKey> FileAsync(
        ClaimsPrincipal user,
        FiscalMonth month,
        string scheme,
        DateOnly filedOn,
        IReadOnlyList<ClaimFiling> filings,
        CancellationToken cancellationToken,
        bool isLater = false
    ) =>
        work.DoAsync(
            user,
            Access.EnterClaims,
            async step =>
            {
                PastDay.Require(filedOn, step.Today, "Tanggal pengajuan");
                var claims = await step.Db.ClaimMonths.ToListAsync(cancellationToken);
                RequireCountable(filings, claims);
                var services = await ServicesAsync(step.Db, cancellationToken);
                var claim = ClaimMonth.File(
                    month,
                    scheme,
                    filedOn,
                    filings,
                    services,
                    [.. claims.Select(claim => claim.Key)],
                    Terms,
                    isLater,
                    step.Today
                );
                step.Db.ClaimMonths.Add(claim);
                Keep(step, claim, ClaimChangeKind.Filed, filedOn);
                step.Note(FundActions.ClaimFiled, claim.Id, Caption(claim), after: claim.Filed.ToString());
                return claim.Key;
            },
            cancellationToken
        );

    /// <summary>
    /// Replaces what was filed, while BPJS has not answered; of a claim that was entered late until money was received for it. What its
    /// verification said is void then, and its entries are reversed.
    /// </summary>
    /// <exception cref="FundRefusedException">It cannot be changed any more, changed meanwhile, or something cannot be.</exception>
    public Task CorrectAsync(
        ClaimsPrincipal user,
        ClaimKey key,
        int seen,
        IReadOnlyList<ClaimFiling> filings,
        CancellationToken cancellationToken
    ) =>
        work.DoAsync(
            user,
            Access.EnterClaims,
            async step =>
            {
                var claim = await SeenAsync(step, key, seen, cancellationToken);
                RequireCountable(filings, await step.Db.ClaimMonths.Where(other => other.Id != claim.Id).ToListAsync(cancellationToken));
                var before = claim.Filed;
                var wasVerified = claim.VerifiedOn is not null;
                claim.Correct(filings, await ServicesAsync(step.Db, cancellationToken), step.Today);
                if (wasVerified)
                {
                    await step.ReverseAsync(claim.Id, step.Today, $"Perbaikan {Caption(claim)}");
                }

                Keep(step, claim, ClaimChangeKind.Corrected, step.Today);
                step.Note(FundActions.ClaimCorrected, claim.Id, Caption(claim), before.ToString(), claim.Filed.ToString());
            },
            cancellationToken
        );

    /// <summary>Withdraws a claim that was wrong altogether; only its history stays, and it can be filed anew.</summary>
    /// <exception cref="FundRefusedException">Money was received for it, BPJS has answered, it changed meanwhile, or there is no
    /// reason.</exception>
    public Task WithdrawAsync(ClaimsPrincipal user, ClaimKey key, int seen, string reason, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                var claim = await SeenAsync(step, key, seen, cancellationToken);
                claim.RequireChangeable(step.Today);
                var why = reason.Trim();
                if (why.Length is 0 or > ClaimChange.TextLength)
                {
                    throw new FundRefusedException($"Alasan harus diisi, paling panjang {ClaimChange.TextLength} huruf.");
                }

                var (month, number) = (key.Month, key.Number);
                if (await step.Db.ClaimMonths.AnyAsync(other => other.Month == month && other.Number > number, cancellationToken))
                {
                    throw new FundRefusedException($"Klaim {claim.Name} mempunyai klaim susulan; tarik yang susulan lebih dahulu.");
                }

                // A receipt that was taken back still names what it had paid.
                if (await step.Db.Receipts.AnyAsync(receipt => receipt.Items.Any(item => item.ClaimMonthId == claim.Id), cancellationToken))
                {
                    throw new FundRefusedException($"Klaim {claim.Name} pernah dibayar; perbaiki jumlahnya, tidak dapat ditarik.");
                }

                if (claim.VerifiedOn is not null)
                {
                    await step.ReverseAsync(claim.Id, step.Today, $"Penarikan {Caption(claim)}");
                }

                Keep(step, claim, ClaimChangeKind.Withdrawn, step.Today, why);
                step.Db.ClaimMonths.Remove(claim);
                step.Note(FundActions.ClaimWithdrawn, claim.Id, Caption(claim), claim.Filed.ToString(), why);
            },
            cancellationToken
        );

    /// <summary>Records the declaration of completeness.</summary>
    /// <exception cref="FundRefusedException">It was declared before, changed meanwhile, or the date cannot be.</exception>
    public Task DeclareCompleteAsync(
        ClaimsPrincipal user,
        ClaimKey key,
        int seen,
        DateOnly on,
        string document,
        CancellationToken cancellationToken
    ) =>
        work.DoAsync(
            user,
            Access.EnterClaims,
            async step =>
            {
                PastDay.Require(on, step.Today, "Tanggal BA kelengkapan");
                var claim = await SeenAsync(step, key, seen, cancellationToken);
                claim.DeclareComplete(on, document);
                Keep(step, claim, ClaimChangeKind.Complete, on, claim.CompletenessDocument!);
                step.Note(
                    FundActions.ClaimComplete,
                    claim.Id,
                    Caption(claim),
                    after: $"BA {claim.CompletenessDocument}, {Indonesian.DateInFull(on)}"
                );
            },
            cancellationToken
        );

    /// <summary>
    /// Records what the verification said, or what was decided later about pending and disputed parts, and posts what is expected now.
    /// </summary>
    /// <param name="user">Who does it.</param>
    /// <param name="key">Which claim.</param>
    /// <param name="seen">The revision the page showed.</param>
    /// <param name="on">The date of the decision.</param>
    /// <param name="verdicts">One for each service.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="completeOn">When what was handed in for pending parts was complete; null for the day of the decision, and for the first
    /// verification.</param>
    /// <exception cref="FundRefusedException">The claim is not complete, changed meanwhile, or the parts are not what was
    /// filed.</exception>
    public Task VerifyAsync(
        ClaimsPrincipal user,
        ClaimKey key,
        int seen,
        DateOnly on,
        IReadOnlyList<ClaimVerdict> verdicts,
        CancellationToken cancellationToken,
        DateOnly? completeOn = null
    ) =>
        work.DoAsync(
            user,
            Access.EnterClaims,
            async step =>
            {
                PastDay.Require(on, step.Today, "Tanggal verifikasi");
                var claim = await SeenAsync(step, key, seen, cancellationToken);
                var before = claim.Verified;
                var first = claim.VerifiedOn is null;
                Verify(claim, on, verdicts, await ServicesAsync(step.Db, cancellationToken), completeOn);
                Keep(step, claim, ClaimChangeKind.Verified, on);
                await step.PostAsync(
                    on,
                    $"Verifikasi {Caption(claim)}",
                    new EntrySource(nameof(ClaimMonth), claim.Id),
                    Postings.Verified(claim.Verified - before)
                );
                step.Note(
                    FundActions.ClaimVerified,
                    claim.Id,
                    Caption(claim),
                    first ? string.Empty : before.ToString(),
                    $"{claim.Verified} layak"
                );
            },
            cancellationToken
        );

    /// <summary>The month of an address; null where it names none.</summary>
    public static FiscalMonth? MonthOf(string? text) => FundText.ReadMonth(text);

    /// <summary>The claim an address names; null where it names none.</summary>
    public static ClaimKey? KeyOf(string? text) => ClaimKey.Read(text, MonthOf);

    private static string Caption(ClaimMonth claim) => $"klaim {claim.Name}";

    private static void Keep(FundStep step, ClaimMonth claim, ClaimChangeKind kind, DateOnly on, string text = "") =>
        step.Db.ClaimChanges.Add(ClaimChange.Of(claim, kind, on, text, step.By, step.At));

    // The sum of all claims must be an amount too, or no page could add them up any more.
    private static void RequireCountable(IReadOnlyList<ClaimFiling> filings, IReadOnlyList<ClaimMonth> others)
    {
        var sum = filings.Aggregate((Int128)0, (sum, filing) => sum + filing.Filed.Amount) + others.Sum(claim => claim.Filed).Amount;
        if (sum > Rupiah.Most)
        {
            throw new FundRefusedException(
                $"Jumlah seluruh klaim akan melebihi jumlah terbesar, {new Rupiah(Rupiah.Most)}; periksa kembali angka nol yang diketik."
            );
        }
    }

    private static void Verify(
        ClaimMonth claim,
        DateOnly on,
        IReadOnlyList<ClaimVerdict> verdicts,
        IReadOnlyList<Service> services,
        DateOnly? completeOn
    )
    {
        try
        {
            claim.Verify(on, verdicts, services, completeOn);
        }
        catch (OverflowException)
        {
            throw new FundRefusedException($"Jumlah hasil verifikasi melebihi jumlah terbesar, {new Rupiah(Rupiah.Most)}.");
        }
    }

    private static Task<List<Service>> ServicesAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        db.ClaimServices.AsNoTracking().ToListAsync(cancellationToken);

    private static Task<ClaimMonth?> FindAsync(PortalDbContext db, ClaimKey key, CancellationToken cancellationToken)
    {
        var (month, number) = (key.Month, key.Number);
        return db.ClaimMonths.FirstOrDefaultAsync(claim => claim.Month == month && claim.Number == number, cancellationToken);
    }

    private static async Task<ClaimMonth> SeenAsync(FundStep step, ClaimKey key, int seen, CancellationToken cancellationToken)
    {
        var claim = await FindAsync(step.Db, key, cancellationToken)
            ?? throw new FundRefusedException($"Belum ada klaim {key.ToIndonesian()}.");
        FundWork.RequireSeen(seen, claim.Revision);
        return claim;
    }
}

/// <summary>The claims of a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Years">The years there is something of, the newest first.</param>
/// <param name="Claims">Its claims, the first month first.</param>
/// <param name="Today">The date in Wakatobi.</param>
public sealed record ClaimYear(int Year, IReadOnlyList<int> Years, IReadOnlyList<ClaimMonth> Claims, DateOnly Today);

/// <summary>A claim as its pages show it.</summary>
/// <param name="Claim">The claim; null where the month has none.</param>
/// <param name="Services">All services, also those no longer used.</param>
/// <param name="Receipts">The payments that paid or took back something of it, the earliest first.</param>
/// <param name="Today">The date in Wakatobi.</param>
public sealed record ClaimView(ClaimMonth? Claim, IReadOnlyList<Service> Services, IReadOnlyList<Receipt> Receipts, DateOnly Today)
{
    /// <summary>Which claim was asked for; null for a new one.</summary>
    public ClaimKey? Key { get; init; }

    /// <summary>Every claim of its month, the first one first.</summary>
    public IReadOnlyList<ClaimMonth> OfMonth { get; init; } = [];

    /// <summary>What was done to it, the oldest first; also of one that was withdrawn.</summary>
    public IReadOnlyList<ClaimChange> History { get; init; } = [];

    /// <summary>What a service is called; its code where it is not known.</summary>
    public string NameOf(string service) => Services.FirstOrDefault(known => known.Code == service)?.Name ?? service;

    /// <summary>The services in the order of the regulation: those that may be claimed, and those the claim has.</summary>
    public IReadOnlyList<Service> Listed =>
        [
            .. Services
                .Where(service => service.Active || Claim?.Lines.Any(line => line.Service == service.Code) == true)
                .OrderBy(service => service.Article, StringComparer.Ordinal),
        ];
}
