using System.Security.Claims;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Tables;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KerjaBhakti.Web.Wakatobi.Personnel;

/// <summary>The template of a list of staff, and the list of what is wrong in one.</summary>
public static class StaffDownloads
{
    /// <summary>The address of the list of what is wrong.</summary>
    public const string ErrorList = "/wakatobi/pegawai/impor/masalah.xlsx";

    /// <summary>Adds <c>/wakatobi/pegawai/templat.xlsx</c> and <see cref="ErrorList"/>.</summary>
    public static void MapStaffDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/wakatobi/pegawai/templat.xlsx", TemplateAsync).RequireAuthorization(Access.EnterFund).ExcludeFromDescription();
        routes.MapPost(ErrorList, ErrorListAsync).RequireAuthorization(Access.EnterFund).ExcludeFromDescription();
    }

    private static Task<IResult> ErrorListAsync(HttpContext http, IAntiforgery antiforgery) =>
        ErrorListDownload.AnswerAsync(http, antiforgery, "pegawai", [.. StaffFile.Fields.Select(field => field.Name)]);

    private static async Task<FileContentHttpResult> TemplateAsync(
        ClaimsPrincipal user,
        StaffDesk desk,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(await desk.TemplateAsync(user, cancellationToken), MediaTypes.Xlsx, "daftar-pegawai.xlsx");
    }
}
