using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace KerjaBhakti.Web.Account;

/// <summary>
/// Who may open a circuit: a page of the portal itself, for the user it was rendered for. Browsers send cookies along with a socket whoever
/// opens it, and ask no permission as they do for other requests of a foreign page; the origin they name is all there is to tell them
/// apart. Without the second rule a page left open by one user would write in the name of the next.
/// </summary>
public sealed class CircuitGate(PublicAddress address, IConfiguration configuration)
{
    /// <summary>The query parameter in which a page says for whom it was rendered.</summary>
    public const string PageParameter = "halaman";

    private static readonly PathString Hub = "/_blazor";

    // Fifty people of one office, each with a few pages; one person with many windows.
    private readonly int mostOfAddress = configuration.GetValue("Circuits:MostOfAddress", 300);
    private readonly int mostOfAccount = configuration.GetValue("Circuits:MostOfAccount", 30);
    private readonly ConcurrentDictionary<string, int> open = new();

    /// <summary>What a page rendered for this user says of itself: no secret, and no key of the sign-in.</summary>
    public static string PageKeyOf(ClaimsPrincipal user) =>
        WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.UTF8.GetBytes($"{PageParameter} {user.SessionId()}")).AsSpan(0, 16));

    /// <summary>The middleware, after the one that knows the user.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments(Hub, StringComparison.OrdinalIgnoreCase, out var rest))
        {
            await next(context);
            return;
        }

        if (!IsOwnPage(context.Request) || (OpensCircuit(rest) && context.Request.Query[PageParameter] != PageKeyOf(context.User)))
        {
            Refuse(context, StatusCodes.Status403Forbidden);
            return;
        }

        if (!context.WebSockets.IsWebSocketRequest)
        {
            await next(context);
            return;
        }

        string[] counted = [$"account {context.User.ToActor().Id}", $"address {context.Connection.RemoteIpAddress}"];
        try
        {
            var now = Array.ConvertAll(counted, key => open.AddOrUpdate(key, 1, (_, count) => count + 1));
            if (now[0] > mostOfAccount || now[1] > mostOfAddress)
            {
                Refuse(context, StatusCodes.Status429TooManyRequests);
                return;
            }

            await next(context);
        }
        finally
        {
            foreach (var key in counted)
            {
                Leave(key);
            }
        }
    }

    // A script asks, and reads the status: the page for unknown addresses would make it 404.
    private static void Refuse(HttpContext context, int status)
    {
        context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        context.Response.StatusCode = status;
    }

    private static bool OpensCircuit(PathString rest) =>
        !rest.HasValue || rest == "/" || rest.StartsWithSegments("/negotiate", StringComparison.OrdinalIgnoreCase);

    private void Leave(string key)
    {
        if (open.AddOrUpdate(key, 0, (_, count) => count - 1) <= 0)
        {
            open.TryRemove(new KeyValuePair<string, int>(key, 0));
        }
    }

    /// <summary>
    /// A browser names the origin of a page with every socket and every post. Only what it reads may come without one, from the page
    /// itself; a socket without an origin is nobody's page.
    /// </summary>
    private bool IsOwnPage(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        if (origin.Count == 0 && HttpMethods.IsGet(request.Method) && !request.HttpContext.WebSockets.IsWebSocketRequest)
        {
            return request.Headers["Sec-Fetch-Site"] is [] or ["same-origin"];
        }

        return origin is [{ } named] && (named == $"{request.Scheme}://{request.Host}" || named == address.Origin);
    }
}
