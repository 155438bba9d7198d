using System.CommandLine;
using Baton.Web;

namespace Baton;

/// <summary><c>baton accounts create</c>: an account for a worker, so that a new installation can be entered.</summary>
internal static class AccountsCommand
{
    public static Command Create()
    {
        var email = new Argument<string>("email") { Description = "To sign in with." };
        var name = new Option<string>("--name") { Description = "The name customers and colleagues see.", Required = true };
        var role = new Option<string>("--role") { Description = "worker, lead or admin.", DefaultValueFactory = _ => WorkerRoles.Worker };
        var create = new Command("create", "Make an account; its password is printed once.") { email, name, role };
        create.TreatUnmatchedTokensAsErrors = false;
        create.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                await using var app = await AccountServices.CreateAsync(Settings.From(parsed), stop);
                await using var scope = app.Services.CreateAsyncScope();
                var password = WorkerAccounts.NewPassword();
                var (account, refusal) = await scope.ServiceProvider.GetRequiredService<WorkerAccounts>()
                    .CreateAsync(parsed.GetRequiredValue(email), parsed.GetRequiredValue(name), parsed.GetRequiredValue(role), password);
                if (account is null) throw new UserMistakeException(refusal!);
                await Console.Out.WriteLineAsync($"{account.Email} can sign in at /sign-in with the password {password}");
            },
            cancellationToken));
        return new Command("accounts", "Workers' accounts.") { create };
    }
}
