using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Seeding;

/// <summary>
/// Fills a new database: roles, the register of kecamatan, Instruction 118/2015 with its annex as issued, holidays, and what Regulation
/// 9/2024 gives in data.
/// </summary>
public static class PortalSeeder
{
    /// <summary>Whether the database was filled. Only then can the portal serve it.</summary>
    public static async Task<bool> IsDoneAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        await db.Roles.CountAsync(role => PortalRoles.All.Contains(role.Name!), cancellationToken) == PortalRoles.All.Count
        && await db.Kecamatan.AnyAsync(cancellationToken)
        && await db.Holidays.AnyAsync(cancellationToken)
        && await FundSeeder.IsDoneAsync(db, cancellationToken);

    /// <summary>Adds what is not there yet, in one transaction. Does nothing on a database that has it all.</summary>
    /// <param name="db">The database.</param>
    /// <param name="time">The clock of the audit entries.</param>
    /// <param name="paginate">Says which rows of the annex of 2015 stand on which page of a print.</param>
    /// <param name="cancellationToken">Ends it; nothing is added then.</param>
    public static async Task SeedAsync(
        PortalDbContext db,
        TimeProvider time,
        Action<Schedule> paginate,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        await AddRolesAsync(db, now, cancellationToken);
        await FundSeeder.AddAsync(db, now, cancellationToken);
        await HolidaySeeder.AddAsync(db, now, cancellationToken);
        if (await db.Kecamatan.AnyAsync(cancellationToken))
        {
            await db.SaveChangesAsync(cancellationToken);
            return;
        }

        // All or nothing; two steps, because the database takes no rows for a schedule that is issued already.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (instruction, title) = SeedFiles.ReadInstruction2015();
        var schedule = AddRoster(db, title, now);
        await db.SaveChangesAsync(cancellationToken);

        schedule.Issue(instruction, now);
        paginate(schedule);
        db.AuditEntries.Add(
            new AuditEntry(Actor.System, now, RosterActions.Issued, schedule.Id.ToString(), $"Instruksi Gubernur {instruction.Reference}")
            {
                After = schedule.Seal!,
            }
        );
        db.AuditEntries.Add(
            new AuditEntry(Actor.System, now, RosterActions.Paged, schedule.Id.ToString(), schedule.Name)
            {
                After = $"{schedule.Pages.Count} halaman",
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task AddRolesAsync(PortalDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await db.Roles.Select(role => role.Name!).ToListAsync(cancellationToken);
        var missing = PortalRoles.All.Except(known).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        db.Roles.AddRange(
            missing.Select(role => new IdentityRole<Guid>(role) { Id = Guid.CreateVersion7(), NormalizedName = role.ToUpperInvariant() })
        );
        db.AuditEntries.Add(
            new AuditEntry(Actor.System, now, AccountActions.RolesMade, "roles", "peran portal") { After = string.Join(", ", missing) }
        );
    }

    private static Schedule AddRoster(PortalDbContext db, string title, DateTimeOffset now)
    {
        var gazetteer = SeedFiles.ReadGazetteer();
        db.Cities.AddRange(gazetteer.Cities);
        db.Kecamatan.AddRange(gazetteer.Kecamatan);

        var units = SeedFiles.ReadWorkUnits().ToDictionary(unit => unit.Name);
        var annex = SeedFiles.ReadAnnex2015(gazetteer);
        var positions = SeedFiles.ReadWorkUnitOfEachRow().Zip(annex.Rows, (unit, row) => new Position(units[unit], row.Label)).ToList();
        db.Positions.AddRange(positions);
        AddAliases(db, [.. positions.Select(position => position.Name)], now);

        var schedule = Schedule.FromAnnex(title, annex, positions, now);
        db.Schedules.Add(schedule);
        db.AuditEntries.Add(new AuditEntry(Actor.System, now, RosterActions.Entered, schedule.Id.ToString(), schedule.Title));
        return schedule;
    }

    private static void AddAliases(PortalDbContext db, List<string> posts, DateTimeOffset now)
    {
        var aliases = SeedFiles.ReadPostAliasLines().Select(line => new PostAlias(line.Text, line.Post, posts)).ToList();
        db.PostAliases.AddRange(aliases);
        db.AuditEntries.Add(
            new AuditEntry(Actor.System, now, RosterActions.Aliases, "2015", "singkatan jabatan") { After = $"{aliases.Count} singkatan" }
        );
    }
}
