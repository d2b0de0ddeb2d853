using System.CommandLine;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Hosting;

namespace KerjaBhakti.Web.Commands;

/// <summary><c>create-admin</c>: makes or resets an administrator and prints a one-time link.</summary>
internal static class CreateAdminCommand
{
    public static Command Create()
    {
        var email = new Argument<string>("EMAIL") { Description = "Alamat surel administrator." };
        var command = new Command("create-admin", "Membuat administrator, atau memberinya tautan sandi baru.") { email };
        command.SetAction(
            async (result, cancellationToken) =>
            {
                await using var app = PortalHost.Build(["--Logging:LogLevel:Default=Warning"]);
                await app.Services.GetRequiredService<PortalDatabase>().RequireAsync(cancellationToken);
                await using var scope = app.Services.CreateAsyncScope();
                try
                {
                    var link = await scope
                        .ServiceProvider.GetRequiredService<AccountService>()
                        .MakeAdministratorAsync(result.GetValue(email)!);
                    Console.WriteLine(link);
                    return 0;
                }
                catch (AccountRefusedException refusal)
                {
                    throw new PortalStartException(refusal.Message, refusal);
                }
            }
        );
        return command;
    }
}
