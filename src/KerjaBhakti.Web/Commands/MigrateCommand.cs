using System.CommandLine;
using KerjaBhakti.Web.Hosting;

namespace KerjaBhakti.Web.Commands;

/// <summary><c>migrate</c>: brings the database to this version, or prints the SQL that would.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var script = new Option<bool>("--script") { Description = "Cetak SQL-nya saja; basis data tidak disentuh." };
        var command = new Command("migrate", "Memutakhirkan basis data ke versi program ini.") { script };
        command.SetAction(
            async (result, cancellationToken) =>
            {
                await using var app = PortalHost.Build(["--Logging:LogLevel:Default=Warning"]);
                var database = app.Services.GetRequiredService<PortalDatabase>();
                if (result.GetValue(script))
                {
                    Console.WriteLine(await database.ScriptAsync(cancellationToken));
                }
                else
                {
                    await database.UpgradeAsync(cancellationToken);
                    Console.WriteLine("Basis data sudah mutakhir.");
                }

                return 0;
            }
        );
        return command;
    }
}
