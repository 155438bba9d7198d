using System.Text;
using Baton.Mail;

namespace Baton.Desk;

/// <summary>The words of a letter as a message may have them.</summary>
internal static class TextOf
{
    private const int ShortestUnlikeSubject = 3;

    /// <summary>What is new in the letter; the whole where nothing is (a forward); the subject where there is no text.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="folded">The same, taken apart.</param>
    /// <param name="opens">True when it opens a conversation: then its subject is part of what is said.</param>
    public static string Message(Letter letter, FoldedLetter folded, bool opens)
    {
        var text = Clean(folded.New.Length > 0 ? folded.New : letter.Text).Trim();
        var subject = Line(letter.Subject, 300);
        if (text.Length == 0) return subject;
        var isNews = opens && subject.Length >= ShortestUnlikeSubject && !text.Contains(subject, StringComparison.OrdinalIgnoreCase) && OutgoingLetters.SubjectOf(subject) != subject;
        return isNews ? $"{subject}\n\n{text}" : text;
    }

    /// <summary>Without control characters other than line ends and tabs, and without halves of characters.</summary>
    public static string Clean(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\r') continue;
            kept.Append(Rune.IsControl(rune) && rune.Value is not ('\n' or '\t') ? " " : rune.ToString());
        }

        return kept.ToString();
    }

    /// <summary>On one line and not longer than so many characters.</summary>
    public static string Line(string text, int longest) => Cut(Clean(text).ReplaceLineEndings(" ").Trim(), longest);

    /// <summary>Not longer than so many characters, and no half of one at its end.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
