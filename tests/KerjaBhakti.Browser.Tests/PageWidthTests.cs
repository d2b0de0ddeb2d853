using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Browser.Tests;

/// <summary>Every page that has an address of its own, as each role sees it, from a phone to a large screen.</summary>
public class PageWidthTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private static readonly int[] Widths = [360, 820, 1366, 1920];

    /// <summary>What is wrong with the shape of the page, in words.</summary>
    private const string Faults = """
        () => {
            const faults = [];
            const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
            if (wide > 0) {
                faults.push(`scrolls sideways by ${wide} px`);
            }

            const headings = [...document.querySelectorAll('h1, h2, h3, h4')].filter(node => node.checkVisibility());
            const levels = headings.map(node => Number(node.tagName[1]));
            if (levels.filter(level => level === 1).length !== 1) {
                faults.push('has not one title');
            }

            levels.forEach((level, index) => {
                if (index > 0 && level > levels[index - 1] + 1) {
                    faults.push(`heading ${index + 1} skips a level`);
                }
            });

            const main = '.button:not(.button-secondary, .button-danger), .mud-button-filled';
            if (document.querySelectorAll(`.page-action :is(${main})`).length > 1) {
                faults.push('has two main actions');
            }

            return faults;
        }
        """;

    [Theory]
    [InlineData(PortalRoles.Sekretariat)]
    [InlineData(PortalRoles.Pejabat)]
    [InlineData(PortalRoles.KeuanganRsud)]
    [InlineData(PortalRoles.PegawaiRsud)]
    [InlineData(PortalRoles.Inspektorat)]
    [InlineData(PortalRoles.Admin)]
    public async Task Pages_OfARole_AtEveryWidth_HaveOneTitleOneMainActionAndNothingBesideTheScreen(string role)
    {
        var paths = PathsOf(role);
        Assert.InRange(paths.Count, 10, 200);
        var page = await OpenSignedInAsync(DemoAccounts.All.First(account => account.Role == role), "/akun/data");
        var faults = new List<string>();
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 768);
                faults.AddRange((await page.EvaluateAsync<string[]>(Faults)).Select(fault => $"{path} at {width} px {fault}"));
            }
        }

        Assert.Empty(faults);
    }

    /// <summary>The pages without parameters that a role may open.</summary>
    private List<string> PathsOf(string role) =>
        [
            .. Fixture
                .Portal.Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
                .Where(endpoint => endpoint.RoutePattern.Parameters.Count == 0)
                .Where(endpoint =>
                    endpoint
                        .Metadata.GetOrderedMetadata<IAuthorizeData>()
                        .All(data => data.Policy is null || Access.Roles[data.Policy].Contains(role))
                )
                .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}")
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
}
