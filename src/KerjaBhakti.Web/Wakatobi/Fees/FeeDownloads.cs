using System.Security.Claims;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Web.Hosting;
using KerjaBhakti.Web.OwnFees;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KerjaBhakti.Web.Wakatobi.Fees;

/// <summary>A distribution as a workbook, and fee slips as PDF: anybody's for those who read the fund, one's own for the staff.</summary>
public static class FeeDownloads
{
    /// <summary>Adds <c>/wakatobi/jasa/{id}/rincian.xlsx</c>, <c>/wakatobi/jasa/{id}/slip/{staffId}/slip.pdf</c> and <c>/wakatobi/saya/{id}/slip.pdf</c>.</summary>
    public static void MapFeeDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/wakatobi/jasa/{id:guid}/rincian.xlsx", WorkbookAsync).RequireAuthorization(Access.ReadFund).ExcludeFromDescription();
        routes.MapGet("/wakatobi/jasa/{id:guid}/slip/{staffId}/slip.pdf", SlipAsync).RequireAuthorization(Access.ReadFund).ExcludeFromDescription();
        routes.MapGet("/wakatobi/saya/{id:guid}/slip.pdf", OwnSlipAsync).RequireAuthorization(Access.OwnFees).ExcludeFromDescription();
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> WorkbookAsync(
        Guid id, ClaimsPrincipal user, FeeDistributions fees, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await fees.OpenAsync(user, id, cancellationToken) is not { } distribution)
        {
            return TypedResults.NotFound();
        }

        response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(
            FeeWorkbook.Write(distribution), MediaTypes.Xlsx, "pembagian-jasa-pelayanan.xlsx");
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> SlipAsync(
        Guid id, string staffId, ClaimsPrincipal user, FeeDistributions fees, WitaClock clock, HttpResponse response, CancellationToken cancellationToken) =>
        Answer(await fees.OpenSlipAsync(user, id, FeeSlips.StaffIdOf(staffId), cancellationToken), clock, response);

    private static async Task<Results<FileContentHttpResult, NotFound>> OwnSlipAsync(
        Guid id, ClaimsPrincipal user, OwnFeeSlips own, WitaClock clock, HttpResponse response, CancellationToken cancellationToken) =>
        Answer((await own.OpenAsync(user, cancellationToken)).Slips.FirstOrDefault(slip => slip.DistributionId == id), clock, response);

    private static Results<FileContentHttpResult, NotFound> Answer(FeeSlip? slip, WitaClock clock, HttpResponse response)
    {
        if (slip is null)
        {
            return TypedResults.NotFound();
        }

        response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(FeeSlipPdf.Write(slip, clock.Now), "application/pdf", "slip-jasa-pelayanan.pdf");
    }
}
