using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Web.Roster.Duties;
using KerjaBhakti.Web.Roster.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Roster.Reports;

/// <summary>What lists and recaps read of reports, on Friday, 5 June 2015.</summary>
public sealed class ReportLineTests : IAsyncLifetime
{
    private static readonly DateOnly Sunday = new(2015, 5, 31);
    private static readonly DateOnly Today = new(2015, 6, 5);
    private static readonly DateTimeOffset At = new(2015, 6, 5, 1, 0, 0, TimeSpan.Zero);
    private static readonly Person By = new("a", "Pejabat A");

    private DutyPortal portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => portal = await DutyPortal.StartAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Between_ReadAgain_KnowsEveryReportOnceAsItIsNow()
    {
        await SendAsync(12);
        await SendAsync(13);
        Assert.Equal([(12, ReportStatus.Sent), (13, ReportStatus.Sent)], await LinesAsync());

        await VerifyAsync(12);
        Assert.Equal([(12, ReportStatus.Verified), (13, ReportStatus.Sent)], await LinesAsync());

        // Of the Sunday some are kept by now.
        await VerifyAsync(13);
        await SendAsync(14);
        Assert.Equal([(12, ReportStatus.Verified), (13, ReportStatus.Verified), (14, ReportStatus.Sent)], await LinesAsync());
        Assert.Equal([(12, ReportStatus.Verified), (13, ReportStatus.Verified), (14, ReportStatus.Sent)], await LinesAsync());
    }

    private async Task<IEnumerable<(int Row, ReportStatus Status)>> LinesAsync() =>
        (await portal.StoreAsync(db => portal.Services.GetRequiredService<ReportLines>().BetweenAsync(db, Sunday, Sunday, Cancellation)))
            .Select(line => (line.Row, line.Status))
            .OrderBy(line => line.Row);

    private Task<int> VerifyAsync(int row) =>
        portal.StoreAsync(async db =>
        {
            (await db.ActivityReports.SingleAsync(report => report.Row == row, Cancellation)).Verify(By, At);
            return row;
        });

    private Task<int> SendAsync(int row) =>
        portal.StoreAsync(async db =>
        {
            var book = portal.Services.GetRequiredService<DutyBook>();
            var duty = (await book.OverlayAsync(db, (await book.OnAsync(db, Today, Cancellation))!, Cancellation)).Of(row, Sunday)!;
            var report = ActivityReport.Begin(duty, By, Today, At);
            report.Write(new ReportContent(Attended: true, "", "Pejabat A", 12, "Menyapu", ""), By, At);
            report.Send(duty, By, Today, daysGiven: 7, At);
            db.ActivityReports.Add(report);
            return row;
        });
}
