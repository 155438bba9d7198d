using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Baton.Web;

/// <summary>A worker's own account: passkeys and password.</summary>
public sealed partial class AccountPage
{
    private WorkerAccount? _account;
    private IList<UserPasskeyInfo> _passkeys = [];
    private string? _done;
    private string? _refusal;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "added")]
    private string? Added { get; set; }

    [SupplyParameterFromForm(FormName = "change-password")]
    private ChangeForm? Form { get; set; }

    [Inject]
    private SignInManager<WorkerAccount> SignIn { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _account = await SignIn.UserManager.GetUserAsync(Http.User);
        if (_account is null) return;
        _passkeys = await SignIn.UserManager.GetPasskeysAsync(_account);
        if (Added is not null) _done = "The passkey was added. You can sign in with it from now on.";
    }

    private static string Key(UserPasskeyInfo passkey) => Convert.ToHexStringLower(passkey.CredentialId);

    private async Task RemoveAsync(UserPasskeyInfo passkey)
    {
        if (_account is null) return;
        _refusal = WorkerAccounts.Why(await SignIn.UserManager.RemovePasskeyAsync(_account, passkey.CredentialId));
        _done = _refusal is null ? "The passkey was removed." : null;
        _passkeys = await SignIn.UserManager.GetPasskeysAsync(_account);
    }

    private async Task ChangePasswordAsync()
    {
        if (_account is null || Form is null) return;
        _refusal = WorkerAccounts.Why(await SignIn.UserManager.ChangePasswordAsync(_account, Form.Current, Form.Next));
        if (_refusal is not null) return;
        await SignIn.RefreshSignInAsync(_account);
        _done = "The password was changed. Other browsers are signed out within a minute.";
    }

    private sealed class ChangeForm
    {
        public string Current { get; set; } = "";

        public string Next { get; set; } = "";
    }
}
