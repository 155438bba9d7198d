using System.Collections.Frozen;

namespace Baton.Language;

/// <summary>A cue found in a message, over the words from <paramref name="FirstWord"/> to before <paramref name="EndWord"/>.</summary>
internal readonly record struct CueHit(CuePattern Cue, int FirstWord, int EndWord, int Sentence)
{
    public string Name => Cue.Name;

    public float Weight => Cue.Weight;

    public bool Touches(CueHit other) => FirstWord < other.EndWord && other.FirstWord < EndWord;
}

/// <summary>Finds cues in messages. Cues are looked up by their first word, so that a message costs microseconds.</summary>
internal sealed class CueMatcher
{
    private readonly FrozenDictionary<string, CuePattern[]> _byFirstWord;
    private readonly CuePattern[] _others;

    public CueMatcher(IEnumerable<CuePattern> patterns)
    {
        var byFirstWord = new Dictionary<string, List<CuePattern>>(StringComparer.Ordinal);
        var others = new List<CuePattern>();
        foreach (var pattern in patterns)
        {
            if (FirstWords(pattern) is not { } firstWords)
            {
                others.Add(pattern);
                continue;
            }

            foreach (var word in firstWords)
            {
                if (!byFirstWord.TryGetValue(word, out var list))
                    byFirstWord[word] = list = [];
                list.Add(pattern);
            }
        }

        _byFirstWord = byFirstWord.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToArray(), StringComparer.Ordinal);
        _others = [.. others];
    }

    /// <summary>All hits in order of place, exceptions already applied.</summary>
    /// <param name="message">The message.</param>
    /// <param name="counts">Which cues count; null for all.</param>
    public List<CueHit> Find(MessageText message, Predicate<CuePattern>? counts = null)
    {
        var hits = new List<CueHit>();
        List<CueHit>? exceptions = null;
        for (var index = 0; index < message.Sentences.Count; index++)
        {
            var sentence = message.Sentences[index];
            for (var word = sentence.FirstWord; word < sentence.EndWord; word++)
            {
                if (_byFirstWord.TryGetValue(message.Words[word].Form, out var patterns))
                    Collect(patterns, message, word, index, counts, hits, ref exceptions);
                Collect(_others, message, word, index, counts, hits, ref exceptions);
            }
        }

        if (exceptions is not null)
            hits.RemoveAll(hit => exceptions.Exists(exception => exception.Name == hit.Name && exception.Touches(hit)));
        return hits;
    }

    private static void Collect(CuePattern[] patterns, MessageText message, int word, int sentence, Predicate<CuePattern>? counts, List<CueHit> hits, ref List<CueHit>? exceptions)
    {
        foreach (var pattern in patterns)
        {
            if (counts is not null && !counts(pattern))
                continue;
            var end = pattern.Match(message.Words, word, message.Sentences[sentence]);
            if (end <= word)
                continue;
            if (pattern.IsException)
                (exceptions ??= []).Add(new CueHit(pattern, word, end, sentence));
            else
                hits.Add(new CueHit(pattern, word, end, sentence));
        }
    }

    /// <summary>The words a cue can begin with; null when that is not a closed list.</summary>
    private static HashSet<string>? FirstWords(CuePattern pattern)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in pattern.Parts)
        {
            if (part.Kind == CuePartKind.SentenceStart)
                continue;
            if (part.Kind != CuePartKind.Words)
                return null;
            foreach (var alternative in part.Alternatives)
            {
                if (alternative.Length == 0 || alternative[0].IsPrefix)
                    return null;
                words.Add(alternative[0].Form);
            }

            if (!part.IsOptional)
                return words;
        }

        return null;
    }
}
