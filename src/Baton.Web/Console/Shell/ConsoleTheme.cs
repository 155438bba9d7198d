using MudBlazor;

namespace Baton.Web;

/// <summary>
/// MudBlazor's part of the theme: shape and letters. Its colours come from theme.css, where each is written once for light and
/// dark, so that switching needs no round trip and the sign-in pages look the same.
/// </summary>
internal static class ConsoleTheme
{
    private static readonly string[] SystemFonts = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "sans-serif"];

    public static readonly MudTheme Theme = new()
    {
        LayoutProperties = new() { DefaultBorderRadius = "8px" },
        Typography = new()
        {
            Default = new DefaultTypography { FontFamily = SystemFonts, FontSize = "0.875rem", LineHeight = "1.45" },
            Button = new ButtonTypography { FontFamily = SystemFonts, FontSize = "0.875rem", TextTransform = "none", FontWeight = "600" },
        },
    };
}
