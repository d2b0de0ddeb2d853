using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using KerjaBhakti.Benchmarks.Portal;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Web.Roster.Calendars;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Benchmarks.Duties;

/// <summary>
/// A generated year of duties, on the evening of its last day: 93 rows, 52 Sundays, a report for nearly every one. Every page that an
/// official and the secretariat live with is asked for as a browser asks for it, in turns with the list of annexes, which asks the database
/// nothing.
/// </summary>
internal static class DutyPages
{
    private const string Beside = "/jadwal";
    private const int UsualPhotos = 2;
    private const int WarmUp = 20;

    private static readonly string WholeYear = $"dari={DutyYear.Year}-01-01&sampai={DutyYear.Year}-12-31";

    public static Task RunAsync(string[] arguments) => LocalPortal.RunAsync(DutyYear.Today, async app =>
        {
            var since = Stopwatch.GetTimestamp();
            var year = new DutyYear(app.Services, photos: Math.Max(1, arguments.FirstOr(UsualPhotos)));
            await year.EnterAsync();
            LocalPortal.Say($"entered in {Stopwatch.GetElapsedTime(since).TotalSeconds:0} s");
            await year.StoreAsync(SayWhatThereIsAsync);
            var chosen = await year.StoreAsync(ChooseAsync);
            using var official = await BrowserOfAsync(app, DutyYear.EmailOf(chosen.Position));
            using var staff = await BrowserOfAsync(app, DutyYear.EmailOfStaff(chosen.Unit));
            using var secretariat = await BrowserOfAsync(app, LocalPortal.DemoEmail(PortalRoles.Sekretariat));
            var calendar = await app
                .Services.GetRequiredService<CalendarLinks>()
                .MakeAsync(
                    await app.Services.PrincipalAsync(DutyYear.EmailOf(chosen.Position)),
                    chosen.Position,
                    seen: null,
                    CancellationToken.None
                );

            await MeasureAsync(
                "official of one position",
                official,
                ["/saya", chosen.Missing, chosen.Verified, "/saya/penggantian", "/saya/kalender", chosen.Photo]
            );
            await MeasureAsync("staff of a unit with several positions", staff, ["/saya"]);
            await MeasureAsync(
                "secretariat",
                secretariat,
                [
                    "/roster/laporan",
                    "/roster/laporan?kota=31.74",
                    "/roster/laporan?kategori=Department",
                    $"/roster/laporan?minggu={DutyYear.Year}-02-07",
                    chosen.Review,
                    "/roster/penggantian",
                    "/roster/penggantian?keadaan=disetujui&halaman=5",
                    "/roster/minggu",
                    chosen.Photo,
                    $"/roster/laporan/rekap?{WholeYear}",
                    $"/roster/laporan/rekap/tugas?{WholeYear}&hasil=hadir",
                    $"/roster/laporan/rekap.pdf?{WholeYear}",
                    $"/roster/laporan/rekap.xlsx?{WholeYear}",
                ]
            );

            // Signed in, because what a visitor is shown comes out of the cache.
            await MeasureAsync(
                "anyone",
                secretariat,
                [
                    calendar.PathAndQuery,
                    "/",
                    $"/jadwal/{DutyYear.Year}",
                    $"/jadwal/{DutyYear.Year}/{chosen.Row}",
                    $"/api/v1/duties?date={DutyYear.Year}-06-05",
                ]
            );
        });

    private static async Task<HttpClient> BrowserOfAsync(WebApplication app, string email)
    {
        var client = await app.SignInAsync(email);
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        return client;
    }

    private static async Task MeasureAsync(string who, HttpClient client, IEnumerable<string> pages)
    {
        LocalPortal.Say($"{who}: first, median, of that processor, ratio to {Beside}, KB");
        foreach (var page in pages)
        {
            var time = await PageTime.OfAsync(client, page, Beside, WarmUp);
            LocalPortal.Say(
                $"{time.First,8:0} ms {time.Median,8:0.0} ms {time.Processor,8:0.0} ms {time.Ratio,6:0.0} {time.Bytes / 1024.0,7:0.0}  {page}"
            );
        }
    }

    private static async Task<bool> SayWhatThereIsAsync(PortalDbContext db)
    {
        var reports = await db
            .ActivityReports.GroupBy(report => report.Status)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync();
        var late = await db.ActivityReports.CountAsync(report => report.IsLate);
        var photos = await db.StoredFiles.CountAsync();
        var bytes = await db.StoredFiles.SumAsync(file => file.Length);
        var approved = await db.Substitutions.CountAsync(substitution => substitution.Status == SubstitutionStatus.Approved);
        var turns = await db.Substitutions.SelectMany(substitution => substitution.Turns).CountAsync();
        LocalPortal.Say(
            $"{reports.Sum(group => group.Count)} reports ({string.Join(", ", reports.Select(group => $"{group.Key} {group.Count}"))}), {late} late"
        );
        LocalPortal.Say(
            $"{photos} photos of {bytes / 1024.0 / 1024.0:0} MiB, {approved} approved substitutions, {turns} turns, {await db.Officials.CountAsync()} officials"
        );
        return true;
    }

    /// <summary>A row that rotates with a report of each kind, and the unit that has the most positions.</summary>
    private static async Task<Chosen> ChooseAsync(PortalDbContext db)
    {
        var verified = await db
            .ActivityReports.OrderBy(report => report.Id)
            .FirstAsync(report => report.Status == ReportStatus.Verified && report.Content.Attended == true && report.Row == Chosen.AnyRow);
        var reported = await db.ActivityReports.Where(report => report.Row == Chosen.AnyRow).Select(report => report.Sunday).ToListAsync();
        var calledOff = await db.SundayDecisions.Select(decision => decision.Date).ToListAsync();
        var missing = Enumerable
            .Range(0, 52)
            .Select(week => new DateOnly(DutyYear.Year, 1, 3).AddDays(7 * week))
            .First(sunday => !reported.Contains(sunday) && !calledOff.Contains(sunday));
        var position = await db
            .Schedules.Where(schedule => schedule.Id == verified.ScheduleId)
            .SelectMany(schedule => schedule.Rows)
            .Where(row => row.Number == Chosen.AnyRow)
            .Select(row => row.Position!.Id)
            .SingleAsync();
        var photo = await db
            .ActivityReports.Where(report => report.Id == verified.Id)
            .SelectMany(report => report.Photos)
            .Select(item => (Guid?)item.FileId)
            .FirstOrDefaultAsync();
        var unit = await db
            .Positions.GroupBy(item => item.WorkUnit.Id)
            .OrderByDescending(group => group.Count())
            .Select(group => group.Key)
            .FirstAsync();
        return new Chosen(position, unit, verified, missing, photo);
    }

    /// <summary>What is looked at.</summary>
    /// <param name="Position">The position of an official.</param>
    /// <param name="Unit">The unit of a staff.</param>
    /// <param name="Report">A verified report of the position.</param>
    /// <param name="Unreported">A Sunday on which it did not report.</param>
    /// <param name="File">A photo of the report.</param>
    private sealed record Chosen(int Position, int Unit, ActivityReport Report, DateOnly Unreported, Guid? File)
    {
        public const int AnyRow = 20;

        public int Row => AnyRow;

        public string Missing => string.Create(CultureInfo.InvariantCulture, $"/saya/laporan/{Row}/{Unreported:O}");

        public string Verified => string.Create(CultureInfo.InvariantCulture, $"/saya/laporan/{Row}/{Report.Sunday:O}");

        public string Review => $"/roster/laporan/{Report.Id}";

        public string Photo => $"/laporan/foto/{File}";
    }
}
