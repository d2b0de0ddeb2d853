using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Tests.Foundation;

/// <summary>People read what a role is called, programs read the role.</summary>
public class RoleNamesTests(PortalFixture fixture)
{
    [Fact]
    public void Of_EveryRole_HasANameOfItsOwn() => Assert.Distinct(PortalRoles.All.Select(RoleNames.Of));

    [Theory]
    [InlineData(PortalRoles.DirekturRsud, "Direktur RSUD")]
    [InlineData(PortalRoles.Sekda, "Sekretaris Daerah")]
    [InlineData(PortalRoles.Admin, "Administrator")]
    public void Of_ARole_IsItsNameInWords(string role, string name) => Assert.Equal(name, RoleNames.Of(role));

    [Fact]
    public void AnyOf_OneTwoAndThreeRoles_ReadsAsAChoice()
    {
        Assert.Equal("Pejabat", RoleNames.AnyOf(PortalRoles.Pejabat));
        Assert.Equal("Inspektorat atau Administrator", RoleNames.AnyOf(PortalRoles.Inspektorat, PortalRoles.Admin));
        Assert.Equal(
            "Pejabat, Inspektorat, atau Administrator",
            RoleNames.AnyOf(PortalRoles.Pejabat, PortalRoles.Inspektorat, PortalRoles.Admin)
        );
    }

    [Fact]
    public async Task AccountPage_InItsList_NamesTheRoles()
    {
        using var client = await fixture.ClientOfAsync(PortalRoles.Admin);
        var page = await client.PageAsync("/admin");
        var row = page.QuerySelectorAll(".work-grid-row")
            .Single(row => row.TextContent.Contains("Direktur RSUD (demo)", StringComparison.Ordinal));

        Assert.Contains("Direktur RSUD", row.Children.Select(cell => cell.TextContent.Trim()));
    }
}
