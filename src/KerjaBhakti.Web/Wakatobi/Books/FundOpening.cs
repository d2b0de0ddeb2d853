using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Books;

/// <summary>
/// The balance the books begin with: money at the bank that is SiLPA of years kept elsewhere. It needs no approval, because it decides
/// nothing: it copies a figure from a document that was signed, the bank's statement confirms it when the first month closes, and until
/// then it can be corrected.
/// </summary>
public sealed class FundOpening(FundWork work, WitaClock clock)
{
    /// <summary>The longest source document, in characters.</summary>
    public const int DocumentLength = 300;

    // A trillion: far more than a hospital of a regency has, and far from where sums of the books end. One zero too many is typed easily.
    private static readonly Rupiah Largest = new(1_000_000_000_000);

    /// <summary>The opening balance as it stands.</summary>
    public Task<OpeningView> OpenAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            async db =>
            {
                var years = await db.FiscalYears.OrderBy(year => year.Year).ToListAsync(cancellationToken);
                return new OpeningView(
                    years.Count == 0 ? null : years[0].Year,
                    await FindAsync(db, cancellationToken),
                    years.Exists(year => year.ClosedThrough > 0),
                    clock.Today.Year
                );
            },
            cancellationToken
        );

    /// <summary>Enters the opening balance, or replaces it: the entry before is reversed on its own date.</summary>
    /// <param name="user">Who enters it.</param>
    /// <param name="seen">The entry the page showed; null where it showed none.</param>
    /// <param name="year">The first year of the books; the balance is of its first day.</param>
    /// <param name="amount">The money at the bank that day; nothing takes the balance back.</param>
    /// <param name="document">The document the amount is copied from.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FundRefusedException">A month is closed, the books begin in another year, or something cannot be.</exception>
    public Task EnterAsync(
        ClaimsPrincipal user,
        Guid? seen,
        int year,
        Rupiah amount,
        string document,
        CancellationToken cancellationToken
    ) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                var before = await FindAsync(step.Db, cancellationToken);
                if (before?.Id != seen)
                {
                    throw new FundRefusedException(
                        "Orang lain baru saja mengubah saldo awal. Tidak ada yang disimpan; muat ulang halaman, lalu periksa kembali."
                    );
                }

                var source = document.Trim();
                await RequirePossibleAsync(step, before, year, amount, source, cancellationToken);
                if (before is not null)
                {
                    // A lower balance takes of what is free; what is the fees' or the second half's must not make up for it.
                    await step.ReverseAsync(
                        before.Source.Id,
                        before.On,
                        $"Saldo awal diperbaiki: {source}",
                        amount < before.Amount ? FundPart.Free : null
                    );
                }

                var first = await step.YearOfAsync(new DateOnly(year, 1, 1));
                await step.PostAsync(
                    new DateOnly(year, 1, 1),
                    $"Saldo awal: {source}",
                    new EntrySource(EntrySource.Opening, first.Id),
                    Postings.Opening(amount)
                );
                step.Note(
                    before is null ? FundActions.Opened : FundActions.OpeningCorrected,
                    first.Id,
                    FormattableString.Invariant($"1 Januari {year}"),
                    before?.Amount.ToString() ?? string.Empty,
                    $"{amount}, {source}"
                );
            },
            cancellationToken
        );

    /// <summary>The one of the opening entries that is not undone; null where there is none.</summary>
    internal static JournalEntry? InForce(IReadOnlyCollection<JournalEntry> entries)
    {
        var reversed = entries.Select(entry => entry.ReversesId).OfType<Guid>().ToHashSet();
        return entries.SingleOrDefault(entry => entry.ReversesId is null && !reversed.Contains(entry.Id));
    }

    private static async Task RequirePossibleAsync(
        FundStep step,
        JournalEntry? before,
        int year,
        Rupiah amount,
        string document,
        CancellationToken cancellationToken
    )
    {
        var years = await step.Db.FiscalYears.AsNoTracking().OrderBy(item => item.Year).ToListAsync(cancellationToken);
        var used = (await step.Db.SilpaUses.AsNoTracking().ToListAsync(cancellationToken)).Sum(use => use.Committed);

        // Nothing can be received before the first rule, and a year once begun has to be closed month by month: a mistyped one would cost
        // years of closings.
        var first = (await step.Db.AllocationRules.MinAsync(rule => rule.EffectiveFrom, cancellationToken)).Year;
        var problem = (amount, document) switch
        {
            _ when years.Exists(item => item.ClosedThrough > 0) =>
                "Sudah ada bulan yang ditutup, sehingga saldo awal tidak dapat dicatat atau diperbaiki lagi.",
            _ when year < first || year > step.Today.Year =>
                $"Tahun pertama buku harus dari {first}, tahun aturan pembagian yang pertama, sampai {step.Today.Year}.",
            _ when years.Count > 0 && year > years[0].Year =>
                $"Buku dimulai tahun {years[0].Year}; saldo awal harus tanggal 1 Januari {years[0].Year}.",
            _ when used > Rupiah.Zero && year != years[0].Year =>
                $"Sudah ada penggunaan SiLPA sebesar {used}; saldo awal tidak dapat pindah tahun.",
            _ when amount == Rupiah.Zero && before is null => "Saldo awal harus lebih dari nol.",
            _ when amount > Largest => $"Saldo awal paling besar {Largest}; periksa kembali angka nol yang diketik.",
            _ when amount < used => $"Sudah ada penggunaan SiLPA sebesar {used}; saldo awal tidak dapat kurang dari itu.",
            (_, { Length: 0 or > DocumentLength }) => $"Dokumen sumber harus diisi, paling panjang {DocumentLength} huruf.",
            _ => null,
        };
        if (problem is not null)
        {
            throw new FundRefusedException(problem);
        }
    }

    /// <summary>The entry in force; null where there is none or it was taken back.</summary>
    private static async Task<JournalEntry?> FindAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        InForce(await db.JournalEntries.Where(entry => entry.Source.Kind == EntrySource.Opening).ToListAsync(cancellationToken));
}

/// <summary>The opening balance as its page shows it.</summary>
/// <param name="FirstYear">The first year of the books; null while they have none.</param>
/// <param name="Entry">The entry in force; null where there is none.</param>
/// <param name="Closed">Whether a month is closed, so that nothing can be changed.</param>
/// <param name="Today">The year of today in Wakatobi.</param>
public sealed record OpeningView(int? FirstYear, JournalEntry? Entry, bool Closed, int Today);
