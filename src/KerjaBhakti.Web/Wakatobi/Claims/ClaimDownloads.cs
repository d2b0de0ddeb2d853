using System.Security.Claims;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Tables;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KerjaBhakti.Web.Wakatobi.Claims;

/// <summary>The template of claim totals, with the services that are in use, and the list of what is wrong in one.</summary>
public static class ClaimDownloads
{
    /// <summary>The address of the list of what is wrong.</summary>
    public const string ErrorList = "/wakatobi/klaim/masalah.xlsx";

    /// <summary>Adds <c>/wakatobi/klaim/templat.xlsx</c> and <see cref="ErrorList"/>.</summary>
    public static void MapClaimTemplate(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/wakatobi/klaim/templat.xlsx", TemplateAsync).RequireAuthorization(Access.EnterClaims).ExcludeFromDescription();
        routes.MapPost(ErrorList, ErrorListAsync).RequireAuthorization(Access.EnterClaims).ExcludeFromDescription();
    }

    private static Task<IResult> ErrorListAsync(HttpContext http, IAntiforgery antiforgery) =>
        ErrorListDownload.AnswerAsync(http, antiforgery, "klaim", [.. ClaimFile.Fields.Select(field => field.Name)]);

    private static async Task<FileContentHttpResult> TemplateAsync(
        ClaimsPrincipal user,
        ClaimDesk desk,
        CancellationToken cancellationToken
    ) =>
        TypedResults.File(
            ClaimTemplate.Write((await desk.OpenAsync(user, key: null, cancellationToken)).Listed),
            MediaTypes.Xlsx,
            "klaim-menurut-layanan.xlsx"
        );
}
