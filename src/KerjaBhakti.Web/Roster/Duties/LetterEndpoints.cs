using System.Globalization;
using KerjaBhakti.Roster;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Foundation.Scans;
using Microsoft.AspNetCore.Antiforgery;

namespace KerjaBhakti.Web.Roster.Duties;

/// <summary>The letters by which posts without an account agree to a substitution.</summary>
public static class LetterEndpoints
{
    /// <summary>Adds <c>POST</c> and <c>GET /roster/penggantian/{id}/surat/{position}</c>.</summary>
    public static void MapLetters(this IEndpointRouteBuilder routes)
    {
        var letters = routes.MapGroup("/roster/penggantian/{id:guid}/surat").ExcludeFromDescription();
        letters.MapPost("{position:int}", KeepAsync).RequireAuthorization(Access.ManageDuties);
        letters.MapGet("{position:int}.pdf", ShowAsync).RequireAuthorization(Access.ReadRoster);
    }

    private static Task<IResult> KeepAsync(Guid id, int position, HttpContext http, Substitutions service, IAntiforgery antiforgery) =>
        ScanUpload.ReceiveAsync(http, antiforgery, $"/roster/penggantian/{id}", async (_, content) =>
        {
            var revision = int.TryParse(http.Request.Form["revisi"], CultureInfo.InvariantCulture, out var seen) ? seen : -1;
            try
            {
                await service.AcceptByLetterAsync(http.User, new SeenSubstitution(id, revision), position, content, http.RequestAborted);
                return "surat";
            }
            catch (RosterRefusedException)
            {
                return "ditolak";
            }
        });

    private static async Task<IResult> ShowAsync(Guid id, int position, HttpContext http, Substitutions service) =>
        ScanUpload.Show(http, id, await service.LetterAsync(http.User, id, position, http.RequestAborted));
}
