using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Institutions;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster.Sundays;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Seeding;

/// <summary>
/// Enters the public holidays and days of joint leave that come with an institution, in a new database and in one from before there were
/// any.
/// </summary>
public static class HolidaySeeder
{
    /// <summary>Adds them where none is stored. What was entered or taken out since is never touched.</summary>
    public static async Task AddAsync(
        PortalDbContext db,
        InstitutionFolder folder,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (await db.Holidays.AnyAsync(cancellationToken))
        {
            return;
        }

        foreach (var group in folder.Holidays.GroupBy(holiday => holiday.Date.Year))
        {
            db.Holidays.AddRange(group.Select(holiday => new Holiday(holiday.Date, holiday.Name, holiday.Kind, holiday.Source)));
            db.AuditEntries.Add(
                new AuditEntry(
                    Actor.System,
                    now,
                    RosterActions.Holidays,
                    group.Key.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    "Hari libur dan cuti bersama"
                )
                {
                    After = group.First().Source,
                }
            );
        }
    }
}
