using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Services;
using KerjaBhakti.Web.Components.Shared;
using KerjaBhakti.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Claims;

/// <summary>The claim months: filed, corrected, declared complete, verified.</summary>
public sealed class ClaimBook(FundWork work, WitaClock clock)
{
    private static readonly ClaimTerms Terms = new();

    /// <summary>The claims of a year, the first month first.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="year">The year; null for the newest that has a claim, or this year.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<ClaimYear> OfYearAsync(ClaimsPrincipal user, int? year, CancellationToken cancellationToken) => work.ReadAsync(
        user,
        Access.ReadFund,
        async db =>
        {
            var claims = await db.ClaimMonths.ToListAsync(cancellationToken);
            var years = claims.Select(claim => claim.Month.Year).Append(clock.Today.Year).Distinct().OrderDescending().ToList();
            var shown = year ?? claims.Select(claim => claim.Month.Year).DefaultIfEmpty(clock.Today.Year).Max();
            return new ClaimYear(shown, years, [.. claims.Where(claim => claim.Month.Year == shown).OrderBy(claim => claim.Month)], clock.Today);
        },
        cancellationToken);

    /// <summary>The claim of a month, and what may be claimed.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="month">The month as <c>2024-03</c>; null for a claim that is still to be filed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<ClaimView> OpenAsync(ClaimsPrincipal user, string? month, CancellationToken cancellationToken) => work.ReadAsync(
        user,
        Access.ReadFund,
        async db =>
        {
            var claim = MonthOf(month) is { } known ? await db.ClaimMonths.FirstOrDefaultAsync(claim => claim.Month == known, cancellationToken) : null;
            var receipts = claim is null
                ? []
                : await db.Receipts.Where(receipt => receipt.Items.Any(item => item.ClaimMonthId == claim.Id)).ToListAsync(cancellationToken);
            return new ClaimView(claim, await ServicesAsync(db, cancellationToken), [.. receipts.OrderBy(receipt => receipt.ReceivedOn)], clock.Today);
        },
        cancellationToken);

    /// <summary>Files the claim of a month.</summary>
    /// <exception cref="FundRefusedException">The month was filed already, or something cannot be.</exception>
    public Task FileAsync(
        ClaimsPrincipal user, FiscalMonth month, string scheme, DateOnly filedOn, IReadOnlyList<ClaimFiling> filings, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                RequirePast(filedOn, step.Today, "Tanggal pengajuan");
                var claims = await step.Db.ClaimMonths.ToListAsync(cancellationToken);
                RequireCountable(filings, claims);
                var services = await ServicesAsync(step.Db, cancellationToken);
                var claim = ClaimMonth.File(month, scheme, filedOn, filings, services, [.. claims.Select(claim => claim.Month)], Terms);
                step.Db.ClaimMonths.Add(claim);
                step.Note("fund.claim-filed", claim.Id, Caption(claim), after: claim.Filed.ToString());
            },
            cancellationToken);

    /// <summary>Replaces what was filed, while BPJS has not answered.</summary>
    /// <exception cref="FundRefusedException">It is complete already, changed meanwhile, or something cannot be.</exception>
    public Task CorrectAsync(
        ClaimsPrincipal user, FiscalMonth month, int seen, IReadOnlyList<ClaimFiling> filings, CancellationToken cancellationToken) => work.DoAsync(
        user,
        Access.EnterFund,
        async step =>
        {
            var claim = await SeenAsync(step, month, seen, cancellationToken);
            RequireCountable(filings, await step.Db.ClaimMonths.Where(other => other.Id != claim.Id).ToListAsync(cancellationToken));
            var before = claim.Filed;
            claim.Correct(filings, await ServicesAsync(step.Db, cancellationToken), step.Today);
            step.Note("fund.claim-corrected", claim.Id, Caption(claim), before.ToString(), claim.Filed.ToString());
        },
        cancellationToken);

    /// <summary>Records the declaration of completeness.</summary>
    /// <exception cref="FundRefusedException">It was declared before, changed meanwhile, or the date cannot be.</exception>
    public Task DeclareCompleteAsync(
        ClaimsPrincipal user, FiscalMonth month, int seen, DateOnly on, string document, CancellationToken cancellationToken) => work.DoAsync(
        user,
        Access.EnterFund,
        async step =>
        {
            RequirePast(on, step.Today, "Tanggal BA kelengkapan");
            var claim = await SeenAsync(step, month, seen, cancellationToken);
            claim.DeclareComplete(on, document);
            step.Note("fund.claim-complete", claim.Id, Caption(claim), after: $"BA {claim.CompletenessDocument}, {Indonesian.DateInFull(on)}");
        },
        cancellationToken);

    /// <summary>Records what the verification said, or what was decided later about pending and disputed parts, and posts what is expected now.</summary>
    /// <exception cref="FundRefusedException">The claim is not complete, changed meanwhile, or the parts are not what was filed.</exception>
    public Task VerifyAsync(
        ClaimsPrincipal user, FiscalMonth month, int seen, DateOnly on, IReadOnlyList<ClaimVerdict> verdicts, CancellationToken cancellationToken) => work.DoAsync(
        user,
        Access.EnterFund,
        async step =>
        {
            RequirePast(on, step.Today, "Tanggal verifikasi");
            var claim = await SeenAsync(step, month, seen, cancellationToken);
            var before = claim.Verified;
            var first = claim.VerifiedOn is null;
            Verify(claim, on, verdicts, await ServicesAsync(step.Db, cancellationToken));
            await step.PostAsync(
                on, $"Verifikasi {Caption(claim)}", new EntrySource(nameof(ClaimMonth), claim.Id), Postings.Verified(claim.Verified - before));
            step.Note("fund.claim-verified", claim.Id, Caption(claim), first ? string.Empty : before.ToString(), $"{claim.Verified} layak");
        },
        cancellationToken);

    /// <summary>The month of an address; null where it names none.</summary>
    public static FiscalMonth? MonthOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", System.Globalization.CultureInfo.InvariantCulture, default, out var first) && first.Year is >= 2000 and < 2200
            ? FiscalMonth.Of(first)
            : null;

    /// <summary>Refuses a date that is still to come.</summary>
    /// <exception cref="FundRefusedException">It is.</exception>
    internal static void RequirePast(DateOnly date, DateOnly today, string what)
    {
        if (date > today)
        {
            throw new FundRefusedException($"{what} {Indonesian.DateInFull(date)} belum tiba; hari ini {Indonesian.DateInFull(today)}.");
        }
    }

    private static string Caption(ClaimMonth claim) => $"klaim {FundText.Month(claim.Month)}";

    // The sum of all claims must be an amount too, or no page could add them up any more.
    private static void RequireCountable(IReadOnlyList<ClaimFiling> filings, IReadOnlyList<ClaimMonth> others)
    {
        var sum = filings.Aggregate((Int128)0, (sum, filing) => sum + filing.Filed.Amount) + others.Sum(claim => claim.Filed).Amount;
        if (sum > Rupiah.Most)
        {
            throw new FundRefusedException($"Jumlah seluruh klaim akan melebihi jumlah terbesar, {new Rupiah(Rupiah.Most)}; periksa kembali angka nol yang diketik.");
        }
    }

    private static void Verify(ClaimMonth claim, DateOnly on, IReadOnlyList<ClaimVerdict> verdicts, IReadOnlyList<Service> services)
    {
        try
        {
            claim.Verify(on, verdicts, services);
        }
        catch (OverflowException)
        {
            throw new FundRefusedException($"Jumlah hasil verifikasi melebihi jumlah terbesar, {new Rupiah(Rupiah.Most)}.");
        }
    }

    private static Task<List<Service>> ServicesAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        db.ClaimServices.AsNoTracking().ToListAsync(cancellationToken);

    private static async Task<ClaimMonth> SeenAsync(FundStep step, FiscalMonth month, int seen, CancellationToken cancellationToken)
    {
        var claim = await step.Db.ClaimMonths.FirstOrDefaultAsync(claim => claim.Month == month, cancellationToken)
            ?? throw new FundRefusedException($"Belum ada klaim {FundText.Month(month)}.");
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
/// <param name="Receipts">The payments that paid something of it, the earliest first.</param>
/// <param name="Today">The date in Wakatobi.</param>
public sealed record ClaimView(ClaimMonth? Claim, IReadOnlyList<Service> Services, IReadOnlyList<Receipt> Receipts, DateOnly Today)
{
    /// <summary>What a service is called; its code where it is not known.</summary>
    public string NameOf(string service) => Services.FirstOrDefault(known => known.Code == service)?.Name ?? service;

    /// <summary>The services in the order of the regulation: those that may be claimed, and those the claim has.</summary>
    public IReadOnlyList<Service> Listed =>
        [.. Services.Where(service => service.Active || Claim?.Lines.Any(line => line.Service == service.Code) == true).OrderBy(service => service.Article, StringComparer.Ordinal)];
}
