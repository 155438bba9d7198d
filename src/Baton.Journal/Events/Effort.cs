namespace Baton.Journal;

/// <summary>
/// What people did in a conversation from a takeover until that worker's part ended; stands behind the event that ended it. A round is a
/// customer's turn and the reply to it.
/// </summary>
/// <param name="Worker">Who held it; what colleagues who joined did is counted too.</param>
/// <param name="TakenOverIn">Version of the <see cref="WorkerTookOver"/> that began the part.</param>
/// <param name="How">As there; <c>step-in</c> for one message.</param>
/// <param name="Kind">Why a person was called; null when the worker came unasked.</param>
/// <param name="IsEmotional">True when patience or trust was lost, by the call, a signal or the risk.</param>
/// <param name="Messages">Messages to the customer.</param>
/// <param name="Rounds">Rounds that people answered.</param>
/// <param name="AllRounds">Rounds that anybody answered since the conversation was opened (again), up to the end of this part.</param>
/// <param name="Questions">Questions asked of the customer.</param>
/// <param name="Solutions">Messages that offered or told of a solution, and goodwill given.</param>
public sealed record EffortMeasured(
    WorkerId Worker, int TakenOverIn, string How, EscalationKind? Kind, bool IsEmotional, int Messages, int Rounds, int AllRounds, int Questions, int Solutions) : ConversationEvent;
