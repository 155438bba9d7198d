namespace Baton.Language;

/// <summary>What a reply is judged by, each apart from the others.</summary>
public enum ReplyAspect
{
    /// <summary>It answers what was asked.</summary>
    Answers,

    /// <summary>Its claims are supported by a source, a tool's result or what was said.</summary>
    Supported,

    /// <summary>It brings the customer further, and does not only reassure.</summary>
    Advances,

    /// <summary>It says something that was not said before.</summary>
    Fresh,

    /// <summary>Where a person is asked for or needed, it shows the way to one.</summary>
    ShowsPerson,

    /// <summary>It is understood at the first reading.</summary>
    Clear,

    /// <summary>It does not put the customer down.</summary>
    Civil,
}

/// <summary>How much of what was asked is answered.</summary>
public enum AnswerCoverage
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Something, and something is left open.</summary>
    Partly,

    /// <summary>All of it.</summary>
    All,
}

/// <summary>In which text evidence stands.</summary>
public enum EvidencePlace
{
    /// <summary>The reply.</summary>
    Reply,

    /// <summary>The customer's message.</summary>
    Question,

    /// <summary>A turn before it.</summary>
    Before,

    /// <summary>A fact.</summary>
    Fact,
}

/// <summary>A place in a text that a judgement rests on.</summary>
/// <param name="Place">In which text.</param>
/// <param name="Index">Which turn or fact, from 0; 0 in the reply and the question.</param>
/// <param name="Start">Its first character, in UTF-16 units from 0.</param>
/// <param name="Length">How many.</param>
/// <param name="Why">What it shows, in words for a person.</param>
public sealed record JudgeEvidence(EvidencePlace Place, int Index, int Start, int Length, string Why);

/// <summary>One aspect of the judgement.</summary>
/// <param name="Aspect">Which.</param>
/// <param name="Score">0 (surely at fault) to 1 (surely not).</param>
/// <param name="IsFault">Whether the score is under the threshold that was chosen for the aspect.</param>
/// <param name="Evidence">Where it shows; may be empty, as when something is left out.</param>
public sealed record AspectScore(ReplyAspect Aspect, double Score, bool IsFault, IReadOnlyList<JudgeEvidence> Evidence);

/// <summary>What a reply comes to, all aspects together.</summary>
public enum ReplyQuality
{
    /// <summary>It should not have been sent as it is: it answers nothing, claims what nothing supports, only reassures, repeats, hides the person or is rude.</summary>
    Faulty,

    /// <summary>It helps, but leaves something open or is hard to read.</summary>
    Lacking,

    /// <summary>Nothing is wrong with it.</summary>
    Sound,
}

/// <summary>The judgement of a reply.</summary>
/// <param name="Language">ISO 639-1 code of the reply's language.</param>
/// <param name="Quality">All aspects together.</param>
/// <param name="Score">The same as a number: the lowest aspect's score, 0 to 1.</param>
/// <param name="Answers">How much of what was asked it answers.</param>
/// <param name="Aspects">One for each of <see cref="ReplyAspect"/>, in its order.</param>
/// <param name="Asks">What the customer asks, in the order of the message.</param>
/// <param name="Claims">What the reply claims, in its order.</param>
/// <param name="Ease">How easily it reads.</param>
public sealed record ReplyVerdict(
    string Language,
    ReplyQuality Quality,
    double Score,
    AnswerCoverage Answers,
    IReadOnlyList<AspectScore> Aspects,
    IReadOnlyList<AskedThing> Asks,
    IReadOnlyList<ReplyClaim> Claims,
    ReadingEase Ease)
{
    /// <summary>The score of an aspect.</summary>
    public AspectScore this[ReplyAspect aspect] => Aspects[(int)aspect];

    /// <summary>The aspects at fault, the surest first.</summary>
    public IEnumerable<AspectScore> Faults => Aspects.Where(aspect => aspect.IsFault).OrderBy(aspect => aspect.Score);
}

/// <summary>One thing that the customer asks.</summary>
/// <param name="Start">Where it stands in the customer's message.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Text">The words.</param>
/// <param name="Coverage">Whether the reply answers it.</param>
/// <param name="Answer">Where; null when nothing was found that does.</param>
public sealed record AskedThing(int Start, int Length, string Text, AnswerCoverage Coverage, JudgeEvidence? Answer);
