using System.Collections.Frozen;

namespace Baton.Language;

/// <summary>Something a service says it has done: "I've cancelled your order", "der Betrag wurde erstattet".</summary>
/// <param name="Kind">The section of the lists, e.g. <c>cancel</c>.</param>
/// <param name="Start">Where it stands.</param>
/// <param name="Length">How long.</param>
internal readonly record struct ServiceAct(string Kind, int Start, int Length);

/// <summary>Finds what a text says was done, in five languages, and whether a source tells of such an act.</summary>
internal static class ServiceActs
{
    // "add" is no "address".
    private const int ShortStem = 3;

    // What may be done is not done: canCancel, may_change.
    private static readonly FrozenSet<string> _possible = new[] { "can", "could", "may", "cannot", "not", "no", "never", "allow", "allowed", "kann", "puede", "peut" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly CueMatcher _matcher = new(EmbeddedText.Languages.SelectMany(language => CueFile.Read(language, EmbeddedText.Lines($"Judge.Lists.acts.{language}.txt"))));
    private static readonly FrozenDictionary<string, string[]> _sources = EmbeddedText.Lines("Judge.Lists.act-sources.txt")
        .Select(line => line.Split(':')).ToFrozenDictionary(parts => parts[0], parts => parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(stem => Folding.Fold(stem)).Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>The acts of a text, none of them asked about, denied or conditional.</summary>
    public static IReadOnlyList<ServiceAct> Find(MessageText message) =>
        [.. _matcher.Find(message).Where(hit => IsStated(message, hit)).Select(hit => (hit.Name, message.Words[hit.FirstWord].Start, message.Words[hit.EndWord - 1].End))
            .Select(found => new ServiceAct(found.Name, found.Start, found.End - found.Start))];

    /// <summary>Whether a fact tells of an act of a kind: in a tool's name, a status, a field that is not merely what could be done.</summary>
    public static bool IsIn(string kind, MessageText fact)
    {
        var stems = _sources[kind];
        for (var index = 0; index < fact.Words.Count; index++)
        {
            if (Parts(fact, index, stems) && !(index > 0 && _possible.Contains(fact.Words[index - 1].Form)))
                return true;
        }

        return false;
    }

    /// <summary>Whether a part of a text names an act of one of the kinds, done or not.</summary>
    public static bool IsNamed(MessageText text, int firstWord, int endWord, Func<string, bool> isWanted)
    {
        for (var index = firstWord; index < endWord; index++)
        {
            if (_sources.Any(source => isWanted(source.Key) && Parts(text, index, source.Value)))
                return true;
        }

        return false;
    }

    private static bool IsStated(MessageText message, CueHit hit)
    {
        var sentence = message.Sentences[hit.Sentence];
        if (sentence.IsQuestion)
            return false;
        for (var index = sentence.FirstWord; index < hit.EndWord; index++)
        {
            var word = message.Words[index].Form;
            if (ActWords.Conditions.Contains(word) && index < hit.FirstWord || ActWords.Denials.Contains(word) && index >= hit.FirstWord - 1)
                return false;
        }

        return true;
    }

    /// <summary>A word of a fact begins with a stem, also inside a name such as <c>cancelOrder</c> or <c>order_cancelled</c>, and is not called possible there.</summary>
    private static bool Parts(MessageText fact, int index, string[] stems)
    {
        var word = fact.Words[index];
        if (word.Form[0] >= '\u2E80')
        {
            var next = index + 1 < fact.Words.Count ? word.Form + fact.Words[index + 1].Form : word.Form;
            return stems.Any(stem => stem == word.Form || stem == next);
        }

        var written = fact.Text.AsSpan(word.Start, word.End - word.Start);
        for (var at = 0; at < written.Length;)
        {
            var end = at + 1;
            while (end < written.Length && char.IsLetter(written[end]) && !(char.IsUpper(written[end]) && char.IsLower(written[end - 1])))
                end++;
            var part = Folding.Fold(written[at..end]);
            if (stems.Any(stem => stem.Length <= ShortStem ? part == stem : part.StartsWith(stem, StringComparison.Ordinal)) && !part.EndsWith("able", StringComparison.Ordinal) && !part.EndsWith("ible", StringComparison.Ordinal))
                return true;
            if (_possible.Contains(part))
                return false;
            at = end;
            while (at < written.Length && !char.IsLetter(written[at]))
                at++;
        }

        return false;
    }
}
