using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Web.Auditing;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Account;

/// <summary>
/// What the portal keeps about the person behind an account, for that person alone. Fee slips are kept by staff number and read at
/// /wakatobi/saya.
/// </summary>
public sealed class PersonalData(IDbContextFactory<PortalDbContext> contexts, PortalClock clock)
{
    /// <summary>Adds <c>/akun/data.json</c>.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/akun/data.json", DownloadAsync).RequireAuthorization().ExcludeFromDescription();

    /// <summary>Everything about the signed-in user.</summary>
    /// <exception cref="AccessDeniedException">Nobody is signed in.</exception>
    public async Task<PersonalFile> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var key = user.ToActor().Id;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var id = Guid.Parse(key);
        var account = await db.Users.SingleAsync(item => item.Id == id, cancellationToken);
        var trail = await db
            .AuditEntries.Where(entry => entry.ActorId == key || entry.Subject == key)
            .OrderBy(entry => entry.Place)
            .ToListAsync(cancellationToken);
        return new PersonalFile(
            clock.Now,
            account.Email!,
            account.DisplayName,
            [.. PortalRoles.All.Where(user.IsInRole).Select(RoleNames.Of)],
            await ActsForAsync(db, key, cancellationToken),
            await db
                .StaffAccounts.Where(link => link.AccountId == key)
                .Select(link => link.StaffId)
                .SingleOrDefaultAsync(cancellationToken),
            [
                .. await db
                    .Passkeys.Where(own => own.AccountId == id)
                    .OrderBy(own => own.CreatedAt)
                    .Select(own => new PersonalPasskey(own.Name, own.CreatedAt, own.LastUsedAt))
                    .ToListAsync(cancellationToken),
            ],
            await RemindersAsync(db, key, cancellationToken),
            [.. trail.Select(AuditSentence.Of)]
        );
    }

    private static async Task<JsonHttpResult<PersonalFile>> DownloadAsync(
        ClaimsPrincipal user,
        HttpResponse response,
        PersonalData data,
        CancellationToken cancellationToken
    )
    {
        response.Headers.ContentDisposition = "attachment; filename=data-saya.json";
        response.Headers.CacheControl = "private, no-store";
        return TypedResults.Json(await data.OfAsync(user, cancellationToken));
    }

    private static async Task<IReadOnlyList<PersonalReminder>> RemindersAsync(
        PortalDbContext db,
        string account,
        CancellationToken cancellationToken
    ) =>
        [
            .. (
                await db
                    .ReminderMails.Include(mail => mail.Duties)
                    .Where(mail => mail.AccountId == account)
                    .OrderBy(mail => mail.Id)
                    .ToListAsync(cancellationToken)
            ).Select(mail => new PersonalReminder(
                mail.BegunAt,
                mail.Status,
                [
                    .. mail
                        .Duties.OrderBy(duty => duty.Sunday)
                        .ThenBy(duty => duty.Row)
                        .Select(duty => $"baris {duty.Row}, {Indonesian.LongDate(duty.Sunday)}"),
                ]
            )),
            .. (
                await db
                    .WaitingMails.Include(mail => mail.Mentions)
                    .Where(mail => mail.AccountId == account)
                    .OrderBy(mail => mail.Id)
                    .ToListAsync(cancellationToken)
            ).Select(mail => new PersonalReminder(mail.BegunAt, mail.Status, [$"{mail.Mentions.Count} hal yang menunggu"])),
        ];

    private static async Task<PersonalDuty?> ActsForAsync(PortalDbContext db, string account, CancellationToken cancellationToken)
    {
        var link = await db.OfficialAccounts.SingleOrDefaultAsync(item => item.AccountId == account, cancellationToken);
        if (link?.WorkUnitId is { } unit)
        {
            return new PersonalDuty(
                await db.WorkUnits.Where(item => item.Id == unit).Select(item => item.Name).SingleAsync(cancellationToken),
                Name: null,
                Nip: null,
                []
            );
        }

        if (link?.OfficialId is not { } official)
        {
            return null;
        }

        var person = await db.Officials.SingleAsync(item => item.Id == official, cancellationToken);
        var held = await db
            .Incumbencies.Where(item => item.OfficialId == official)
            .Join(
                db.Positions,
                item => item.PositionId,
                position => position.Id,
                (item, position) => new { Incumbency = item, position.Name }
            )
            .OrderBy(item => item.Incumbency.From)
            .ToListAsync(cancellationToken);
        return new PersonalDuty(
            WorkUnit: null,
            person.Name,
            person.Nip,
            [.. held.Select(item => new PersonalTerm(item.Name, item.Incumbency.Kind, item.Incumbency.From, item.Incumbency.To))]
        );
    }
}

/// <summary>What the portal keeps about somebody.</summary>
/// <param name="At">When it was taken.</param>
/// <param name="Email">What the account signs in with.</param>
/// <param name="Name">The name colleagues see.</param>
/// <param name="Roles">What it may do.</param>
/// <param name="ActsFor">For whom it acts in the roster; null where for nobody.</param>
/// <param name="StaffNumber">The staff number by which its fee slips are kept; null where it has none.</param>
/// <param name="Passkeys">The keys it can sign in by, the oldest first.</param>
/// <param name="Reminders">The mails that asked it for missing reports, oldest first.</param>
/// <param name="Trail">What the audit trail says of it and what it did, in sentences, oldest first.</param>
public sealed record PersonalFile(
    DateTimeOffset At,
    string Email,
    string Name,
    IReadOnlyList<string> Roles,
    PersonalDuty? ActsFor,
    string? StaffNumber,
    IReadOnlyList<PersonalPasskey> Passkeys,
    IReadOnlyList<PersonalReminder> Reminders,
    IReadOnlyList<string> Trail
);

/// <summary>
/// A key somebody can sign in by. What the portal has of it beside this is its public half, which tells nothing of a person.
/// </summary>
/// <param name="Name">What its owner calls it.</param>
/// <param name="CreatedAt">When it was taken in.</param>
/// <param name="LastUsedAt">When it was used last; null where it never was.</param>
public sealed record PersonalPasskey(string Name, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);

/// <summary>A mail that asked for missing reports, or told what waits.</summary>
/// <param name="At">When it was begun.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Reports">The reports it asked for, or how much it told of, in words.</param>
public sealed record PersonalReminder(DateTimeOffset At, ReminderStatus Status, IReadOnlyList<string> Reports);

/// <summary>For whom an account acts.</summary>
/// <param name="WorkUnit">The unit for whose staff it acts; null where it is an official's.</param>
/// <param name="Name">The official's name; null where it is a unit's.</param>
/// <param name="Nip">The official's number, whole: it is their own.</param>
/// <param name="Terms">What the official holds and held.</param>
public sealed record PersonalDuty(string? WorkUnit, string? Name, string? Nip, IReadOnlyList<PersonalTerm> Terms);

/// <summary>That the official holds or held a position.</summary>
/// <param name="Position">The position.</param>
/// <param name="Kind">How.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included; null where no end is known.</param>
public sealed record PersonalTerm(string Position, IncumbencyKind Kind, DateOnly From, DateOnly? To);
