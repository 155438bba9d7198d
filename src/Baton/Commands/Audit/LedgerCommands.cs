using System.CommandLine;
using Baton.Audit;
using Microsoft.Extensions.Options;

namespace Baton;

/// <summary><c>baton audit stop</c>, <c>resume</c>, <c>object</c> and <c>abort</c>: what holds for every audit in a folder.</summary>
internal static class LedgerCommands
{
    private static readonly Option<DirectoryInfo> Audits = new("--audits") { Description = "The folder with all audits. Default: audits.", DefaultValueFactory = _ => new("audits") };

    public static IEnumerable<Command> All() => [Stop(), Resume(), Objection(), Abort()];

    private static Command Stop()
    {
        var why = new Argument<string>("why") { Description = "Who stops and why." };
        var command = new Command("stop", "Stop all writing at once, in every engagement, until it is allowed again.") { why, Audits };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                using var ledger = new WriteLedger(Archive(parsed).Ledger);
                await ledger.StopAsync(parsed.GetRequiredValue(why), stop);
                await Console.Out.WriteLineAsync("Nothing is written any more. To allow it again: baton audit resume");
            },
            cancellationToken));
        return command;
    }

    private static Command Resume()
    {
        var command = new Command("resume", "Allow writing again after a stop; engagements, budgets and objections hold as before.") { Audits };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async _ =>
            {
                using var ledger = new WriteLedger(Archive(parsed).Ledger);
                var why = ledger.Stopped;
                ledger.Resume();
                await Console.Out.WriteLineAsync(why is null ? "Nothing was stopped." : $"Allowed again. It was stopped: {why}");
            },
            cancellationToken));
        return command;
    }

    private static Command Objection()
    {
        var target = new Argument<string>("target") { Description = "The address or domain of whoever objects." };
        var command = new Command("object", "Keep an objection: nothing is written there again, in any engagement, for good.") { target, Audits };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                using var ledger = new WriteLedger(Archive(parsed).Ledger);
                await ledger.ObjectAsync(parsed.GetRequiredValue(target), stop);
                await Console.Out.WriteLineAsync($"Nothing is written to {parsed.GetRequiredValue(target)} again.");
            },
            cancellationToken));
        return command;
    }

    private static Command Abort()
    {
        var why = new Argument<string>("why") { Description = "Who aborts and why; kept in the ledger." };
        var engagement = new Option<string?>("--engagement") { Description = "Only runs of this engagement. Default: all runs in the folder." };
        var yes = new Option<bool>("--yes") { Description = "Delete without asking." };
        var command = new Command("abort", "Stop all writing, end what runs, and delete everything that was learned: pages, copies, reports, replies. Objections and the count of messages stay.") { why, engagement, yes, Audits };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                var archive = Archive(parsed);
                var name = parsed.GetValue(engagement);
                if (!parsed.GetValue(yes) && !await AgreesAsync(archive, name, stop)) throw new UserMistakeException("Nothing was stopped or deleted.");
                var (deleted, held) = await new AuditDeletion(archive, TimeProvider.System).AbortAndDeleteAsync(head => name is null || head.Engagement == name, parsed.GetRequiredValue(why), stop);
                await Console.Out.WriteLineAsync($"All writing is stopped. {deleted.Count} run(s) were deleted.");
                if (held.Count > 0) throw new UserMistakeException($"A program still works in {string.Join(", ", held.Select(run => run.Folder.FullName))}. End it and abort again.");
            },
            cancellationToken));
        return command;
    }

    private static async Task<bool> AgreesAsync(AuditArchive archive, string? engagement, CancellationToken cancellationToken)
    {
        if (Console.IsInputRedirected) throw new UserMistakeException("Nobody is there to ask. Say --yes to delete.");
        await Console.Out.WriteAsync($"Stop all writing and delete {(engagement is null ? "every run" : $"the runs of '{engagement}'")} in {archive.Root.FullName}? Type yes: ");
        return await Console.In.ReadLineAsync(cancellationToken) == "yes";
    }

    private static AuditArchive Archive(ParseResult parsed) => new(Options.Create(new AuditOptions { Folder = parsed.GetRequiredValue(Audits).FullName }), TimeProvider.System);
}
