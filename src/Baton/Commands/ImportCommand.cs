using System.CommandLine;
using Baton.Journal;

namespace Baton;

/// <summary><c>baton import</c>: reads what <c>baton export</c> wrote.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "What baton export wrote." };
        var command = new Command("import", "Read conversations from JSON Lines. Those already here are skipped; a conflict stops the import with its line. Stop the server first.") { file };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                var source = parsed.GetRequiredValue(file);
                if (!source.Exists) throw new UserMistakeException($"{source.FullName} does not exist.");
                await using var services = StoreServices.Create(Settings.From(parsed));
                await using var stream = source.OpenRead();
                var result = await services.GetRequiredService<ConversationImport>().ReadAsync(stream, stop);
                await Console.Out.WriteLineAsync(
                    $"Read {result.Conversations} conversations with {result.Events} events and {result.Attachments} attachments; {result.Skipped} were here already.");
            },
            cancellationToken));
        return command;
    }
}
