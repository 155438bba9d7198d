using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>Leads to the sign-in and, after it, back to where one was.</summary>
public sealed class SignInRedirect : ComponentBase
{
    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnInitialized() =>
        Navigation.NavigateTo($"sign-in?returnUrl={Uri.EscapeDataString("/" + Navigation.ToBaseRelativePath(Navigation.Uri))}", forceLoad: true);
}
