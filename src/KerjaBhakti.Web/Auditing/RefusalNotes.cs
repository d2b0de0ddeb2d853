using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace KerjaBhakti.Web.Auditing;

/// <summary>Notes in the audit trail that a signed-in user asked for a page or an action of another role; then answers as usual.</summary>
public sealed class RefusalNotes(AuditTrail trail) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    /// <inheritdoc/>
    public async Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (authorizeResult.Forbidden)
        {
            await trail.NoteRefusalAsync(context.User, $"{context.Request.Method} {context.Request.Path}", context.RequestAborted);
        }

        await usual.HandleAsync(next, context, policy, authorizeResult);
    }
}
