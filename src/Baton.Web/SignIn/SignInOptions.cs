using System.ComponentModel.DataAnnotations;

namespace Baton.Web;

/// <summary>Sign-in with the organisation's own identity provider. Section <c>Web:OpenIdConnect</c>.</summary>
public sealed class OpenIdConnectSignInOptions
{
    /// <summary>Address of the provider, e.g. <c>https://login.example.com</c>. Default: none, and no such button.</summary>
    public string? Authority { get; set; }

    /// <summary>Baton's name at the provider. Needed with <see cref="Authority"/>.</summary>
    public string? ClientId { get; set; }

    /// <summary>Baton's secret at the provider. Default: none, for providers that ask for proof keys only.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>
    /// The claim that holds <c>worker</c>, <c>lead</c> or <c>admin</c>. With it, whoever the provider gives a role gets an account and
    /// that role at sign-in; without it an account with the same address must exist. Default: none.
    /// </summary>
    public string? RoleClaim { get; set; }

    /// <summary>What the button says. Default: <c>Sign in with your organisation</c>.</summary>
    [Required]
    public string ButtonText { get; set; } = "Sign in with your organisation";

    internal bool IsOn => !string.IsNullOrWhiteSpace(Authority);
}

/// <summary>The admin that is made when there is no account at all. Section <c>Web:FirstAdmin</c>.</summary>
public sealed class FirstAdminOptions
{
    /// <summary>Address to sign in with. Default: none, and no admin is made.</summary>
    public string? Email { get; set; }

    /// <summary>The name that colleagues and customers see. Default: <c>Admin</c>.</summary>
    public string Name { get; set; } = "Admin";

    /// <summary>The first password, at least 12 characters; needed with <see cref="Email"/>. Change it after signing in. Default: none.</summary>
    public string? Password { get; set; }
}
