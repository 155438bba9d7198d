namespace Baton.Audit;

/// <summary>Where a run stands: its journal, folded.</summary>
internal sealed class RadarState
{
    private RadarState(PlanMade made, IReadOnlyList<ProbeCourse> probes, IReadOnlyDictionary<string, (uint Validity, uint Uid)> read, bool isEnded) => (Made, Probes, Read, IsEnded) = (made, probes, read, isEnded);

    /// <summary>The plan.</summary>
    public PlanMade Made { get; }

    /// <summary>Every probe, in the plan's order.</summary>
    public IReadOnlyList<ProbeCourse> Probes { get; }

    /// <summary>Up to where mailboxes were read.</summary>
    public IReadOnlyDictionary<string, (uint Validity, uint Uid)> Read { get; }

    /// <summary>Whether the run has ended.</summary>
    public bool IsEnded { get; }

    /// <summary>Folds a journal; <see langword="null"/> while there is no plan.</summary>
    /// <param name="events">The journal.</param>
    /// <param name="note">Reads a letter; the same letter is asked for again and again.</param>
    public static RadarState? Of(IReadOnlyList<RadarEvent> events, Func<LetterCame, ProbePlan, LetterNote> note)
    {
        if (events is not [PlanMade made, ..]) return null;
        var placed = events.OfType<LetterPlaced>().GroupBy(place => place.Sha256).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        var letters = events.OfType<LetterCame>().DistinctBy(came => came.Sha256).ToLookup(came => placed.TryGetValue(came.Sha256, out var place) ? (place.Probe, Waits: false) : (came.Probe, Waits: came.NeedsConfirmation));
        var sent = events.OfType<MailSent>().ToLookup(mail => mail.Probe, StringComparer.Ordinal);
        var not = events.OfType<MailNotSent>().ToLookup(mail => mail.Probe, StringComparer.Ordinal);
        var twins = events.OfType<TwinSent>().ToLookup(twin => twin.Probe, StringComparer.Ordinal);
        var found = events.OfType<TwinArrived>().ToLookup(twin => twin.Probe, StringComparer.Ordinal);
        var elsewhere = events.OfType<SeenElsewhere>().ToLookup(seen => seen.Probe, StringComparer.Ordinal);
        var probes = made.Plan.Probes.Select(plan => new ProbeCourse(plan)
        {
            Sent = [.. sent[plan.Key]],
            NotSent = [.. not[plan.Key]],
            Twins = [.. twins[plan.Key]],
            TwinsFound = [.. found[plan.Key]],
            Letters = [.. letters[(plan.Key, false)].Select(came => note(came, plan)).OrderBy(letter => letter.At)],
            Unconfirmed = [.. letters[(plan.Key, true)]],
            Elsewhere = [.. elsewhere[plan.Key]],
        });
        var read = events.OfType<MailboxRead>().GroupBy(one => one.Mailbox).ToDictionary(group => group.Key, group => (group.Last().Validity, group.Last().Uid), StringComparer.Ordinal);
        return new(made, [.. probes], read, events.OfType<RunEnded>().Any());
    }
}
