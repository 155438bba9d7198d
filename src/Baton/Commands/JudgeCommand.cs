using System.CommandLine;
using Baton.Language;

namespace Baton;

/// <summary><c>baton judge</c>: replies in their context in, a judgement of each out.</summary>
internal static class JudgeCommand
{
    public static Command Create()
    {
        var source = new Argument<FileInfo?>("replies") { Description = "A file: .jsonl with one reply in its context a line, or plain text with a turn a line ('customer: …', 'agent: …', 'fact: …'). Standard input, as JSON Lines, when not given.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Write JSON Lines with every score, claim and piece of evidence instead of a table." };
        var locale = new Option<string>("--locale") { Description = "The customers' language where a line says none.", DefaultValueFactory = _ => "en" };
        var models = new Option<DirectoryInfo?>("--models") { Description = "Folder with models of your own, as baton learn writes them." };
        var command = new Command("judge", "Judge replies: do they answer, is each claim supported, do they move forward, repeat, hide the person, are they clear and civil.") { source, json, locale, models };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                try
                {
                    var reader = new ReplyLines(Judge(parsed.GetValue(models)), parsed.GetValue(locale)!);
                    var found = new int[Enum.GetValues<ReplyQuality>().Length];
                    await foreach (var judged in JudgedAsync(reader, parsed.GetValue(source), stop))
                    {
                        found[(int)judged.Verdict.Quality]++;
                        await Console.Out.WriteLineAsync((parsed.GetValue(json) ? ReplyLines.Write(judged) : JudgementTable.Of(judged)).AsMemory(), stop);
                    }

                    if (!parsed.GetValue(json)) await Console.Out.WriteLineAsync(JudgementTable.Sum(found).AsMemory(), stop);
                }
                catch (InvalidDataException exception)
                {
                    throw new UserMistakeException(exception.Message);
                }
            },
            cancellationToken));
        return command;
    }

    private static ReplyJudge Judge(DirectoryInfo? models) => models switch
    {
        null => ReplyJudge.Shipped,
        { Exists: true } => ReplyJudge.FromFolder(models.FullName),
        _ => throw new UserMistakeException($"{models.FullName} is no folder."),
    };

    private static IAsyncEnumerable<JudgedReply> JudgedAsync(ReplyLines reader, FileInfo? file, CancellationToken cancellationToken)
    {
        if (file is null)
            return reader.ReadAsync(Console.In, cancellationToken);
        if (Directory.Exists(file.FullName))
            throw new UserMistakeException($"{file.FullName} is a folder. Name a file.");
        if (!file.Exists)
            throw new UserMistakeException($"{file.FullName} does not exist.");
        return file.Extension is ".jsonl" or ".json" ? FromFileAsync(reader, file, cancellationToken) : FromText(reader, file).ToAsyncEnumerable();
    }

    private static async IAsyncEnumerable<JudgedReply> FromFileAsync(ReplyLines reader, FileInfo file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = file.OpenText();
        await foreach (var judged in reader.ReadAsync(lines, cancellationToken))
            yield return judged;
    }

    private static IReadOnlyList<JudgedReply> FromText(ReplyLines reader, FileInfo file)
    {
        using var text = file.OpenText();
        return reader.ReadConversation(text);
    }
}
