using System.Linq.Expressions;
using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.CarryOver;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Personnel;
using KerjaBhakti.Wakatobi.Spending;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Shell.Palette;
using KerjaBhakti.Web.Shell.Parts.Grid;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Start;

/// <summary>
/// What the claim fund holds, found by number, name or amount: claims, receipts, expenditures, people, decrees, movements of the bank, uses
/// of SiLPA. The database leaves out what certainly does not match; years hold tens of thousands.
/// </summary>
public sealed class FundThings(FundWork work) : IPaletteSource
{
    private const int MostOfAKind = 20;

    // A letter would match nearly everything.
    private const int FewestLetters = 2;

    /// <inheritdoc/>
    public async Task<IEnumerable<PaletteEntry>> CandidatesAsync(
        ClaimsPrincipal user,
        PaletteQuery query,
        CancellationToken cancellationToken
    ) =>
        query.Text.Length < FewestLetters || !user.May(Access.ReadClaims)
            ? []
            : await work.ReadAsync<IEnumerable<PaletteEntry>>(
                user,
                Access.ReadClaims,
                async db =>
                    [
                        .. await ClaimsAsync(db, cancellationToken),
                        .. user.May(Access.ReadFund) ? await OfTheFundAsync(db, query, cancellationToken) : [],
                    ],
                cancellationToken
            );

    private static async Task<IEnumerable<PaletteEntry>> OfTheFundAsync(
        PortalDbContext db,
        PaletteQuery query,
        CancellationToken cancellationToken
    ) =>
        [
            .. await ReceiptsAsync(db, query, cancellationToken),
            .. await ExpendituresAsync(db, query, cancellationToken),
            .. await PeopleAsync(db, query, cancellationToken),
            .. await DecreesAsync(db, query, cancellationToken),
            .. await MovementsAsync(db, query, cancellationToken),
            .. await UsesAsync(db, query, cancellationToken),
        ];

    private static async Task<IEnumerable<PaletteEntry>> ClaimsAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        (await db.ClaimMonths.ToListAsync(cancellationToken))
            .OrderByDescending(claim => claim.Month)
            .Select(claim => new PaletteEntry("Klaim", $"Klaim {claim.Name}", $"/wakatobi/klaim/{claim.Key}")
            {
                Detail = $"diajukan {claim.Filed}",
                Keywords = $"{claim.Key} {claim.CompletenessDocument} {Plain(claim.Filed, claim.Verified, claim.Paid)} {claim.Paid}",
            });

    private static async Task<IEnumerable<PaletteEntry>> ReceiptsAsync(
        PortalDbContext db,
        PaletteQuery query,
        CancellationToken cancellationToken
    ) =>
        (
            await Matching(db.Receipts, query, "penerimaan bpjs", (pattern, amount) =>
                    item => EF.Functions.Like(item.Reference, pattern, GridSearch.Escape) || item.Amount == amount
                )
                .OrderByDescending(item => item.ReceivedOn)
                .Take(MostOfAKind)
                .ToListAsync(cancellationToken)
        ).Select(item => new PaletteEntry("Penerimaan", item.Reference, $"/wakatobi/penerimaan/{item.Id}")
        {
            Detail = $"{item.Amount}, {Indonesian.ShortDate(item.ReceivedOn)}",
            Keywords = $"penerimaan bpjs {Plain(item.Amount)}",
        });

    private static async Task<IEnumerable<PaletteEntry>> ExpendituresAsync(
        PortalDbContext db,
        PaletteQuery query,
        CancellationToken cancellationToken
    ) =>
        (
            await Matching(db.Expenditures, query, "belanja", (pattern, amount) =>
                    item =>
                        EF.Functions.Like(item.Document, pattern, GridSearch.Escape)
                        || EF.Functions.Like(item.Payee, pattern, GridSearch.Escape)
                        || EF.Functions.Like(item.Description, pattern, GridSearch.Escape)
                        || item.Amount == amount
                )
                .OrderByDescending(item => item.On)
                .Take(MostOfAKind)
                .ToListAsync(cancellationToken)
        ).Select(item => new PaletteEntry("Belanja", item.Document, $"/wakatobi/belanja/{item.Id}")
        {
            Detail = $"{item.Payee}, {item.Amount}, {Indonesian.ShortDate(item.On)}",
            Keywords = $"belanja {item.Description} {Plain(item.Amount)}",
        });

    private static async Task<IEnumerable<PaletteEntry>> PeopleAsync(
        PortalDbContext db,
        PaletteQuery query,
        CancellationToken cancellationToken
    ) =>
        (
            await Matching(db.StaffMembers, query, "pegawai", (pattern, _) =>
                    item =>
                        EF.Functions.Like(item.Name, pattern, GridSearch.Escape)
                        || EF.Functions.Like(item.Number, pattern, GridSearch.Escape)
                        || EF.Functions.Like(item.Unit, pattern, GridSearch.Escape)
                )
                .OrderBy(item => item.Name)
                .Take(MostOfAKind)
                .ToListAsync(cancellationToken)
        ).Select(item => new PaletteEntry("Pegawai", item.Name, $"/wakatobi/pegawai/{item.Id}")
        {
            Detail = $"{item.Number}, {item.Unit}",
            Keywords = "pegawai",
        });

    private static async Task<IEnumerable<PaletteEntry>> DecreesAsync(
        PortalDbContext db,
        PaletteQuery query,
        CancellationToken cancellationToken
    ) =>
        (
            await Matching(
                    db.FeeDistributions.Select(item => new
                    {
                        item.Id,
                        item.DecreeNumber,
                        item.DecreeDate,
                        item.Pool,
                    }),
                    query,
                    "keputusan jasa pelayanan",
                    (pattern, amount) => item => EF.Functions.Like(item.DecreeNumber, pattern, GridSearch.Escape) || item.Pool == amount
                )
                .OrderByDescending(item => item.Id)
                .Take(MostOfAKind)
                .ToListAsync(cancellationToken)
        ).Select(item => new PaletteEntry("Keputusan jasa", item.DecreeNumber, $"/wakatobi/jasa/{item.Id}")
        {
            Detail = item.DecreeDate is { } signed ? $"{item.Pool}, {Indonesian.ShortDate(signed)}" : $"{item.Pool}, belum disetujui",
            Keywords = $"keputusan jasa pelayanan {Plain(item.Pool)}",
        });

    private static async Task<IEnumerable<PaletteEntry>> MovementsAsync(
        PortalDbContext db,
        PaletteQuery query,
        CancellationToken cancellationToken
    ) =>
        (
            await Matching(db.BankMovements, query, "mutasi bank", (pattern, amount) =>
                    item =>
                        EF.Functions.Like(item.Document, pattern, GridSearch.Escape)
                        || EF.Functions.Like(item.Description, pattern, GridSearch.Escape)
                        || item.Amount == amount
                )
                .OrderByDescending(item => item.On)
                .Take(MostOfAKind)
                .ToListAsync(cancellationToken)
        ).Select(item => new PaletteEntry("Mutasi bank", item.Document, $"/wakatobi/buku/bank/{item.Id}")
        {
            Detail = $"{item.Description}, {item.Amount}, {Indonesian.ShortDate(item.On)}",
            Keywords = $"mutasi bank {Plain(item.Amount)}",
        });

    private static async Task<IEnumerable<PaletteEntry>> UsesAsync(
        PortalDbContext db,
        PaletteQuery query,
        CancellationToken cancellationToken
    ) =>
        (
            await Matching(db.SilpaUses, query, "silpa", (pattern, amount) =>
                    item => EF.Functions.Like(item.Description, pattern, GridSearch.Escape) || item.Amount == amount
                )
                .OrderByDescending(item => item.Year)
                .Take(MostOfAKind)
                .ToListAsync(cancellationToken)
        ).Select(item => new PaletteEntry("Penggunaan SiLPA", item.Description, $"/wakatobi/silpa/{item.Id}")
        {
            Detail = $"{item.Amount}, {item.Year}",
            Keywords = $"silpa {Plain(item.Amount)}",
        });

    // What a kind is called finds all of it; every other word must be in one of its texts or be its amount.
    private static IQueryable<T> Matching<T>(
        IQueryable<T> things,
        PaletteQuery query,
        string names,
        Func<string, Rupiah, Expression<Func<T, bool>>> holds
    ) =>
        query
            .Terms.Where(term => !Array.Exists(names.Split(' '), name => name.StartsWith(term, StringComparison.OrdinalIgnoreCase)))
            .Aggregate(things, (found, term) => found.Where(holds(GridSearch.Pattern(term), FundText.ReadAmount(term) ?? new Rupiah(-1))));

    // Amounts as somebody types them who leaves the full stops out.
    private static string Plain(params IEnumerable<Rupiah> amounts) =>
        string.Join(' ', amounts.Select(amount => FormattableString.Invariant($"{amount.Amount}")));
}
