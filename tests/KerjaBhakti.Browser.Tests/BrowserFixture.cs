using System.Runtime.ExceptionServices;
using KerjaBhakti.Browser.Tests;
using KerjaBhakti.Browser.Tests.Browsers;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Roster.Drafts;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace KerjaBhakti.Browser.Tests;

/// <summary>One browser and one portal for all tests. Every test works in its own browser context, and on its own draft.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>A second person of the secretariat, as colleagues see the name.</summary>
    public const string ColleagueName = "Sekretariat Dua";

    /// <summary>Longer than anything takes on two busy cores: what is not there by then does not come.</summary>
    public const float Patience = 30_000;

    private IPlaywright? playwright;
    private IBrowser? browser;
    private ExceptionDispatchInfo? missing;

    public PortalUnderTest Portal { get; private set; } = null!;

    /// <summary>Accounts that edit drafts.</summary>
    public static DemoAccount Secretariat => DemoAccounts.All.Single(account => account.Role == PortalRoles.Sekretariat);

    /// <summary>A second account that edits drafts.</summary>
    public static DemoAccount Colleague { get; } =
        new("sekretariat-dua@demo.local", ColleagueName, PortalRoles.Sekretariat, "menyunting jadwal");

    /// <summary>The browser.</summary>
    /// <exception cref="BrowserMissingException">There is none: every test that needs it fails with this sentence.</exception>
    public IBrowser Browser
    {
        get
        {
            missing?.Throw();
            return browser!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        try
        {
            var program = await new BrowserSource(Machine.This).ObtainAsync();
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(
                new()
                {
                    ExecutablePath = program,

                    // The tests open pages of the portal only, and neither root nor most containers have a sandbox.
                    ChromiumSandbox = false,
                    Args = ["--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-quic"],
                }
            );
            Assertions.SetDefaultExpectTimeout(Patience);
        }
        catch (BrowserMissingException refusal)
        {
            missing = ExceptionDispatchInfo.Capture(refusal);
        }

        Portal = await PortalUnderTest.StartAsync();
        await AddColleagueAsync();
    }

    /// <summary>Makes a draft of May to December 2016 with the rows and kecamatan of 2015, as the secretariat.</summary>
    public async Task<Guid> CreateDraftAsync()
    {
        var services = Portal.Services;
        var source = Assert.Single(await services.GetRequiredService<PublishedSchedules>().AllAsync(CancellationToken.None));
        var period = new RosterPeriod(new RosterMonth(2016, 5), new RosterMonth(2016, 12));
        return await services
            .GetRequiredService<DraftService>()
            .CreateAsync(
                TestUsers.Of(PortalRoles.Sekretariat),
                new NewDraft(source.Title, period, source.Id, WithCells: true),
                CancellationToken.None
            );
    }

    /// <summary>The issued annex of 2015. Drafts of other tests may hide it in the list.</summary>
    public async Task<Guid> IssuedAsync() =>
        Assert.Single(await Portal.Services.GetRequiredService<PublishedSchedules>().AllAsync(CancellationToken.None)).Id;

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await Portal.DisposeAsync();
    }

    private Task<PortalUser> AddColleagueAsync() =>
        TestUsers.AddAsync(Portal.Services, Colleague.Email, Colleague.DisplayName, Colleague.Role);
}
