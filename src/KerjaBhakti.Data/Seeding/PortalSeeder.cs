using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Seeding;

/// <summary>Fills a new database: roles, the register of kecamatan, and Instruction 118/2015 with its annex as issued.</summary>
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

        if (!await db.Kecamatan.AnyAsync(cancellationToken))
        {
            AddRoster(db, time.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static void AddRoster(PortalDbContext db, DateTimeOffset now)
    {
        var gazetteer = SeedFiles.ReadGazetteer();
        db.Cities.AddRange(gazetteer.Cities);
        db.Kecamatan.AddRange(gazetteer.Kecamatan);

        var units = SeedFiles.ReadWorkUnits().ToDictionary(unit => unit.Name);
        var annex = SeedFiles.ReadAnnex2015(gazetteer);
        var positions = SeedFiles.ReadWorkUnitOfEachRow().Zip(annex.Rows, (unit, row) => new Position(units[unit], row.Label)).ToList();
        db.Positions.AddRange(positions);

        var (instruction, title) = SeedFiles.ReadInstruction2015();
        var schedule = Schedule.FromAnnex(title, annex, positions, now);
        schedule.Issue(instruction, now);
        db.Schedules.Add(schedule);
        db.AuditEntries.Add(new AuditEntry(Actor.System, now, "roster.issued", schedule.Id.ToString(), $"Instruksi Gubernur {instruction.Reference}"));
    }
}
