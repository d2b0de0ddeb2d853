using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Api;
using KerjaBhakti.Web.Roster.Approvals;
using KerjaBhakti.Web.Roster.Printing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KerjaBhakti.Web.Roster.Drafts;

/// <summary>The files of a schedule for those who work on it: a draft is marked RANCANGAN, the signatory's number is whole.</summary>
public static class DraftDownloads
{
    /// <summary>Adds the endpoints <c>/roster/jadwal/{id}/lampiran.pdf</c>, <c>.xlsx</c>, <c>.csv</c>.</summary>
    public static void MapDraftDownloads(this IEndpointRouteBuilder routes)
    {
        foreach (var format in Enum.GetValues<AnnexFormat>())
        {
            routes
                .MapGet(
                    $"/roster/jadwal/{{id:guid}}/lampiran.{format.Extension()}",
                    (
                        Guid id,
                        HttpContext http,
                        ScheduleApproval schedules,
                        AnnexPaper paper,
                        Gazetteer gazetteer,
                        CancellationToken cancellationToken
                    ) => DownloadAsync(id, format, http, schedules, paper, gazetteer, cancellationToken)
                )
                .RequireAuthorization(Access.ReadRoster)
                .ExcludeFromDescription();
        }
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> DownloadAsync(
        Guid id,
        AnnexFormat format,
        HttpContext http,
        ScheduleApproval schedules,
        AnnexPaper paper,
        Gazetteer gazetteer,
        CancellationToken cancellationToken
    )
    {
        if (await schedules.OpenAsync(http.User, id, cancellationToken) is not { Schedule: var schedule })
        {
            return TypedResults.NotFound();
        }

        // Neither a draft nor a whole number of an official stays behind in a browser after signing out.
        http.Response.Headers.CacheControl = "private, no-store";
        var print = paper.Of(schedule);
        var name = schedule.Instruction is { } instruction
            ? format.FileNameOf(instruction)
            : $"rancangan-{(schedule.AmendsId is null ? string.Empty : "perubahan-")}{schedule.Year}.{format.Extension()}";
        return TypedResults.File(format.Write(print, gazetteer), format.ContentType(), name);
    }
}
