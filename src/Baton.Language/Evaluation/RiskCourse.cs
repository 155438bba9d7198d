namespace Baton.Language;

/// <summary>A conversation with the risk that was read at each of its rounds.</summary>
/// <param name="Conversation">Which.</param>
/// <param name="Technical">By round.</param>
/// <param name="Emotional">By round.</param>
internal sealed record RiskCourse(RiskConversation Conversation, IReadOnlyList<double> Technical, IReadOnlyList<double> Emotional)
{
    public int Rounds => Technical.Count;

    /// <summary>The round at which a worker should have stepped in; null for none.</summary>
    public int? StepIn => Conversation.StepIn is { } place ? Conversation.RoundOf(place) : null;

    public int? Complaint => Conversation.Complaint is { } place ? Conversation.RoundOf(place) : null;

    /// <summary>Probability of either failure; a conversation ends in one way only.</summary>
    public double Failure(int round) => Math.Min(Technical[round] + Emotional[round], 1);

    /// <summary>The first round whose risk of either failure reaches a threshold; null for none.</summary>
    public int? Alarm(double threshold)
    {
        for (var round = 0; round < Rounds; round++)
        {
            if (Failure(round) >= threshold)
                return round;
        }

        return null;
    }

    public static RiskCourse Read(RiskConversation conversation, RiskReader reader)
    {
        var read = conversation.CustomerTurns.Select(place => reader.Read(conversation.Until(place))).ToList();
        return new RiskCourse(conversation, [.. read.Select(risk => risk.Technical)], [.. read.Select(risk => risk.Emotional)]);
    }

    /// <summary>The risk of the opening words, kept to the end.</summary>
    public static RiskCourse ReadOpening(RiskConversation conversation, RiskReader reader)
    {
        var risk = reader.Read(conversation.Until(conversation.CustomerTurns[0]));
        return new RiskCourse(conversation, [.. conversation.CustomerTurns.Select(_ => risk.Technical)], [.. conversation.CustomerTurns.Select(_ => risk.Emotional)]);
    }
}
