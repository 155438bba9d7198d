using Baton.Journal;

namespace Baton.Web;

// How a conversation changes hands.
public sealed partial class ConversationView
{
    private void ApplyTurn(int version, DateTimeOffset at, ConversationEvent happened)
    {
        switch (happened)
        {
            case Escalated escalated:
                Held(Holder.Queue);
                (Escalation, EscalatedAt, _calledIn) = (escalated, at, version);
                IsEmotional |= escalated.Kind == EscalationKind.Emotional;
                StartClocks(at);
                Add(new TurnItem(version, at, "escalated", $"Needs a person: {Labels.Kind(escalated.Kind).ToLowerInvariant()}", $"{escalated.Reason} ({Labels.Trigger(escalated.Trigger)})"));
                break;
            case WorkerTookOver { How: "step-in" } took:
                (_stepIn, Holder) = (took.WorkerName, Holder.Agent);
                Add(new TurnItem(version, at, "worker", $"{took.WorkerName} stepped in for one message", null));
                break;
            case GivenBack when _stepIn is not null:
                _stepIn = null;
                break;
            case WorkerTookOver took:
                var before = WorkerName;
                Held(Holder.Worker, took.Worker, took.WorkerName);
                (PromisedBy, EscalatedAt) = (null, null);
                if (Clocks is null) StartClocks(at);
                Add(new TurnItem(version, at, "worker", took.How switch { "claim" => $"{took.WorkerName} took it from the queue", "swap" => $"{took.WorkerName} relieved {before ?? "a colleague"}", _ => $"{took.WorkerName} took over" }, null));
                break;
            case GivenBack given:
                (NeedAt, Clocks) = (WaitingSince, null);
                var giver = WorkerName ?? "A worker";
                Held(Holder.Agent);
                (Escalation, Agreed) = (null, given.Agreed.Length > 0 ? given.Agreed : Agreed);
                Add(new TurnItem(version, at, "agent", $"{giver} gave it back to the agent", given.Agreed.Length > 0 ? $"Agreed: {given.Agreed}" : null));
                break;
            case WorkerReleased released:
                var releaser = WorkerName ?? "A worker";
                Held(Holder.Queue);
                EscalatedAt = at;
                Add(new TurnItem(version, at, "queue", $"{releaser} released it for another person", released.Why.Length > 0 ? released.Why : null));
                break;
            case ConversationClosed closed:
                Held(Holder.Closed);
                (Outcome, PromisedBy, EscalatedAt, WaitingSince, Answer) = (closed.Outcome, null, null, null, null);
                Add(new TurnItem(version, at, "closed", $"Closed by the {closed.By}", Labels.Humanize(closed.Outcome)));
                break;
            case ConversationReopened:
                Held(Holder.Agent);
                (Outcome, Escalation, NeedAt, Clocks, Returned) = (null, null, null, null, null);
                _stretchStart = version;
                IsEmotional = false;
                ForgetBefore();
                Add(new TurnItem(version, at, "opened", "Opened again", null));
                break;
            case HelpBegan began:
                Clocks = new(began.NeedAt, began.TriggerAt, at);
                break;
            case CustomerReturned returned:
                Returned = returned;
                break;
            case AnswerArranged arranged:
                Answer = arranged;
                Add(new TurnItem(version, at, "queue", Labels.Answer(arranged), null));
                break;
            case ConversationRated rated:
                Add(new TurnItem(version, at, "rated", $"Rated {rated.Score} of 5", rated.Comment.Length > 0 ? rated.Comment : null));
                break;
            default:
                ApplyProtection(version, at, happened);
                break;
        }
    }

    private void Held(Holder holder, WorkerId? worker = null, string? name = null)
    {
        (Holder, Worker, WorkerName) = (holder, worker, name);
        EndHelp();
    }
}
