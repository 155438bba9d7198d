using Baton.Desk;
using Baton.Journal;

namespace Baton.Insight;

/// <summary>
/// Runs a service through the desk's real dispatch, supervision, silence and load code in virtual time, one event after the other.
/// Customers, workers and their times are drawn; decisions are not.
/// </summary>
internal sealed partial class WeekSimulation
{
    private readonly SimulatedService _service;
    private readonly IRouting _routing;
    private readonly DispatchOptions _dispatch;
    private readonly LoadOptions _load;
    private readonly PriorityQueue<Action, (DateTimeOffset At, int Order)> _events = new();
    private readonly SimulatedWorker[] _workers;
    private readonly Dictionary<WorkerId, SimulatedWorker> _byId;
    private readonly Dictionary<ConversationId, Waiter> _waiting = [];
    private readonly Tally _tally;
    private DateTimeOffset _now = Demand.Start;
    private DateTimeOffset? _decides;
    private bool _looksAgain;
    private int _order;
    private int _retrials;

    private WeekSimulation(SimulatedService service, SimulatedWorker[] workers, IRouting routing, DispatchOptions dispatch, LoadOptions load)
    {
        (_service, _routing, _dispatch, _load) = (service, routing, dispatch, load);
        _workers = workers;
        _byId = _workers.ToDictionary(worker => worker.Id);
        _tally = new(load, dispatch);
    }

    /// <summary>Runs it to the end. The workers are the run's own: their loads change.</summary>
    public static WeekReport Run(
        SimulatedService service, SimulatedWorker[] workers, IReadOnlyList<Contact> contacts, IRouting routing, DispatchOptions dispatch, LoadOptions load)
    {
        var week = new WeekSimulation(service, workers, routing, dispatch, load);
        foreach (var contact in contacts) week.At(contact.At, () => week.Begin(contact));
        foreach (var worker in week._workers)
        {
            foreach (var (from, until) in worker.Shifts)
            {
                week.At(from, () => week.Comes(worker));
                week.At(until, () => Goes(worker, until - from));
            }
        }

        while (week._events.TryDequeue(out var happens, out var key))
        {
            week._now = key.At;
            happens();
        }

        return week._tally.Report(routing.Name, week._workers, week._waiting.Count);
    }

    private void At(DateTimeOffset at, Action happens) => _events.Enqueue(happens, (at, _order++));

    private void After(TimeSpan wait, Action happens) => At(_now + wait, happens);

    private void Comes(SimulatedWorker worker)
    {
        worker.IsAtWork = true;
        worker.Load = worker.Load with { IdleSince = _now };
        DecideSoon();
    }

    private static void Goes(SimulatedWorker worker, TimeSpan worked)
    {
        // What the worker has is brought to its end.
        worker.IsAtWork = false;
        worker.HoursWorked += worked.TotalHours;
    }

    private void Begin(Contact contact)
    {
        _tally.Conversations++;
        var supervisor = Supervise(contact);
        if (contact.SignAfter is { } sign) After(sign, () => Sign(contact, supervisor));
        else After(contact.AgentTakes, () => Unsupervise(supervisor, isWatched: false));
    }

    private SimulatedWorker? Supervise(Contact contact)
    {
        var present = _workers.Where(worker => worker.IsAtWork).Select(worker => worker.Now).ToList();
        if (SupervisionPolicy.Assign([(contact.Id, contact.Language)], present, _load) is not [var (_, id)]) return null;
        var supervisor = _byId[id];
        supervisor.Load = supervisor.Load with { Supervised = supervisor.Load.Supervised + 1 };
        return supervisor;
    }

    private void Unsupervise(SimulatedWorker? supervisor, bool isWatched)
    {
        if (supervisor is null) return;
        supervisor.Load = isWatched
            ? supervisor.Load with { Watched = supervisor.Load.Watched - 1 }
            : supervisor.Load with { Supervised = supervisor.Load.Supervised - 1 };
        DecideSoon();
    }

    /// <summary>The conversation rises on its supervisor's wall. How likely the supervisor looks falls with what the supervisor carries.</summary>
    private void Sign(Contact contact, SimulatedWorker? supervisor)
    {
        if (supervisor is not null) supervisor.Load = supervisor.Load with { Supervised = supervisor.Load.Supervised - 1, Watched = supervisor.Load.Watched + 1 };
        var attention = supervisor is { IsAtWork: true } && !(supervisor.Load.BreatherUntil > _now)
            ? _service.Attention * (1 - (supervisor.Now.Load.Cognitive(_load) / supervisor.Capacity))
            : 0;
        if (contact.EscalatesAfter is not { } escalates)
        {
            After(contact.AgentTakes - contact.SignAfter!.Value, () => Unsupervise(supervisor, isWatched: true));
        }
        else if (contact.Notice < attention && contact.Whisper < 0.5)
        {
            // A whispered fact lets the agent finish.
            _tally.EarlyInterventions++;
            After(contact.AgentTakes - contact.SignAfter!.Value, () => Unsupervise(supervisor, isWatched: true));
        }
        else if (contact.Notice < attention && DispatchPolicy.IsFree(supervisor!.Now, _now, _load))
        {
            _tally.EarlyInterventions++;
            Unsupervise(supervisor, isWatched: true);
            // Early, the customer is less upset and there is less to repair.
            Serve(supervisor, contact, contact.Aggravation * 0.6, contact.Service * 0.7);
        }
        else
        {
            After(escalates - contact.SignAfter!.Value, () => Escalate(contact, supervisor));
        }
    }

    private void Escalate(Contact contact, SimulatedWorker? supervisor)
    {
        Unsupervise(supervisor, isWatched: true);
        var waiter = new Waiter(contact, _now, supervisor?.Id);
        _waiting[contact.Id] = waiter;
        _tally.NeededPerson++;
        After(contact.Patience, () => Leave(waiter));
        DecideSoon();
    }

    private void Leave(Waiter waiter)
    {
        if (waiter.IsDone) return;
        waiter.IsGone = true;
        if (!waiter.Contact.LeavesSilently) End(waiter);
        else if (!waiter.Contact.LeavesPageOpen) After(TimeSpan.FromSeconds(91), DecideSoon);
    }

    /// <summary>Nobody waits for this customer any more.</summary>
    private void End(Waiter waiter)
    {
        waiter.IsDone = true;
        _waiting.Remove(waiter.Contact.Id);
        _tally.Left++;
        if (waiter.Contact is { ComesAgainAfter: { } again, IsRetrial: false } contact)
        {
            var retrial = contact with { Id = new((1_000_000_000L + _retrials++).ToString("x32", null)), At = _now + again, IsRetrial = true, EscalatesAfter = TimeSpan.FromSeconds(30), SignAfter = TimeSpan.FromSeconds(30) };
            After(again, () => Begin(retrial));
        }
    }

    private void Serve(SimulatedWorker worker, Contact contact, double aggravation, TimeSpan service)
    {
        worker.Load = worker.Load.Takes(_now, aggravation, _load);
        worker.LastGiven = _now;
        worker.Inherited += aggravation;
        var emotional = worker.Load.Emotional(_now, _load);
        worker.HighestLoad = Math.Max(worker.HighestLoad, emotional);
        var slowed = 1 + (_service.SlowedByEach * (worker.Load.Own - 1)) + (_service.SlowedByAggravation * emotional);
        After(service * slowed, () =>
        {
            worker.Load = worker.Load.Ends(_now, aggravation, _load);
            if (worker.Load.BreatherUntil is { } until && until > _now) At(until, DecideSoon);
            DecideSoon();
        });
    }

    private sealed record Waiter(Contact Contact, DateTimeOffset Since, WorkerId? Supervisor)
    {
        public HashSet<WorkerId> Declined { get; } = [];

        public WorkerId? OfferedTo { get; set; }

        public bool IsGone { get; set; }

        public bool IsDone { get; set; }
    }
}
