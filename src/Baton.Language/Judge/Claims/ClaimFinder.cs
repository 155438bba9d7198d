namespace Baton.Language;

/// <summary>Lists what a reply claims: each of its values, what it says was done, and each clause that the model finds unsupported.</summary>
internal static class ClaimFinder
{
    public static IReadOnlyList<ReplyClaim> Find(ReplyReading reading, double[] clauses, double threshold)
    {
        var claims = new List<ReplyClaim>();
        var message = reading.Reply.Message;
        for (var clause = 0; clause < reading.Clauses.Count; clause++)
        {
            var (first, end) = reading.Clauses[clause];
            var (start, stop) = (message.Words[first].Start, message.Words[end - 1].End);
            // What a tool's result tells of is supported, whatever the model makes of the words.
            var isUnsupported = clauses[clause] >= threshold && !reading.Acts.Any(act => act.IsSupported && act.Start >= start && act.Start < stop);
            var before = claims.Count;
            AddValues(reading, start, stop, isUnsupported, claims);
            AddStates(reading, first, end, isUnsupported, claims);
            if (isUnsupported && reading.Input.Facts is not null && !claims.Skip(before).Any(claim => claim.Support <= ClaimSupport.Contradicted))
                claims.Add(new ReplyClaim(ClaimKind.Statement, start, stop - start, message.Text[start..stop], ClaimSupport.Unsupported, null));
        }

        return [.. claims.OrderBy(claim => claim.Start)];
    }

    private static void AddValues(ReplyReading reading, int start, int stop, bool isUnsupported, List<ReplyClaim> claims)
    {
        for (var index = 0; index < reading.Reply.Values.Count; index++)
        {
            var value = reading.Reply.Values[index];
            if (value.Start < start || value.Start >= stop)
                continue;
            var (support, from, text) = reading.Support[index];
            var source = from is { } known && text is not null ? text.At(known.Start, known.Length, "the same value") : null;
            if (support == ClaimSupport.Unsupported)
            {
                source = Otherwise(reading, value);
                support = reading.Input.Facts is null ? ClaimSupport.Unknown : !isUnsupported && !ReplyClaims.IsChecked(value) ? ClaimSupport.Derived : source is null ? ClaimSupport.Unsupported : ClaimSupport.Contradicted;
                source = support == ClaimSupport.Contradicted ? source : null;
            }

            claims.Add(new ReplyClaim(value.Kind, value.Start, value.Length, reading.Reply.Message.Text.Substring(value.Start, value.Length), support, source));
        }
    }

    /// <summary>The one value of the same kind in the facts that the reply does not have: it says otherwise.</summary>
    private static JudgeEvidence? Otherwise(ReplyReading reading, FoundValue value)
    {
        if (value.Kind is ClaimKind.Number or ClaimKind.Code)
            return null;
        foreach (var fact in reading.Facts)
        {
            foreach (var known in fact.Values)
            {
                if (known.Kind == value.Kind && known.Number != value.Number && !reading.Reply.Values.Exists(said => said.Kind == known.Kind && said.Number == known.Number))
                    return fact.At(known.Start, known.Length, "another value");
            }
        }

        return null;
    }

    private static void AddStates(ReplyReading reading, int first, int end, bool isUnsupported, List<ReplyClaim> claims)
    {
        var from = reading.Reply.Message.Words[first].Start;
        var to = reading.Reply.Message.Words[end - 1].End;
        var acts = reading.Acts.Where(act => act.Start >= from && act.Start < to).ToList();
        claims.AddRange(acts.Where(act => !act.IsSupported).Select(act => new ReplyClaim(ClaimKind.State, act.Start, act.Length, reading.Reply.Message.Text.Substring(act.Start, act.Length), ClaimSupport.Unsupported, null)));
        if (acts.Exists(act => !act.IsSupported))
            return;
        foreach (var hit in reading.Reply.Cues)
        {
            if (hit.Name != "done" || hit.FirstWord < first || hit.FirstWord >= end || hit.EndWord > reading.Reply.Message.Words.Count)
                continue;
            var (start, stop) = (reading.Reply.Message.Words[hit.FirstWord].Start, reading.Reply.Message.Words[hit.EndWord - 1].End);
            var said = new ContentWords(reading.Reply.Message, hit.FirstWord, hit.EndWord);
            var fact = reading.Facts.FirstOrDefault(fact => said.ShareIn(fact.Contents.Stems) > 0);
            var support = fact is not null ? ClaimSupport.Supported : reading.Input.Facts is null ? ClaimSupport.Unknown : isUnsupported ? ClaimSupport.Unsupported : ClaimSupport.Derived;
            claims.Add(new ReplyClaim(ClaimKind.State, start, stop - start, reading.Reply.Message.Text[start..stop], support, fact?.At(0, fact.Message.Text.Length, "the same is said")));
        }
    }
}
