using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Hosting;
using KerjaBhakti.Web.Public;
using KerjaBhakti.Web.Roster.Printing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;

namespace KerjaBhakti.Web.Api;

/// <summary>The public reading API under <c>/api/v1</c>: the annexes in force, their findings and who is where on a Sunday.</summary>
public static class AnnexApi
{
    /// <summary>Adds the endpoints.</summary>
    public static void MapAnnexApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1").AllowAnonymous().CacheOutput(PublishedPageCache.Name).WithTags("Roster");
        api.MapGet("/schedules", ListAsync).WithSummary("The schedules in force: year, instruction, months.");
        api.MapGet("/schedules/{year:int}", ReadAsync).WithSummary("The annex of a year.");
        api.MapGet("/schedules/{year:int}/findings", FindAsync).WithSummary("What the annex auditor says of the annex.");
        api.MapGet("/duties", DutiesAsync).WithSummary("Who is where on one Sunday.")
            .WithDescription("Rows and places are those of the annex in force on that Sunday. What was decided since lies beside them: who serves instead, whether duty was called off, "
                + "holidays, and whether a verified report says that the activity took place. Posts are named, persons never.");
        foreach (var format in Enum.GetValues<AnnexFormat>())
        {
            api.MapGet($"/schedules/{{year:int}}/annex.{format.Extension()}", (int year, PublishedSchedules published, AnnexPaper paper, Gazetteer gazetteer, CancellationToken cancellationToken) =>
                    DownloadAsync(year, format, published, paper, gazetteer, cancellationToken))
                .WithSummary($"The annex as printed, as {format.Extension()}.")
                .Produces(StatusCodes.Status200OK, contentType: format.ContentType())
                .ProducesProblem(StatusCodes.Status404NotFound);
        }
    }

    internal static void Describe(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "KerjaBhakti";
        document.Info.Description = "The annexes of the Governor's Instructions on community clean-ups: who serves which kecamatan. Reading needs no sign-in.";
        document.Info.Version = "v1";

        // Only the API: pages are for people.
        foreach (var path in document.Paths.Keys.Where(path => !path.StartsWith("/api/", StringComparison.Ordinal)).ToList())
        {
            document.Paths.Remove(path);
        }

        return Task.CompletedTask;
    });

    private static async Task<IReadOnlyList<ScheduleSummaryJson>> ListAsync(PublishedSchedules published, CancellationToken cancellationToken) =>
        [.. (await published.AllAsync(cancellationToken)).Select(ScheduleSummaryJson.Of)];

    private static async Task<Results<Ok<ScheduleJson>, ProblemHttpResult>> ReadAsync(
        int year, PublishedSchedules published, Gazetteer gazetteer, CancellationToken cancellationToken) =>
        await published.OfYearAsync(year, cancellationToken) is { } schedule
            ? TypedResults.Ok(ScheduleJson.Of(schedule, gazetteer))
            : NoSchedule(year);

    private static async Task<Results<Ok<IReadOnlyList<FindingJson>>, ProblemHttpResult>> FindAsync(
        int year, PublishedSchedules published, Gazetteer gazetteer, CancellationToken cancellationToken) =>
        await published.OfYearAsync(year, cancellationToken) is { } schedule
            ? TypedResults.Ok<IReadOnlyList<FindingJson>>([.. new AnnexAuditor(gazetteer).Audit(schedule.Annex).Select(FindingJson.Of)])
            : NoSchedule(year);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> DownloadAsync(
        int year, AnnexFormat format, PublishedSchedules published, AnnexPaper paper, Gazetteer gazetteer, CancellationToken cancellationToken) =>
        await published.OfYearAsync(year, cancellationToken) is { } schedule
            ? TypedResults.File(
                format.Write(paper.Of(schedule), gazetteer),
                format.ContentType(),
                $"lampiran-{year}.{format.Extension()}")
            : NoSchedule(year);

    private static async Task<Results<Ok<DutiesJson>, ProblemHttpResult>> DutiesAsync(
        string? date, string? district, int? row, PublishedSchedules published, PublishedDuties over, Gazetteer gazetteer, CancellationToken cancellationToken)
    {
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var sunday))
        {
            return Refused("Isi 'date' dengan tanggal berbentuk 2015-06-07.");
        }

        if (sunday.DayOfWeek != DayOfWeek.Sunday)
        {
            return Refused($"{Components.Shared.Indonesian.LongDate(sunday)} bukan hari Minggu; kerja bhakti hanya pada hari Minggu.");
        }

        KecamatanCode? kecamatan = null;
        if (district is not null)
        {
            kecamatan = KecamatanCode.TryParse(district, out var code) && gazetteer.Find(code) is not null ? code : null;
            if (kecamatan is null)
            {
                return Refused($"'{district}' bukan kode kecamatan; contoh yang benar 31.75.03.");
            }
        }

        var schedule = await published.OnAsync(sunday, cancellationToken);
        if (schedule is null)
        {
            return TypedResults.Ok(new DutiesJson(sunday, [], Cancelled: null, []));
        }

        var overlay = await over.OfAsync(schedule.Id, cancellationToken);
        var standing = overlay.On(sunday);
        return TypedResults.Ok(new DutiesJson(
            sunday,
            [.. Duty.On(schedule.Annex, sunday)
                .Where(duty => kecamatan is null || duty.Kecamatan == kecamatan)
                .Where(duty => row is null || duty.Row.Number == row)
                .Select(duty => DutyJson.Of(duty, overlay.Of(duty.Row.Number, sunday), gazetteer))],
            standing.IsCancelled ? new CancelledJson(standing.Decision!.Reason) : null,
            [.. standing.Holidays.Select(holiday => new HolidayJson(holiday.Name, holiday.Kind))]));
    }

    private static ProblemHttpResult NoSchedule(int year) =>
        TypedResults.Problem($"Tidak ada jadwal yang berlaku untuk tahun {year}.", statusCode: StatusCodes.Status404NotFound);

    private static ProblemHttpResult Refused(string reason) => TypedResults.Problem(reason, statusCode: StatusCodes.Status400BadRequest);
}
