using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Roster.Reminders;
using KerjaBhakti.Web.Tests.Foundation.Mailing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Roster.Reminders;

/// <summary>
/// A portal with a relay, on Sunday, 7 June 2015, on which its own job sends nothing; rounds are made for whatever moment a test says. Only
/// the staff of row 48 has an account, and reports of 17, 24 and 31 May are missing whose term ends on 24 May, 31 May and 7 June.
/// </summary>
public sealed class ReminderPortal : IAsyncLifetime
{
    private readonly PortalFixture fixture = new();
    private readonly SmtpListener relay = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal SmtpListener Relay => relay;

    public PortalUnderTest Portal => fixture.Portal;

    public HttpClient Official { get; private set; } = null!;

    public HttpClient Secretariat { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await fixture.InitializeAsync(
            "--Portal:Today=2015-06-07",
            "--Mail:Host=127.0.0.1",
            $"--Mail:Port={relay.Port}",
            "--Mail:From=Kerja Bhakti <kerjabhakti@uji.example>",
            "--Mail:Security=none",
            "--Mail:Timeout=2"
        );
        Official = await fixture.ClientOfAsync(PortalRoles.Pejabat);
        Secretariat = await fixture.ClientOfAsync(PortalRoles.Sekretariat);
    }

    public async ValueTask DisposeAsync()
    {
        Official?.Dispose();
        Secretariat?.Dispose();
        await fixture.DisposeAsync();
        await relay.DisposeAsync();
    }

    public Task<HttpClient> ClientOfAsync(string role) => fixture.ClientOfAsync(role);

    /// <summary>Forgets what earlier tests did.</summary>
    public async Task ResetAsync()
    {
        relay.Clear();
        await using var db = await Portal.DatabaseAsync();
        await db.ReminderMails.ExecuteDeleteAsync(Cancellation);
        await db.ActivityReports.ExecuteDeleteAsync(Cancellation);
        await db.Substitutions.ExecuteDeleteAsync(Cancellation);
        await db.SundayDecisions.ExecuteDeleteAsync(Cancellation);
        await db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.ClosedAt, (DateTimeOffset?)null), Cancellation);
    }

    /// <summary>Makes a round at a moment in Jakarta, given as "2015-06-05 09:00".</summary>
    public Task RoundAsync(string moment) => Portal.Services.GetRequiredService<ReminderRound>().RunAsync(At(moment), Cancellation);

    /// <summary>A moment in Jakarta.</summary>
    public static DateTimeOffset At(string moment) => DateTimeOffset.ParseExact($"{moment} +07:00", "yyyy-MM-dd HH:mm zzz", null);

    /// <summary>Reads from the database.</summary>
    public async Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> read)
    {
        await using var db = await Portal.DatabaseAsync();
        return await read(db);
    }
}
