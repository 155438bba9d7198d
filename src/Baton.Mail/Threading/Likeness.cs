using System.Text.RegularExpressions;

namespace Baton.Mail;

/// <summary>How like an incoming letter is to the answer of a sent one: subject, sender, quoted words, time. Never sure, always scored.</summary>
internal static class Likeness
{
    private const double Enough = 0.5;
    private const double Near = 0.1;
    private const int LongestWaitDays = 60;

    private static readonly Regex _prefixes = Patterns.Compile(@"^\s*((re|aw|sv|vs|rv|ref|rif|r|odp|antw|antwort|res|enc|fw|fwd|wg|tr|回复|答复|回覆|转发|automatic reply|automatische antwort|réponse automatique|respuesta automática|自动回复)(\[\d+\]|\(\d+\))?\s?[:：]\s*|[\[(][^\])]{1,40}[\])]\s*|(ticket|case)\s?#?\d+\s?[:-]?\s*)+");

    public static LetterMatch? Best(IReadOnlyList<SentLetter> all, Letter incoming, FoldedLetter folded)
    {
        var arrived = incoming.Received ?? incoming.Date;
        var scored = new List<(SentLetter Sent, double Score, string Why)>();
        foreach (var sent in all)
        {
            var (score, why) = Score(sent, incoming, folded, arrived);
            if (score >= Enough)
                scored.Add((sent, score, why));
        }

        if (scored.Count == 0)
            return null;
        scored.Sort((one, other) => other.Score != one.Score ? other.Score.CompareTo(one.Score) : other.Sent.SentAt.CompareTo(one.Sent.SentAt));
        var best = scored[0];
        return new LetterMatch(best.Sent, MatchedBy.Likeness, Math.Round(best.Score, 2), new Evidence("likeness", best.Why, "is like an answer to it"))
        {
            Others = [.. scored.Skip(1).Where(other => best.Score - other.Score < Near && other.Sent.Key != best.Sent.Key).Select(other => other.Sent)],
        };
    }

    private static (double Score, string Why) Score(SentLetter sent, Letter incoming, FoldedLetter folded, DateTimeOffset? arrived)
    {
        // A minute is left for clocks that differ; an answer never comes first.
        if (arrived is { } time && (time < sent.SentAt.AddMinutes(-1) || time > sent.SentAt.AddDays(LongestWaitDays)))
            return (0, "");
        var subject = Overlap(Words(_prefixes.Replace(incoming.Subject, "")), Words(_prefixes.Replace(sent.Subject, "")));
        var sender = Sender(sent, incoming);
        var quoted = sent.Text is { Length: > 0 } text && folded.Quoted.Length > 0 ? Contained(Words(text), Words(folded.Quoted)) : 0;
        if (sender == 0 && quoted < 0.6)
            return (0, "");
        var waited = arrived is { } at ? Math.Max(0, (at - sent.SentAt).TotalDays) : LongestWaitDays / 2.0;
        var score = (0.4 * subject) + (0.3 * sender) + (0.35 * quoted) + (0.1 * (1 - (waited / LongestWaitDays)));
        return (Math.Min(0.95, score), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"subject {subject:0.00}, sender {sender:0.00}, quoted {quoted:0.00}, after {waited:0.0} days"));
    }

    private static double Sender(SentLetter sent, Letter incoming)
    {
        var best = 0.0;
        foreach (var from in incoming.From.Concat(incoming.ReplyTo))
        {
            foreach (var to in sent.To)
            {
                var domain = to[(to.LastIndexOf('@') + 1)..].ToLowerInvariant();
                if (from.Address.Equals(to, StringComparison.OrdinalIgnoreCase))
                    return 1;
                if (from.Domain == domain)
                    best = Math.Max(best, 0.8);
                else if (from.Domain.EndsWith("." + domain, StringComparison.Ordinal) || domain.EndsWith("." + from.Domain, StringComparison.Ordinal))
                    best = Math.Max(best, from.Domain.Contains('.', StringComparison.Ordinal) ? 0.7 : 0);
                else if (Label(domain) is { Length: > 3 } label && (label == Label(from.Domain) || from.Name.Replace(" ", "", StringComparison.Ordinal).Contains(label, StringComparison.OrdinalIgnoreCase)))
                    best = Math.Max(best, 0.5);
            }
        }

        return best;
    }

    /// <summary>The name before the public suffix, as far as that can be told without a list: acme of acme.example and acme.zendesk.example.</summary>
    private static string Label(string domain)
    {
        var parts = domain.Split('.');
        return parts.Length < 2 ? domain : parts.Length > 2 && parts[^2].Length <= 3 ? parts[^3] : parts[^2];
    }

    private static double Overlap(HashSet<string> one, HashSet<string> other)
    {
        if (one.Count == 0 || other.Count == 0)
            return 0;
        var both = one.Count(other.Contains);
        return both / (double)(one.Count + other.Count - both);
    }

    private static double Contained(HashSet<string> part, HashSet<string> whole) => part.Count < 4 ? 0 : part.Count(whole.Contains) / (double)part.Count;

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var folded = CueText.Of(text);
        var start = -1;
        for (var index = 0; index <= folded.Length; index++)
        {
            var isLetter = index < folded.Length && char.IsLetterOrDigit(folded[index]);
            if (isLetter && folded[index] > '\u2E80')
                words.Add(folded[index].ToString());
            else if (isLetter && start < 0)
                start = index;
            if ((!isLetter || folded[index] > '\u2E80') && start >= 0)
            {
                words.Add(folded[start..index]);
                start = -1;
            }
        }

        return words;
    }
}
