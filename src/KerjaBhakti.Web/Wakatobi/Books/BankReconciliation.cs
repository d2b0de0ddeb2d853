using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Reconciliation;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Books;

/// <summary>Matches the lines of the bank with the entries of the journal.</summary>
public sealed class BankReconciliation(FundWork work)
{
    /// <summary>Every month the bank or the books have something of, the newest first.</summary>
    public Task<IReadOnlyList<BankMonthRow>> ListAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync(user, Access.ReadFund, db => ListAsync(db, cancellationToken), cancellationToken);

    /// <summary>A month of the bank beside the books.</summary>
    public Task<BankMonthView> OpenAsync(ClaimsPrincipal user, FiscalMonth month, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            async db =>
            {
                var closings = await BankReading.ClosingsAsync(db, cancellationToken);
                var (first, last) = (month.FirstDay, month.LastDay);
                return new BankMonthView(
                    await BankReading.MonthAsync(db, month, cancellationToken),
                    closings.FirstOrDefault(closing => closing.On == last),
                    closings is [.., var latest] ? latest.On : null,
                    await db
                        .BankStatements.AsNoTracking()
                        .Where(item => item.From <= last && item.To >= first)
                        .OrderBy(item => item.Id)
                        .ToListAsync(cancellationToken),
                    await db
                        .StatementScans.AsNoTracking()
                        .Where(scan => scan.Month == month)
                        .OrderBy(scan => scan.Id)
                        .ToListAsync(cancellationToken)
                );
            },
            cancellationToken
        );

    /// <summary>A line that nothing is matched to; null where there is none, or it is matched.</summary>
    public Task<StatementLine?> FindLineAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken) =>
        work.ReadAsync(user, Access.ReadFund, db => FindLineAsync(db, id, cancellationToken), cancellationToken);

    /// <summary>Matches what is certain among all that is not matched.</summary>
    /// <returns>How many matches were made.</returns>
    /// <exception cref="FundRefusedException">Nothing is certain.</exception>
    public Task<int> MatchAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                var lines = await BankReading.UnmatchedLinesAsync(step.Db, DateOnly.MaxValue, cancellationToken);
                var made = await MatchAsync(step, lines, await ClosedThroughAsync(step.Db, cancellationToken), cancellationToken);
                return made > 0
                    ? made
                    : throw new FundRefusedException("Tidak ada baris yang pasti cocok; pilih baris bank dan jurnalnya satu per satu.");
            },
            cancellationToken
        );

    /// <summary>Matches lines and entries that a person chose.</summary>
    /// <exception cref="FundRefusedException">They do not sum to the same, one is matched already, or their month is closed.</exception>
    public Task MatchAsync(
        ClaimsPrincipal user,
        IReadOnlyCollection<Guid> lines,
        IReadOnlyCollection<Guid> entries,
        CancellationToken cancellationToken
    ) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                var chosen = (await BankReading.UnmatchedLinesAsync(step.Db, DateOnly.MaxValue, cancellationToken))
                    .Where(line => lines.Contains(line.Id))
                    .ToList();
                var booked = (await BankReading.UnmatchedEntriesAsync(step.Db, DateOnly.MaxValue, cancellationToken))
                    .Where(entry => entries.Contains(entry.Id))
                    .ToList();
                if (chosen.Count != lines.Count || booked.Count != entries.Count)
                {
                    throw new FundRefusedException("Sebagian yang dipilih sudah dicocokkan atau tidak ada lagi; muat ulang halaman ini.");
                }

                Add(step, chosen, booked, MatchWay.ByHand, await ClosedThroughAsync(step.Db, cancellationToken));
            },
            cancellationToken
        );

    /// <summary>Undoes a match.</summary>
    /// <exception cref="FundRefusedException">It is not there any more, or its month is closed.</exception>
    public Task UnmatchAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                var match = await step.Db.BankMatches.AsSplitQuery().FirstOrDefaultAsync(item => item.Id == id, cancellationToken)
                    ?? throw new FundRefusedException("Pencocokan itu sudah dilepas.");
                await UndoAsync(step, match, await ClosedThroughAsync(step.Db, cancellationToken), cancellationToken);
            },
            cancellationToken
        );

    /// <summary>Books a line of the bank as a movement of its own, and matches the two.</summary>
    /// <param name="user">Who does it.</param>
    /// <param name="lineId">The line.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="document">The number of the bank's document.</param>
    /// <param name="description">What for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FundRefusedException">The line is matched, the kind goes the other way, or the movement cannot be
    /// booked.</exception>
    public Task<FiscalMonth> EnterAsync(
        ClaimsPrincipal user,
        Guid lineId,
        BankMovementKind kind,
        string document,
        string description,
        CancellationToken cancellationToken
    ) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                var line = await FindLineAsync(step.Db, lineId, cancellationToken)
                    ?? throw new FundRefusedException("Baris bank itu sudah dicocokkan atau tidak ada lagi.");
                var isIncoming = kind is BankMovementKind.Interest or BankMovementKind.TransferIn;
                if (isIncoming == line.Net.IsNegative)
                {
                    throw new FundRefusedException(
                        $"{BankText.Of(kind)} {(isIncoming ? "menambah" : "mengurangi")} saldo, padahal baris bank itu {(isIncoming ? "keluar" : "masuk")}."
                    );
                }

                var amount = line.Net.IsNegative ? -line.Net : line.Net;
                var movement = await BankMovements.EnterAsync(
                    step,
                    new BankMovementEntry(line.On, kind, amount, document, description),
                    cancellationToken
                );
                var entry = step.Db.JournalEntries.Local.Single(item => item.Source.Id == movement);
                Add(
                    step,
                    [line],
                    [new BankEntry(entry.Id, entry.On, entry.Description, document, BankReading.NetOf(entry), ReversesId: null)],
                    MatchWay.FromLine,
                    await ClosedThroughAsync(step.Db, cancellationToken)
                );
                return FiscalMonth.Of(line.On);
            },
            cancellationToken
        );

    /// <summary>Matches what is certain among lines and every entry that is not matched.</summary>
    internal static async Task<int> MatchAsync(
        FundStep step,
        IReadOnlyList<StatementLine> lines,
        DateOnly? closedThrough,
        CancellationToken cancellationToken
    )
    {
        var entries = await BankReading.UnmatchedEntriesAsync(step.Db, DateOnly.MaxValue, cancellationToken);
        var through = lines.Count == 0 ? null : (DateOnly?)lines.Max(line => line.On);
        var stored = await BankReading.Lines(step.Db).Select(line => (DateOnly?)line.On).MaxAsync(cancellationToken);
        var proposed = StatementMatcher.Propose(lines, entries, new[] { through, stored }.Max());

        // What would belong to a closed month is for nobody to match any more.
        var open = proposed.Where(item => !(BankMatch.DayOf(item.Lines, item.Entries) <= closedThrough)).ToList();
        open.ForEach(item => Add(step, item.Lines, item.Entries, MatchWay.Automatic, closedThrough));
        return open.Count;
    }

    /// <summary>Undoes a match within a step.</summary>
    internal static async Task UndoAsync(FundStep step, BankMatch match, DateOnly? closedThrough, CancellationToken cancellationToken)
    {
        match.RequireOpen(closedThrough);
        var (lineKeys, entryKeys) = (match.Lines.Select(item => item.LineId).ToList(), match.Entries.Select(item => item.EntryId).ToList());
        var lines = await step.Db.StatementLines.AsNoTracking().Where(line => lineKeys.Contains(line.Id)).ToListAsync(cancellationToken);
        var entries = await BankReading.EntriesAsync(
            step.Db,
            step.Db.JournalEntries.AsNoTracking().Where(entry => entryKeys.Contains(entry.Id)),
            cancellationToken
        );
        step.Db.BankMatches.Remove(match);
        step.Note(FundActions.BankUnmatched, match.Id, CaptionOf(lines, entries), before: TextOf(lines, entries));
    }

    private static void Add(
        FundStep step,
        IReadOnlyList<StatementLine> lines,
        IReadOnlyList<BankEntry> entries,
        MatchWay way,
        DateOnly? closedThrough
    )
    {
        var match = BankMatch.Make(lines, entries, way, closedThrough, step.By, step.At);
        step.Db.BankMatches.Add(match);
        step.Note(
            FundActions.BankMatched,
            match.Id,
            CaptionOf(lines, entries),
            after: (way == MatchWay.Automatic ? "otomatis: " : string.Empty) + TextOf(lines, entries)
        );
    }

    private static string CaptionOf(IReadOnlyList<StatementLine> lines, IReadOnlyList<BankEntry> entries) =>
        (lines, entries) switch
        {
            ([], _) => $"{entries.Count} jurnal yang saling meniadakan",
            (_, []) => $"{lines.Count} baris bank yang saling meniadakan",
            _ => $"bank {lines.Sum(line => line.Net)} tanggal {Indonesian.DateInFull(lines[0].On)}",
        };

    private static string TextOf(IReadOnlyList<StatementLine> lines, IReadOnlyList<BankEntry> entries) =>
        string.Join("; ", lines.Select(line => line.Text).Concat(entries.Select(entry => entry.Description)));

    private static async Task<DateOnly?> ClosedThroughAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        await BankReading.ClosingsAsync(db, cancellationToken) is [.., var latest] ? latest.On : null;

    private static Task<StatementLine?> FindLineAsync(PortalDbContext db, Guid id, CancellationToken cancellationToken) =>
        BankReading
            .Lines(db)
            .FirstOrDefaultAsync(
                line => line.Id == id && !db.BankMatches.Any(match => match.Lines.Any(item => item.LineId == id)),
                cancellationToken
            );

    private static async Task<IReadOnlyList<BankMonthRow>> ListAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var closings = (await BankReading.ClosingsAsync(db, cancellationToken)).ToDictionary(closing => FiscalMonth.Of(closing.On));
        var matched = db.BankMatches.SelectMany(match => match.Lines).Select(item => item.LineId);
        var lines = await BankReading
            .Lines(db)
            .Select(line => new { line.On, IsMatched = matched.Contains(line.Id) })
            .ToListAsync(cancellationToken);
        var outstanding = await BankReading.UnmatchedEntriesAsync(db, DateOnly.MaxValue, cancellationToken);
        var scans = await db.StatementScans.AsNoTracking().Select(scan => scan.Month).ToListAsync(cancellationToken);
        var years = await db.FiscalYears.AsNoTracking().Select(year => year.Year).ToListAsync(cancellationToken);
        var byMonth = lines.ToLookup(line => FiscalMonth.Of(line.On));
        return
        [
            .. years
                .SelectMany(FiscalMonth.OfYear)
                .Concat(byMonth.Select(group => group.Key))
                .Distinct()
                .OrderDescending()
                .Select(month => new BankMonthRow(
                    month,
                    byMonth[month].Count(),
                    byMonth[month].Count(line => !line.IsMatched),
                    outstanding.Count(entry => FiscalMonth.Of(entry.On).CompareTo(month) == 0),
                    scans.Count(scan => scan.Equals(month)),
                    closings.GetValueOrDefault(month)
                )),
        ];
    }
}

/// <summary>A month in the list.</summary>
/// <param name="Month">The month.</param>
/// <param name="Lines">How many lines of the bank it has.</param>
/// <param name="Unmatched">How many of them nothing is matched to.</param>
/// <param name="Outstanding">How many entries of it the bank does not know.</param>
/// <param name="Scans">How many scans of the paper are kept.</param>
/// <param name="Closing">What it was closed on; null while it is open.</param>
public sealed record BankMonthRow(FiscalMonth Month, int Lines, int Unmatched, int Outstanding, int Scans, BankAssertion? Closing);

/// <summary>A month as its page shows it.</summary>
/// <param name="Bank">The bank beside the books.</param>
/// <param name="Closing">What it was closed on; null while it is open.</param>
/// <param name="ClosedThrough">The last day of the last closed month; null while none is closed.</param>
/// <param name="Statements">The imports with lines in it, also those that were removed.</param>
/// <param name="Scans">The scans of the paper.</param>
public sealed record BankMonthView(
    BankMonth Bank,
    BankAssertion? Closing,
    DateOnly? ClosedThrough,
    IReadOnlyList<BankStatement> Statements,
    IReadOnlyList<StatementScan> Scans
);
