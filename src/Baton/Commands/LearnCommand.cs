using System.CommandLine;
using Baton.Language;

namespace Baton;

/// <summary><c>baton learn</c>: refits the shipped models to a team's own labelled messages and its workers' corrections.</summary>
internal static class LearnCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("files") { Description = "Labelled messages or conversations as JSON Lines in the corpus's format, or what baton export wrote.", Arity = ArgumentArity.OneOrMore };
        var target = new Option<DirectoryInfo>("--out") { Description = "Folder for the models; name it in Language:ModelsFolder afterwards.", Required = true };
        var command = new Command("learn", "Refit feeling, dissatisfaction, requests for a person and the judge of replies to your own messages and your workers' corrections, beginning from the shipped models.") { files, target };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                stop.ThrowIfCancellationRequested();
                var given = parsed.GetRequiredValue(files);
                if (Array.Find(given, file => !file.Exists) is { } missing) throw new UserMistakeException($"{missing.FullName} does not exist.");
                try
                {
                    var learned = TeamLearning.Learn(given.Select(file => file.FullName), parsed.GetRequiredValue(target).FullName);
                    await Console.Out.WriteLineAsync($"Learned from {learned.Messages} messages and {learned.Replies} labels of replies and wrote {string.Join(", ", learned.Files)}.");
                    await Console.Out.WriteLineAsync($"Measure them with: baton evaluate --models {parsed.GetRequiredValue(target)} --corpus <folder>. Use them with Language:ModelsFolder.");
                }
                catch (InvalidDataException exception)
                {
                    throw new UserMistakeException(exception.Message);
                }
            },
            cancellationToken));
        return command;
    }
}
