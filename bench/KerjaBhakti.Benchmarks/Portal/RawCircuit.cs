using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KerjaBhakti.Benchmarks.Portal;

/// <summary>
/// A signed-in browser on a page as far as the server sees it: the page is fetched, its circuit opened, every message answered. It draws
/// nothing, so hundreds fit beside the server they measure. The messages are those of blazor.web.js, in the protocol the framework
/// itself registers.
/// </summary>
internal sealed partial class RawCircuit : IInvocationBinder, IAsyncDisposable
{
    // Below the server's 30 s of patience.
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);
    private static readonly IHubProtocol Protocol = FindProtocol();
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource closing = new();
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> calls = new();
    private readonly TaskCompletionSource<JsonElement> created = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task listening = Task.CompletedTask;
    private Task pinging = Task.CompletedTask;
    private readonly TaskCompletionSource drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long lastId;
    private long heardAt;
    private long gridId;

    private RawCircuit() { }

    /// <summary>The draft as the grid was given it when it was made.</summary>
    public JsonElement Document { get; private set; }

    /// <summary>Whether the server has kept the connection.</summary>
    public bool IsOpen => socket.State == WebSocketState.Open && !listening.IsCompleted;

    /// <summary>Opens the draft's page and waits until its grid is there.</summary>
    public static async Task<RawCircuit> OpenAsync(Uri portal, Guid draft, CookieContainer cookies)
    {
        var circuit = await BeginAsync(portal, $"/roster/jadwal/{draft}", cookies);
        circuit.Document = await circuit.created.Task.WaitAsync(Patience);
        return circuit;
    }

    /// <summary>Opens a page of components and waits until the server has nothing more to tell about it.</summary>
    public static async Task<RawCircuit> OpenAsync(Uri portal, string path, CookieContainer cookies)
    {
        var circuit = await BeginAsync(portal, path, cookies);
        await circuit.drawn.Task.WaitAsync(Patience);
        while (Stopwatch.GetElapsedTime(Volatile.Read(ref circuit.heardAt)) < Quiet)
        {
            await Task.Delay(20);
        }

        return circuit;
    }

    private static async Task<RawCircuit> BeginAsync(Uri portal, string path, CookieContainer cookies)
    {
        using var handler = new HttpClientHandler { CookieContainer = cookies };
        using var client = new HttpClient(handler) { BaseAddress = portal };
        var html = await client.GetStringAsync(path);
        var circuit = new RawCircuit();
        await circuit.StartAsync(
            portal,
            new Uri(portal, path),
            cookies,
            PageKey().Match(html).Groups[1].Value,
            [.. Marker().Matches(html).Select(marker => marker.Groups[1].Value)]
        );
        return circuit;
    }

    /// <summary>Signs in once; the cookies do for any number of circuits, as in one browser.</summary>
    public static async Task<CookieContainer> SignInAsync(Uri portal)
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies };
        using var client = new HttpClient(handler) { BaseAddress = portal };
        using var answer = await client.GetAsync(MeasuredPortal.SignIn);
        answer.EnsureSuccessStatusCode();
        return cookies;
    }

    /// <summary>Calls the grid's component as its script does and waits for the answer.</summary>
    public async Task<JsonElement> InvokeGridAsync(string method, params object[] arguments)
    {
        var id = Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture);
        var answer = calls[id] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(
            "BeginInvokeDotNetFromJS",
            id,
            null,
            method,
            gridId,
            JsonSerializer.Serialize(arguments, JsonSerializerOptions.Web)
        );
        return await answer.Task.WaitAsync(closing.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await Task.WhenAll(listening, pinging).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        socket.Dispose();
        sending.Dispose();
        closing.Dispose();
    }

    Type IInvocationBinder.GetReturnType(string invocationId) => typeof(string);

    Type IInvocationBinder.GetStreamItemType(string streamId) => typeof(object);

    // In this order on the wire; a message not named here has nothing to say to a browser that draws nothing.
    IReadOnlyList<Type> IInvocationBinder.GetParameterTypes(string methodName) =>
        methodName switch
        {
            "JS.RenderBatch" => [typeof(long), typeof(byte[])],
            "JS.BeginInvokeJS" => [typeof(long), typeof(string), typeof(string), typeof(int), typeof(long), typeof(int)],
            "JS.EndInvokeDotNet" => [typeof(string), typeof(bool), typeof(string)],
            "JS.EndUpdateRootComponents" => [typeof(long)],
            "JS.AttachComponent" => [typeof(int), typeof(string)],
            "JS.Error" => [typeof(string)],
            _ => throw new InvalidOperationException($"The server sent '{methodName}'."),
        };

    private static IHubProtocol FindProtocol()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddRazorComponents().AddInteractiveServerComponents();
        using var provider = services.BuildServiceProvider();
        return provider.GetServices<IHubProtocol>().Single(protocol => protocol.Name == "blazorpack");
    }

    private async Task StartAsync(Uri portal, Uri page, CookieContainer cookies, string pageKey, IReadOnlyList<string> markers)
    {
        socket.Options.Cookies = cookies;
        socket.Options.SetRequestHeader("Origin", portal.GetLeftPart(UriPartial.Authority));
        await socket.ConnectAsync(
            new UriBuilder(portal)
            {
                Scheme = "ws",
                Path = "/_blazor",
                Query = $"{CircuitGate.PageParameter}={pageKey}",
            }.Uri,
            CancellationToken.None
        );
        var hello = new ArrayBufferWriter<byte>();
        HandshakeProtocol.WriteRequestMessage(new HandshakeRequestMessage(Protocol.Name, Protocol.Version), hello);
        await socket.SendAsync(hello.WrittenMemory, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        listening = ListenAsync();
        pinging = PingAsync();
        await SendAsync(new InvocationMessage("0", "StartCircuit", [portal.ToString(), page.ToString(), "[]", string.Empty]));
        var roots = markers.Index().Select(marker => $$"""{"type":"add","ssrComponentId":{{marker.Index + 1}},"marker":{{marker.Item}}}""");
        await SendAsync("UpdateRootComponents", $$"""{"batchId":1,"operations":[{{string.Join(',', roots)}}]}""", string.Empty);
    }

    private async Task PingAsync()
    {
        using var timer = new PeriodicTimer(PingEvery);
        while (await timer.WaitForNextTickAsync(closing.Token))
        {
            await SendAsync(PingMessage.Instance);
        }
    }

    private async Task ListenAsync()
    {
        var received = new ArrayBufferWriter<byte>();
        var isGreeted = false;
        while (socket.State == WebSocketState.Open)
        {
            var part = await socket.ReceiveAsync(received.GetMemory(32 * 1024), closing.Token);
            received.Advance(part.Count);
            if (!part.EndOfMessage)
            {
                continue;
            }

            var rest = new ReadOnlySequence<byte>(received.WrittenMemory.ToArray());
            isGreeted = isGreeted || HandshakeProtocol.TryParseResponseMessage(ref rest, out _);
            while (isGreeted && Protocol.TryParseMessage(ref rest, this, out var message))
            {
                await AnswerAsync(message);
            }

            received.ResetWrittenCount();
            received.Write(rest.ToArray());
        }
    }

    private Task AnswerAsync(HubMessage message)
    {
        if (message is InvocationMessage)
        {
            Volatile.Write(ref heardAt, Stopwatch.GetTimestamp());
        }

        return message switch
        {
            InvocationMessage { Target: "JS.RenderBatch", Arguments: [long batch, _] } => AnswerBatchAsync(batch),
            InvocationMessage { Target: "JS.BeginInvokeJS", Arguments: [long call, string function, string arguments, ..] } =>
                AnswerCallAsync(call, function, arguments),
            InvocationMessage { Target: "JS.EndInvokeDotNet", Arguments: [string call, bool isOk, string result] } => Settle(
                call,
                isOk,
                result
            ),
            InvocationMessage { Target: "JS.Error", Arguments: [string error] } => throw new InvalidOperationException(error),
            InvocationBindingFailureMessage failure => throw new InvalidOperationException(
                $"{failure.Target} could not be read.",
                failure.BindingFailure.SourceException
            ),
            CompletionMessage { Error: { } error } => throw new InvalidOperationException(error),
            _ => Task.CompletedTask,
        };
    }

    private Task AnswerBatchAsync(long batch)
    {
        drawn.TrySetResult();
        return SendAsync("OnRenderCompleted", batch, null);
    }

    private Task AnswerCallAsync(long call, string function, string arguments)
    {
        if (function == "create")
        {
            using var parsed = JsonDocument.Parse(arguments);
            gridId = parsed.RootElement[1].GetProperty("__dotNetObject").GetInt64();
            created.TrySetResult(parsed.RootElement[2].Clone());
        }

        // Modules and what they make are references to objects, which need a number; everything else returns nothing.
        var result = function is "import" or "create" ? $$"""{"__jsObjectId":{{call}}}""" : "null";
        return SendAsync("EndInvokeJSFromDotNet", call, true, $"[{call},true,{result}]");
    }

    private Task Settle(string call, bool isOk, string result)
    {
        if (calls.TryRemove(call, out var waiting))
        {
            if (isOk)
            {
                waiting.TrySetResult(JsonSerializer.Deserialize<JsonElement>(result));
            }
            else
            {
                waiting.TrySetException(new InvalidOperationException(result));
            }
        }

        return Task.CompletedTask;
    }

    private Task SendAsync(string method, params object?[] arguments) => SendAsync(new InvocationMessage(method, arguments));

    private async Task SendAsync(HubMessage message)
    {
        await sending.WaitAsync(closing.Token);
        try
        {
            await socket.SendAsync(Protocol.GetMessageBytes(message), WebSocketMessageType.Binary, endOfMessage: true, closing.Token);
        }
        finally
        {
            sending.Release();
        }
    }

    [GeneratedRegex("<!--Blazor:({\"type\":\"server\".*?})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("data-circuit=\"([^\"]+)\"")]
    private static partial Regex PageKey();
}
