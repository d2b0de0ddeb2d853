using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Text;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Frame;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Officials;

/// <summary>The short names of posts, which the secretariat keeps.</summary>
public sealed class PostAliasDesk(RosterWork work, PublishedSchedules published)
{
    /// <summary>Every short name in alphabetical order, and the names of posts one may stand for.</summary>
    public Task<PostAliasSheet> ListAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadRoster,
            async db => new PostAliasSheet(
                [
                    .. (await db.PostAliases.ToListAsync(cancellationToken))
                        .OrderBy(alias => alias.Text, StringComparer.OrdinalIgnoreCase)
                        .Select(alias => new PostAliasLine(alias.Id, alias.Text, alias.PostName, alias.Revision)),
                ],
                await PostsAsync(db, cancellationToken)
            ),
            cancellationToken
        );

    /// <summary>Adds a short name.</summary>
    /// <param name="user">Who does it.</param>
    /// <param name="text">The short name.</param>
    /// <param name="post">The name of the post it stands for.</param>
    /// <param name="cancellationToken">Ends it; nothing is changed then.</param>
    /// <exception cref="RosterRefusedException">The rules of <see cref="PostAlias"/> forbid it, or the short name is taken.</exception>
    public Task AddAsync(ClaimsPrincipal user, string? text, string? post, CancellationToken cancellationToken) =>
        ChangeAsync(
            user,
            async step =>
            {
                var alias = new PostAlias(text, post, await PostsAsync(step.Db, cancellationToken));
                await RequireFreeAsync(step.Db, alias, cancellationToken);
                step.Db.PostAliases.Add(alias);
                step.Note(DutyActions.AliasAdded, alias.Id.ToString(), $"singkatan {alias.Text}", after: alias.PostName);
            },
            cancellationToken
        );

    /// <summary>Writes a short name otherwise, or lets it stand for another post.</summary>
    /// <param name="user">Who does it.</param>
    /// <param name="line">The short name as the page showed it.</param>
    /// <param name="text">The short name.</param>
    /// <param name="post">The name of the post it stands for.</param>
    /// <param name="cancellationToken">Ends it; nothing is changed then.</param>
    /// <exception cref="RosterRefusedException">The rules of <see cref="PostAlias"/> forbid it, the short name is taken, or somebody
    /// changed it meanwhile.</exception>
    public Task ChangeAsync(ClaimsPrincipal user, PostAliasLine line, string? text, string? post, CancellationToken cancellationToken) =>
        ChangeAsync(
            user,
            async step =>
            {
                var alias = await FindAsync(step.Db, line, cancellationToken);
                var before = Words(alias);
                alias.Change(text, post, await PostsAsync(step.Db, cancellationToken));
                await RequireFreeAsync(step.Db, alias, cancellationToken);
                step.Note(DutyActions.AliasChanged, alias.Id.ToString(), "singkatan jabatan", before, Words(alias));
            },
            cancellationToken
        );

    /// <summary>Removes a short name.</summary>
    /// <param name="user">Who does it.</param>
    /// <param name="line">The short name as the page showed it.</param>
    /// <param name="cancellationToken">Ends it; nothing is changed then.</param>
    /// <exception cref="RosterRefusedException">Somebody changed it meanwhile.</exception>
    public Task RemoveAsync(ClaimsPrincipal user, PostAliasLine line, CancellationToken cancellationToken) =>
        ChangeAsync(
            user,
            async step =>
            {
                var alias = await FindAsync(step.Db, line, cancellationToken);
                step.Db.PostAliases.Remove(alias);
                step.Note(DutyActions.AliasRemoved, alias.Id.ToString(), $"singkatan {Words(alias)}");
            },
            cancellationToken
        );

    private async Task ChangeAsync(ClaimsPrincipal user, Func<RosterStep, Task> change, CancellationToken cancellationToken)
    {
        await work.DoAsync(user, Access.ManageDuties, change, cancellationToken);

        // Public pages look posts up by these names.
        await published.ForgetAsync(CancellationToken.None);
    }

    // Those that were registered, and those that so far stand in an annex only.
    private static async Task<IReadOnlyList<string>> PostsAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var registered = await db
            .Positions.AsNoTracking()
            .OrderBy(position => position.Id)
            .Select(position => position.Name)
            .ToListAsync(cancellationToken);
        var printed = await db
            .Schedules.AsNoTracking()
            .SelectMany(schedule => schedule.Rows)
            .Select(row => row.Label)
            .Distinct()
            .ToListAsync(cancellationToken);
        return [.. registered.Concat(printed.Order(StringComparer.Ordinal)).Where(name => name.Length > 0).DistinctBy(Spelling.Key)];
    }

    private static async Task<PostAlias> FindAsync(PortalDbContext db, PostAliasLine line, CancellationToken cancellationToken)
    {
        var alias = await db.PostAliases.SingleOrDefaultAsync(item => item.Id == line.Id, cancellationToken)
            ?? throw new RosterRefusedException($"Singkatan {line.Text} sudah dihapus.");
        RosterWork.RequireSeen(line.Revision, alias.Revision);
        return alias;
    }

    private static async Task RequireFreeAsync(PortalDbContext db, PostAlias alias, CancellationToken cancellationToken)
    {
        if (
            await db
                .PostAliases.AsNoTracking()
                .FirstOrDefaultAsync(other => other.Key == alias.Key && other.Id != alias.Id, cancellationToken) is
            { } taken
        )
        {
            throw new RosterRefusedException($"Singkatan {taken.Text} sudah dipakai untuk {taken.PostName}.");
        }
    }

    private static string Words(PostAlias alias) => $"{alias.Text} ({alias.PostName})";
}

/// <summary>The short names of posts as their page shows them.</summary>
/// <param name="Lines">Every short name in alphabetical order.</param>
/// <param name="Posts">The names of posts one may stand for.</param>
public sealed record PostAliasSheet(IReadOnlyList<PostAliasLine> Lines, IReadOnlyList<string> Posts);

/// <summary>A short name.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Text">The short name.</param>
/// <param name="PostName">The post it stands for.</param>
/// <param name="Revision">How often it was changed.</param>
public sealed record PostAliasLine(Guid Id, string Text, string PostName, int Revision);
