using System.Globalization;
using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Duties;
using KerjaBhakti.Web.Roster.Frame;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Officials;

/// <summary>
/// The register of officials: who holds which position since when. Only the secretariat, which enters the numbers, sees them whole.
/// </summary>
public sealed class OfficialDesk(RosterWork work, DutyBook book, PortalClock clock)
{
    /// <summary>Every position by work unit, with who acts for it today.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="search">Words of the position, its short names, the unit or the holder's name; empty finds all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<IReadOnlyList<PositionLine>> ListAsync(ClaimsPrincipal user, string? search, CancellationToken cancellationToken) =>
        work.ReadAsync<IReadOnlyList<PositionLine>>(
            user,
            Access.ReadRoster,
            async db =>
            {
                var terms = (search ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                var held = (await db.Incumbencies.ToListAsync(cancellationToken)).ToLookup(item => item.PositionId);
                var aliases = await PublishedPostAliases.ReadAsync(db, cancellationToken);
                var officials = await db.Officials.ToDictionaryAsync(official => official.Id, cancellationToken);
                var positions = await db
                    .Positions.Include(position => position.WorkUnit)
                    .OrderBy(position => position.WorkUnit.Category)
                    .ThenBy(position => position.WorkUnit.Name)
                    .ThenBy(position => position.Id)
                    .ToListAsync(cancellationToken);
                var annex = await book.NewestAsync(db, clock.Today, cancellationToken);
                return
                [
                    .. positions
                        .Select(position => new PositionLine(
                            Post.Of(position),
                            new Incumbencies(position.Id, held[position.Id]).On(clock.Today) is { } now
                                ? HoldingOf(user, now, officials[now.OfficialId], clock.Today)
                                : null
                        )
                        {
                            Aliases = aliases.Of(position.Name),
                            Rows = [.. annex?.RowsOf(position.Id) ?? []],
                        })
                        .Where(line => terms.All(term => line.Words.Contains(term, StringComparison.CurrentCultureIgnoreCase))),
                ];
            },
            cancellationToken
        );

    /// <summary>One position with everybody who ever held it; null where there is none.</summary>
    public Task<PositionHistory?> OpenAsync(ClaimsPrincipal user, int position, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadRoster,
            async db =>
            {
                if (
                    await db.Positions.Include(item => item.WorkUnit).SingleOrDefaultAsync(item => item.Id == position, cancellationToken)
                    is not { } found
                )
                {
                    return null;
                }

                var book = await BookAsync(db, position, nip: null, cancellationToken);
                var today = clock.Today;
                var namesakes = user.May(Access.ManageDuties)
                    ? await NamesakesAsync(db, book.Of(position).All.Select(book.HolderOf), cancellationToken)
                    : [];
                return new PositionHistory(
                    Post.Of(found),
                    [
                        .. book.Of(position)
                            .All.Reverse()
                            .Select(item =>
                                HoldingOf(user, item, book.HolderOf(item), today) with
                                {
                                    Namesakes = [.. namesakes.Where(other => other.Of == item.OfficialId)],
                                }
                            ),
                    ],
                    book.Of(position).On(today)?.Id,
                    await db
                        .Absences.Where(absence => absence.PositionId == position && absence.To >= today)
                        .OrderBy(absence => absence.From)
                        .ToListAsync(cancellationToken)
                )
                {
                    Revision = RevisionOf(book.Of(position)),
                };
            },
            cancellationToken
        );

    /// <summary>Appoints somebody; see <see cref="OfficialsBook.Appoint"/>.</summary>
    /// <param name="user">Who does it.</param>
    /// <param name="position">The key of the position.</param>
    /// <param name="seen">The revision of the history that the page showed.</param>
    /// <param name="person">Name and number as they were typed.</param>
    /// <param name="term">How and from when on.</param>
    /// <param name="cancellationToken">Ends it; nothing is changed then.</param>
    /// <exception cref="RosterRefusedException">The rules forbid it, or somebody changed the history meanwhile.</exception>
    public Task AppointAsync(
        ClaimsPrincipal user,
        int position,
        int seen,
        NamedPerson person,
        Term term,
        CancellationToken cancellationToken
    ) =>
        work.DoAsync(
            user,
            Access.ManageDuties,
            async step =>
            {
                var found = await FindAsync(step, position, cancellationToken);
                var book = await BookAsync(step.Db, position, person.Nip, cancellationToken);
                RosterWork.RequireSeen(seen, RevisionOf(book.Of(position)));
                Record(step, found, book, person, term);
                Store(step, book);
            },
            cancellationToken
        );

    /// <summary>Ends an incumbency without another in its place.</summary>
    /// <param name="user">Who does it.</param>
    /// <param name="position">The key of the position.</param>
    /// <param name="seen">The revision of the history that the page showed.</param>
    /// <param name="incumbency">The key of the incumbency.</param>
    /// <param name="last">The last day, included.</param>
    /// <param name="cancellationToken">Ends it; nothing is changed then.</param>
    /// <exception cref="RosterRefusedException">The rules forbid it, or somebody changed the history meanwhile.</exception>
    public Task EndAsync(
        ClaimsPrincipal user,
        int position,
        int seen,
        Guid incumbency,
        DateOnly last,
        CancellationToken cancellationToken
    ) =>
        work.DoAsync(
            user,
            Access.ManageDuties,
            async step =>
            {
                var found = await FindAsync(step, position, cancellationToken);
                var book = await BookAsync(step.Db, position, nip: null, cancellationToken);
                var history = book.Of(position);
                RosterWork.RequireSeen(seen, RevisionOf(history));
                var ending = history.All.FirstOrDefault(item => item.Id == incumbency)
                    ?? throw new RosterRefusedException("Pilih salah satu masa jabatan.");
                var before = ending.To;
                history.End(ending, last);
                step.Note(
                    DutyActions.OfficialEnded,
                    position.ToString(CultureInfo.InvariantCulture),
                    $"masa jabatan {book.HolderOf(ending).Name} sebagai {ending.Prefix}{found.Name}",
                    before is { } known ? Indonesian.DateInFull(known) : string.Empty,
                    Indonesian.DateInFull(last)
                );
            },
            cancellationToken
        );

    /// <summary>Corrects how an official's name or number is written.</summary>
    /// <exception cref="RosterRefusedException">The name is missing, a spreadsheet has ruined the number, or it is somebody
    /// else's.</exception>
    public Task DescribeAsync(ClaimsPrincipal user, Guid official, int seen, NamedPerson person, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.ManageDuties,
            async step =>
            {
                var known = await step.Db.Officials.SingleOrDefaultAsync(item => item.Id == official, cancellationToken)
                    ?? throw new RosterRefusedException("Pilih salah satu pejabat.");
                RosterWork.RequireSeen(seen, known.Revision);
                var (name, nip) = (known.Name, known.Nip);
                known.Describe(person.Name ?? string.Empty, person.Nip);
                if (
                    known.Nip.Length > 0
                    && await step.Db.Officials.AnyAsync(other => other.Nip == known.Nip && other.Id != official, cancellationToken)
                )
                {
                    throw new RosterRefusedException("NIP itu sudah tercatat untuk pejabat lain.");
                }

                // The number itself is no business of those who read the trail.
                step.Note(
                    DutyActions.OfficialDescribed,
                    official.ToString(),
                    known.Nip == nip ? "nama pejabat" : "nama dan NIP pejabat",
                    name,
                    known.Name
                );
            },
            cancellationToken
        );

    /// <summary>
    /// Says that two entries are one person: what the other one holds, and the accounts that act for it, are the first one's then. It
    /// cannot be taken back.
    /// </summary>
    /// <param name="user">Who does it.</param>
    /// <param name="position">The key of a position the first one holds or held.</param>
    /// <param name="seen">The revision of the position's history that the page showed.</param>
    /// <param name="official">The key of the first one.</param>
    /// <param name="other">The key of the other one, who is no more then.</param>
    /// <param name="cancellationToken">Ends it; nothing is changed then.</param>
    /// <exception cref="RosterRefusedException">They are two people, or somebody changed the history meanwhile.</exception>
    public Task UniteAsync(ClaimsPrincipal user, int position, int seen, Guid official, Guid other, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.ManageDuties,
            async step =>
            {
                var found = await FindAsync(step, position, cancellationToken);
                var book = await BookAsync(step.Db, position, nip: null, cancellationToken);
                RosterWork.RequireSeen(seen, RevisionOf(book.Of(position)));
                var kept = book.Of(position).All.Select(book.HolderOf).FirstOrDefault(holder => holder.Id == official);
                var gone = await step.Db.Officials.SingleOrDefaultAsync(item => item.Id == other, cancellationToken);
                if (kept is null || gone is null)
                {
                    throw new RosterRefusedException("Pilih salah satu pejabat.");
                }

                var held = await step.Db.Incumbencies.Where(item => item.OfficialId == other).ToListAsync(cancellationToken);
                var elsewhere = held.ConvertAll(item => item.PositionId);
                var names = await step
                    .Db.Positions.Where(item => elsewhere.Contains(item.Id))
                    .OrderBy(item => item.Id)
                    .Select(item => item.Name)
                    .ToListAsync(cancellationToken);
                kept.TakeOver(gone, held);
                foreach (var link in await step.Db.OfficialAccounts.Where(link => link.OfficialId == other).ToListAsync(cancellationToken))
                {
                    step.Db.Entry(link).Property(item => item.OfficialId).CurrentValue = kept.Id;
                }

                step.Db.Officials.Remove(gone);
                step.Note(
                    DutyActions.OfficialUnited,
                    position.ToString(CultureInfo.InvariantCulture),
                    $"catatan {kept.Name}",
                    string.Join("; ", names),
                    found.Name
                );
            },
            cancellationToken
        );

    /// <summary>Appoints within a change that may hold more, and notes it; the import does the same row by row.</summary>
    internal static void Record(RosterStep step, Position position, OfficialsBook book, NamedPerson person, Term term)
    {
        var before = book.Of(position.Id).On(term.From);
        var appointed = book.Appoint(position.Id, person.Name ?? string.Empty, person.Nip, term);
        step.Note(
            DutyActions.OfficialAppointed,
            position.Id.ToString(CultureInfo.InvariantCulture),
            $"{appointed.Prefix}{position.Name} mulai {Indonesian.DateInFull(term.From)}",
            before is null ? string.Empty : book.HolderOf(before).Name,
            book.HolderOf(appointed).Name
        );
    }

    /// <summary>Adds what is new in the book to what is going to be saved.</summary>
    internal static void Store(RosterStep step, OfficialsBook book)
    {
        step.Db.Officials.AddRange(book.NewOfficials);
        step.Db.Incumbencies.AddRange(book.NewIncumbencies);
    }

    private static async Task<OfficialsBook> BookAsync(PortalDbContext db, int position, string? nip, CancellationToken cancellationToken)
    {
        var incumbencies = await db.Incumbencies.Where(item => item.PositionId == position).ToListAsync(cancellationToken);
        var holders = incumbencies.ConvertAll(item => item.OfficialId);
        var number = Nip.Tidy(nip).Replace(" ", string.Empty, StringComparison.Ordinal);
        return new OfficialsBook(
            await db
                .Officials.Where(official =>
                    holders.Contains(official.Id) || (number != string.Empty && official.Nip.Replace(" ", string.Empty) == number)
                )
                .ToListAsync(cancellationToken),
            incumbencies
        );
    }

    /// <summary>Who else may be one of these people, and as what they are known.</summary>
    private static async Task<IReadOnlyList<Namesake>> NamesakesAsync(
        PortalDbContext db,
        IEnumerable<Official> holders,
        CancellationToken cancellationToken
    )
    {
        var officials = await db.Officials.ToListAsync(cancellationToken);
        var pairs = holders
            .DistinctBy(holder => holder.Id)
            .SelectMany(holder => officials.Where(holder.MayBe).Select(other => (Of: holder.Id, Other: other.Id)))
            .ToList();
        var others = pairs.ConvertAll(pair => pair.Other);
        var held = (
            await db
                .Incumbencies.Where(item => others.Contains(item.OfficialId))
                .Join(
                    db.Positions,
                    item => item.PositionId,
                    position => position.Id,
                    (item, position) =>
                        new
                        {
                            item.OfficialId,
                            position.Id,
                            position.Name,
                        }
                )
                .Distinct()
                .OrderBy(item => item.Id)
                .ToListAsync(cancellationToken)
        ).ToLookup(item => item.OfficialId, item => item.Name);
        return [.. pairs.Select(pair => new Namesake(pair.Of, pair.Other, [.. held[pair.Other]]))];
    }

    private static async Task<Position> FindAsync(RosterStep step, int position, CancellationToken cancellationToken) =>
        await step.Db.Positions.SingleOrDefaultAsync(item => item.Id == position, cancellationToken)
        ?? throw new RosterRefusedException("Jabatan itu tidak ada.");

    // Rises with every appointment and every end.
    private static int RevisionOf(Incumbencies history) => history.All.Sum(item => 1 + item.Revision);

    private static Holding HoldingOf(ClaimsPrincipal user, Incumbency incumbency, Official official, DateOnly today)
    {
        var whole = user.May(Access.ManageDuties);
        return new Holding(incumbency, official.Id, official.Name, whole ? official.Nip : Nip.Mask(official.Nip))
        {
            Warnings = whole ? Nip.Warnings(official.Nip, today) : [],
            OfficialRevision = official.Revision,
        };
    }
}

/// <summary>A person as they were typed.</summary>
/// <param name="Name">The name with its titles.</param>
/// <param name="Nip">The number; may be missing.</param>
public sealed record NamedPerson(string? Name, string? Nip);

/// <summary>A position and who acts for it today.</summary>
/// <param name="Post">The position.</param>
/// <param name="Holder">Who acts for it; null where nobody is known.</param>
public sealed record PositionLine(Post Post, Holding? Holder)
{
    /// <summary>The short names of the position.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>
    /// The numbers of its rows in the annex in force, or the last one that was; two posts may be printed alike, and only these tell them
    /// apart.
    /// </summary>
    public IReadOnlyList<int> Rows { get; init; } = [];

    internal string Words => $"{Post.Name} {Post.WorkUnit} {Holder?.Name} {string.Join(' ', Aliases)}";
}

/// <summary>That somebody holds or held a position.</summary>
/// <param name="Incumbency">How and when.</param>
/// <param name="OfficialId">The key of the official.</param>
/// <param name="Name">The official's name.</param>
/// <param name="Nip">The number as the reader may see it: whole or masked; empty where there is none.</param>
public sealed record Holding(Incumbency Incumbency, Guid OfficialId, string Name, string Nip)
{
    /// <summary>What is odd about the number, for whoever may put it right.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The revision of the official, for a correction.</summary>
    public int OfficialRevision { get; init; }

    /// <summary>Who else may be this person, for whoever may say so.</summary>
    public IReadOnlyList<Namesake> Namesakes { get; init; } = [];

    /// <summary>"Definitif", "Plt." or "Plh.".</summary>
    public string KindName => Incumbency.Kind == IncumbencyKind.Definitive ? "Definitif" : Incumbency.Prefix.TrimEnd();
}

/// <summary>Another entry of the register that may be about the same person.</summary>
/// <param name="Of">The key of the official it is compared with.</param>
/// <param name="OfficialId">The key of the other entry.</param>
/// <param name="Positions">The names of the positions that one holds or held.</param>
public sealed record Namesake(Guid Of, Guid OfficialId, IReadOnlyList<string> Positions);

/// <summary>A position with its holders, the last first.</summary>
/// <param name="Post">The position.</param>
/// <param name="Holdings">Everybody who holds, held or will hold it.</param>
/// <param name="NowId">The key of the incumbency by which somebody acts for it today; null where nobody does.</param>
/// <param name="Absences">The days from today on on which its holder is away.</param>
public sealed record PositionHistory(Post Post, IReadOnlyList<Holding> Holdings, Guid? NowId, IReadOnlyList<Absence> Absences)
{
    /// <summary>Rises with every change of the holders.</summary>
    public int Revision { get; init; }
}
