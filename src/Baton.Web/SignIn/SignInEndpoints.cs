using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Web;

/// <summary>What the sign-in pages post to. Everything that changes something needs the antiforgery token of the page.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapPost("/sign-out", SignOutAsync).ExcludeFromDescription().AddEndpointFilter(NeedTokenAsync);
        app.MapPost("/sign-in/external", (SignInManager<WorkerAccount> signIn, [FromForm] string? returnUrl) =>
        {
            var back = $"/sign-in/external?returnUrl={Uri.EscapeDataString(LocalAddress.Or(returnUrl))}";
            return TypedResults.Challenge(signIn.ConfigureExternalAuthenticationProperties(SignInRegistration.OpenIdConnect, back), [SignInRegistration.OpenIdConnect]);
        }).ExcludeFromDescription();
        app.MapGet("/sign-in/external", ExternalAsync).ExcludeFromDescription();

        var passkeys = app.MapGroup("").ExcludeFromDescription().AddEndpointFilter(NeedTokenAsync);
        passkeys.MapPost("/sign-in/passkey/options", async (SignInManager<WorkerAccount> signIn) =>
            Results.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json"));
        passkeys.MapPost("/sign-in/passkey", PasskeyAsync);
        passkeys.MapPost("/account/passkeys/options", PasskeyOptionsAsync).RequireAuthorization();
        passkeys.MapPost("/account/passkeys", AddPasskeyAsync).RequireAuthorization();
    }

    private static async ValueTask<object?> NeedTokenAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : TypedResults.Json(new PasskeyAnswer(null, "The page is too old. Reload it and try again."), statusCode: StatusCodes.Status400BadRequest);

    private static async Task<RedirectHttpResult> SignOutAsync(HttpContext http, SignInManager<WorkerAccount> signIn, PresenceSignOut presence)
    {
        await presence.LeaveAsync(http.User, http.RequestAborted);
        await signIn.SignOutAsync();
        return TypedResults.LocalRedirect("~/sign-in");
    }

    private static async Task<RedirectHttpResult> ExternalAsync(SignInManager<WorkerAccount> signIn, ExternalSignIn external, string? returnUrl)
    {
        var (account, refusal) = await signIn.GetExternalLoginInfoAsync() is { } login
            ? await external.FindAsync(login)
            : (null, "Your organisation's sign-in was not completed. Try again.");
        if (account is not null && !await signIn.UserManager.IsLockedOutAsync(account))
        {
            await signIn.SignInAsync(account, isPersistent: false, SignInRegistration.OpenIdConnect);
            return TypedResults.LocalRedirect("~" + LocalAddress.Or(returnUrl));
        }

        refusal ??= "This account is disabled. Ask an admin.";
        return TypedResults.LocalRedirect($"~/sign-in?refused={Uri.EscapeDataString(refusal)}");
    }

    private static async Task<JsonHttpResult<PasskeyAnswer>> PasskeyAsync(SignInManager<WorkerAccount> signIn, PasskeyProof proof)
    {
        var result = await signIn.PasskeySignInAsync(proof.Credential);
        return TypedResults.Json(result switch
        {
            { Succeeded: true } => new PasskeyAnswer(LocalAddress.Or(proof.ReturnUrl), null),
            { IsLockedOut: true } => new(null, "This account is locked. Wait some minutes, or ask an admin."),
            _ => new(null, "That passkey is not known here. Sign in with your password and add it in your account."),
        });
    }

    private static async Task<IResult> PasskeyOptionsAsync(HttpContext http, SignInManager<WorkerAccount> signIn) =>
        await signIn.UserManager.GetUserAsync(http.User) is { } account
            ? Results.Content(await signIn.MakePasskeyCreationOptionsAsync(new() { Id = account.Id, Name = account.Email ?? account.Id, DisplayName = account.DisplayName }), "application/json")
            : TypedResults.Unauthorized();

    private static async Task<IResult> AddPasskeyAsync(HttpContext http, SignInManager<WorkerAccount> signIn, PasskeyProof proof)
    {
        if (await signIn.UserManager.GetUserAsync(http.User) is not { } account) return TypedResults.Unauthorized();
        var attested = await signIn.PerformPasskeyAttestationAsync(proof.Credential);
        if (!attested.Succeeded) return TypedResults.Json(new PasskeyAnswer(null, $"The passkey was not accepted: {attested.Failure.Message}"));
        var name = proof.Name?.Trim() ?? "";
        attested.Passkey.Name = name.Length == 0 ? "Passkey" : name[..Math.Min(name.Length, 60)];
        var added = await signIn.UserManager.AddOrUpdatePasskeyAsync(account, attested.Passkey);
        return TypedResults.Json(new PasskeyAnswer(added.Succeeded ? "/account?added=1" : null, WorkerAccounts.Why(added)));
    }
}

/// <summary>What the browser's authenticator signed.</summary>
internal sealed record PasskeyProof(string Credential, string? ReturnUrl, string? Name);

/// <summary>Where to go now, or why not.</summary>
internal sealed record PasskeyAnswer(string? Go, string? Refusal);
