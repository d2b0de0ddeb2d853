using System.Globalization;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Institutions;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Seeding;

/// <summary>
/// Fills a new database: roles, what Regulation 9/2024 gives in data, and from the folder of the institution its districts, bodies, posts
/// and their short names, holidays, and the Instructions that were issued before, with their annexes.
/// </summary>
public static class PortalSeeder
{
    /// <summary>Whether the database was filled. Only then can the portal serve it.</summary>
    public static async Task<bool> IsDoneAsync(PortalDbContext db, InstitutionFolder folder, CancellationToken cancellationToken) =>
        await db.Roles.CountAsync(role => PortalRoles.All.Contains(role.Name!), cancellationToken) == PortalRoles.All.Count
        && await db.Kecamatan.AnyAsync(cancellationToken)
        && (folder.Holidays.Count == 0 || await db.Holidays.AnyAsync(cancellationToken))
        && await FundSeeder.IsDoneAsync(db, cancellationToken);

    /// <summary>Adds what is not there yet, in one transaction. Does nothing on a database that has it all.</summary>
    /// <param name="db">The database.</param>
    /// <param name="folder">What the institution begins with.</param>
    /// <param name="time">The clock of the audit entries.</param>
    /// <param name="paginate">Says which rows of an annex stand on which page of a print.</param>
    /// <param name="cancellationToken">Ends it; nothing is added then.</param>
    public static async Task SeedAsync(
        PortalDbContext db,
        InstitutionFolder folder,
        TimeProvider time,
        Action<Schedule> paginate,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        await AddRolesAsync(db, now, cancellationToken);
        await FundSeeder.AddAsync(db, now, cancellationToken);
        await HolidaySeeder.AddAsync(db, folder, now, cancellationToken);
        if (await db.Kecamatan.AnyAsync(cancellationToken))
        {
            await db.SaveChangesAsync(cancellationToken);
            return;
        }

        // All or nothing; two steps, because the database takes no rows for a schedule that is issued already.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var units = AddRegister(db, folder);
        var posts = new Dictionary<(string Unit, string Label, int Time), Position>();
        var drafts = folder.Instructions.Select(earlier => (earlier, Schedule: AddSchedule(db, earlier, units, posts, now))).ToList();

        // What stands in no annex yet has at least a post of its own name, so that the next draft can have a row for it.
        var named = posts.Keys.Select(post => post.Unit).ToHashSet();
        db.Positions.AddRange(units.Values.Where(unit => !named.Contains(unit.Name)).Select(unit => new Position(unit, unit.Name)));
        if (drafts.Count == 0)
        {
            db.AuditEntries.Add(
                new AuditEntry(Actor.System, now, RosterActions.Founded, "institution", NameOf(folder.Institution, now))
                {
                    After = $"{folder.Gazetteer.Kecamatan.Count} kecamatan, {units.Count} satuan kerja",
                }
            );
        }

        AddAliases(db, folder, now);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var (earlier, schedule) in drafts)
        {
            Issue(db, schedule, earlier.Sign(), paginate, now);
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static string NameOf(Institution institution, DateTimeOffset now) =>
        institution.NameOn(institution.Time.DayOf(now)).FullName;

    private static void Issue(PortalDbContext db, Schedule schedule, Instruction instruction, Action<Schedule> paginate, DateTimeOffset now)
    {
        schedule.Issue(instruction, now);
        paginate(schedule);
        db.AuditEntries.Add(
            new AuditEntry(
                Actor.System,
                now,
                RosterActions.Issued,
                schedule.Id.ToString(),
                $"{Served.Institution.Head.Instrument} {instruction.Reference}"
            )
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

    private static Dictionary<string, WorkUnit> AddRegister(PortalDbContext db, InstitutionFolder folder)
    {
        db.Cities.AddRange(folder.Gazetteer.Cities);
        db.Kecamatan.AddRange(folder.Gazetteer.Kecamatan);
        var units = folder.Units.ToDictionary(unit => unit.Name, unit => new WorkUnit(unit.Name, unit.Category));
        db.WorkUnits.AddRange(units.Values);
        return units;
    }

    private static Schedule AddSchedule(
        PortalDbContext db,
        EarlierInstruction earlier,
        Dictionary<string, WorkUnit> units,
        Dictionary<(string Unit, string Label, int Time), Position> posts,
        DateTimeOffset now
    )
    {
        // A post that served under an earlier annex too is the same one; two rows of one annex are two.
        var times = new Dictionary<(string Unit, string Label), int>();
        var positions = new List<Position>();
        foreach (var (unit, row) in earlier.UnitOfEachRow.Zip(earlier.Annex.Rows))
        {
            var time = times[(unit, row.Label)] = times.GetValueOrDefault((unit, row.Label)) + 1;
            if (!posts.TryGetValue((unit, row.Label, time), out var position))
            {
                posts[(unit, row.Label, time)] = position = new Position(units[unit], row.Label);
                db.Positions.Add(position);
            }

            positions.Add(position);
        }

        var schedule = Schedule.FromAnnex(earlier.AnnexTitle, earlier.Annex, positions, now);
        db.Schedules.Add(schedule);
        db.AuditEntries.Add(new AuditEntry(Actor.System, now, RosterActions.Entered, schedule.Id.ToString(), schedule.Title));
        return schedule;
    }

    private static void AddAliases(PortalDbContext db, InstitutionFolder folder, DateTimeOffset now)
    {
        if (folder.Aliases.Count == 0)
        {
            return;
        }

        var aliases = folder.Aliases.Select(line => new PostAlias(line.Text, line.Post, [.. folder.Posts])).ToList();
        db.PostAliases.AddRange(aliases);
        var since =
            folder.Instructions.Count == 0
                ? "institution"
                : folder.Instructions[0].IssuedOn.Year.ToString(CultureInfo.InvariantCulture);
        db.AuditEntries.Add(
            new AuditEntry(Actor.System, now, RosterActions.Aliases, since, "singkatan jabatan") { After = $"{aliases.Count} singkatan" }
        );
    }
}
