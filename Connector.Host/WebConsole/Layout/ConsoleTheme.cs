using MudBlazor;

namespace Connector.Host.WebConsole;

/// <summary>The console's colours. Text on each background meets the contrast of WCAG 2.2 AA.</summary>
internal static class ConsoleTheme
{
    public const string Light = "light";
    public const string Dark = "dark";

    private const string DarkInk = "#12131c";
    private const string CookieName = "console-theme";

    public static MudTheme Colours { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#3b46c4",
            PrimaryContrastText = "#ffffff",
            Secondary = "#0b6e63",
            Info = "#1d5fa8",
            Success = "#1c6b3a",
            Warning = "#8a4b00",
            Error = "#b3261e",
            Background = "#f6f7fb",
            Surface = "#ffffff",
            TextPrimary = "#1b1d28",
            TextSecondary = "#545866",
            TextDisabled = "#6b6f7c",
            ActionDefault = "#545866",
            ActionDisabled = "#6b6f7c",
            LinesInputs = "#7b7f8d",
            LinesDefault = "#dfe2ea",
            TableLines = "#e4e7ee",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#aab3ff",
            PrimaryContrastText = DarkInk,
            Secondary = "#6fd6c8",
            Info = "#8fc3ff",
            Success = "#7fd8a2",
            Warning = "#ffbf69",
            Error = "#ffa79f",
            SecondaryContrastText = DarkInk,
            InfoContrastText = DarkInk,
            SuccessContrastText = DarkInk,
            WarningContrastText = DarkInk,
            ErrorContrastText = DarkInk,
            Background = "#12131c",
            Surface = "#1b1d29",
            TextPrimary = "#eceef6",
            TextSecondary = "#b7bbca",
            TextDisabled = "#989cab",
            ActionDefault = "#b7bbca",
            ActionDisabled = "#989cab",
            LinesInputs = "#8d91a1",
            LinesDefault = "#343747",
            TableLines = "#2c2f3d",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
        Typography = new Typography
        {
            Default = new DefaultTypography
            {
                FontFamily = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "sans-serif"],
            },
            Button = new ButtonTypography { TextTransform = "none" },
        },
    };

    /// <summary>The theme that the browser remembers; empty for the system's.</summary>
    public static string Cookie(HttpContext context) =>
        context.Request.Cookies[CookieName] is Light or Dark ? context.Request.Cookies[CookieName]! : "";
}
