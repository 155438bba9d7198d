namespace Baton.Language;

/// <summary>
/// Reads yes and no. What follows a yes is done and may not be undone, so a yes with a condition, a doubt or a question is none;
/// a no needs less.
/// </summary>
internal static class Consent
{
    private const float Weak = 0.9f;
    private const int FewWords = 5;

    /// <summary>True for yes, false for no, null for neither, with where it was said.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cues">Its cues.</param>
    /// <param name="saysMore">True when the message also gives a value or wants something else.</param>
    public static (bool? Answer, int Place) Read(MessageText message, CommandCues cues, bool saysMore)
    {
        if (cues.First(CueNames.No) is { } no && (cues.First(CueNames.Yes) is not { } other || no.FirstWord <= other.FirstWord || no.Touches(other)))
            return (false, message.Words[no.FirstWord].Start);
        if (cues.Has(CueNames.No) || cues.First(CueNames.Yes) is not { } first)
            return (null, 0);
        var yes = cues.All.Where(hit => hit.Name == CueNames.Yes).MaxBy(hit => hit.Weight);
        var isDoubtful = cues.Has(CueNames.Unsure) || cues.Has(CueNames.But) || cues.Has(CueNames.Stop) || cues.Has(CueNames.Reject) || message.Sentences[yes.Sentence].IsQuestion;
        var isTooLittle = yes.Weight < Weak && (saysMore || message.Words.Count > FewWords || cues.Has(CueNames.Again));
        return isDoubtful || isTooLittle ? (null, 0) : (true, message.Words[first.FirstWord].Start);
    }
}
