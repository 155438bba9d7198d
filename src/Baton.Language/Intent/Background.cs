namespace Baton.Language;

/// <summary>Everyday sentences that ask for no procedure: answers, small talk, complaints, other people's business.</summary>
internal static class Background
{
    /// <summary>Their raw features, taken once.</summary>
    public static IReadOnlyList<Dictionary<int, float>> Sentences { get; } = [.. EmbeddedText.Lines("Intent.background.txt").Select(Read)];

    private static Dictionary<int, float> Read(string line)
    {
        var message = new MessageText(line);
        return Features.Take(IntentWords.Of(message, 0, message.Words.Count, null));
    }
}
