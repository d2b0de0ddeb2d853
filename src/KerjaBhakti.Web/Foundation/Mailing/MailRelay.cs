using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace KerjaBhakti.Web.Foundation.Mailing;

/// <summary>The one place mail leaves from. Nothing else knows by which library: see docs/decisions/0035.</summary>
public sealed class MailRelay(MailSettings settings)
{
    /// <summary>Whether a relay is configured.</summary>
    public bool IsOn => settings.IsOn;

    /// <summary>Hands one mail to the relay, and gives up when that takes too long.</summary>
    /// <exception cref="MailFailedException">The relay did not take it, or did not say.</exception>
    /// <exception cref="InvalidOperationException">No relay is configured.</exception>
    /// <exception cref="ArgumentException">The subject is more than one line.</exception>
    public async Task SendAsync(OutgoingMail mail)
    {
        if (!IsOn)
        {
            throw new InvalidOperationException("No relay is configured.");
        }

        using var message = Compose(mail);
        using var client = new SmtpClient
        {
            Timeout = (int)settings.Patience.TotalMilliseconds,

            // A server behind a proxy reaches no list of revoked certificates. That the name is the relay's and the issuer trusted is
            // checked.
            CheckCertificateRevocation = false,
        };
        if (settings.Authorities is { } authorities)
        {
            client.ServerCertificateValidationCallback = (_, certificate, chain, errors) =>
                IsIssuedBy(authorities, certificate, chain, errors);
        }

        using var patience = new CancellationTokenSource(settings.Patience);
        await ReachAsync(client, patience.Token);
        await HandOverAsync(client, message, patience.Token);
        await LeaveAsync(client, patience.Token);
    }

    private MimeMessage Compose(OutgoingMail mail)
    {
        if (mail.Subject.Any(char.IsControl))
        {
            throw new ArgumentException("A subject is one line.", nameof(mail));
        }

        return new MimeMessage([settings.From], [RecipientOf(mail)], mail.Subject, TextOf(mail))
        {
            // The same for a mail that is sent again, by which mail programs know a double.
            MessageId = $"{mail.Id:N}@{settings.From.Domain}",
            Headers = { { HeaderId.AutoSubmitted, "auto-generated" } },
        };
    }

    private static MailboxAddress RecipientOf(OutgoingMail mail) =>
        MailSettings.TryParseAddress(mail.To, out var address)
            ? address
            : throw new MailFailedException(MailFailure.Refused, "Alamat penerima bukan alamat surel.");

    private static TextPart TextOf(OutgoingMail mail)
    {
        // Quoted-printable whatever the relay offers: lines of any length, and a signature on the way that nobody breaks by recoding.
        var text = new TextPart("plain") { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        text.SetText(Encoding.UTF8, mail.Body.ReplaceLineEndings("\r\n"));
        return text;
    }

    /// <summary>Connects and signs in. Whatever fails here, nothing was sent.</summary>
    private async Task ReachAsync(SmtpClient client, CancellationToken patience)
    {
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, OptionsOf(settings.Security), patience);
            if (settings.User.Length > 0)
            {
                await client.AuthenticateAsync(settings.User, settings.Password, patience);
            }
        }
        catch (Exception failure) when (SentenceOf(failure) is { } sentence)
        {
            throw new MailFailedException(MailFailure.NothingSent, sentence, failure);
        }
    }

    private string? SentenceOf(Exception failure) =>
        failure switch
        {
            OperationCanceledException or TimeoutException =>
                $"Server surel tidak menjawab dalam {settings.Patience.TotalSeconds:0} detik; surel belum terkirim.",
            SocketException => "Server surel tidak dapat dihubungi.",
            SslHandshakeException { ServerCertificate: not null } =>
                "Sambungan terenkripsi ke server surel gagal; sertifikatnya tidak dapat dipercaya.",
            SslHandshakeException => "Sambungan terenkripsi ke server surel gagal; periksa Mail:Security dan Mail:Port.",
            AuthenticationException => "Server surel menolak nama pengguna atau kata sandi portal.",
            NotSupportedException when settings.Security == MailSecurity.StartTls && settings.User.Length == 0 =>
                "Server surel tidak menawarkan sambungan terenkripsi (STARTTLS).",
            NotSupportedException =>
                "Server surel tidak menawarkan sambungan terenkripsi (STARTTLS), atau tidak menerima masuk dengan kata sandi.",
            SmtpCommandException refusal => $"Server surel tidak mau meneruskan surel portal (kode {(int)refusal.StatusCode}).",
            IOException or ProtocolException => "Sambungan ke server surel putus; surel belum terkirim.",
            _ => null,
        };

    /// <summary>Gives the mail over. What the relay said may hold the address, so only its code is told.</summary>
    private async Task HandOverAsync(SmtpClient client, MimeMessage message, CancellationToken patience)
    {
        try
        {
            await client.SendAsync(message, patience);
        }
        catch (SmtpCommandException refusal)
        {
            var code = (int)refusal.StatusCode;
            throw refusal.ErrorCode switch
            {
                SmtpErrorCode.RecipientNotAccepted => new MailFailedException(
                    MailFailure.Refused,
                    $"Server surel menolak alamat penerima (kode {code}).",
                    refusal
                ),
                SmtpErrorCode.MessageNotAccepted when code >= 500 => new MailFailedException(
                    MailFailure.Refused,
                    $"Server surel menolak surel ini (kode {code}).",
                    refusal
                ),
                _ => new MailFailedException(
                    MailFailure.NothingSent,
                    $"Server surel tidak mau meneruskan surel portal (kode {code}).",
                    refusal
                ),
            };
        }
        catch (Exception silence) when (silence is OperationCanceledException or TimeoutException)
        {
            throw new MailFailedException(
                MailFailure.Unclear,
                $"Server surel tidak menjawab dalam {settings.Patience.TotalSeconds:0} detik; tidak pasti apakah surel terkirim.",
                silence
            );
        }
        catch (Exception cut) when (cut is IOException or ProtocolException or SocketException)
        {
            throw new MailFailedException(MailFailure.Unclear, "Sambungan ke server surel putus; tidak pasti apakah surel terkirim.", cut);
        }
    }

    /// <summary>Says goodbye. The mail is taken: how the relay answers to this is nobody's trouble.</summary>
    private static async Task LeaveAsync(SmtpClient client, CancellationToken patience)
    {
        try
        {
            await client.DisconnectAsync(quit: true, patience);
        }
        catch (Exception end)
            when (end
                    is IOException
                        or ProtocolException
                        or SocketException
                        or CommandException
                        or OperationCanceledException
                        or TimeoutException
            )
        {
            // Left without a word.
        }
    }

    private static SecureSocketOptions OptionsOf(MailSecurity security) =>
        security switch
        {
            MailSecurity.StartTls => SecureSocketOptions.StartTls,
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            MailSecurity.None => SecureSocketOptions.None,
        };

    private static bool IsIssuedBy(
        X509Certificate2Collection authorities,
        X509Certificate? certificate,
        X509Chain? sent,
        SslPolicyErrors errors
    )
    {
        if (certificate is not X509Certificate2 own || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
        {
            return false;
        }

        using var chain = new X509Chain
        {
            ChainPolicy =
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                ApplicationPolicy = { new Oid("1.3.6.1.5.5.7.3.1") }, // For servers.
            },
        };
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        return chain.Build(own);
    }
}

/// <summary>A mail of plain text to one recipient.</summary>
/// <param name="Id">What its Message-ID is made of.</param>
/// <param name="To">The address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">The text, with lines of any length and any line ends.</param>
public sealed record OutgoingMail(Guid Id, string To, string Subject, string Body);

/// <summary>What a failure says of the mail and of the next ones.</summary>
public enum MailFailure
{
    /// <summary>The relay does not take this mail; others it may.</summary>
    Refused,

    /// <summary>The relay takes no mail now; surely nothing was sent.</summary>
    NothingSent,

    /// <summary>Nobody knows whether it was sent.</summary>
    Unclear,
}

/// <summary>A mail was not sent, or nobody knows. The message is an Indonesian sentence without the address.</summary>
public sealed class MailFailedException(MailFailure failure, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>What it says of the mail and of the next ones.</summary>
    public MailFailure Failure { get; } = failure;
}
