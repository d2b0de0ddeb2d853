using System.Text.Json;
using WebDriverBiDi;
using WebDriverBiDi.BrowsingContext;
using WebDriverBiDi.Input;
using WebDriverBiDi.Network;
using WebDriverBiDi.Script;
using WebDriverBiDi.Storage;

namespace KerjaBhakti.Browser.Tests.Engines;

/// <summary>A tab of Firefox with cookies and storage of its own, driven by WebDriver BiDi.</summary>
internal sealed class FirefoxPage : IEnginePage
{
    // The names of keys are those of the DOM; WebDriver has code points for them (WebDriver, section "Keyboard actions").
    private static readonly Dictionary<string, string> CodePoints = new()
    {
        ["Control"] = "\uE009",
        ["Shift"] = "\uE008",
        ["Alt"] = "\uE00A",
        ["Enter"] = "\uE007",
        ["Tab"] = "\uE004",
        ["Escape"] = "\uE00C",
        ["Delete"] = "\uE017",
        ["Backspace"] = "\uE003",
        ["ArrowLeft"] = "\uE012",
        ["ArrowUp"] = "\uE013",
        ["ArrowRight"] = "\uE014",
        ["ArrowDown"] = "\uE015",
        ["Home"] = "\uE011",
        ["End"] = "\uE010",
        ["F2"] = "\uE032",
    };

    private readonly BiDiDriver driver;
    private readonly Uri portal;
    private readonly string userContext;
    private readonly string tab;

    private FirefoxPage(BiDiDriver driver, Uri portal, string userContext, string tab)
    {
        this.driver = driver;
        this.portal = portal;
        this.userContext = userContext;
        this.tab = tab;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<IEnginePage> OpenAsync(BiDiDriver driver, Uri portal, System.Net.Cookie? cookie)
    {
        var profile = await driver.Browser.CreateUserContextAsync(new(), null, Cancellation);
        if (cookie is not null)
        {
            await driver.Storage.SetCookieAsync(
                new(
                    new PartialCookie(cookie.Name, BytesValue.FromString(cookie.Value), cookie.Domain)
                    {
                        Path = cookie.Path,
                        HttpOnly = true,
                    }
                )
                {
                    Partition = new StorageKeyPartitionDescriptor { UserContextId = profile.UserContextId },
                },
                null,
                Cancellation
            );
        }

        // A new tab has the focus. The one Firefox began with never does without a screen, and no page in it hears of any focus.
        var created = await driver.BrowsingContext.CreateAsync(
            new(CreateType.Tab) { UserContextId = profile.UserContextId },
            null,
            Cancellation
        );
        var page = new FirefoxPage(driver, portal, profile.UserContextId, created.BrowsingContextId);
        await page.SetSizeAsync(1366, 768);
        return page;
    }

    public Task GoToAsync(string path) =>
        driver.BrowsingContext.NavigateAsync(
            new(tab, new Uri(portal, path).ToString()) { Wait = ReadinessState.Complete },
            TimeSpan.FromMilliseconds(BrowserFixture.Patience),
            Cancellation
        );

    public async Task<T> EvaluateAsync<T>(string function, string? argument = null)
    {
        // As text: the protocol's own values would have to be told apart one by one.
        var call = new CallFunctionCommandParameters(
            $"async argument => JSON.stringify(await ({function})(argument))",
            new ContextTarget(tab),
            awaitPromise: true
        );
        call.Arguments.Add(argument is null ? LocalValue.Null : LocalValue.String(argument));
        var result = await driver.Script.CallFunctionAsync(call, null, Cancellation);
        return result switch
        {
            EvaluateResultSuccess { Result: StringRemoteValue json } => JsonSerializer.Deserialize<T>(
                json.Value,
                JsonSerializerOptions.Web
            )!,
            EvaluateResultException failure => throw new InvalidOperationException(failure.ExceptionDetails.Text),
            _ => throw new InvalidOperationException($"The function returns nothing: {function}"),
        };
    }

    public async Task ClickAsync(string selector)
    {
        await this.IsTrueAsync($"document.querySelector({JsonSerializer.Serialize(selector)})");
        var middle = await EvaluateAsync<double[]>(
            """
            selector => {
                const node = document.querySelector(selector);
                node.scrollIntoView({ block: 'nearest', inline: 'nearest' });
                const box = node.getBoundingClientRect();
                return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
            }
            """,
            selector
        );
        var mouse = new PointerSourceActions();
        mouse.Actions.AddRange([new PointerMoveAction { X = middle[0], Y = middle[1] }, new PointerDownAction(0), new PointerUpAction(0)]);
        await PerformAsync(mouse);
    }

    public async Task PressAsync(params string[] keys)
    {
        var keyboard = new KeySourceActions();
        foreach (var key in keys)
        {
            var together = key.Length == 1 ? [key] : key.Split('+').Select(name => CodePoints.GetValueOrDefault(name, name)).ToArray();
            keyboard.Actions.AddRange(together.Select(value => new KeyDownAction(value)));
            keyboard.Actions.AddRange(together.Reverse().Select(value => new KeyUpAction(value)));
        }

        await PerformAsync(keyboard);
    }

    public Task SetSizeAsync(int width, int height) =>
        driver.BrowsingContext.SetViewportAsync(
            new()
            {
                BrowsingContextId = tab,
                Viewport = new() { Width = (ulong)width, Height = (ulong)height },
            },
            null,
            Cancellation
        );

    public async Task<byte[]> PrintAsync() =>
        Convert.FromBase64String(
            (await driver.BrowsingContext.PrintAsync(new(tab), TimeSpan.FromMilliseconds(BrowserFixture.Patience), Cancellation)).Data
        );

    public async Task<byte[]> TakePictureAsync() =>
        Convert.FromBase64String((await driver.BrowsingContext.CaptureScreenshotAsync(new(tab), null, Cancellation)).Data);

    /// <summary>Closes the tab with all it kept. A page that would ask is not asked.</summary>
    public async ValueTask DisposeAsync() => await driver.Browser.RemoveUserContextAsync(new(userContext), null, CancellationToken.None);

    private async Task PerformAsync(SourceActions source)
    {
        // As a person would: only the tab in front takes keys.
        await driver.BrowsingContext.ActivateAsync(new(tab), null, Cancellation);
        var actions = new PerformActionsCommandParameters(tab);
        actions.Actions.Add(source);
        await driver.Input.PerformActionsAsync(actions, null, Cancellation);
    }
}
