using System.Text.RegularExpressions;

namespace Baton.Audit;

/// <summary>
/// Tells which of an enquiry's questions a reply answers, by numbers and by words. It is simple and says what it saw; it does not know
/// whether an answer is true. What it finds nothing for is "not seen", never "not answered".
/// </summary>
internal static partial class QuestionMatcher
{
    /// <summary>For every question the passage that answers it; <see langword="null"/> where none was seen.</summary>
    /// <param name="enquiry">What was asked.</param>
    /// <param name="reply">What is new in the reply: without quotations and signature.</param>
    public static IReadOnlyList<string?> Match(Enquiry enquiry, string reply)
    {
        var numbered = Numbered(reply);
        string?[] answers = [.. enquiry.Questions.Select((question, index) => ByNumber(question, numbered.GetValueOrDefault(index + 1)))];
        var claimed = numbered.Where(pair => pair.Key <= answers.Length && answers[pair.Key - 1] is not null).Select(pair => pair.Value).ToList();
        List<SaidPassage> passages = [.. Sentences(reply).Where(sentence => !IsQuestion(sentence) && !AnswerWords.Declines(sentence) && !AnswerWords.IsCourtesy(sentence) && !claimed.Any(passage => passage.Contains(sentence, StringComparison.Ordinal))).Select(sentence => new SaidPassage(enquiry, sentence))];
        foreach (var passage in passages) passage.Serve(answers);
        var declined = Sentences(reply).Where(AnswerWords.Declines).SelectMany(sentence => new SaidPassage(enquiry, sentence).Touches()).ToHashSet();
        foreach (var passage in passages) passage.ServeWhatIsLeft(answers, declined);
        return answers;
    }

    /// <summary>Whether a reply asks something back.</summary>
    public static bool AsksBack(Enquiry enquiry, string reply) =>
        Sentences(reply).Any(sentence => IsQuestion(sentence) && !AnswerWords.IsCourtesy(sentence) && !enquiry.Questions.Any(question => IsRepeated(question.Ask, sentence)));

    /// <summary>Whether a reply asks for what the enquiry has said already.</summary>
    public static bool AsksToRepeat(string reply) => AnswerWords.AsksAgain(reply);

    private static string? ByNumber(Question question, string? passage)
    {
        if (passage is null) return null;
        var rest = passage.Replace(question.Ask, "", StringComparison.OrdinalIgnoreCase).Trim();
        if (rest.Count(char.IsLetterOrDigit) < 2 || Sentences(rest).All(IsQuestion) || AnswerWords.Declines(rest)) return null;
        return AnswerWords.SendsElsewhere(rest) && AnswerWords.Gives(question.Needs)?.IsMatch(rest) != true ? null : rest;
    }

    private static Dictionary<int, string> Numbered(string reply)
    {
        Dictionary<int, string> passages = [];
        var starts = Number().Matches(reply);
        for (var index = 0; index < starts.Count; index++)
        {
            var from = starts[index].Index + starts[index].Length;
            var to = index + 1 < starts.Count ? starts[index + 1].Index : EndOfParagraph(reply, from);
            passages.TryAdd(starts[index].Groups["n"].Value[0] - '0', reply[from..to].Trim());
        }
        return passages;
    }

    private static int EndOfParagraph(string text, int from) => text.IndexOf("\n\n", Math.Min(text.Length, from + 1), StringComparison.Ordinal) is var end and >= 0 ? end : text.Length;

    private static IEnumerable<string> Sentences(string text) => SentenceEnd().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 1);

    private static bool IsQuestion(string sentence) => sentence.TrimEnd().EndsWith('?') || sentence.TrimEnd().EndsWith('？');

    private static bool IsRepeated(string ask, string sentence) => sentence.Contains(ask, StringComparison.OrdinalIgnoreCase) || ask.Contains(sentence.Trim(), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?:(?:^|\n)[ \t]*(?:(?:zu|ad|re|q|question|frage|pregunta|问题)\s*)?|(?<=[.;!?]\s+)(?:q|question|frage|pregunta)\s*)[(（]?(?<n>[1-5])\s?(?:[.)）、．:：]|\s[-–])(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=[.!?。！？])\s+|(?<=[。！？])|\n+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceEnd();
}
