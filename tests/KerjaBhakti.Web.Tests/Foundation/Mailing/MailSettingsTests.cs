using KerjaBhakti.Roster.Sundays;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Foundation.Mailing;
using KerjaBhakti.Web.Roster.Reminders;
using KerjaBhakti.Web.Tests.Roster.Reminders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Foundation.Mailing;

/// <summary>What may be set about mail, and what is said of what may not.</summary>
public class MailSettingsTests(PortalFixture fixture)
{
    private static readonly string[] Usable = ["Host=smtp.uji.example", "From=kerjabhakti@uji.example"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Read_WithoutAHost_IsNoRelayWhateverElseIsSet() => Assert.False(Read("Port=abc", "From=bukan alamat").IsOn);

    [Fact]
    public void Read_HostAndSender_IsEncryptedOnTheUsualPort()
    {
        var settings = Read(Usable);

        Assert.Equal(
            (true, 587, MailSecurity.StartTls, TimeSpan.FromSeconds(20)),
            (settings.IsOn, settings.Port, settings.Security, settings.Patience)
        );
        Assert.Equal(25, Read([.. Usable, "Security=none"]).Port);
        Assert.Equal((465, MailSecurity.Tls), (Read([.. Usable, "Security=tls"]).Port, Read([.. Usable, "Security=tls"]).Security));
    }

    [Theory]
    [InlineData("Host=dua kata", "Mail:Host 'dua kata' bukan nama server")]
    [InlineData("From=", "Mail:From '' bukan alamat surel")]
    [InlineData("From=a@b\r\nBcc: c@d", "bukan alamat surel")]
    [InlineData("Port=70000", "Mail:Port '70000' bukan bilangan dari 1 sampai 65535")]
    [InlineData("Security=ssl", "Mail:Security 'ssl' tidak dikenal; tulis starttls, tls")]
    [InlineData("Authority=tidak-ada.pem", "Mail:Authority: berkas sertifikat 'tidak-ada.pem' tidak dapat dibaca")]
    [InlineData("User=portal", "Mail:User dan Mail:Password harus diisi keduanya")]
    [InlineData("Timeout=0", "Mail:Timeout '0'")]
    public void Read_WhatCannotBe_IsRefusedByName(string setting, string because) =>
        Assert.Contains(because, Assert.Throws<PortalStartException>(() => Read([.. Usable, setting])).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_APasswordOverAnOpenConnection_IsRefused() =>
        Assert.Contains(
            "tanpa enkripsi",
            Assert.Throws<PortalStartException>(() => Read([.. Usable, "Security=none", "User=portal", "Password=rahasia"])).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("16.00-08.00")]
    [InlineData("08:00-16:00")]
    [InlineData("selalu")]
    public void ReadHours_ThatAreNone_AreRefused(string text) =>
        Assert.Contains(
            $"Roster:ReminderHours '{text}'",
            Assert.Throws<PortalStartException>(() => ReminderHours.Read(Configured(("Roster:ReminderHours", text)))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void NextDay_OutsideWorkingHours_IsTheNextDayOnWhichOfficesWork()
    {
        var hours = ReminderHours.Read(Configured());
        var days = new WorkingDays([new(2015, 6, 8)]);

        Assert.Equal(new DateOnly(2015, 6, 5), hours.NextDay(ReminderPortal.At("2015-06-05 07:59"), days));
        Assert.Equal(new DateOnly(2015, 6, 9), hours.NextDay(ReminderPortal.At("2015-06-05 16:00"), days));
    }

    [Fact]
    public async Task ARelayThatOffersNoEncryption_GetsNoMail()
    {
        await using var relay = new SmtpListener();
        var settings = Read("Host=127.0.0.1", $"Port={relay.Port}", "From=kerjabhakti@uji.example");

        var failure = await Assert.ThrowsAsync<MailFailedException>(() =>
            new MailRelay(settings).SendAsync(new OutgoingMail(Guid.NewGuid(), "a@uji.example", "Uji", "Uji"))
        );

        Assert.Equal(MailFailure.NothingSent, failure.Failure);
        Assert.Empty(relay.Mails);
    }

    [Fact]
    public async Task AMailOfAnyLines_ArrivesAsItWasWritten()
    {
        await using var relay = new SmtpListener();
        var settings = Read("Host=127.0.0.1", $"Port={relay.Port}", "From=Kerja Bhakti “uji” <kerjabhakti@uji.example>", "Security=none");
        var body = $"Yth. Kantor “Walikota”\n\n.titik di awal\nFrom baris\n{new string('x', 300)} é=selesai";

        await new MailRelay(settings).SendAsync(new OutgoingMail(Guid.NewGuid(), "a@uji.example", "Pengingat “laporan”", body));

        var mail = Assert.Single(relay.Mails);
        Assert.Equal(body, mail.Body.TrimEnd('\n'));
        Assert.Contains("=?utf-8?", Assert.Single(mail.Headers["Subject"]), StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("<kerjabhakti@uji.example>", Assert.Single(mail.Headers["From"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a@uji.example\r\nBcc: b@uji.example", "Uji")]
    [InlineData("a@uji.example", "Uji\r\nBcc: b@uji.example")]
    public async Task ALineEndInAHeader_SendsNothing(string to, string subject)
    {
        await using var relay = new SmtpListener();
        var settings = Read("Host=127.0.0.1", $"Port={relay.Port}", "From=kerjabhakti@uji.example", "Security=none");

        await Assert.ThrowsAnyAsync<Exception>(() =>
            new MailRelay(settings).SendAsync(new OutgoingMail(Guid.NewGuid(), to, subject, "Uji"))
        );

        Assert.Empty(relay.Mails);
    }

    [Fact]
    public async Task WithoutARelay_ThePageSaysSo_AndARoundDoesNothing()
    {
        await fixture.Portal.Services.GetRequiredService<ReminderRound>().RunAsync(ReminderPortal.At("2015-06-05 09:00"), Cancellation);
        using var secretariat = await fixture.ClientOfAsync(Data.Identity.PortalRoles.Sekretariat);

        var page = await secretariat.PageAsync("/roster/laporan?minggu=2015-05-31");
        Assert.Contains("Pengingat surel tidak aktif: server surel belum diatur", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Tidak ada akun dengan alamat surel", page.Body.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".reminder textarea"));
    }

    private static MailSettings Read(params string[] settings) =>
        MailSettings.Read(
            Configured([
                .. settings.Select(setting =>
                    ($"Mail:{setting.Split('=')[0]}", setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..])
                ),
            ])
        );

    private static IConfiguration Configured(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.GroupBy(setting => setting.Key).Select(group => KeyValuePair.Create(group.Key, (string?)group.Last().Value))
            )
            .Build();
}
