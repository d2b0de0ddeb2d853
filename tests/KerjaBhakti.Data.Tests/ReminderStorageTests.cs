using KerjaBhakti.Data.Seeding;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Tests;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Tests;

public class ReminderStorageTests
{
    private static readonly DateOnly Sunday = new(2015, 5, 31);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public async Task Save_TheSameReminderOfTheSameAccountTwice_RefusesTheSecond(Provider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var schedule = await SeedAsync(database);
        var returned = new Reminder(schedule, 48, Sunday, ReminderKind.Returned, Seed.Now);
        await BeginAsync(database, "satu", new Reminder(schedule, 48, Sunday, ReminderKind.LastDay, Reminder.NoReturn), returned);

        // Another account, and another return, are other reminders.
        await BeginAsync(database, "dua", returned);
        await BeginAsync(database, "satu", returned with { ReturnedAt = Seed.Now.AddTicks(10) });
        await Assert.ThrowsAsync<DbUpdateException>(() => BeginAsync(database, "satu", returned));

        await using var fresh = database.Open();
        var stored = await fresh
            .ReminderMails.AsNoTracking()
            .Include(mail => mail.Duties)
            .Where(mail => mail.AccountId == "satu")
            .OrderBy(mail => mail.Id)
            .ToListAsync(Cancellation);
        Assert.Equal(2, stored.Count);
        Assert.Contains(returned, stored[0].Duties.Select(duty => duty.What));
        Assert.Contains(Reminder.NoReturn, stored[0].Duties.Select(duty => duty.ReturnedAt));
    }

    [Fact]
    public async Task Save_TwoPeopleWhoTryAFailedMailAgain_RefusesTheSecond()
    {
        await using var database = await TestDatabase.CreateAsync(Provider.Sqlite);
        await BeginAsync(database, "satu", new Reminder(await SeedAsync(database), 48, Sunday, ReminderKind.Overdue, Reminder.NoReturn));
        await using (var db = database.Open())
        {
            (await db.ReminderMails.SingleAsync(Cancellation)).Fail("Ditolak.", Seed.Now);
            await db.SaveChangesAsync(Cancellation);
        }

        await using var one = database.Open();
        await using var two = database.Open();
        (await one.ReminderMails.SingleAsync(Cancellation)).Repeat(Seed.Now);
        (await two.ReminderMails.SingleAsync(Cancellation)).Repeat(Seed.Now);

        await one.SaveChangesAsync(Cancellation);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => two.SaveChangesAsync(Cancellation));
    }

    private static async Task<Guid> SeedAsync(TestDatabase database)
    {
        await using var db = database.Open();
        await PortalSeeder.SeedAsync(db, TestDatabase.Institution, TimeProvider.System, TestDatabase.Paginate, Cancellation);
        return await db.Schedules.Select(schedule => schedule.Id).SingleAsync(Cancellation);
    }

    private static async Task BeginAsync(TestDatabase database, string account, params Reminder[] about)
    {
        await using var db = database.Open();
        db.ReminderMails.Add(ReminderMail.Begin(account, about, Seed.Now));
        await db.SaveChangesAsync(Cancellation);
    }
}
