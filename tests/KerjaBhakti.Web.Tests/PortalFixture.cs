using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Account;

[assembly: AssemblyFixture(typeof(KerjaBhakti.Web.Tests.PortalFixture))]

namespace KerjaBhakti.Web.Tests;

/// <summary>One portal for all tests that do not need one of their own.</summary>
public sealed class PortalFixture : IAsyncLifetime
{
    public PortalUnderTest Portal { get; private set; } = null!;

    public ValueTask InitializeAsync() => InitializeAsync([]);

    /// <summary>Starts it with more settings, as on the command line.</summary>
    public async ValueTask InitializeAsync(params string[] settings) => Portal = await PortalUnderTest.StartAsync(settings);

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    /// <summary>A client that is signed in with the demonstration account of a role; null for nobody.</summary>
    public async Task<HttpClient> ClientOfAsync(string? role) =>
        role is null ? Portal.CreateClient() : await Portal.CreateClientAsync(DemoAccounts.All.Single(demo => demo.Role == role).Email);
}

internal static class Browsing
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Gets a page and parses it.</summary>
    public static async Task<IHtmlDocument> PageAsync(this HttpClient client, string path)
    {
        var html = await client.GetStringAsync(path, Cancellation);
        return (IHtmlDocument)
            await BrowsingContext.New().OpenAsync(request => request.Content(html).Address("http://localhost/"), Cancellation);
    }

    /// <summary>The page has no such form, or not with this token: nothing was done, and the person is told.</summary>
    public static void AssertNoSuchForm(this HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/kedaluwarsa?", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    /// <summary>Opens a page with a form and posts it as a browser would, with the hidden fields it holds.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient client,
        string path,
        Dictionary<string, string> fields,
        string form = "main form"
    )
    {
        return await client.PostFieldsAsync(path, await client.FillInAsync(path, fields, form));
    }

    /// <summary>Opens a page with a form and adds the hidden fields it holds to what is to be posted.</summary>
    public static async Task<Dictionary<string, string>> FillInAsync(
        this HttpClient client,
        string path,
        Dictionary<string, string> fields,
        string form = "main form"
    )
    {
        var page = await client.PageAsync(path);
        foreach (var hidden in page.QuerySelectorAll($"{form} input[type=hidden]").Cast<IHtmlInputElement>())
        {
            fields.TryAdd(hidden.Name!, hidden.Value);
        }

        return fields;
    }

    /// <summary>Posts the fields of a form that was opened before.</summary>
    public static async Task<HttpResponseMessage> PostFieldsAsync(
        this HttpClient client,
        string path,
        IEnumerable<KeyValuePair<string, string>> fields
    )
    {
        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(path, content, Cancellation);
    }
}
