using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;

namespace Baton.Web;

/// <summary>The document of the console and of the sign-in pages.</summary>
public sealed partial class ConsoleApp
{
    internal const string ThemeCookie = "baton-theme";

    private static readonly string[] Sheets = ["theme", "shell", "wall", "conversation", "transcript", "composer", "pages", "audits"];

    // Nothing is prerendered: everything on these pages is live, and rendering it twice would subscribe twice.
    private static readonly InteractiveServerRenderMode Interactive = new(prerender: false);

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    // Sign-in pages are plain HTML: cookies can only be set while a response is under way.
    private InteractiveServerRenderMode? Mode => Http.AcceptsInteractiveRouting() ? Interactive : null;

    private string Theme => Http.Request.Cookies[ThemeCookie] is "dark" or "light" ? Http.Request.Cookies[ThemeCookie]! : "system";
}
