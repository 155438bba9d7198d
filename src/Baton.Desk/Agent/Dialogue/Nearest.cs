using Baton.Journal;

namespace Baton.Desk;

/// <summary>The procedures nearest to what was said, to tap, and always a person.</summary>
internal static class Nearest
{
    private const int Most = 4;

    public static IReadOnlyList<Choice> Choices(TurnState turn, string? but = null) =>
    [
        .. turn.Reading.Nearest.Select(score => turn.Procedures.Find(score.Intent)).OfType<Procedure>()
            .Concat(turn.Procedures.All)
            .Where(procedure => procedure.ForPerson is null && procedure.Name != but)
            .DistinctBy(procedure => procedure.Name)
            .Take(Most)
            .Select(procedure => ChoiceOf(turn, procedure)),
        turn.PersonChoice,
    ];

    public static Choice ChoiceOf(TurnState turn, Procedure procedure)
    {
        var title = procedure.Title.In(turn.Language).Source;
        return new(title, title);
    }
}
