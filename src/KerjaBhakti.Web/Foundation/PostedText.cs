namespace KerjaBhakti.Web.Foundation;

/// <summary>What was typed into a form that was sent.</summary>
public static class PostedText
{
    /// <summary>
    /// Whether something was typed into a field. A date that may be left out is null both where nothing was typed and where nobody can
    /// read what was: only the first may be taken for "none".
    /// </summary>
    /// <param name="context">The request of the page.</param>
    /// <param name="field">The name of the field: "Posted.To".</param>
    public static bool IsTyped(this HttpContext context, string field) =>
        context.Request.HasFormContentType && !string.IsNullOrWhiteSpace(context.Request.Form[field]);

    /// <summary>Which form was sent, by its name; null where none was.</summary>
    public static string? SentForm(this HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType
            ? context.Request.Form["_handler"].ToString()
            : null;
}
