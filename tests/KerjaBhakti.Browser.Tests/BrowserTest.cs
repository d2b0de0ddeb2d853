using System.Collections.Concurrent;
using KerjaBhakti.Web.Account;
using Microsoft.Playwright;

namespace KerjaBhakti.Browser.Tests;

/// <summary>A test in a browser. Where it fails, a picture of every open page is kept and its path is written to the output.</summary>
public abstract class BrowserTest(BrowserFixture fixture) : IAsyncLifetime
{
    private static readonly bool KeepsPictures = Environment.GetEnvironmentVariable("KEEP_PICTURES") is not null;

    private readonly List<IPage> pages = [];
    private readonly ConcurrentQueue<string> troubles = new();

    /// <summary>The picture files of this run: of failures, and of what a person should look at.</summary>
    public static DirectoryInfo Artifacts { get; } = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "artifacts"));

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected BrowserFixture Fixture => fixture;

    /// <summary>
    /// Script errors, and what the browser wrote to its console as an error: also a refusal of the content security policy.
    /// </summary>
    protected IEnumerable<string> Troubles => troubles;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            await KeepPicturesAsync();
        }

        foreach (var context in pages.Select(page => page.Context).Distinct())
        {
            await context.DisposeAsync();
        }
    }

    /// <summary>A new page in a browser profile of its own.</summary>
    protected async Task<IPage> OpenAsync(string path, BrowserNewContextOptions? options = null, params Cookie[] cookies)
    {
        options = new(options ?? new());
        options.BaseURL ??= fixture.Portal.Address.ToString();
        options.ViewportSize ??= new ViewportSize { Width = 1366, Height = 768 };
        options.Locale = "id-ID";
        options.TimezoneId = "Asia/Jakarta";
        var context = await fixture.Browser.NewContextAsync(options);
        context.SetDefaultTimeout(BrowserFixture.Patience);
        await context.AddCookiesAsync(cookies);
        var page = await context.NewPageAsync();
        pages.Add(page);
        page.PageError += (_, error) => troubles.Enqueue($"{page.Url}: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                troubles.Enqueue($"{page.Url}: {message.Text}");
            }
        };

        // The editor asks before a page with unsaved edits is left; here leaving is meant.
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>A new page of the portal of all tests in a browser profile of its own, which brings a sign-in of its own.</summary>
    protected async Task<IPage> OpenSignedInAsync(DemoAccount account, string path, BrowserNewContextOptions? options = null)
    {
        Assert.True(options?.BaseURL is null, "The sign-in is one of the portal of all tests.");
        var cookie = await fixture.Portal.SignInAsync(account.Email);
        return await OpenAsync(
            path,
            options,
            new Cookie
            {
                Name = cookie.Name,
                Value = cookie.Value,
                Domain = cookie.Domain,
                Path = cookie.Path,
                HttpOnly = true,
            }
        );
    }

    /// <summary>A new page in a browser profile of its own, after signing in over the sign-in page; in any portal.</summary>
    protected async Task<IPage> OpenAndSignInAsync(DemoAccount account, string path, BrowserNewContextOptions? options = null)
    {
        var page = await OpenAsync($"/masuk?kembali={Uri.EscapeDataString(path)}", options);
        await page.GetByLabel("Alamat surel").FillAsync(account.Email);
        await page.GetByLabel("Kata sandi").FillAsync(DemoAccounts.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk", Exact = true }).ClickAsync();
        await page.IsAtAsync(url => new Uri(url).PathAndQuery == path);
        return page;
    }

    /// <summary>A draft of its own for the test, copied from 2015, open in the editor.</summary>
    protected async Task<EditorPage> OpenNewDraftAsync()
    {
        var id = await fixture.CreateDraftAsync();
        var editor = new EditorPage(await OpenSignedInAsync(BrowserFixture.Secretariat, $"/roster/jadwal/{id}"));
        await editor.IsReadyAsync();
        return editor;
    }

    /// <summary>The same draft in the browser of a colleague.</summary>
    protected async Task<EditorPage> OpenAsColleagueAsync(EditorPage draft)
    {
        var editor = new EditorPage(await OpenSignedInAsync(BrowserFixture.Colleague, draft.Path));
        await editor.IsReadyAsync();
        return editor;
    }

    /// <summary>Keeps a picture of the page for whoever wants to look at it, where the environment variable KEEP_PICTURES is set.</summary>
    protected static Task KeepPictureAsync(IPage page, string name, bool fullPage = false) =>
        KeepsPictures ? TakePictureAsync(page, name, fullPage) : Task.CompletedTask;

    private static Task<byte[]> TakePictureAsync(IPage page, string name, bool fullPage) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Artifacts.FullName, $"{name}.png"), FullPage = fullPage });

    private async Task KeepPicturesAsync()
    {
        foreach (var (index, page) in pages.Index())
        {
            var name = $"{GetType().Name}.{TestContext.Current.TestMethod?.MethodName}-{index + 1}";
            try
            {
                await TakePictureAsync(page, name, fullPage: false);
                TestContext.Current.TestOutputHelper?.WriteLine($"Picture of {page.Url}: {Path.Combine(Artifacts.FullName, name)}.png");
            }
            catch (PlaywrightException failure)
            {
                TestContext.Current.TestOutputHelper?.WriteLine($"No picture of {page.Url}: {failure.Message}");
            }
        }

        foreach (var trouble in troubles)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"Browser console: {trouble}");
        }
    }
}
