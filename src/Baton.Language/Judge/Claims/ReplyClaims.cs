namespace Baton.Language;

/// <summary>Checks a reply's values and acts by rules alone, as strictly as can be done without false alarms.</summary>
public static class ReplyClaims
{
    // Smaller numbers count things ("all three parcels") or are the reply's own list.
    private const decimal LeastNumber = 13;

    /// <summary>The amounts, days, times, numbers and codes of a reply that nothing known says and that do not follow from it; empty when all do.</summary>
    public static IReadOnlyList<ReplyClaim> Unsupported(ReplyInContext reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (!reply.Text.AsSpan().ContainsAnyInRange('0', '9'))
            return [];
        var said = new KnownText(EvidencePlace.Reply, 0, reply.Text);
        var known = new KnownValues(
        [
            .. (reply.Facts ?? []).Select((fact, index) => new KnownText(EvidencePlace.Fact, index, fact)),
            new KnownText(EvidencePlace.Question, 0, reply.Question),
            .. reply.Before.Select((turn, index) => new KnownText(EvidencePlace.Before, index, turn.Text)),
        ]);
        return [.. said.Values.Where(value => IsChecked(value) && known.Support(value).Support == ClaimSupport.Unsupported)
            .Select(value => new ReplyClaim(value.Kind, value.Start, value.Length, reply.Text.Substring(value.Start, value.Length), ClaimSupport.Unsupported, null))];
    }

    /// <summary>
    /// What a reply says the service has done ("I've refunded it") and no fact, tool result or earlier turn tells of; empty when it says no
    /// such thing, or when <see cref="ReplyInContext.Facts"/> is null. A tool's name counts, so facts are best given as "name: result".
    /// </summary>
    public static IReadOnlyList<ReplyClaim> UnsupportedActs(ReplyInContext reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (reply.Facts is not { } facts || ServiceActs.Find(new MessageText(reply.Text)) is not [_, ..] acts)
            return [];
        var sources = facts.Select(fact => new MessageText(fact)).ToList();
        var said = reply.Before.Select(turn => turn.Text).Append(reply.Question).SelectMany(text => ServiceActs.Find(new MessageText(text))).Select(act => act.Kind).ToHashSet(StringComparer.Ordinal);
        return [.. acts.Where(act => !said.Contains(act.Kind) && !sources.Exists(source => ServiceActs.IsIn(act.Kind, source)))
            .Select(act => new ReplyClaim(ClaimKind.State, act.Start, act.Length, reply.Text.Substring(act.Start, act.Length), ClaimSupport.Unsupported, null))];
    }

    private static bool IsChecked(FoundValue value) => value.Kind switch
    {
        ClaimKind.Weekday => false,
        ClaimKind.Number => value.Number >= LeastNumber,
        _ => true,
    };
}
