using System.CommandLine;
using KerjaBhakti.Web.Hosting;

namespace KerjaBhakti.Web.Commands;

/// <summary><c>backup</c>: a whole copy of the embedded database, also while the portal serves.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var output = new Option<FileInfo>("--out") { Description = "Berkas cadangan.", Required = true };
        var command = new Command("backup", "Mencadangkan basis data ke satu berkas, juga selagi portal berjalan.") { output };
        command.SetAction(
            async (result, cancellationToken) =>
            {
                await using var app = PortalHost.Build(["--Logging:LogLevel:Default=Warning"]);
                var target = result.GetValue(output)!;
                await app.Services.GetRequiredService<EmbeddedCopies>().BackUpAsync(target, cancellationToken);
                Console.WriteLine($"Cadangan ditulis: {target.FullName}");
                return 0;
            }
        );
        return command;
    }
}
