using System.Globalization;
using System.Net;
using System.Security.Claims;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Commands;
using KerjaBhakti.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Benchmarks.Portal;

/// <summary>A portal in this process, so that a year can be entered through its services and its pages asked for over HTTP.</summary>
internal static class LocalPortal
{
    /// <summary>Starts one with the demonstration accounts, in a folder that does not outlive it.</summary>
    /// <param name="today">The day it is.</param>
    /// <param name="measure">What to do with it.</param>
    public static async Task RunAsync(DateOnly today, Func<WebApplication, Task> measure)
    {
        var folder = Directory.CreateTempSubdirectory("kerjabhakti-bench-");
        try
        {
            await using var app = PortalHost.Build([
                .. PortalProcess.SettingsFor(folder, "Development"),
                "--urls=http://127.0.0.1:0",
                $"--Portal:Today={today:yyyy-MM-dd}",
                "--Portal:DemoFund=false",
                "--Logging:LogLevel:Default=Warning",
            ]);
            await ServeCommand.StartAsync(app, CancellationToken.None);
            await measure(app);
            await app.StopAsync();
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A client that is signed in over the form, with the password of the demonstration accounts.</summary>
    /// <exception cref="InvalidOperationException">The portal did not let it in.</exception>
    public static async Task<HttpClient> SignInAsync(this WebApplication app, string email)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(app.Urls.First()),
        };
        var page = await client.GetStringAsync("/masuk");
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = page.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0],
                ["_handler"] = "masuk",
                ["Form.Email"] = email,
                ["Form.Password"] = DemoAccounts.Password,
            }
        );
        using var answer = await client.PostAsync("/masuk", form);
        return answer.StatusCode == HttpStatusCode.Redirect
            ? client
            : throw new InvalidOperationException($"Sign-in answered {answer.StatusCode}.");
    }

    /// <summary>An account as services see it.</summary>
    public static async Task<ClaimsPrincipal> PrincipalAsync(this IServiceProvider services, string email)
    {
        await using var scope = services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>().FindByEmailAsync(email);
        return await services.SignInAsync(account!);
    }

    /// <summary>What the demonstration account of a role signs in with.</summary>
    public static string DemoEmail(string role) => DemoAccounts.All.Single(demo => demo.Role == role).Email;

    /// <summary>Prints a line.</summary>
    public static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
