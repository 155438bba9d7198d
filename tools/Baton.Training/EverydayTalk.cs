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
        examples.Select((example, number) => (Example: example, Place: number % every)).Where(one => one.Place is 0 or 3 or 6)
            .Select(one => Everyday("everyday-" + one.Example.Group, one.Example.Text, [], one.Place == 0));

    /// <summary>Every fourth conversation of MultiDoGO; only customers' turns are to be had.</summary>
    private static IEnumerable<LabelledMessage> Conversations(string data)
    {
        foreach (var domain in IntentSets.MultiDogoDomains)
        {
            var conversations = IntentSets.MultiDogoRows(data, domain, "train").GroupBy(row => row.Conversation).Select((rows, number) => (Rows: rows, Place: number % 8)).Where(one => one.Place is 0 or 4);
            foreach (var (conversation, place) in conversations)
            {
                var before = new List<Turn>();
                foreach (var (_, text, intent) in conversation)
                {
                    if (intent is not ("thankyou" or "outofdomain"))
                        yield return Everyday("everyday-" + conversation.Key, text, [.. before], place == 0);
                    before.Add(new Turn("customer", text));
                }
            }
        }
    }

    // Most of it only shows that no person is asked for: as neutral it would outweigh the corpus.
    private static LabelledMessage Everyday(string group, string text, IReadOnlyList<Turn> before, bool isNeutral) =>
        new(group, "en", text, before, isNeutral ? Feeling.Neutral : null, false, Weight);
}
