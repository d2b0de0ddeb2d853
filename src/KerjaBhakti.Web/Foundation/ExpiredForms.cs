using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;

namespace KerjaBhakti.Web.Foundation;

/// <summary>
/// A form whose token is no longer good, that was cut off because the upload was too large, or that the page does not have any more, would
/// be answered with an empty page. The person is told that nothing was saved, and led back.
/// </summary>
internal static class ExpiredForms
{
    /// <summary>The middleware, after the one that checks tokens.</summary>
    public static async Task TellAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
        {
            await next(context);
            return;
        }

        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            LeadBackFrom(context);
            return;
        }

        // Held back, because that the page has no such form is known only after it was rendered, and in Development told in English.
        var body = context.Response.Body;
        using var page = new MemoryStream();
        context.Response.Body = page;
        try
        {
            await FormNumbers.AnswerAsync(context, next);
        }
        finally
        {
            context.Response.Body = body;
        }

        if (context.Response.StatusCode == StatusCodes.Status400BadRequest)
        {
            LeadBackFrom(context);
            return;
        }

        page.Position = 0;
        await page.CopyToAsync(body, context.RequestAborted);
    }

    /// <summary>
    /// The middleware before the one that checks tokens: a form in another encoding than a browser sends is not read. The framework fails
    /// on some of those names, on UTF-7 for one, as if the portal were broken.
    /// </summary>
    public static Task RequireUtf8(HttpContext context, RequestDelegate next)
    {
        if (
            context.Request.HasFormContentType
            && context.Request.GetTypedHeaders().ContentType?.Charset is { HasValue: true } charset
            && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        )
        {
            LeadBackFrom(context);
            return Task.CompletedTask;
        }

        return next(context);
    }

    private static void LeadBackFrom(HttpContext context)
    {
        context.Response.Clear();
        context.Response.Redirect(
            ReturnPath.AddTo("/kedaluwarsa", context.Request.PathBase + context.Request.Path + context.Request.QueryString)
        );
    }
}
