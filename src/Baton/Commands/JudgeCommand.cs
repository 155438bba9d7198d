using System.CommandLine;
using System.Globalization;
using Baton.Language;

namespace Baton;

/// <summary><c>baton judge</c>: replies in their context in, a judgement of each out.</summary>
internal static class JudgeCommand
{
    private const int ShownOfReply = 60;

    public static Command Create()
    {
        var source = new Argument<FileInfo?>("replies") { Description = "A file: .jsonl with one reply in its context a line, or plain text with a turn a line ('customer: …', 'agent: …', 'fact: …'). Standard input, as JSON Lines, when not given.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Write JSON Lines with every score, claim and piece of evidence instead of a table." };
        var locale = new Option<string>("--locale") { Description = "The customers' language where a line says none.", DefaultValueFactory = _ => "en" };
        var command = new Command("judge", "Judge replies: do they answer, is each claim supported, do they move forward, repeat, hide the person, are they clear and civil.") { source, json, locale };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                var reader = new ReplyLines(ReplyJudge.Shipped, parsed.GetValue(locale)!);
                try
                {
                    await foreach (var judged in JudgedAsync(reader, parsed.GetValue(source), stop))
                        await Console.Out.WriteLineAsync((parsed.GetValue(json) ? ReplyLines.Write(judged) : Table(judged)).AsMemory(), stop);
                }
                catch (InvalidDataException exception)
                {
                    throw new UserMistakeException(exception.Message);
                }
            },
            cancellationToken));
        return command;
    }

    private static IAsyncEnumerable<JudgedReply> JudgedAsync(ReplyLines reader, FileInfo? file, CancellationToken cancellationToken)
    {
        if (file is null)
            return reader.ReadAsync(Console.In, cancellationToken);
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

    private static string Table(JudgedReply judged)
    {
        var verdict = judged.Verdict;
        var text = judged.Reply.Text.ReplaceLineEndings(" ");
        var lines = new List<string> { $"{judged.Id}  {verdict.Quality.ToString().ToLowerInvariant()}  {(text.Length > ShownOfReply ? text[..ShownOfReply] + "…" : text)}" };
        lines.AddRange(verdict.Aspects.Select(aspect => string.Create(CultureInfo.InvariantCulture, $"  {Words(aspect, verdict),-28} {aspect.Score:0.00}{(aspect.IsFault ? "  FAULT" : "")}")));
        lines.AddRange(verdict.Claims.Where(claim => claim.Support is ClaimSupport.Unsupported or ClaimSupport.Contradicted).Select(claim => $"    {claim.Support.ToString().ToLowerInvariant()}: {claim.Text}"));
        lines.AddRange(verdict.Asks.Where(ask => ask.Coverage == AnswerCoverage.None).Select(ask => $"    not answered: {ask.Text}"));
        return string.Join('\n', lines) + "\n";
    }

    private static string Words(AspectScore aspect, ReplyVerdict verdict) => aspect.Aspect switch
    {
        ReplyAspect.Answers => $"answers {verdict.Answers.ToString().ToLowerInvariant()}",
        ReplyAspect.Supported => "claims are supported",
        ReplyAspect.Advances => "moves forward",
        ReplyAspect.Fresh => "does not repeat",
        ReplyAspect.ShowsPerson => "shows the way to a person",
        ReplyAspect.Clear => $"clear ({verdict.Ease.Formula} {verdict.Ease.Value.ToString("0", CultureInfo.InvariantCulture)})",
        _ => "civil",
    };
}
