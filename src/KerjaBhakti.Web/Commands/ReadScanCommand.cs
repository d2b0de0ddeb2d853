using System.CommandLine;
using System.Text.Json;
using KerjaBhakti.Documents.Scans;
using KerjaBhakti.Web.Scans;

namespace KerjaBhakti.Web.Commands;

/// <summary><c>read-scan</c>: looks into the PDF on standard input and says on standard output what <see cref="ScanReader"/> asked. For the portal itself.</summary>
internal static class ReadScanCommand
{
    public const string Name = "read-scan";

    public static Command Create()
    {
        var command = new Command(Name, "Memeriksa PDF dari masukan baku.") { Hidden = true };
        command.SetAction(async (_, cancellationToken) =>
        {
            using var file = new MemoryStream();
            await using var input = Console.OpenStandardInput();
            await input.CopyToAsync(file, cancellationToken);
            await using var output = Console.OpenStandardOutput();
            await JsonSerializer.SerializeAsync(output, Read(file.ToArray()), cancellationToken: cancellationToken);
            return 0;
        });
        return command;
    }

    private static ScanReading Read(byte[] file)
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
