using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace KerjaBhakti.Web.Tests.Foundation.Mailing;

/// <summary>
/// A relay with encryption and sign-in, with a certificate of an authority of its own. What breaks off is played by
/// <see cref="SmtpListener"/>.
/// </summary>
internal sealed class RelayServer : IAsyncDisposable
{
    public const string User = "portal";
    public const string Password = "rahasia-portal";

    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentQueue<TakenMail> mails = new();
    private readonly string authority = Path.Combine(Path.GetTempPath(), $"kerjabhakti-{Guid.NewGuid():N}.pem");
    private readonly X509Certificate2 certificate;
    private readonly Task running;

    /// <summary>Starts it.</summary>
    /// <param name="secure">Whether it speaks TLS from the first byte; otherwise it offers STARTTLS.</param>
    /// <param name="named">Whom its certificate is for.</param>
    public RelayServer(bool secure = false, string named = "127.0.0.1")
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        certificate = Certify(IPAddress.Parse(named));
        var options = new SmtpServerOptionsBuilder()
            .ServerName("uji")
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port)).IsSecure(secure).Certificate(certificate))
            .Build();
        var services = new ServiceProvider();
        services.Add(new Box(this));
        services.Add((IUserAuthenticator)new Door());
        services.Add((IMailboxFilter)new Filter(this));
        running = new SmtpServer.SmtpServer(options, services).StartAsync(ending.Token);
    }

    public int Port { get; }

    /// <summary>The PEM file of the authority that vouches for it.</summary>
    public string Authority => authority;

    /// <summary>What it answers to a mail it has got whole.</summary>
    public SmtpResponse Answer { get; set; } = SmtpResponse.Ok;

    /// <summary>Whether it knows its recipients.</summary>
    public bool KnowsRecipients { get; set; } = true;

    public IReadOnlyList<TakenMail> Mails => [.. mails];

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            // That was asked for.
        }

        ending.Dispose();
        certificate.Dispose();
        File.Delete(authority);
    }

    private X509Certificate2 Certify(IPAddress named)
    {
        var (from, to) = (TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rootRequest = new CertificateRequest("CN=Otoritas uji", rootKey, HashAlgorithmName.SHA256);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        using var root = rootRequest.CreateSelfSigned(from, to);
        File.WriteAllText(authority, root.ExportCertificatePem());

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=uji", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(named);
        request.CertificateExtensions.Add(names.Build());
        using var bare = request.Create(root, from, to, RandomNumberGenerator.GetBytes(8));
        using var whole = bare.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pfx), password: null);
    }

    private sealed class Box(RelayServer relay) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context,
            IMessageTransaction transaction,
            ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken
        )
        {
            using var content = new MemoryStream(buffer.ToArray());
            if (relay.Answer.ReplyCode == SmtpReplyCode.Ok)
            {
                relay.mails.Enqueue(
                    new TakenMail(
                        context.Pipe.IsSecure,
                        context.Authentication.IsAuthenticated,
                        await MimeMessage.LoadAsync(content, cancellationToken)
                    )
                );
            }

            return relay.Answer;
        }
    }

    private sealed class Door : IUserAuthenticator
    {
        public Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken) =>
            Task.FromResult((user, password) == (User, Password));
    }

    private sealed class Filter(RelayServer relay) : IMailboxFilter
    {
        public Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) =>
            Task.FromResult(true);

        public Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            Task.FromResult(relay.KnowsRecipients);
    }
}

/// <summary>A mail as the relay got it.</summary>
/// <param name="Encrypted">Whether the connection was.</param>
/// <param name="SignedIn">Whether whoever sent it had signed in.</param>
/// <param name="Message">The mail.</param>
internal sealed record TakenMail(bool Encrypted, bool SignedIn, MimeMessage Message);
