using KerjaBhakti.Documents.Scans;

namespace KerjaBhakti.Web.Foundation.Scans;

/// <summary>
/// Reads PDFs that come from outside: nesting without end overflows the stack, and what inflates without end takes all memory.
/// </summary>
public sealed class ScanReader : IDisposable
{
    /// <summary>The hidden command that reads a PDF in a process apart.</summary>
    internal const string Command = "read-scan";

    private readonly ReadingApart<ScanReading> apart = new(Command);

    /// <inheritdoc/>
    public void Dispose() => apart.Dispose();

    /// <summary>Looks into a file.</summary>
    /// <exception cref="ScanRefusedException">It is no PDF, cannot be read in time, or holds more than pages.</exception>
    public async Task<ScannedPdf> ReadAsync(byte[] file, CancellationToken cancellationToken)
    {
        if (file.Length is 0 or > ScanUpload.LargestFile || !ScannedPdf.IsPdf(file))
        {
            throw new ScanRefusedException(
                file.Length switch
                {
                    0 => ScanProblem.Empty,
                    > ScanUpload.LargestFile => ScanProblem.TooLarge,
                    _ => ScanProblem.NotPdf,
                }
            );
        }

        var reading = await apart.ReadAsync(file, cancellationToken);
        return reading?.Scan ?? throw new ScanRefusedException(reading?.Problem ?? ScanProblem.Damaged);
    }
}

/// <summary>What was found in a scan: either the scan or the problem.</summary>
internal sealed record ScanReading(ScannedPdf? Scan, ScanProblem? Problem)
{
    /// <summary>Reads it in this process.</summary>
    public static ScanReading Of(byte[] file)
    {
        try
        {
            return new ScanReading(ScannedPdf.Read(file), Problem: null);
        }
        catch (ScanRefusedException refusal)
        {
            return new ScanReading(Scan: null, refusal.Problem);
        }
    }
}
