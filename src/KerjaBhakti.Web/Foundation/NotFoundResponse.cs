using Microsoft.AspNetCore.OutputCaching;

namespace KerjaBhakti.Web.Foundation;

/// <summary>Answers 404 with the page itself.</summary>
internal static class NotFoundResponse
{
    /// <summary>
    /// Lets the page that is being rendered be the body of a 404. Where the status is set at once, Blazor takes the rendering for an
    /// accident and throws it away, so that the general page for unknown addresses may come instead; but a page that knows what was looked
    /// for says more. The status is therefore set when the response starts. The output cache decides before that, so it is told here not to
    /// keep the page.
    /// </summary>
    public static void AnswerNotFound(this HttpContext context)
    {
        if (context.Features.Get<IOutputCacheFeature>() is { } cache)
        {
            cache.Context.AllowCacheStorage = false;
        }

        context.Response.OnStarting(() =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }
}
