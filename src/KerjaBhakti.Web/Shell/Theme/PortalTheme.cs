using MudBlazor;
using MudBlazor.Utilities;

namespace KerjaBhakti.Web.Shell.Theme;

/// <summary>MudBlazor's theme made of the portal's tokens.</summary>
public static class PortalTheme
{
    private static readonly string[] Family =
    [
        "system-ui",
        "-apple-system",
        "'Segoe UI'",
        "Roboto",
        "'Noto Sans'",
        "'Liberation Sans'",
        "sans-serif",
    ];

    /// <summary>The theme of one module.</summary>
    /// <param name="tokens">The portal's colours.</param>
    /// <param name="module">The class of the module, ".module-wakatobi"; null for the portal's own.</param>
    public static MudTheme Of(ColorTokens tokens, string? module)
    {
        var theme = new MudTheme
        {
            PaletteLight = Fill(new PaletteLight(), tokens.Of(module, dark: false)),
            PaletteDark = Fill(new PaletteDark(), tokens.Of(module, dark: true)),
            LayoutProperties = new LayoutProperties { DefaultBorderRadius = "4px", AppbarHeight = "48px" },

            // The provider puts a colon before what does not begin with one.
            PseudoCss = new PseudoCss { Scope = module is null ? ":root" : $":is({module})" },
        };
        theme.Typography.Default.FontFamily = Family;
        theme.Typography.Default.LetterSpacing = "normal";
        theme.Typography.Button.TextTransform = "none";
        theme.Typography.Button.LetterSpacing = "normal";
        theme.Typography.Button.FontSize = "0.9375rem";
        theme.Typography.Body1.LetterSpacing = "normal";
        theme.Typography.Body2.LetterSpacing = "normal";
        return theme;
    }

    // MudBlazor's own dark palette leaves white text on light green; each colour gets the text that reaches 4.5:1 on it.
    private static T Fill<T>(T palette, IReadOnlyDictionary<string, string> colors)
        where T : MudBlazor.Palette
    {
        var onStatus = colors["surface"];
        palette.Primary = Color("accent");
        palette.PrimaryContrastText = Color("accent-text");
        palette.Secondary = Color("neutral");
        palette.SecondaryContrastText = onStatus;
        palette.Tertiary = Color("accent-strong");
        palette.TertiaryContrastText = Color("accent-text");
        palette.Info = Color("accent");
        palette.InfoContrastText = Color("accent-text");
        palette.Success = Color("success");
        palette.SuccessContrastText = onStatus;
        palette.Warning = Color("warning");
        palette.WarningContrastText = onStatus;
        palette.Error = Color("error");
        palette.ErrorContrastText = Color("error-text");
        palette.Dark = Color("neutral");
        palette.DarkContrastText = onStatus;
        palette.TextPrimary = Color("text");
        palette.TextSecondary = Color("text-muted");
        palette.TextDisabled = Color("border-control");
        palette.ActionDefault = Color("text-muted");
        palette.ActionDisabled = Color("border-control");
        palette.ActionDisabledBackground = Color("neutral-tint");
        palette.Background = Color("surface");
        palette.BackgroundGray = Color("surface-sunken");
        palette.Surface = Color("surface-raised");
        palette.DrawerBackground = Color("surface-sunken");
        palette.DrawerText = Color("text");
        palette.DrawerIcon = Color("text-muted");
        palette.AppbarBackground = Color("bar");
        palette.AppbarText = Color("bar-text");
        palette.LinesDefault = Color("border");
        palette.LinesInputs = Color("border-control");
        palette.TableLines = Color("border");
        palette.TableStriped = Color("surface-sunken");
        palette.TableHover = Color("accent-tint");
        palette.Divider = Color("border");
        palette.DividerLight = Color("border");
        palette.Skeleton = Color("neutral-tint");
        return palette;

        MudColor Color(string name) => new(colors[name]);
    }
}
