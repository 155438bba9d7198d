using System.Buffers;

namespace Baton.Language;

/// <summary>Cuts a reply into clauses: at full stops, colons, semicolons and line ends, and at commas between parts of three words and more.</summary>
internal static class ClauseSplitter
{
    private const int LeastWords = 3;

    private static readonly SearchValues<char> _marks = SearchValues.Create(":;–—(。；：");

    public static IReadOnlyList<(int FirstWord, int EndWord)> Split(MessageText message)
    {
        var clauses = new List<(int, int)>();
        foreach (var sentence in message.Sentences)
        {
            var first = sentence.FirstWord;
            for (var word = sentence.FirstWord; word < sentence.EndWord - 1; word++)
            {
                var between = message.Text.AsSpan(message.Words[word].End, Math.Max(0, message.Words[word + 1].Start - message.Words[word].End));
                var isHard = between.ContainsAny(_marks) && !char.IsAsciiDigit(message.Text[message.Words[word + 1].Start]);
                var isSoft = between.ContainsAny(",，、") && word + 1 - first >= LeastWords && sentence.EndWord - word - 1 >= LeastWords;
                if (!isHard && !isSoft)
                    continue;
                clauses.Add((first, word + 1));
                first = word + 1;
            }

            if (sentence.EndWord > first)
                clauses.Add((first, sentence.EndWord));
        }

        return clauses;
    }
}
