using System.Collections.Frozen;

namespace Baton.Language;

/// <summary>
/// The words of a text that carry its content, each cut to its first five letters so that endings cost nothing; of Chinese, pairs of
/// neighbouring characters.
/// </summary>
internal sealed class ContentWords
{
    private const int StemLength = 5;
    private const int LeastLength = 4;

    private static readonly FrozenSet<string> _functionWords = EmbeddedText.Lines("Text.function-words.txt")
        .SelectMany(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(word => Folding.Fold(word)).ToFrozenSet(StringComparer.Ordinal);

    public ContentWords(MessageText message)
        : this(message, 0, message.Words.Count)
    {
    }

    public ContentWords(MessageText message, int firstWord, int endWord)
    {
        for (var index = firstWord; index < endWord; index++)
        {
            var form = message.Words[index].Form;
            if (form[0] is >= '\u3400' and <= '\u9FFF')
            {
                if (index + 1 < endWord && message.Words[index + 1].Form[0] is >= '\u3400' and <= '\u9FFF')
                    Stems.Add(form + message.Words[index + 1].Form);
            }
            else if (form.Length >= LeastLength && !char.IsAsciiDigit(form[0]) && !_functionWords.Contains(form))
            {
                Stems.Add(form.Length > StemLength ? form[..StemLength] : form);
            }
        }
    }

    public HashSet<string> Stems { get; } = new(StringComparer.Ordinal);

    /// <summary>Share of these words that others have too; 0 when there are none.</summary>
    public float ShareIn(IReadOnlySet<string> others)
    {
        if (Stems.Count == 0)
            return 0;
        var shared = 0;
        foreach (var stem in Stems)
            shared += others.Contains(stem) ? 1 : 0;
        return shared / (float)Stems.Count;
    }
}
