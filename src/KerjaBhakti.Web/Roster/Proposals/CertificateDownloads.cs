using System.Net.Mime;
using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster.Rotation;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KerjaBhakti.Web.Roster.Proposals;

/// <summary>The certificates of proposals, for people and for <c>check-annex --certificate</c>.</summary>
public static class CertificateDownloads
{
    /// <summary>Adds the endpoints <c>/roster/jadwal/{id}/usulan/sertifikat.pdf</c> and <c>.json</c>.</summary>
    public static void MapCertificateDownloads(this IEndpointRouteBuilder routes)
    {
        Map(routes, "pdf", MediaTypeNames.Application.Pdf, (certificate, clock) =>
            ReportPdf.Write(RotationCertificateReport.Of(certificate), ReportSigning.ByHand, clock.Now)
        );
        Map(routes, "json", MediaTypeNames.Application.Json, (certificate, _) => RotationCertificateJson.Write(certificate));
    }

    private static void Map(
        IEndpointRouteBuilder routes,
        string extension,
        string type,
        Func<RotationCertificate, PortalClock, byte[]> write
    ) =>
        routes
            .MapGet($"/roster/jadwal/{{id:guid}}/usulan/sertifikat.{extension}", AnswerAsync(extension, type, write))
            .RequireAuthorization(Access.ReadRoster)
            .ExcludeFromDescription();

    private static Func<
        Guid,
        HttpContext,
        DraftProposals,
        PortalClock,
        CancellationToken,
        Task<Results<FileContentHttpResult, NotFound>>
    > AnswerAsync(string extension, string type, Func<RotationCertificate, PortalClock, byte[]> write) =>
        async (id, http, proposals, clock, cancellationToken) =>
        {
            if (
                CertificateQuestion.Read(http.Request.Query) is not { } question
                || await proposals.CertificateAsync(http.User, id, question, cancellationToken) is not { } certificate
            )
            {
                return TypedResults.NotFound();
            }

            http.Response.Headers.CacheControl = "private, no-store";
            return TypedResults.File(write(certificate, clock), type, $"sertifikat-pembagian-{certificate.Period.Year}.{extension}");
        };
}
