using System.CommandLine;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Hosting;

namespace KerjaBhakti.Web.Commands;

/// <summary><c>password-link</c>: prints a one-time link for an account, where no second administrator can agree to one.</summary>
internal static class PasswordLinkCommand
{
    public static Command Create()
    {
        var email = new Argument<string>("EMAIL") { Description = "Alamat surel akun." };
        var command = new Command("password-link", "Membuat tautan kata sandi untuk sebuah akun; tercatat dalam jejak audit.") { email };
        command.SetAction(
            async (result, cancellationToken) =>
            {
                await using var app = PortalHost.Build(["--Logging:LogLevel:Default=Warning"]);
                await app.Services.GetRequiredService<PortalDatabase>().PrepareAsync(cancellationToken);
                await using var scope = app.Services.CreateAsyncScope();
                try
                {
                    Console.WriteLine(
                        await scope.ServiceProvider.GetRequiredService<PasswordLinks>().MakeByCommandAsync(result.GetValue(email)!)
                    );
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
