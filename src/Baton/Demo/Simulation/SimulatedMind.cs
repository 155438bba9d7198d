using System.Globalization;

namespace Baton;

/// <summary>One thing a customer does.</summary>
internal abstract record SimulatedAct;

internal sealed record Say(string Text) : SimulatedAct;

internal sealed record PressForPerson : SimulatedAct;

internal sealed record Rate(int Score, string Comment) : SimulatedAct;

internal sealed record GoAway : SimulatedAct;

/// <summary>
/// Decides what a customer does about what they see. Pure but for what it remembers: no clock, no network, and chance only from the
/// given random numbers.
/// </summary>
internal sealed class SimulatedMind(SimulatedScript script, Random random)
{
    private const int RoundsBorne = 8;

    private readonly SimulatedPhrases _phrases = SimulatedPhrases.In(script.Locale);
    private SimulatedItem? _unanswered;
    private string _holder = "agent";
    private int _said;
    private int _rounds;
    private int _misunderstood;
    private int _toWorker;
    private int _silences;
    private bool _askedForPerson;
    private bool _saidGoodbye;
    private bool _rated;

    /// <summary>True when the conversation is over for them, or nothing more will come from them.</summary>
    public bool IsDone { get; private set; }

    /// <summary>True for somebody who has gone without a word: they keep the page open and look at nothing.</summary>
    public bool IsSilent => script.LeavesSilently && _rounds > 0;

    public IReadOnlyList<SimulatedAct> Begin()
    {
        _said = 1;
        if (!script.WantsPerson)
            return [new Say(script.Says[0])];
        // Some write it, some press the button.
        _askedForPerson = true;
        return random.Next(2) == 0 ? [new Say(_phrases.Person), new Say(script.Says[0])] : [new Say(script.Says[0]), new PressForPerson()];
    }

    /// <summary>Takes in what the service shows.</summary>
    public void See(SimulatedItem item)
    {
        if (item.Type == "holder")
            _holder = item.Holder ?? _holder;
        else if (item is { Type: "message", From: "agent" or "worker" })
            _unanswered = item;
    }

    /// <summary>What they do about all they have seen; empty when they wait.</summary>
    public IReadOnlyList<SimulatedAct> React()
    {
        if (_holder == "closed")
            return End();
        if (_unanswered is not { } heard || IsSilent)
            return [];
        _unanswered = null;
        _rounds++;
        _silences = 0;
        if (IsSilent)
            return [];
        if (_saidGoodbye)
            return [.. End(), new GoAway()];
        // What the agent said before a person was called needs no answer any more.
        if (heard.From == "agent" && _holder != "agent")
            return [];
        return heard.From == "worker" ? ToWorker() : ToAgent(heard);
    }

    /// <summary>What they do when nothing has happened for as long as they can bear.</summary>
    public IReadOnlyList<SimulatedAct> OutOfPatience()
    {
        if (IsSilent || _saidGoodbye || ++_silences > 1)
        {
            return [.. End(), new GoAway()];
        }

        return [new Say(_phrases.StillThere)];
    }

    private IReadOnlyList<SimulatedAct> ToAgent(SimulatedItem heard)
    {
        var text = heard.Text ?? "";
        if (_rounds > RoundsBorne)
            return AskForPerson();
        if (heard.Choices is { Count: > 0 } choices)
            return [new Say(Choose(choices))];
        if (SimulatedPhrases.SaysNotUnderstood(text))
            return ++_misunderstood > script.Temperament.MisunderstandingsBorne ? AskForPerson() : [new Say(script.Shorter)];
        if (SimulatedPhrases.AsksForOrder(text))
            return [new Say(script.Order is { } order ? string.Format(CultureInfo.InvariantCulture, _phrases.HereIsTheOrder, order) : _phrases.NoOrder)];
        if (_said < script.Says.Count)
            return [new Say(script.Says[_said++])];
        if (!SimulatedPhrases.OffersMore(text) && (text.TrimEnd().EndsWith('?') || text.TrimEnd().EndsWith('？')))
            return [new Say(script.Confirms ? _phrases.Yes : _phrases.No)];
        _saidGoodbye = true;
        return [new Say(_phrases.Thanks)];
    }

    private string Choose(IReadOnlyList<SimulatedChoice> choices)
    {
        if (choices.FirstOrDefault(choice => SimulatedPhrases.IsYes(choice.Label)) is { } yes
            && choices.FirstOrDefault(choice => SimulatedPhrases.IsNo(choice.Label)) is { } no)
        {
            return script.Confirms ? yes.Value : no.Value;
        }

        var wanted = choices.FirstOrDefault(choice => Has(choice, script.Takes) || Has(choice, script.Order));
        return (wanted ?? choices[random.Next(choices.Count)]).Value;
    }

    private static bool Has(SimulatedChoice choice, string? part) =>
        part is not null && (choice.Label.Contains(part, StringComparison.OrdinalIgnoreCase) || choice.Value.Contains(part, StringComparison.OrdinalIgnoreCase));

    private IReadOnlyList<SimulatedAct> ToWorker()
    {
        var line = _phrases.ToWorker[Math.Min(_toWorker++, _phrases.ToWorker.Count - 1)];
        _saidGoodbye = _toWorker >= _phrases.ToWorker.Count;
        return [new Say(string.Format(CultureInfo.InvariantCulture, line, script.Shorter))];
    }

    private IReadOnlyList<SimulatedAct> AskForPerson()
    {
        if (_askedForPerson)
            return [];
        _askedForPerson = true;
        return random.Next(2) == 0 ? [new PressForPerson()] : [new Say(_phrases.Person)];
    }

    private IReadOnlyList<SimulatedAct> End()
    {
        IsDone = true;
        // Two in three rate; who has gone without a word does not.
        if (_rated || IsSilent || random.Next(3) == 0)
            return [];
        _rated = true;
        var score = Math.Clamp(script.Temperament.Mood - _misunderstood - _silences + (_toWorker > 0 ? 1 : 0), 1, 5);
        var comment = random.Next(2) == 0 ? "" : score >= 4 ? _phrases.GoodComment : _phrases.BadComment;
        return [new Rate(score, comment)];
    }
}
