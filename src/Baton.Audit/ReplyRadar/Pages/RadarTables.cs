namespace Baton.Audit;

/// <summary>The tables of the Reply Radar's report.</summary>
internal static class RadarTables
{
    public static Html Shares(RadarResult radar) => Html.Of($"""
        <div class="two">{Shares(radar.ByClock, "With a reply by")}{Shares(radar.ByWorkingTime, "In its working hours")}</div>
        <p class="soft">{radar.ByClock.Measured} enquiries are measured: {radar.ByClock.Replied} ended by a reply, {radar.ByClock.Bounced} by a bounce, {radar.ByClock.Unread} by "nobody reads this"; {radar.ByClock.Censored} were still waiting when the reminder went out or the watching ended. What a reminder brought is told below and not counted here.</p>
        """);

    private static Html Shares(ReplyCurve curve, string title) => Html.Of($"""
        <div class="scroll"><table><thead><tr><th>{title}</th><th class="num">Share</th><th class="num">95 % limits</th></tr></thead><tbody>
        {Html.Join(curve.Shares.Select(share => Html.Of($"<tr>{Share(share)}</tr>")))}
        <tr><td>half of them</td><td class="num">{Median(curve)}</td><td></td></tr>
        </tbody></table></div>
        """);

    public static Html Comparisons(RadarResult radar) => radar.Comparisons.Count == 0 ? Html.Nothing : Html.Of($"""
        <div class="scroll"><table class="cards"><thead><tr><th>Compared by</th><th>Group</th><th class="num">Enquiries</th><th class="num">Replies</th><th class="num">Expected</th><th>Difference</th></tr></thead><tbody>
        {Html.Join(radar.Comparisons.SelectMany(comparison => comparison.Groups.Select((group, index) => Html.Of($"<tr><td>{(index == 0 ? comparison.By : "")}</td><td data-label=\"Group\">{group.Name}</td><td class=\"num\" data-label=\"Enquiries\">{group.Count}</td><td class=\"num\" data-label=\"Replies\">{group.Replied}</td><td class=\"num\" data-label=\"Expected\">{group.Expected:0.0}</td><td>{(index == 0 ? Words(comparison) : "")}</td></tr>"))))}
        </tbody></table></div>
        """);

    public static Html Promises(RadarResult radar) => radar.Promises.Count == 0 ? Html.Of($"<p class=\"soft\">Nobody promised a time.</p>") : Html.Of($"""
        <div class="scroll"><table class="cards"><thead><tr><th>Address</th><th>Promised</th><th>Given</th><th>Due</th><th>Reply</th><th></th></tr></thead><tbody>
        {Html.Join(radar.Promises.OrderBy(promise => promise.Fate == PromiseFate.Broken ? 0 : 1).ThenBy(promise => promise.Given).Select(promise => Html.Of($"<tr><td class=\"target\">{promise.Route}</td><td>“{promise.Quote}”</td><td class=\"nowrap\" data-label=\"Given\">{promise.Given:d MMM HH:mm}</td><td class=\"nowrap\" data-label=\"Due\">{(promise.Due is { } due ? $"{due:d MMM HH:mm}" : "no time named")}</td><td class=\"nowrap\" data-label=\"Reply\">{(promise.KeptAt is { } kept ? $"{kept:d MMM HH:mm}" : "none")}</td><td>{Pill(promise.Fate)}</td></tr>")))}
        </tbody></table></div>
        """);

    public static Html Probes(RadarResult radar) => Html.Of($"""
        <div class="scroll"><table class="cards"><thead><tr><th>Address</th><th>Asked</th><th>Sent</th><th>Came to</th><th class="num">Acknowledged</th><th class="num">Replied</th><th class="num">in working hours</th><th class="num">Questions</th><th>Letters</th></tr></thead><tbody>
        {Html.Join(radar.Probes.Select(Row))}
        </tbody></table></div>
        """);

    /// <summary>Hours as people say them.</summary>
    public static string Hours(double hours) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(hours < 1 ? $"{hours * 60:0} min" : hours < 48 ? $"{hours:0.#} h" : $"{hours / 24:0.#} days")}");

    private static Html Row(ProbeResult probe) => Html.Of($"""
        <tr><td class="target">{probe.Route}<small>{probe.Why}</small></td><td data-label="Asked">{probe.Enquiry}, {probe.Language}</td><td class="nowrap" data-label="Sent">{(probe.SentAt is { } sent ? $"{sent:ddd d MMM HH:mm}" : "")}<small>{(probe.InWorkingTime switch { true => "in working hours", false => "outside working hours", _ => "" })}</small></td><td>{Pill(probe.Outcome)}</td><td class="num" data-label="Acknowledged">{Time(probe.Acknowledged)}</td><td class="num" data-label="Replied">{Time(probe.Replied)}<small>{(probe.Reminded is not null && probe.Replied > probe.Reminded ? "after a reminder" : "")}</small></td><td class="num" data-label="in working hours">{Time(probe.RepliedWorking)}</td><td class="num" data-label="Questions">{(probe.SentAt is null ? "" : $"{probe.Answered} of {probe.Asked}")}</td><td data-label="Letters">{Letters(probe)}</td></tr>
        """);

    private static Html Letters(ProbeResult probe) => probe.Letters.Count == 0 ? Html.Nothing : Html.Of($"""
        <details><summary>{probe.Letters.Count}</summary><ul class="plain">{Html.Join(probe.Letters.Select(letter => Html.Of($"<li><strong>{letter.Kind}</strong> {letter.At:d MMM HH:mm} from {letter.House}<small>found by {letter.By} · <span class=\"code\" title=\"SHA-256 of the raw copy: {letter.Sha256}\">sha256 {letter.Sha256[..12]}…</span></small>{letter.Quote}</li>")))}</ul></details>
        """);

    private static Html Share(ReplyShare share) => Html.Of($"<td>{share.Words}</td><td class=\"num\">{(share.Share is { } value ? $"{100 * value:0} %" : "not observed")}</td><td class=\"num\">{(share.Lower is { } lower && share.Upper is { } upper ? $"{100 * lower:0}–{100 * upper:0} %" : "–")}</td>");

    private static string Median(ReplyCurve curve) => curve.MedianHours is { } hours ? Hours(hours) : "not reached";

    private static string Time(double? hours) => hours is { } value ? Hours(value) : "–";

    private static string Words(ReplyComparison comparison) => comparison.IsTooFewToTell ? "too few to tell" : comparison.PValue < 0.05 ? $"they differ (log-rank, p = {comparison.PValue:0.0000})" : $"no difference shown (log-rank, p = {comparison.PValue:0.00})";

    private static Html Pill(PromiseFate fate) => fate switch
    {
        PromiseFate.Kept => Html.Of($"<span class=\"out good\">kept</span>"),
        PromiseFate.Broken => Html.Of($"<span class=\"out bad\">broken</span>"),
        PromiseFate.Open => Html.Of($"<span class=\"out\">still open</span>"),
        _ => Html.Of($"<span class=\"out\">could not tell</span>"),
    };

    private static Html Pill(ProbeOutcome outcome) => Html.Of($"<span class=\"out {Tone(outcome)}\">{RadarChart.Words(outcome)}</span>");

    private static string Tone(ProbeOutcome outcome) => outcome switch
    {
        ProbeOutcome.Resolved or ProbeOutcome.Answered => "good",
        ProbeOutcome.Replied or ProbeOutcome.Acknowledged => "half",
        ProbeOutcome.Bounced or ProbeOutcome.Unread or ProbeOutcome.Silent => "bad",
        _ => "",
    };
}
