using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Baton.Web;

/// <summary>What the cookie says of a worker: beside Identity's own claims, the name that people see.</summary>
internal sealed class WorkerClaims(UserManager<WorkerAccount> users, RoleManager<IdentityRole> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<WorkerAccount, IdentityRole>(users, roles, options)
{
    public const string DisplayName = "baton:name";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(WorkerAccount user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(DisplayName, user.DisplayName));
        return identity;
    }
}
