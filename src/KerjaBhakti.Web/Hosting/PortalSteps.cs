using KerjaBhakti.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.StaticAssets;

namespace KerjaBhakti.Web.Hosting;

/// <summary>The portal's own steps of the request pipeline.</summary>
internal static class PortalSteps
{
    private const string StrictPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    // MudBlazor places popovers and bars by style attributes; style elements and scripts stay as strict as everywhere (decision 0032).
    private const string ComponentStyles = "style-src-elem 'self'; style-src-attr 'unsafe-inline'";

    // What a browser could give away of its device. Photos come from a file field, for which none of it is asked.
    private const string NoDevices =
        "accelerometer=(), bluetooth=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), "
        + "microphone=(), midi=(), payment=(), serial=(), usb=()";

    /// <summary>Pages say themselves who may see them; the endpoints behind a circuit are for whoever is signed in.</summary>
    public static void RequireSignInForCircuits(EndpointBuilder endpoint)
    {
        if (!endpoint.Metadata.Any(item => item is IAuthorizeData or IAllowAnonymous))
        {
            endpoint.Metadata.Add(new AuthorizeAttribute());
        }
    }

    /// <summary>
    /// Component endpoints know GET and POST only. Who asks for the head alone, as monitors do, gets that of the same page: the server
    /// leaves the body out.
    /// </summary>
    public static Task AnswerHead(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    /// <summary>
    /// What is the same for everybody is made to the end although the first who asked for it has left: others wait for it, and it is kept.
    /// Behind TLS it is compressed; a page with a token in it must not be, its length would tell what the token is (BREACH).
    /// </summary>
    public static Task FinishWhatEverybodyMayRead(HttpContext context, RequestDelegate next)
    {
        if (context.User.Identity is not { IsAuthenticated: true } && context.GetEndpoint()?.Metadata is { } metadata)
        {
            var isKept = metadata.Any(item => item is OutputCacheAttribute or IOutputCachePolicy);
            if (isKept)
            {
                context.RequestAborted = CancellationToken.None;
            }

            if (
                (isKept || metadata.GetMetadata<StaticAssetDescriptor>() is not null)
                && context.Features.Get<IHttpsCompressionFeature>() is { } compression
            )
            {
                compression.Mode = HttpsCompressionMode.Compress;
            }
        }

        return next(context);
    }

    public static bool IsForPrograms(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments("/kalender", StringComparison.OrdinalIgnoreCase);

    public static Task SecurityHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = NoDevices;
        headers.ContentSecurityPolicy = context.GetEndpoint().IsComponentPage() ? $"{StrictPolicy}; {ComponentStyles}" : StrictPolicy;
        return next(context);
    }
}
