using System.Collections.Immutable;
using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>Follows one conversation through the log to the course that the agent took and how it ended.</summary>
internal sealed class CourseFold(ConversationId conversation)
{
    private readonly PastFold _past = new();
    private readonly Dictionary<(string Code, int Version), SignalMarked> _marks = [];
    private ConversationState _state = ConversationState.Empty;
    private ImmutableList<RiskTurn> _course = [];

    public ConversationId Conversation => conversation;

    public void Add(LoggedEvent logged)
    {
        if (_past.IsWithAgent)
        {
            _state = _state.Apply(logged);
            if (!_state.Course.IsEmpty) _course = _state.Course;
        }
        else if (logged.Event is SignalMarked marked && RiskOpinions.Marked(marked) is { } opinion)
        {
            _course = [.. _course.Select(turn => turn.IsCustomer && turn.Version == marked.MessageVersion ? turn.With(opinion) : turn)];
        }

        if (logged.Event is SignalMarked mark && RiskReader.SignalCodes.Contains(mark.Code)) _marks[(mark.Code, mark.MessageVersion)] = mark;
        _past.Add(logged.Event);
    }

    /// <summary>What can be learned of it; null when nothing can.</summary>
    public KnownCourse? Result()
    {
        if (!_course.Any(turn => turn.IsCustomer)) return null;
        return _past.End switch
        {
            PastEnd.Well => Course(false, false),
            PastEnd.Failed => Course(_past.KindOfFailure == EscalationKind.Technical, _past.KindOfFailure == EscalationKind.Emotional),
            _ when IsCalledWrong(EscalationKind.Technical) || IsCalledWrong(EscalationKind.Emotional) =>
                Course(IsCalledWrong(EscalationKind.Technical) ? false : null, IsCalledWrong(EscalationKind.Emotional) ? false : null),
            _ => null,
        };
    }

    private KnownCourse Course(bool? technical, bool? emotional) => new(conversation.ToString(), _course, technical, emotional);

    /// <summary>Whether every sign of the course that a worker spoke of was said to be none.</summary>
    private bool IsCalledWrong(EscalationKind kind)
    {
        var marks = _marks.Values.Where(mark => mark.Kind == kind).ToList();
        return marks.Count > 0 && marks.TrueForAll(mark => mark.Mark == SignalMark.Wrong);
    }
}
