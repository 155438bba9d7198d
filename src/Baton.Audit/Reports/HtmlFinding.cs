namespace Baton.Audit;

/// <summary>One finding as a card: what, how sure, why, the evidence, what to do, which rule.</summary>
internal static class HtmlFinding
{
    public static Html Write(Finding finding, IReadOnlyList<SideReply> replies) => Html.Of($"""
        <article class="finding {ReportCsv.Word(finding.Severity)}">
        <div class="tags"><span class="tag main">{ReportCsv.Word(finding.Severity)}</span><span class="tag">{Words(finding.Verdict)}</span><span class="code">{finding.Code}</span></div>
        <h3>{finding.Title}</h3><p>{finding.Explanation}</p>
        {Html.Join(finding.Evidence.Select(Quote))}
        {(finding.Advice.Length == 0 ? Html.Nothing : Html.Of($"<p class=\"advice\">{finding.Advice}</p>"))}
        {(finding.Rule is null ? Html.Nothing : Rule(finding.Rule))}
        {Replies([.. replies.Where(reply => reply.IsAbout(finding))])}
        </article>
        """);

    /// <summary>What the audited side said, word for word.</summary>
    public static Html Replies(IReadOnlyList<SideReply> replies) => Html.Join(replies.Select(reply => Html.Of($"""
        <div class="reply"><strong>The audited side says:</strong> {reply.Text}<small>{reply.By}, {reply.At:yyyy-MM-dd}{(reply.EnteredBy is null ? Html.Nothing : Html.Of($", entered by {reply.EnteredBy}"))}</small></div>
        """)));

    private static Html Quote(Evidence evidence) => Html.Of($"""
        <blockquote><q>{evidence.Quote}</q><small>{(evidence.Url is null ? Html.Nothing : Html.Of($"<a href=\"{evidence.Url.AbsoluteUri}\" rel=\"noreferrer\">{Snippets.Short(evidence.Url.AbsoluteUri, 110)}</a> · "))}{(evidence.Where.Length == 0 ? Html.Nothing : Html.Of($"{evidence.Where} · "))}{evidence.At:yyyy-MM-dd HH:mm:ss} UTC{(evidence.Sha256 is null ? Html.Nothing : Html.Of($" · <span class=\"code\" title=\"SHA-256 of the raw copy: {evidence.Sha256}\">sha256 {evidence.Sha256[..12]}…</span>"))}</small></blockquote>
        """);

    private static Html Rule(AuditRule rule) => Html.Of($"""
        <p class="rule"><strong>{Words(rule.Kind)}: {rule.Title}.</strong> {rule.Text} <em>Binds:</em> {rule.Scope} <em>Since</em> {rule.From:yyyy-MM-dd}. <em>Source:</em> {rule.Source} (checked {rule.Reviewed:yyyy-MM-dd}).</p>
        """);

    private static string Words(Verdict verdict) => verdict switch { Verdict.Confirmed => "confirmed", Verdict.NotEvidenced => "not evidenced", _ => "could not tell" };

    private static string Words(RuleKind kind) => kind switch { RuleKind.Law => "Law", RuleKind.Standard => "Standard", _ => "Good practice" };
}
