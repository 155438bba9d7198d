namespace Baton.Language;

/// <summary>How loud a message is written: capitals, exclamation marks, strong words.</summary>
internal static class Loudness
{
    /// <summary>True when most of a message of some length stands in capitals.</summary>
    public static bool IsShouting(MessageText message)
    {
        var shouted = Shouted(message);
        return shouted >= 4 && shouted * 2 > message.Words.Count;
    }

    /// <summary>0 for ordinary writing, about 1 for shouting.</summary>
    public static float Of(MessageText message, List<CueHit> hits)
    {
        var loudness = 0f;
        if (IsShouting(message))
            loudness += 0.8f;
        else if (Shouted(message) is > 0 and <= 3)
            loudness += 0.2f;
        var exclamations = message.Sentences.Count == 0 ? 0 : message.Sentences.Max(sentence => sentence.Exclamations);
        loudness += exclamations switch { >= 3 => 0.5f, 2 => 0.3f, _ => 0 };
        loudness += Math.Min(0.3f * hits.Count(hit => hit.Name == "strong"), 0.6f);
        return loudness;
    }

    private static int Shouted(MessageText message)
    {
        var count = 0;
        for (var word = 0; word < message.Words.Count; word++)
        {
            if (message.IsShouted(word))
                count++;
        }

        return count;
    }
}
