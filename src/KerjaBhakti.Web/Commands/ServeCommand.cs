using System.CommandLine;
using System.Net.Sockets;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Hosting;
using KerjaBhakti.Web.Wakatobi.Demo;
using Microsoft.AspNetCore.Connections;

namespace KerjaBhakti.Web.Commands;

/// <summary><c>serve</c>: prepares the database and answers requests until the process is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var settings = new Argument<string[]>("pengaturan")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Pengaturan, misalnya --urls http://localhost:5081.",
        };
        var command = new Command("serve", "Menjalankan portal (perintah bawaan).") { settings };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(
            async (result, cancellationToken) =>
            {
                await using var app = PortalHost.Build([.. result.GetValue(settings) ?? [], .. result.UnmatchedTokens]);
                using var serving = app.Services.GetRequiredService<EmbeddedCopies>().Serve();
                await StartAsync(app, cancellationToken);
                await app.WaitForShutdownAsync(cancellationToken);
                return 0;
            }
        );
        return command;
    }

    /// <summary>Prepares the database and starts to listen.</summary>
    /// <exception cref="PortalStartException">The database cannot be used, or the address is taken.</exception>
    internal static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        await app.Services.GetRequiredService<PortalDatabase>().PrepareAsync(cancellationToken);
        var needsSetup = false;
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<DemoAccounts>().EnsureAsync();
            needsSetup = !await scope.ServiceProvider.GetRequiredService<AccountService>().HasAdministratorAsync();
        }

        await app.Services.GetRequiredService<DemoFund>().EnsureAsync(cancellationToken);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException or SocketException)
        {
            throw new PortalStartException(
                $"Alamat {app.Configuration[WebHostDefaults.ServerUrlsKey]} sedang dipakai program lain. Tutup program itu, atau pilih alamat lain dengan ASPNETCORE_URLS.",
                failure
            );
        }

        PortalKeys.WarnOfOpenKeys(app);
        var address = app.Services.GetRequiredService<PublicAddress>();
        if (!app.Environment.IsDevelopment() && address.IsLocal)
        {
            Console.Error.WriteLine(
                "Portal__PublicUrl belum diisi: kode pada lampiran yang dicetak dan tautan dalam surel hanya dapat dibuka di komputer ini."
            );
        }

        if (needsSetup)
        {
            var path = app.Services.GetRequiredService<SetupLink>().Offer();
            Console.WriteLine($"Belum ada administrator. Buka tautan sekali pakai ini untuk membuatnya: {address.Of(path.TrimStart('/'))}");
        }
    }
}
