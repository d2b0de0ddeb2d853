using System.CommandLine;
using System.Text.Json;
using KerjaBhakti.Web.Foundation.Scans;
using KerjaBhakti.Web.Roster.Reports;

namespace KerjaBhakti.Web.Commands;

/// <summary>
/// <c>read-scan</c> and <c>read-photo</c>: look into the file on standard input and say on standard output what
/// <see cref="ReadingApart{T}"/> asked. For the portal itself.
/// </summary>
internal static class ReadApartCommand
{
    public static IEnumerable<Command> CreateAll() =>
        [
            Create(ScanReader.Command, "Memeriksa PDF dari masukan baku.", ScanReading.Of),
            Create(PhotoReader.Command, "Menggambar ulang foto dari masukan baku.", PhotoReading.Of),
        ];

    private static Command Create<T>(string name, string what, Func<byte[], T> read)
    {
        var command = new Command(name, what) { Hidden = true };
        command.SetAction(
            async (_, cancellationToken) =>
            {
                using var file = new MemoryStream();
                await using var input = Console.OpenStandardInput();
                await input.CopyToAsync(file, cancellationToken);
                await using var output = Console.OpenStandardOutput();
                await JsonSerializer.SerializeAsync(output, read(file.ToArray()), cancellationToken: cancellationToken);
                return 0;
            }
        );
        return command;
    }
}
