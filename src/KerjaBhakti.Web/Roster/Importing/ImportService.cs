using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster.Importing;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Text;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Drafts;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Importing;

/// <summary>
/// Stores what a preview shows: into a draft as one group of edits, or as a new draft. Each is one transaction with its audit entries.
/// </summary>
public sealed class ImportService(IDbContextFactory<PortalDbContext> contexts, DraftService drafts, TimeProvider time)
{
    /// <summary>What a file would be imported into; null where there is no such draft.</summary>
    public async Task<(ImportTarget Target, string Name)?> OpenAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken)
    {
        user.Demand(Access.EditRoster);
        return await drafts.OpenAsync(user, id, cancellationToken) is { IsDraft: true } view ? (TargetOf(view), view.Name) : null;
    }

    /// <summary>Stores a preview in the draft it was made of, as one step that its author can take back here and in the editor.</summary>
    /// <exception cref="InvalidOperationException">The preview has errors.</exception>
    public async Task<ImportResult> ApplyAsync(
        ClaimsPrincipal user,
        Guid id,
        ImportPreview preview,
        string fileName,
        CancellationToken cancellationToken
    )
    {
        user.Demand(Access.EditRoster);
        var edits = preview.ToEdits();

        // Numbers mean the rows they meant in the preview only while no row has come, gone or moved.
        if (await drafts.OpenAsync(user, id, cancellationToken) is { IsDraft: true } view && !preview.StillFits(TargetOf(view)))
        {
            return ImportResult.Refuse(
                "Susunan baris rancangan berubah sejak pratinjau dibuat. Tidak ada yang disimpan; pratinjau sudah dibuat ulang, periksa sekali lagi."
            );
        }

        var batch = new EditBatch(Guid.NewGuid(), edits)
        {
            Purpose = new StepPurpose(DraftStepKind.Import, $"impor {Path.GetFileName(fileName)}"),
        };
        var result = await drafts.ApplyAsync(user, id, batch, origin: null, cancellationToken);
        return result.Revision is { } step
            ? ImportResult.Stored(step)
            : ImportResult.Refuse(result.Refusal ?? result.Gone ?? Sentence(result.Conflicts));
    }

    /// <summary>Makes a new draft of a preview.</summary>
    /// <returns>The draft's key.</returns>
    /// <exception cref="InvalidOperationException">The preview has errors, or is of a draft that exists.</exception>
    public Task<Guid> CreateAsync(
        ClaimsPrincipal user,
        string title,
        ImportPreview preview,
        string fileName,
        CancellationToken cancellationToken
    )
    {
        return CreateAsync(user.ToActor(Access.EditRoster), title, preview, fileName, cancellationToken);
    }

    /// <summary>As the other, for the program itself.</summary>
    internal async Task<Guid> CreateAsync(
        Actor actor,
        string title,
        ImportPreview preview,
        string fileName,
        CancellationToken cancellationToken
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var annex = preview.ToAnnex();
        var draft = Schedule.FromAnnex(
            title,
            annex,
            PostsOf(
                annex,
                await db.Positions.OrderBy(post => post.Id).ToListAsync(cancellationToken),
                await PublishedPostAliases.ReadAsync(db, cancellationToken)
            ),
            now
        );
        if (await InstructionChain.NewestWordsAsync(db, cancellationToken) is { } words)
        {
            draft.Reword(words, now);
        }

        db.Schedules.Add(draft);
        db.AuditEntries.Add(
            new AuditEntry(actor, now, RosterActions.Created, draft.Id.ToString(), $"Rancangan {draft.Period}")
            {
                After = $"impor {Path.GetFileName(fileName)}, {annex.Rows.Count} baris",
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        return draft.Id;
    }

    private static ImportTarget TargetOf(DraftView view) =>
        new(view.Annex.Period, [.. view.Rows.Select(row => new ImportTargetRow(row.Id, row.Printed))]);

    /// <summary>The post of each row by its label, in full or short; posts printed alike are taken in their order.</summary>
    private static List<Position?> PostsOf(Annex annex, IEnumerable<Position> posts, PostAliases aliases)
    {
        var byName = posts.GroupBy(post => Spelling.Key(post.Name)).ToDictionary(group => group.Key, group => new Queue<Position>(group));
        return
        [
            .. annex.Rows.Select(row =>
                byName.TryGetValue(Spelling.Key(aliases.InFull(row.Label)), out var alike) && alike.TryDequeue(out var post) ? post : null
            ),
        ];
    }

    private static string Sentence(IReadOnlyList<AttributedConflict> conflicts) =>
        $"Isi rancangan berubah sejak pratinjau dibuat: {ChangeWords.Of(conflicts)}. Tidak ada yang disimpan; periksa pratinjau sekali lagi.";
}

/// <summary>What became of an import. Unless <see cref="Step"/> is set, nothing was stored.</summary>
public sealed record ImportResult
{
    /// <summary>The draft's revision by it, under which <see cref="DraftStates"/> takes it back.</summary>
    public int? Step { get; private init; }

    /// <summary>Why nothing was stored, in Indonesian.</summary>
    public string? Refusal { get; private init; }

    internal static ImportResult Stored(int step) => new() { Step = step };

    internal static ImportResult Refuse(string reason) => new() { Refusal = reason };
}
