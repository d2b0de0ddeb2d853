using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.Routing;

namespace KerjaBhakti.Web.Tests.Foundation;

/// <summary>
/// No address and no form is the portal's fault: whatever is wrong with one, the answer is a page or a problem in words, and never 500.
/// </summary>
public class BadAddressTests(PortalFixture fixture)
{
    // Read from the query by pages and files that take a whole set of fields at once.
    private static readonly string[] Undeclared =
    [
        "dari",
        "sampai",
        "pelaku",
        "jenis",
        "isi",
        "nomor",
        "tanggal",
        "jabatan",
        "nama",
        "nip",
        "hasil",
        "minggu",
        "kota",
        "kecamatan",
        "kategori",
        "lampiran",
        "baris",
        "urut",
    ];

    private static readonly string[] Wrong =
    [
        "",
        "x",
        "-1",
        "0",
        "2147483648",
        "9223372036854775808",
        "0001-01-01",
        "9999-12-31",
        "0001-01",
        "9999-12",
        "2024-02-30",
        "%01",
        "%EF%BF%BF%F0%9F%92%A9",
        "00000000-0000-0000-0000-000000000000",
        new('9', 3000),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData(PortalRoles.Sekretariat)]
    [InlineData(PortalRoles.Sekda)]
    [InlineData(PortalRoles.Pejabat)]
    [InlineData(PortalRoles.KeuanganRsud)]
    [InlineData(PortalRoles.DirekturRsud)]
    [InlineData(PortalRoles.PegawaiRsud)]
    [InlineData(PortalRoles.Inspektorat)]
    [InlineData(PortalRoles.Admin)]
    public async Task EveryAddress_WithAnyParameterWrong_IsAnsweredWithoutAFault(string? role)
    {
        var portal = fixture.Portal;
        using var client = await PortalWalk.ClientAsync(portal, role);
        var faults = new List<string>();
        var asked = 0;
        foreach (
            var endpoint in PortalRoutes
                .Of(portal.Services)
                .Where(endpoint => PortalRoutes.CanBeRead(endpoint) && PortalRoutes.IsOpenTo(role, endpoint))
        )
        {
            // What everybody may open is asked as nobody.
            if (role is not null && PortalRoutes.IsOpenTo(null, endpoint))
            {
                continue;
            }

            foreach (var path in WrongAddresses(endpoint))
            {
                asked++;
                using var answer = await client.GetAsync(path, Cancellation);
                if (
                    (answer.StatusCode >= HttpStatusCode.InternalServerError && !path.StartsWith("/galat", StringComparison.Ordinal))
                    || await IsEmptyRefusalAsync(answer)
                )
                {
                    faults.Add($"{(int)answer.StatusCode} {(path.Length > 200 ? path[..200] : path)}");
                }
            }
        }

        Assert.Empty(faults);
        Assert.True(asked > 0);
    }

    [Theory]
    [InlineData("2015-06-05")]
    [InlineData("2024-07-15")]
    public async Task EveryForm_WithAnyMemberWrong_IsAnsweredWithoutAFault(string today)
    {
        await using var portal = await PortalUnderTest.StartAsync($"--Portal:Today={today}", "--Portal:DemoFund=true");
        var visits = await new PortalWalk(portal).AllAsync();
        var faults = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var ofRole in visits.Where(visit => visit.Page is not null).GroupBy(visit => visit.Role))
        {
            using var client = await PortalWalk.ClientAsync(portal, ofRole.Key);
            foreach (var visit in ofRole)
            {
                foreach (
                    var name in Handlers(visit.Page!)
                        .Where(name => seen.Add($"{visit.Page!.Title} {name.TrimEnd("0123456789abcdef-".ToCharArray())}"))
                )
                {
                    faults.AddRange(await SendWronglyAsync(client, visit, name));
                }
            }
        }

        Assert.Empty(faults);
        Assert.True(seen.Count > 5, $"only {seen.Count} forms were sent");
    }

    [Theory]
    [InlineData("/api/v1/tidak-ada", "GET", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/schedules/abc", "GET", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/schedules/99999999999", "GET", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/duties?date=2015-06-07&row=x", "GET", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/duties?date=9999-12-31", "GET", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/schedules", "DELETE", HttpStatusCode.MethodNotAllowed)]
    public async Task TheApi_AskedWrongly_SaysSoAsAProblem(string path, string method, HttpStatusCode status)
    {
        await using var portal = await PortalUnderTest.StartAsync();
        using var client = portal.CreateClient();
        using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), Cancellation);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("OPTIONS", "/roster")]
    [InlineData("PUT", "/wakatobi/klaim")]
    [InlineData("DELETE", "/audit/unduh.csv")]
    public async Task AVerbThatAnAddressDoesNotHave_IsNoForbiddenAct(string method, string path)
    {
        await using var portal = await PortalUnderTest.StartAsync();
        using var visitor = portal.CreateClient();
        using var official = await PortalWalk.ClientAsync(portal, PortalRoles.Pejabat);
        using var admin = await PortalWalk.ClientAsync(portal, PortalRoles.Admin);
        var before = await admin.GetStringAsync("/audit/unduh.csv", Cancellation);
        foreach (var client in new[] { visitor, official })
        {
            using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), Cancellation);

            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        }

        Assert.Equal(before, await admin.GetStringAsync("/audit/unduh.csv", Cancellation));
    }

    // Four values for each parameter, others for the next, so that a run meets them all somewhere. BAD_ADDRESSES=all asks for every one
    // everywhere.
    private static IEnumerable<string> SomeOf(string[] values, string of) =>
        Environment.GetEnvironmentVariable("BAD_ADDRESSES") == "all"
            ? values
            : Enumerable.Range(of.Sum(letter => letter), 4).Select(index => values[index * 4 % values.Length]).Distinct();

    private static IEnumerable<string> WrongAddresses(RouteEndpoint endpoint)
    {
        var usual = PortalRoutes.PathOf(endpoint);
        var declared = PublicPageAttribute.KnownParameters(endpoint).ToList();
        foreach (var name in declared)
        {
            foreach (var value in SomeOf(Wrong, usual + name))
            {
                yield return $"{usual}?{name}={value}";
            }

            yield return $"{usual}?{name}=2015-06-01&{name}=2015-06-02";
        }

        // A parameter that is not declared is seldom read, so all are asked for at once, with what breaks most.
        foreach (var value in (string[])["", "0001-01-01", "9999-12-31", "9223372036854775808"])
        {
            yield return $"{usual}?{string.Join('&', Undeclared.Except(declared).Select(name => $"{name}={value}"))}";
        }

        foreach (var parameter in endpoint.RoutePattern.Parameters)
        {
            foreach (var value in SomeOf(Wrong[1..], usual + parameter.Name))
            {
                yield return PortalRoutes.PathOf(endpoint, parameter.Name, value);
            }
        }
    }

    // A browser shows nothing for it, and a program's log neither.
    private static async Task<bool> IsEmptyRefusalAsync(HttpResponseMessage answer) =>
        answer.StatusCode >= HttpStatusCode.BadRequest && (await answer.Content.ReadAsByteArrayAsync(Cancellation)).Length == 0;

    private static List<string> Handlers(IHtmlDocument page) =>
        page.QuerySelectorAll("main form[method=post] input[name=_handler]")
            .Select(input => input.GetAttribute("value")!)
            .Distinct(StringComparer.Ordinal)
            .ToList();

    private static async Task<List<string>> SendWronglyAsync(HttpClient client, Visit visit, string handler)
    {
        var form = visit
            .Page!.QuerySelectorAll("main form[method=post]")
            .OfType<IHtmlFormElement>()
            .First(item => item.QuerySelector("input[name=_handler]")?.GetAttribute("value") == handler);
        var fields = form
            .Elements.Where(element => element is IHtmlInputElement or IHtmlSelectElement or IHtmlTextAreaElement)
            .Select(element => (Name: element.GetAttribute("name"), Value: ValueOf(element)))
            .Where(field => field.Name is not null)
            .Select(field => KeyValuePair.Create(field.Name!, field.Value))
            .DistinctBy(field => field.Key)
            .ToList();
        var faults = new List<string>();
        foreach (var (name, _) in fields.Where(field => !field.Key.StartsWith('_')))
        {
            var others = fields.Where(field => field.Key != name).ToList();
            await SendAsync(others, $"without {name}");
            await SendAsync([.. fields, KeyValuePair.Create(name, "x")], $"two {name}");
            foreach (var value in Wrong.Concat([new string('a', 100_000), Longest(form, name)]))
            {
                await SendAsync([.. others, KeyValuePair.Create(name, value)], $"{name}={(value.Length > 20 ? "…" : value)}");
            }
        }

        await SendAsync([.. fields.Where(field => field.Key.StartsWith('_'))], "no member");
        using var strange = new StringContent("+AGEAYg-", Encoding.ASCII);
        strange.Headers.ContentType = new("application/x-www-form-urlencoded") { CharSet = "utf-7" };
        await PostAsync(strange, "utf-7");
        return faults;

        async Task SendAsync(List<KeyValuePair<string, string>> sent, string what)
        {
            using var content = new FormUrlEncodedContent(
                sent.Select(field => KeyValuePair.Create(field.Key, Uri.UnescapeDataString(field.Value)))
            );
            await PostAsync(content, what);
        }

        async Task PostAsync(HttpContent content, string what)
        {
            using var answer = await client.PostAsync(visit.Path, content, Cancellation);
            if (answer.StatusCode >= HttpStatusCode.InternalServerError || await IsEmptyRefusalAsync(answer))
            {
                faults.Add($"{(int)answer.StatusCode} {visit.Role} {visit.Path} {handler}: {what}");
            }
        }
    }

    // As long as the field takes: what is composed of it must still fit its column.
    private static string Longest(IHtmlFormElement form, string name) =>
        form.Elements.FirstOrDefault(element => element.GetAttribute("name") == name)?.GetAttribute("maxlength") is { } most
            ? new string('a', int.Parse(most, System.Globalization.CultureInfo.InvariantCulture))
            : new string('a', 500);

    private static string ValueOf(AngleSharp.Dom.IElement element) =>
        element switch
        {
            IHtmlInputElement input => input.Value,
            IHtmlSelectElement select => select.Value ?? string.Empty,
            IHtmlTextAreaElement area => area.Value,
            _ => string.Empty,
        };
}
