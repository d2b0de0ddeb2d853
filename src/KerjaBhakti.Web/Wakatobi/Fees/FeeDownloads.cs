using System.Security.Claims;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Frame;
using KerjaBhakti.Web.Wakatobi.Own;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KerjaBhakti.Web.Wakatobi.Fees;

/// <summary>A distribution as a workbook, and fee slips as PDF: anybody's for those who read the fund, one's own for the staff.</summary>
public static class FeeDownloads
{
    /// <summary>
    /// Adds <c>/wakatobi/jasa/{id}/rincian.xlsx</c>, <c>tanda-terima.pdf</c>, <c>slip.pdf</c>, <c>transfer.xlsx</c>, <c>transfer.csv</c>
    /// and <c>slip/{staffId}/slip.pdf</c> beside it, and <c>/wakatobi/saya/{id}/slip.pdf</c>.
    /// </summary>
    public static void MapFeeDownloads(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/wakatobi/jasa/{id:guid}/rincian.xlsx", WorkbookAsync)
            .RequireAuthorization(Access.ReadFund)
            .ExcludeFromDescription();
        routes
            .MapGet("/wakatobi/jasa/{id:guid}/tanda-terima.pdf", ListAsync)
            .RequireAuthorization(Access.ReadFund)
            .ExcludeFromDescription();
        routes.MapGet("/wakatobi/jasa/{id:guid}/slip.pdf", SlipsAsync).RequireAuthorization(Access.ReadFund).ExcludeFromDescription();
        routes
            .MapGet("/wakatobi/jasa/{id:guid}/transfer.xlsx", TransferAsync)
            .RequireAuthorization(Access.ReadFund)
            .ExcludeFromDescription();
        routes
            .MapGet("/wakatobi/jasa/{id:guid}/transfer.csv", TransferCsvAsync)
            .RequireAuthorization(Access.ReadFund)
            .ExcludeFromDescription();
        routes
            .MapGet("/wakatobi/jasa/{id:guid}/slip/{staffId}/slip.pdf", SlipAsync)
            .RequireAuthorization(Access.ReadFund)
            .ExcludeFromDescription();
        routes.MapGet("/wakatobi/saya/{id:guid}/slip.pdf", OwnSlipAsync).RequireAuthorization(Access.OwnFees).ExcludeFromDescription();
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> WorkbookAsync(
        Guid id,
        ClaimsPrincipal user,
        FeeDistributions fees,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        if (await fees.OpenAsync(user, id, cancellationToken) is not { } distribution)
        {
            return TypedResults.NotFound();
        }

        response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(FeeWorkbook.Write(distribution), MediaTypes.Xlsx, "pembagian-jasa-pelayanan.xlsx");
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> ListAsync(
        Guid id,
        ClaimsPrincipal user,
        FeePayrollDesk desk,
        DemoMark demo,
        WitaClock clock,
        HttpResponse response,
        CancellationToken cancellationToken
    ) =>
        Answer(
            await desk.ListAsync(user, id, cancellationToken),
            list => FeeReceiptListPdf.Write(list, clock.Now, demo.IsPresent),
            "application/pdf",
            "daftar-tanda-terima.pdf",
            response
        );

    private static async Task<Results<FileContentHttpResult, NotFound>> SlipsAsync(
        Guid id,
        ClaimsPrincipal user,
        FeePayrollDesk desk,
        DemoMark demo,
        WitaClock clock,
        HttpResponse response,
        CancellationToken cancellationToken
    ) =>
        Answer(
            await desk.SlipsAsync(user, id, cancellationToken),
            slips => FeeSlipPdf.WriteAll(slips, clock.Now, demo.IsPresent),
            "application/pdf",
            "slip-jasa-pelayanan.pdf",
            response
        );

    private static async Task<Results<FileContentHttpResult, NotFound>> TransferAsync(
        Guid id,
        ClaimsPrincipal user,
        FeePayrollDesk desk,
        HttpResponse response,
        CancellationToken cancellationToken
    ) =>
        Answer(
            await desk.TransferAsync(user, id, cancellationToken),
            list => list.ToWorkbook(),
            MediaTypes.Xlsx,
            "daftar-transfer.xlsx",
            response
        );

    private static async Task<Results<FileContentHttpResult, NotFound>> TransferCsvAsync(
        Guid id,
        ClaimsPrincipal user,
        FeePayrollDesk desk,
        HttpResponse response,
        CancellationToken cancellationToken
    ) => Answer(await desk.TransferAsync(user, id, cancellationToken), list => list.ToCsv(), "text/csv", "daftar-transfer.csv", response);

    private static async Task<Results<FileContentHttpResult, NotFound>> SlipAsync(
        Guid id,
        string staffId,
        ClaimsPrincipal user,
        FeeDistributions fees,
        DemoMark demo,
        WitaClock clock,
        HttpResponse response,
        CancellationToken cancellationToken
    ) => Answer(await fees.OpenSlipAsync(user, id, FeeSlips.StaffIdOf(staffId), cancellationToken), demo, clock, response);

    private static async Task<Results<FileContentHttpResult, NotFound>> OwnSlipAsync(
        Guid id,
        ClaimsPrincipal user,
        OwnFeeSlips own,
        DemoMark demo,
        WitaClock clock,
        HttpResponse response,
        CancellationToken cancellationToken
    ) =>
        Answer(
            (await own.OpenAsync(user, cancellationToken)).Slips.FirstOrDefault(slip => slip.DistributionId == id),
            demo,
            clock,
            response
        );

    private static Results<FileContentHttpResult, NotFound> Answer(FeeSlip? slip, DemoMark demo, WitaClock clock, HttpResponse response) =>
        Answer(slip, found => FeeSlipPdf.Write(found, clock.Now, demo.IsPresent), "application/pdf", "slip-jasa-pelayanan.pdf", response);

    private static Results<FileContentHttpResult, NotFound> Answer<T>(
        T? found,
        Func<T, byte[]> write,
        string mediaType,
        string name,
        HttpResponse response
    )
        where T : class
    {
        if (found is null)
        {
            return TypedResults.NotFound();
        }

        response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(write(found), mediaType, name);
    }
}
