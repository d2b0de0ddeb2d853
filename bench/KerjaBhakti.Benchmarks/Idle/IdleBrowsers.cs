using System.Globalization;
using KerjaBhakti.Benchmarks.Portal;

namespace KerjaBhakti.Benchmarks.Idle;

/// <summary>
/// What signed-in browsers cost that only look: each has the editor of the same draft open, the page that holds the most, or a page of
/// components, and does nothing. Memory is read after a full collection.
/// </summary>
internal static class IdleBrowsers
{
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(2);

    public static async Task RunAsync(string[] arguments)
    {
        var most = arguments.FirstOr(500);
        var page = arguments.ElementAtOrDefault(1);
        var folder = Directory.CreateTempSubdirectory("kerjabhakti-idle-");
        var circuits = new List<RawCircuit>();
        try
        {
            await using var portal = await PortalProcess.StartMeasuredAsync(folder, "Development");
            var draft = await portal.MakeDraftAsync();
            var cookies = await RawCircuit.SignInAsync(portal.Address);

            // The first ones compile the code and fill caches that all share.
            await OpenAsync(most / 10);
            var before = await portal.MemoryAsync();
            Console.WriteLine($"{circuits.Count} circuits: heap {Mebibytes(before.Heap)}, working set {Mebibytes(before.WorkingSet)}");
            var warm = circuits.Count;
            await OpenAsync(most);
            var after = await portal.MemoryAsync();
            Console.WriteLine($"{circuits.Count} circuits: heap {Mebibytes(after.Heap)}, working set {Mebibytes(after.WorkingSet)}");
            Console.WriteLine(
                $"each: heap {Mebibytes((after.Heap - before.Heap) / (most - warm))}, working set {Mebibytes((after.WorkingSet - before.WorkingSet) / (most - warm))}"
            );

            await Task.Delay(Hold);
            var later = await portal.MemoryAsync();
            Console.WriteLine(
                $"after {Hold.TotalMinutes:0} min: {circuits.Count(circuit => circuit.IsOpen)} of {circuits.Count} connected, heap {Mebibytes(later.Heap)}, working set {Mebibytes(later.WorkingSet)}"
            );
            await Task.WhenAll(circuits.Select(circuit => circuit.DisposeAsync().AsTask()));

            async Task OpenAsync(int count)
            {
                while (circuits.Count < count)
                {
                    circuits.Add(
                        page is null
                            ? await RawCircuit.OpenAsync(portal.Address, draft, cookies)
                            : await RawCircuit.OpenAsync(portal.Address, page, cookies)
                    );
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Mebibytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024.0:0.00} MiB");
}
