using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Web;

/// <summary>What text from outside may be, whatever field it came in.</summary>
internal static class TextRules
{
    /// <summary>What is wrong with a text of at most so many characters; null when nothing is.</summary>
    public static ProblemHttpResult? Check(string field, string text, int atMost)
    {
        if (text.Length > atMost)
            return Problems.Invalid("text-too-long", $"\"{field}\" has {text.Length.ToString(CultureInfo.InvariantCulture)} characters; at most {atMost.ToString(CultureInfo.InvariantCulture)} are accepted. Shorten it or send several.");
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
                return Problems.Invalid("text-control-character", $"\"{field}\" has the control character U+{(int)c:X4} at index {i.ToString(CultureInfo.InvariantCulture)}. Of control characters only line breaks and tabs are accepted: remove it.");
            if (!char.IsSurrogate(c)) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(c, text[i + 1]))
                return Problems.Invalid("text-not-unicode", $"\"{field}\" has half of a surrogate pair at index {i.ToString(CultureInfo.InvariantCulture)}. Send well-formed UTF-8.");
            i++;
        }

        return null;
    }

    /// <summary>What is wrong with a client's own id for a message; null when nothing is.</summary>
    public static ProblemHttpResult? CheckMessageId(string id) =>
        id.Length is >= 1 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? null
            : Problems.Invalid("message-id-invalid", "\"id\" is the message's own id, chosen by you: 1 to 64 letters, digits, - and _. A UUID does well.");
}
