using Bunit;
using KerjaBhakti.Web.Shell.Parts;
using KerjaBhakti.Web.Shell.Theme;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace KerjaBhakti.Web.Tests.Shell;

public sealed class SingleDialogsTests : BunitContext
{
    private readonly IRenderedComponent<MudDialogProvider> provider;
    private readonly SingleDialogs dialogs;

    public SingleDialogsTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddScoped<DialogService>();
        Services.AddScoped<IDialogService, SingleDialogs>();
        Services.AddLocalizationInterceptor<IndonesianTexts>();
        Render<MudPopoverProvider>();
        provider = Render<MudDialogProvider>();
        dialogs = (SingleDialogs)Services.GetRequiredService<IDialogService>();
    }

    [Fact]
    public async Task TwoClicks_BeforeTheServerAnswers_OpenOneDialog_AndTheSecondIsCancelled()
    {
        var (first, second) = await provider.InvokeAsync(async () =>
        {
            var (one, two) = (dialogs.ShowAsync<Question>("Satu"), dialogs.ShowAsync<Question>("Dua"));
            return (await one, await two);
        });

        Assert.Single(provider.FindAll("[role=dialog]"));
        Assert.True((await second.Result)!.Canceled);
        Assert.False(first.Result.IsCompleted);
    }

    [Fact]
    public async Task OpenDialog_IsNotOpenedAgain_UntilItIsClosed()
    {
        var first = await OpenAsync<Question>();
        var again = await OpenAsync<Question>();
        Assert.True((await again.Result)!.Canceled);

        await provider.InvokeAsync(() => dialogs.Close(first, DialogResult.Ok("jawaban")));
        Assert.Equal("jawaban", (await first.Result)!.Data);
        await OpenAsync<Question>();
        Assert.Single(provider.FindAll("[role=dialog]"));
    }

    [Fact]
    public async Task Dialog_OverAnotherOfItsOwnKind_Opens()
    {
        await OpenAsync<Question>();
        await OpenAsync<Detail>();

        Assert.Equal(2, provider.FindAll("[role=dialog]").Count);
    }

    [Fact]
    public async Task Confirmation_AskedTwice_IsAnsweredOnce()
    {
        var (first, second) = (AskAsync(), AskAsync());
        Assert.Null(await second);

        await provider.Find("[role=dialog] button").ClickAsync(new());
        Assert.True(await first);
        Assert.Empty(provider.FindAll("[role=dialog]"));

        Task<bool?> AskAsync() => provider.InvokeAsync(() => dialogs.ShowMessageBoxAsync("Hapus", "Hapus rancangan?", yesText: "Hapus"));
    }

    private Task<IDialogReference> OpenAsync<TDialog>()
        where TDialog : IComponent => provider.InvokeAsync(() => dialogs.ShowAsync<TDialog>("Judul"));

    private class Question : ComponentBase
    {
        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            builder.OpenComponent<MudDialog>(0);
            builder.CloseComponent();
        }
    }

    private sealed class Detail : Question;
}
