namespace Baton.Language;

/// <summary>
/// What the word patterns say about a message's feeling. Their weights add up by feeling, louder with capitals, exclamation marks and
/// strong words; what befell the customer elsewhere ("the courier was rude") counts only as far as it is said of us.
/// </summary>
internal sealed class FeelingCues
{
    private static readonly CueMatcher _matcher = new(EmbeddedText.Languages.SelectMany(language => CueFile.Read(language, EmbeddedText.Lines($"Feelings.feelings.{language}.txt"))));

    private readonly MessageText _message;
    private readonly List<CueHit> _hits;
    private readonly float[] _strengths = new float[6];

    public FeelingCues(MessageText message, IdentifiedLanguage language, string locale)
    {
        _message = message;
        var home = LanguageIdentification.LanguageOf(locale);
        _hits = _matcher.Find(message, cue => cue.Language == language.Code || cue.Language == home || cue.Language == "zh" || (cue.Language == "en" && !language.IsShown));
        IsShouting = Loudness.IsShouting(message);
        if (_hits.Count == 0 && !IsShouting)
            return;
        foreach (var feeling in Enum.GetValues<Feeling>())
            _strengths[(int)feeling] = Sum(feeling);
        Loud = Loudness.Of(message, _hits);
        Blend(_strengths, Loud);
    }

    public bool IsShouting { get; }

    /// <summary>0 for ordinary writing, about 1 for shouting.</summary>
    public float Loud { get; }

    /// <summary>How strongly the patterns show a feeling: 0 for not at all, about 1 for plainly, rarely over 3.</summary>
    public float Strength(Feeling feeling) => Math.Max(0, _strengths[(int)feeling]);

    /// <summary>The words of the strongest pattern of a feeling; null when there is none.</summary>
    public string? Words(Feeling feeling)
    {
        var name = Name(feeling);
        var related = feeling == Feeling.Angry ? Name(Feeling.Frustrated) : name;
        var best = _hits.Where(hit => hit.Name == name).Concat(_hits.Where(hit => hit.Name == related)).OrderByDescending(hit => hit.Weight).Cast<CueHit?>().FirstOrDefault();
        return best is { } hit ? _message.Slice(hit.FirstWord, hit.EndWord) : null;
    }

    /// <summary>Each place counts once, with its strongest cue.</summary>
    private float Sum(Feeling feeling)
    {
        var name = Name(feeling);
        var sum = 0f;
        CueHit? last = null;
        foreach (var hit in _hits.Where(hit => hit.Name == name).OrderBy(hit => hit.FirstWord))
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
    private static void Blend(Span<float> strengths, float loudness)
    {
        ref var satisfied = ref strengths[(int)Feeling.Satisfied];
        ref var frustrated = ref strengths[(int)Feeling.Frustrated];
        ref var angry = ref strengths[(int)Feeling.Angry];
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
        if (strengths[(int)Feeling.Resigned] >= 0.9f)
            strengths[(int)Feeling.Resigned] += Math.Min(0.5f * frustrated, 0.8f);
        if (strengths[(int)Feeling.Worried] >= 0.9f && frustrated + angry < 1)
            strengths[(int)Feeling.Worried] += 0.3f;
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
