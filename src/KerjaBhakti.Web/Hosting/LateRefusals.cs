using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Hosting;

/// <summary>
/// A right can end between the request and its last step, in which the database is asked again. Whoever is refused there is led where
/// everybody is who asks for what their role may not do; nothing was saved.
/// </summary>
internal static class LateRefusals
{
    /// <summary>The middleware, around the pages and endpoints.</summary>
    public static async Task TellAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (ConfirmationNeededException) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.Redirect(
                ReturnPath.AddTo(
                    ConfirmationNeededException.Page,
                    context.Request.PathBase + context.Request.Path + context.Request.QueryString
                )
            );
        }
        catch (AccessDeniedException) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.Redirect($"/ditolak?kembali={Uri.EscapeDataString(context.Request.PathBase + context.Request.Path)}");
        }
    }
}
