using Baton.Mail;

namespace Baton.Audit;

/// <summary>A letter that a person has to place, or has placed.</summary>
/// <param name="Sha256">Its raw copy.</param>
/// <param name="At">When it arrived.</param>
/// <param name="House">The sender's domain.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">What is new in it, at most 2,000 characters.</param>
/// <param name="Score">How like it is to its likeliest enquiry, 0 to 1.</param>
/// <param name="Evidence">What it is like by.</param>
/// <param name="Candidates">Enquiries it may belong to, the likeliest first.</param>
public sealed record WaitingLetter(string Sha256, DateTimeOffset At, string House, string Subject, string Text, double Score, string Evidence, IReadOnlyList<ProbePlan> Candidates)
{
    private const int LongestText = 2000;

    /// <summary>What a person said; <see langword="null"/> while it waits.</summary>
    public LetterPlaced? Placed { get; init; }

    /// <summary>All letters of a run that only a person's yes can tie to an enquiry, oldest first.</summary>
    public static IReadOnlyList<WaitingLetter> Of(RadarRecord record)
    {
        var events = record.Events;
        if (events is not [PlanMade made, ..]) return [];
        var probes = made.Plan.Probes.ToDictionary(probe => probe.Key, StringComparer.Ordinal);
        var placed = events.OfType<LetterPlaced>().GroupBy(place => place.Sha256).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        return [.. events.OfType<LetterCame>().Where(came => came.NeedsConfirmation).DistinctBy(came => came.Sha256).OrderBy(came => came.At)
            .Select(came => Of(record, came, [.. came.Others.Prepend(came.Probe).Distinct().Select(key => probes[key])]) with { Placed = placed.GetValueOrDefault(came.Sha256) })];
    }

    private static WaitingLetter Of(RadarRecord record, LetterCame came, IReadOnlyList<ProbePlan> candidates)
    {
        var letter = LetterReader.Read(record.Raw(came.Sha256));
        var said = FoldedLetter.Read(letter.Text).New.Trim();
        return new(came.Sha256, came.At, letter.From.Count > 0 ? letter.From[0].Domain : "", letter.Subject, said.Length > LongestText ? said[..LongestText] + "…" : said, came.Score, came.Evidence, candidates);
    }
}
