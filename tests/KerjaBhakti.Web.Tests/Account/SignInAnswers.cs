using AngleSharp;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Account;

namespace KerjaBhakti.Web.Tests.Account;

/// <summary>What the pages of signing in answer to their forms.</summary>
internal static class SignInAnswers
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Gives the password of a demonstration account on the sign-in page.</summary>
    public static Task<string> PasswordAsync(HttpClient client, string email) =>
        SaidAsync(
            client.PostFormAsync("/masuk", new() { ["Form.Email"] = email, ["Form.Password"] = DemoAccounts.Password }, "form:has(#sandi)")
        );

    /// <summary>Where an answer leads, or why the form was refused.</summary>
    public static async Task<string> SaidAsync(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        if (answer.Headers.Location is not null)
        {
            return PathOf(answer);
        }

        var page = await BrowsingContext.New().OpenAsync(
            request => request.Content(answer.Content.ReadAsStream(Cancellation)),
            Cancellation
        );
        return page.QuerySelector("[role=alert] li, .error-summary li")?.TextContent.Trim() ?? string.Empty;
    }

    /// <summary>Where an answer leads, without the host.</summary>
    public static string PathOf(HttpResponseMessage answer) =>
        answer.Headers.Location is { IsAbsoluteUri: true } whole ? whole.PathAndQuery : answer.Headers.Location!.OriginalString;
}
