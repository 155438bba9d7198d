using Baton.Desk;
using Baton.Journal;

namespace Baton.Insight;

/// <summary>Counts what happens and checks every decision against the caps, whoever made it.</summary>
internal sealed class Tally(LoadOptions load, DispatchOptions dispatch)
{
    private readonly List<double> _waits = [];
    private readonly List<double> _upset = [];
    private int _capsBroken;
    private int _needless;
    private int _skilled;
    private int _bySupervisor;

    public int Conversations { get; set; }

    public int NeededPerson { get; set; }

    public int Left { get; set; }

    public int EarlyInterventions { get; set; }

    public int WastedOffers { get; set; }

    public void Answered(Contact contact, TimeSpan wait, SimulatedWorker worker, WorkerId? supervisor)
    {
        _waits.Add(wait.TotalSeconds);
        if (contact.Aggravation >= load.EmotionalFrom) _upset.Add(wait.TotalSeconds);
        if (worker.Skills.Contains(contact.Skill)) _skilled++;
        if (worker.Id == supervisor) _bySupervisor++;
    }

    /// <summary>Holds one decision against the caps as they stood before it.</summary>
    public void Check(DateTimeOffset now, IReadOnlyList<(ConversationId Conversation, WorkerId Worker)> given, IReadOnlyList<WaitingCase> cases, IReadOnlyList<SimulatedWorker> present)
    {
        if (given.Count == 0) return;
        var emotional = cases.Where(@case => @case.Aggravation >= load.EmotionalFrom).ToDictionary(@case => @case.Id);
        var mine = given.ToLookup(pair => pair.Worker, pair => pair.Conversation);
        foreach (var worker in present.Where(worker => mine.Contains(worker.Id)))
        {
            var upset = mine[worker.Id].Count(emotional.ContainsKey);
            var isFull = worker.Now.Load.Cognitive(load) + (mine[worker.Id].Count() * load.OwnWeight) > worker.Capacity + 1e-9;
            if (isFull || worker.Load.BreatherUntil > now || upset > worker.Load.EmotionalRoom(now, load)) _capsBroken++;
            if (upset == 0 || (upset == 1 && worker.Load.InRow(now, load) == 0)) continue;
            foreach (var id in mine[worker.Id].Where(emotional.ContainsKey))
                if (present.Any(other => other != worker && !mine.Contains(other.Id) && CouldTake(other, emotional[id], now))) _needless++;
        }
    }

    public WeekReport Report(string routing, IReadOnlyCollection<SimulatedWorker> workers, int unanswered) => new()
    {
        Routing = routing,
        Conversations = Conversations,
        NeededPerson = NeededPerson,
        Answered = _waits.Count,
        Left = Left,
        Unanswered = unanswered,
        MeanWait = _waits.Count == 0 ? 0 : _waits.Average(),
        NinthWait = Spread.Quantile(_waits, 0.9),
        UpsetWait = _upset.Count == 0 ? 0 : _upset.Average(),
        UpsetNinthWait = Spread.Quantile(_upset, 0.9),
        WastedOffers = WastedOffers,
        EarlyInterventions = EarlyInterventions,
        CapsBroken = _capsBroken,
        NeedlesslyInRow = _needless,
        EmotionalGini = Spread.Gini([.. workers.Where(worker => worker.HoursWorked > 0).Select(worker => worker.Inherited / worker.HoursWorked)]),
        HighestLoad = Spread.Quantile([.. workers.Select(worker => worker.HighestLoad)], 0.9),
        Skilled = _waits.Count == 0 ? 0 : (double)_skilled / _waits.Count,
        BySupervisor = _waits.Count == 0 ? 0 : (double)_bySupervisor / _waits.Count,
    };

    private bool CouldTake(SimulatedWorker other, WaitingCase @case, DateTimeOffset now) =>
        DispatchPolicy.IsFree(other.Now, now, load) && other.Load.EmotionalRoom(now, load) > 0 && other.Load.InRow(now, load) == 0
        && other.Languages.Contains(@case.Language) && !@case.Declined.Contains(other.Id) && @case.Gone < dispatch.GoneFrom;
}
