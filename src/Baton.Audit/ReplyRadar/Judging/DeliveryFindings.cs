namespace Baton.Audit;

/// <summary>Whether mail gets in at all.</summary>
internal static class DeliveryFindings
{
    public static IEnumerable<Finding> Of(ProbeReading probe, RadarContext context)
    {
        var route = probe.Course.Plan.Route;
        if (probe.Course.Block is { } block)
        {
            yield return new("radar.blocked", route, Verdict.CouldNotTell, Severity.Notice, $"Our mail to {route} was refused because of us.", $"{block.Outcome.Failure?.Words} That is about the sender; it says nothing about whether others get through.",
                [RadarContext.Ours(probe), RadarContext.Quote(block, block.Outcome.Failure?.Diagnostic is { Length: > 0 } words ? words : null)], "Mend the sending side and ask again.");
        }
        if (probe.Course.Bounce is { } bounce && probe.Course.RepliedAt is null)
        {
            yield return new("radar.bounced", route, Verdict.Confirmed, Severity.High, $"Mail to {route} comes back.", $"{bounce.Outcome.Failure?.Words} {bounce.Outcome.Failure?.StatusWords}".Trim(),
                [RadarContext.Ours(probe), RadarContext.Quote(bounce, bounce.Outcome.Failure?.Diagnostic is { Length: > 0 } words ? words : null)], "Mend the mailbox, or take the address away wherever it is published.");
        }
        if (probe.Course.Unread is { } unread && probe.Course.RepliedAt is null)
        {
            yield return new("radar.not-read", route, Verdict.Confirmed, Severity.High, $"{route} says that nobody reads it.", "An automatic answer says that mail to this address is not read. Whoever found the address was sent away by a machine.", [RadarContext.Ours(probe), RadarContext.Quote(unread)], "Have it read, or do not publish it as a way to reach you.") { Rule = Rule(context) };
        }
        if (probe.Course.Challenge is { } challenge)
        {
            yield return new("radar.challenge", route, Verdict.Confirmed, Severity.Low, $"{route} makes people prove that they are people before their mail is read.", "Mail waits until its sender follows a link or answers. Many never see that letter, and some cannot do what it asks.", [RadarContext.Quote(challenge)], "Let mail in and filter it without asking the sender.") { Rule = AuditRules.Of("answer-in-time", context.Day) };
        }
    }

    private static AuditRule? Rule(RadarContext context) =>
        context.Engagement.Audited.Countries.Contains("DE", StringComparer.OrdinalIgnoreCase) ? AuditRules.Of("ddg-5", context.Day) : null;
}
