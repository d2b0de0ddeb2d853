using System.Globalization;
using System.Net;
using System.Security.Claims;
using AngleSharp;
using AngleSharp.Dom;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Tests;
using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Personnel;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Frame;
using KerjaBhakti.Web.Wakatobi.Personnel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Wakatobi;

/// <summary>
/// A portal of its own with Rp1.000.001 of service fees to distribute, and what its people do over the forms of the pages.
/// </summary>
public abstract class FundFeePortal : IAsyncLifetime
{
    private protected const string Draft = "/wakatobi/jasa/baru";

    private protected const string Staff = """
        staff_id,name,component,points
        P1,Pegawai Satu,LANGSUNG,12.5
        P2,Pegawai Dua,LANGSUNG,7.5
        P1,Pegawai Satu,MERATA,
        P2,Pegawai Dua,MERATA,
        P3,Pegawai Tiga,MERATA,
        """;

    private protected PortalUnderTest Portal { get; private set; } = null!;

    private protected HttpClient Finance { get; private set; } = null!;

    private protected HttpClient Director { get; private set; } = null!;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Portal = await PortalUnderTest.StartAsync("--Portal:Today=2024-07-15");
        Finance = await ClientOfAsync(PortalRoles.KeuanganRsud);
        Director = await ClientOfAsync(PortalRoles.DirekturRsud);
        await ReceiveAsync(new Rupiah(2_000_001));
    }

    public async ValueTask DisposeAsync()
    {
        Finance.Dispose();
        Director.Dispose();
        await Portal.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected static Dictionary<string, string> Fields() =>
        new()
        {
            ["Posted.Number"] = "Rancangan Juni",
            ["Posted.Pool"] = "Rp1.000.000",
            ["Posted.Components[0].Code"] = "LANGSUNG",
            ["Posted.Components[0].Share"] = "60",
            ["Posted.Components[0].Method"] = "Points",
            ["Posted.Components[1].Code"] = "MERATA",
            ["Posted.Components[1].Share"] = "40,0",
            ["Posted.Components[1].Method"] = "Equal",
            ["Posted.Months"] = "2024-04",
            ["Posted.PaidOn"] = "2024-07-12",
            ["Posted.Staff"] = Staff,
            ["Posted.Step"] = "hitung",
        };

    private protected static Dictionary<string, string> Approval(string number) =>
        new() { ["Posted.Number"] = number, ["Posted.Date"] = "2024-07-10" };

    private protected static string FormOf(string step) => $"form:has(input[name=_handler][value={step}])";

    private protected static string Shown(IDocument preview) => preview.QuerySelector("input[name='Posted.Shown']")!.GetAttribute("value")!;

    private protected static List<string> AmountsIn(IDocument page) =>
        page.QuerySelectorAll("section[aria-labelledby=hasil] td.number").Select(cell => cell.TextContent).ToList()
            is { Count: > 10 } amounts
            ? amounts
            : throw new InvalidOperationException(page.Body!.TextContent);

    private protected static async Task<IDocument> ParseAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode} {answer.Headers.Location} {html}");
        return await BrowsingContext.New().OpenAsync(request => request.Content(html), Cancellation);
    }

    private protected static async Task<Dictionary<string, string>> WithTokenAsync(
        HttpClient client,
        string path,
        string form,
        Dictionary<string, string> fields
    )
    {
        var page = await client.PageAsync(path);
        foreach (var hidden in page.QuerySelectorAll($"{form} input[type=hidden]"))
        {
            fields.TryAdd(hidden.GetAttribute("name")!, hidden.GetAttribute("value") ?? string.Empty);
        }

        return fields;
    }

    private protected static async Task StepAsync(HttpClient client, string page, string step, Dictionary<string, string> fields)
    {
        using var answer = await client.PostFormAsync(page, fields, FormOf(step));
        Assert.True(
            answer.Headers.Location?.OriginalString.EndsWith($"selesai={step}", StringComparison.Ordinal) == true,
            $"{step}: {await answer.Content.ReadAsStringAsync(Cancellation)}"
        );
    }

    private protected static async Task<string> RefusalAsync(HttpClient client, string page, string step, Dictionary<string, string> fields)
    {
        using var answer = await client.PostFormAsync(page, fields, FormOf(step));
        return (await ParseAsync(answer)).QuerySelector("main")!.OuterHtml;
    }

    private protected static ClaimsPrincipal UserOf(string role) => TestUsers.Of(role);

    private protected Task<HttpClient> ClientOfAsync(string role) =>
        Portal.CreateClientAsync(DemoAccounts.All.Single(demo => demo.Role == role).Email);

    private protected Task<HttpResponseMessage> PostAsync(Dictionary<string, string> fields) => Finance.PostFormAsync(Draft, fields);

    private protected async Task<IDocument> PreviewAsync(Dictionary<string, string> fields)
    {
        using var answer = await PostAsync(fields);
        return await ParseAsync(answer);
    }

    /// <summary>Stores a distribution as a person does, and returns where its page lies.</summary>
    private protected async Task<string> PrepareAsync(Dictionary<string, string> fields)
    {
        var preview = await PreviewAsync(new(fields));
        using var answer = await PostAsync(new(fields) { ["Posted.Shown"] = Shown(preview), ["Posted.Step"] = "siapkan" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return new Uri(Portal.Address, answer.Headers.Location!).AbsolutePath;
    }

    private protected async Task LinkAsync(string staffId)
    {
        var page = await Finance.PageAsync("/wakatobi/jasa/pegawai");
        var account = page.QuerySelectorAll("#akun option")
            .Single(option => option.TextContent.Contains("pegawai@demo.local", StringComparison.Ordinal))
            .GetAttribute("value")!;
        var fields = new Dictionary<string, string> { ["Posted.Account"] = account, ["Posted.StaffId"] = staffId };
        using var shown = await Finance.PostFormAsync("/wakatobi/jasa/pegawai", new(fields));
        foreach (var hidden in (await ParseAsync(shown)).QuerySelectorAll("input[name^='Posted.Confirmed']"))
        {
            fields.Add(hidden.GetAttribute("name")!, hidden.GetAttribute("value")!);
        }

        using var answer = await Finance.PostFormAsync("/wakatobi/jasa/pegawai", fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>Somebody in the register, since the beginning of 2024.</summary>
    private protected Task<Guid> EnterStaffAsync(string number, string name, StaffKind kind, BankAccount? account = null) =>
        Portal
            .Services.GetRequiredService<StaffDesk>()
            .EnterAsync(
                UserOf(PortalRoles.KeuanganRsud),
                new StaffFacts(number, name, "IGD", kind, account, new DateOnly(2024, 1, 1), null),
                Cancellation
            );

    private protected async Task<IReadOnlyList<string>> LooksAsync()
    {
        await using var db = await ContextAsync();
        var entries = await db
            .AuditEntries.Where(entry => entry.Action == "fund.fees-seen")
            .OrderBy(entry => entry.Id)
            .ToListAsync(Cancellation);
        return [.. entries.Select(entry => $"{entry.ActorName.Split(' ')[0]}: {entry.Caption}")];
    }

    /// <summary>What the entries made for a distribution leave in each account that is not back at nothing.</summary>
    private protected async Task<IReadOnlyList<(string Account, long Balance)>> BalancesAsync(string page)
    {
        var id = Guid.Parse(page.Split('/')[^1], CultureInfo.InvariantCulture);
        await using var db = await ContextAsync();
        var entries = await db.JournalEntries.AsNoTracking().Where(entry => entry.Source.Id == id).ToListAsync(Cancellation);
        return
        [
            .. TrialBalance
                .Of(entries)
                .Accounts.Select(account => (account.Account, account.Balance.Amount))
                .Where(account => account.Amount != 0),
        ];
    }

    private protected Task<PortalDbContext> ContextAsync() =>
        Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Cancellation);

    /// <summary>A verified claim of one service, paid by BPJS and shared by the rule.</summary>
    private protected Task ReceiveAsync(Rupiah amount) =>
        Portal
            .Services.GetRequiredService<FundWork>()
            .DoAsync(
                UserOf(PortalRoles.KeuanganRsud),
                Access.EnterFund,
                async step =>
                {
                    var services = await step.Db.ClaimServices.AsNoTracking().ToListAsync(Cancellation);
                    var claim = ClaimMonth.File(
                        FiscalMonth.Parse("2024-04"),
                        "INA-CBG",
                        new DateOnly(2024, 5, 2),
                        [new ClaimFiling("ICU", 10, amount)],
                        services,
                        [],
                        new ClaimTerms()
                    );
                    claim.DeclareComplete(new DateOnly(2024, 5, 6), "BA-1");
                    claim.Verify(new DateOnly(2024, 5, 10), [new ClaimVerdict("ICU", amount, Rupiah.Zero, Rupiah.Zero, Rupiah.Zero)]);
                    var receipt = Receipt.Take(new DateOnly(2024, 5, 20), amount, "TRX-1", [(claim, amount)]);
                    var rules = new AllocationRules(await step.Db.AllocationRules.AsNoTracking().ToListAsync(Cancellation));
                    step.Db.AddRange(claim, receipt, Allocation.Of(receipt, rules, step.At));
                    await step.PostAsync(
                        receipt.ReceivedOn,
                        "Penerimaan TRX-1",
                        new EntrySource(nameof(Receipt), receipt.Id),
                        Postings.Received(amount)
                    );
                    step.Note(FundActions.Received, receipt.Id, "TRX-1");
                },
                Cancellation
            );

    /// <summary>The rows of the tables in a part of a page, their texts with single blanks between.</summary>
    private protected static IReadOnlyList<string> RowsOf(IDocument page, string part) =>
        [
            .. page.QuerySelectorAll($"{part} :is(tbody, tfoot) tr")
                .Select(row => string.Join(' ', row.Descendants<IText>().Select(text => text.Text.Trim()).Where(text => text.Length > 0))),
        ];
}
