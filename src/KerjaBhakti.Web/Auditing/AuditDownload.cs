using System.Security.Claims;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Auditing;

/// <summary>The audit trail as a file: <c>/audit/unduh.csv</c>, with the filter of the page.</summary>
public static class AuditDownload
{
    /// <summary>Adds the endpoint.</summary>
    public static void MapAuditDownload(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/audit/unduh.csv",
                async (
                    HttpRequest request,
                    ClaimsPrincipal user,
                    AuditTrail trail,
                    HttpResponse response,
                    CancellationToken cancellationToken
                ) =>
                {
                    response.ContentType = "text/csv; charset=utf-8";
                    response.Headers.ContentDisposition = "attachment; filename=jejak-audit.csv";
                    response.Headers.CacheControl = "private, no-store";
                    await trail.WriteCsvAsync(user, FilterOf(request.Query), response.Body, cancellationToken);
                }
            )
            .RequireAuthorization(Access.ReadAudit)
            .ExcludeFromDescription();

    internal static AuditFilter FilterOf(IQueryCollection query) =>
        new()
        {
            From = AddressValue.Date(query["dari"]),
            Until = AddressValue.Date(query["sampai"]),
            Actor = query["pelaku"],
            Kind = query["jenis"],
            Text = query["isi"],
        };
}
