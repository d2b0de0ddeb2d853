using System.CommandLine;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Commands;

/// <summary>
/// The program's commands. Exit status 0: done. 1: refused, the reason in one sentence on standard error, nothing changed. 2: wrong usage;
/// for <c>verify-audit</c> also that it
/// could not check.
/// </summary>
public static class PortalCommands
{
    private const int Refused = 1;
    private const int WrongUsage = 2;
    private static readonly string[] EnvironmentVariables = ["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"];

    /// <summary>Runs the command that the arguments name; without one, serves the portal.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        FileMask.Restrict();
        args = UseDefaultEnvironment(args);

        // "--urls …" and other settings go to the configuration, whatever stands before them being a command.
        if (args.Length == 0 || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version")))
        {
            args = ["serve", .. args];
        }

        var result = CreateRoot().Parse(args);
        if (result.Errors.Count > 0)
        {
            foreach (var error in result.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("Pakai --help untuk melihat perintah dan pilihannya.");
            return WrongUsage;
        }

        try
        {
            return await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (PortalStartException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return Refused;
        }
    }

    /// <summary>
    /// Takes <c>--default-environment NAME</c> from the front of the arguments. The project hands it over under <c>dotnet run</c>, so that
    /// a clone
    /// starts with demonstration accounts; a launch profile would print a line before the output of every command.
    /// </summary>
    private static string[] UseDefaultEnvironment(string[] args)
    {
        if (args is not ["--default-environment", var name, .. var rest])
        {
            return args;
        }

        if (EnvironmentVariables.All(variable => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable))))
        {
            Environment.SetEnvironmentVariable(EnvironmentVariables[0], name);
        }

        return rest;
    }

    private static RootCommand CreateRoot()
    {
        var root = new RootCommand("Portal jadwal kerja bhakti. Tanpa perintah, portal dijalankan.")
        {
            ServeCommand.Create(),
            MigrateCommand.Create(),
            ExportAnnexCommand.Create(),
            CheckAnnexCommand.Create(),
            ProposeAnnexCommand.Create(),
            ImportAnnexCommand.Create(),
            SimulateFeesCommand.Create(),
            ExportBooksCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
            CreateAdminCommand.Create(),
            PasswordLinkCommand.Create(),
            VerifyAuditCommand.Create(),
            CheckInstitutionCommand.Create(),
            NewInstitutionCommand.Create(),
        };
        foreach (var command in ReadApartCommand.CreateAll())
        {
            root.Add(command);
        }

        return root;
    }
}
