namespace Baton.Language;

/// <summary>What a message wants: the scores of the whole and, where it has several sentences, the best of each.</summary>
/// <param name="Scores">Best first.</param>
/// <param name="Wanted">Intents that are sure enough to start, with the place of their sentence.</param>
internal sealed record IntentReading(IReadOnlyList<IntentScore> Scores, IReadOnlyList<(string Intent, int Place, double Probability)> Wanted)
{
    private const int MostSentences = 12;

    public static IntentReading Read(MessageText message, IdentifiedLanguage language, CommandCues cues, IntentModel model)
    {
        var shown = language.IsShown ? language.Code : null;
        var courtesy = Courtesies(message, cues);
        var best = new Dictionary<string, double>(StringComparer.Ordinal);
        var wanted = new List<(string Intent, int Place, double Probability)>();
        if (message.Sentences.Count > 1)
        {
            foreach (var sentence in message.Sentences.Take(MostSentences))
                Add(model.Score(IntentWords.Of(message, sentence.FirstWord, sentence.EndWord, courtesy), shown), message.Words[sentence.FirstWord].Start, best, wanted);
        }

        var whole = model.Score(IntentWords.Of(message, 0, message.Words.Count, courtesy), shown);
        Add(whole, message.Words.Count == 0 ? 0 : message.Words[0].Start, best, wanted);
        var scores = best.Select(entry => new IntentScore(entry.Key, entry.Value)).OrderByDescending(score => score.Probability).ToList();
        return new IntentReading(scores, wanted);
    }

    private static void Add(IReadOnlyList<IntentScore> scores, int place, Dictionary<string, double> best, List<(string Intent, int Place, double Probability)> wanted)
    {
        foreach (var score in scores)
            best[score.Intent] = Math.Max(best.GetValueOrDefault(score.Intent), score.Probability);
        if (scores.Count == 0 || scores[0].Probability < Calibration.Sure || wanted.Exists(one => one.Intent == scores[0].Intent))
            return;

        // Two that are as probable are one question to ask back, not two procedures to start.
        if (scores.Count == 1 || scores[0].Probability - scores[1].Probability >= Calibration.Margin)
            wanted.Add((scores[0].Intent, place, scores[0].Probability));
    }

    private static bool[] Courtesies(MessageText message, CommandCues cues)
    {
        var courtesy = new bool[message.Words.Count];
        foreach (var hit in cues.All)
        {
            if (hit.Name is CueNames.Greet or CueNames.Pleasantry or CueNames.Thank or CueNames.Person or CueNames.Yes or CueNames.No)
                Array.Fill(courtesy, true, hit.FirstWord, hit.EndWord - hit.FirstWord);
        }

        return courtesy;
    }
}
