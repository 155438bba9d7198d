namespace Baton.Language;

/// <summary>Everyday sentences that ask for no procedure: answers, small talk, complaints, other people's business.</summary>
internal static class Background
{
    /// <summary>As texts of words.</summary>
    public static IReadOnlyList<string> Sentences { get; } = [.. EmbeddedText.Lines("Intent.background.txt").Select(IntentWords.Of)];
}
