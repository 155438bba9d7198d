using System.Globalization;
using System.Text;

namespace Baton.Mail;

/// <summary>Text the way cues compare it: lower case, no accents, straight quotes, single spaces; and where each letter stood.</summary>
internal sealed class CueText
{
    private readonly string _original;
    private readonly int[] _places;

    public CueText(string original, int readAtMost = 5000)
    {
        _original = original;
        var length = Math.Min(original.Length, readAtMost);
        var text = new StringBuilder(length + 16);
        var places = new List<int>(length + 16);
        for (var index = 0; index < length; index++)
        {
            var character = original[index];
            if (char.IsWhiteSpace(character) || character is '\u200B' or '\uFEFF')
            {
                if (text.Length > 0 && text[^1] != ' ')
                    Add(' ', index);
                continue;
            }

            if (character < 0x80)
            {
                Add(char.ToLowerInvariant(character), index);
                continue;
            }

            foreach (var folded in Fold(character))
                Add(folded, index);
        }

        Text = text.ToString();
        _places = [.. places];

        void Add(char character, int place)
        {
            text.Append(character);
            places.Add(place);
        }
    }

    public string Text { get; }

    public static string Of(string text) => new CueText(text, int.MaxValue).Text;

    /// <summary>Where the letter stood in the original.</summary>
    public int Place(int index) => index < _places.Length ? _places[index] : _original.Length;

    /// <summary>The original's words around a place: its sentence, shortened.</summary>
    public string Quote(int start, int length)
    {
        var first = Place(start);
        var last = Place(Math.Min(start + length, _places.Length));
        while (first > 0 && !IsEnd(first - 1) && Place(start) - first < 120)
            first--;
        while (last < _original.Length && !IsEnd(last) && last - Place(start) < 240)
            last++;
        return LetterReader.OneLine(_original[first..Math.Min(last + 1, _original.Length)]);
    }

    /// <summary>A full stop ends a sentence only before a space: names of hosts have them too. A line that goes on does not end one.</summary>
    private bool IsEnd(int index) => _original[index] switch
    {
        '!' or '?' or '。' or '！' or '？' => true,
        '.' => index + 1 >= _original.Length || char.IsWhiteSpace(_original[index + 1]),
        '\n' => index + 1 >= _original.Length || _original[index + 1] is '\n' || char.IsUpper(_original[index + 1]) || (index > 0 && _original[index - 1] is '\n' or ':' or '>'),
        _ => false,
    };

    private static string Fold(char character)
    {
        switch (character)
        {
            case '’' or '‘' or 'ʼ' or '´' or '`':
                return "'";
            case '“' or '”' or '«' or '»' or '„':
                return "\"";
            case '–' or '—' or '‐' or '‑':
                return "-";
            case 'ß':
                return "ss";
            case '…':
                return "...";
            case 'ø' or 'Ø':
                return "o";
            case 'ł' or 'Ł':
                return "l";
            case 'æ' or 'Æ':
                return "ae";
            case 'œ' or 'Œ':
                return "oe";
            default:
                break;
        }

        if (character is >= '\uFF01' and <= '\uFF5E')
            return char.ToLowerInvariant((char)(character - 0xFEE0)).ToString();
        if (character > 0x24F && character is not (>= '\u1E00' and <= '\u1EFF'))
            return char.ToLowerInvariant(character).ToString();
        var parts = character.ToString().Normalize(NormalizationForm.FormD);
        return string.Concat(parts.Where(part => CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark).Select(char.ToLowerInvariant));
    }
}
