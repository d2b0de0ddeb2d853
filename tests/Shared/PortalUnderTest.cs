using System.Net;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Commands;
using KerjaBhakti.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace KerjaBhakti.Tests;

/// <summary>
/// The whole portal on a free port of this machine, with a database of its own in a temporary folder: the 2015 Instruction, the
/// demonstration accounts, and Friday, 5 June 2015 as today.
/// </summary>
public sealed class PortalUnderTest : IAsyncDisposable
{
    // A portal fills its database in more than a second. Every other one of a test run begins with a copy of the first.
    private static readonly Lazy<Task<byte[]>> Filled = new(FillAsync);

    private readonly WebApplication app;
    private readonly bool isGuest;

    private PortalUnderTest(WebApplication app, DirectoryInfo folder, bool isGuest = false)
    {
        this.app = app;
        this.isGuest = isGuest;
        Folder = folder;
    }

    /// <summary>Where the database and the keys lie.</summary>
    public DirectoryInfo Folder { get; }

    /// <summary>Where the portal answers.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>The portal's services.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>A context on its database, past the services.</summary>
    public Task<PortalDbContext> DatabaseAsync() =>
        Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

    /// <summary>Starts a portal.</summary>
    /// <param name="settings">More settings, as on the command line: "--Portal:Today=2016-01-01".</param>
    public static async Task<PortalUnderTest> StartAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("kerjabhakti-");
        if (!settings.Any(setting => setting.StartsWith("--environment", StringComparison.OrdinalIgnoreCase)))
        {
            await FillAsync(folder);
        }

        return await StartInAsync(folder, settings);
    }

    /// <summary>Starts a second server of this portal: the same database and keys, and no memory in common.</summary>
    /// <param name="settings">More settings, as on the command line.</param>
    /// <param name="adjust">Changes what it registers; null where nothing is to be changed.</param>
    public async Task<PortalUnderTest> StartBesideAsync(string[] settings, Action<IServiceCollection>? adjust = null) =>
        new((await StartInAsync(Folder, settings, adjust)).app, Folder, isGuest: true);

    internal static async Task<PortalUnderTest> StartInAsync(
        DirectoryInfo folder,
        string[] settings,
        Action<IServiceCollection>? adjust = null
    )
    {
        var app = PortalHost.Build(
            [.. SettingsFor(folder), "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning", .. settings],
            services =>
            {
                // Rows of one collection times rows of another: a query that loads two says that it is split.
                services.ConfigureDbContext<PortalDbContext>(options =>
                    options.ConfigureWarnings(warnings => warnings.Throw(RelationalEventId.MultipleCollectionIncludeWarning))
                );
                adjust?.Invoke(services);
            }
        );
        await ServeCommand.StartAsync(app, CancellationToken.None);
        return new PortalUnderTest(app, folder);
    }

    /// <summary>The settings that keep a portal inside a folder.</summary>
    public static IEnumerable<string> SettingsFor(DirectoryInfo folder) =>
        ["--environment=Development", "--Portal:Today=2015-06-05", "--Portal:DemoFund=false", $"--Database:File={DatabaseIn(folder)}"];

    /// <summary>Where the database of a portal lies that is kept inside a folder.</summary>
    public static string DatabaseIn(DirectoryInfo folder) => Path.Combine(folder.FullName, "portal.db");

    /// <summary>Puts a filled database into a folder.</summary>
    public static async Task FillAsync(DirectoryInfo folder) => await File.WriteAllBytesAsync(DatabaseIn(folder), await Filled.Value);

    private static async Task<byte[]> FillAsync()
    {
        var portal = await StartInAsync(Directory.CreateTempSubdirectory("kerjabhakti-"), []);
        await TestUsers.StoreAsync(portal.Services);
        await portal.app.StopAsync();
        await portal.app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        var database = await File.ReadAllBytesAsync(DatabaseIn(portal.Folder));
        portal.Folder.Delete(recursive: true);
        return database;
    }

    /// <summary>A client that keeps cookies and follows no redirects.</summary>
    public HttpClient CreateClient() => CreateClient(new CookieContainer());

    /// <summary>The same, signed in as <see cref="SignInAsync"/> does.</summary>
    public async Task<HttpClient> CreateClientAsync(string email)
    {
        var cookies = new CookieContainer();
        cookies.Add(await SignInAsync(email));
        return CreateClient(cookies);
    }

    /// <summary>
    /// A sign-in of its own as the sign-in page makes it, without the page and its password: the hash of a password takes longer than most
    /// tests.
    /// </summary>
    /// <returns>The cookie that a browser would have been given.</returns>
    public async Task<Cookie> SignInAsync(string email)
    {
        await using var scope = Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>().FindByEmailAsync(email);
        Assert.NotNull(account);
        var (user, expires) = await Services
            .GetRequiredService<Sessions>()
            .BeginAsync(
                account.Id,
                new SignInOrigin("127.0.0.1", "peramban uji"),
                remember: false,
                showedMore: false,
                codeStep: null,
                challenge: null,
                CancellationToken.None
            );
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        await context.SignInAsync(IdentityConstants.ApplicationScheme, user, new AuthenticationProperties { ExpiresUtc = expires });
        var cookie = SetCookieHeaderValue.ParseList(context.Response.Headers.SetCookie!).Single();
        return new Cookie(cookie.Name.Value!, cookie.Value.Value, "/", Address.Host);
    }

    private HttpClient CreateClient(CookieContainer cookies) =>
        new(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        if (isGuest)
        {
            return;
        }

        SqliteConnection.ClearAllPools();
        Folder.Delete(recursive: true);
    }
}
