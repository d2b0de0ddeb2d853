using System.Diagnostics;
using System.Globalization;
using KerjaBhakti.Benchmarks.Portal;

namespace KerjaBhakti.Benchmarks.Editing;

/// <summary>
/// What one editor in a real browser waits for while 49 others work on the same draft: from the key press that leaves a cell to "stored" in
/// that browser and to the new text in a second one. All are open circuits, so storing, auditing and telling everybody is paid in full.
/// </summary>
internal static class EditLatency
{
    public static async Task RunAsync(string[] arguments)
    {
        var edits = arguments.FirstOr(200);
        var othersCount = arguments.Skip(1).ToList().FirstOr(49);
        var folder = Directory.CreateTempSubdirectory("kerjabhakti-edits-");
        try
        {
            await using var portal = await PortalProcess.StartMeasuredAsync(folder, "Development");
            var draft = await portal.MakeDraftAsync();
            var cookies = await RawCircuit.SignInAsync(portal.Address);
            await using var browser = await EditingBrowser.OpenAsync(portal.Address, draft);
            await MeasureAsync("1 editor", browser, edits / 4);

            using var stop = new CancellationTokenSource();
            var others = new List<SimulatedEditor>();
            while (others.Count < othersCount)
            {
                var circuit = await RawCircuit.OpenAsync(portal.Address, draft, cookies);
                others.Add(new SimulatedEditor(circuit, EditingBrowser.Rows + others.Count));
            }

            var work = others.Select(other => other.WorkAsync(stop.Token)).ToList();
            await MeasureAsync("warm-up", browser, edits / 4);
            others.ForEach(other => other.Forget());
            var (start, used) = (Stopwatch.GetTimestamp(), portal.ProcessorTime);
            await MeasureAsync($"{othersCount + 1} editors", browser, edits);
            var (elapsed, cores) = (Stopwatch.GetElapsedTime(start), portal.ProcessorTime - used);
            var trips = others.SelectMany(other => other.RoundTrips).ToList();
            Console.WriteLine($"{othersCount} others, round trip of their circuits: {trips.Summary()}");
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(trips.Count + edits) / elapsed.TotalSeconds:0.0} edits/s; the server used {cores / elapsed:0.00} processors"
                )
            );
            await stop.CancelAsync();
            await Task.WhenAll(work);
            foreach (var other in others)
            {
                await other.DisposeAsync();
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(string name, EditingBrowser browser, int edits)
    {
        var stored = new List<double>();
        var shown = new List<double>();
        for (var edit = 0; edit < edits; edit++)
        {
            var measured = await browser.EditAsync();
            stored.Add(measured.Stored);
            shown.Add(measured.ShownToOther);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, key press to stored:               {stored.Summary()}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, key press to shown in the other:   {shown.Summary()}"));
    }
}
