using System.Collections.Concurrent;
using System.Security.Claims;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Drafts;
using KerjaBhakti.Web.Roster.Editor;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.Web.HtmlRendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace KerjaBhakti.Web.Tests.Roster.Drafts;

/// <summary>The server's half of an open editor, without a browser.</summary>
public sealed class DraftWorkspaceTests(PortalFixture fixture) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly ClaimsPrincipal Sari = TestUsers.Of(PortalRoles.Sekretariat, "Sari");

    private readonly AsyncServiceScope scope = fixture.Portal.Services.CreateAsyncScope();
    private readonly WatchedClock clock = new();
    private HtmlRenderer? renderer;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DraftService Drafts => fixture.Portal.Services.GetRequiredService<DraftService>();

    private DraftRooms Rooms => fixture.Portal.Services.GetRequiredService<DraftRooms>();

    public async ValueTask DisposeAsync()
    {
        if (renderer is not null)
        {
            await renderer.DisposeAsync();
        }

        await scope.DisposeAsync();
    }

    [Fact]
    public async Task Draft_ThatIsGoneWhenTheCircuitLoadsIt_IsSaidToBeGone()
    {
        var page = await OpenAsync(Guid.NewGuid());

        Assert.Contains("Rancangan ini mungkin sudah dihapus.", await HtmlOfAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writer_TellingOpenEditors_DrawsForNoneOfThem()
    {
        var draft = await CopyAsync();
        await OpenAsync(draft.Id);
        var writer = new Thread(() => Rooms.Tell(draft.Id, new DraftEvent.Changed(draft, [], "Budi", Origin: null)));

        writer.Start();
        Assert.True(writer.Join(Patience));

        await UntilAsync(() => Task.FromResult(!clock.ReadBy.IsEmpty));
        Assert.DoesNotContain(writer, clock.ReadBy);
    }

    [Fact]
    public async Task SignOut_WithTheEditorOpen_EndsWhatItIsTold()
    {
        var draft = await CopyAsync();
        var page = await OpenAsync(draft.Id);
        await WriteAsync(draft, 0, "Jatinegra");
        await UntilAsync(() => ShowsAsync(page, draft.Findings.Count + 1));

        fixture.Portal.Services.GetRequiredService<Sessions>().Forget([Sari.SessionId()!.Value]);
        var authentication = scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        await UntilAsync(async () => (await authentication.GetAuthenticationStateAsync()).User.Identity is { IsAuthenticated: false });
        await WriteAsync(draft, 1, "Kramat Jti");
        await Task.Delay(TimeSpan.FromSeconds(1.5), Cancellation);

        Assert.True(await ShowsAsync(page, draft.Findings.Count + 1));
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var since = TimeProvider.System.GetTimestamp(); !await condition(); await Task.Delay(20, Cancellation))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Patience, "It did not come to pass.");
        }
    }

    private async Task<HtmlRootComponent> OpenAsync(Guid draft)
    {
        (
            (IHostEnvironmentAuthenticationStateProvider)scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>()
        ).SetAuthenticationState(Task.FromResult(new AuthenticationState(Sari)));
        renderer = new HtmlRenderer(new WithClock(scope.ServiceProvider, clock), NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(() =>
            renderer.RenderComponentAsync<DraftWorkspace>(
                ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(DraftWorkspace.ScheduleId)] = draft })
            )
        );
    }

    private Task<string> HtmlOfAsync(HtmlRootComponent page) => renderer!.Dispatcher.InvokeAsync(page.ToHtmlString);

    private async Task<bool> ShowsAsync(HtmlRootComponent page, int findings) =>
        (await HtmlOfAsync(page)).Contains($"Temuan<span> ({findings})</span>", StringComparison.Ordinal);

    private Task<EditResult> WriteAsync(DraftView draft, int row, string text) =>
        Drafts.ApplyAsync(
            Sari,
            draft.Id,
            [
                new ScheduleEdit.WriteCell(draft.Annex.Period.First, draft.Rows[row].Printed.Cells[0].AsPrinted, text)
                {
                    RowId = draft.Rows[row].Id,
                },
            ],
            origin: null,
            Cancellation
        );

    private async Task<DraftView> CopyAsync()
    {
        var issued = (await fixture.Portal.Services.GetRequiredService<PublishedSchedules>().OfYearAsync(2015, Cancellation))!;
        var period = new RosterPeriod(new RosterMonth(2016, 5), new RosterMonth(2016, 12));
        var id = await Drafts.CreateAsync(Sari, new NewDraft(issued.Title, period, issued.Id, WithCells: true), Cancellation);
        return (await Drafts.OpenAsync(Sari, id, Cancellation))!;
    }

    private sealed class WatchedClock : TimeProvider
    {
        public ConcurrentBag<Thread> ReadBy { get; } = [];

        public override long GetTimestamp()
        {
            ReadBy.Add(Thread.CurrentThread);
            return base.GetTimestamp();
        }
    }

    private sealed class WithClock(IServiceProvider services, TimeProvider clock) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(TimeProvider) ? clock : services.GetService(serviceType);
    }
}
