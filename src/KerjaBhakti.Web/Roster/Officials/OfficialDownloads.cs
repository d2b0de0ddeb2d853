using System.Security.Claims;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Tables;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KerjaBhakti.Web.Roster.Officials;

/// <summary>The template of a list of officials, and the list of what is wrong in one.</summary>
public static class OfficialDownloads
{
    /// <summary>The address of the list of what is wrong.</summary>
    public const string ErrorList = "/roster/pejabat/impor/masalah.xlsx";

    /// <summary>Adds <c>/roster/pejabat/templat.xlsx</c> and <see cref="ErrorList"/>.</summary>
    public static void MapOfficialTemplate(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/roster/pejabat/templat.xlsx", TemplateAsync).RequireAuthorization(Access.ManageDuties).ExcludeFromDescription();
        routes.MapPost(ErrorList, ErrorListAsync).RequireAuthorization(Access.ManageDuties).ExcludeFromDescription();
    }

    private static Task<IResult> ErrorListAsync(HttpContext http, IAntiforgery antiforgery) =>
        ErrorListDownload.AnswerAsync(http, antiforgery, "pejabat", [.. OfficialsFile.Fields.Select(field => field.Name)]);

    private static async Task<FileContentHttpResult> TemplateAsync(
        ClaimsPrincipal user,
        OfficialImports imports,
        CancellationToken cancellationToken
    ) => TypedResults.File(await imports.TemplateAsync(user, cancellationToken), MediaTypes.Xlsx, "daftar-pejabat.xlsx");
}
