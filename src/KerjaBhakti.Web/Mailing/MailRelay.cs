using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace KerjaBhakti.Web.Mailing;

/// <summary>The one place mail leaves from. Nothing else knows by which library: see docs/decisions/0017.</summary>
public sealed class MailRelay(MailSettings settings)
{
    /// <summary>Whether a relay is configured.</summary>
    public bool IsOn => settings.IsOn;

    /// <summary>Hands one mail to the relay, and gives up when that takes too long.</summary>
    /// <exception cref="MailFailedException">The relay did not take it, or did not say.</exception>
    /// <exception cref="InvalidOperationException">No relay is configured.</exception>
    public async Task SendAsync(OutgoingMail mail)
    {
        if (!IsOn)
        {
            throw new InvalidOperationException("No relay is configured.");
        }

        using var message = Compose(mail);
        using var client = new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.Security == MailSecurity.StartTls,
            Credentials = settings.User.Length > 0 ? new NetworkCredential(settings.User, settings.Password) : null,
            Timeout = (int)settings.Patience.TotalMilliseconds,
        };
        using var patience = new CancellationTokenSource(settings.Patience);
        try
        {
            // A connection that hangs may not notice that it is called off.
            await client.SendMailAsync(message, patience.Token).WaitAsync(patience.Token);
        }
        catch (OperationCanceledException silence)
        {
            throw new MailFailedException(
                MailFailure.Unclear, $"Server surel tidak menjawab dalam {settings.Patience.TotalSeconds:0} detik; tidak pasti apakah surel terkirim.", silence);
        }
        catch (SmtpException failure)
        {
            throw Explain(failure);
        }
    }

    private MailMessage Compose(OutgoingMail mail) => new(settings.From, new MailAddress(mail.To))
    {
        Subject = mail.Subject,
        SubjectEncoding = Encoding.UTF8,
        Body = mail.Body.ReplaceLineEndings("\r\n"),
        BodyEncoding = Encoding.UTF8,
        BodyTransferEncoding = TransferEncoding.QuotedPrintable,
        Headers =
        {
            // The same for a mail that is sent again, by which mail programs know a double.
            ["Message-ID"] = $"<{mail.Id:N}@{settings.From.Host}>",
            ["Auto-Submitted"] = "auto-generated",
        },
    };

    // What the relay said may hold the address, so only its code is told.
    private static MailFailedException Explain(SmtpException failure) => failure switch
    {
        SmtpFailedRecipientException => new(MailFailure.Refused, $"Server surel menolak alamat penerima (kode {(int)failure.StatusCode}).", failure),
        { StatusCode: SmtpStatusCode.TransactionFailed or SmtpStatusCode.ExceededStorageAllocation } =>
            new(MailFailure.Refused, $"Server surel menolak surel ini (kode {(int)failure.StatusCode}).", failure),
        { StatusCode: not SmtpStatusCode.GeneralFailure } =>
            new(MailFailure.NothingSent, $"Server surel tidak mau meneruskan surel portal (kode {(int)failure.StatusCode}).", failure),
        { InnerException: AuthenticationException } => new(MailFailure.NothingSent, "Sambungan terenkripsi ke server surel gagal; sertifikatnya tidak dapat dipercaya.", failure),
        { InnerException: SocketException } => new(MailFailure.NothingSent, "Server surel tidak dapat dihubungi.", failure),
        { InnerException: null } => new(MailFailure.NothingSent, "Server surel tidak menawarkan sambungan terenkripsi (STARTTLS).", failure),
        _ => new(MailFailure.Unclear, "Sambungan ke server surel putus; tidak pasti apakah surel terkirim.", failure),
    };
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
public sealed class MailFailedException(MailFailure failure, string message, Exception cause) : Exception(message, cause)
{
    /// <summary>What it says of the mail and of the next ones.</summary>
    public MailFailure Failure { get; } = failure;
}
