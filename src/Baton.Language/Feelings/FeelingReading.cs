namespace Baton.Language;

/// <summary>
/// Reads the feeling towards the service from cues. Their weights add up by feeling, louder with capitals, exclamation marks and
/// strong words; what befell the customer elsewhere ("the courier was rude") counts only as far as it is said of us.
/// </summary>
internal static class FeelingReading
{
    private const float Shown = 0.9f;
    private static readonly CueMatcher _matcher = new(EmbeddedText.Languages.SelectMany(language => CueFile.Read(language, EmbeddedText.Lines($"Feelings.feelings.{language}.txt"))));

    /// <summary>The feeling, how sure, and the words that show it.</summary>
    public static (Feeling Feeling, double Probability, string? Evidence) Read(MessageText message, IdentifiedLanguage language, ReadingRequest request)
    {
        var home = LanguageIdentification.LanguageOf(request.Locale);
        var hits = _matcher.Find(message, cue => cue.Language == language.Code || cue.Language == home || cue.Language == "zh" || (cue.Language == "en" && !language.IsShown));
        if (hits.Count == 0 && !Loudness.IsShouting(message))
            return (Feeling.Neutral, 0.8, null);

        Span<float> scores = stackalloc float[6];
        foreach (var feeling in Enum.GetValues<Feeling>())
            scores[(int)feeling] = Strength(hits, feeling);
        var loudness = Loudness.Of(message, hits);
        Blend(scores, loudness);

        var best = Feeling.Neutral;
        foreach (var feeling in Enum.GetValues<Feeling>())
        {
            if (feeling != Feeling.Neutral && scores[(int)feeling] >= Shown && (best == Feeling.Neutral || scores[(int)feeling] > scores[(int)best]))
                best = feeling;
        }

        if (best == Feeling.Neutral)
            return (Feeling.Neutral, 0.65, null);
        var probability = 1 - Math.Exp(-0.9 * scores[(int)best]);
        return (best, Math.Min(probability, 0.97), Evidence(message, hits, best));
    }

    /// <summary>Each place counts once, with its strongest cue.</summary>
    private static float Strength(List<CueHit> hits, Feeling feeling)
    {
        var name = Name(feeling);
        var sum = 0f;
        CueHit? last = null;
        foreach (var hit in hits.Where(hit => hit.Name == name).OrderBy(hit => hit.FirstWord))
        {
            if (last is { } before && hit.Touches(before))
            {
                if (hit.Weight > before.Weight)
                {
                    sum += hit.Weight - before.Weight;
                    last = hit;
                }

                continue;
            }

            sum += hit.Weight;
            last = hit;
        }

        return sum;
    }

    /// <summary>Loud frustration is anger; thanks beside a complaint are politeness; giving up weighs more than what led to it.</summary>
    private static void Blend(Span<float> scores, float loudness)
    {
        ref var satisfied = ref scores[(int)Feeling.Satisfied];
        ref var frustrated = ref scores[(int)Feeling.Frustrated];
        ref var angry = ref scores[(int)Feeling.Angry];
        if (loudness > 0)
        {
            if (frustrated + angry > 0)
                angry += loudness + (frustrated >= 1.5f ? 0.4f : 0);
            else if (satisfied > 0)
                satisfied += 0.2f;
            else
                frustrated += loudness;
        }

        if (frustrated + angry >= 0.8f)
            satisfied -= 1.2f;
        if (angry >= 1)
            angry += frustrated * 0.4f;
        if (scores[(int)Feeling.Resigned] >= Shown)
            scores[(int)Feeling.Resigned] += Math.Min(0.5f * frustrated, 0.8f);
        if (scores[(int)Feeling.Worried] >= Shown && frustrated + angry < 1)
            scores[(int)Feeling.Worried] += 0.3f;
    }

    private static string? Evidence(MessageText message, List<CueHit> hits, Feeling feeling)
    {
        var name = Name(feeling);
        var related = feeling == Feeling.Angry ? Name(Feeling.Frustrated) : name;
        var best = hits.Where(hit => hit.Name == name).Concat(hits.Where(hit => hit.Name == related)).OrderByDescending(hit => hit.Weight).Cast<CueHit?>().FirstOrDefault();
        return best is { } hit ? message.Slice(hit.FirstWord, hit.EndWord) : null;
    }

    private static string Name(Feeling feeling) => feeling switch
    {
        Feeling.Satisfied => "satisfied",
        Feeling.Worried => "worried",
        Feeling.Frustrated => "frustrated",
        Feeling.Angry => "angry",
        Feeling.Resigned => "resigned",
        _ => "neutral",
    };
}
