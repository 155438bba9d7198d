using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Baton.Web;

/// <summary>The door: password, passkey or the organisation's own sign-in. Plain HTML that works without a script, but for passkeys.</summary>
public sealed partial class SignInPage
{
    private string? _refusal;

    [SupplyParameterFromQuery(Name = "returnUrl")]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery(Name = "refused")]
    private string? Refused { get; set; }

    [SupplyParameterFromForm(FormName = "password")]
    private PasswordForm? Form { get; set; }

    [Inject]
    private SignInManager<WorkerAccount> SignIn { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IOptions<OpenIdConnectSignInOptions> Organisation { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnInitialized() => _refusal = Refused;

    private async Task SignInAsync()
    {
        var result = await SignIn.PasswordSignInAsync(Form?.Email ?? "", Form?.Password ?? "", Form?.Remember ?? false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            Navigation.NavigateTo(LocalAddress.Or(ReturnUrl));
            return;
        }

        // The same words for a wrong name and a wrong password: nobody learns who has an account.
        _refusal = result.IsLockedOut
            ? "Too many tries, or the account is disabled. Wait five minutes, or ask an admin."
            : "That e-mail and password do not belong together.";
    }

    private sealed class PasswordForm
    {
        public string Email { get; set; } = "";

        public string Password { get; set; } = "";

        public bool Remember { get; set; }
    }
}
