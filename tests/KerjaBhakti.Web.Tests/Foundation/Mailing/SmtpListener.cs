using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace KerjaBhakti.Web.Tests.Foundation.Mailing;

/// <summary>What an <see cref="SmtpListener"/> does to whoever calls.</summary>
internal enum SmtpMood
{
    Works,

    /// <summary>Takes the call and never says a word.</summary>
    Silent,

    /// <summary>Refuses every recipient, naming the address in its answer as relays do.</summary>
    RefusesRecipients,

    /// <summary>Takes a mail whole and cuts the connection before it says so.</summary>
    CutsTheAnswer,

    /// <summary>Takes a mail whole and never says so.</summary>
    KeepsTheAnswer,
}

/// <summary>A relay on this machine that speaks SMTP (RFC 5321) over real connections and keeps what it takes.</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedMail> mails = new();
    private readonly CancellationTokenSource ending = new();
    private TcpListener listener = new(IPAddress.Loopback, 0);

    public SmtpListener()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync(listener);
    }

    public int Port { get; }

    public SmtpMood Mood { get; set; }

    /// <summary>What was taken since the last <see cref="Clear"/>.</summary>
    public IReadOnlyList<ReceivedMail> Mails => [.. mails];

    public void Clear()
    {
        mails.Clear();
        Mood = SmtpMood.Works;
    }

    /// <summary>Nobody answers at the port any more.</summary>
    public void HangUp() => listener.Dispose();

    /// <summary>Answers again.</summary>
    public void Return()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        _ = AcceptAsync(listener);
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Dispose();
        ending.Dispose();
    }

    private async Task AcceptAsync(TcpListener from)
    {
        while (true)
        {
            TcpClient caller;
            try
            {
                caller = await from.AcceptTcpClientAsync(ending.Token);
            }
            catch (Exception end) when (end is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                return;
            }

            _ = TalkAsync(caller);
        }
    }

    private async Task TalkAsync(TcpClient caller)
    {
        using (caller)
        {
            try
            {
                if (Mood == SmtpMood.Silent)
                {
                    await Task.Delay(Timeout.Infinite, ending.Token);
                }

                await TalkAsync(
                    new StreamReader(caller.GetStream(), Encoding.Latin1),
                    new StreamWriter(caller.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true }
                );
            }
            catch (Exception end) when (end is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The caller left, or the test is over.
            }
        }
    }

    private async Task TalkAsync(StreamReader from, StreamWriter to)
    {
        var recipients = new List<string>();
        await to.WriteLineAsync("220 uji siap");
        while (await from.ReadLineAsync(ending.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "RCPT" when Mood == SmtpMood.RefusesRecipients:
                    await to.WriteLineAsync($"550 5.1.1 <{AddressIn(line)}>: user unknown");
                    break;
                case "RCPT":
                    recipients.Add(AddressIn(line));
                    await to.WriteLineAsync("250 ok");
                    break;
                case "DATA":
                    await to.WriteLineAsync("354 silakan");
                    mails.Enqueue(ReceivedMail.Read(recipients, await DataAsync(from)));
                    if (Mood == SmtpMood.CutsTheAnswer)
                    {
                        return;
                    }

                    if (Mood == SmtpMood.KeepsTheAnswer)
                    {
                        await Task.Delay(Timeout.Infinite, ending.Token);
                    }

                    await to.WriteLineAsync("250 diterima");
                    break;
                case "QUIT":
                    await to.WriteLineAsync("221 selamat jalan");
                    return;
                default:
                    await to.WriteLineAsync("250 ok");
                    break;
            }
        }
    }

    private static string AddressIn(string line) =>
        line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    private async Task<IReadOnlyList<string>> DataAsync(StreamReader from)
    {
        var lines = new List<string>();
        while (await from.ReadLineAsync(ending.Token) is { } line && line != ".")
        {
            lines.Add(line.StartsWith('.') ? line[1..] : line);
        }

        return lines;
    }
}

/// <summary>A mail as the relay got it.</summary>
/// <param name="Recipients">Whom the envelope names.</param>
/// <param name="Headers">Its headers, each with every value it has.</param>
/// <param name="Body">Its text, decoded, with line ends of one character.</param>
internal sealed record ReceivedMail(IReadOnlyList<string> Recipients, ILookup<string, string> Headers, string Body)
{
    public static ReceivedMail Read(IEnumerable<string> recipients, IReadOnlyList<string> lines)
    {
        using var raw = new MemoryStream(Encoding.Latin1.GetBytes(string.Join("\r\n", lines)));
        using var message = MimeMessage.Load(raw);
        return new ReceivedMail(
            [.. recipients],
            message
                .Headers.Concat(message.Body!.Headers)
                .ToLookup(
                    header => header.Field,
                    header => Unfold(Encoding.Latin1.GetString(header.RawValue)),
                    StringComparer.OrdinalIgnoreCase
                ),
            message.TextBody!.ReplaceLineEndings("\n")
        );
    }

    private static string Unfold(string value) =>
        string.Join(' ', value.Split(["\r\n", "\n"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
