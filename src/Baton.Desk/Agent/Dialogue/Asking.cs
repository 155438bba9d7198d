using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>Asks for a value: once in words, then with its choices listed; after that a person helps.</summary>
internal static class Asking
{
    private const int MostChoices = 8;
    private const int MostTimes = 2;

    public static Waits Ask(TurnState turn, Procedure procedure, ProcedureFrame frame, ValueDefinition value, IReadOnlyList<ValueChoice>? choices)
    {
        var problem = turn.Problems.GetValueOrDefault(value.Name);
        var isAgain = frame.Asked == value.Name;
        // A message that was used for something else, or only named what could not be used for the first time, is no failed answer.
        var isFailed = turn.AskedAtStart == value.Name && (!turn.IsUsed || problem is not null);
        var times = isAgain ? Math.Max(1, frame.TimesAsked + (isFailed ? 1 : 0)) : isFailed ? 2 : 1;
        if (times > MostTimes) return GiveUp(turn, procedure, value);

        var offered = (choices ?? []).Take(MostChoices).Select(choice => new Choice(choice.Label, choice.Label)).ToList();
        var text = new List<string>();
        if (problem is not null) text.Add(problem);
        else if (isFailed) text.Add(turn.Text("notReadable"));
        text.Add(value.Ask!.In(turn.Language).Render(turn.DataOf(frame).Values, turn.Culture));
        if (times == MostTimes && offered.Count > 0) text.Add(turn.Text("pick", ("choices", offered.Select(choice => choice.Label).ToList())));
        if (times == MostTimes) offered.Add(turn.PersonChoice);
        var sources = frame.Results.TryGetValue(FrameData.ChoicesKey(value.Name), out var list) ? new[] { list } : [];
        turn.Say(string.Join(' ', text), offered, sources);
        turn.Current = frame with { Asked = value.Name, TimesAsked = times };
        return Waits.Yes;
    }

    private static Waits GiveUp(TurnState turn, Procedure procedure, ValueDefinition value)
    {
        turn.Signal("value-asked-twice", EscalationKind.Technical, $"'{value.Name}' was asked for twice without success.", 0.7);
        if (turn.Problems.GetValueOrDefault(value.Name) is { } problem) turn.Say(problem);
        turn.Say(turn.Text("valueTwice"));
        turn.Escalate(EscalationKind.Technical, $"The agent could not learn '{value.Name}' for '{procedure.Name}'.");
        turn.End("escalated");
        return Waits.Yes;
    }
}
