using System.Net;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Account;

namespace KerjaBhakti.Web.Tests.Hosting;

/// <summary>
/// The same portal on a database that makes it wait: every page of every role says the same as on one that answers at once.
/// </summary>
public class WaitingDatabaseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2015-06-05", 150)]
    [InlineData("2024-07-15", 250)]
    public async Task Pages_OnADatabaseThatWaits_SayTheSame(string today, int least)
    {
        string[] settings = [$"--Portal:Today={today}", "--Portal:DemoFund=true"];
        await using var portal = await PortalUnderTest.StartAsync(settings);
        using (var secretariat = await PortalWalk.ClientAsync(portal, PortalRoles.Sekretariat))
        {
            using var made = await secretariat.PostFormAsync(
                "/roster/rancangan/baru",
                new()
                {
                    ["Posted.Source"] = await SourceAsync(secretariat),
                    ["Posted.Year"] = "2016",
                    ["Posted.First"] = "5",
                    ["Posted.Last"] = "12",
                    ["Posted.Title"] = "Jadwal 2016",
                }
            );
            Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        }

        var usual = await new PortalWalk(portal).AllAsync();
        var database = new WaitingDatabase();
        await using var waiting = await portal.StartBesideAsync(settings, database.AddTo);
        var differ = new List<string>();
        foreach (var ofRole in usual.GroupBy(visit => visit.Role))
        {
            using var client = await PortalWalk.ClientAsync(waiting, ofRole.Key);
            string SaidBy(Visit visit) => visit.Text.Replace(waiting.Address.Authority, portal.Address.Authority, StringComparison.Ordinal);
            foreach (var visit in ofRole)
            {
                var again = await PortalWalk.VisitAsync(client, ofRole.Key, visit.Path);
                // The error page is an error by itself, with a code of its own.
                if (
                    visit.Path != "/galat"
                    && (
                        again.Status != visit.Status
                        || again.Page?.Title != visit.Page?.Title
                        || (SaidBy(again) != visit.Text && !TellsOfTheWalk(visit.Path))
                    )
                )
                {
                    differ.Add($"{visit}, waiting {(int)again.Status}: {DifferenceOf(visit.Text, SaidBy(again))}");
                }
            }
        }

        Assert.True(differ.Count == 0, string.Join(Environment.NewLine, differ));
        Assert.DoesNotContain(usual, visit => visit.Path != "/galat" && visit.Status >= HttpStatusCode.InternalServerError);
        Assert.True(usual.Count > least, $"only {usual.Count} pages were walked");
        Assert.True(database.Answered > usual.Count, $"the database was asked {database.Answered} times");
    }

    // What is looked at is written down: fees, what was refused, and who is signed in. An app is offered another secret each time.
    private static bool TellsOfTheWalk(string path) =>
        path.StartsWith("/audit", StringComparison.Ordinal)
        || path == SecondFactorPage.Address
        || path.StartsWith("/akun/data", StringComparison.Ordinal)
        || path.StartsWith("/akun/keamanan", StringComparison.Ordinal);

    private static string DifferenceOf(string usual, string waiting)
    {
        var same = usual.Zip(waiting).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"'{Around(usual, same)}' became '{Around(waiting, same)}'";
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 30)..Math.Min(text.Length, at + 50)];

    private static async Task<string> SourceAsync(HttpClient client) =>
        (await client.PageAsync("/roster/rancangan/baru"))
            .QuerySelector("input[name='Posted.Source'][value^='salin:']")!
            .GetAttribute("value")!;
}
