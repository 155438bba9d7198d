namespace Baton.Language;

/// <summary>The features of one clause of a reply, by which it is told whether it claims what nothing supports.</summary>
internal sealed class ClauseFeatures(WordVectors vectors)
{
    private static readonly TextFeatureOptions _words = new('c', WordOrder: 2, LongestLetters: 0, WordWeight: 0.7f);

    private readonly FeatureBuffer _buffer = new();
    private readonly TokenBuffer _tokens = new();
    private readonly TokenBuffer _otherTokens = new();
    private readonly float[] _mean = new float[WordVectors.Dimensions];
    private readonly float[] _other = new float[WordVectors.Dimensions];

    /// <summary>From which of the features last collected on they are words.</summary>
    public int WordsFrom { get; private set; }

    public FeatureBuffer Collect(ReplyReading reading, int clause)
    {
        _buffer.Clear();
        var (first, end) = reading.Clauses[clause];
        var message = reading.Reply.Message;
        var (start, stop) = (message.Words[first].Start, message.Words[end - 1].End);
        _tokens.Read(message.Text.AsSpan(start, stop - start));
        AddContents(reading, first, end);
        AddValues(reading, start, stop);
        AddCues(reading, first, end);
        Named("act-supported", reading.Acts.Any(act => act.IsSupported && act.Start >= start && act.Start < stop) ? 1 : 0);
        Named("act-unsupported", reading.Acts.Any(act => !act.IsSupported && act.Start >= start && act.Start < stop) ? 1.5 : 0);
        Named("place", clause / (double)Math.Max(1, reading.Clauses.Count - 1));
        Named("first", clause == 0 ? 0.7 : 0);
        Named("words", Math.Min(1.5, (end - first) / 12.0));
        Named("asks", message.Sentences[message.Words[first].Sentence].IsQuestion ? 1.5 : 0);
        AddMeaning(reading);
        WordsFrom = _buffer.Count;
        TextFeatures.Add(_tokens, _words, ReplyFeatures.Buckets, _buffer);
        return _buffer;
    }

    private void Named(string name, double value)
    {
        if (value != 0)
            _buffer.Add(FeatureHash.Named("clause-" + name, ReplyFeatures.Buckets), (float)value);
    }

    private void AddContents(ReplyReading reading, int first, int end)
    {
        var contents = new ContentWords(reading.Reply.Message, first, end);
        var unknown = contents.Stems.Count(stem => !reading.KnownStems.Contains(stem));
        Named("in-facts", contents.ShareIn(reading.FactStems));
        Named("in-known", contents.ShareIn(reading.KnownStems));
        Named("in-said", contents.ShareIn(reading.SaidStems));
        Named("unknown", Math.Min(1.5, unknown / 4.0));
        Named("nothing-known", contents.Stems.Count > 0 && unknown == contents.Stems.Count ? 1 : 0);
        Named("no-content", contents.Stems.Count == 0 ? 1 : 0);
        Named("best-fact", reading.Facts.Select(fact => contents.ShareIn(fact.Contents.Stems)).DefaultIfEmpty(0).Max());
        Named("no-facts", reading.Facts.Count == 0 ? 1 : 0);
    }

    private void AddValues(ReplyReading reading, int start, int stop)
    {
        for (var index = 0; index < reading.Reply.Values.Count; index++)
        {
            var value = reading.Reply.Values[index];
            if (value.Start < start || value.Start >= stop)
                continue;
            var support = reading.Support[index].Support;
            Named($"value-{support}", 1);
            Named($"value-{value.Kind}-{support}", 1);
            if (support != ClaimSupport.Supported && reading.Facts.Any(fact => fact.Values.Exists(known => known.Kind == value.Kind)))
                Named("value-other-in-facts", 1);
        }
    }

    private void AddCues(ReplyReading reading, int first, int end)
    {
        foreach (var section in ReplyCues.Sections)
        {
            if (!reading.Reply.Cues.Exists(hit => hit.Name == section && hit.FirstWord < end && hit.EndWord > first))
                continue;
            Named("cue-" + section, 0.8);
            if (section == "done")
                Named("done-in-facts", reading.Facts.Any(fact => fact.Cues.Exists(hit => hit.Name == "done")) ? 1 : -1);
        }
    }

    private void AddMeaning(ReplyReading reading)
    {
        if (reading.Language != "en" || !vectors.Read(_tokens, _mean))
            return;
        Named("near-fact", reading.Facts.Select(fact => Near(fact.Message.Text)).DefaultIfEmpty(0).Max());
        Named("near-question", Near(reading.Input.Question));
    }

    private float Near(string text)
    {
        _otherTokens.Read(text);
        return vectors.Read(_otherTokens, _other) ? Math.Max(0, System.Numerics.Tensors.TensorPrimitives.Dot<float>(_mean, _other)) : 0;
    }
}
