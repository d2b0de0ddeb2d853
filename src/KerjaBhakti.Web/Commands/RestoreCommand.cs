using System.CommandLine;
using KerjaBhakti.Web.Hosting;

namespace KerjaBhakti.Web.Commands;

/// <summary><c>restore</c>: puts a copy in the place of the embedded database; the portal must not be running.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var source = new Argument<FileInfo>("FILE") { Description = "Berkas cadangan." };
        var command = new Command("restore", "Memulihkan basis data dari cadangan; portal harus berhenti.") { source };
        command.SetAction(
            async (result, cancellationToken) =>
            {
                await using var app = PortalHost.Build(["--Logging:LogLevel:Default=Warning"]);
                var before = await app
                    .Services.GetRequiredService<EmbeddedCopies>()
                    .RestoreAsync(result.GetValue(source)!, cancellationToken);
                Console.WriteLine(before is null ? "Basis data dipulihkan." : $"Basis data dipulihkan. Yang lama disimpan di {before}");
                return 0;
            }
        );
        return command;
    }
}
