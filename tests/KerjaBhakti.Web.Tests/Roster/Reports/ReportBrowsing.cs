using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using AngleSharp.Html.Dom;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Roster.Sundays;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Duties;
using KerjaBhakti.Web.Roster.Frame;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Roster.Reports;

/// <summary>Writes reports as a browser without script does.</summary>
internal static class ReportBrowsing
{
    /// <summary>A report that has everything.</summary>
    public static readonly IReadOnlyDictionary<string, string> Complete = new Dictionary<string, string>
    {
        ["Posted.Attended"] = "ya",
        ["Posted.AttendedBy"] = "Pejabat A",
        ["Posted.People"] = "25",
        ["Posted.Activities"] = "Membersihkan saluran air",
    };

    private static readonly Person PersonA = new("a", "Pejabat A");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The page of a report of the demonstration official's row.</summary>
    public static string PathOf(string sunday, int row = 48) => $"/saya/laporan/{row}/{sunday}";

    /// <summary>Opens a report and posts its form.</summary>
    public static async Task<HttpResponseMessage> PostReportAsync(
        this HttpClient client,
        string path,
        string action,
        IReadOnlyDictionary<string, string> fields,
        params (string Name, byte[] Content)[] photos
    )
    {
        var page = await client.PageAsync(path);
        using var content = new MultipartFormDataContent();
        foreach (
            var hidden in page.QuerySelectorAll("form.report-form input[type=hidden]")
                .Cast<IHtmlInputElement>()
                .Where(field => !fields.ContainsKey(field.Name!))
        )
        {
            content.Add(new StringContent(hidden.Value), hidden.Name!);
        }

        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new StringContent(action), "Posted.Do");
        foreach (var photo in photos)
        {
            content.Add(
                new ByteArrayContent(photo.Content) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } },
                "foto",
                photo.Name
            );
        }

        return await client.PostAsync(path, content, Cancellation);
    }

    /// <summary>Posts a report that is accepted.</summary>
    public static async Task WriteReportAsync(
        this HttpClient client,
        string path,
        string action,
        IReadOnlyDictionary<string, string> fields,
        params (string Name, byte[] Content)[] photos
    )
    {
        using var answer = await client.PostReportAsync(path, action, fields, photos);
        Assert.True(
            answer.Headers.Location?.OriginalString.EndsWith(
                action == "kirim" ? "?hasil=terkirim" : "?hasil=disimpan",
                StringComparison.Ordinal
            ) == true,
            await answer.Content.ReadAsStringAsync(Cancellation)
        );
    }

    /// <summary>Posts a report that is refused, and gives the page as text.</summary>
    public static async Task<string> RefusedReportAsync(
        this HttpClient client,
        string path,
        string action,
        IReadOnlyDictionary<string, string> fields,
        params (string Name, byte[] Content)[] photos
    )
    {
        using var answer = await client.PostReportAsync(path, action, fields, photos);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>Every report there is, with its photos.</summary>
    public static async Task<IReadOnlyList<ActivityReport>> ReportsAsync(this PortalUnderTest portal)
    {
        await using var db = await portal.DatabaseAsync();
        return await db.ActivityReports.AsNoTracking().Include(report => report.Photos).ToListAsync(Cancellation);
    }

    /// <summary>Changes something of the roster past the pages.</summary>
    public static Task DoAsync(this PortalUnderTest portal, Func<RosterStep, Task> work) =>
        portal
            .Services.GetRequiredService<RosterWork>()
            .DoAsync(UserIn(Data.Identity.PortalRoles.Sekretariat), Access.ManageDuties, work, Cancellation);

    /// <summary>Lets a row's post stand in for another row, agreed and approved three days before.</summary>
    public static Task StandInAsync(this PortalUnderTest portal, int row, int substituteRow, DateOnly sunday) =>
        portal.DoAsync(async step =>
        {
            var now = (await portal.Services.GetRequiredService<DutyBook>().CircumstancesAsync(step.Db, sunday.AddDays(-3), Cancellation))!;
            var agreed = Substitution.StandIn(
                row,
                now.Annex.PostOf(substituteRow)!,
                new DutySpan.OneSunday(sunday),
                new Proposal(PersonA, For: null, "Dinas luar"),
                now,
                step.At
            );
            foreach (var side in agreed.Consents.Select(consent => consent.PositionId).ToList())
            {
                agreed.Accept(side, PersonA, now.Annex, step.At);
            }

            agreed.Approve(PersonA, now, step.At);
            step.Db.Substitutions.Add(agreed);
            step.Note(DutyActions.AccountLinked, "uji", "uji");
        });

    /// <summary>Calls a Sunday off.</summary>
    public static Task CallOffAsync(this PortalUnderTest portal, DateOnly sunday, string reason) =>
        portal.DoAsync(step =>
        {
            step.Db.SundayDecisions.Add(new SundayDecision(sunday, dutyStands: false, reason, PersonA, step.At));
            step.Note(DutyActions.AccountLinked, "uji", "uji");
            return Task.CompletedTask;
        });

    /// <summary>Somebody in a role.</summary>
    public static ClaimsPrincipal UserIn(string role) => TestUsers.Of(role);
}
