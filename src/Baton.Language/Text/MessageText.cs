namespace Baton.Language;

/// <summary>A word of a message: its folded form and where it stands.</summary>
/// <param name="Form">Lower case, without accents; a contraction gives two words with the same place.</param>
/// <param name="Start">Index of its first character in the message.</param>
/// <param name="End">Index after its last character.</param>
/// <param name="Sentence">Number of its sentence, from 0.</param>
internal readonly record struct Word(string Form, int Start, int End, int Sentence);

/// <summary>A sentence of a message.</summary>
/// <param name="FirstWord">Index of its first word.</param>
/// <param name="EndWord">Index after its last word.</param>
/// <param name="Exclamations">How many exclamation marks end it.</param>
/// <param name="IsQuestion">Ends with a question mark.</param>
internal readonly record struct Sentence(int FirstWord, int EndWord, int Exclamations, bool IsQuestion);

/// <summary>A message taken apart into sentences and words, which keep their place in what was written.</summary>
internal sealed class MessageText
{
    /// <summary>What stands behind it is not read; the API refuses longer messages anyway.</summary>
    public const int MaximumLength = 20_000;

    public MessageText(string text)
    {
        Text = text.Length <= MaximumLength ? text : text[..MaximumLength];
        (Words, Sentences) = new WordSplitter(Text).Split();
    }

    private MessageText(string text, IReadOnlyList<Word> words, IReadOnlyList<Sentence> sentences)
    {
        Text = text;
        Words = words;
        Sentences = sentences;
    }

    public string Text { get; }

    public IReadOnlyList<Word> Words { get; }

    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>The same message with other forms of its words, as many and in the same places.</summary>
    public MessageText With(IReadOnlyList<Word> words) => new(Text, words, Sentences);

    /// <summary>The characters between two words, as written.</summary>
    public string Slice(int firstWord, int endWord) =>
        endWord <= firstWord ? "" : Text[Words[firstWord].Start..Words[endWord - 1].End];

    /// <summary>True when a word stands in capitals and has at least three letters.</summary>
    public bool IsShouted(int word)
    {
        var written = Text.AsSpan(Words[word].Start, Words[word].End - Words[word].Start);
        if (written.Length < 3)
            return false;
        foreach (var character in written)
        {
            if (!char.IsUpper(character) && character != '\'')
                return false;
        }

        return true;
    }
}
