using System.ComponentModel;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Searching;
using KerjaBhakti.Web.Roster.Printing;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KerjaBhakti.Web.Roster.Api;

/// <summary>The public reading API under <c>/api/v1</c>: the annexes in force, their findings and who is where on a Sunday.</summary>
public static class AnnexApi
{
    /// <summary>Adds the endpoints.</summary>
    public static void MapAnnexApi(this IEndpointRouteBuilder routes)
    {
        var api = routes
            .MapGroup("/api/v1")
            .AllowAnonymous()
            .RequireCors(OpenReading.Name)
            .CacheOutput(PublishedPageCache.Name)
            .WithTags("Roster");
        api.MapGet("/schedules", ListAsync).WithName("listSchedules").WithSummary("The schedules in force: year, instruction, months.");
        api.MapGet("/schedules/{year:int}", ReadAsync)
            .WithName("getSchedule")
            .WithSummary("The annex of a year.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/schedules/{year:int}/findings", FindAsync)
            .WithName("listFindings")
            .WithSummary("What the annex auditor says of the annex.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/duties", DutiesAsync)
            .WithName("listDuties")
            .WithSummary("Who is where on one Sunday.")
            .WithDescription(
                "Rows and places are those of the annex in force on that Sunday. What was decided since lies beside them: who serves instead, whether duty was called off, "
                    + "holidays, and whether a verified report says that the activity took place. Posts are named, persons never."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/search", SearchAsync)
            .WithName("search")
            .WithSummary("Posts, kecamatan, cities, Instructions and pages by the words people use.")
            .WithDescription(
                "Acronyms, short names, other spellings, codes and numbers of rows are found too. Where nothing fits, what is only spelled like it is told as a guess."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest);
        foreach (var format in Enum.GetValues<AnnexFormat>())
        {
            api.MapGet(
                    $"/schedules/{{year:int}}/annex.{format.Extension()}",
                    (int year, PublishedSchedules published, AnnexPaper paper, Gazetteer gazetteer, CancellationToken cancellationToken) =>
                        DownloadAsync(year, format, published, paper, gazetteer, cancellationToken)
                )
                .WithName($"getAnnexAs{format}")
                .WithSummary($"The annex as printed, as {format.Extension()}.")
                .Produces<Stream>(StatusCodes.Status200OK, format.MediaType())
                .ProducesProblem(StatusCodes.Status404NotFound);
        }
    }

    private static async Task<IReadOnlyList<ScheduleSummaryJson>> ListAsync(
        PublishedSchedules published,
        CancellationToken cancellationToken
    ) => [.. (await published.AllAsync(cancellationToken)).Select(ScheduleSummaryJson.Of)];

    private static async Task<Results<Ok<ScheduleJson>, ProblemHttpResult>> ReadAsync(
        int year,
        PublishedSchedules published,
        Gazetteer gazetteer,
        CancellationToken cancellationToken
    ) =>
        await published.OfYearAsync(year, cancellationToken) is { } schedule
            ? TypedResults.Ok(ScheduleJson.Of(schedule, gazetteer))
            : NoSchedule(year);

    private static async Task<Results<Ok<IReadOnlyList<FindingJson>>, ProblemHttpResult>> FindAsync(
        int year,
        PublishedSchedules published,
        Gazetteer gazetteer,
        CancellationToken cancellationToken
    ) =>
        await published.OfYearAsync(year, cancellationToken) is { } schedule
            ? TypedResults.Ok<IReadOnlyList<FindingJson>>([.. new AnnexAuditor(gazetteer).Audit(schedule.Annex).Select(FindingJson.Of)])
            : NoSchedule(year);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> DownloadAsync(
        int year,
        AnnexFormat format,
        PublishedSchedules published,
        AnnexPaper paper,
        Gazetteer gazetteer,
        CancellationToken cancellationToken
    ) =>
        await published.OfYearAsync(year, cancellationToken) is { } schedule
            ? TypedResults.File(format.Write(paper.Of(schedule), gazetteer), format.ContentType(), format.FileNameOf(schedule.Instruction))
            : NoSchedule(year);

    private static async Task<Results<Ok<DutiesJson>, ProblemHttpResult>> DutiesAsync(
        [Description("The Sunday.")] string? date,
        [Description("The code of a kecamatan; all where it is left out.")] string? district,
        [Description("The number of a row; all where it is left out.")] int? row,
        [Description("Beginnings of words of the post, its short names (dinkes), who serves instead, or the place; all must occur.")]
            string? q,
        PublishedSchedules published,
        PublishedDuties over,
        PublishedPostAliases names,
        Gazetteer gazetteer,
        CancellationToken cancellationToken
    )
    {
        if (Foundation.AddressValue.Date(date) is not { } sunday)
        {
            return Refused("Isi 'date' dengan tanggal berbentuk 2015-06-07.");
        }

        if (!Served.Institution.DutyDay.Is(sunday))
        {
            return Refused($"{Foundation.Indonesian.LongDate(sunday)} bukan hari {Served.Day}; kerja bhakti hanya pada hari {Served.Day}.");
        }

        KecamatanCode? kecamatan = null;
        if (district is not null)
        {
            kecamatan = KecamatanCode.TryParse(district, out var code) && gazetteer.Find(code) is not null ? code : null;
            if (kecamatan is null)
            {
                return Refused($"'{district}' bukan kode kecamatan; contoh yang benar {gazetteer.Example.Code}.");
            }
        }

        var schedule = await published.OnAsync(sunday, cancellationToken);
        if (schedule is null)
        {
            return TypedResults.Ok(new DutiesJson(sunday, [], Cancelled: null, []));
        }

        var overlay = await over.OfAsync(schedule.Id, cancellationToken);
        var standing = overlay.On(sunday);
        var search = new SearchTerms(q);
        var aliases = await names.ReadAsync(cancellationToken);
        return TypedResults.Ok(
            new DutiesJson(
                sunday,
                [
                    .. Duty.On(schedule.Annex, sunday)
                        .Where(duty => kecamatan is null || duty.Kecamatan == kecamatan)
                        .Where(duty => row is null || duty.Row.Number == row)
                        .Select(duty => (Duty: duty, Remark: overlay.Of(duty.Row.Number, sunday)))
                        .Where(item => DutyList.Rank(item.Duty, item.Remark, gazetteer, aliases, search) is not null)
                        .Select(item => DutyJson.Of(item.Duty, item.Remark, gazetteer)),
                ],
                standing.IsCancelled ? new CancelledJson(standing.Decision!.Reason) : null,
                [.. standing.Holidays.Select(holiday => new HolidayJson(holiday.Name, holiday.Kind))]
            )
        );
    }

    private static async Task<Results<Ok<SearchJson>, ProblemHttpResult>> SearchAsync(
        [Description("What somebody typed.")] string? q,
        [Description("The most hits, 1 to 50; 10 where it is left out.")] int? limit,
        PublicIndex index,
        CancellationToken cancellationToken
    )
    {
        var most = limit ?? SearchJson.UsualHits;
        if (most is < 1 or > SearchJson.MostHits)
        {
            return Refused($"'limit' harus antara 1 dan {SearchJson.MostHits}.");
        }

        var search = new SearchTerms(q);
        return TypedResults.Ok(
            new SearchJson(
                search.Text,
                [.. (await index.FindAsync(search.Text, most, cancellationToken)).Select(hit => SearchHitJson.Of(hit))]
            )
        );
    }

    private static ProblemHttpResult NoSchedule(int year) =>
        TypedResults.Problem($"Tidak ada jadwal yang berlaku untuk tahun {year}.", statusCode: StatusCodes.Status404NotFound);

    private static ProblemHttpResult Refused(string reason) => TypedResults.Problem(reason, statusCode: StatusCodes.Status400BadRequest);
}
