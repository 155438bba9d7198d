using System.Globalization;
using System.Text.Json;

namespace Baton.Language;

/// <summary>Conversations whose end is known, read for risk; customers' turns carry what the message models say of them.</summary>
internal sealed class RiskSets(MessageModels models)
{
    // Where a set has no times.
    private const double SecondsBetweenTurns = 20;

    private readonly EmbeddedInterpreter _interpreter = new(models);

    /// <summary>Conversations of a split of the Baton corpus.</summary>
    public IReadOnlyList<RiskConversation> Corpus(Corpus corpus, string split) => [.. corpus.Conversations(split).Select(Read)];

    /// <summary>
    /// Conversations of software with simulated customers on an airline's desk, 50 tasks four times (Yao and others 2024):
    /// <c>tau-bench/gpt-4o-airline.json</c>. A task that was not done is a technical failure.
    /// </summary>
    public IReadOnlyList<RiskConversation> TauBench(string data)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(data, "tau-bench", "gpt-4o-airline.json")));
        return [.. document.RootElement.EnumerateArray().Select(ReadTask)];
    }

    /// <summary>Whole service chats by others, with the readers' satisfaction of 1 to 5; their end is not known.</summary>
    public IEnumerable<(RiskConversation Conversation, double Satisfaction)> Chats(string file)
    {
        foreach (var (turns, satisfaction) in SatisfactionSet.Conversations(file))
        {
            var collected = new Collected(this, "en");
            foreach (var turn in turns)
                collected.Add(turn.Speaker == "customer", turn.Text, collected.Turns.Count * SecondsBetweenTurns, 0, 0);
            yield return (new RiskConversation("", "en", collected.Turns, ConversationEnd.Resolved), satisfaction);
        }
    }

    /// <summary>Half of the tasks are learned from, the others are for measuring.</summary>
    public static bool IsForMeasuring(string group) => GroupSplit.Fold(group, 2) == 1;

    private RiskConversation Read(JsonElement line)
    {
        var language = line.GetProperty("lang").GetString()!;
        var collected = new Collected(this, language);
        foreach (var turn in line.GetProperty("turns").EnumerateArray())
        {
            var (done, failed) = (0, 0);
            if (turn.TryGetProperty("tools", out var tools))
            {
                failed = tools.EnumerateArray().Count(tool => tool.TryGetProperty("ok", out var ok) && ok.ValueKind == JsonValueKind.False);
                done = tools.GetArrayLength() - failed;
            }

            collected.Add(turn.GetProperty("from").GetString() == "customer", turn.GetProperty("text").GetString()!, turn.TryGetProperty("at", out var at) ? at.GetDouble() : 0, done, failed);
        }

        var stepIn = line.TryGetProperty("stepIn", out var step) && step.ValueKind == JsonValueKind.Object ? step : (JsonElement?)null;
        return new RiskConversation(
            line.GetProperty("scenario").GetString()!, language, collected.Turns,
            Enum.Parse<ConversationEnd>(line.GetProperty("end").GetString()!, ignoreCase: true),
            stepIn?.GetProperty("after").GetInt32(), stepIn?.GetProperty("kind").GetString(),
            line.TryGetProperty("complaint", out var complaint) && complaint.ValueKind == JsonValueKind.Number ? complaint.GetInt32() : null);
    }

    private RiskConversation ReadTask(JsonElement task)
    {
        var collected = new Collected(this, "en");
        int done = 0, failed = 0;
        foreach (var turn in task.GetProperty("traj").EnumerateArray())
        {
            var role = turn.GetProperty("role").GetString();
            var text = turn.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.String ? content.GetString()! : "";
            if (role == "tool")
            {
                var hasFailed = text.StartsWith("Error", StringComparison.OrdinalIgnoreCase);
                (done, failed) = hasFailed ? (done, failed + 1) : (done + 1, failed);
            }
            else if (role == "user" || (role == "assistant" && text.Length > 0))
            {
                var said = text.Replace("###STOP###", "", StringComparison.Ordinal).Trim();
                if (role == "user" && said.Length == 0)
                    continue;
                collected.Add(role == "user", said, collected.Turns.Count * SecondsBetweenTurns, role == "user" ? 0 : done, role == "user" ? 0 : failed);
                if (role != "user")
                    (done, failed) = (0, 0);
            }
        }

        var end = task.GetProperty("reward").GetDouble() >= 0.5 ? ConversationEnd.Resolved : ConversationEnd.Technical;
        var group = "airline-" + task.GetProperty("task_id").GetInt32().ToString(CultureInfo.InvariantCulture);
        return new RiskConversation(group, "en", collected.Turns, end) { Messages = task.GetProperty("traj").GetArrayLength() };
    }

    /// <summary>Turns as they come, each of the customer's read with those before it.</summary>
    private sealed class Collected(RiskSets sets, string language)
    {
        private const int TurnsForReading = 20;

        private readonly List<Turn> _said = [];

        public List<RiskTurn> Turns { get; } = [];

        public void Add(bool isCustomer, string text, double seconds, int toolsDone, int toolsFailed)
        {
            var turn = new RiskTurn(isCustomer, text, DateTimeOffset.UnixEpoch.AddSeconds(seconds), Turns.Count).With(toolsDone, toolsFailed);
            if (isCustomer)
            {
                var request = new ReadingRequest { Text = text, Locale = language, Now = DateTimeOffset.UnixEpoch, Course = [.. _said.TakeLast(TurnsForReading)] };
                turn = turn.With(TurnOpinion.Of(sets._interpreter.Read(request)));
            }

            Turns.Add(turn);
            _said.Add(new Turn(isCustomer ? "customer" : "agent", text));
        }
    }
}
