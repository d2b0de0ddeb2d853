using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Web.Api;
using KerjaBhakti.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KerjaBhakti.Web.Roster.Drafts;

/// <summary>The files of a schedule for those who work on it: a draft is marked KONSEP, the signatory's number is whole.</summary>
public static class DraftDownloads
{
    /// <summary>Adds the endpoints <c>/roster/jadwal/{id}/lampiran.pdf</c>, <c>.xlsx</c>, <c>.csv</c>.</summary>
    public static void MapDraftDownloads(this IEndpointRouteBuilder routes)
    {
        foreach (var format in Enum.GetValues<AnnexFormat>())
        {
            routes.MapGet(
                $"/roster/jadwal/{{id:guid}}/lampiran.{format.Extension()}",
                (Guid id, HttpContext http, DraftService drafts, Gazetteer gazetteer, CancellationToken cancellationToken) =>
                    DownloadAsync(id, format, http, drafts, gazetteer, cancellationToken))
                .RequireAuthorization(Access.ReadRoster)
                .ExcludeFromDescription();
        }
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> DownloadAsync(
        Guid id, AnnexFormat format, HttpContext http, DraftService drafts, Gazetteer gazetteer, CancellationToken cancellationToken)
    {
        if (await drafts.OpenAsync(http.User, id, cancellationToken) is not { } view)
        {
            return TypedResults.NotFound();
        }

        // Neither a draft nor a whole number of an official stays behind in a browser after signing out.
        http.Response.Headers.CacheControl = "private, no-store";
        var print = new AnnexPrint(view.Annex, view.Title, view.Instruction) { IsDraft = view.Instruction is null, ShowNip = true };
        var name = $"{(view.Instruction is null ? "rancangan" : "lampiran")}-{view.Annex.Period.Year}.{format.Extension()}";
        return TypedResults.File(format.Write(print, gazetteer), format.ContentType(), name);
    }
}
