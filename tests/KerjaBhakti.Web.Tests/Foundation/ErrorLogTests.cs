using System.Net;
using System.Text.RegularExpressions;
using KerjaBhakti.Tests;
using Microsoft.Data.Sqlite;

namespace KerjaBhakti.Web.Tests.Foundation;

/// <summary>Whoever reports the code of an error page is helped by the log.</summary>
public sealed partial class ErrorLogTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/jadwal/2015")]
    [InlineData("/api/v1/schedules/2015")]
    public async Task TheCodeOfAnError_StandsInTheLogOnTheLineOfTheError(string path)
    {
        await using var portal = new PortalProcess("--environment=Production");
        await portal.BeginAsync();
        using var client = new HttpClient { BaseAddress = portal.Address };
        await UntilReadyAsync(client);

        // Nobody foresees a database without its tables.
        await using (var connection = new SqliteConnection($"Data Source={portal.Database};Pooling=False"))
        {
            await connection.OpenAsync(Cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = "ALTER TABLE roster_Schedules RENAME TO gone";
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        using var answer = await client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var code = Code().Match(await answer.Content.ReadAsStringAsync(Cancellation)).Value;
        Assert.NotEmpty(code);
        await portal.SaysAsync($"Galat {code} pada GET {path}");
    }

    private static async Task UntilReadyAsync(HttpClient client)
    {
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync("/health/ready", Cancellation);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50, Cancellation);
        }
    }

    [GeneratedRegex("[0-9a-f]{32}", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
