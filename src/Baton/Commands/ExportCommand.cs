using System.CommandLine;
using Baton.Journal;

namespace Baton;

/// <summary><c>baton export</c>: conversations as JSON Lines, without loss.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "Where to write; must not exist." };
        var command = new Command("export", "Write every conversation, with its attachments, as JSON Lines.") { file };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                var target = parsed.GetRequiredValue(file);
                if (target.Exists) throw new UserMistakeException($"{target.FullName} exists. Name a new file: nothing is overwritten.");
                await using var services = StoreServices.Create(Settings.From(parsed));
                await using var stream = target.Create();
                var count = await services.GetRequiredService<ConversationExport>().WriteAsync(stream, stop);
                await Console.Out.WriteLineAsync($"Wrote {count.Conversations} conversations with {count.Events} events and {count.Attachments} attachments to {target.FullName}.");
            },
            cancellationToken));
        return command;
    }
}
