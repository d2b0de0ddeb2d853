using System.Security.Claims;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KerjaBhakti.Web.Wakatobi.Claims;

/// <summary>The template of claim totals, with the services that are in use.</summary>
public static class ClaimDownloads
{
    /// <summary>Adds <c>/wakatobi/klaim/templat.xlsx</c>.</summary>
    public static void MapClaimTemplate(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/wakatobi/klaim/templat.xlsx", TemplateAsync).RequireAuthorization(Access.EnterFund).ExcludeFromDescription();

    private static async Task<FileContentHttpResult> TemplateAsync(ClaimsPrincipal user, ClaimBook book, CancellationToken cancellationToken) => TypedResults.File(
        ClaimTemplate.Write((await book.OpenAsync(user, month: null, cancellationToken)).Listed),
        MediaTypes.Xlsx,
        "klaim-menurut-layanan.xlsx");
}
