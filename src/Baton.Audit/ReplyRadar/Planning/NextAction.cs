namespace Baton.Audit;

/// <summary>What a run does next.</summary>
internal enum RadarAct
{
    /// <summary>Send an enquiry.</summary>
    Open,

    /// <summary>Send a reminder.</summary>
    Remind,

    /// <summary>Send the closing mail.</summary>
    Close,

    /// <summary>Nothing to send; the run is watched to its end.</summary>
    End,
}

/// <summary>The next act, with its time.</summary>
/// <param name="Act">What.</param>
/// <param name="Probe">To which probe; <see langword="null"/> for the end.</param>
/// <param name="Due">When; in the past when it is due.</param>
internal sealed record NextAction(RadarAct Act, ProbeCourse? Probe, DateTimeOffset Due)
{
    /// <summary>The earliest act of a run.</summary>
    public static NextAction Of(RadarState state, RadarScope scope) =>
        state.Probes.SelectMany(probe => Acts(probe, state, scope)).OrderBy(act => act.Due).ThenBy(act => act.Act).FirstOrDefault() ?? new(RadarAct.End, null, EndOf(state, scope));

    private static IEnumerable<NextAction> Acts(ProbeCourse probe, RadarState state, RadarScope scope)
    {
        if (probe.NotSent.Any(not => not.Step == WriteStep.Opening)) yield break;
        if (probe.Opening is not { } opening)
        {
            // Never two enquiries to one address at once: the one before must have ended.
            var before = state.Probes.Where(other => other.Plan.Route == probe.Plan.Route && other.Opening is not null).ToList();
            var free = before.Count == 0 ? probe.Plan.SendAt : before.Max(other => EndOf(other, scope));
            yield return new(RadarAct.Open, probe, free > probe.Plan.SendAt ? free : probe.Plan.SendAt);
            yield break;
        }
        if (probe.Closing is not null || probe.NotSent.Any(not => not.Step == WriteStep.Closing) || probe.Objection is not null) yield break;
        var isLost = probe.Bounce is not null || probe.Block is not null || probe.Unread is not null;
        if (isLost) yield break;
        var until = opening.At.AddDays(scope.WaitDays);
        if (probe.ResolvedAt is { } resolved) yield return new(RadarAct.Close, probe, resolved);
        else if (MayRemind(probe, scope)) yield return new(RadarAct.Remind, probe, opening.At.AddDays(scope.FollowUpDays));
        else yield return new(RadarAct.Close, probe, until);
    }

    private static bool MayRemind(ProbeCourse probe, RadarScope scope) =>
        scope.FollowUpDays > 0 && probe.FollowUp is null && probe.RepliedAt is null && probe.Unconfirmed.Count == 0 && probe.Letters.Count < scope.MostLetters && !probe.NotSent.Any(not => not.Step == WriteStep.FollowUp);

    private static DateTimeOffset EndOf(ProbeCourse probe, RadarScope scope) => probe.IsOver ? probe.Closing?.At ?? probe.Opening!.At : probe.Opening!.At.AddDays(scope.WaitDays);

    /// <summary>When the last probe is no longer watched. What is over early is watched on, since a late letter is evidence too.</summary>
    private static DateTimeOffset EndOf(RadarState state, RadarScope scope)
    {
        var sent = state.Probes.Where(probe => probe.Opening is not null).ToList();
        return sent.Count == 0 ? state.Made.At : sent.Max(probe => probe.Opening!.At.AddDays(scope.WaitDays));
    }
}
