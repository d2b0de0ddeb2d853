using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Frame;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Officials;

/// <summary>Lists of officials from a file: judged row by row first, then stored whole or not at all.</summary>
public sealed class OfficialImports(RosterWork work, PortalClock clock)
{
    /// <summary>The template with every position.</summary>
    public Task<byte[]> TemplateAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ManageDuties,
            async db => OfficialsFile.Template(await PositionsAsync(db, cancellationToken)),
            cancellationToken
        );

    /// <summary>What the rows mean for the register as it is now. Nothing is stored.</summary>
    public Task<OfficialPreview> PreviewAsync(ClaimsPrincipal user, IReadOnlyList<OfficialRow> rows, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ManageDuties,
            async db =>
            {
                var (officials, incumbencies) = await LoadAsync(db, cancellationToken);
                return new OfficialPreview(
                    OfficialImport.Judge(
                        rows,
                        await PositionsAsync(db, cancellationToken),
                        new OfficialsBook(officials, incumbencies),
                        await PublishedPostAliases.ReadAsync(db, cancellationToken),
                        clock.Today
                    ),
                    RevisionOf(incumbencies)
                );
            },
            cancellationToken
        );

    /// <summary>Makes every appointment of the rows, each with an audit entry of its own.</summary>
    /// <param name="user">Who does it.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="seen">The revision of the register that the preview was made of.</param>
    /// <param name="cancellationToken">Ends it; nothing is changed then.</param>
    /// <returns>How many appointments were made.</returns>
    /// <exception cref="RosterRefusedException">A row is in error, none would change anything, or somebody changed the register
    /// meanwhile.</exception>
    public Task<int> StoreAsync(ClaimsPrincipal user, IReadOnlyList<OfficialRow> rows, int seen, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.ManageDuties,
            async step =>
            {
                var positions = await PositionsAsync(step.Db, cancellationToken);
                var (officials, incumbencies) = await LoadAsync(step.Db, cancellationToken);
                RosterWork.RequireSeen(seen, RevisionOf(incumbencies));
                var aliases = await PublishedPostAliases.ReadAsync(step.Db, cancellationToken);
                var lines = OfficialImport.Judge(rows, positions, new OfficialsBook(officials, incumbencies), aliases, step.Today);
                if (lines.FirstOrDefault(line => line.Verdict == OfficialVerdict.Error) is { } wrong)
                {
                    throw new RosterRefusedException($"Baris {wrong.Row.Line}: {wrong.Sentence}");
                }

                var book = new OfficialsBook(
                    await step.Db.Officials.ToListAsync(cancellationToken),
                    await step.Db.Incumbencies.ToListAsync(cancellationToken)
                );
                var made = OfficialImport
                    .InTime(lines)
                    .Select(index => lines[index])
                    .Where(line => line.Verdict is OfficialVerdict.New or OfficialVerdict.Change)
                    .ToList();
                if (made.Count == 0)
                {
                    throw new RosterRefusedException("Semua baris sudah tercatat; tidak ada yang perlu disimpan.");
                }

                foreach (var line in made)
                {
                    OfficialDesk.Record(step, line.Position!, book, new NamedPerson(line.Row.Name, line.Row.Nip), line.Term!);
                }

                OfficialDesk.Store(step, book);
                return made.Count;
            },
            cancellationToken
        );

    private static Task<List<Position>> PositionsAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        db.Positions.AsNoTracking().Include(position => position.WorkUnit).OrderBy(position => position.Id).ToListAsync(cancellationToken);

    private static async Task<(List<Official> Officials, List<Incumbency> Incumbencies)> LoadAsync(
        PortalDbContext db,
        CancellationToken cancellationToken
    ) =>
        (
            await db.Officials.AsNoTracking().ToListAsync(cancellationToken),
            await db.Incumbencies.AsNoTracking().ToListAsync(cancellationToken)
        );

    // Rises with every appointment and every end.
    private static int RevisionOf(IEnumerable<Incumbency> incumbencies) => incumbencies.Sum(item => 1 + item.Revision);
}

/// <summary>What a list means for the register.</summary>
/// <param name="Lines">Each row with its verdict.</param>
/// <param name="Revision">The revision of the register.</param>
public sealed record OfficialPreview(IReadOnlyList<OfficialLine> Lines, int Revision)
{
    /// <summary>Whether it can be stored and would change anything.</summary>
    public bool CanBeStored =>
        Lines.All(line => line.Verdict != OfficialVerdict.Error) && Lines.Any(line => line.Verdict != OfficialVerdict.Same);
}
