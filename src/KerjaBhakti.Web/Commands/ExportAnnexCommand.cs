using System.CommandLine;
using System.Text.Json;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Hosting;
using KerjaBhakti.Web.Roster.Api;
using KerjaBhakti.Web.Roster.Printing;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace KerjaBhakti.Web.Commands;

/// <summary><c>export-annex</c>: writes the annex in force of a year to a file, as the API gives it.</summary>
internal static class ExportAnnexCommand
{
    public static Command Create()
    {
        var year = new Option<int>("--year") { Required = true, Description = "Tahun jadwal." };
        var format = new Option<string>("--format") { Required = true, Description = "Bentuk berkas." };
        format.AcceptOnlyFromAmong("pdf", "xlsx", "csv", "json");
        var output = new Option<FileInfo>("--out") { Required = true, Description = "Berkas yang ditulis." };
        var command = new Command("export-annex", "Menulis lampiran yang berlaku ke berkas.") { year, format, output };
        command.SetAction(
            async (result, cancellationToken) =>
            {
                await using var app = PortalHost.Build(["--Logging:LogLevel:Default=Warning"]);
                await app.Services.GetRequiredService<PortalDatabase>().RequireAsync(cancellationToken);
                var bytes = await WriteAsync(app.Services, result.GetValue(year), result.GetValue(format)!, cancellationToken);
                await OutputFile.SaveAsync(result.GetValue(output)!, bytes, cancellationToken);
                return 0;
            }
        );
        return command;
    }

    private static async Task<byte[]> WriteAsync(IServiceProvider services, int year, string format, CancellationToken cancellationToken)
    {
        var gazetteer = services.GetRequiredService<Gazetteer>();
        var schedule = await services.GetRequiredService<PublishedSchedules>().OfYearAsync(year, cancellationToken)
            ?? throw new PortalStartException($"Tidak ada jadwal yang berlaku untuk tahun {year}.");
        return format == "json"
            ? JsonSerializer.SerializeToUtf8Bytes(
                ScheduleJson.Of(schedule, gazetteer),
                services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions
            )
            : Enum.Parse<AnnexFormat>(format, ignoreCase: true)
                .Write(services.GetRequiredService<AnnexPaper>().Of(schedule) with { ShowNip = true }, gazetteer);
    }
}
