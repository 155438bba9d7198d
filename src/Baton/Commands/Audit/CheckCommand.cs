using System.CommandLine;
using Baton.Audit;

namespace Baton;

/// <summary><c>baton audit check</c>: whether an engagement is right, and what it allows today. Sends nothing but the look for proof of control.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("engagement") { Description = "The engagement's file." };
        var command = new Command("check", "Check an engagement: mistakes with file and line, and what may be written today.") { file };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                var engagement = await EngagementFile.ReadAsync(parsed.GetRequiredValue(file), stop);
                await Console.Out.WriteLineAsync($"{engagement.Name}: {engagement.Auditor.Name} audits {engagement.Audited.Organisation}, {engagement.From:yyyy-MM-dd} to {engagement.To:yyyy-MM-dd}. May be read: {string.Join(", ", engagement.Hosts)}.");
                await Console.Out.WriteLineAsync($"Scope to be signed: {engagement.ScopeHash()}");
                if (engagement.Authorisation is not { } signed)
                {
                    await Console.Out.WriteLineAsync("Nothing may be written: the engagement is not signed.");
                    return;
                }
                await Console.Out.WriteLineAsync($"Signed by {signed.SignedBy} on {signed.SignedOn:yyyy-MM-dd}{(signed.ByAudited ? ", for the audited side" : "")}. Budget: {engagement.Budget.PerRoute} a route in 30 days, {engagement.Budget.Total} in all.");
                await Console.Out.WriteLineAsync(signed.Scope is null ? "The signature names no scope (authorisation.scope): later changes of the file would not show." : signed.Scope == engagement.ScopeHash() ? "The scope is the one that was signed." : "The scope was changed after it was signed: nothing may be written until it is signed again.");
                var proof = new ControlProof([], new FetchOptions(), TimeProvider.System);
                foreach (var host in engagement.Mailboxes.Select(mailbox => mailbox[(mailbox.LastIndexOf('@') + 1)..]).Concat(engagement.Forms.Concat(engagement.Chats).Select(page => page.IdnHost)).Distinct(StringComparer.OrdinalIgnoreCase))
                {
                    var proven = signed.LegalBasis is { } basis ? $"legal basis entered by {basis.EnteredBy}" : await proof.FindAsync(host, signed.Token, stop);
                    await Console.Out.WriteLineAsync($"  {host}: {proven ?? "not proven, so nothing may be written there"}");
                }
            },
            cancellationToken));
        return command;
    }
}
