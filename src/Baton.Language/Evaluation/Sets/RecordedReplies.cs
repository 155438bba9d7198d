using System.Globalization;
using System.Text.Json;

namespace Baton.Language;

/// <summary>A reply that was really given, and what hand-reading made of it.</summary>
/// <param name="Id">The conversation's place in the file and the number of turns before the reply.</param>
/// <param name="Reply">The reply with its context.</param>
/// <param name="IsFaulty">What a reader found; null when nobody has read it.</param>
internal sealed record RecordedReply(string Id, ReplyInContext Reply, bool? IsFaulty);

/// <summary>
/// Replies of software on an airline's desk (Yao and others 2024, <c>tau-bench/gpt-4o-airline.json</c>), policy and tool results as facts:
/// those of every fourth task. The others were looked at while rules were written.
/// </summary>
internal static class RecordedReplies
{
    private const int EveryTask = 4;

    public static IReadOnlyList<RecordedReply> Read(string data)
    {
        var found = EmbeddedText.Lines("Evaluation.Sets.recorded-replies.txt").Select(line => line.Split(' ')).ToDictionary(line => line[0], line => line[1] == "faulty", StringComparer.Ordinal);
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(data, "tau-bench", "gpt-4o-airline.json")));
        return [.. document.RootElement.EnumerateArray().SelectMany((task, index) => task.GetProperty("task_id").GetInt32() % EveryTask == 0 ? Replies(task, index, found) : [])];
    }

    private static List<RecordedReply> Replies(JsonElement task, int index, Dictionary<string, bool> found)
    {
        var replies = new List<RecordedReply>();
        var facts = new List<string>();
        var before = new List<Turn>();
        string? question = null;
        foreach (var turn in task.GetProperty("traj").EnumerateArray())
        {
            if (!turn.TryGetProperty("content", out var content) || content.GetString() is not { Length: > 0 } text)
                continue;
            switch (turn.GetProperty("role").GetString())
            {
                case "system":
                    facts.Add(text);
                    break;
                case "tool":
                    facts.Add($"{turn.GetProperty("name").GetString()}: {text}");
                    break;
                case "user":
                    if (question is not null)
                        before.Add(new Turn("customer", question));
                    question = text;
                    break;
                default:
                    if (question is not null)
                    {
                        var id = string.Create(CultureInfo.InvariantCulture, $"{index}/{before.Count}");
                        replies.Add(new RecordedReply(id, new ReplyInContext { Text = text, Question = question, Before = [.. before], Facts = [.. facts] }, found.TryGetValue(id, out var isFaulty) ? isFaulty : null));
                        before.Add(new Turn("customer", question));
                        question = null;
                    }

                    before.Add(new Turn("agent", text));
                    break;
            }
        }

        return replies;
    }
}
