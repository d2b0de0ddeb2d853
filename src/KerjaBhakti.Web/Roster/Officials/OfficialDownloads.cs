using System.Security.Claims;
using KerjaBhakti.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KerjaBhakti.Web.Roster.Officials;

/// <summary>The template of a list of officials.</summary>
public static class OfficialDownloads
{
    /// <summary>Adds <c>/roster/pejabat/templat.xlsx</c>.</summary>
    public static void MapOfficialTemplate(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/roster/pejabat/templat.xlsx", TemplateAsync).RequireAuthorization(Access.ManageDuties).ExcludeFromDescription();

    private static async Task<FileContentHttpResult> TemplateAsync(ClaimsPrincipal user, OfficialImports imports, CancellationToken cancellationToken) => TypedResults.File(
        await imports.TemplateAsync(user, cancellationToken), MediaTypes.Xlsx, "daftar-pejabat.xlsx");
}
