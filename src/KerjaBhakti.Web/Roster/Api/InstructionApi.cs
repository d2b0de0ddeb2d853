using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Printing;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KerjaBhakti.Web.Roster.Api;

/// <summary>
/// The public reading API of Instructions, in force or not: each annex as it was issued, and what the legal documentation network (JDIH)
/// collects.
/// </summary>
public static class InstructionApi
{
    /// <summary>Adds the endpoints under <c>/api/v1/instructions</c>.</summary>
    public static void MapInstructionApi(this IEndpointRouteBuilder routes)
    {
        var api = routes
            .MapGroup("/api/v1/instructions")
            .AllowAnonymous()
            .RequireCors(OpenReading.Name)
            .CacheOutput(PublishedPageCache.Name)
            .WithTags("Roster");
        api.MapGet("/jdih", ListAsync)
            .WithName("listJdihRecords")
            .WithSummary("Publication metadata of every Instruction, as JDIH collects it.");
        api.MapGet("/{year:int}/{number:int}/jdih", ReadAsync)
            .WithName("getJdihRecord")
            .WithSummary("Publication metadata of one Instruction, as JDIH collects it.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/{year:int}/{number:int}/instruction.pdf", PrintAsync)
            .WithName("getInstructionAsPdf")
            .WithSummary("One Instruction as issued, followed by its annex, as pdf.")
            .Produces<Stream>(StatusCodes.Status200OK, AnnexFormat.Pdf.MediaType())
            .ProducesProblem(StatusCodes.Status404NotFound);
        foreach (var format in Enum.GetValues<AnnexFormat>())
        {
            api.MapGet(
                    $"/{{year:int}}/{{number:int}}/annex.{format.Extension()}",
                    (
                        int year,
                        int number,
                        PublishedSchedules published,
                        AnnexPaper paper,
                        Gazetteer gazetteer,
                        CancellationToken cancellationToken
                    ) => DownloadAsync(year, number, format, published, paper, gazetteer, cancellationToken)
                )
                .WithName($"getInstructionAnnexAs{format}")
                .WithSummary($"The annex of one Instruction as issued, in force or not, as {format.Extension()}.")
                .Produces<Stream>(StatusCodes.Status200OK, format.MediaType())
                .ProducesProblem(StatusCodes.Status404NotFound);
        }
    }

    private static string Stem => Served.Instrument.ToLowerInvariant().Replace(' ', '-');

    /// <summary>What the file of an Instruction with its annex is called.</summary>
    internal static string FileNameOf(int number, int year) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Stem}-{number}-{year}.pdf");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> PrintAsync(
        int year,
        int number,
        PublishedSchedules published,
        AnnexPaper paper,
        ReasonsPaper reasons,
        CancellationToken cancellationToken
    ) =>
        await published.OfInstructionAsync(year, number, cancellationToken) is { } schedule
            ? TypedResults.File(
                InstructionPdf.Write(
                    new InstructionPrint(schedule.Instruction),
                    paper.Of(schedule),
                    await reasons.OfAsync(schedule, cancellationToken)
                ),
                AnnexFormat.Pdf.ContentType(),
                FileNameOf(number, year)
            )
            : NoInstruction(year, number);

    private static async Task<IReadOnlyList<JdihJson>> ListAsync(
        PublishedSchedules published,
        PublicAddress address,
        CancellationToken cancellationToken
    ) => [.. (await published.EverAsync(cancellationToken)).Select(schedule => JdihJson.Of(schedule, address))];

    private static async Task<Results<Ok<JdihJson>, ProblemHttpResult>> ReadAsync(
        int year,
        int number,
        PublishedSchedules published,
        PublicAddress address,
        CancellationToken cancellationToken
    ) =>
        await published.OfInstructionAsync(year, number, cancellationToken) is { } schedule
            ? TypedResults.Ok(JdihJson.Of(schedule, address))
            : NoInstruction(year, number);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> DownloadAsync(
        int year,
        int number,
        AnnexFormat format,
        PublishedSchedules published,
        AnnexPaper paper,
        Gazetteer gazetteer,
        CancellationToken cancellationToken
    ) =>
        await published.OfInstructionAsync(year, number, cancellationToken) is { } schedule
            ? TypedResults.File(format.Write(paper.Of(schedule), gazetteer), format.ContentType(), format.FileNameOf(schedule.Instruction))
            : NoInstruction(year, number);

    private static ProblemHttpResult NoInstruction(int year, int number) =>
        TypedResults.Problem($"Tidak ada {Served.Instrument} {number}/{year}.", statusCode: StatusCodes.Status404NotFound);
}
