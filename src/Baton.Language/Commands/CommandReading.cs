namespace Baton.Language;

/// <summary>Decides what the customer does with a message, from its cues, values and intents, and puts it in the order it was said.</summary>
internal sealed class CommandReading(MessageText message, ReadingRequest request, IdentifiedLanguage language, CommandCues cues, IntentReading intents, bool asksForPerson)
{
    private const int FewWords = 4;
    private readonly List<(int Place, CustomerCommand Command)> _commands = [];

    public IReadOnlyList<CustomerCommand> Read()
    {
        if (message.Words.Count == 0)
            return [];
        var negations = new Negations(message, cues.All, language.Code);
        var values = ValueCommands.Read(message, request, language.Code, negations);
        var starts = Starts(values.Exists(value => value.Command.Name == request.Expected?.Name));
        if (starts.Exists(start => start.Intent != request.CurrentProcedure) && request.CurrentProcedure is not null)
            values.Clear();
        foreach (var (intent, place, _) in starts)
            _commands.Add((place, new StartProcedure(intent)));
        foreach (var (place, command) in values)
            _commands.Add((place, command));

        if (asksForPerson)
            _commands.Add((cues.First(CueNames.Person) is { } person ? message.Words[person.FirstWord].Start : 0, new AskForPerson()));
        AddConsent(values.Count > 0 || starts.Count > 0);
        AddStop();
        AddReplies(values);
        AddText(starts.Count > 0);
        AddCourtesies(starts.Count > 0);
        return [.. _commands.OrderBy(entry => entry.Place).Select(entry => entry.Command).Distinct()];
    }

    private List<(string Intent, int Place, double Probability)> Starts(bool isAnswered)
    {
        if (isAnswered && !IsAsking())
            return [];
        var needed = request.CurrentProcedure is null ? Calibration.Sure : isAnswered ? Calibration.SureBesideAnswer : Calibration.SureOfChange;
        var isStopping = cues.Has(CueNames.Stop);
        return [.. intents.Wanted.Where(one => one.Probability >= needed && one.Intent != request.CurrentProcedure && !(isStopping && message.Words.Count <= 6)).Take(2)];
    }

    private bool IsAsking() =>
        message.Sentences.Any(sentence => sentence.IsQuestion) || message.Words.Any(word => word.Form is "please" or "bitte" || (Concepts.Of(word.Form) is { } concept && concept == Concepts.Of("want")));

    private void AddCue(string name, CustomerCommand command)
    {
        if (cues.First(name) is { } hit)
            _commands.Add((message.Words[hit.FirstWord].Start, command));
    }

    private void AddConsent(bool saysMore)
    {
        var (answer, place) = Consent.Read(message, cues, saysMore);
        if (answer is not { } yes)
            return;
        _commands.Add((place, yes ? new Confirm() : new Deny()));
        if (request.Expected is { Kind: ValueKind.YesNo } expected)
            _commands.Add((place, new SetValue(expected.Name, yes ? "yes" : "no", message.Text.Trim())));
    }

    private void AddStop()
    {
        if (cues.First(CueNames.Stop) is not { } stop)
            return;
        var place = message.Words[stop.FirstWord].Start;
        if (request.CurrentProcedure is not null)
            _commands.Add((place, new StopProcedure()));
        else if (message.Words.Count <= FewWords)
            _commands.Add((place, new Leave()));
    }

    private void AddReplies(List<(int Place, SetValue Command)> values)
    {
        // "That's not right, it's SO-10043" gives a value and need not be asked about.
        if (cues.Has(CueNames.Reject) && !values.Exists(value => value.Command.IsCorrection))
            AddCue(CueNames.Reject, new RejectReply());
        else
            AddCue(CueNames.Again, new AskAgain());
    }

    /// <summary>What was asked for in free words is the whole message, unless it does something else.</summary>
    private void AddText(bool isOtherWish)
    {
        if (request.Expected is not { Kind: ValueKind.Text } expected || isOtherWish || _commands.Exists(entry => entry.Command is AskForPerson or StopProcedure or RejectReply or AskAgain))
            return;
        var text = message.Text.Trim();
        var isCourtesyOnly = cues.All.Any(hit => hit.Name is CueNames.Greet or CueNames.Thank && hit.EndWord - hit.FirstWord == message.Words.Count);
        var asksBack = message.Sentences[^1].IsQuestion && message.Words.Count <= 8;
        if (!isCourtesyOnly && !asksBack && !_commands.Exists(entry => entry.Command is SetValue set && set.Name == expected.Name))
            _commands.Add((0, new SetValue(expected.Name, text, text, cues.Has(CueNames.Correction))));
    }

    private void AddCourtesies(bool isWish)
    {
        AddCue(CueNames.Greet, new Greet());
        var isBusy = isWish || _commands.Exists(entry => entry.Command is AskForPerson or RejectReply);
        if (isBusy)
            return;
        AddCue(CueNames.Thank, new Thank());
        var isQuestion = message.Sentences.Any(sentence => sentence.IsQuestion);
        if (cues.Has(CueNames.Leave) && !isQuestion)
            AddCue(CueNames.Leave, new Leave());
        else if (NeedsNothing() && !isQuestion)
            _commands.Add((message.Text.Length, new Leave()));
    }

    /// <summary>"No, thanks" to "anything else?", or when nothing at all was asked.</summary>
    private bool NeedsNothing()
    {
        if (!_commands.Exists(entry => entry.Command is Deny) || message.Words.Count > FewWords || request.Expected is not null || _commands.Exists(entry => entry.Command is Leave or SetValue))
            return false;
        for (var index = request.Course.Count - 1; index >= 0; index--)
        {
            if (request.Course[index].Speaker != "customer")
                return CommandCues.OffersMore(request.Course[index].Text);
        }

        return false;
    }
}
