namespace Baton.Audit;

/// <summary>Makes the report of a run from its journal.</summary>
internal static class RadarReport
{
    /// <summary>More void probes than one in so many make the run invalid.</summary>
    private const int MostVoid = 10;

    public static AuditReport Make(Engagement engagement, RunHead head, RadarState state, DateTimeOffset now)
    {
        var scope = engagement.Radar!;
        var calendar = new WorkingCalendar(scope.WorkingHours);
        var probes = state.Probes.Select(course => new ProbeReading(course, now, scope)).ToList();
        var sent = probes.Where(probe => probe.Course.Opening is not null).ToList();
        var measured = sent.Where(probe => probe.IsMeasured).ToList();
        var missing = sent.Count(probe => probe.Twin == TwinState.Missing);
        var isValid = sent.Count > 0 && missing * MostVoid <= sent.Count;
        var result = new RadarResult(
            isValid, Validity(sent.Count, missing, sent.Count(probe => probe.Twin == TwinState.Waiting), isValid), state.Made.Plan.Seed, state.Made.Plan.From, now, scope.WaitDays, Hours(scope.WorkingHours),
            [.. probes.Select(probe => ProbeResults.Of(probe, calendar))],
            ReplyCurves.ByClock(measured), ReplyCurves.ByWorkingTime(measured, calendar, DayLength(scope.WorkingHours)),
            [.. Comparisons(measured, calendar)], [.. sent.SelectMany(probe => PromiseReading.Of(probe, calendar))], FollowUp(sent));
        return new(1, ReplyRadar.Tool, head.Target, head.StartedAt, now, $"Baton {typeof(RadarReport).Assembly.GetName().Version?.ToString(3)}")
        {
            Engagement = engagement.Name,
            Coverage = new(sent.Count, probes.Count(probe => probe.Outcome == ProbeOutcome.NotSent), 0, probes.Count(probe => probe.Course.Opening is null && probe.Outcome != ProbeOutcome.NotSent), [], 0, 0, isValid ? missing : sent.Count),
            Findings = RadarJudge.All(engagement, probes, result),
            Routes = [],
            Domains = [],
            NotTested = [.. Untried(probes, engagement, head)],
            Radar = result,
        };
    }

    private static string Validity(int sent, int missing, int waiting, bool isValid) =>
        sent == 0 ? "No enquiry was sent, so nothing was measured."
        : !isValid ? $"Of {sent} enquiries, the twins of {missing} did not reach the auditor's own control mailboxes. Mail like ours may not arrive anywhere, so the run says nothing about the organisation's silence."
        : missing > 0 ? $"The twins of {missing} of {sent} enquiries did not reach the control mailboxes; those probes are left out."
        : waiting > 0 ? $"No twin is missing; {waiting} of {sent} still have time to arrive."
        : $"The twins of all {sent} enquiries reached the auditor's own control mailboxes: mail like ours arrives.";

    private static string Hours(WorkingHours? hours) => hours is null
        ? "assumed, because nobody said: Monday to Friday, 09:00 to 17:00 UTC"
        : $"{string.Join(", ", hours.Days)}, {hours.Opens} to {hours.Closes}, {hours.Zone}{(hours.Holidays.Count > 0 ? $", closed on {string.Join(", ", hours.Holidays.Select(day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)))}" : "")}";

    private static double DayLength(WorkingHours? hours) =>
        (TimeOnly.ParseExact(hours?.Closes ?? "17:00", "HH:mm", System.Globalization.CultureInfo.InvariantCulture) - TimeOnly.ParseExact(hours?.Opens ?? "09:00", "HH:mm", System.Globalization.CultureInfo.InvariantCulture)).TotalHours;

    private static IEnumerable<ReplyComparison> Comparisons(List<ProbeReading> measured, WorkingCalendar calendar)
    {
        ReplyComparison?[] all =
        [
            ReplyCurves.Compare("language", measured, probe => probe.Course.Plan.Enquiry.Language),
            ReplyCurves.Compare("time of sending", measured, probe => calendar.IsOpen(probe.Course.Opening!.At) ? "in working hours" : "outside working hours"),
            measured.GroupBy(probe => probe.Course.Plan.Route).Any(group => group.Count() > 1) ? ReplyCurves.Compare("address", measured, probe => probe.Course.Plan.Route) : null,
        ];
        return all.OfType<ReplyComparison>();
    }

    private static FollowUpResult FollowUp(List<ProbeReading> sent)
    {
        var reminded = sent.Where(probe => probe.Course.FollowUp is not null).ToList();
        var gained = reminded.Where(probe => probe.Course.RepliedAt > probe.Course.FollowUp!.At).ToList();
        var lost = gained.Count(LostContext);
        var kept = gained.Count(probe => !LostContext(probe) && probe.Course.Reply?.Answers.Any(answer => answer is not null) == true);
        var share = reminded.Count > 0 ? Proportion.Of(gained.Count, reminded.Count) : null;
        return new(reminded.Count, gained.Count, share?.Band.Lower, share?.Band.Upper, kept, lost);
    }

    internal static bool LostContext(ProbeReading probe) => probe.Course.FollowUp is { } reminder && probe.Course.Letters.Any(letter => letter.IsReply && letter.At > reminder.At && letter.AsksToRepeat);

    private static IEnumerable<NotTested> Untried(List<ProbeReading> probes, Engagement engagement, RunHead head)
    {
        if (head.Rehearsal is { } speed) yield return new("The organisation itself", $"This was a rehearsal against servers on the auditor's own machine, with a clock that ran {speed:0} times as fast.");
        foreach (var group in probes.Where(probe => probe.Outcome == ProbeOutcome.NotSent).GroupBy(probe => probe.Course.Plan.Route))
            yield return new(group.Key, string.Join(' ', group.SelectMany(probe => probe.Course.NotSent.SelectMany(not => not.Reasons)).Distinct()));
        foreach (var probe in probes.Where(probe => probe.Course.Opening is null && probe.Outcome == ProbeOutcome.Waiting)) yield return new(probe.Course.Plan.Route, $"Its enquiry is planned for {probe.Course.Plan.SendAt:yyyy-MM-dd HH:mm} UTC.");
        if (engagement.Forms.Count > 0 || engagement.Chats.Count > 0) yield return new("Forms and chats", "The Reply Radar writes mail only.");
        yield return new("Whether what was answered is true", "The Reply Radar sees whether a question was answered, not whether rightly.");
    }
}
