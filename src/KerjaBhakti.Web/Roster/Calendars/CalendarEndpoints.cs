using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using KerjaBhakti.Documents.Calendar;
using KerjaBhakti.Web.Hosting;
using Microsoft.Net.Http.Headers;

namespace KerjaBhakti.Web.Roster.Calendars;

/// <summary>Calendars as files: a position's for whoever knows its secret address, and single Sundays for whoever acts for the position.</summary>
public static class CalendarEndpoints
{
    private const string Limited = "calendar";

    // A program asks every few hours. An office behind one address has many programs; somebody who guesses addresses would need far more than this.
    private const int MostRequests = 60;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Limits how often one address may ask.</summary>
    public static void AddCalendarLimit(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.AddPolicy(Limited, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress, _ => new FixedWindowRateLimiterOptions { PermitLimit = MostRequests, Window = Window }));
        limiter.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    });

    /// <summary>Adds <c>/kalender/{token}.ics</c> and <c>/saya/kalender/{baris}/{tanggal}.ics</c>.</summary>
    public static void MapCalendars(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/kalender/{token}.ics", FeedAsync).AllowAnonymous().RequireRateLimiting(Limited).ExcludeFromDescription();
        routes.MapGet("/saya/kalender/{baris:int}/{tanggal}.ics", SundayAsync).RequireAuthorization(Access.OwnDuties).ExcludeFromDescription();
    }

    private static async Task<IResult> FeedAsync(
        string token, HttpResponse response, CalendarLinks links, PositionCalendar calendar, PublicAddress address, CancellationToken cancellationToken)
    {
        // Asked again each time, which costs little: most answers are 304.
        response.Headers.CacheControl = "private, no-cache";
        if (await links.FindAsync(token, cancellationToken) is not { } found)
        {
            return TypedResults.Text("Tautan kalender ini tidak dikenal.", statusCode: StatusCodes.Status404NotFound);
        }

        if (found.Link.ReplacedAt is not null)
        {
            return TypedResults.Text("Tautan kalender ini sudah diganti. Ambil tautan yang baru di portal.", statusCode: StatusCodes.Status410Gone);
        }

        var events = await calendar.EventsAsync(found.Link.PositionId, cancellationToken);
        var file = DutyCalendar.Write($"Kerja bhakti: {found.Position}", events, address.Of(string.Empty));
        return TypedResults.File(file, DutyCalendar.ContentType, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file))}\""));
    }

    private static async Task<IResult> SundayAsync(
        int baris, string tanggal, ClaimsPrincipal user, HttpResponse response, CalendarLinks links, PublicAddress address, CancellationToken cancellationToken)
    {
        if (!DateOnly.TryParseExact(tanggal, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || await links.SundayAsync(user, baris, date, cancellationToken) is not { } item)
        {
            return TypedResults.NotFound();
        }

        response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(DutyCalendar.Write(item, address.Of(string.Empty)), DutyCalendar.ContentType, $"kerja-bhakti-{date:yyyy-MM-dd}.ics");
    }
}
