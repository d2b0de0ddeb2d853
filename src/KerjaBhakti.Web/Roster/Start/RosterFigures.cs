using System.Security.Claims;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Frame;
using KerjaBhakti.Web.Roster.Published;
using KerjaBhakti.Web.Shell.Waiting;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Start;

/// <summary>The annex in force, its next Sunday, and what was reported of the last one.</summary>
public sealed class RosterFigures(RosterWork work, PublishedSchedules published, PortalClock clock) : IFigureSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Figure>> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        if (!user.May(Access.ReadRoster) || await published.OnAsync(today, cancellationToken) is not { } schedule)
        {
            return [];
        }

        var sundays = schedule.Annex.Period.Months.SelectMany(month => month.Sundays()).ToList();
        var figures = new List<Figure>
        {
            new("Instruksi yang berlaku", $"{schedule.Instruction.Number}/{schedule.Instruction.Year}", $"/roster/jadwal/{schedule.Id}"),
        };
        if (sundays.Find(sunday => sunday >= today) is { Year: > 1 } next)
        {
            figures.Add(new("Kerja bhakti berikutnya", Indonesian.ShortDate(next), $"/?tanggal={next:yyyy-MM-dd}"));
        }

        if (sundays.FindLast(sunday => sunday < today) is { Year: > 1 } last)
        {
            var reported = await work.ReadAsync(
                user,
                Access.ReadRoster,
                db =>
                    db.ActivityReports.CountAsync(
                        report => report.Sunday == last && (report.Status == ReportStatus.Sent || report.Status == ReportStatus.Verified),
                        cancellationToken
                    ),
                cancellationToken
            );
            figures.Add(
                new(
                    $"Sudah lapor, {Indonesian.ShortDate(last)}",
                    $"{reported} dari {schedule.Annex.Rows.Count}",
                    $"/roster/laporan?tahun={last.Year}&minggu={last:yyyy-MM-dd}"
                )
            );
        }

        return figures;
    }
}
