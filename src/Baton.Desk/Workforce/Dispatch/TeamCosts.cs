using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using Baton.Journal;

namespace Baton.Desk;

/// <summary>
/// The costs of all pairs. What depends on the kind of case and the worker is computed once for each kind (language, skills and teams);
/// emotional load is a product of two numbers; continuity and what was declined concern a few pairs only.
/// </summary>
internal sealed class TeamCosts
{
    private const float Most = (float)DispatchOptions.Most;

    private readonly DateTimeOffset _now;
    private readonly DispatchOptions _options;
    private readonly Dictionary<(string Language, string Skills, string Teams), CaseKind> _kinds = [];
    private readonly Dictionary<WorkerId, int> _places;
    private readonly Dictionary<string, int> _speakers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _skilled = new(StringComparer.Ordinal);
    private readonly float[] _emotional;
    private readonly double[] _fairness;
    private readonly double[] _cognitive;

    public TeamCosts(DateTimeOffset now, IReadOnlyCollection<WorkerAtWork> workers, DispatchOptions options, LoadOptions load)
    {
        (_now, _options) = (now, options);
        Workers = [.. workers];
        _places = new(Workers.Length);
        for (var j = 0; j < Workers.Length; j++) _places[Workers[j].Id] = j;
        foreach (var worker in Workers)
        {
            foreach (var language in worker.Languages) CollectionsMarshal.GetValueRefOrAddDefault(_speakers, language, out _)++;
            foreach (var skill in worker.Skills) CollectionsMarshal.GetValueRefOrAddDefault(_skilled, skill, out _)++;
        }

        var mean = Workers.Length == 0 ? 0 : Workers.Average(worker => worker.Load.Share(now, load));
        _emotional = [.. Workers.Select(worker => (float)(options.EmotionalLoad * worker.Load.Emotional(now, load)))];
        _cognitive = [.. Workers.Select(worker => Cognitive(worker, options, load))];
        _fairness = [.. Workers.Select(worker => Math.Clamp(options.Fairness * (worker.Load.Share(now, load) - mean), -DispatchOptions.Most, DispatchOptions.Most) - Idle(worker))];
    }

    public WorkerAtWork[] Workers { get; }

    public static double Cognitive(WorkerAtWork worker, DispatchOptions options, LoadOptions load) =>
        Math.Min(DispatchOptions.Most, options.CognitiveLoad * worker.Load.Cognitive(load) / Math.Max(worker.Capacity, load.OwnWeight));

    /// <summary>The free hands that may serve the case; null when nobody at work may, free or not.</summary>
    public ulong[]? ColumnsFor(WaitingCase @case, bool isEmotional, FreeHands hands)
    {
        var kind = Kind(@case);
        if (!kind.IsServed) return null;
        if (@case.Declined.IsEmpty) return isEmotional ? kind.Emotional ??= hands.Columns(kind.MayServe, true) : kind.Calm ??= hands.Columns(kind.MayServe, false);
        return Array.Exists(Workers, worker => kind.MayServe(_places[worker.Id]) && !@case.Declined.Contains(worker.Id))
            ? hands.Columns(j => kind.MayServe(j) && !@case.Declined.Contains(Workers[j].Id), isEmotional)
            : null;
    }

    /// <summary>The case's cost at every worker, whole seconds.</summary>
    public int[] CostOf(WaitingCase @case)
    {
        var costs = new int[Workers.Length];
        Fill(costs, Kind(@case).Costs, (float)@case.Aggravation);
        if (@case.Supervisor is { } supervisor) Change(costs, supervisor, -_options.Supervised);
        if (@case.KnownBy is { } known) Change(costs, known, -_options.KnowsCustomer);
        foreach (var worker in @case.Declined)
            if (_places.TryGetValue(worker, out var j)) costs[j] = CheapestAssignment.Never;
        return costs;
    }

    public Assignment Assign(WaitingCase @case, int j) => new(@case.Id, Workers[j].Id, Explain(@case, j));

    /// <summary>The parts of one pair's cost.</summary>
    private PairCost Explain(WaitingCase @case, int j)
    {
        var id = Workers[j].Id;
        var continuity = (@case.Supervisor == id ? -_options.Supervised : 0) + (@case.KnownBy == id ? -_options.KnowsCustomer : 0);
        return new(Fit(@case, Workers[j]), Reserve(@case, Workers[j]), continuity, _cognitive[j], @case.Aggravation * _emotional[j], _fairness[j]);
    }

    private CaseKind Kind(WaitingCase @case)
    {
        var key = (@case.Language, Joined(@case.Skills), Joined(@case.Teams));
        if (_kinds.TryGetValue(key, out var known)) return known;
        var kind = new float[Workers.Length];
        var isSpoken = Array.Exists(Workers, worker => Serves(worker, @case) && Speaks(worker, @case.Language));
        for (var j = 0; j < kind.Length; j++)
        {
            kind[j] = !Serves(Workers[j], @case) || (isSpoken && !Speaks(Workers[j], @case.Language))
                ? CheapestAssignment.Never
                : (float)Math.Min(Most, Fit(@case, Workers[j]) + Reserve(@case, Workers[j]) + _fairness[j]);
        }

        return _kinds[key] = new(kind);
    }

    private void Fill(int[] costs, float[] kind, float aggravation)
    {
        var rows = MemoryMarshal.Cast<int, Vector<int>>(costs.AsSpan());
        var kinds = MemoryMarshal.Cast<float, Vector<float>>(kind.AsSpan());
        var emotional = MemoryMarshal.Cast<float, Vector<float>>(_emotional.AsSpan());
        var (weight, most) = (new Vector<float>(aggravation), new Vector<float>(Most));
        for (var i = 0; i < rows.Length; i++) rows[i] = Vector.ConvertToInt32(kinds[i] + Vector.Min(emotional[i] * weight, most));
        for (var j = rows.Length * Vector<int>.Count; j < costs.Length; j++) costs[j] = (int)(kind[j] + Math.Min(_emotional[j] * aggravation, Most));
    }

    private void Change(int[] costs, WorkerId worker, double seconds)
    {
        if (_places.TryGetValue(worker, out var j) && costs[j] < CheapestAssignment.Never) costs[j] += (int)Math.Round(seconds);
    }

    private double Fit(WaitingCase @case, WorkerAtWork worker) => Math.Min(
        DispatchOptions.Most,
        (@case.Skills.Count(skill => !worker.Skills.Contains(skill)) * _options.MissingSkill) + (Speaks(worker, @case.Language) ? 0 : _options.ForeignLanguage));

    /// <summary>A language or skill that only this worker has costs the whole reserve where it is not needed, one that ten have a tenth.</summary>
    private double Reserve(WaitingCase @case, WorkerAtWork worker)
    {
        var scarcest = 0.0;
        foreach (var language in worker.Languages)
            if (language != @case.Language && _speakers[language] * 5 < Workers.Length) scarcest = Math.Max(scarcest, 1.0 / _speakers[language]);
        foreach (var skill in worker.Skills)
            if (!@case.Skills.Contains(skill) && _skilled[skill] * 5 < Workers.Length) scarcest = Math.Max(scarcest, 1.0 / _skilled[skill]);
        return scarcest * _options.Reserve;
    }

    private double Idle(WorkerAtWork worker) =>
        worker.Load.IdleSince is { } since ? _options.LongestIdle * Math.Clamp((_now - since) / _options.Patience, 0, 1) : 0;

    private static string Joined(ImmutableArray<string> names) => names.IsEmpty ? "" : string.Join('\n', names);

    private static bool Serves(WorkerAtWork worker, WaitingCase @case) =>
        worker.Teams.IsEmpty || @case.Teams.IsEmpty || @case.Teams.Any(team => worker.Teams.Contains(team, StringComparer.OrdinalIgnoreCase));

    private static bool Speaks(WorkerAtWork worker, string language) => worker.Languages.IsEmpty || worker.Languages.Contains(language);

    /// <summary>Cases of one language, the same skills and the same teams cost the same at a worker, but for who they are and how upset.</summary>
    private sealed class CaseKind(float[] costs)
    {
        public float[] Costs { get; } = costs;

        public bool IsServed { get; } = Array.Exists(costs, cost => cost < CheapestAssignment.Never);

        public ulong[]? Calm { get; set; }

        public ulong[]? Emotional { get; set; }

        public bool MayServe(int j) => Costs[j] < CheapestAssignment.Never;
    }
}
