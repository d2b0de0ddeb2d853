using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace KerjaBhakti.Web.Foundation;

/// <summary>Writes what went wrong in a request to the log, on one line with the code that the error page shows.</summary>
internal sealed partial class ErrorLog(ILogger<ErrorLog> logger) : IExceptionHandler
{
    /// <summary>The code of a request: the trace it belongs to, which programs are told in their problem details too.</summary>
    public static string CodeOf(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    /// <inheritdoc/>
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The request has the error page's path by now. Encoded: a control character would write what it likes on a terminal.
        var path = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? httpContext.Request.Path;
        Write(CodeOf(httpContext), httpContext.Request.Method, new PathString(path).ToUriComponent(), exception);

        // The page or the problem details still follow.
        return ValueTask.FromResult(false);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Galat {Code} pada {Method} {Path}")]
    private partial void Write(string code, string method, string path, Exception exception);
}
