namespace Baton.Audit;

/// <summary>Judges whether the organisation's own replies will be believed, and its security.txt.</summary>
internal static class MailJudge
{
    public static IEnumerable<Finding> Judge(Survey survey)
    {
        foreach (var domain in survey.Domains.Values.Where(domain => survey.IsOwn(domain.Domain) && domain.Reach == Reachability.Open))
        {
            var evidence = new[] { new Evidence($"SPF: {(domain.Spf is { Count: > 0 } records ? string.Join(" | ", records) : "none")}; DMARC: {(string.IsNullOrEmpty(domain.Dmarc) ? "none" : domain.Dmarc)}", null, domain.At) { Where = $"DNS of {domain.Domain}" } };
            if (domain.Spf is { Count: 0 }) yield return new("replies.no-spf", domain.Domain, Verdict.Confirmed, Severity.Low, $"Replies from {domain.Domain} may be taken for forgeries: it names no senders (SPF).", "This does not keep mail from arriving there; it is the answers that may end among unwanted mail.", evidence, "Publish one SPF record.") { Rule = AuditRules.Of("rfc7208", survey.Day) };
            if (domain.Spf is { Count: > 1 }) yield return new("replies.two-spf", domain.Domain, Verdict.Confirmed, Severity.Medium, $"{domain.Domain} has {domain.Spf.Count} SPF records, which counts as a mistake.", "Receivers may refuse its replies.", evidence, "Make them one.") { Rule = AuditRules.Of("rfc7208", survey.Day) };
            if (domain.Dmarc is "") yield return new("replies.no-dmarc", domain.Domain, Verdict.Confirmed, Severity.Notice, $"{domain.Domain} says nothing about mail that is not provably its own (DMARC).", "Anybody can write in its name, and large receivers trust its replies less.", evidence, "Publish a DMARC record.") { Rule = AuditRules.Of("dmarc", survey.Day) };
            if (domain.DmarcPolicy is "quarantine" or "reject" && domain.Spf is { Count: 1 }) yield return new("praise.replies", domain.Domain, Verdict.Confirmed, Severity.Praise, $"Replies from {domain.Domain} can be told from forgeries.", "It names its senders and asks for others to be refused.", evidence, "");
            if (!string.IsNullOrEmpty(domain.MtaSts)) yield return new("praise.mta-sts", domain.Domain, Verdict.Confirmed, Severity.Praise, $"Mail to {domain.Domain} is asked to travel encrypted (MTA-STS record).", domain.StsPolicy is { Problem: null } read ? $"Its policy says {read.Mode}." : "The record was seen; its policy was not read.", [new(domain.MtaSts, null, domain.At) { Where = $"DNS of _mta-sts.{domain.Domain}" }], "");
        }
        foreach (var finding in survey.Domains.Values.Where(domain => survey.IsOwn(domain.Domain)).SelectMany(domain => Encryption(survey, domain)).Concat(Security(survey))) yield return finding;
    }

    private static IEnumerable<Finding> Encryption(Survey survey, MailDomain domain)
    {
        Evidence Server(MailServerCheck check) => new(Snippets.Short($"{check.Host}: {(check.OffersTls == true ? "offers" : "does not offer")} STARTTLS{(check.Protocol is null ? "" : $", {check.Protocol}")}{(check.CertificateProblem is null ? "" : $"; certificate: {check.CertificateProblem}")}"), null, domain.At) { Where = $"mail server of {domain.Domain}" };
        var rule = AuditRules.Of("rfc3207", survey.Day);
        var checks = domain.Checks ?? [];
        foreach (var check in checks.Where(check => check.OffersTls == false))
            yield return new("mail.not-encrypted", check.Host, Verdict.Confirmed, Severity.Low, $"Mail to {domain.Domain} travels in the open: {check.Host} offers no encryption.", "Whoever stands between can read what people write, and some senders refuse to send.", [Server(check)], "Offer STARTTLS with a certificate.") { Rule = rule };
        if (domain.StsPolicy is { } policy)
        {
            var quote = new Evidence(policy.Problem ?? $"mode: {policy.Mode}; mx: {string.Join(", ", policy.Servers)}", new($"https://mta-sts.{domain.Domain}/.well-known/mta-sts.txt"), domain.At);
            var unnamed = policy.Problem is null ? domain.Servers.Where(server => !policy.Names(server)).ToList() : [];
            var sts = AuditRules.Of("rfc8461", survey.Day);
            if (policy.Problem is not null)
                yield return new("mail.sts-unreadable", domain.Domain, Verdict.CouldNotTell, Severity.Low, $"{domain.Domain} announces an MTA-STS policy that could not be read.", "Senders that find no policy send as if there were none.", [quote], "Publish the policy, or take the record out.") { Rule = sts };
            else if (unnamed.Count > 0 && policy.Mode is "enforce")
                yield return new("mail.sts-forbids", domain.Domain, Verdict.Confirmed, unnamed.Count == domain.Servers.Count ? Severity.High : Severity.Low, $"The MTA-STS policy of {domain.Domain} forbids delivery to {string.Join(", ", unnamed)}.", "Senders that honour it do not deliver there.", [quote, Quotes.Of(domain)], "Name every mail server in the policy.") { Rule = sts };
        }
        foreach (var check in checks.Where(check => check.CertificateProblem is not null))
            yield return new("mail.certificate", check.Host, Verdict.Confirmed, domain.StsPolicy is { Mode: "enforce" } ? Severity.Medium : Severity.Notice, $"The certificate of {check.Host} does not hold: {check.CertificateProblem}.", domain.StsPolicy is { Mode: "enforce" } ? "The domain's own policy tells senders not to deliver then." : "Mail is still encrypted; who the server is stays unproven.", [Server(check)], "Renew the certificate for the server's name.") { Rule = rule };
        if (checks.Count > 0 && checks.All(check => check is { OffersTls: true, Protocol: not null }))
            yield return new("praise.encrypted", domain.Domain, Verdict.Confirmed, Severity.Praise, $"Mail to {domain.Domain} travels encrypted.", "Every server that was greeted agreed on TLS.", [.. checks.Select(Server)], "") { Rule = rule };
    }

    private static IEnumerable<Finding> Security(Survey survey)
    {
        var rule = AuditRules.Of("rfc9116", survey.Day);
        if (survey.Pages.FirstOrDefault(page => page.SecurityTxt is not null) is not { SecurityTxt: { } file } page)
        {
            if (survey.Pages.FirstOrDefault(one => one.Asked.AbsolutePath == "/.well-known/security.txt") is { Status: 404 or 410 } none)
                yield return new("security-txt.none", survey.OwnDomain, Verdict.NotEvidenced, Severity.Notice, "There is no security.txt.", "Who finds a weakness has to guess whom to tell. Publishing the file is voluntary.", [Quotes.Of(none, $"HTTP {none.Status}")], "Publish /.well-known/security.txt.") { Rule = rule };
            yield break;
        }
        foreach (var mistake in file.Mistakes)
            yield return new($"security-txt.{mistake.Replace('_', '-')}", page.Url.AbsoluteUri, Verdict.Confirmed, mistake == "no_contact" ? Severity.Medium : Severity.Low, $"security.txt has a mistake: {mistake}.", Explain(mistake), [Quotes.Of(page, $"Contact: {string.Join(", ", file.Contacts)}; Expires: {file.Expires?.ToString("O") ?? "none"}")], "Correct the file.") { Rule = rule };
        if (file.Expires < survey.At)
            yield return new("security-txt.expired", page.Url.AbsoluteUri, Verdict.Confirmed, Severity.Low, $"security.txt expired on {file.Expires:yyyy-MM-dd}.", "Who reads it should not trust it any more.", [Quotes.Of(page, $"Expires: {file.Expires:O}")], "Renew it.") { Rule = rule };
        else if (file.Mistakes.Count == 0)
            yield return new("praise.security-txt", page.Url.AbsoluteUri, Verdict.Confirmed, Severity.Praise, "security.txt is there and valid.", "Who finds a weakness knows whom to tell.", [Quotes.Of(page, $"Contact: {file.Contacts[0]}")], "") { Rule = rule };
    }

    private static string Explain(string mistake) => mistake switch
    {
        "no_contact" => "It names nobody to tell.",
        "no_expire" => "It does not say until when it holds.",
        "multi_expire" => "It says more than once until when it holds.",
        "invalid_expiry" => "Its date cannot be read.",
        _ => "A contact is not a mailto:, tel: or https: address.",
    };
}
