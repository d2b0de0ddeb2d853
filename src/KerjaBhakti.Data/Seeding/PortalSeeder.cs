using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Seeding;

/// <summary>Fills a new database: roles, the register of kecamatan, Instruction 118/2015 with its annex as issued, holidays, and what Regulation 9/2024 gives in data.</summary>
public static class PortalSeeder
{
    /// <summary>Adds what is not there yet, in one transaction. Does nothing on a database that has it all.</summary>
    public static async Task SeedAsync(PortalDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var known = await db.Roles.Select(role => role.Name).ToListAsync(cancellationToken);
        db.Roles.AddRange(PortalRoles.All.Except(known).Select(role => new IdentityRole<Guid>(role!)
        {
            Id = Guid.CreateVersion7(),
            NormalizedName = role!.ToUpperInvariant(),
        }));

        var now = time.GetUtcNow();
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
        db.AuditEntries.Add(new AuditEntry(Actor.System, now, "roster.issued", schedule.Id.ToString(), $"Instruksi Gubernur {instruction.Reference}"));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
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

        var schedule = Schedule.FromAnnex(title, annex, positions, now);
        db.Schedules.Add(schedule);
        db.AuditEntries.Add(new AuditEntry(Actor.System, now, "roster.entered", schedule.Id.ToString(), schedule.Title));
        return schedule;
    }
}
