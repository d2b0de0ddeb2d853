using System.Text.Json;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KerjaBhakti.Web.Roster.Approvals;

/// <summary>
/// What pages store while somebody types (<c>js/typed-form.js</c>). Not forms of a page: the page stays as it is, and what was sent twice
/// is stored once, because each field says what it held before. Decision 51.
/// </summary>
public static class TypedEndpoints
{
    // All words of an Instruction, twice, and more than a thousand reasons.
    private const int MostCharacters = 2 * 1024 * 1024;
    private const int MostFields = 2000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Adds <c>POST /roster/jadwal/{id}/naskah/ketik</c>, <c>catatan/ketik</c> and <c>alasan/ketik</c>.</summary>
    public static void MapTyped(this IEndpointRouteBuilder routes)
    {
        var typed = routes.MapGroup("/roster/jadwal/{id:guid}").RequireAuthorization(Access.EditRoster).ExcludeFromDescription();
        typed.MapPost(
            "naskah/ketik",
            Store((writing, http, seen, texts) => writing.TypeWordsAsync(http.User, seen, texts, http.RequestAborted))
        );
        typed.MapPost(
            "catatan/ketik",
            Store((writing, http, seen, texts) => writing.TypeNoteAsync(http.User, seen, texts, http.RequestAborted))
        );
        typed.MapPost(
            "alasan/ketik",
            Store((writing, http, seen, texts) => writing.TypeReasonsAsync(http.User, seen, texts, http.RequestAborted))
        );
    }

    private static Func<Guid, HttpContext, ApprovalWriting, IAntiforgery, Task<IResult>> Store(
        Func<ApprovalWriting, HttpContext, Seen, IReadOnlyList<TypedText>, Task<TypedOutcome>> store
    ) =>
        async (id, http, writing, antiforgery) =>
        {
            if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http))
            {
                return Refused("Halaman ini sudah kedaluwarsa. Muat ulang; isian Anda tetap ada di perangkat ini.");
            }

            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            if (Read(form["isian"]) is not { } texts || !int.TryParse(form["revisi"], out var revision))
            {
                return TypedResults.BadRequest();
            }

            try
            {
                return TypedResults.Json(await store(writing, http, new Seen(id, revision), texts), Json);
            }
            catch (EditRefusedException refusal)
            {
                return Refused(refusal.Message);
            }
        };

    private static JsonHttpResult<Refusal> Refused(string message) =>
        TypedResults.Json(new Refusal(message), Json, statusCode: StatusCodes.Status422UnprocessableEntity);

    private static List<TypedText>? Read(string? json)
    {
        try
        {
            return
                json is { Length: > 0 and <= MostCharacters }
                && JsonSerializer.Deserialize<List<TypedText>>(json, Json) is { Count: <= MostFields } texts
                && texts.TrueForAll(text => text is { Name: not null, Before: not null, After: not null })
                ? texts
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Refusal(string Message);
}
