using System.Globalization;
using System.Net;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Roster;

/// <summary>
/// A portal of its own on Friday, 5 June 2015, with everybody a substitution needs: the demonstration's official, the official of another
/// unit, the secretariat, the Regional Secretary and a visitor.
/// </summary>
internal sealed class DutyPortal : IAsyncDisposable
{
    private readonly PortalFixture fixture = new();

    private DutyPortal() { }

    /// <summary>The official of the unit of row <see cref="OwnRow"/>.</summary>
    public HttpClient Official { get; private set; } = null!;

    /// <summary>The official of the unit of row <see cref="OtherRow"/>.</summary>
    public HttpClient Other { get; private set; } = null!;

    public HttpClient Secretariat { get; private set; } = null!;

    public HttpClient Sekda { get; private set; } = null!;

    public HttpClient Visitor { get; private set; } = null!;

    /// <summary>The row of the official's unit.</summary>
    public int OwnRow { get; private set; }

    /// <summary>The row of the other official's unit.</summary>
    public int OtherRow { get; } = 12;

    /// <summary>The key of each row's post.</summary>
    public IReadOnlyDictionary<int, int> Posts { get; private set; } = null!;

    /// <summary>What each row's post is called.</summary>
    public IReadOnlyDictionary<int, string> Labels { get; private set; } = null!;

    public IServiceProvider Services => fixture.Portal.Services;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<DutyPortal> StartAsync()
    {
        var portal = new DutyPortal();
        await portal.fixture.InitializeAsync();
        await portal.LearnAsync();
        portal.Official = await portal.fixture.ClientOfAsync(PortalRoles.Pejabat);
        portal.Other = await portal.SecondOfficialAsync();
        portal.Secretariat = await portal.fixture.ClientOfAsync(PortalRoles.Sekretariat);
        portal.Sekda = await portal.fixture.ClientOfAsync(PortalRoles.Sekda);
        portal.Visitor = portal.fixture.Portal.CreateClient();
        return portal;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in (HttpClient[])[Official, Other, Secretariat, Sekda, Visitor])
        {
            client.Dispose();
        }

        await fixture.DisposeAsync();
    }

    /// <summary>Works on the database itself; what it changes is saved.</summary>
    public async Task<T> StoreAsync<T>(Func<PortalDbContext, Task<T>> work)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Cancellation);
        var result = await work(db);
        if (db.ChangeTracker.HasChanges())
        {
            db.AuditEntries.Add(new AuditEntry(Actor.System, DateTimeOffset.UnixEpoch, TestUsers.Action, "-", "uji"));
            await db.SaveChangesAsync(Cancellation);
        }

        return result;
    }

    /// <summary>The official proposes that another row's post stands in on a Sunday or in a month.</summary>
    public async Task<Guid> ProposeAsync(string when, int? substitute = null)
    {
        var row = substitute ?? OtherRow;
        var path = $"/saya/penggantian/baru?baris={OwnRow}&waktu={when}&cari={Uri.EscapeDataString(Labels[row])}";
        return IdIn(
            await DoneAsync(
                Official,
                path,
                "usulkan",
                new() { ["Posted.Choice"] = Posts[row].ToString(CultureInfo.InvariantCulture), ["Posted.Reason"] = "Dinas luar kota" }
            )
        );
    }

    /// <summary>The same, agreed by the other official and approved by the Regional Secretary.</summary>
    public async Task<Guid> ApproveAsync(string when)
    {
        var id = await ProposeAsync(when);
        await DoneAsync(Other, $"/saya/penggantian/{id}", "sepakat", []);
        await DoneAsync(Sekda, $"/roster/penggantian/{id}", "setujui", []);
        return id;
    }

    /// <summary>The key in the address a form led to.</summary>
    public static Guid IdIn(string location) => Guid.Parse(location.Split('?')[0].Split('/')[^1]);

    /// <summary>Posts a form that has to be accepted, and gives where it leads.</summary>
    public static async Task<string> DoneAsync(HttpClient client, string path, string form, Dictionary<string, string> fields)
    {
        using var answer = await client.PostFormAsync(path, fields, $"form:has(input[name=_handler][value={form}])");
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{form}: {await answer.Content.ReadAsStringAsync(Cancellation)}");
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>Posts a form that has to be refused, and gives the page that says so.</summary>
    public static async Task<string> RefusedAsync(HttpClient client, string path, string form, Dictionary<string, string> fields)
    {
        using var answer = await client.PostFormAsync(path, fields, $"form:has(input[name=_handler][value={form}])");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains("Ada yang perlu diperbaiki", page, StringComparison.Ordinal);
        return page;
    }

    private async Task LearnAsync()
    {
        var rows = await StoreAsync(db =>
            db.Schedules.Where(schedule => schedule.Status == ScheduleStatus.Issued)
                .SelectMany(schedule => schedule.Rows)
                .Where(row => row.Position != null)
                .Select(row => new
                {
                    Number = row.Number!.Value,
                    Post = row.Position!.Id,
                    Unit = row.Position.WorkUnit.Id,
                    row.Label,
                })
                .ToListAsync(Cancellation)
        );
        var unit = await StoreAsync(db => db.OfficialAccounts.Select(link => link.WorkUnitId!.Value).SingleAsync(Cancellation));
        Posts = rows.ToDictionary(row => row.Number, row => row.Post);
        Labels = rows.ToDictionary(row => row.Number, row => row.Label);
        OwnRow = rows.First(row => row.Unit == unit).Number;
    }

    private async Task<HttpClient> SecondOfficialAsync()
    {
        var account = await TestUsers.AddAsync(Services, "pejabat-b@demo.local", "Pejabat B", PortalRoles.Pejabat);
        await StoreAsync(async db =>
        {
            var post = Posts[OtherRow];
            var unit = await db
                .Positions.Where(position => position.Id == post)
                .Select(position => position.WorkUnit.Id)
                .SingleAsync(Cancellation);
            return db.OfficialAccounts.Add(OfficialAccount.OfStaff(account.Id.ToString(), unit));
        });
        return await fixture.Portal.CreateClientAsync(account.Email!);
    }
}
