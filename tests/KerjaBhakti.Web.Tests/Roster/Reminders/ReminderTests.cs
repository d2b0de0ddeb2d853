using System.Globalization;
using System.Net;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Reminders;
using KerjaBhakti.Web.Roster.Reports;
using KerjaBhakti.Web.Tests.Foundation.Mailing;
using KerjaBhakti.Web.Tests.Roster.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using static KerjaBhakti.Web.Tests.Roster.Reports.ReportBrowsing;

namespace KerjaBhakti.Web.Tests.Roster.Reminders;

/// <summary>
/// Reminders by mail, from the round that finds who has not reported to what a relay really gets and the secretariat really sees.
/// </summary>
public sealed class ReminderTests(ReminderPortal portal) : IClassFixture<ReminderPortal>, IAsyncLifetime
{
    private const string Friday = "2015-06-05 09:00";
    private const string Board = "/roster/laporan?minggu=2015-05-31";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IReadOnlyList<ReceivedMail> Mails => portal.Relay.Mails;

    public async ValueTask InitializeAsync() => await portal.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task InWorkingHours_OneMailAsksForEverythingAnAccountHasNotReported_AndNeverAgain()
    {
        await portal.RoundAsync(Friday);
        await portal.RoundAsync("2015-06-05 09:10");
        await portal.RoundAsync("2015-06-05 15:59");

        var mail = Assert.Single(Mails);
        Assert.Equal(["pejabat@demo.local"], mail.Recipients);
        Assert.Equal("pejabat@demo.local", Assert.Single(mail.Headers["To"]));
        Assert.Contains("<kerjabhakti@uji.example>", Assert.Single(mail.Headers["From"]), StringComparison.Ordinal);
        Assert.Equal("Pengingat 3 laporan kerja bhakti", Assert.Single(mail.Headers["Subject"]));
        Assert.Equal("auto-generated", Assert.Single(mail.Headers["Auto-Submitted"]));
        Assert.Matches("^<[0-9a-f]{32}@uji.example>$", Assert.Single(mail.Headers["Message-ID"]));
        Assert.True(DateTimeOffset.TryParse(Assert.Single(mail.Headers["Date"]), CultureInfo.InvariantCulture, out _));
        Assert.Equal("text/plain; charset=utf-8", Assert.Single(mail.Headers["Content-Type"]));
        Assert.Empty(mail.Headers["Cc"].Concat(mail.Headers["Bcc"]));
        Assert.StartsWith(
            "Yth. Biro Tata Pemerintahan\n\nLaporan kerja bhakti hari Minggu, 17 Mei 2015 di Kecamatan Ciracas, Jakarta Timur (baris 48) belum kami terima.\n",
            mail.Body,
            StringComparison.Ordinal
        );
        Assert.All(["2015-05-17", "2015-05-24", "2015-05-31"], day =>
            Assert.Contains($"\n{portal.Portal.Address}saya/laporan/48/{day}\n", mail.Body, StringComparison.Ordinal)
        );
        Assert.DoesNotMatch("[0-9]{18}", mail.Body);

        var row = await RowAsync();
        Assert.Contains("Surel menjelang batas, 5 Juni 2015 09.00 WIB: terkirim ke 1 akun", row, StringComparison.Ordinal);
        Assert.Contains("Surel setelah batas", await RowAsync("2015-05-24"), StringComparison.Ordinal);
        using var inspector = await portal.ClientOfAsync(PortalRoles.Inspektorat);
        Assert.Contains(
            "mengirim pengingat laporan melalui surel: 1 surel untuk 3 laporan",
            WebUtility.HtmlDecode(await inspector.GetStringAsync("/audit?jenis=duty.", Cancellation)),
            StringComparison.Ordinal
        );
        Assert.Contains("17 Mei 2015", await portal.Official.GetStringAsync("/akun/data.json", Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2015-06-05 07:59")]
    [InlineData("2015-06-05 16:00")]
    [InlineData("2015-06-06 09:00")]
    [InlineData("2015-06-02 09:00")]
    [InlineData("2015-07-16 09:00")]
    public async Task OutsideWorkingHours_OnAHolidayOrInJointLeave_NothingIsSent(string moment)
    {
        await portal.RoundAsync(moment);

        Assert.Empty(Mails);
        Assert.Equal(0, await portal.ReadAsync(db => db.ReminderMails.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task TwoRoundsAtOnce_SendOneMail()
    {
        await Task.WhenAll(portal.RoundAsync(Friday), portal.RoundAsync(Friday), portal.RoundAsync(Friday));

        Assert.Single(Mails);
    }

    [Fact]
    public async Task AProcessKilledWhileItSent_NeverSendsTwice_AndThePageSaysThatNobodyKnows()
    {
        // What such a process leaves behind: the mail is stored as begun, and nothing says what became of it.
        var (account, schedule) = await portal.ReadAsync(async db =>
            (
                (await db.OfficialAccounts.SingleAsync(Cancellation)).AccountId,
                (await db.Schedules.SingleAsync(item => item.InstructionId != null, Cancellation)).Id
            )
        );
        await portal.Portal.DoAsync(step =>
        {
            step.Db.ReminderMails.Add(
                ReminderMail.Begin(
                    account,
                    [new Reminder(schedule, 48, new(2015, 5, 31), ReminderKind.LastDay, Reminder.NoReturn)],
                    ReminderPortal.At("2015-06-05 08:00")
                )
            );
            return Task.CompletedTask;
        });

        await portal.RoundAsync(Friday);

        Assert.DoesNotContain("/48/2015-05-31", Assert.Single(Mails).Body, StringComparison.Ordinal);
        Assert.Contains(
            "Surel menjelang batas, 5 Juni 2015 08.00 WIB: tidak pasti sampai ke 1 akun",
            await RowAsync(),
            StringComparison.Ordinal
        );
        Assert.Null((await portal.Secretariat.PageAsync(Board)).QuerySelector("#gagal"));
    }

    [Fact]
    public async Task WhoeverStandsIn_IsReminded_AndTheRowsOwnIsNot()
    {
        await portal.Portal.StandInAsync(row: 12, substituteRow: 48, new(2015, 5, 31));
        await portal.Portal.StandInAsync(row: 48, substituteRow: 12, new(2015, 5, 24));

        await portal.RoundAsync(Friday);

        var body = Assert.Single(Mails).Body;
        Assert.Contains("menggantikan", body, StringComparison.Ordinal);
        Assert.Contains("(baris 12) belum kami terima", body, StringComparison.Ordinal);
        Assert.DoesNotContain("/48/2015-05-24", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasReportedOrCalledOff_IsNotAskedFor()
    {
        await portal.Portal.CallOffAsync(new(2015, 5, 31), "Banjir");
        await portal.Official.WriteReportAsync(PathOf("2015-05-24"), "kirim", Complete);

        await portal.RoundAsync(Friday);

        var mail = Assert.Single(Mails);
        Assert.Equal("Pengingat laporan kerja bhakti Minggu, 17 Mei 2015", Assert.Single(mail.Headers["Subject"]));
        Assert.DoesNotContain("/48/2015-05-24", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReturnedReport_IsAskedForOncePerReturn()
    {
        var path = PathOf("2015-05-31");
        await portal.Official.WriteReportAsync(path, "kirim", Complete);
        await ReturnAsync();
        await portal.RoundAsync("2015-06-08 09:00");
        await portal.RoundAsync("2015-06-09 09:00");
        Assert.Contains(
            "(baris 48) telah dikembalikan sekretariat dan belum kami terima kembali.",
            Assert.Single(Mails).Body,
            StringComparison.Ordinal
        );

        // Of its term, which ended on 7 June, nothing is said: sending it again makes it neither late nor punctual.
        Assert.DoesNotContain("7 Juni 2015", Mails[0].Body, StringComparison.Ordinal);

        await portal.Official.WriteReportAsync(path, "kirim", Complete);
        await ReturnAsync();
        await portal.RoundAsync("2015-06-09 10:00");

        Assert.Equal(2, Mails.Count);
        Assert.Equal("Pengingat laporan kerja bhakti Minggu, 31 Mei 2015", Assert.Single(Mails[1].Headers["Subject"]));
    }

    [Fact]
    public async Task ARefusedRecipient_IsShownWithTheReason_AndSentAgainByHandOfTheSecretariatOnly()
    {
        portal.Relay.Mood = SmtpMood.RefusesRecipients;
        await portal.RoundAsync(Friday);
        await portal.RoundAsync("2015-06-05 10:00");
        Assert.Contains("gagal ke 1 akun", await RowAsync(), StringComparison.Ordinal);
        var page = await portal.Secretariat.PageAsync(Board);
        Assert.Contains("Server surel menolak alamat penerima (kode 550).", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("pejabat@demo.local", page.Body.TextContent, StringComparison.Ordinal);
        var key = Assert.Single(page.QuerySelectorAll("button[name='Posted.Mail']")).GetAttribute("value")!;

        // It is refused again, which is said; who was slower than a colleague is told too.
        Assert.Contains("Surel belum terkirim. Server surel menolak alamat penerima", await RepeatAsync(key), StringComparison.Ordinal);
        Assert.Contains("Orang lain baru saja mengubah", await RepeatAsync(key), StringComparison.Ordinal);

        // Whoever only reads has no such button, and no way around it.
        using var sekda = await portal.ClientOfAsync(PortalRoles.Sekda);
        var seen = await sekda.PageAsync(Board);
        Assert.NotNull(seen.QuerySelector("#gagal"));
        Assert.Null(seen.QuerySelector("button[name='Posted.Mail']"));
        var desk = portal.Portal.Services.GetRequiredService<ReminderDesk>();
        foreach (var role in PortalRoles.All.Where(role => role != PortalRoles.Sekretariat))
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() => desk.RepeatAsync(UserIn(role), key, Cancellation));
        }

        Assert.Empty(Mails);
        portal.Relay.Mood = SmtpMood.Works;
        Assert.Contains("hasil=terkirim", await RepeatAsync(await KeyAsync()), StringComparison.Ordinal);
        Assert.Single(Mails);
        Assert.Contains("terkirim ke 1 akun", await RowAsync(), StringComparison.Ordinal);
        Assert.Null((await portal.Secretariat.PageAsync(Board)).QuerySelector("button[name='Posted.Mail']"));
        using var inspector = await portal.ClientOfAsync(PortalRoles.Inspektorat);
        Assert.Contains(
            "mengirim lagi surel pengingat baris 48",
            await inspector.GetStringAsync("/audit?jenis=duty.", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AFailedMailWhoseReportsCame_OrWhoseAccountWasClosed_IsNotSentAgain()
    {
        portal.Relay.Mood = SmtpMood.RefusesRecipients;
        await portal.RoundAsync(Friday);
        var key = await KeyAsync();
        portal.Relay.Mood = SmtpMood.Works;

        await LockAsync();
        Assert.Contains("Akun itu sudah ditutup", await RepeatAsync(key), StringComparison.Ordinal);
        Assert.Contains("Tidak ada akun dengan alamat surel", await RowAsync(), StringComparison.Ordinal);
        await portal.ReadAsync(db =>
            db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.ClosedAt, (DateTimeOffset?)null), Cancellation)
        );
        foreach (var sunday in new[] { "2015-05-17", "2015-05-24", "2015-05-31" })
        {
            await portal.Official.WriteReportAsync(PathOf(sunday), "kirim", Complete);
        }

        Assert.Contains("Tidak ada lagi yang perlu diingatkan", await RepeatAsync(key), StringComparison.Ordinal);
        Assert.Empty(Mails);
    }

    [Fact]
    public async Task AClosedAccount_GetsNoMail()
    {
        await LockAsync();

        await portal.RoundAsync(Friday);

        Assert.Empty(Mails);
    }

    [Fact]
    public async Task ARelayThatIsDown_IsToldOnThePage_AndWhatIsDueIsSentWhenItIsBack()
    {
        portal.Relay.HangUp();
        await portal.RoundAsync(Friday);
        Assert.Contains(
            "Server surel tidak dapat dihubungi.",
            await portal.Secretariat.GetStringAsync(Board, Cancellation),
            StringComparison.Ordinal
        );
        Assert.Equal(0, await portal.ReadAsync(db => db.ReminderMails.CountAsync(Cancellation)));

        portal.Relay.Return();
        await portal.RoundAsync("2015-06-05 09:10");

        Assert.Single(Mails);
        Assert.DoesNotContain(
            "Server surel tidak dapat dihubungi.",
            await portal.Secretariat.GetStringAsync(Board, Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ARelayThatHangsOrCutsTheAnswer_EndsTheMailInTime_AndIsNotAskedAgainByItself()
    {
        portal.Relay.Mood = SmtpMood.KeepsTheAnswer;
        await portal.RoundAsync(Friday).WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
        Assert.Contains("tidak menjawab dalam 2 detik", await FailureAsync(), StringComparison.Ordinal);

        portal.Relay.Mood = SmtpMood.CutsTheAnswer;
        Assert.Contains(
            "Surel belum terkirim. Sambungan ke server surel putus",
            await RepeatAsync(await KeyAsync()),
            StringComparison.Ordinal
        );

        portal.Relay.Clear();
        await portal.RoundAsync("2015-06-05 10:00");
        Assert.Empty(Mails);
    }

    [Fact]
    public async Task ARelayThatNeverGreets_IsToldOnThePage_AndGetsTheMailInTheNextRound()
    {
        portal.Relay.Mood = SmtpMood.Silent;
        await portal.RoundAsync(Friday).WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
        Assert.Contains(
            "tidak menjawab dalam 2 detik; surel belum terkirim",
            await portal.Secretariat.GetStringAsync(Board, Cancellation),
            StringComparison.Ordinal
        );

        portal.Relay.Clear();
        await portal.RoundAsync("2015-06-05 09:10");
        Assert.Single(Mails);
    }

    [Fact]
    public async Task TheJob_GoesOnAfterARoundThatFailed()
    {
        var services = portal.Portal.Services;
        var round = ActivatorUtilities.CreateInstance<ReminderRound>(
            services,
            new FailingOnce(services.GetRequiredService<IDbContextFactory<PortalDbContext>>())
        );
        using var job = new ReminderJob(
            round,
            services.GetRequiredService<WaitingRound>(),
            new PortalClock(new Hasty()),
            new Hasty(),
            NullLogger<ReminderJob>.Instance
        );

        await job.StartAsync(Cancellation);
        for (var waited = 0; Mails.Count == 0 && waited < 300; waited++)
        {
            await Task.Delay(100, Cancellation);
        }

        await job.StopAsync(Cancellation);
        Assert.Single(Mails);
    }

    private async Task<string> RowAsync(string sunday = "2015-05-31")
    {
        var page = await portal.Secretariat.PageAsync($"/roster/laporan?minggu={sunday}");
        return page.QuerySelectorAll("tr:has(textarea)").Single(row => row.FirstElementChild!.TextContent == "48").TextContent;
    }

    private async Task<string> KeyAsync() =>
        Assert.Single((await portal.Secretariat.PageAsync(Board)).QuerySelectorAll("button[name='Posted.Mail']")).GetAttribute("value")!;

    /// <summary>Asks for a mail once more; gives the page that refuses it, or where it leads.</summary>
    private async Task<string> RepeatAsync(string key)
    {
        using var answer = await portal.Secretariat.PostFormAsync(
            Board,
            new() { ["Posted.Mail"] = key },
            "form:has(input[value='kirim-lagi'])"
        );
        return answer.Headers.Location?.OriginalString ?? WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<string> FailureAsync() => (await portal.ReadAsync(db => db.ReminderMails.SingleAsync(Cancellation))).Failure!;

    private async Task ReturnAsync()
    {
        var report = Assert.Single(await portal.Portal.ReportsAsync());
        await portal
            .Portal.Services.GetRequiredService<ReportReview>()
            .ReturnAsync(UserIn(PortalRoles.Sekretariat), report.Id, report.Revision, "Di saluran mana?", Cancellation);
    }

    private async Task LockAsync() =>
        await portal.ReadAsync(db =>
            db.Users.Where(user => user.Email == "pejabat@demo.local")
                .ExecuteUpdateAsync(set => set.SetProperty(user => user.ClosedAt, DateTimeOffset.UnixEpoch), Cancellation)
        );

    /// <summary>A Friday morning on which ten minutes pass at once.</summary>
    private sealed class Hasty : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => ReminderPortal.At(Friday);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(10));
    }

    private sealed class FailingOnce(IDbContextFactory<PortalDbContext> inner) : IDbContextFactory<PortalDbContext>
    {
        private bool failed;

        public PortalDbContext CreateDbContext()
        {
            if (!failed)
            {
                failed = true;
                throw new InvalidOperationException("The database is away for a moment.");
            }

            return inner.CreateDbContext();
        }
    }
}
