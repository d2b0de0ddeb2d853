using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Roster.Reports;

/// <summary>The photos of reports.</summary>
public static class PhotoEndpoint
{
    /// <summary>Adds <c>GET /laporan/foto/{id}</c>.</summary>
    public static void MapReportPhotos(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/laporan/foto/{id:guid}", ShowAsync).RequireAuthorization(Access.SeePhotos).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(Guid id, HttpContext http, ReportDesk desk)
    {
        if (await desk.PhotoAsync(http.User, id, http.RequestAborted) is not { } file)
        {
            return TypedResults.NotFound();
        }

        // It is a picture by its structure. Whatever else a browser might find in it gets no right to act.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.ContentDisposition = $"inline; filename=foto-{id}.{file.ContentType["image/".Length..]}";
        return TypedResults.Bytes(file.Content, file.ContentType);
    }
}
