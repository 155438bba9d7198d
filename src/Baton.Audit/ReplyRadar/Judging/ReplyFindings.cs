namespace Baton.Audit;

/// <summary>Whether somebody answers, in time, completely, and as was promised.</summary>
internal static class ReplyFindings
{
    public static IEnumerable<Finding> Of(ProbeReading probe, RadarContext context)
    {
        var route = probe.Course.Plan.Route;
        var result = context.Result.Probes.First(one => one.Key == probe.Course.Plan.Key);
        foreach (var finding in Silence(probe, context, route)) yield return finding;
        foreach (var finding in Promises(probe, context, route)) yield return finding;
        if (probe.Course.RepliedAt is { } replied)
        {
            foreach (var finding in Replies(probe, context, route, result, replied)) yield return finding;
        }
        if (probe.Course.Letters.Count >= probe.Scope.MostLetters)
        {
            yield return new("radar.loop", route, Verdict.Confirmed, Severity.Medium, $"{route} sends letter after letter to one enquiry.", $"{probe.Course.Letters.Count} letters came to one enquiry that nothing answered automatically. Two such programs would write to each other without end.",
                [RadarContext.Quote(probe.Course.Letters[0]), RadarContext.Quote(probe.Course.Letters[^1])], "Answer a sender automatically once, and never an automatic mail (RFC 3834).");
        }
        if (probe.Course.Objection is { } objection)
            yield return new("radar.objection", route, Verdict.Confirmed, Severity.Notice, $"{route} wants no more mail from us.", "It is kept for good; nothing more was sent there.", [RadarContext.Quote(objection, objection.Objects)], "");
    }

    private static IEnumerable<Finding> Silence(ProbeReading probe, RadarContext context, string route)
    {
        var days = probe.Scope.WaitDays;
        if (probe.Outcome == ProbeOutcome.Unclear)
            yield return new("radar.unclear", route, Verdict.CouldNotTell, Severity.Notice, $"Whether {route} answered could not be told.", probe.Course.Unconfirmed.Count > 0 ? "A letter that may be the answer waits for a person to say so (baton audit reply-radar confirm)." : "A letter came whose kind could not be told. A person should read it.", [RadarContext.Ours(probe)], "");
        if (probe.Outcome == ProbeOutcome.Void || (probe.Outcome is ProbeOutcome.Silent or ProbeOutcome.Acknowledged && !context.Result.IsValid))
            yield return new("radar.no-reply", route, Verdict.CouldNotTell, Severity.Notice, $"Whether {route} answers could not be told.", "Control mails did not arrive reliably, so ours may not have arrived either.", [RadarContext.Ours(probe), RadarContext.Twin(probe)], "");
        else if (probe.Outcome == ProbeOutcome.Silent)
            yield return new("radar.no-reply", route, Verdict.NotEvidenced, Severity.High, $"No answer from {route} within {days} days.", $"Nothing came{(probe.Course.FollowUp is null ? "" : ", not even after a reminder")}. Mail like ours arrives: its twin did.", [RadarContext.Ours(probe), RadarContext.Twin(probe)], "See where mail to this address goes, and who answers it.");
        else if (probe.Outcome == ProbeOutcome.Acknowledged)
            yield return new("radar.acknowledged-only", route, Verdict.NotEvidenced, Severity.High, $"{route} acknowledged and did not answer within {days} days.", $"An acknowledgement is not an answer{(probe.Course.FollowUp is null ? "" : "; a reminder brought none either")}.", [RadarContext.Quote(probe.Course.Acknowledgement!), RadarContext.Ours(probe)], "See what becomes of mail after its acknowledgement.");
    }

    private static IEnumerable<Finding> Promises(ProbeReading probe, RadarContext context, string route)
    {
        foreach (var promise in context.Result.Promises.Where(one => one.Probe == probe.Course.Plan.Key))
        {
            var said = new Evidence(Snippets.Short(promise.Quote), null, promise.Given) { Where = $"letter from {route}", Sha256 = probe.Course.Letters.First(letter => letter.At == promise.Given && letter.Outcome.Promise is not null).Sha256 };
            if (promise.Fate == PromiseFate.Broken && context.Result.IsValid)
            {
                yield return new("radar.promise-broken", route, Verdict.Confirmed, Severity.Medium, $"{route} promised an answer and did not keep to it.", $"It fell due on {promise.Due:yyyy-MM-dd HH:mm} UTC, read in the organisation's favour. {(promise.KeptAt is { } late ? $"The answer came on {late:yyyy-MM-dd HH:mm} UTC." : "No answer came.")}",
                    [said, promise.KeptAt is { } came ? new("the answer", null, came) { Where = $"letter from {route}" } : new("no answer", null, context.Result.Until) { Where = "at the end of the watching" }], "Promise what is kept, or keep what is promised.");
            }
            else if (promise.Fate == PromiseFate.Kept)
            {
                yield return new("radar.promise-kept", route, Verdict.Confirmed, Severity.Praise, $"{route} kept its promise.", $"Promised by {promise.Due:yyyy-MM-dd HH:mm} UTC, answered on {promise.KeptAt:yyyy-MM-dd HH:mm} UTC.", [said], "");
            }
        }
    }

    private static IEnumerable<Finding> Replies(ProbeReading probe, RadarContext context, string route, ProbeResult result, DateTimeOffset replied)
    {
        if (probe.Outcome == ProbeOutcome.Replied && probe.Course.Reply is { } partly && !probe.Course.Letters.Any(letter => letter.Outcome.Kind == Mail.OutcomeKind.CouldNotTell))
        {
            var open = probe.Course.Plan.Enquiry.Questions.Where((_, index) => probe.Course.Answers[index] is null).ToList();
            yield return new("radar.questions-open", route, Verdict.NotEvidenced, Severity.Medium, $"{route} answered {result.Answered} of {result.Asked} questions.", "For the others no answer was seen. The matching is by numbers and words: read the reply before you rely on it.",
                [.. open.Select(question => new Evidence(Snippets.Short(question.Ask), null, probe.Course.Opening!.At) { Where = "asked" }), RadarContext.Quote(partly)], "Answer question by question.");
        }
        if (RadarReport.LostContext(probe))
        {
            var again = probe.Course.Letters.First(letter => letter.IsReply && letter.AsksToRepeat && letter.At > probe.Course.FollowUp!.At);
            yield return new("radar.context-lost", route, Verdict.Confirmed, Severity.Medium, $"After a reminder, {route} asked for what it had been told.", "The reminder quoted the enquiry and stood in its thread.", [RadarContext.Ours(probe), RadarContext.Quote(again)], "Show whoever answers a reminder the whole thread.");
        }
        if (RadarJudge.IsSlow(result, context.WorkingDay))
            yield return new("radar.slow", route, Verdict.Confirmed, Severity.Low, $"{route} took {result.RepliedWorking!.Value / context.WorkingDay:0.#} working days to answer.", $"Sent {probe.Course.Opening!.At:yyyy-MM-dd HH:mm}, answered {replied:yyyy-MM-dd HH:mm} UTC.", [RadarContext.Ours(probe)], "Answer within five working days, or say when.") { Rule = AuditRules.Of("answer-in-time", context.Day) };
        if (probe.Course.Reply is { } reply && reply.By is not ("In-Reply-To" or "References"))
            yield return new("radar.new-thread", route, Verdict.Confirmed, Severity.Notice, $"The answer of {route} does not join the enquiry's thread.", $"It was recognised by {reply.By}. In most mail programs it stands apart from what was asked.", [RadarContext.Quote(reply)], "Have replies carry In-Reply-To and References of the mail they answer.");
        if (probe.Outcome == ProbeOutcome.Resolved && probe.Course.FollowUp is null && result.RepliedWorking <= context.WorkingDay)
            yield return new("radar.prompt", route, Verdict.Confirmed, Severity.Praise, $"{route} answered everything, and promptly.", $"All {result.Asked} questions, {Hours(result.Replied!.Value)} after they were asked.", [RadarContext.Ours(probe), RadarContext.Quote(probe.Course.Reply!)], "");
    }

    private static string Hours(double hours) => hours < 1 ? $"{hours * 60:0} minutes" : hours < 48 ? $"{hours:0.#} hours" : $"{hours / 24:0.#} days";
}
