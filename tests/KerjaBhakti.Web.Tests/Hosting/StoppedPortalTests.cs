using System.Diagnostics;
using System.Runtime.CompilerServices;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Web.Tests.Hosting;

public class StoppedPortalTests
{
    // What is still on its way to the end when the portal has stopped: timers, connections.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Portal_StartedAskedAndStopped_LeavesNothingInMemory()
    {
        var services = await RunAsync();
        for (
            var since = Stopwatch.GetTimestamp();
            services.IsAlive && Stopwatch.GetElapsedTime(since) < Patience;
            await Task.Delay(100, TestContext.Current.CancellationToken)
        )
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(services.IsAlive, "Something that outlives the portal holds its services, and with them its clocks and caches.");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> RunAsync()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        using var client = portal.CreateClient();
        using var answer = await client.GetAsync("/masuk", TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return new WeakReference(portal.Services);
    }
}
