using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Auditing;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Auditing;

/// <summary>Each module's entries by the module's clock: the claim fund's in WITA, all others in WIB.</summary>
public sealed class AuditTimeTests : IAsyncLifetime
{
    // The last half hour of 7 June in Jakarta, the first of 8 June in Wakatobi.
    private static readonly DateTimeOffset Moment = new(2034, 6, 7, 16, 30, 0, TimeSpan.Zero);

    private PortalUnderTest portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalUnderTest.StartAsync();
        await using var db = await portal.DatabaseAsync();
        db.AuditEntries.Add(new AuditEntry(Actor.System, Moment, FundActions.MonthClosed, "dana", "Mei 2034"));
        db.AuditEntries.Add(new AuditEntry(Actor.System, Moment, RosterActions.Holidays, "jadwal", "Jadwal 2034"));
        await db.SaveChangesAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Entry_OfTheFund_IsTimedInWita_AndOfTheRosterInWib()
    {
        var entries = await FindAsync(new() { From = new(2034, 6, 7) });

        Assert.Equal(
            ["7 Juni 2034 23.30 WIB", "8 Juni 2034 00.30 WITA"],
            entries.Select(AuditSentence.MomentOf).Order(StringComparer.Ordinal)
        );
        Assert.All(entries, entry => Assert.EndsWith(AuditSentence.MomentOf(entry), AuditSentence.Of(entry), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Day_InTheFilter_IsTheDayThatEachEntryShows()
    {
        var (seventh, eighth) = (new DateOnly(2034, 6, 7), new DateOnly(2034, 6, 8));

        Assert.Equal("roster.holidays", Assert.Single(await FindAsync(new() { From = seventh, Until = seventh })).Action);
        Assert.Equal("fund.month-closed", Assert.Single(await FindAsync(new() { From = eighth, Until = eighth })).Action);
    }

    private async Task<IReadOnlyList<AuditEntry>> FindAsync(AuditFilter filter)
    {
        var inspector = TestUsers.Of(PortalRoles.Inspektorat);
        var trail = portal.Services.GetRequiredService<AuditTrail>();
        return (await trail.ReadAsync(inspector, filter, page: 1, Cancellation)).Entries;
    }
}
