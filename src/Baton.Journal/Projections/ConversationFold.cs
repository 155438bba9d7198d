namespace Baton.Journal;

/// <summary>
/// How events make a conversation's summary. Pure and repeatable: an event that was folded in already changes nothing, so
/// that a reader may join a snapshot and a stream that overlap.
/// </summary>
public static class ConversationFold
{
    /// <summary>Changes whenever the fold does: projections that another version made are rebuilt at start.</summary>
    internal const int Version = 6;

    /// <summary>The summary after one more event; null is the conversation before its first event.</summary>
    public static ConversationSummary Apply(ConversationSummary? summary, LoggedEvent logged)
    {
        summary ??= new ConversationSummary { Id = logged.Conversation, OpenedAt = logged.At };
        if (logged.Version <= summary.Version) return summary;
        return Apply(summary, logged.Event, logged.At) with
        {
            Version = logged.Version,
            Position = logged.Position,
            LastEventAt = logged.At,
        };
    }

    private static ConversationSummary Apply(ConversationSummary s, ConversationEvent @event, DateTimeOffset at) => @event switch
    {
        ConversationOpened e => s with
        {
            Channel = e.Channel,
            Team = e.Team,
            Customer = e.Customer,
            Locale = e.Locale,
            IsSimulated = e.IsSimulated,
            OpenedAt = at,
        },
        CustomerWrote e => s with
        {
            IsEmpty = false,
            HasUnansweredTurn = true,
            WaitingSince = s.WaitingSince ?? at,
            Snippet = Snippet(e.Text, s.Snippet),
            IsShielded = false,
        },
        MessageInterpreted e => s with { Intent = e.Intent ?? s.Intent },
        AgentReplied e => Answered(s, e.Text),
        WorkerReplied e => Answered(s, e.Text),
        CustomerNotified { Kind: NoticeKinds.PersonHere } => s with { PromisedBy = null },
        CustomerNotified { By: { } by } => s with { PromisedBy = by },
        AnswerArranged e => s with { AnswerWay = e.Way, NotBefore = e.NotBefore },
        SignalRaised e => s with { TopSignal = s.IsShielded ? Unquoted(e.Words) : e.Words },
        SignalMarked { Mark: SignalMark.Wrong } e when e.Words == s.TopSignal => s with { TopSignal = null },
        RiskAssessed e => s with { TechnicalRisk = e.Technical, EmotionalRisk = e.Emotional, Level = e.Level },
        SupervisorAssigned e => s with { Supervisor = e.Worker, SupervisorName = e.WorkerName },
        MessageShielded => s with { IsShielded = true, Snippet = "An abusive message, folded", TopSignal = s.TopSignal is null ? null : Unquoted(s.TopSignal), EscalationReason = s.EscalationReason is null ? null : Unquoted(s.EscalationReason) },
        HelpAsked e => s with { HelpAskedBy = e.WorkerName },
        HelpSettled => s with { HelpAskedBy = null },
        ContactEndAsked e => s with { EndAskedBy = e.WorkerName },
        ContactEndDecided => s with { EndAskedBy = null },
        CustomerReturned e => s with { HasReturned = true, KnownBy = e.KnownBy },
        ConversationRated e => s with { Rating = e.Score },
        Escalated or WorkerTookOver or GivenBack or WorkerReleased or ConversationClosed or ConversationReopened => ChangeHands(s, @event, at) with { HelpAskedBy = null, EndAskedBy = null, NotBefore = null },
        // What is left says how a conversation was handled, not where it stands.
        _ => s,
    };

    private static ConversationSummary ChangeHands(ConversationSummary s, ConversationEvent @event, DateTimeOffset at) => @event switch
    {
        Escalated e => ToQueue(s, e.Epoch, at) with
        {
            EscalationKind = e.Kind,
            EscalationReason = s.IsShielded ? Unquoted(e.Reason) : e.Reason,
            // Who asks for a person needs one, even without having written a word.
            IsEmpty = s.IsEmpty && e.Trigger is not EscalationTrigger.Customer,
        },
        WorkerTookOver e => s with
        {
            Holder = Holder.Worker,
            Worker = e.Worker,
            WorkerName = e.WorkerName,
            Epoch = e.Epoch,
            EscalatedAt = null,
            PromisedBy = null,
        },
        GivenBack e => ToAgent(s, e.Epoch),
        WorkerReleased e => ToQueue(s, e.Epoch, at),
        ConversationClosed e => s with
        {
            Holder = Holder.Closed,
            Worker = null,
            WorkerName = null,
            HasUnansweredTurn = false,
            WaitingSince = null,
            EscalatedAt = null,
            PromisedBy = null,
            Outcome = e.Outcome,
            AnswerWay = null,
        },
        ConversationReopened e => ToAgent(s, e.Epoch) with { Outcome = null, HasReturned = false, KnownBy = null },
        _ => s,
    };

    private static ConversationSummary ToQueue(ConversationSummary s, int epoch, DateTimeOffset at) => s with
    {
        Holder = Holder.Queue,
        Worker = null,
        WorkerName = null,
        Epoch = epoch,
        EscalatedAt = at,
        WaitingSince = s.WaitingSince ?? at,
    };

    private static ConversationSummary ToAgent(ConversationSummary s, int epoch) => s with
    {
        Holder = Holder.Agent,
        Worker = null,
        WorkerName = null,
        Epoch = epoch,
        EscalatedAt = null,
        PromisedBy = null,
        AnswerWay = null,
    };

    private static ConversationSummary Answered(ConversationSummary s, string text) => s with
    {
        Rounds = s.HasUnansweredTurn ? s.Rounds + 1 : s.Rounds,
        HasUnansweredTurn = false,
        WaitingSince = null,
        Snippet = Snippet(text, s.Snippet),
    };

    /// <summary>Words of a signal without those it quotes from the message.</summary>
    private static string Unquoted(string words) => words.IndexOf('“', StringComparison.Ordinal) is > 0 and var at ? $"{words[..at].TrimEnd(' ', ':')}." : words;

    private static string Snippet(string text, string before)
    {
        const int Longest = 160;
        if (string.IsNullOrWhiteSpace(text)) return before;
        var length = Math.Min(text.Length, Longest);
        if (length < text.Length && char.IsHighSurrogate(text[length - 1])) length--;
        return string.Create(length, text, static (line, source) =>
        {
            for (var i = 0; i < line.Length; i++) line[i] = char.IsControl(source[i]) ? ' ' : source[i];
        });
    }
}
