using System.Globalization;
using System.Net;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Roster.Officials;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Roster.Officials;

/// <summary>The register of officials over its forms, on Friday, 5 June 2015.</summary>
public sealed class OfficialsTests : IAsyncLifetime
{
    private const string Register = "/roster/pejabat";

    // Born 4 March 1968, appointed October 1994: a number as it should be.
    private const string GoodNip = "196803041994101005";

    private PortalFixture portal = null!;
    private HttpClient secretariat = null!;
    private string position = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal = new PortalFixture();
        await portal.InitializeAsync();
        secretariat = await portal.ClientOfAsync(PortalRoles.Sekretariat);

        // The only position of the unit for whose staff the demonstration's official acts.
        position = await StoreAsync(async db =>
        {
            var unit = (await db.OfficialAccounts.SingleAsync(Cancellation)).WorkUnitId;
            return (await db.Positions.SingleAsync(item => item.WorkUnit.Id == unit, Cancellation)).Id.ToString(
                CultureInfo.InvariantCulture
            );
        });
    }

    public async ValueTask DisposeAsync()
    {
        secretariat.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task TwoPostsPrintedAlike_AreToldApartByTheirRows()
    {
        var lines = await portal
            .Portal.Services.GetRequiredService<OfficialDesk>()
            .ListAsync(TestUsers.Of(PortalRoles.Sekretariat), search: null, Cancellation);

        Assert.Contains(lines.GroupBy(line => line.Post.Name), group => group.Count() > 1);
        Assert.All(lines.GroupBy(line => line.Post.Name), group => Assert.Distinct(group.Select(line => string.Join(',', line.Rows))));
        Assert.Equal(Enumerable.Range(1, 93), lines.SelectMany(line => line.Rows).Order());
        Assert.Contains("Baris", await secretariat.GetStringAsync(Register, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Appoint_ASuccessor_EndsTheHolderTheDayBefore()
    {
        await AppointAsync("Pejabat A", GoodNip, "2015-01-01");
        await AppointAsync("Pejabat B", string.Empty, "2015-06-01");

        var page = await secretariat.PageAsync($"{Register}/{position}");
        var rows = page.QuerySelectorAll("table tbody tr").Select(row => row.TextContent).ToList();
        Assert.Contains("Pejabat B", rows[0], StringComparison.Ordinal);
        Assert.Contains("Hari ini", rows[0], StringComparison.Ordinal);
        Assert.Contains("31 Mei 2015", rows[1], StringComparison.Ordinal);
        using var inspector = await portal.ClientOfAsync(PortalRoles.Inspektorat);
        var trail = await inspector.GetStringAsync("/audit?jenis=duty.", Cancellation);
        Assert.Contains("mulai 1 Juni 2015: Pejabat A → Pejabat B", WebUtility.HtmlDecode(trail), StringComparison.Ordinal);
        Assert.DoesNotContain(GoodNip, trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Appoint_APlt_ActsBeforeTheDefinitiveHolderAndIsListedSo()
    {
        await AppointAsync("Pejabat A", string.Empty, "2015-01-01");
        await AppointAsync("Pejabat B", string.Empty, "2015-06-01", IncumbencyKind.DailyActing, "2015-06-08");

        var found = await secretariat.PageAsync($"{Register}?cari=pejabat+b");
        Assert.Contains("Plh. Pejabat B", Assert.Single(found.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Appoint_WithAnOddNip_IsDoneAndWarned()
    {
        await AppointAsync("Pejabat A", "123", "2015-01-01");

        Assert.Contains(
            "NIP terdiri atas 18 angka",
            await secretariat.GetStringAsync($"{Register}/{position}", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Appoint_WithANipASpreadsheetHasRuined_IsRefusedAndWhatWasTypedStays()
    {
        using var answer = await PostAsync("angkat", Appointment("Pejabat A", "1.96804E+17", "2015-01-01"));
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Contains("dibulatkan oleh lembar kerja", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Pejabat A\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Appoint_WithTheNipOfSomebodyElse_IsRefusedByName()
    {
        await AppointAsync("Pejabat A", GoodNip, "2015-01-01");
        using var answer = await PostAsync("angkat", Appointment("Pejabat B", "19680304 199410 1 005", "2015-06-01"));

        Assert.Contains("tercatat untuk Pejabat A", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task End_OnADay_LeavesThePositionWithoutHolderAfterIt()
    {
        await AppointAsync("Pejabat A", string.Empty, "2015-01-01");
        var incumbency = (await StoreAsync(db => db.Incumbencies.SingleAsync(Cancellation))).Id;
        using var answer = await PostAsync($"akhiri-{incumbency}", new() { ["Posted.To"] = "2015-06-04" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain(
            "Hari ini",
            await secretariat.GetStringAsync($"{Register}/{position}", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Describe_ATypingMistake_IsCorrectedWithoutAnAppointment()
    {
        await AppointAsync("Pejabta A", GoodNip, "2015-01-01");
        var incumbency = (await StoreAsync(db => db.Incumbencies.SingleAsync(Cancellation))).Id;
        using var answer = await PostAsync($"perbaiki-{incumbency}", new() { ["Posted.Name"] = "Pejabat A", ["Posted.Nip"] = GoodNip });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("Pejabat A", (await StoreAsync(db => db.Officials.SingleAsync(Cancellation))).Name);
        Assert.Equal(1, await StoreAsync(db => db.Incumbencies.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task AStaleForm_IsToldAndChangesNothing()
    {
        await AppointAsync("Pejabat A", string.Empty, "2015-01-01");
        using var answer = await PostAsync(
            "angkat",
            new(Appointment("Pejabat B", string.Empty, "2015-06-01")) { ["Posted.Revision"] = "0" }
        );

        Assert.Contains("Orang lain baru saja mengubah", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(1, await StoreAsync(db => db.Incumbencies.CountAsync(Cancellation)));
    }

    [Theory]
    [InlineData(PortalRoles.Sekda)]
    [InlineData(PortalRoles.Inspektorat)]
    public async Task Nip_ForWhoeverOnlyReads_IsMaskedAndNothingCanBeChanged(string role)
    {
        await AppointAsync("Pejabat A", GoodNip, "2015-01-01");
        using var reader = await portal.ClientOfAsync(role);
        var page = await reader.PageAsync($"{Register}/{position}");
        var list = await reader.GetStringAsync(Register, Cancellation);

        Assert.Contains("•••••••••••••••005", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(GoodNip, page.Source.Text + list, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Account_OfAnOfficial_ActsForWhatTheyHoldToday()
    {
        await AppointAsync("Pejabat A", string.Empty, "2015-01-01");
        var official = (await StoreAsync(db => db.Officials.SingleAsync(Cancellation))).Id;
        using var user = await portal.ClientOfAsync(PortalRoles.Pejabat);

        await LinkAsync(string.Empty);
        Assert.Contains(
            "belum dihubungkan dengan jabatan",
            await user.GetStringAsync("/saya/kalender", Cancellation),
            StringComparison.Ordinal
        );
        await LinkAsync(official.ToString());
        Assert.Contains($"jabatan-{position}", await user.GetStringAsync("/saya/kalender", Cancellation), StringComparison.Ordinal);

        // A successor acts from the first day on, and the account follows by itself.
        await AppointAsync("Pejabat B", string.Empty, "2015-06-05");
        Assert.Contains(
            "belum dihubungkan dengan jabatan",
            await user.GetStringAsync("/saya/kalender", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ANameWithoutNip_InAnotherPosition_IsSomebodyElseUntilTheSecretariatSaysOtherwise()
    {
        var first = position;
        await AppointAsync("Pejabat A", string.Empty, "2015-01-01", to: "2015-05-31");
        var official = (await StoreAsync(db => db.Officials.SingleAsync(Cancellation))).Id;
        await LinkAsync(official.ToString());
        var (other, name) = await StoreAsync(async db =>
        {
            var found = await db.Positions.OrderBy(item => item.Id).FirstAsync(Cancellation);
            return (found.Id.ToString(CultureInfo.InvariantCulture), found.Name);
        });
        position = other;
        await AppointAsync("Pejabat A", string.Empty, "2015-06-01");
        using var user = await portal.ClientOfAsync(PortalRoles.Pejabat);
        Assert.Contains(
            "belum dihubungkan dengan jabatan",
            await user.GetStringAsync("/saya/kalender", Cancellation),
            StringComparison.Ordinal
        );

        position = first;
        var page = await secretariat.PageAsync($"{Register}/{position}");
        Assert.Contains($"Nama ini juga tercatat sebagai {name}.", page.Body!.TextContent, StringComparison.Ordinal);
        var step = page.QuerySelectorAll("input[name=_handler]")
            .Select(input => input.GetAttribute("value")!)
            .Single(value => value.StartsWith("satukan-", StringComparison.Ordinal));
        using var answer = await PostAsync(step, []);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(official, (await StoreAsync(db => db.Officials.SingleAsync(Cancellation))).Id);
        Assert.Contains($"jabatan-{other}", await user.GetStringAsync("/saya/kalender", Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "juga tercatat",
            await secretariat.GetStringAsync($"{Register}/{other}", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ListAndPosition_AskedForOddly_AreStillAnswered()
    {
        Assert.Contains(
            "Tidak ada yang cocok",
            await secretariat.GetStringAsync($"{Register}?cari=%00tidak-ada%25", Cancellation),
            StringComparison.Ordinal
        );
        using var none = await secretariat.GetAsync($"{Register}/999999", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    private static Dictionary<string, string> Appointment(
        string name,
        string nip,
        string from,
        IncumbencyKind kind = IncumbencyKind.Definitive,
        string to = ""
    ) =>
        new()
        {
            ["Posted.Name"] = name,
            ["Posted.Nip"] = nip,
            ["Posted.Kind"] = kind.ToString(),
            ["Posted.From"] = from,
            ["Posted.To"] = to,
        };

    private Task<HttpResponseMessage> PostAsync(string step, Dictionary<string, string> fields) =>
        secretariat.PostFormAsync($"{Register}/{position}", fields, $"form:has(input[name=_handler][value='{step}'])");

    private async Task AppointAsync(string name, string nip, string from, IncumbencyKind kind = IncumbencyKind.Definitive, string to = "")
    {
        using var answer = await PostAsync("angkat", Appointment(name, nip, from, kind, to));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task LinkAsync(string whom)
    {
        using var answer = await secretariat.PostFormAsync(
            $"{Register}/akun",
            new() { ["Posted.Whom"] = whom },
            "form:has([name='Posted.Whom']):contains('pejabat@demo.local')"
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task<T> StoreAsync<T>(Func<PortalDbContext, Task<T>> work)
    {
        await using var db = await portal
            .Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>()
            .CreateDbContextAsync(Cancellation);
        return await work(db);
    }
}
