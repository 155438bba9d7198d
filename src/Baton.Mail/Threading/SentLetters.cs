namespace Baton.Mail;

/// <summary>Finds, among sent letters, the one that an incoming letter belongs to. Built once, asked often; changes nothing.</summary>
public sealed class SentLetters
{
    private const int ShortestRewritten = 10;

    private static readonly string[] _otherIdHeaders = ["Original-Message-ID", "X-Original-Message-ID", "X-Original-In-Reply-To", "X-Forwarded-Message-Id", "X-MS-Exchange-Parent-Message-Id", "Resent-Message-ID"];

    private readonly IReadOnlyList<SentLetter> _all;
    private readonly Dictionary<string, SentLetter> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SentLetter> _replyAddresses = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="sent">The letters sent; where two share an id, address or token, the later one counts.</param>
    public SentLetters(IEnumerable<SentLetter> sent)
    {
        _all = [.. sent.OrderBy(letter => letter.SentAt)];
        foreach (var letter in _all)
        {
            _ids[Bare(letter.MessageId)] = letter;
            if (letter.ReplyAddress is { } address)
                _replyAddresses[address] = letter;
        }
    }

    /// <summary>The sent letter that <paramref name="incoming"/> answers, reports on or continues; null when none is like enough.</summary>
    public LetterMatch? Match(Letter incoming)
    {
        var folded = FoldedLetter.Read(incoming.Text);
        return ById(incoming.InReplyTo, MatchedBy.InReplyTo, "In-Reply-To")
            ?? ById(incoming.References.Reverse(), MatchedBy.References, "References")
            ?? ByReplyAddress(incoming)
            ?? ByOriginal(incoming)
            ?? ByToken(incoming)
            ?? ByRewrittenId(incoming)
            ?? Likeness.Best(_all, incoming, folded);
    }

    private LetterMatch? ById(IEnumerable<string> ids, MatchedBy by, string where)
    {
        foreach (var id in ids)
        {
            if (_ids.TryGetValue(Bare(id), out var sent))
                return new LetterMatch(sent, by, 1, new Evidence(where, id, "names the letter sent"));
        }

        return null;
    }

    private LetterMatch? ByReplyAddress(Letter incoming)
    {
        foreach (var address in incoming.DeliveredTo.Concat(incoming.To.Concat(incoming.Cc).Select(to => to.Address)))
        {
            if (_replyAddresses.TryGetValue(address, out var sent))
                return new LetterMatch(sent, MatchedBy.ReplyAddress, 0.99, new Evidence("To", address, "the address made for its replies"));
        }

        return null;
    }

    private LetterMatch? ByOriginal(Letter incoming)
    {
        if (incoming.Disposition?.OriginalMessageId is { } read && _ids.TryGetValue(Bare(read), out var confirmed))
            return new LetterMatch(confirmed, MatchedBy.Original, 1, new Evidence("report", read, "confirms the letter sent"));
        foreach (var name in _otherIdHeaders)
        {
            if (incoming.Header(name) is { } id && _ids.TryGetValue(Bare(id), out var named))
                return new LetterMatch(named, MatchedBy.Original, 0.98, new Evidence(name, id, "names the letter sent"));
        }

        if (incoming.Original is not { } original)
            return null;
        if (original.MessageId is { } own && _ids.TryGetValue(Bare(own), out var sent))
            return new LetterMatch(sent, MatchedBy.Original, 1, new Evidence("report", own, "gives the letter sent back"));
        foreach (var header in original.Headers)
        {
            if (header.Name.ToUpperInvariant() is "REPLY-TO" or "RETURN-PATH" or "FROM" && _replyAddresses.FirstOrDefault(pair => header.Value.Contains(pair.Key, StringComparison.OrdinalIgnoreCase)).Value is { } byAddress)
                return new LetterMatch(byAddress, MatchedBy.Original, 0.98, new Evidence("report", header.Value, "gives the address made for its replies back"));
        }

        return null;
    }

    private LetterMatch? ByToken(Letter incoming)
    {
        foreach (var sent in _all.Reverse())
        {
            if (sent.Token is not { Length: >= 6 } token)
                continue;
            var where = incoming.Subject.Contains(token, StringComparison.OrdinalIgnoreCase) ? "Subject"
                : incoming.Text.Contains(token, StringComparison.OrdinalIgnoreCase) ? "text"
                : incoming.Original?.Text.Contains(token, StringComparison.OrdinalIgnoreCase) == true || incoming.Original?.Subject.Contains(token, StringComparison.OrdinalIgnoreCase) == true ? "report" : null;
            if (where is not null)
                return new LetterMatch(sent, MatchedBy.Token, 0.97, new Evidence(where, token, "holds its token"));
        }

        return null;
    }

    private LetterMatch? ByRewrittenId(Letter incoming)
    {
        foreach (var id in incoming.InReplyTo.Concat(incoming.References.Reverse()))
        {
            foreach (var sent in _all.Reverse())
            {
                var own = Bare(sent.MessageId).Split('@')[0];
                if (own.Length >= ShortestRewritten && id.Contains(own, StringComparison.OrdinalIgnoreCase))
                    return new LetterMatch(sent, MatchedBy.RewrittenId, 0.9, new Evidence("References", id, "holds the sent letter's id"));
            }
        }

        return null;
    }

    private static string Bare(string id) => id.Trim().Trim('<', '>').Trim();
}
