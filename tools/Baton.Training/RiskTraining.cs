using Baton.Language;

namespace Baton.Training;

/// <summary>
/// Trains the models of risk. What the message models say of the conversations must be what they say of conversations they have not
/// seen: they are trained anew without them first.
/// </summary>
internal static class RiskTraining
{
    private const string Origin = "Conversations of the Baton corpus (train, dev) and half of the tasks of tau-bench (MIT).";

    private static readonly string[] _splits = ["train", "dev"];

    // A simulated desk of one trade.
    private const float WeightOfTasks = 0.9f;

    public static RiskModels Train(MessageModels shipped, IReadOnlyList<LabelledMessage> messages, Corpus corpus, string data) =>
        RiskTrainer.Train([.. Conversations(Apart(shipped, messages, corpus), corpus), .. Tasks(shipped, data)], Origin);

    /// <summary>Message models that have not seen the conversations.</summary>
    public static MessageModels Apart(MessageModels shipped, IReadOnlyList<LabelledMessage> messages, Corpus corpus)
    {
        var seen = _splits.SelectMany(corpus.ConversationTurns).Select(turn => (turn.Group, turn.Text)).ToHashSet();
        return new MessageTrainer(shipped.Words, shipped.Emotion).Train([.. messages.Where(message => !seen.Contains((message.Group, message.Text)))], "");
    }

    public static IEnumerable<RiskConversation> Conversations(MessageModels apart, Corpus corpus)
    {
        var sets = new RiskSets(apart);
        return _splits.SelectMany(split => sets.Corpus(corpus, split));
    }

    public static IEnumerable<RiskConversation> Tasks(MessageModels shipped, string data) =>
        new RiskSets(shipped).TauBench(data).Where(task => !RiskSets.IsForMeasuring(task.Group)).Select(task => task with { Weight = WeightOfTasks });
}
