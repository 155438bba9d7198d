using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Baton.Language;

/// <summary>
/// Takes a message apart into folded tokens for learning, into arrays that are used again. Words are lower case without accents and
/// apostrophes, digits are written 0, a Han or kana character and an emoji are tokens of their own, and so are marks that show a mood.
/// </summary>
internal sealed class TokenBuffer
{
    /// <summary>Of a longer message the first and the last half of so many tokens count.</summary>
    public const int MaximumTokens = 512;

    private char[] _folded = new char[4096];
    private readonly Token[] _tokens = new Token[MaximumTokens];
    private int _length;

    public int Count { get; private set; }

    /// <summary>Share of letters that are capitals, among words of three letters and more; 0 to 1.</summary>
    public float Capitals { get; private set; }

    /// <summary>How many words have a letter thrice or more in a row.</summary>
    public int Stretched { get; private set; }

    public Token this[int token] => _tokens[token];

    public ReadOnlySpan<char> Form(int token) => _folded.AsSpan(_tokens[token].FoldedStart, _tokens[token].FoldedLength);

    public void Read(ReadOnlySpan<char> text)
    {
        Count = _length = Stretched = 0;
        if (text.Length > MessageText.MaximumLength)
            text = text[..MessageText.MaximumLength];
        if (_folded.Length < (text.Length * 2) + 16)
            _folded = new char[(text.Length * 2) + 16];
        int capitals = 0, letters = 0;
        for (var index = 0; index < text.Length;)
        {
            var character = text[index];
            if (IsWordOfItsOwn(character))
                index = AddOne(text, index, 1);
            else if (char.IsLetterOrDigit(character))
                index = AddWord(text, index, ref capitals, ref letters);
            else if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                index = AddPair(text, index);
            else
                index = AddMark(text, index);
        }

        Capitals = letters == 0 ? 0 : (float)capitals / letters;
    }

    private static bool IsWordOfItsOwn(char character) =>
        character is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\u2600' and <= '\u27BF') or '\u2B50';

    private int AddWord(ReadOnlySpan<char> text, int start, ref int capitals, ref int letters)
    {
        var from = _length;
        var end = start;
        var upper = 0;
        for (; end < text.Length; end++)
        {
            var character = text[end];
            if (char.IsAsciiDigit(character))
            {
                _folded[_length++] = '0';
            }
            else if (char.IsLetterOrDigit(character) && !IsWordOfItsOwn(character))
            {
                Fold(character);
                upper += char.IsUpper(character) ? 1 : 0;
            }
            else if (!IsInnerApostrophe(text, end))
            {
                break;
            }
        }

        if (end - start >= 3)
        {
            capitals += upper;
            letters += end - start;
            Unstretch(from);
        }

        Add(TokenKind.Word, from, start, end);
        return end;
    }

    private void Fold(char character)
    {
        _folded[_length++] = Folding.Char(character);
        if (character == 'ß')
            _folded[_length++] = 's';
        else if (character is 'æ' or 'Æ' or 'œ' or 'Œ')
            _folded[_length++] = 'e';
    }

    private static bool IsInnerApostrophe(ReadOnlySpan<char> text, int at) =>
        text[at] is '\'' or '\u2018' or '\u2019' or '\u02BC' && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    /// <summary>"sooo" is "so"; that it was stretched is counted.</summary>
    private void Unstretch(int from)
    {
        var write = from;
        var isStretched = false;
        for (var read = from; read < _length;)
        {
            var character = _folded[read];
            var end = read + 1;
            while (end < _length && _folded[end] == character)
                end++;
            var run = end - read;
            if (run >= 3 && character != '0')
            {
                isStretched = true;
                run = 1;
            }

            for (; run > 0; run--)
                _folded[write++] = character;
            read = end;
        }

        _length = write;
        Stretched += isStretched ? 1 : 0;
    }

    private int AddOne(ReadOnlySpan<char> text, int start, int length)
    {
        var from = _length;
        for (var index = start; index < start + length; index++)
            _folded[_length++] = Folding.Char(text[index]);
        Add(TokenKind.Sign, from, start, start + length);
        return start + length;
    }

    private int AddPair(ReadOnlySpan<char> text, int start)
    {
        var rune = new Rune(text[start], text[start + 1]);
        return rune.Value is >= 0x1F3FB and <= 0x1F3FF || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.OtherSymbol or UnicodeCategory.OtherLetter)
            ? start + 2
            : AddOne(text, start, 2);
    }

    private int AddMark(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        int exclamations = 0, questions = 0, dots = 0;
        for (; end < text.Length; end++)
        {
            if (text[end] is '!' or '！')
                exclamations++;
            else if (text[end] is '?' or '？')
                questions++;
            else if (text[end] is '.' or '…' or '。')
                dots += text[end] == '…' ? 3 : 1;
            else
                break;
        }

        var mark = (exclamations, questions, dots) switch
        {
            ( > 0, > 0, _) => "!?",
            ( > 1, _, _) => "!!",
            ( > 0, _, _) => "!",
            (_, > 1, _) => "??",
            (_, > 0, _) => "?",
            (_, _, > 1) => "...",
            _ => Emoticon(text, start),
        };
        if (mark.Length == 0)
            return Math.Max(end, start + 1);
        if (mark is ":)" or ":(")
            end = start + (text[start + 1] == '-' ? 3 : 2);
        mark.CopyTo(_folded.AsSpan(_length));
        _length += mark.Length;
        Add(TokenKind.Mark, _length - mark.Length, start, end);
        return end;
    }

    private static string Emoticon(ReadOnlySpan<char> text, int start)
    {
        if (text[start] is not (':' or ';' or '=') || start + 1 >= text.Length)
            return "";
        var mouth = text[start + 1] == '-' && start + 2 < text.Length ? text[start + 2] : text[start + 1];
        return mouth switch
        {
            ')' => ":)",
            '(' or '/' => start + 2 < text.Length && mouth == '/' && text[start + 2] == '/' ? "" : ":(",
            _ => "",
        };
    }

    private void Add(TokenKind kind, int foldedStart, int start, int end)
    {
        if (Count == MaximumTokens)
        {
            // The beginning stays; of the rest the last half is kept.
            Array.Copy(_tokens, (MaximumTokens / 2) + 1, _tokens, MaximumTokens / 2, (MaximumTokens / 2) - 1);
            Count--;
        }

        var length = _length - foldedStart;
        _tokens[Count++] = new Token(kind, foldedStart, length, FeatureHash.Of(_folded.AsSpan(foldedStart, length)), start, end);
    }
}

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>Letters and digits.</summary>
    Word,

    /// <summary>A Han or kana character, or an emoji.</summary>
    Sign,

    /// <summary>Exclamation and question marks, dots in a row, a smiley.</summary>
    Mark,
}

/// <summary>A token: its folded form, the form's hash, and where it stands in the message.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(TokenKind Kind, int FoldedStart, int FoldedLength, uint Hash, int Start, int End);
