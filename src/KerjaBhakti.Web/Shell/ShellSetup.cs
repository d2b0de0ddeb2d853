using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Shell.Palette;
using KerjaBhakti.Web.Shell.Parts;
using KerjaBhakti.Web.Shell.Theme;
using KerjaBhakti.Web.Shell.Waiting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor;
using MudBlazor.Services;

namespace KerjaBhakti.Web.Shell;

/// <summary>The frame of the work screens. It knows no module: each registers what waits, its figures and what can be found.</summary>
public static class ShellSetup
{
    private const string ForGood = "public, max-age=31536000, immutable";

    /// <summary>Adds the frame's services and MudBlazor's.</summary>
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomLeft;
            mud.SnackbarConfiguration.PreventDuplicates = false;
            mud.SnackbarConfiguration.MaxDisplayedSnackbars = 3;

            // The provider stands outside of what the server draws first; a browser test opens a menu.
            mud.PopoverOptions.CheckForPopoverProvider = false;

            // Long enough to read two lines and reach for the button that takes it back.
            mud.SnackbarConfiguration.VisibleStateDuration = 8000;
            mud.SnackbarConfiguration.ShowTransitionDuration = 150;
            mud.SnackbarConfiguration.HideTransitionDuration = 150;
        });
        services.AddScoped<DialogService>();
        services.Replace(ServiceDescriptor.Scoped<IDialogService, SingleDialogs>());
        services.AddLocalizationInterceptor<IndonesianTexts>();
        services.AddSingleton<ThemeSheet>();
        services.AddSingleton<WaitingList>();
        services.AddSingleton<CommandPalette>();
        services.AddSingleton<IPaletteSource, SharedPages>();
        return services;
    }

    /// <summary>Maps the theme and what the frame's script asks for.</summary>
    public static void MapShell(this WebApplication app)
    {
        app.MapGet("/kerja/tema.css", async (HttpContext http, ThemeSheet theme) =>
            {
                http.Response.Headers.CacheControl = ForGood;
                return Results.Text(await theme.CssAsync(), "text/css; charset=utf-8");
            })
            .AllowAnonymous()
            .ExcludeFromDescription();

        app.MapGet("/kerja/menunggu.json", async (HttpContext http, WaitingList waiting) =>
            {
                http.Response.Headers.CacheControl = "no-store";
                return Results.Json(await waiting.CountsAsync(http.User, http.RequestAborted));
            })
            .RequireAuthorization(Access.Work)
            .ExcludeFromDescription();

        app.MapGet("/kerja/cari.json", async (HttpContext http, CommandPalette palette, string? q) =>
            {
                http.Response.Headers.CacheControl = "no-store";
                return Results.Json(await palette.FindAsync(http.User, q, http.RequestAborted));
            })
            .RequireAuthorization(Access.Work)
            .ExcludeFromDescription();
    }
}
