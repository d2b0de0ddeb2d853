using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MimeKit;

namespace KerjaBhakti.Web.Foundation.Mailing;

/// <summary>How the connection to the relay is kept from being read.</summary>
public enum MailSecurity
{
    /// <summary>Encrypted before anything is said (STARTTLS), or not at all: a relay that does not offer it gets no mail.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte (RFC 8314, 3.3).</summary>
    Tls,

    /// <summary>Not: for a relay on the same machine or network.</summary>
    None,
}

/// <summary>The SMTP relay, <c>Mail:…</c>. A class and no record, whose text would show the password.</summary>
public sealed class MailSettings
{
    private const int LongestPatience = 120;

    private static readonly ParserOptions Strict = new()
    {
        AllowAddressesWithoutDomain = false,
        AddressParserComplianceMode = RfcComplianceMode.Strict,
    };

    private MailSettings() { }

    /// <summary>Whether there is a relay. Where there is none, nothing else here means anything.</summary>
    public bool IsOn => Host.Length > 0;

    /// <summary>Its name or address; empty where there is none.</summary>
    public string Host { get; private init; } = string.Empty;

    /// <summary>Its port.</summary>
    public int Port { get; private init; }

    /// <summary>Whom mail comes from.</summary>
    public MailboxAddress From { get; private init; } = null!;

    /// <summary>How the connection is kept from being read.</summary>
    public MailSecurity Security { get; private init; }

    /// <summary>The account at the relay; empty where it asks for none.</summary>
    public string User { get; private init; } = string.Empty;

    /// <summary>Its password.</summary>
    public string Password { get; private init; } = string.Empty;

    /// <summary>Who vouches for the relay's certificate; null where the system's own list of authorities does.</summary>
    public X509Certificate2Collection? Authorities { get; private init; }

    /// <summary>How long one mail may take.</summary>
    public TimeSpan Patience { get; private init; }

    /// <summary>Reads <c>Mail:Host</c>, <c>Port</c>, <c>From</c>, <c>Security</c>, <c>Authority</c>,
    /// <c>User</c>, <c>Password</c> and <c>Timeout</c>; without a host there is no relay.</summary>
    /// <exception cref="PortalStartException">There is a host, and something else is missing or cannot be.</exception>
    public static MailSettings Read(IConfiguration configuration)
    {
        var mail = configuration.GetSection("Mail");
        if (mail["Host"] is not { Length: > 0 } host)
        {
            return new MailSettings();
        }

        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            throw new PortalStartException($"Pengaturan Mail:Host '{host}' bukan nama server; tulis misalnya smtp.jakarta.go.id.");
        }

        if (!TryParseAddress(mail["From"], out var from))
        {
            throw new PortalStartException(
                $"Pengaturan Mail:From '{mail["From"]}' bukan alamat surel; tulis misalnya kerjabhakti@jakarta.go.id."
            );
        }

        var security = SecurityOf(mail["Security"]);
        var (user, password) = (mail["User"] ?? string.Empty, mail["Password"] ?? string.Empty);
        if ((user.Length > 0) != (password.Length > 0))
        {
            throw new PortalStartException("Pengaturan Mail:User dan Mail:Password harus diisi keduanya atau tidak sama sekali.");
        }

        if (user.Length > 0 && security == MailSecurity.None)
        {
            throw new PortalStartException(
                "Pengaturan Mail:Security=none mengirim Mail:Password tanpa enkripsi; pakai starttls atau tls, atau kosongkan Mail:User dan Mail:Password."
            );
        }

        return new MailSettings
        {
            Host = host,
            Port = NumberOf(mail["Port"], "Mail:Port", PortOf(security), ushort.MaxValue),
            From = from,
            Security = security,
            Authorities = AuthoritiesOf(mail["Authority"]),
            User = user,
            Password = password,
            Patience = TimeSpan.FromSeconds(NumberOf(mail["Timeout"], "Mail:Timeout", 20, LongestPatience)),
        };
    }

    /// <summary>Reads one address, with or without a name before it.</summary>
    internal static bool TryParseAddress(string? text, [NotNullWhen(true)] out MailboxAddress? address)
    {
        address = null;
        return text is not null && !text.Any(char.IsControl) && MailboxAddress.TryParse(Strict, text, out address);
    }

    private static MailSecurity SecurityOf(string? text) =>
        text switch
        {
            null or "" or "starttls" => MailSecurity.StartTls,
            "tls" => MailSecurity.Tls,
            "none" => MailSecurity.None,
            _ => throw new PortalStartException(
                $"Pengaturan Mail:Security '{text}' tidak dikenal; tulis starttls, tls (terenkripsi sejak awal sambungan), atau none."
            ),
        };

    private static int PortOf(MailSecurity security) =>
        security switch
        {
            MailSecurity.StartTls => 587,
            MailSecurity.Tls => 465,
            MailSecurity.None => 25,
        };

    private static X509Certificate2Collection? AuthoritiesOf(string? file)
    {
        if (string.IsNullOrEmpty(file))
        {
            return null;
        }

        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPemFile(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new PortalStartException($"Pengaturan Mail:Authority: berkas sertifikat '{file}' tidak dapat dibaca.");
        }

        return authorities.Count > 0
            ? authorities
            : throw new PortalStartException($"Pengaturan Mail:Authority: berkas '{file}' tidak memuat sertifikat PEM.");
    }

    private static int NumberOf(string? text, string key, int usual, int most) =>
        text switch
        {
            null or "" => usual,
            _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most =>
                number,
            _ => throw new PortalStartException($"Pengaturan {key} '{text}' bukan bilangan dari 1 sampai {most}."),
        };
}
