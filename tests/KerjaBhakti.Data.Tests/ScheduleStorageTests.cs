using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Data.Seeding;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Tests;

public class ScheduleStorageTests
{
    private static readonly Actor Sari = new("sari", "Sari");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public async Task Seed_ANewDatabase_HoldsThe2015AnnexCellByCell(Provider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await SeedAsync(database);

        await using var db = database.Open();
        var schedule = await Schedules(db).SingleAsync(Cancellation);
        var stored = schedule.ToAnnex();

        Assert.Equal(ScheduleStatus.Issued, schedule.Status);
        Assert.Equal(Seed.Annex.InstructionDate, stored.InstructionDate);
        Assert.Equal(
            Seed.Annex.Rows.Select(row => (row.Number, row.Label, row.Region, string.Join('|', row.Cells))),
            stored.Rows.Select(row => (row.Number, row.Label, row.Region, string.Join('|', row.Cells)))
        );
        Assert.Equal(44, await db.Kecamatan.CountAsync(Cancellation));
        Assert.Equal(93, await db.Positions.CountAsync(Cancellation));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public async Task Seed_Twice_AddsNothingTheSecondTime(Provider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await SeedAsync(database);
        await SeedAsync(database);

        await using var db = database.Open();
        Assert.Equal(
            (1, 44, 9),
            (
                await db.Schedules.CountAsync(Cancellation),
                await db.Kecamatan.CountAsync(Cancellation),
                await db.Roles.CountAsync(Cancellation)
            )
        );
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public async Task Save_EditsOfADraft_AreReadBackByAnotherContext(Provider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var id = await DraftAsync(database);
        var added = Guid.CreateVersion7();

        await using (var db = database.Open())
        {
            var draft = await Schedules(db).SingleAsync(schedule => schedule.Id == id, Cancellation);
            var first = draft.Rows.Single(row => row.Number == 1);
            var last = draft.Rows.Single(row => row.Number == 93);
            draft.Apply(
                [
                    new ScheduleEdit.WriteCell(new RosterMonth(2016, 5), "Jatinegara", "Gambir") { RowId = first.Id },
                    new ScheduleEdit.WriteCell(new RosterMonth(2016, 6), "Palmerah", string.Empty) { RowId = first.Id },
                    new ScheduleEdit.Add(0, "Biro Baru") { RowId = added },
                    new ScheduleEdit.Remove { RowId = last.Id },
                ],
                Seed.Gazetteer,
                Seed.Now
            );
            db.AuditEntries.Add(new AuditEntry(Sari, Seed.Now, RosterActions.Cell, id.ToString(), "uji"));
            await db.SaveChangesAsync(Cancellation);
        }

        await using var fresh = database.Open();
        var stored = (await Schedules(fresh).SingleAsync(schedule => schedule.Id == id, Cancellation)).ToAnnex();
        Assert.Equal(93, stored.Rows.Count);
        Assert.Equal((1, "Biro Baru"), (stored.Rows[0].Number, stored.Rows[0].Label));
        Assert.Equal("Gambir", stored.Rows[1].Cells[0].AsPrinted);
        Assert.True(stored.Rows[1].Cells[1].IsEmpty);
        Assert.DoesNotContain(stored.Rows, row => row.Label == "Rumah Sakit Khusus Daerah Duren Sawit");
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public async Task Save_TwoWritersOfOneRevision_RefusesTheSecond(Provider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var id = await DraftAsync(database);
        await using var one = database.Open();
        await using var two = database.Open();

        await RenameFirstRowAsync(one, id, "Satu");
        await RenameFirstRowAsync(two, id, "Dua");
        await one.SaveChangesAsync(Cancellation);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => two.SaveChangesAsync(Cancellation));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public async Task Save_AChangeWithoutAnAuditEntry_IsRefused(Provider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.Open();
        db.Schedules.Add(Schedule.Draft("Jadwal", Seed.Period, Seed.Now));

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Cancellation));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public async Task Save_AnAuditEntryChangedOrDeleted_IsRefused(Provider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await DraftAsync(database);
        await using var db = database.Open();
        var entry = await db.AuditEntries.FirstAsync(Cancellation);

        db.Entry(entry).Property(nameof(AuditEntry.ActorName)).CurrentValue = "Orang lain";
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Cancellation));
        db.Entry(entry).State = EntityState.Deleted;
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Cancellation));
    }

    private static IQueryable<Schedule> Schedules(PortalDbContext db) =>
        db.Schedules.Include(schedule => schedule.Instruction).Include(schedule => schedule.Rows).ThenInclude(row => row.Assignments);

    private static async Task RenameFirstRowAsync(PortalDbContext db, Guid id, string label)
    {
        var draft = await Schedules(db).SingleAsync(schedule => schedule.Id == id, Cancellation);
        var first = draft.Rows.Single(row => row.Number == 1);
        draft.Apply([new ScheduleEdit.Rename(first.Label, label) { RowId = first.Id }], Seed.Gazetteer, Seed.Now);
        db.AuditEntries.Add(new AuditEntry(Sari, Seed.Now, RosterActions.Label, id.ToString(), label));
    }

    private static async Task SeedAsync(TestDatabase database)
    {
        await using var db = database.Open();
        await PortalSeeder.SeedAsync(db, TestDatabase.Institution, TimeProvider.System, TestDatabase.Paginate, Cancellation);
    }

    private static async Task<Guid> DraftAsync(TestDatabase database)
    {
        await SeedAsync(database);
        await using var db = database.Open();
        var issued = await Schedules(db).SingleAsync(Cancellation);
        var draft = Schedule.CopyOf(
            issued,
            "Jadwal 2016",
            new RosterPeriod(new RosterMonth(2016, 5), new RosterMonth(2016, 12)),
            withCells: true,
            Seed.Now
        );
        db.Schedules.Add(draft);
        db.AuditEntries.Add(new AuditEntry(Sari, Seed.Now, RosterActions.Created, draft.Id.ToString(), "Rancangan 2016"));
        await db.SaveChangesAsync(Cancellation);
        return draft.Id;
    }
}
