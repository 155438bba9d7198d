using System.CommandLine;
using Baton.Web;
using Microsoft.AspNetCore.Identity;

namespace Baton;

/// <summary><c>baton keys create</c>: an API key for a program.</summary>
internal static class KeysCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "What the key is for." };
        var scopes = new Option<string[]>("--scope") { Description = $"One or more of {string.Join(", ", ApiScopes.All)}.", Required = true, AllowMultipleArgumentsPerToken = true };
        var worker = new Option<string?>("--worker") { Description = "E-mail address of the account it acts as; needed for conversations:act." };
        var create = new Command("create", "Make an API key; it is printed once.") { name, scopes, worker };
        create.TreatUnmatchedTokensAsErrors = false;
        create.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                await using var app = await AccountServices.CreateAsync(Settings.From(parsed), stop);
                await using var scope = app.Services.CreateAsyncScope();
                string? workerId = null;
                if (parsed.GetValue(worker) is { } email)
                {
                    var account = await scope.ServiceProvider.GetRequiredService<UserManager<WorkerAccount>>().FindByEmailAsync(email);
                    workerId = account?.Id ?? throw new UserMistakeException($"There is no account {email}. Make one with: baton accounts create {email} --name …");
                }

                var made = await scope.ServiceProvider.GetRequiredService<ApiKeys>()
                    .CreateAsync(new(parsed.GetRequiredValue(name), parsed.GetRequiredValue(scopes), workerId), stop);
                if (made.Secret is null) throw new UserMistakeException(made.Mistake!);
                await Console.Out.WriteLineAsync(made.Secret);
            },
            cancellationToken));
        return new Command("keys", "API keys.") { create };
    }
}
