using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Baton.Web;

/// <summary>Finds the account of somebody whom the organisation's identity provider vouches for.</summary>
internal sealed class ExternalSignIn(UserManager<WorkerAccount> users, WorkerAccounts accounts, IOptions<OpenIdConnectSignInOptions> options)
{
    /// <summary>
    /// The account linked before; else the one with the same address, if the provider verified it; else, with a role claim, a new one.
    /// With a role claim the role follows the provider at every sign-in.
    /// </summary>
    /// <returns>The account, or why there is none.</returns>
    public async Task<(WorkerAccount? Account, string? Refusal)> FindAsync(ExternalLoginInfo login)
    {
        var role = Role(login.Principal);
        var account = await users.FindByLoginAsync(login.LoginProvider, login.ProviderKey);
        if (account is null)
        {
            if (Verified(login.Principal) is not { } email) return (null, "Your organisation did not confirm an e-mail address for you. Ask an admin.");
            account = await users.FindByEmailAsync(email);
            if (account is null && role is not null)
            {
                var (made, refusal) = await accounts.CreateAsync(email, Name(login.Principal) ?? email, role, null);
                if (refusal is not null) return (null, refusal);
                account = made;
            }

            if (account is null) return (null, $"There is no account for {email}. Ask an admin to make one.");
            var linked = await users.AddLoginAsync(account, login);
            if (!linked.Succeeded) return (null, WorkerAccounts.Why(linked));
        }

        if (options.Value.RoleClaim is null) return (account, null);
        if (role is null) return (null, "Your organisation gives you no role in Baton. Ask an admin.");
        var changed = await accounts.ChangeAsync(account.Id, account.DisplayName, role, account.Capacity);
        return changed is null ? (account, null) : (null, changed);
    }

    private static string? Name(ClaimsPrincipal who) => who.FindFirstValue("name") ?? who.FindFirstValue("given_name");

    // An address that nobody checked could be anybody's: linking by it would hand over that account.
    private static string? Verified(ClaimsPrincipal who) =>
        string.Equals(who.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase) ? who.FindFirstValue("email") : null;

    private string? Role(ClaimsPrincipal who) => options.Value.RoleClaim is { } claim
        ? WorkerRoles.All.LastOrDefault(role => who.HasClaim(has => has.Type == claim && string.Equals(has.Value, role, StringComparison.OrdinalIgnoreCase)))
        : null;
}
