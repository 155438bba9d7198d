using System.Globalization;
using System.Text;

namespace Baton.Language;

/// <summary>
/// Splits a message into sentences and words. A Han or kana character is a word of its own, an emoji too, so that cues for
/// every language are written and matched in the same way.
/// </summary>
internal sealed class WordSplitter(string text)
{
    private static readonly HashSet<string> _abbreviations = new(StringComparer.Ordinal)
    {
        "st", "str", "nr", "dr", "mr", "mrs", "ms", "av", "ave", "bd", "ca", "rd", "apt", "jan", "feb", "aug", "sept", "sep", "oct", "okt", "nov", "dec", "dez",
    };

    private readonly List<Word> _words = [];
    private readonly List<Sentence> _sentences = [];
    private int _sentenceStart;
    private int _exclamations;
    private bool _isQuestion;

    public (IReadOnlyList<Word> Words, IReadOnlyList<Sentence> Sentences) Split()
    {
        var index = 0;
        while (index < text.Length)
        {
            var character = text[index];
            if (IsOwnWord(character))
                Add(Folding.Char(character).ToString(), index, ++index);
            else if (char.IsLetterOrDigit(character))
                index = ReadWord(index);
            else if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                index = ReadPair(index);
            else
                index = ReadMark(index);
        }

        EndSentence();
        return (_words, _sentences);
    }

    private static bool IsOwnWord(char character) =>
        character is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF')
            or (>= '\u2600' and <= '\u27BF') or '\u2B50';

    private int ReadWord(int start)
    {
        CloseMarks();
        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]) && !IsOwnWord(text[end]))
            end++;
        var isApostrophe = end < text.Length && Folding.Char(text[end]) == '\'' && end + 1 < text.Length && char.IsLetter(text[end + 1]) && !IsOwnWord(text[end + 1]);
        if (!isApostrophe)
        {
            AddWritten(Folding.Fold(text.AsSpan(start, end - start)), start, end);
            return end;
        }

        var tail = end + 1;
        while (tail < text.Length && char.IsLetterOrDigit(text[tail]) && !IsOwnWord(text[tail]))
            tail++;
        var first = Folding.Fold(text.AsSpan(start, end - start));
        var second = Folding.Fold(text.AsSpan(end + 1, tail - end - 1));
        foreach (var form in Contractions.Expand(first, second))
            Add(form, start, tail);
        return tail;
    }

    private void AddWritten(string form, int start, int end)
    {
        if (!Contractions.WithoutApostrophe.TryGetValue(form, out var forms))
        {
            Add(form, start, end);
            return;
        }

        foreach (var part in forms)
            Add(part, start, end);
    }

    private int ReadPair(int start)
    {
        var rune = new Rune(text[start], text[start + 1]);
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.OtherLetter)
            Add(text.Substring(start, 2), start, start + 2);
        return start + 2;
    }

    private int ReadMark(int index)
    {
        switch (text[index])
        {
            case '!' or '！' or '¡':
                _exclamations++;
                break;
            case '?' or '？':
                _isQuestion = true;
                break;
            case '\n' or '。' or ';' or '；' or '…':
                EndSentence();
                break;
            case '.' when EndsSentence(index):
                EndSentence();
                break;
            default:
                break;
        }

        return index + 1;
    }

    private bool EndsSentence(int dot)
    {
        if (dot + 1 < text.Length && !char.IsWhiteSpace(text[dot + 1]) && text[dot + 1] != '.')
            return IsOwnWord(text[dot + 1]);
        if (_words.Count == 0 || _words[^1].End != dot)
            return true;
        var last = _words[^1].Form;
        var isShortNumber = last.Length <= 2 && char.IsAsciiDigit(last[0]) && dot + 1 < text.Length;
        return !isShortNumber && !_abbreviations.Contains(last);
    }

    /// <summary>Marks such as "?!" belong to the sentence before; the next word opens a new one.</summary>
    private void CloseMarks()
    {
        if (_exclamations > 0 || _isQuestion)
            EndSentence();
    }

    private void Add(string form, int start, int end)
    {
        CloseMarks();
        _words.Add(new Word(form, start, end, _sentences.Count));
    }

    private void EndSentence()
    {
        if (_words.Count > _sentenceStart)
            _sentences.Add(new Sentence(_sentenceStart, _words.Count, _exclamations, _isQuestion));
        _sentenceStart = _words.Count;
        _exclamations = 0;
        _isQuestion = false;
    }
}
