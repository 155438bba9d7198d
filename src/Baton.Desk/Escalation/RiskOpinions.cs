using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>What the log tells of how a message was read, as risk needs it.</summary>
internal static class RiskOpinions
{
    public static FeelingShares Shares(Reading reading)
    {
        var opinion = TurnOpinion.Of(reading);
        return new(Round(opinion.Dissatisfied), Round(opinion.Angry), Round(opinion.Resigned), Round(opinion.Worried), Round(opinion.Satisfied), Round(opinion.Person));
    }

    public static TurnOpinion Of(MessageInterpreted read) => read.Shares is { } shares
        ? new((float)shares.Dissatisfied, (float)shares.Angry, (float)shares.Resigned, (float)shares.Worried, (float)shares.Satisfied, (float)shares.Person)
        : TurnOpinion.Named(Enum.TryParse<Feeling>(read.Feeling, ignoreCase: true, out var feeling) ? feeling : Feeling.Neutral);

    /// <summary>A worker's word on a feeling counts instead of the model's; of other signals it says nothing about the feeling.</summary>
    public static TurnOpinion? Marked(SignalMarked marked) =>
        Enum.TryParse<Feeling>(marked.Code, ignoreCase: true, out var feeling)
            ? TurnOpinion.Named(marked.Mark == SignalMark.Wrong ? Feeling.Neutral : feeling)
            : null;

    private static double Round(float share) => Math.Round(share, 3);
}
