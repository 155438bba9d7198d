namespace Baton.Audit;

/// <summary>The Reply Radar's report as one file that needs nothing else.</summary>
internal static class HtmlRadar
{
    private const string Style = """
        .curve path{fill:none;stroke:var(--open);stroke-width:2.5;stroke-linejoin:round}.curve path.lost{stroke:var(--closed);stroke-dasharray:5 4;stroke-width:2}.curve path.band{fill:var(--open);opacity:.14;stroke:none}.curve line{stroke:var(--line)}.curve line.axis{stroke:var(--soft)}.curve line.mark{stroke:var(--soft);stroke-dasharray:2 4}
        .key{display:inline-block;width:1.5rem;height:0;border-top:3px solid var(--open);vertical-align:.22rem;margin-right:.35rem}.key.lost{border-top:2px dashed var(--closed)}.key.band{border-top:.7rem solid var(--open);opacity:.2;vertical-align:-.05rem}
        .banner{border:1px solid var(--line);border-left:5px solid var(--praise);background:var(--card);border-radius:.6rem;padding:.7rem 1rem;margin:1rem 0}.banner.bad{border-left-color:var(--high)}
        td.num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}td.nowrap{white-space:nowrap}th.num{text-align:right}.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1rem}.two figure{margin:.4rem 0}.two .scroll{margin:.4rem 0}.ladder svg{max-width:32rem}
        @media (max-width:40rem){th{white-space:normal}th,td{padding:.45rem .5rem}table.cards thead{display:none}table.cards,table.cards tbody,table.cards tr,table.cards td{display:block}table.cards tr{padding:.5rem 0;border-bottom:1px solid var(--line)}table.cards tr:last-child{border-bottom:0}table.cards td{border:0;padding:.12rem .75rem;text-align:left}table.cards td:empty{display:none}table.cards td[data-label]::before{content:attr(data-label) ": ";color:var(--soft);font-size:.8rem}}
        .out{display:inline-block;border-radius:1rem;padding:.05rem .6rem;font-size:.8rem;font-weight:600;color:var(--card);background:var(--unknown);white-space:nowrap}.out.good{background:var(--open)}.out.bad{background:var(--closed)}.out.half{background:var(--medium)}
        """;

    public static string Write(AuditReport report, RadarResult radar)
    {
        var replies = report.Replies ?? [];
        var faults = report.Findings.Where(finding => finding.Severity > Severity.Notice).ToList();
        var notices = report.Findings.Where(finding => finding.Severity == Severity.Notice).ToList();
        var praise = report.Findings.Where(finding => finding.Severity == Severity.Praise).ToList();
        var sent = radar.Probes.Where(probe => probe.SentAt is not null).ToList();
        return Html.Of($"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Reply Radar: {new Uri(report.Target).Host}</title><style>{new Html(EmbeddedText.All("Reports.report.css"))}{new Html(Style)}</style></head><body>
            <header class="top"><p class="kind">Reply Radar · audit from outside</p><h1>{new Uri(report.Target).Host}</h1>
            <p class="lead">{Summary(radar, sent)}</p>
            <p class="soft">{sent.Count} enquiries to {sent.Select(probe => probe.Route).Distinct().Count()} addresses, sent from {radar.From:d MMMM yyyy}, judged on {radar.Until:d MMMM yyyy, HH:mm} UTC; each was watched for {radar.WaitDays} days. Engagement: {report.Engagement}.</p>
            <nav class="jump"><a href="#curve">How long a reply takes</a><a href="#ladder">How far enquiries came</a><a href="#promises">Promises</a><a href="#findings">Findings</a><a href="#praise">What is done well</a><a href="#probes">Every enquiry</a><a href="#method">How it was measured</a><a href="#untested">Not tested</a></nav></header>
            <main>
            <div class="banner{(radar.IsValid ? "" : " bad")}"><strong>{(radar.IsValid ? "The run is valid." : "The run is invalid.")}</strong> {radar.Validity}</div>
            <div class="numbers">{Numbers(radar, sent)}</div>
            <h2 id="curve">How long a reply takes</h2>
            <p class="soft">The share of enquiries with a reply that says something. An acknowledgement is none. Who is still waiting counts as waiting, and a bounce as lost: an average over those who answered would hide both.{(radar.ByClock.IsTooFewToTell ? " These are too few to tell: read the numbers as examples." : "")}</p>
            <div class="two">{RadarChart.Curve(radar.ByClock, "By the wall clock", radar.WaitDays * 24)}{RadarChart.Curve(radar.ByWorkingTime, "By the organisation's working hours", null)}</div>
            {RadarTables.Shares(radar)}
            <h2 id="ladder">How far enquiries came</h2>
            {RadarChart.Ladder(sent)}
            {RadarTables.Comparisons(radar)}
            <h2 id="promises">Promises and the reminder</h2>
            {RadarTables.Promises(radar)}
            <p>{FollowUp(radar.FollowUp)}</p>
            <h2 id="findings">Findings</h2>
            {HtmlFinding.Replies([.. replies.Where(reply => reply.Code.Length == 0)])}
            <p class="soft">Each names its evidence. "Not evidenced" means looked for and not found; "could not tell" is an answer too.</p>
            {(faults.Count == 0 ? Html.Of($"<p>None.</p>") : Html.Join(faults.Select(finding => HtmlFinding.Write(finding, replies))))}
            {(notices.Count == 0 ? Html.Nothing : Html.Of($"<h2>Worth knowing</h2>{Html.Join(notices.Select(finding => HtmlFinding.Write(finding, replies)))}"))}
            <h2 id="praise">What is done well</h2>
            {(praise.Count == 0 ? Html.Of($"<p class=\"soft\">Nothing stood out.</p>") : Html.Join(praise.Select(finding => HtmlFinding.Write(finding, replies))))}
            <h2 id="probes">Every enquiry</h2>
            {RadarTables.Probes(radar)}
            <h2 id="method">How it was measured</h2>
            <p>Enquiries were drawn by chance (seed {radar.Seed}) over languages, addresses and the hours of the week. Times are the receiving mailbox's own stamps. Working hours: {radar.WorkingTime}. Shares are cumulative incidences (Aalen–Johansen) with 95 % bands on the log-log scale: bounces and "nobody reads this" compete with a reply; what waits still, and what was reminded, is censored there. Groups are compared by the log-rank test. Under ten enquiries it says "too few to tell". Questions are matched by number and words.</p>
            <h2 id="untested">Not tested, and why</h2>
            <ul class="plain">{Html.Join(report.NotTested.Select(one => Html.Of($"<li><strong>{one.What}.</strong> {one.Why}</li>")))}</ul>
            </main>
            <footer><p>{report.Program}. Letters lie in the run's folder under <span class="code">raw/</span>, named by their SHA-256. Times are UTC. The audited side may comment on every finding; verdicts say what was seen in these weeks, not what the law says about it.</p></footer>
            </body></html>
            """).Value;
    }

    private static string Summary(RadarResult radar, List<ProbeResult> sent)
    {
        if (sent.Count == 0) return "Nothing was sent, so nothing was measured.";
        if (!radar.IsValid) return "Control mails did not arrive, so the run says nothing about the organisation's silence.";
        var replied = sent.Count(probe => probe.Replied is not null);
        var complete = sent.Count(probe => probe.Complete is not null);
        return $"{replied} of {sent.Count} enquiries had a reply, {complete} with all questions answered. {(radar.ByClock.MedianHours is { } median ? $"Half had one after {RadarTables.Hours(median)}." : "Half was not reached.")} {sent.Count(probe => probe.Outcome == ProbeOutcome.Bounced)} came back, {sent.Count(probe => probe.Outcome is ProbeOutcome.Silent or ProbeOutcome.Acknowledged)} were never answered.";
    }

    private static Html Numbers(RadarResult radar, List<ProbeResult> sent)
    {
        (string Number, string Words)[] cards =
        [
            ($"{sent.Count(probe => probe.Replied is not null)} of {sent.Count}", "had a reply"),
            (radar.ByClock.MedianHours is { } median ? RadarTables.Hours(median) : "not reached", "until half had one"),
            ($"{sent.Count(probe => probe.Complete is not null)}", "with all questions answered"),
            ($"{radar.Promises.Count(promise => promise.Fate == PromiseFate.Broken)} of {radar.Promises.Count(promise => promise.Fate is PromiseFate.Broken or PromiseFate.Kept)}", "promises broken"),
            ($"{sent.Count(probe => probe.Outcome is ProbeOutcome.Bounced or ProbeOutcome.Unread)}", "came back or are not read"),
        ];
        return Html.Join(cards.Select(card => Html.Of($"<div class=\"number\"><b>{card.Number}</b><span>{card.Words}</span></div>")));
    }

    private static string FollowUp(FollowUpResult result) => result.Sent == 0
        ? "No reminder was sent."
        : $"{result.Sent} reminders were sent; {result.Gained} brought a reply{(result.Lower is { } lower && result.Upper is { } upper ? $" ({100 * lower:0} to {100 * upper:0} % with 95 % confidence)" : "")}. Of these, {result.ContextKept} went on from the enquiry and {result.ContextLost} asked for what it had said.";
}
