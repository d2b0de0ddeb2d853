using KerjaBhakti.Browser.Tests.Browsers;
using KerjaBhakti.Web.Account;

namespace KerjaBhakti.Browser.Tests.Engines;

/// <summary>The tests in more engines than one run one after another: only one tab of Firefox has the focus.</summary>
[CollectionDefinition(nameof(EngineFixture))]
public sealed class EngineFixture : ICollectionFixture<EngineFixture>, IAsyncLifetime
{
    private Firefox? firefox;

    public async ValueTask InitializeAsync()
    {
        if (Firefox.Find(Machine.This) is { } program)
        {
            firefox = await Firefox.StartAsync(program);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (firefox is not null)
        {
            await firefox.DisposeAsync();
        }
    }

    /// <summary>
    /// A page in an engine, signed in where an account is given. The test is skipped, and says so, where the engine is not installed.
    /// </summary>
    internal async Task<IEnginePage> OpenAsync(Engine engine, BrowserFixture browsers, DemoAccount? account = null)
    {
        Assert.SkipWhen(engine == Engine.Firefox && firefox is null, Firefox.Missing);
        var portal = browsers.Portal;
        var cookie = account is null ? null : await portal.SignInAsync(account.Email);
        return engine switch
        {
            Engine.Chromium => await ChromiumPage.OpenAsync(browsers.Browser, portal.Address, cookie),
            Engine.Firefox => await FirefoxPage.OpenAsync(firefox!.Driver, portal.Address, cookie),
        };
    }
}
