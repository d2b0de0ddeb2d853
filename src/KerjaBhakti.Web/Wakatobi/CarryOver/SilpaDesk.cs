using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.CarryOver;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Spending;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Books;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.CarryOver;

/// <summary>SiLPA and its uses: proposed, decided, spent, matched to the budget amendment (pasal 10).</summary>
public sealed class SilpaDesk(FundWork work, WitaClock clock)
{
    /// <summary>SiLPA of every year that is known, and every use.</summary>
    public Task<SilpaBook> OpenAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync(user, Access.ReadFund, db => BookAsync(db, clock.Today, cancellationToken), cancellationToken);

    /// <summary>A use and what was spent of it; null where there is none.</summary>
    public Task<SilpaUseView?> FindAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            async db =>
                await db.SilpaUses.FirstOrDefaultAsync(use => use.Id == id, cancellationToken) is { } use
                    ? new SilpaUseView(
                        use,
                        await db
                            .Expenditures.Where(item => item.SilpaUseId == id)
                            .OrderBy(item => item.On)
                            .ThenBy(item => item.Id)
                            .ToListAsync(cancellationToken),
                        await IsClosedAsync(db, use.Year, cancellationToken)
                    )
                    : null,
            cancellationToken
        );

    /// <summary>The uses that wait for the Director, the oldest first.</summary>
    public Task<IReadOnlyList<SilpaUse>> WaitingAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ApproveFund,
            async db =>
                (IReadOnlyList<SilpaUse>)
                    [
                        .. (await db.SilpaUses.OrderBy(use => use.Id).ToListAsync(cancellationToken)).Where(use =>
                            use.Status == SilpaUseStatus.Proposed
                        ),
                    ],
            cancellationToken
        );

    /// <summary>Proposes a use; its amount is kept free for it until the Director declines it.</summary>
    /// <returns>Its key.</returns>
    /// <exception cref="FundRefusedException">It is more than there is, its year cannot use SiLPA now, or something is missing.</exception>
    public Task<Guid> ProposeAsync(ClaimsPrincipal user, SilpaProposal proposal, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                PastDay.Require(proposal.Document.Date, step.Today, "Tanggal dokumen");
                var book = await BookAsync(step.Db, step.Today, cancellationToken);
                if (book.Open is not { } open || open.Year != proposal.Year)
                {
                    throw new FundRefusedException(
                        $"SiLPA tidak dapat diusulkan untuk tahun {proposal.Year}: digunakan dalam tahun yang masih terbuka, sesudah tahun sebelumnya ditutup."
                    );
                }

                var use = proposal.Criterion is { } criterion
                    ? SilpaUse.Urgent(
                        open.Year,
                        open.Left,
                        proposal.Amount,
                        proposal.Purpose,
                        proposal.Description,
                        criterion,
                        proposal.Document
                    )
                    : SilpaUse.Budgeted(open.Year, open.Left, proposal.Amount, proposal.Purpose, proposal.Description, proposal.Document);
                step.Db.SilpaUses.Add(use);
                step.Note(FundActions.SilpaProposed, use.Id, CaptionOf(use), after: BasisOf(use));
                return use.Id;
            },
            cancellationToken
        );

    /// <summary>The Director approves a use, and it can be spent.</summary>
    /// <exception cref="FundRefusedException">It was decided or changed meanwhile, or its year is closed.</exception>
    public Task ApproveAsync(ClaimsPrincipal user, Guid id, int revision, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.ApproveFund,
            async step =>
            {
                var use = await LoadAsync(step, id, revision, cancellationToken);
                if (await IsClosedAsync(step.Db, use.Year, cancellationToken))
                {
                    throw new FundRefusedException(
                        $"Tahun {use.Year} sudah ditutup, sehingga SiLPA tidak dapat digunakan lagi dalam tahun itu."
                    );
                }

                use.Approve(step.By, step.At);
                step.Note(FundActions.SilpaApproved, id, CaptionOf(use), after: BasisOf(use));
            },
            cancellationToken
        );

    /// <summary>The Director declines a use; its amount is free again.</summary>
    /// <exception cref="FundRefusedException">It was decided or changed meanwhile, or there is no reason.</exception>
    public Task DeclineAsync(ClaimsPrincipal user, Guid id, int revision, string reason, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.ApproveFund,
            async step =>
            {
                var use = await LoadAsync(step, id, revision, cancellationToken);
                use.Decline(step.By, reason, step.At);
                step.Note(FundActions.SilpaDeclined, id, CaptionOf(use), after: use.DeclineReason!);
            },
            cancellationToken
        );

    /// <summary>Matches an urgent use to the budget amendment it came ahead of.</summary>
    /// <exception cref="FundRefusedException">It stands in a budget already, was changed meanwhile, or the amendment came before the
    /// letter.</exception>
    public Task MatchAsync(ClaimsPrincipal user, Guid id, int revision, LegalDocument amendment, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                PastDay.Require(amendment.Date, step.Today, "Tanggal Perubahan APBD");
                var use = await LoadAsync(step, id, revision, cancellationToken);
                use.Match(amendment);
                step.Note(
                    FundActions.SilpaMatched,
                    id,
                    CaptionOf(use),
                    after: $"{use.Budget!.Number}, {Indonesian.DateInFull(use.Budget.Date)}"
                );
            },
            cancellationToken
        );

    /// <summary>SiLPA by the year it is used in: what the year before left at its closing, or what the books began with.</summary>
    private static async Task<SilpaBook> BookAsync(PortalDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var years = await db.FiscalYears.AsNoTracking().OrderBy(year => year.Year).ToListAsync(cancellationToken);
        var uses = await db.SilpaUses.AsNoTracking().OrderByDescending(use => use.Id).ToListAsync(cancellationToken);
        if (years.Count == 0)
        {
            return new SilpaBook([], [], uses);
        }

        // On its first day a year's books hold what they began with and nothing else on this account; closings come on the last day.
        var first = years[0].Year;
        var opening = -(await BookSums.ThroughAsync(db, new DateOnly(first, 1, 1), cancellationToken))[ChartOfAccounts.Silpa];
        var known = years.Select(year => year.Silpa).OfType<Silpa>().ToList();
        var balances = known
            .Select(silpa => (Year: silpa.Year + 1, silpa.Amount, silpa.Bound))
            .Prepend((Year: first, Amount: opening, Bound: Rupiah.Zero))
            .Select(year => new SilpaBalance(
                year.Year,
                year.Amount,
                year.Bound,
                uses.Where(use => use.Year == year.Year).Sum(use => use.Committed),
                uses.Where(use => use.Year == year.Year).Sum(use => use.Spent),
                Held: null
            ))
            .ToList();

        // Only of the open year is anything used now, and of it only what lies there today.
        var held = (await FundCashReading.ReadAsync(db, cancellationToken)).On(today);
        balances[^1] = balances[^1] with { Held = held.Free < held.Bank ? held.Free : held.Bank };
        return new SilpaBook(known, balances, uses);
    }

    private static async Task<bool> IsClosedAsync(PortalDbContext db, int year, CancellationToken cancellationToken) =>
        (await db.FiscalYears.AsNoTracking().FirstOrDefaultAsync(item => item.Year == year, cancellationToken))?.Silpa is not null;

    private static async Task<SilpaUse> LoadAsync(FundStep step, Guid id, int revision, CancellationToken cancellationToken)
    {
        var use = await step.Db.SilpaUses.FirstOrDefaultAsync(item => item.Id == id, cancellationToken)
            ?? throw new FundRefusedException("Penggunaan SiLPA itu tidak ada.");
        FundWork.RequireSeen(revision, use.Revision);
        return use;
    }

    private static string CaptionOf(SilpaUse use) => $"{use.Amount} dalam tahun {use.Year} untuk {use.Description}";

    private static string BasisOf(SilpaUse use) =>
        use is { Criterion: { } criterion, Letter: { } letter }
            ? $"mendesak, {Regulation9Of2024.ArticleOf(criterion)}, surat {letter.Number} tanggal {Indonesian.DateInFull(letter.Date)}"
            : $"tercantum dalam {use.Budget!.Number} tanggal {Indonesian.DateInFull(use.Budget.Date)}";
}

/// <summary>A use of SiLPA as it is proposed.</summary>
/// <param name="Year">The year it is used in.</param>
/// <param name="Amount">How much.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Description">What for, in words.</param>
/// <param name="Criterion">Why it cannot wait for the budget amendment; null where it stands in the budget.</param>
/// <param name="Document">The letter of an urgent use, otherwise the budget document.</param>
public sealed record SilpaProposal(
    int Year,
    Rupiah Amount,
    SilpaPurpose Purpose,
    string Description,
    UrgentCriterion? Criterion,
    LegalDocument Document
);

/// <summary>What a year can use of SiLPA.</summary>
/// <param name="Year">The year it is used in.</param>
/// <param name="Amount">What the years before left.</param>
/// <param name="Bound">What of it are fees that go on as this year's pool.</param>
/// <param name="Committed">What uses have taken of it, proposed or approved.</param>
/// <param name="Spent">What was spent of that.</param>
/// <param name="Held">What the bank holds today that is bound to nothing, after all charges and transfers; null in a closed year.</param>
public sealed record SilpaBalance(int Year, Rupiah Amount, Rupiah Bound, Rupiah Committed, Rupiah Spent, Rupiah? Held)
{
    /// <summary>What uses can take; negative where the years before spent more than they received.</summary>
    public Rupiah Free => Amount - Bound;

    /// <summary>What no use has taken and the bank still holds.</summary>
    public Rupiah Left => Held - (Committed - Spent) is { } there && there < Free - Committed ? there : Free - Committed;
}

/// <summary>SiLPA and its uses.</summary>
/// <param name="Closed">SiLPA of each closed year, the first year first.</param>
/// <param name="Balances">What each year can use, the first year first; a year whose predecessor is open is not among them.</param>
/// <param name="Uses">Every use, the newest first.</param>
public sealed record SilpaBook(IReadOnlyList<Silpa> Closed, IReadOnlyList<SilpaBalance> Balances, IReadOnlyList<SilpaUse> Uses)
{
    /// <summary>The one year SiLPA can be used in now: the first that is not closed. Null while the books have no year.</summary>
    public SilpaBalance? Open => Balances.Count == 0 ? null : Balances[^1];

    /// <summary>The urgent uses the Director approved that are not matched to a budget amendment, the newest first.</summary>
    public IEnumerable<SilpaUse> Unmatched => Uses.Where(use => use is { Status: SilpaUseStatus.Approved, AwaitsBudget: true });
}

/// <summary>A use as its page shows it.</summary>
/// <param name="Use">The use.</param>
/// <param name="Expenditures">What was spent of it, the earliest first.</param>
/// <param name="YearClosed">Whether its year is closed, so that nothing more can be spent of it.</param>
public sealed record SilpaUseView(SilpaUse Use, IReadOnlyList<Expenditure> Expenditures, bool YearClosed);
