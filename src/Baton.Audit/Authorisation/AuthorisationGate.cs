namespace Baton.Audit;

/// <summary>
/// The one place that everything passes that writes to somebody: without an engagement that is signed, on, in scope, within its budget,
/// proven and not stopped, nothing leaves. Every leave is in the ledger before anything is sent.
/// </summary>
/// <param name="engagement">The engagement.</param>
/// <param name="ledger">What was written before, over all runs.</param>
/// <param name="proof">Looks for proof of control.</param>
/// <param name="time">The clock.</param>
public sealed class AuthorisationGate(Engagement engagement, WriteLedger ledger, ControlProof proof, TimeProvider time)
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    /// <summary>Whom nobody may write to besides the engagement's own stop list: what was added to its file while a run goes on.</summary>
    internal IReadOnlyList<string> AlsoStopped { get; set; } = [];

    /// <summary>Asks for leave. All reasons against it are named at once; only the proof of control is not looked for where there are others.</summary>
    public async Task<GateAnswer> AskAsync(WriteRequest request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        List<string> refusals = [.. Scope(request, now), .. ledger.Refusals(request), .. TemplateLint.Check(request.Text)];
        string? proven = null;
        if (engagement.Authorisation is { } signed)
        {
            if (request.Pretends && !signed.ByAudited) refusals.Add("It pretends something; that needs the signature of the audited side (authorisation.byAudited).");

            // To look for the proof asks the audited side's servers: not for what is refused anyway.
            if (refusals.Count > 0) return new(null, refusals);
            proven = signed.LegalBasis is { } basis ? $"legal basis entered by {basis.EnteredBy} on {basis.EnteredOn:yyyy-MM-dd}: {basis.Text}" : await proof.FindAsync(request.Host, signed.Token, cancellationToken);
            if (proven is null) refusals.Add($"Nothing proves control of {request.Host}: put the token into a TXT record at _baton-audit.{request.Host} or into https://{request.Host}{ControlProof.WellKnown}, or enter a legal basis.");
        }
        if (refusals.Count > 0 || proven is null) return new(null, refusals);

        // Two who ask at once share one budget: only the ledger's own count decides.
        return await ledger.TryEnterAsync(request, now, engagement.Name, engagement.Budget, Month, cancellationToken) is { } full ? new(null, [full]) : new(new(request, now, proven), []);
    }

    private IEnumerable<string> Scope(WriteRequest request, DateTimeOffset now)
    {
        if (engagement.Authorisation is null) yield return "The engagement is not signed (authorisation).";
        if (!engagement.IsOn(DateOnly.FromDateTime(now.UtcDateTime))) yield return $"The engagement runs from {engagement.From:yyyy-MM-dd} to {engagement.To:yyyy-MM-dd}.";
        if (engagement.Authorisation is { } signed && signed.SignedOn > DateOnly.FromDateTime(now.UtcDateTime)) yield return $"The signature is of {signed.SignedOn:yyyy-MM-dd}, which is not yet.";
        if (engagement.Authorisation is { Scope: { } scope } && scope != engagement.ScopeHash()) yield return "The scope was changed after it was signed (authorisation.scope); it has to be signed again.";
        var isInScope = request.Kind switch
        {
            WriteKind.Mail or WriteKind.Probe => engagement.Mailboxes.Any(mailbox => Same(mailbox, request.Target)),
            WriteKind.Form => engagement.Forms.Any(form => Same(form.AbsoluteUri, request.Target)),
            _ => engagement.Chats.Any(chat => Same(chat.AbsoluteUri, request.Target)),
        };
        if (!isInScope) yield return $"{request.Target} is not in the engagement's scope.";
        if (engagement.Stop.Concat(AlsoStopped).Any(stop => Same(stop, request.Target) || Same(stop, request.Host))) yield return $"{request.Target} is on the stop list.";
    }

    private static bool Same(string a, string b) => string.Equals(a.TrimEnd('/'), b.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
