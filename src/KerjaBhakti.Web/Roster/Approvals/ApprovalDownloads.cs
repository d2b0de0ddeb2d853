using System.Security.Claims;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Api;
using KerjaBhakti.Web.Roster.Printing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KerjaBhakti.Web.Roster.Approvals;

/// <summary>The papers on a schedule's way to law: the Instruction with its annex, and what an amendment changes.</summary>
public static class ApprovalDownloads
{
    /// <summary>
    /// Adds the endpoints <c>/roster/jadwal/{id}/instruksi.pdf</c> (of a draft with its reasons by <c>?alasan=ya</c>), <c>perubahan.pdf</c>
    /// and <c>perubahan.xlsx</c>.
    /// </summary>
    public static void MapApprovalDownloads(this IEndpointRouteBuilder routes)
    {
        var papers = routes.MapGroup("/roster/jadwal/{id:guid}").RequireAuthorization(Access.ReadRoster).ExcludeFromDescription();
        papers.MapGet("instruksi.pdf", InstructionAsync);
        papers.MapGet(
            "perubahan.pdf",
            (
                Guid id,
                ClaimsPrincipal user,
                ScheduleApproval approval,
                PortalClock clock,
                HttpResponse response,
                CancellationToken cancellationToken
            ) => DifferenceAsync(AnnexFormat.Pdf, DifferencePdf.Write, id, user, approval, clock, response, cancellationToken)
        );
        papers.MapGet(
            "perubahan.xlsx",
            (
                Guid id,
                ClaimsPrincipal user,
                ScheduleApproval approval,
                PortalClock clock,
                HttpResponse response,
                CancellationToken cancellationToken
            ) => DifferenceAsync(AnnexFormat.Xlsx, DifferenceWorkbook.Write, id, user, approval, clock, response, cancellationToken)
        );
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> InstructionAsync(
        Guid id,
        ClaimsPrincipal user,
        ScheduleApproval approval,
        AnnexPaper paper,
        ReasonsPaper reasons,
        PortalClock clock,
        HttpResponse response,
        CancellationToken cancellationToken,
        string? alasan = null
    )
    {
        if (await approval.OpenAsync(user, id, cancellationToken) is not { Schedule: var schedule } view)
        {
            return TypedResults.NotFound();
        }

        response.Headers.CacheControl = "private, no-store";
        var annex = paper.Of(schedule, clock.Now);
        var instruction = schedule.Instruction;
        var letter = new InstructionPrint(view.Words, instruction?.Number, instruction?.IssuedOn)
        {
            IsDraft = annex.IsDraft,
            ShowNip = true,
            PrintedAt = annex.PrintedAt,
        };
        return TypedResults.File(
            InstructionPdf.Write(
                letter,
                annex,
                schedule.PrintsReasons || (alasan == "ya" && !schedule.IsSealed) ? reasons.Of(schedule, view.Findings, showNip: true) : null
            ),
            AnnexFormat.Pdf.ContentType(),
            instruction is null
                ? $"rancangan-instruksi-{schedule.Year}.pdf"
                : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"instruksi-{instruction.Number}-{instruction.Year}.pdf")
        );
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> DifferenceAsync(
        AnnexFormat format,
        Func<DifferencePrint, byte[]> write,
        Guid id,
        ClaimsPrincipal user,
        ScheduleApproval approval,
        PortalClock clock,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        if (await approval.CompareAsync(user, id, cancellationToken) is not { } comparison)
        {
            return TypedResults.NotFound();
        }

        response.Headers.CacheControl = "private, no-store";
        var print = new DifferencePrint(comparison.Difference, comparison.Old, comparison.New, clock.Now);
        return TypedResults.File(write(print), format.ContentType(), $"perubahan-{comparison.Year}.{format.Extension()}");
    }
}
