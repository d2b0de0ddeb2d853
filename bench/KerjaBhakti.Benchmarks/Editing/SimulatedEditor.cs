using System.Diagnostics;
using System.Text.Json;
using KerjaBhakti.Benchmarks.Portal;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Benchmarks.Editing;

/// <summary>
/// Somebody who writes a random kecamatan into a random month of one row about once a second. Nobody else writes that row, so nothing
/// conflicts.
/// </summary>
internal sealed class SimulatedEditor : IAsyncDisposable
{
    private readonly RawCircuit circuit;
    private readonly string row;
    private readonly string[] months;
    private readonly string[] cells;
    private readonly string[] names = [.. Seed.Gazetteer.Kecamatan.Select(kecamatan => kecamatan.Name)];
    private readonly List<double> roundTrips = [];

    /// <param name="circuit">An open draft.</param>
    /// <param name="rotatingRow">The row to write, counted from zero among those that rotate.</param>
    public SimulatedEditor(RawCircuit circuit, int rotatingRow)
    {
        this.circuit = circuit;
        var document = circuit.Document;
        var mine = document
            .GetProperty("rows")
            .EnumerateArray()
            .Where(candidate => candidate.GetProperty("region").ValueKind == JsonValueKind.Null)
            .ElementAt(rotatingRow);
        row = mine.GetProperty("id").GetString()!;
        months = [.. document.GetProperty("months").EnumerateArray().Select(month => month.GetProperty("key").GetString()!)];
        cells = [.. mine.GetProperty("cells").EnumerateArray().Select(cell => cell.GetString()!)];
    }

    /// <summary>Milliseconds from sending each edit to the server's answer that it is stored.</summary>
    public IEnumerable<double> RoundTrips => roundTrips;

    /// <summary>Counts anew.</summary>
    public void Forget() => roundTrips.Clear();

    /// <summary>Writes until told to stop.</summary>
    /// <exception cref="InvalidOperationException">The server did not store an edit.</exception>
    public async Task WorkAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(Random.Shared.Next(500, 1500), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var month = Random.Shared.Next(months.Length);
            var text = Random.Shared.GetItems(names, 1)[0];
            var start = Stopwatch.GetTimestamp();
            var answer = await circuit.InvokeGridAsync(
                "ApplyAsync",
                Guid.NewGuid(),
                new[]
                {
                    new
                    {
                        kind = "cell",
                        rowId = row,
                        month = months[month],
                        expected = cells[month],
                        text,
                    },
                }
            );
            if (answer.GetProperty("revision").ValueKind != JsonValueKind.Number)
            {
                throw new InvalidOperationException($"Not stored: {answer}");
            }

            roundTrips.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            cells[month] = text;
        }
    }

    public ValueTask DisposeAsync() => circuit.DisposeAsync();
}
