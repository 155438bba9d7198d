using Microsoft.Extensions.Options;

namespace Baton.Web;

internal sealed class OpenIdConnectSignInOptionsValidator : IValidateOptions<OpenIdConnectSignInOptions>
{
    public ValidateOptionsResult Validate(string? name, OpenIdConnectSignInOptions options)
    {
        if (!options.IsOn) return ValidateOptionsResult.Success;
        if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            return ValidateOptionsResult.Fail($"Web:OpenIdConnect:Authority is '{options.Authority}'. Give the provider's address, such as https://login.example.com.");
        return string.IsNullOrWhiteSpace(options.ClientId)
            ? ValidateOptionsResult.Fail("Web:OpenIdConnect:ClientId is missing while Authority is set. Give the name under which the provider knows Baton.")
            : ValidateOptionsResult.Success;
    }
}

internal sealed class FirstAdminOptionsValidator : IValidateOptions<FirstAdminOptions>
{
    public ValidateOptionsResult Validate(string? name, FirstAdminOptions options) =>
        string.IsNullOrWhiteSpace(options.Email) || options.Password is { Length: >= WorkerAccounts.PasswordLength }
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Web:FirstAdmin:Password is missing or shorter than {WorkerAccounts.PasswordLength} characters while Web:FirstAdmin:Email is set.");
}
