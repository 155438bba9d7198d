using System.Collections.Frozen;

namespace Baton.Language;

/// <summary>
/// Repairs a typo of one letter in a word of service talk ("cancl", "reciept", "refnud"). Only words that no list of ours knows are
/// touched, and only when one known word alone is meant.
/// </summary>
internal sealed class Spelling
{
    private const int Shortest = 5;
    private readonly FrozenSet<string> _known;
    private readonly FrozenDictionary<string, string> _byDeletion;

    private Spelling(HashSet<string> known, IEnumerable<string> targets)
    {
        _known = known.ToFrozenSet(StringComparer.Ordinal);
        var byDeletion = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var target in targets)
        {
            foreach (var form in Deletions(target).Append(target).Distinct(StringComparer.Ordinal))
            {
                // Two words that a typo may have come from are no repair, unless they mean the same ("address", "adresse").
                if (!byDeletion.TryGetValue(form, out var other) || form == target)
                    byDeletion[form] = target;
                else if (form != other && (other.Length == 0 || Concepts.Of(other) != Concepts.Of(target)))
                    byDeletion[form] = "";
            }
        }

        _byDeletion = byDeletion.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The lists that ship with the room.</summary>
    public static Spelling Shipped { get; } = Load();

    /// <summary>The message with repaired words; places stay as they were.</summary>
    public MessageText Repair(MessageText message)
    {
        Word[]? words = null;
        for (var index = 0; index < message.Words.Count; index++)
        {
            if (Repair(message.Words[index].Form) is not { } repaired)
                continue;
            words ??= [.. message.Words];
            words[index] = words[index] with { Form = repaired };
        }

        return words is null ? message : message.With(words);
    }

    private string? Repair(string word)
    {
        if (word.Length is < 4 or > 20 || !char.IsAsciiLetterLower(word[0]) || _known.Contains(word) || !word.All(char.IsAsciiLetterLower))
            return null;
        if (_byDeletion.TryGetValue(word, out var longer))
            return Accept(longer, word);
        string? found = null;
        foreach (var form in Deletions(word))
        {
            if (!_byDeletion.TryGetValue(form, out var candidate) || Accept(candidate, word) is null)
                continue;
            if (found is not null && found != candidate && Concepts.Of(found) != Concepts.Of(candidate))
                return null;
            found ??= candidate;
        }

        return found;
    }

    private static string? Accept(string candidate, string word) =>
        candidate.Length >= Shortest && candidate[0] == word[0] && Math.Abs(candidate.Length - word.Length) <= 1 ? candidate : null;

    private static IEnumerable<string> Deletions(string word)
    {
        for (var index = 0; index < word.Length; index++)
            yield return string.Concat(word.AsSpan(0, index), word.AsSpan(index + 1));
    }

    private static Spelling Load()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var targets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in EmbeddedText.Lines("Intent.concepts.txt"))
            targets.UnionWith(WordsOf(line).Where(word => word.Length >= Shortest));
        targets.UnionWith(WordsOf("person human agent representative operator advisor manager speak somebody someone Mitarbeiter sprechen hablar persona agente parler conseiller personne"));
        known.UnionWith(targets);
        known.UnionWith(SpokenNumbers.Words);
        foreach (var line in EmbeddedText.Lines("Intent.concepts.txt").Concat(EmbeddedText.Lines("Intent.background.txt")).Concat(EmbeddedText.Lines("Text.function-words.txt")).Concat(EmbeddedText.Lines("Text.known-words.txt")).Concat(CueWords()))
            known.UnionWith(WordsOf(line));
        return new Spelling(known, targets);
    }

    private static IEnumerable<string> CueWords() => EmbeddedText.Languages.SelectMany(language =>
        EmbeddedText.Lines($"Cues.commands.{language}.txt").Concat(EmbeddedText.Lines($"Feelings.feelings.{language}.txt"))).Select(line => line.Replace('|', ' '));

    private static IEnumerable<string> WordsOf(string line) => new MessageText(line).Words.Select(word => word.Form);
}
