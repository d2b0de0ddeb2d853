using Bunit;
using KerjaBhakti.Web.Shell.Parts.Grid;
using KerjaBhakti.Web.Shell.Theme;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace KerjaBhakti.Web.Tests.Shell;

public sealed class WorkGridTests : BunitContext
{
    private static readonly IReadOnlyList<GridColumn<string>> Columns =
    [
        new("nama", "Nama", name => name) { IsMain = true },
        new("panjang", "Panjang", name => name.Length) { IsNumber = true, IsSummed = true },
    ];

    private readonly BunitJSModuleInterop module;

    public WorkGridTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddLocalizationInterceptor<IndonesianTexts>();
        module = JSInterop.SetupModule("./Shell/Parts/Grid/WorkGrid.razor.js");
        module.Mode = JSRuntimeMode.Loose;
        Render<MudPopoverProvider>();
    }

    [Fact]
    public void Heading_PressedThreeTimes_SortsUpDownAndAsItCame_AndTellsTheAddress()
    {
        var grid = RenderGrid("Tebet", "Koja", "Cakung");

        Press("Nama");
        Assert.Equal(["Cakung", "Koja", "Tebet"], Names(grid));
        Press("Nama urut naik");
        Assert.Equal(["Tebet", "Koja", "Cakung"], Names(grid));
        Press("Nama urut turun");
        Assert.Equal(["Tebet", "Koja", "Cakung"], Names(grid));
        Assert.Equal(["?urut=nama", "?urut=-nama", string.Empty], module.Invocations["setQuery"].Select(call => call.Arguments[0]));

        void Press(string heading) => grid.FindAll(".sort-button").Single(button => HeadingOf(button) == heading).Click();
    }

    [Fact]
    public void Address_WithASearch_ShowsWhatItFindsAndHowMany()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/roster/pejabat?cari=koj");
        var grid = RenderGrid("Tebet", "Koja", "Cakung");

        Assert.Equal(["Koja"], Names(grid));
        Assert.Equal("1 dari 3", grid.Find(".work-grid-count").TextContent);
    }

    [Fact]
    public void Address_ThatFindsNothing_LeadsBackToEverything()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/roster/pejabat?cari=zzz");
        var grid = RenderGrid("Tebet", "Koja");
        Assert.Contains("2 baris tidak tampil", grid.Find(".empty-state").TextContent, StringComparison.Ordinal);

        grid.Find(".empty-action button").Click();
        Assert.Equal(["Tebet", "Koja"], Names(grid));
    }

    [Fact]
    public void List_WithoutAnything_SaysWhatThePageSays()
    {
        var grid = RenderGrid();

        Assert.Equal("Belum ada kecamatan", grid.Find(".kosong").TextContent);
        Assert.Empty(grid.FindAll("table"));
    }

    [Fact]
    public void Numbers_OfWhatIsShown_AreSummedBelowAndStandUnderTheirHeadings()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/roster/pejabat?cari=k");
        var grid = RenderGrid("Tebet", "Koja", "Cakung");

        var sums = grid.FindAll("tfoot td");
        Assert.Equal(["Jumlah", "10"], sums.Select(cell => cell.TextContent.Trim()));
        Assert.Contains("number", sums[1].ClassList);
        Assert.Contains("number", grid.FindAll("thead th")[1].ClassList);
    }

    [Fact]
    public void ListThatTheDatabasePages_AsksForAPageAndTellsTheAddress()
    {
        List<GridQuery> asked = [];
        GridSource<string> source = (query, _) =>
        {
            asked.Add(query);
            return Task.FromResult(
                new GridPage<string>([$"Baris {query.Skip}"], Count: 250, new Dictionary<string, long> { ["panjang"] = 4000 })
            );
        };
        var grid = Render<WorkGrid<string>>(parameters =>
            parameters.Add(list => list.Name, "Daftar").Add(list => list.Source, source).Add(list => list.Columns, Columns)
        );
        Assert.Equal("250 baris", grid.Find(".work-grid-count").TextContent);
        Assert.Equal("Halaman 1 dari 3", grid.Find(".work-grid-pages p").TextContent);
        Assert.Equal("4.000", grid.FindAll("tfoot td")[1].TextContent.Trim());

        grid.FindAll(".work-grid-pages button")[1].Click();
        Assert.Equal(["Baris 100"], Names(grid));
        grid.FindAll(".sort-button")[0].Click();

        // Another order begins on its first page again.
        Assert.Equal([(0, null), (100, null), (0, "nama")], asked.Select(query => (query.Skip, query.State.Sort)));
        Assert.Equal(["?halaman=2", "?urut=nama"], module.Invocations["setQuery"].Select(call => call.Arguments[0]));
    }

    private static string HeadingOf(AngleSharp.Dom.IElement button) =>
        string.Join(' ', button.TextContent.Split([' ', '\n', '▲', '▼'], StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Names(IRenderedComponent<WorkGrid<string>> grid) =>
        grid.FindAll(".work-grid-row").Select(row => row.Children[0].TextContent.Trim());

    private IRenderedComponent<WorkGrid<string>> RenderGrid(params string[] names) =>
        Render<WorkGrid<string>>(parameters =>
            parameters
                .Add(grid => grid.Name, "Daftar kecamatan")
                .Add(grid => grid.Items, names)
                .Add(grid => grid.Columns, Columns)
                .Add(grid => grid.Empty, "<p class=\"kosong\">Belum ada kecamatan</p>")
        );
}
