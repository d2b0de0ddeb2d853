using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Commands;
using KerjaBhakti.Web.Hosting;
using KerjaBhakti.Web.Roster.Drafts;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Hosting;

namespace KerjaBhakti.Benchmarks.Portal;

/// <summary>The portal as shipped, in a process of its own, with a few endpoints that the shipped one does not have.</summary>
internal static class MeasuredPortal
{
    /// <summary>The subcommand that runs it; started by <see cref="PortalProcess"/>.</summary>
    public const string Command = "portal";

    /// <summary>Answers nothing: what any request costs in this server and pipeline.</summary>
    public const string Empty = "/bench/empty";

    /// <summary>Signs in as the secretariat's demonstration account.</summary>
    public const string SignIn = "/bench/sign-in";

    /// <summary>Makes a draft out of the annex of 2015 and answers with its key.</summary>
    public const string Draft = "/bench/draft";

    /// <summary>What the process holds after a full collection.</summary>
    public const string Memory = "/bench/memory";

    public static async Task RunAsync(string[] settings)
    {
        await using var app = PortalHost.Build(["--Circuits:MostOfAccount=100000", "--Circuits:MostOfAddress=100000", .. settings]);
        var bench = app.MapGroup(string.Empty).AllowAnonymous().ExcludeFromDescription();
        bench.MapGet(Empty, () => Results.Empty);
        bench.MapGet(SignIn, async (HttpContext http, UserManager<PortalUser> users) =>
            await http.SignInAsync(
                IdentityConstants.ApplicationScheme,
                await http.RequestServices.SignInAsync((await users.FindByEmailAsync(DemoAccounts.All[0].Email))!)
            )
        );
        bench.MapGet(Draft, MakeDraftAsync);
        bench.MapGet(Memory, () =>
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            return new MemoryUse(GC.GetTotalMemory(forceFullCollection: false), Environment.WorkingSet);
        });
        await ServeCommand.StartAsync(app, CancellationToken.None);
        await app.WaitForShutdownAsync();
    }

    /// <summary>Makes a draft for 2016 out of the annex of 2015, cells included.</summary>
    public static async Task<Guid> MakeDraftAsync(
        IServiceProvider services,
        DraftService drafts,
        PublishedSchedules published,
        CancellationToken cancellationToken
    )
    {
        var source = (await published.OfYearAsync(2015, cancellationToken))!;
        var period = new RosterPeriod(new RosterMonth(2016, 5), new RosterMonth(2016, 12));
        return await drafts.CreateAsync(
            await services.SignInAsync(PortalRoles.Sekretariat),
            new NewDraft(source.Title, period, source.Id, WithCells: true),
            cancellationToken
        );
    }
}

/// <summary>What a process holds, in bytes.</summary>
/// <param name="Heap">Live managed objects after a full collection.</param>
/// <param name="WorkingSet">Everything resident.</param>
internal sealed record MemoryUse(long Heap, long WorkingSet);
