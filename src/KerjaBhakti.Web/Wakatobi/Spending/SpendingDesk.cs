using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Files;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.CarryOver;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Spending;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Foundation.Scans;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Spending;

/// <summary>Spends the second half of the fund: what is left, what was spent, what waits for the Director.</summary>
public sealed class SpendingDesk(FundWork work, ScanReader reader, WitaClock clock, SpendingSettings settings)
{
    /// <summary>What each category may spend in a year and has spent, the plan, and the years there are.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="year">The year.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<SpendingYear> OpenAsync(ClaimsPrincipal user, int year, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            async db =>
            {
                var today = clock.Today;
                var (lines, problem) = await LinesAsync(db, year, cancellationToken);
                var plan = await db.SpendingPlans.FirstOrDefaultAsync(
                    plan => plan.EffectiveFrom <= today && (plan.EffectiveTo == null || plan.EffectiveTo >= today),
                    cancellationToken
                );
                var years = await db.FiscalYears.Select(item => item.Year).ToListAsync(cancellationToken);
                return new SpendingYear(plan, lines, problem, [.. years.Append(today.Year).Append(year).Distinct().OrderDescending()]);
            },
            cancellationToken
        );

    /// <summary>An expenditure; null where there is none.</summary>
    public Task<ExpenditureView?> FindAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            async db =>
                await db.Expenditures.FirstOrDefaultAsync(item => item.Id == id, cancellationToken) is { } item
                    ? new ExpenditureView(
                        item,
                        await db.SpendingCategories.FirstAsync(category => category.Code == item.Category, cancellationToken),
                        await db.SilpaUses.FirstOrDefaultAsync(use => use.Id == item.SilpaUseId, cancellationToken)
                    )
                    : null,
            cancellationToken
        );

    /// <summary>What waits for the Director, the oldest first, each with what its category has left now.</summary>
    public Task<IReadOnlyList<WaitingSpending>> WaitingAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ApproveFund,
            async db =>
            {
                var waiting = await db
                    .Expenditures.Where(item => item.Status == ExpenditureStatus.Waiting)
                    .OrderBy(item => item.Id)
                    .ToListAsync(cancellationToken);
                var lines = new Dictionary<int, IReadOnlyList<SpendingLine>>();
                foreach (var year in waiting.Select(item => item.On.Year).Distinct())
                {
                    lines[year] = (await LinesAsync(db, year, cancellationToken)).Lines;
                }

                return (IReadOnlyList<WaitingSpending>)
                    [
                        .. waiting.Select(item => new WaitingSpending(
                            item,
                            lines[item.On.Year].First(line => line.Category.Code == item.Category)
                        )),
                    ];
            },
            cancellationToken
        );

    /// <summary>Enters an expenditure from the year's receipts.</summary>
    /// <returns>Its key; it is in the books, or waits for the Director.</returns>
    /// <exception cref="FundRefusedException">It cannot be spent; says why.</exception>
    public Task<Guid> EnterAsync(ClaimsPrincipal user, ExpenditureEntry entry, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                PastDay.Require(entry.On, step.Today, "Tanggal belanja");
                var category = await CategoryAsync(step, entry, cancellationToken);
                var budget = await BudgetAsync(step, entry, cancellationToken);
                return await AddAsync(step, Expenditure.Enter(entry, budget, settings.OverLimit, category.Name), cancellationToken);
            },
            cancellationToken
        );

    /// <summary>
    /// Enters an expenditure that is paid from an approved use of SiLPA; what the use has left is its limit (pasal 10(3)).
    /// </summary>
    /// <returns>Its key; it is in the books.</returns>
    /// <exception cref="FundRefusedException">It cannot be spent; says why.</exception>
    public Task<Guid> EnterFromSilpaAsync(ClaimsPrincipal user, Guid use, ExpenditureEntry entry, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                PastDay.Require(entry.On, step.Today, "Tanggal belanja");
                var category = await CategoryAsync(step, entry, cancellationToken);
                var source = await step.Db.SilpaUses.FirstOrDefaultAsync(item => item.Id == use, cancellationToken)
                    ?? throw new FundRefusedException("Penggunaan SiLPA itu tidak ada.");
                return await AddAsync(step, Expenditure.EnterFromSilpa(entry, source, category), cancellationToken);
            },
            cancellationToken
        );

    /// <summary>The Director approves what is beyond the limit, and it is booked on its date.</summary>
    /// <exception cref="FundRefusedException">It does not wait any more, there is no reason, or its month is closed.</exception>
    public Task ApproveAsync(ClaimsPrincipal user, Guid id, int revision, string reason, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.ApproveFund,
            async step =>
            {
                var expenditure = await LoadAsync(step, id, revision, cancellationToken);
                expenditure.Approve(step.By, reason);
                step.Note(FundActions.SpendingApproved, id, CaptionOf(expenditure), after: expenditure.Reason!);
                await PostAsync(step, expenditure);
            },
            cancellationToken
        );

    /// <summary>The Director declines what is beyond the limit; nothing is booked.</summary>
    /// <exception cref="FundRefusedException">It does not wait any more, or there is no reason.</exception>
    public Task DeclineAsync(ClaimsPrincipal user, Guid id, int revision, string reason, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.ApproveFund,
            async step =>
            {
                var expenditure = await LoadAsync(step, id, revision, cancellationToken);
                expenditure.Decline(step.By, reason);
                step.Note(FundActions.SpendingDeclined, id, CaptionOf(expenditure), after: expenditure.Reason!);
            },
            cancellationToken
        );

    /// <summary>Takes an expenditure back; its entry is reversed today.</summary>
    /// <exception cref="FundRefusedException">It is not in the books, is of another year, there is no reason, or this month is
    /// closed.</exception>
    public Task ReverseAsync(ClaimsPrincipal user, Guid id, int revision, string reason, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                var expenditure = await LoadAsync(step, id, revision, cancellationToken);
                var use = expenditure.SilpaUseId is { } source
                    ? await step.Db.SilpaUses.FirstAsync(item => item.Id == source, cancellationToken)
                    : null;
                expenditure.Reverse(reason, step.Today, use);
                await step.ReverseAsync(id, step.Today, expenditure.Reason!);
                step.Note(FundActions.SpendingReversed, id, CaptionOf(expenditure), after: expenditure.Reason!);
            },
            cancellationToken
        );

    /// <summary>Keeps the scan of an expenditure's document.</summary>
    /// <exception cref="KerjaBhakti.Documents.Scans.ScanRefusedException">The file is none that is kept.</exception>
    /// <exception cref="FundRefusedException">It has a scan already, or there is no such expenditure.</exception>
    public async Task AttachAsync(ClaimsPrincipal user, Guid id, string fileName, byte[] content, CancellationToken cancellationToken)
    {
        user.Demand(Access.EnterFund);
        var pages = (await reader.ReadAsync(content, cancellationToken)).Pages;
        await work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                var expenditure = await LoadAsync(step, id, revision: null, cancellationToken);
                var file = new StoredFile(content, "application/pdf");
                expenditure.Attach(file.Id);
                step.Db.StoredFiles.Add(file);
                step.Note(
                    FundActions.Scanned,
                    id,
                    CaptionOf(expenditure),
                    after: FormattableString.Invariant($"{fileName}, {pages} halaman, SHA-256 {file.Sha256}")
                );
            },
            cancellationToken
        );
    }

    /// <summary>The bytes of an expenditure's scan; null where it has none.</summary>
    public Task<byte[]?> ScanAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            db =>
                db.Expenditures.Where(item => item.Id == id)
                    .Join(db.StoredFiles, item => item.ScanId, file => (Guid?)file.Id, (item, file) => file.Content)
                    .FirstOrDefaultAsync(cancellationToken),
            cancellationToken
        );

    private static (DateOnly First, DateOnly Last) DaysOf(int year) => (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    private static async Task<IReadOnlyList<CategoryBudget>> BudgetsAsync(PortalDbContext db, int year, CancellationToken cancellationToken)
    {
        var (first, last) = DaysOf(year);
        var allocations = await db
            .Allocations.AsNoTracking()
            .Where(item => item.On >= first && item.On <= last)
            .ToListAsync(cancellationToken);
        var plans = await db.SpendingPlans.AsNoTracking().ToListAsync(cancellationToken);
        var spent = await db
            .Expenditures.Where(item =>
                item.On >= first && item.On <= last && item.Status == ExpenditureStatus.Recorded && item.SilpaUseId == null
            )
            .GroupBy(item => item.Category)
            .Select(items => new { Category = items.Key, Amount = items.Sum(item => (long)(object)item.Amount) })
            .ToListAsync(cancellationToken);
        return SpendingBudget.Of(allocations, new SpendingPlans(plans), spent.Select(item => (item.Category, new Rupiah(item.Amount))));
    }

    /// <summary>What the receipts of a year gave to a category, one by one: their sum is its limit.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="year">The year.</param>
    /// <param name="category">The code of the category; null for all of them.</param>
    /// <param name="last">The last day whose receipts count.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FundRefusedException">A receipt has no plan on its date.</exception>
    public Task<SpendingLimit> LimitAsync(
        ClaimsPrincipal user,
        int year,
        string? category,
        DateOnly last,
        CancellationToken cancellationToken
    ) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            async db =>
            {
                var (first, end) = (new DateOnly(year, 1, 1), last < new DateOnly(year, 12, 31) ? last : new DateOnly(year, 12, 31));
                var allocations = await db
                    .Allocations.AsNoTracking()
                    .Where(item => item.On >= first && item.On <= end)
                    .OrderBy(item => item.On)
                    .ThenBy(item => item.Id)
                    .ToListAsync(cancellationToken);
                var references = await db.Receipts.ToDictionaryAsync(item => item.Id, item => item.Reference, cancellationToken);
                var plans = new SpendingPlans(await db.SpendingPlans.AsNoTracking().ToListAsync(cancellationToken));
                return new SpendingLimit(
                    await db.SpendingCategories.AsNoTracking().FirstOrDefaultAsync(item => item.Code == category, cancellationToken),
                    [
                        .. allocations.Select(item => new SpendingGift(
                            item,
                            references[item.ReceiptId],
                            SpendingBudget
                                .Of([item], plans, [])
                                .Where(budget => category is null || budget.Category == category)
                                .Sum(budget => budget.Ceiling)
                        )),
                    ]
                );
            },
            cancellationToken
        );

    private static async Task<(IReadOnlyList<SpendingLine> Lines, string? Problem)> LinesAsync(
        PortalDbContext db,
        int year,
        CancellationToken cancellationToken
    )
    {
        var categories = await db.SpendingCategories.AsNoTracking().ToListAsync(cancellationToken);
        IReadOnlyList<CategoryBudget> budgets = [];
        string? problem = null;
        try
        {
            budgets = await BudgetsAsync(db, year, cancellationToken);
        }
        catch (FundRefusedException refusal)
        {
            problem = refusal.Message;
        }

        return (
            [
                .. categories
                    .OrderBy(Regulation9Of2024.PlaceOf)
                    .ThenBy(category => category.Code, StringComparer.Ordinal)
                    .Select(category => new SpendingLine(
                        category,
                        budgets.FirstOrDefault(budget => budget.Category == category.Code)
                            ?? new CategoryBudget(category.Code, default, default)
                    )),
            ],
            problem
        );
    }

    private static async Task<SpendingCategory> CategoryAsync(FundStep step, ExpenditureEntry entry, CancellationToken cancellationToken) =>
        await step.Db.SpendingCategories.AsNoTracking().FirstOrDefaultAsync(category => category.Code == entry.Category, cancellationToken)
        ?? throw new FundRefusedException("Pilih jenis belanja.");

    private static async Task<CategoryBudget> BudgetAsync(FundStep step, ExpenditureEntry entry, CancellationToken cancellationToken)
    {
        var budgets = await BudgetsAsync(step.Db, entry.On.Year, cancellationToken);
        if (budgets.All(budget => budget.Ceiling == default))
        {
            throw new FundRefusedException(
                $"Belum ada penerimaan tahun {entry.On.Year} yang dibagi, sehingga belum ada yang dapat dibelanjakan."
            );
        }

        (await step.YearOfAsync(entry.On)).RequireOpen(entry.On);
        return budgets.FirstOrDefault(budget => budget.Category == entry.Category) ?? new CategoryBudget(entry.Category, default, default);
    }

    private static async Task<Guid> AddAsync(FundStep step, Expenditure expenditure, CancellationToken cancellationToken)
    {
        if (
            await step
                .Db.Expenditures.Where(FundNumber.Is<Expenditure>(known => known.Document, expenditure.Document))
                .FirstOrDefaultAsync(
                    known => known.Status == ExpenditureStatus.Recorded || known.Status == ExpenditureStatus.Waiting,
                    cancellationToken
                ) is
            { } used
        )
        {
            throw new FundRefusedException(
                $"Nomor dokumen {expenditure.Document} sudah dicatat: belanja {used.Amount} kepada {used.Payee} tanggal "
                    + $"{Foundation.Indonesian.DateInFull(used.On)}. Satu SP2D dicatat satu kali."
            );
        }

        step.Db.Expenditures.Add(expenditure);
        step.Note(
            FundActions.Spent,
            expenditure.Id,
            CaptionOf(expenditure),
            after: expenditure switch
            {
                { Status: ExpenditureStatus.Waiting } => $"melebihi sisa {expenditure.OverBy}, menunggu Direktur",
                { SilpaUseId: not null } => "dibukukan dari SiLPA",
                _ => "dibukukan",
            }
        );
        if (expenditure.Status == ExpenditureStatus.Recorded)
        {
            await PostAsync(step, expenditure);
        }

        return expenditure.Id;
    }

    private static async Task<Expenditure> LoadAsync(FundStep step, Guid id, int? revision, CancellationToken cancellationToken)
    {
        var expenditure = await step.Db.Expenditures.FirstOrDefaultAsync(item => item.Id == id, cancellationToken)
            ?? throw new FundRefusedException("Belanja itu tidak ada.");
        FundWork.RequireSeen(revision ?? expenditure.Revision, expenditure.Revision);
        return expenditure;
    }

    private static Task PostAsync(FundStep step, Expenditure expenditure) =>
        step.PostAsync(
            expenditure.On,
            $"Belanja {expenditure.Document}, {expenditure.Payee}",
            new EntrySource(nameof(Expenditure), expenditure.Id),
            Postings.Spent(expenditure.Category, expenditure.Amount),
            expenditure.SilpaUseId is null ? FundPart.Spending : FundPart.Free
        );

    private static string CaptionOf(Expenditure expenditure) =>
        $"{expenditure.Document} ({expenditure.Category}) {expenditure.Amount} kepada {expenditure.Payee}";
}

/// <summary>A year of spending.</summary>
/// <param name="Plan">The plan in force today; null where none is.</param>
/// <param name="Lines">Every category, in the order of the regulation.</param>
/// <param name="Problem">Why the limits cannot be computed; null where they can.</param>
/// <param name="Years">The years of the books, this one and the one shown, the newest first.</param>
public sealed record SpendingYear(SpendingPlan? Plan, IReadOnlyList<SpendingLine> Lines, string? Problem, IReadOnlyList<int> Years);

/// <summary>A category and its year.</summary>
/// <param name="Category">The category.</param>
/// <param name="Budget">Its limit and what was spent of it.</param>
public sealed record SpendingLine(SpendingCategory Category, CategoryBudget Budget);

/// <summary>An expenditure as its page shows it.</summary>
/// <param name="Item">The expenditure.</param>
/// <param name="Category">Its category.</param>
/// <param name="Use">The use of SiLPA it is paid from; null where it is paid from the year's receipts.</param>
public sealed record ExpenditureView(Expenditure Item, SpendingCategory Category, SilpaUse? Use);

/// <summary>An expenditure beyond its limit.</summary>
/// <param name="Expenditure">The expenditure.</param>
/// <param name="Line">Its category as it stands now.</param>
public sealed record WaitingSpending(Expenditure Expenditure, SpendingLine Line);

/// <summary>What made the limit of a category.</summary>
/// <param name="Category">The category; null for all of them.</param>
/// <param name="Gifts">What each receipt gave, the oldest first.</param>
public sealed record SpendingLimit(SpendingCategory? Category, IReadOnlyList<SpendingGift> Gifts);

/// <summary>What a receipt gave to a category.</summary>
/// <param name="Allocation">How the receipt was shared.</param>
/// <param name="Reference">The bank's reference of the receipt.</param>
/// <param name="Amount">What the category got of its second half; negative where the receipt was taken back.</param>
public sealed record SpendingGift(Allocation Allocation, string Reference, Rupiah Amount);
