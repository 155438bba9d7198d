using Baton.Language;

namespace Baton.Training;

/// <summary>
/// Service talk of sets by others that is neutral nearly throughout and asks for no person. It counts little: it shows what ordinary
/// requests look like in many trades, and a few of its lines are not neutral at all.
/// </summary>
internal static class EverydayTalk
{
    private const float Weight = 0.06f;

    public static IEnumerable<LabelledMessage> Read(string data) =>
        Sample(IntentSets.Clinc(data, "train"), 10).Concat(Sample(IntentSets.Banking(data, "train"), 8)).Concat(Conversations(data));

    private static IEnumerable<LabelledMessage> Sample(IEnumerable<IntentExample> examples, int every) =>
        examples.Where((_, number) => number % every == 0).Select(example => Neutral("everyday-" + example.Group, example.Text, []));

    /// <summary>Every eighth conversation of MultiDoGO; only customers' turns are to be had.</summary>
    private static IEnumerable<LabelledMessage> Conversations(string data)
    {
        foreach (var domain in IntentSets.MultiDogoDomains)
        {
            var conversations = IntentSets.MultiDogoRows(data, domain, "train").GroupBy(row => row.Conversation).Where((_, number) => number % 8 == 0);
            foreach (var conversation in conversations)
            {
                var before = new List<Turn>();
                foreach (var (_, text, intent) in conversation)
                {
                    if (intent is not ("thankyou" or "outofdomain"))
                        yield return Neutral("everyday-" + conversation.Key, text, [.. before]);
                    before.Add(new Turn("customer", text));
                }
            }
        }
    }

    private static LabelledMessage Neutral(string group, string text, IReadOnlyList<Turn> before) => new(group, "en", text, before, Feeling.Neutral, false, Weight);
}
