namespace Baton.Language;

/// <summary>One cue: a sequence of words with alternatives, optional parts and gaps, matched inside a sentence.</summary>
/// <param name="Name">The section it stands in, e.g. <c>person</c>.</param>
/// <param name="Language">Language of its file.</param>
/// <param name="Weight">How much it says; 1 unless the file gives another.</param>
/// <param name="IsException">True for what looks like the cue and is not: it silences the hits it touches.</param>
/// <param name="Parts">What must follow one another.</param>
internal sealed record CuePattern(string Name, string Language, float Weight, bool IsException, CuePart[] Parts)
{
    /// <summary>Index after the last matched word, or -1. Of several ways to match, the longest counts.</summary>
    public int Match(IReadOnlyList<Word> words, int start, Sentence sentence) => MatchFrom(0, words, start, sentence);

    private int MatchFrom(int part, IReadOnlyList<Word> words, int at, Sentence sentence)
    {
        if (part == Parts.Length)
            return at;
        var current = Parts[part];
        switch (current.Kind)
        {
            case CuePartKind.SentenceStart:
                return at == sentence.FirstWord ? MatchFrom(part + 1, words, at, sentence) : -1;
            case CuePartKind.SentenceEnd:
                return at == sentence.EndWord ? MatchFrom(part + 1, words, at, sentence) : -1;
            case CuePartKind.Gap:
                return MatchGap(part, current.Gap, words, at, sentence);
            default:
                var best = current.IsOptional ? MatchFrom(part + 1, words, at, sentence) : -1;
                foreach (var alternative in current.Alternatives)
                {
                    if (Follows(alternative, words, at, sentence.EndWord))
                        best = Math.Max(best, MatchFrom(part + 1, words, at + alternative.Length, sentence));
                }

                return best;
        }
    }

    private int MatchGap(int part, int gap, IReadOnlyList<Word> words, int at, Sentence sentence)
    {
        for (var skipped = 0; skipped <= gap && at + skipped <= sentence.EndWord; skipped++)
        {
            var end = MatchFrom(part + 1, words, at + skipped, sentence);
            if (end >= 0)
                return end;
        }

        return -1;
    }

    private static bool Follows(CueWord[] alternative, IReadOnlyList<Word> words, int at, int end)
    {
        if (at + alternative.Length > end)
            return false;
        for (var index = 0; index < alternative.Length; index++)
        {
            if (!alternative[index].Matches(words[at + index].Form))
                return false;
        }

        return true;
    }
}

/// <summary>What a part of a cue is.</summary>
internal enum CuePartKind
{
    /// <summary>One of several word sequences.</summary>
    Words,

    /// <summary>Up to so many words of any kind.</summary>
    Gap,

    /// <summary>Nothing of the sentence stands before.</summary>
    SentenceStart,

    /// <summary>Nothing of the sentence follows.</summary>
    SentenceEnd,
}

/// <summary>A part of a cue.</summary>
internal sealed record CuePart(CuePartKind Kind, CueWord[][] Alternatives, bool IsOptional = false, int Gap = 0);

/// <summary>A word of a cue, or its beginning (<c>refund*</c>).</summary>
internal readonly record struct CueWord(string Form, bool IsPrefix)
{
    public bool Matches(string form) =>
        IsPrefix ? form.StartsWith(Form, StringComparison.Ordinal) : string.Equals(form, Form, StringComparison.Ordinal);
}
