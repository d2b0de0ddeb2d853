using Bunit;
using KerjaBhakti.Web.Shell.Parts;
using KerjaBhakti.Web.Shell.Theme;
using MudBlazor;
using MudBlazor.Services;

namespace KerjaBhakti.Web.Tests.Shell;

public sealed class DateFieldTests : BunitContext
{
    public DateFieldTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddLocalizationInterceptor<IndonesianTexts>();
        Render<MudPopoverProvider>();
    }

    [Fact]
    public void Date_Given_StandsInIndonesianOrder_WithTheDayInWords()
    {
        var field = RenderField(new DateOnly(2015, 6, 4));

        Assert.Equal("04/06/2015", field.Find("input").GetAttribute("value"));
        Assert.Contains("Kamis, 4 Juni 2015", field.Markup, StringComparison.Ordinal);
        Assert.NotNull(field.Find("button[aria-label='Buka kalender Sejak']"));
    }

    private IRenderedComponent<DateField> RenderField(DateOnly date) =>
        Render<DateField>(parameters => parameters.Add(field => field.Label, "Sejak").Add(field => field.Value, date));
}
