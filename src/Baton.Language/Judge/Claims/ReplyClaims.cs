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
        return reply.Facts is not { } facts
            ? []
            : [.. ToldActs.Find(new MessageText(reply.Text), facts.Select(fact => new MessageText(fact)), reply.Before.Select(turn => turn.Text).Append(reply.Question).Select(text => new MessageText(text)))
                .Where(act => !act.IsSupported).Select(act => new ReplyClaim(ClaimKind.State, act.Start, act.Length, reply.Text.Substring(act.Start, act.Length), ClaimSupport.Unsupported, null))];
    }

    /// <summary>Whether a value is so plain that it can be checked by rules alone.</summary>
    internal static bool IsChecked(FoundValue value) => value.Kind switch
    {
        ClaimKind.Weekday => false,
        ClaimKind.Number => value.Number >= LeastNumber,
        _ => true,
    };
}
