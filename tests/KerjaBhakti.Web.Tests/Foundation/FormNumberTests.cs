using System.Net;
using AngleSharp.Dom;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Published;
using KerjaBhakti.Web.Tests.Wakatobi;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Foundation;

/// <summary>
/// A form that is sent twice at once is stored once, also where two servers get it, and both senders are led to the same place.
/// </summary>
public class FormNumberTests : FundFeePortal
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FeeDistribution_SentTwiceAtOnce_IsPreparedOnce()
    {
        var preview = await PreviewAsync(Fields());
        var sent = await WithTokenAsync(
            Finance,
            Draft,
            "main form",
            new(Fields()) { ["Posted.Shown"] = Shown(preview), ["Posted.Step"] = "siapkan" }
        );
        var landed = await SendAtOnceAsync(Portal, Portal, Draft, sent, Finance);

        await using var db = await ContextAsync();
        Assert.Equal(1, await db.FeeDistributions.CountAsync(Cancel));
        // The second may be led on as well, or hear from the fund's rules first that nothing is left to distribute.
        Assert.Contains(HttpStatusCode.Redirect, landed);
        Assert.All(landed, status => Assert.Contains(status, (HttpStatusCode[])[HttpStatusCode.Redirect, HttpStatusCode.OK]));
    }

    [Fact]
    public async Task NewDraft_SentToTwoServersAtOnce_IsMadeOnce()
    {
        await using var one = await PortalUnderTest.StartAsync();
        await using var other = await one.StartBesideAsync([]);
        using var secretariat = await PortalWalk.ClientAsync(one, PortalRoles.Sekretariat);
        const string path = "/roster/rancangan/baru";
        var sent = await WithTokenAsync(
            secretariat,
            path,
            "main form",
            new()
            {
                ["Posted.Source"] = "kosong",
                ["Posted.Year"] = "2016",
                ["Posted.First"] = "5",
                ["Posted.Last"] = "12",
                ["Posted.Title"] = "Jadwal 2016",
            }
        );
        var before = await SchedulesAsync(one);
        await SendAtOnceAsync(one, other, path, sent, secretariat);

        Assert.Equal(before + 1, await SchedulesAsync(one));
    }

    [Fact]
    public async Task Amendment_SentAgain_LeadsToTheOneThatWasMade()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        using var secretariat = await PortalWalk.ClientAsync(portal, PortalRoles.Sekretariat);
        var issued = await portal.Services.GetRequiredService<PublishedSchedules>().OfYearAsync(2015, Cancel);
        var path = $"/roster/jadwal/{issued!.Id}/penetapan";
        var sent = await WithTokenAsync(secretariat, path, FormOf("ubah"), []);
        var before = await SchedulesAsync(portal);
        using var first = await secretariat.PostAsync(path, new FormUrlEncodedContent(sent), Cancel);
        using var second = await secretariat.PostAsync(path, new FormUrlEncodedContent(sent), Cancel);

        Assert.Equal(before + 1, await SchedulesAsync(portal));
        Assert.StartsWith("/roster/jadwal/", new Uri(portal.Address, first.Headers.Location!).AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
    }

    [Fact]
    public async Task AForm_ThatWasRefused_IsSentAgainUnderAnotherNumber()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        using var secretariat = await PortalWalk.ClientAsync(portal, PortalRoles.Sekretariat);
        const string path = "/roster/rancangan/baru";
        var before = await SchedulesAsync(portal);
        using var refused = await secretariat.PostFormAsync(
            path,
            new()
            {
                ["Posted.Source"] = "kosong",
                ["Posted.Year"] = "1",
                ["Posted.First"] = "5",
                ["Posted.Last"] = "12",
            }
        );
        using var made = await secretariat.PostFormAsync(
            path,
            new()
            {
                ["Posted.Source"] = "kosong",
                ["Posted.Year"] = "2016",
                ["Posted.First"] = "5",
                ["Posted.Last"] = "12",
                ["Posted.Title"] = "Jadwal",
            }
        );

        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal(before + 1, await SchedulesAsync(portal));
    }

    [Fact]
    public async Task EveryForm_ThatStoresSomething_HasANumber()
    {
        await using var portal = await PortalUnderTest.StartAsync("--Portal:Today=2024-07-15", "--Portal:DemoFund=true");
        var forms = (await new PortalWalk(portal).AllAsync())
            .Where(visit => visit.Page is not null)
            .SelectMany(visit => visit.Page!.QuerySelectorAll("main form[method=post]").Select(form => (visit, form)))
            .ToList();
        var without = forms
            .Where(item =>
                item.visit.Path != "/masuk"
                && item.visit.Path != "/keluar"
                && !BringsAFile(item.form)
                && item.form.QuerySelector($"input[name={FormNumbers.Field}]") is null
            )
            .Select(item => $"{item.visit.Path} {item.form.QuerySelector("input[name=_handler]")?.GetAttribute("value")}");

        Assert.Empty(without);
        Assert.True(forms.Count > 20, $"only {forms.Count} forms were seen");
    }

    // It stores nothing, wherever it is sent.
    private static bool BringsAFile(IElement form) =>
        form.HasAttribute("data-downloads")
        && form.QuerySelectorAll("button")
            .All(button => Path.GetExtension(button.GetAttribute("formaction") ?? form.GetAttribute("action")) is ".pdf" or ".xlsx");

    private static async Task<int> SchedulesAsync(PortalUnderTest portal)
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Cancel);
        return await db.Schedules.CountAsync(Cancel);
    }

    // The token is bound to the browser it was given to, and both servers read it with the keys they share.
    private static async Task<IReadOnlyList<HttpStatusCode>> SendAtOnceAsync(
        PortalUnderTest one,
        PortalUnderTest other,
        string path,
        Dictionary<string, string> sent,
        HttpClient browser
    )
    {
        Assert.Contains(FormNumbers.Field, sent.Keys);
        var answers = await Task.WhenAll(
            browser.PostAsync(new Uri(one.Address, path), new FormUrlEncodedContent(sent), Cancel),
            browser.PostAsync(new Uri(other.Address, path), new FormUrlEncodedContent(sent), Cancel)
        );
        var statuses = answers.Select(answer => answer.StatusCode).ToList();
        foreach (var answer in answers)
        {
            answer.Dispose();
        }

        return statuses;
    }
}
