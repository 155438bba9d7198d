namespace Baton.Audit;

/// <summary>A sentence of a reply, with the questions whose words it holds. What it gives once (one span of time, say) answers one question.</summary>
internal sealed class SaidPassage
{
    private readonly Enquiry _enquiry;
    private readonly string _sentence;
    private readonly IReadOnlyList<IReadOnlyList<(string Word, int At)>> _hits;
    private readonly HashSet<(AnswerKind Kind, int At)> _used = [];
    private readonly bool _sendsElsewhere;

    public SaidPassage(Enquiry enquiry, string sentence)
    {
        (_enquiry, _sentence, _sendsElsewhere) = (enquiry, sentence, AnswerWords.SendsElsewhere(sentence));
        _hits = [.. enquiry.Questions.Select(question => question.About.Where(word => !AnswerWords.IsWeak(word)).SelectMany(word => Places(sentence, word).Select(at => (word, at))).ToList())];
    }

    /// <summary>Answers the questions whose words stand here.</summary>
    public void Serve(string?[] answers)
    {
        var specific = Specific(answers);
        foreach (var index in specific) answers[index] ??= _sentence;
        for (var index = 0; index < answers.Length; index++)
        {
            var question = _enquiry.Questions[index];
            if (answers[index] is not null || _hits[index].Count == 0 || _sendsElsewhere || AnswerWords.Gives(question.Needs) is not null) continue;

            // Words that only belong to what another question asked for say nothing of this one.
            if (specific.Any(other => Words(index).IsSubsetOf(Words(other)))) continue;
            answers[index] = _sentence;
        }
    }

    /// <summary>A span of time that no question's words stand by answers the one question that still asks for a span of time.</summary>
    /// <param name="answers">What was seen so far.</param>
    /// <param name="declined">Questions that the reply says it does not answer: nothing is left to be said on them.</param>
    public void ServeWhatIsLeft(string?[] answers, IReadOnlySet<int> declined)
    {
        foreach (var kind in new[] { AnswerKind.Duration, AnswerKind.Time })
        {
            int[] open = [.. Enumerable.Range(0, answers.Length).Where(index => answers[index] is null && !declined.Contains(index) && _enquiry.Questions[index].Needs == kind)];
            if (open is not [var only] || _sendsElsewhere || _hits.Where((_, index) => index != only && _enquiry.Questions[index].Needs == kind).Any(hits => hits.Count > 0)) continue;
            if (AnswerWords.SpeaksOfAnswering(_sentence) && !AnswerWords.SpeaksOfAnswering(_enquiry.Questions[only].Ask)) continue;
            if (AnswerWords.Gives(kind)!.Matches(_sentence).Any(match => !_used.Contains((kind, match.Index)))) answers[only] = _sentence;
        }
    }

    /// <summary>Questions whose words stand here.</summary>
    public IEnumerable<int> Touches() => Enumerable.Range(0, _hits.Count).Where(index => _hits[index].Count > 0);

    /// <summary>Questions that want something definite which stands here, those still open before the others and the nearest first; each thing given serves one of them.</summary>
    private List<int> Specific(string?[] answers)
    {
        List<int> served = [];
        var pairs = from index in Enumerable.Range(0, _hits.Count)
                    let kind = _enquiry.Questions[index].Needs
                    where AnswerWords.Gives(kind) is not null
                    from given in AnswerWords.Gives(kind)!.Matches(_sentence)
                    from hit in _hits[index]
                    orderby answers[index] is not null, Math.Abs(hit.At - given.Index), Words(index).Count descending
                    select (index, kind, given.Index);
        foreach (var (index, kind, at) in pairs)
        {
            if (served.Contains(index) || (kind != AnswerKind.YesOrNo && _used.Contains((kind, at)))) continue;
            served.Add(index);
            _used.Add((kind, at));
        }
        return served;
    }

    private HashSet<string> Words(int index) => [.. _hits[index].Select(hit => hit.Word)];

    /// <summary>Beginnings of words count; Chinese has no gaps between them, German joins them.</summary>
    private static IEnumerable<int> Places(string sentence, string word)
    {
        for (var at = sentence.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = sentence.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (word[0] > '\u2E80' || at == 0 || !char.IsLetter(sentence[at - 1]) || word.Length > 4) yield return at;
        }
    }
}
