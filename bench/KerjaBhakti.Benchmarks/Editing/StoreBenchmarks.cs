using System.Security.Claims;
using BenchmarkDotNet.Attributes;
using KerjaBhakti.Benchmarks.Portal;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Commands;
using KerjaBhakti.Web.Hosting;
using KerjaBhakti.Web.Roster.Drafts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Benchmarks.Editing;

/// <summary>One cell of a draft of 93 rows stored while it is open: the turn that everybody who edits the draft waits for.</summary>
[MemoryDiagnoser]
public class StoreBenchmarks
{
    private static readonly string[] Names = ["Menteng", "Gambir"];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kerjabhakti-store-");
    private ClaimsPrincipal user = null!;
    private WebApplication app = null!;
    private DraftService drafts = null!;
    private IDisposable listening = null!;
    private Guid draft;
    private DraftRow row = null!;
    private string text = string.Empty;

    [GlobalSetup]
    public async Task OpenAsync()
    {
        app = PortalHost.Build([.. PortalProcess.SettingsFor(folder, "Production"), "--urls=http://127.0.0.1:0"]);
        await ServeCommand.StartAsync(app, CancellationToken.None);
        drafts = app.Services.GetRequiredService<DraftService>();
        user = await app.Services.SignInAsync(PortalRoles.Sekretariat);
        draft = await MeasuredPortal.MakeDraftAsync(
            app.Services,
            drafts,
            app.Services.GetRequiredService<Web.Roster.Published.PublishedSchedules>(),
            CancellationToken.None
        );
        listening = app.Services.GetRequiredService<DraftRooms>().Listen(draft, _ => { });
        row = (await drafts.OpenAsync(user, draft, CancellationToken.None))!.Rows.First(candidate => !candidate.Printed.IsRegion);
        text = row.Printed.Cells[0].AsPrinted;
    }

    [GlobalCleanup]
    public async Task CloseAsync()
    {
        listening.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    /// <summary>What opening the page reads.</summary>
    [Benchmark(Baseline = true)]
    public async Task<int> Open() => (await drafts.OpenAsync(user, draft, CancellationToken.None))!.Revision;

    /// <exception cref="InvalidOperationException">It was not stored.</exception>
    [Benchmark]
    public async Task<int> StoreCell()
    {
        var next = text == Names[0] ? Names[1] : Names[0];
        var edit = new ScheduleEdit.WriteCell(new RosterMonth(2016, 5), text, next) { RowId = row.Id };
        var result = await drafts.ApplyAsync(user, draft, [edit], origin: null, CancellationToken.None);
        text = next;
        return result.Revision ?? throw new InvalidOperationException("Not stored.");
    }
}
