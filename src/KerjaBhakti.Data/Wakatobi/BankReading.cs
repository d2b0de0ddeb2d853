using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Reconciliation;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Wakatobi;

/// <summary>Reads the bank beside the books.</summary>
public static class BankReading
{
    /// <summary>The comparisons months were closed on, the oldest first.</summary>
    public static async Task<IReadOnlyList<BankAssertion>> ClosingsAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        [
            .. (await db.FiscalYears.AsNoTracking().ToListAsync(cancellationToken))
                .SelectMany(year => year.Closings)
                .OrderBy(closing => closing.On),
        ];

    /// <summary>The lines of statements that were not removed.</summary>
    public static IQueryable<StatementLine> Lines(PortalDbContext db) =>
        db
            .StatementLines.AsNoTracking()
            .Where(line => !db.BankStatements.Any(item => item.Id == line.StatementId && item.RemovedAt != null));

    /// <summary>The lines no entry is matched to, up to a day.</summary>
    public static async Task<IReadOnlyList<StatementLine>> UnmatchedLinesAsync(
        PortalDbContext db,
        DateOnly through,
        CancellationToken cancellationToken
    ) =>
        await Lines(db)
            .Where(line => line.On <= through && !db.BankMatches.Any(match => match.Lines.Any(item => item.LineId == line.Id)))
            .OrderBy(line => line.On)
            .ThenBy(line => line.StatementId)
            .ThenBy(line => line.Number)
            .ToListAsync(cancellationToken);

    /// <summary>The entries that move the bank and no line is matched to, up to a day; the opening balance is none of them.</summary>
    public static async Task<IReadOnlyList<BankEntry>> UnmatchedEntriesAsync(
        PortalDbContext db,
        DateOnly through,
        CancellationToken cancellationToken
    ) =>
        await EntriesAsync(
            db,
            Moving(db)
                .Where(entry => entry.On <= through && !db.BankMatches.Any(match => match.Entries.Any(item => item.EntryId == entry.Id))),
            cancellationToken
        );

    /// <summary>The balance of the bank at a time of which it is certain, and when that was.</summary>
    /// <remarks>The last closing before a day, or what the books begin with.</remarks>
    public static async Task<(DateOnly? On, Rupiah Balance)> AnchorAsync(
        PortalDbContext db,
        DateOnly before,
        CancellationToken cancellationToken
    )
    {
        var closed = (await ClosingsAsync(db, cancellationToken)).LastOrDefault(closing => closing.On < before);
        if (closed is not null)
        {
            return (closed.On, closed.Statement);
        }

        var opening = await db
            .JournalEntries.AsNoTracking()
            .Where(entry => entry.Source.Kind == EntrySource.Opening)
            .ToListAsync(cancellationToken);
        return (null, opening.Sum(NetOf));
    }

    /// <summary>A month of the bank beside the books.</summary>
    public static async Task<BankMonth> MonthAsync(PortalDbContext db, FiscalMonth month, CancellationToken cancellationToken)
    {
        var (first, last) = (month.FirstDay, month.LastDay);
        var (anchor, balance) = await AnchorAsync(db, first, cancellationToken);
        var after = anchor ?? DateOnly.MinValue;
        var lines = await Lines(db).Where(line => line.On > after && line.On <= last).ToListAsync(cancellationToken);
        var before = StatementRun.Of(balance, lines.Where(line => line.On < first));
        var ofMonth = lines.Where(line => line.On >= first).ToList();
        return new BankMonth
        {
            Month = month,
            Opening = before.Closing,
            Run = StatementRun.Of(before.Closing, ofMonth) is var run && before.Broken is { } broken ? run with { Broken = broken } : run,
            LineCount = ofMonth.Count,
            EntryCount = await Moving(db).CountAsync(entry => entry.On >= first && entry.On <= last, cancellationToken),
            Books = (await BookSums.ThroughAsync(db, last, cancellationToken))[ChartOfAccounts.Bank],
            UnmatchedLines = await UnmatchedLinesAsync(db, last, cancellationToken),
            UnmatchedEntries = await UnmatchedEntriesAsync(db, last, cancellationToken),
            Matches = await MatchesAsync(db, first, last, cancellationToken),
        };
    }

    /// <summary>Entries as the bank should know them.</summary>
    public static async Task<IReadOnlyList<BankEntry>> EntriesAsync(
        PortalDbContext db,
        IQueryable<JournalEntry> entries,
        CancellationToken cancellationToken
    )
    {
        var found = await entries.OrderBy(entry => entry.On).ThenBy(entry => entry.Id).ToListAsync(cancellationToken);
        var sources = found.Select(entry => entry.Source.Id).Distinct().ToList();
        var documents = await db
            .Receipts.Where(item => sources.Contains(item.Id))
            .Select(item => new { item.Id, Document = item.Reference })
            .Concat(db.BankMovements.Where(item => sources.Contains(item.Id)).Select(item => new { item.Id, item.Document }))
            .Concat(db.Expenditures.Where(item => sources.Contains(item.Id)).Select(item => new { item.Id, item.Document }))
            .ToDictionaryAsync(item => item.Id, item => item.Document, cancellationToken);
        return
        [
            .. found.Select(entry => new BankEntry(
                entry.Id,
                entry.On,
                entry.Description,
                documents.GetValueOrDefault(entry.Source.Id, string.Empty),
                NetOf(entry),
                entry.ReversesId
            )
            {
                Number = entry.Number,
            }),
        ];
    }

    /// <summary>What an entry moves the bank by.</summary>
    public static Rupiah NetOf(JournalEntry entry) =>
        entry.Lines.Where(line => line.Account == ChartOfAccounts.Bank).Sum(line => line.Debit - line.Credit);

    private static IQueryable<JournalEntry> Moving(PortalDbContext db) =>
        db
            .JournalEntries.AsNoTracking()
            .Where(entry => entry.Source.Kind != EntrySource.Opening && entry.Lines.Any(line => line.Account == ChartOfAccounts.Bank));

    /// <summary>The matches of which something lies in the days, or something before and something after.</summary>
    private static async Task<IReadOnlyList<MatchedItems>> MatchesAsync(
        PortalDbContext db,
        DateOnly first,
        DateOnly last,
        CancellationToken cancellationToken
    )
    {
        var keys = await db
            .Database.SqlQuery<Guid>(
                $"""
                SELECT item."MatchId" AS "Value"
                FROM (
                    SELECT matched."MatchId", line."On"
                    FROM "wakatobi_MatchedLines" AS matched
                    INNER JOIN "wakatobi_StatementLines" AS line ON line."Id" = matched."LineId"
                    UNION ALL
                    SELECT matched."MatchId", entry."On"
                    FROM "wakatobi_MatchedEntries" AS matched
                    INNER JOIN "wakatobi_JournalEntries" AS entry ON entry."Id" = matched."EntryId"
                ) AS item
                GROUP BY item."MatchId"
                HAVING MIN(item."On") <= {last} AND MAX(item."On") >= {first}
                """
            )
            .ToListAsync(cancellationToken);
        var matches = await db
            .BankMatches.AsNoTracking()
            .Where(match => keys.Contains(match.Id))
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        var lineKeys = matches.SelectMany(match => match.Lines).Select(item => item.LineId).ToList();
        var entryKeys = matches.SelectMany(match => match.Entries).Select(item => item.EntryId).ToList();
        var lines = await db
            .StatementLines.AsNoTracking()
            .Where(line => lineKeys.Contains(line.Id))
            .ToDictionaryAsync(line => line.Id, cancellationToken);
        var entries = (
            await EntriesAsync(db, db.JournalEntries.AsNoTracking().Where(entry => entryKeys.Contains(entry.Id)), cancellationToken)
        ).ToDictionary(entry => entry.Id);
        return
        [
            .. matches
                .Select(match => new MatchedItems(
                    match,
                    [.. match.Lines.Select(item => lines[item.LineId]).OrderBy(line => line.On).ThenBy(line => line.Number)],
                    [.. match.Entries.Select(item => entries[item.EntryId]).OrderBy(entry => entry.On)]
                ))
                .OrderBy(item => item.Match.On)
                .ThenBy(item => item.Match.Id),
        ];
    }
}
