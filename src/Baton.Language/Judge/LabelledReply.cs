using System.Text.Json;

namespace Baton.Language;

/// <summary>A reply of the corpus with its labels.</summary>
/// <param name="Scenario">Its scenario; replies of one are never parted.</param>
/// <param name="Reply">The reply in its context.</param>
/// <param name="Answers">How much it answers.</param>
/// <param name="Unsupported">Where it claims what nothing supports.</param>
/// <param name="Faults">Whether each of <see cref="ReplyModels.Faults"/> holds.</param>
internal sealed record LabelledReply(string Scenario, ReplyInContext Reply, AnswerCoverage Answers, IReadOnlyList<(int Start, int Length)> Unsupported, bool[] Faults)
{
    /// <summary>Nothing is wrong with it.</summary>
    public bool IsSound => Unsupported.Count == 0 && !Faults.Any(fault => fault);

    public static LabelledReply Read(JsonElement line)
    {
        var text = line.GetProperty("reply").GetString()!;
        var answers = Enum.Parse<AnswerCoverage>(line.GetProperty("answers").GetString()!.Replace("some", "partly", StringComparison.Ordinal), ignoreCase: true);
        var spans = line.GetProperty("unsupported").EnumerateArray().Select(span => (text.IndexOf(span.GetString()!, StringComparison.Ordinal), span.GetString()!.Length)).Where(span => span.Item1 >= 0);
        return new LabelledReply(
            line.GetProperty("scenario").GetString()!,
            new ReplyInContext
            {
                Text = text,
                Question = line.GetProperty("question").GetString()!,
                Before = MessageJson.Before(line),
                Facts = [.. line.GetProperty("facts").EnumerateArray().Select(fact => fact.GetString()!)],
                Locale = line.GetProperty("lang").GetString()!,
            },
            answers,
            [.. spans],
            [
                answers == AnswerCoverage.None, answers != AnswerCoverage.All, line.GetProperty("advances").GetString() == "reassures", line.GetProperty("repeats").GetBoolean(),
                line.GetProperty("hidesPerson").GetBoolean(), !line.GetProperty("clear").GetBoolean(), !line.GetProperty("civil").GetBoolean(),
            ]);
    }
}
