using KerjaBhakti.Web.Foundation.Mailing;
using Microsoft.Extensions.Configuration;
using SmtpServer.Protocol;

namespace KerjaBhakti.Web.Tests.Foundation.Mailing;

/// <summary>Mail over real connections to a real relay, and what each failure is called.</summary>
public class MailRelayTests
{
    private static readonly string[] Account = [$"User={RelayServer.User}", $"Password={RelayServer.Password}"];

    [Theory]
    [InlineData("starttls", false)]
    [InlineData("tls", true)]
    public async Task AMail_GoesOverAnEncryptedConnectionAfterSigningIn(string security, bool secure)
    {
        await using var relay = new RelayServer(secure);

        await SendAsync(relay, [$"Security={security}", $"Authority={relay.Authority}", .. Account]);

        var mail = Assert.Single(relay.Mails);
        Assert.True(mail is { Encrypted: true, SignedIn: true });
        Assert.Equal("Pengingat “laporan”", mail.Message.Subject);
        Assert.Equal("Yth. Kantor “Walikota”\n.titik", mail.Message.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.EndsWith("@uji.example", mail.Message.MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMailThatIsSentAgain_HasTheSameMessageId()
    {
        await using var relay = new RelayServer();
        var mail = Mail("a@uji.example");

        await new MailRelay(Settings(relay, "Security=none")).SendAsync(mail);
        await new MailRelay(Settings(relay, "Security=none")).SendAsync(mail);

        Assert.Single(relay.Mails.Select(taken => taken.Message.MessageId).Distinct());
        Assert.Equal(2, relay.Mails.Count);
    }

    [Fact]
    public async Task AWrongPassword_SendsNothing_AndIsCalledThat()
    {
        await using var relay = new RelayServer(secure: true);

        var failure = await FailureAsync(
            relay,
            "Security=tls",
            $"Authority={relay.Authority}",
            $"User={RelayServer.User}",
            "Password=salah"
        );

        Assert.Equal(
            (MailFailure.NothingSent, "Server surel menolak nama pengguna atau kata sandi portal."),
            (failure.Failure, failure.Message)
        );
    }

    [Theory]
    [InlineData("starttls", false)]
    [InlineData("tls", true)]
    public async Task ACertificateNobodyVouchesFor_GetsNeitherPasswordNorMail(string security, bool secure)
    {
        await using var relay = new RelayServer(secure);

        var failure = await FailureAsync(relay, [$"Security={security}", .. Account]);

        Assert.Equal(
            (MailFailure.NothingSent, "Sambungan terenkripsi ke server surel gagal; sertifikatnya tidak dapat dipercaya."),
            (failure.Failure, failure.Message)
        );
        Assert.Empty(relay.Mails);
    }

    [Fact]
    public async Task ACertificateOfTheAuthorityForAnotherServer_IsNotTrusted()
    {
        await using var relay = new RelayServer(secure: true, named: "127.0.0.9");

        Assert.Contains(
            "sertifikatnya",
            (await FailureAsync(relay, "Security=tls", $"Authority={relay.Authority}")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ACertificateOfAnotherAuthority_IsNotTrusted()
    {
        await using var relay = new RelayServer(secure: true);
        await using var other = new RelayServer();

        Assert.Contains(
            "sertifikatnya",
            (await FailureAsync(relay, "Security=tls", $"Authority={other.Authority}")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task TlsWhereTheRelaySpeaksPlainly_IsCalledTheWrongPort()
    {
        await using var relay = new RelayServer();

        var failure = await FailureAsync(relay, "Security=tls");

        Assert.Equal(MailFailure.NothingSent, failure.Failure);
        Assert.Contains("periksa Mail:Security dan Mail:Port", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SmtpReplyCode.TransactionFailed, MailFailure.Refused, "Server surel menolak surel ini (kode 554).")]
    [InlineData(SmtpReplyCode.MailboxUnavailable, MailFailure.Refused, "Server surel menolak surel ini (kode 550).")]
    [InlineData(SmtpReplyCode.InsufficientStorage, MailFailure.NothingSent, "Server surel tidak mau meneruskan surel portal (kode 452).")]
    public async Task ARefusedMail_SaysWhetherOthersMayPass(SmtpReplyCode code, MailFailure means, string sentence)
    {
        await using var relay = new RelayServer { Answer = new SmtpResponse(code, "a@uji.example ditolak") };

        var failure = await FailureAsync(relay, "Security=none");

        Assert.Equal((means, sentence), (failure.Failure, failure.Message));
    }

    [Fact]
    public async Task ARefusedRecipient_IsNotNamedInTheSentence()
    {
        await using var relay = new RelayServer { KnowsRecipients = false };

        var failure = await FailureAsync(relay, "Security=none");

        Assert.Equal((MailFailure.Refused, "Server surel menolak alamat penerima (kode 550)."), (failure.Failure, failure.Message));
    }

    [Theory]
    [InlineData("bukan alamat")]
    [InlineData("tanpa-domain")]
    [InlineData("a@uji.example, b@uji.example")]
    [InlineData("a@uji.example\r\nBcc: b@uji.example")]
    public async Task ARecipientThatIsNoAddress_IsRefused_AndOthersGoOn(string to)
    {
        await using var relay = new RelayServer();

        var failure = await Assert.ThrowsAsync<MailFailedException>(() =>
            new MailRelay(Settings(relay, "Security=none")).SendAsync(Mail(to))
        );

        Assert.Equal((MailFailure.Refused, "Alamat penerima bukan alamat surel."), (failure.Failure, failure.Message));
        Assert.Empty(relay.Mails);
    }

    [Fact]
    public async Task ARelayThatTakesTheMailAndNeverAnswers_IsLeftInTime_AndNobodyKnows()
    {
        await using var relay = new SmtpListener { Mood = SmtpMood.KeepsTheAnswer };

        var failure = await Assert
            .ThrowsAsync<MailFailedException>(() =>
                new MailRelay(Settings(relay.Port, "Security=none", "Timeout=1")).SendAsync(Mail("a@uji.example"))
            )
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Equal(MailFailure.Unclear, failure.Failure);
        Assert.Single(relay.Mails);
    }

    private static Task SendAsync(RelayServer relay, params string[] settings) =>
        new MailRelay(Settings(relay, settings)).SendAsync(Mail("a@uji.example"));

    private static Task<MailFailedException> FailureAsync(RelayServer relay, params string[] settings) =>
        Assert.ThrowsAsync<MailFailedException>(() => SendAsync(relay, settings));

    private static OutgoingMail Mail(string to) => new(Guid.NewGuid(), to, "Pengingat “laporan”", "Yth. Kantor “Walikota”\n.titik");

    private static MailSettings Settings(RelayServer relay, params string[] settings) => Settings(relay.Port, settings);

    private static MailSettings Settings(int port, params string[] settings) =>
        MailSettings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    ((string[])["Host=127.0.0.1", $"Port={port}", "From=Kerja Bhakti <kerjabhakti@uji.example>", .. settings])
                        .Select(setting => setting.Split('=', 2))
                        .Select(pair => KeyValuePair.Create($"Mail:{pair[0]}", (string?)pair[1]))
                )
                .Build()
        );
}
