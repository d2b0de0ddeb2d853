using System.ComponentModel;
using System.Security.Claims;
using System.Security.Cryptography;
using KerjaBhakti.Documents.Calendar;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace KerjaBhakti.Web.Roster.Calendars;

/// <summary>
/// Calendars as files: a position's for whoever knows its secret address, single Sundays for whoever acts for the position, those of a
/// kecamatan and of a year for everybody.
/// </summary>
public static class CalendarEndpoints
{
    /// <summary>What the address of a calendar says where no program is to remind of its events.</summary>
    internal const string WithoutAlarms = "tidak";

    // A program asks every few hours. An office behind one address has many programs; somebody who guesses addresses would need far more
    // than this.
    private static readonly RequestLimit Limit = new("calendar", OfAddress: 60);

    /// <summary>Adds <c>/kalender/{token}.ics</c> and <c>/saya/kalender/{baris}/{tanggal}.ics</c>.</summary>
    public static void MapCalendars(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/kalender/{token}.ics", FeedAsync)
            .AllowAnonymous()
            .WithMetadata(Limit)
            .WithName("getPostCalendar")
            .WithTags("Roster")
            .WithSummary("The Sundays of one post as iCalendar; the token is secret.")
            .Produces<Stream>(StatusCodes.Status200OK, DutyCalendar.MediaType)
            .Produces(StatusCodes.Status304NotModified)
            .Produces<string>(StatusCodes.Status404NotFound, "text/plain")
            .Produces<string>(StatusCodes.Status410Gone, "text/plain")
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        var open = routes
            .MapGroup("/kalender")
            .AllowAnonymous()
            .RequireCors(OpenReading.Name)
            .CacheOutput(PublishedPageCache.Name)
            .WithTags("Roster");
        open.MapGet("/kecamatan/{kode}.ics", DistrictAsync)
            .WithName("getDistrictCalendar")
            .WithSummary("Who comes to one kecamatan on each Sunday, as iCalendar.")
            .Produces<Stream>(StatusCodes.Status200OK, DutyCalendar.MediaType)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound);
        open.MapGet("/jadwal/{tahun:int}.ics", YearAsync)
            .WithName("getScheduleCalendar")
            .WithSummary("The Sundays of a year's annex with who comes where, as iCalendar.")
            .Produces<Stream>(StatusCodes.Status200OK, DutyCalendar.MediaType)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound);
        routes
            .MapGet("/saya/kalender/{baris:int}/{tanggal}.ics", SundayAsync)
            .RequireAuthorization(Access.OwnDuties)
            .ExcludeFromDescription();
    }

    private static async Task<IResult> FeedAsync(
        string token,
        [Description("'tidak' for a calendar without reminders on the evening before.")] string? pengingat,
        HttpResponse response,
        CalendarLinks links,
        PositionCalendar calendar,
        PublicAddress address,
        CancellationToken cancellationToken
    )
    {
        // Asked again each time, which costs little: most answers are 304.
        response.Headers.CacheControl = "private, no-cache";
        if (await links.FindAsync(token, cancellationToken) is not { } found)
        {
            return TypedResults.Text("Tautan kalender ini tidak dikenal.", statusCode: StatusCodes.Status404NotFound);
        }

        if (!found.Answers)
        {
            return TypedResults.Text(
                "Tautan kalender ini sudah diganti, atau pembuatnya tidak bertugas lagi. Ambil tautan yang baru di portal.",
                statusCode: StatusCodes.Status410Gone
            );
        }

        var events = await calendar.EventsAsync(found.Link.PositionId, cancellationToken);
        return FileOf(
            DutyCalendar.Write(
                $"Kerja bhakti: {found.Position}",
                events.Select(CalendarEntry.Of),
                address.Of(string.Empty),
                withAlarms: pengingat != WithoutAlarms
            )
        );
    }

    private static async Task<IResult> DistrictAsync(
        string kode,
        PublicCalendar calendar,
        PublicAddress address,
        Gazetteer gazetteer,
        CancellationToken cancellationToken
    ) =>
        KecamatanCode.TryParse(kode, out var code) && gazetteer.Find(code) is { } kecamatan
            ? FileOf(
                DutyCalendar.Write(
                    $"Kerja bhakti: Kecamatan {kecamatan.Name}",
                    await calendar.OfAsync(kecamatan, cancellationToken),
                    address.Of(string.Empty)
                )
            )
            : TypedResults.Problem(
                $"'{kode}' bukan kode kecamatan; contoh yang benar {gazetteer.Example.Code}.",
                statusCode: StatusCodes.Status404NotFound
            );

    private static async Task<IResult> YearAsync(
        int tahun,
        PublicCalendar calendar,
        PublicAddress address,
        CancellationToken cancellationToken
    ) =>
        await calendar.OfYearAsync(tahun, cancellationToken) is { Count: > 0 } events
            ? FileOf(DutyCalendar.Write($"Kerja bhakti {tahun}", events, address.Of(string.Empty)))
            : TypedResults.Problem($"Tidak ada jadwal yang berlaku untuk tahun {tahun}.", statusCode: StatusCodes.Status404NotFound);

    private static FileContentHttpResult FileOf(byte[] file) =>
        TypedResults.File(
            file,
            DutyCalendar.ContentType,
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file))}\"")
        );

    private static async Task<IResult> SundayAsync(
        int baris,
        string tanggal,
        ClaimsPrincipal user,
        HttpResponse response,
        CalendarLinks links,
        PublicAddress address,
        CancellationToken cancellationToken
    )
    {
        if (AddressValue.Date(tanggal) is not { } date || await links.SundayAsync(user, baris, date, cancellationToken) is not { } item)
        {
            return TypedResults.NotFound();
        }

        response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(
            DutyCalendar.Write(CalendarEntry.Of(item), address.Of(string.Empty)),
            DutyCalendar.ContentType,
            $"kerja-bhakti-{date:yyyy-MM-dd}.ics"
        );
    }
}
