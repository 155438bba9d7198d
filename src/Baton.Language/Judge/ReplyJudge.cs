using System.Collections.Concurrent;

namespace Baton.Language;

/// <summary>
/// Judges anybody's replies in their context: embedded, the same reply always the same way, in five languages (en, de, es, fr, zh). Values
/// are compared by rules; what only reading tells is told by small trained models. It may be used from any thread.
/// </summary>
public sealed class ReplyJudge
{
    private static readonly Lazy<ReplyJudge> _shipped = new(() => new ReplyJudge(ReplyModels.Shipped, new WordVectors(MessageModels.Shipped.Words.Linear)));

    // How sure a value or an act is that nothing known has, on the scale from the threshold to certainty.
    private const double ByRule = 0.6;

    // Each serves one thread at a time and holds buffers that are worth keeping.
    private readonly ConcurrentBag<ReplyScores> _idle = [];
    private readonly Func<ReplyScores> _make;
    private readonly double[] _thresholds;
    private readonly double _claimThreshold;

    internal ReplyJudge(ReplyModels models, WordVectors vectors)
    {
        _make = () => new ReplyScores(models, vectors);
        _thresholds = [.. ReplyModels.Faults.Select(fault => models.Reply.Setting(fault + "-threshold"))];
        _claimThreshold = models.Claim.Setting("threshold");
    }

    /// <summary>The judge with the models that ship with Baton.</summary>
    public static ReplyJudge Shipped => _shipped.Value;

    /// <summary>The judge with the models of a folder, as <c>baton learn</c> writes them; one that it lacks is the shipped one.</summary>
    /// <exception cref="InvalidDataException">A file is damaged or of another version.</exception>
    public static ReplyJudge FromFolder(string folder) => new(ReplyModels.LoadFolder(folder), new WordVectors(MessageModels.Shipped.Words.Linear));

    /// <summary>Judges a reply. An empty reply answers nothing and is faulty.</summary>
    public ReplyVerdict Judge(ReplyInContext reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var reading = new ReplyReading(reply);
        if (reading.Reply.Message.Words.Count == 0)
            return Empty(reading);
        if (!_idle.TryTake(out var scores))
            scores = _make();
        var faults = scores.Faults(reading);
        var clauses = scores.Clauses(reading);
        _idle.Add(scores);
        var asks = ReplyProgress.AsksSomethingNew(reading);
        var factors = ReplyProgress.Factors(reading);
        for (var fault = 0; fault < faults.Length; fault++)
            faults[fault] *= factors[fault];
        var claims = ClaimFinder.Find(reading, clauses, _claimThreshold);
        var coverage = Is(faults, 0) ? AnswerCoverage.None : Is(faults, 1) ? AnswerCoverage.Partly : AnswerCoverage.All;
        var evidence = new ReplyEvidence(reading);
        AspectScore[] aspects =
        [
            new(ReplyAspect.Answers, Score(coverage == AnswerCoverage.Partly ? (faults[0] + faults[1]) / 2 : faults[coverage == AnswerCoverage.None ? 0 : 1], _thresholds[coverage == AnswerCoverage.None ? 0 : 1]), coverage == AnswerCoverage.None && !asks && !reading.CustomerOnlyTells, evidence.OfAsks()),
            Supported(reading, claims, clauses),
            Aspect(ReplyAspect.Advances, faults, 2, evidence.OfReassurance),
            reading.ServiceTurns.Any() ? Aspect(ReplyAspect.Fresh, faults, 3, evidence.OfRepetition) : new(ReplyAspect.Fresh, 1, false, []),
            Aspect(ReplyAspect.ShowsPerson, faults, 4, evidence.OfPerson),
            Aspect(ReplyAspect.Clear, faults, 5, evidence.OfClarity),
            Aspect(ReplyAspect.Civil, faults, 6, evidence.OfCivility),
        ];
        var quality = aspects.Any(aspect => aspect.IsFault && aspect.Aspect != ReplyAspect.Clear) ? ReplyQuality.Faulty
            : (coverage != AnswerCoverage.All && !reading.CustomerOnlyTells) || aspects[(int)ReplyAspect.Clear].IsFault ? ReplyQuality.Lacking
            : ReplyQuality.Sound;
        return new ReplyVerdict(reading.Language, quality, aspects.Where(aspect => aspect.Aspect != ReplyAspect.Answers || aspect.IsFault || coverage != AnswerCoverage.None).Min(aspect => aspect.Score), coverage, aspects, evidence.Asks(coverage), claims, reading.Ease);
    }

    private static ReplyVerdict Empty(ReplyReading reading) => new(
        reading.Language,
        ReplyQuality.Faulty,
        0,
        AnswerCoverage.None,
        [.. Enum.GetValues<ReplyAspect>().Select(aspect => aspect is ReplyAspect.Answers or ReplyAspect.Advances ? new AspectScore(aspect, 0, true, []) : new AspectScore(aspect, 1, false, []))],
        new ReplyEvidence(reading).Asks(AnswerCoverage.None),
        [],
        reading.Ease);

    private AspectScore Supported(ReplyReading reading, IReadOnlyList<ReplyClaim> claims, double[] clauses)
    {
        if (reading.Input.Facts is null)
            return new AspectScore(ReplyAspect.Supported, claims.Any(claim => claim.Support == ClaimSupport.Contradicted) ? 0.3 : 1, false, []);
        var isFound = claims.Any(claim => claim.Support is ClaimSupport.Unsupported or ClaimSupport.Contradicted);
        var isRuled = claims.Any(claim => claim.Kind < ClaimKind.State && claim.Support is ClaimSupport.Unsupported or ClaimSupport.Contradicted) || reading.Acts.Any(act => !act.IsSupported);
        var byModel = clauses.DefaultIfEmpty(0).Max();
        var highest = Math.Max(isFound ? byModel : Math.Min(byModel, _claimThreshold * 0.99), isRuled ? _claimThreshold + ((1 - _claimThreshold) * ByRule) : 0);
        var bad = claims.Where(claim => claim.Support is ClaimSupport.Unsupported or ClaimSupport.Contradicted)
            .Select(claim => new JudgeEvidence(EvidencePlace.Reply, 0, claim.Start, claim.Length, claim.Support == ClaimSupport.Contradicted ? "what is known says otherwise" : "nothing that is known says so")).ToList();
        return new AspectScore(ReplyAspect.Supported, Score(highest, _claimThreshold), highest >= _claimThreshold, bad);
    }

    private AspectScore Aspect(ReplyAspect aspect, double[] faults, int fault, Func<IReadOnlyList<JudgeEvidence>> evidence) =>
        new(aspect, Score(faults[fault], _thresholds[fault]), Is(faults, fault), Is(faults, fault) ? evidence() : []);

    private bool Is(double[] faults, int fault) => faults[fault] >= _thresholds[fault];

    /// <summary>One less the probability, bent so that the threshold is one half.</summary>
    private static double Score(double probability, double threshold) =>
        probability >= threshold ? 0.5 * (1 - probability) / Math.Max(1e-9, 1 - threshold) : 0.5 + (0.5 * (threshold - probability) / threshold);
}
