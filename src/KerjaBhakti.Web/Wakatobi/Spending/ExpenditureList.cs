using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Spending;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Shell.Parts.Grid;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Spending;

/// <summary>The expenditures of a year as a list that the database finds, orders, pages and sums: a year has twenty thousand.</summary>
public sealed class ExpenditureList(FundWork work)
{
    /// <summary>The choice of what is paid from the year's receipts.</summary>
    public const string FromReceipts = "Penerimaan";

    /// <summary>The choice of what is paid from SiLPA.</summary>
    public const string FromSilpa = "SiLPA";

    /// <summary>The states an expenditure may be in, in words.</summary>
    public static IReadOnlyList<string> States { get; } = [.. Enum.GetValues<ExpenditureStatus>().Select(SpendingBadge.WordOf)];

    /// <summary>Some of the expenditures of a year, the newest first where no order is asked for.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="year">The year.</param>
    /// <param name="category">Only those of this category; null for all.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<GridPage<ExpenditureRow>> FindAsync(
        ClaimsPrincipal user,
        int year,
        string? category,
        GridQuery query,
        CancellationToken cancellationToken
    ) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            async db =>
            {
                var rows = Found(db, year, category, query.State);
                var booked = await rows.Where(row => row.Item.Status == ExpenditureStatus.Recorded)
                    .SumAsync(row => (long)(object)row.Item.Amount, cancellationToken);
                return new GridPage<ExpenditureRow>(
                    await Sorted(rows, query.State).Skip(query.Skip).Take(query.Take).ToListAsync(cancellationToken),
                    await rows.CountAsync(cancellationToken),
                    new Dictionary<string, long> { ["dibukukan"] = booked }
                );
            },
            cancellationToken
        );

    private static IQueryable<ExpenditureRow> Found(PortalDbContext db, int year, string? category, GridState state)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var rows = db
            .Expenditures.Where(item => item.On >= first && item.On <= last && (category == null || item.Category == category))
            .Join(
                db.SpendingCategories,
                item => item.Category,
                known => known.Code,
                (item, known) => new ExpenditureRow { Item = item, Category = known.Name }
            );
        if (state.Choices.TryGetValue("jenis", out var name))
        {
            rows = rows.Where(row => row.Category == name);
        }

        if (state.Choices.TryGetValue("dana", out var fund))
        {
            var silpa = fund == FromSilpa;
            rows = rows.Where(row => row.Item.SilpaUseId != null == silpa);
        }

        if (state.Choices.TryGetValue("keadaan", out var word))
        {
            var statuses = Enum.GetValues<ExpenditureStatus>().Where(status => SpendingBadge.WordOf(status) == word).ToList();
            rows = rows.Where(row => statuses.Contains(row.Item.Status));
        }

        foreach (var term in GridSearch.Words(state))
        {
            var (pattern, amount) = (GridSearch.Pattern(term), FundText.ReadAmount(term) ?? new Rupiah(-1));
            rows = rows.Where(row =>
                EF.Functions.Like(row.Item.Document, pattern, GridSearch.Escape)
                || EF.Functions.Like(row.Item.Payee, pattern, GridSearch.Escape)
                || EF.Functions.Like(row.Item.Description, pattern, GridSearch.Escape)
                || EF.Functions.Like(row.Category, pattern, GridSearch.Escape)
                || row.Item.Amount == amount
            );
        }

        return rows;
    }

    private static IQueryable<ExpenditureRow> Sorted(IQueryable<ExpenditureRow> rows, GridState state)
    {
        var ordered = state.Sort switch
        {
            "tanggal" => rows.Ordered(row => row.Item.On, state.Descending),
            "dokumen" => rows.Ordered(row => row.Item.Document, state.Descending),
            "jenis" => rows.Ordered(row => row.Category, state.Descending),
            "penerima" => rows.Ordered(row => row.Item.Payee, state.Descending),
            "jumlah" or "dibukukan" => rows.Ordered(row => row.Item.Amount, state.Descending),
            _ => rows.OrderByDescending(row => row.Item.On),
        };
        return ordered.ThenByDescending(row => row.Item.Id);
    }
}

/// <summary>An expenditure in the list.</summary>
public sealed record ExpenditureRow
{
    /// <summary>The expenditure.</summary>
    public required Expenditure Item { get; init; }

    /// <summary>The name of its category.</summary>
    public required string Category { get; init; }
}
