using System.Text.RegularExpressions;

namespace Baton.Mail;

/// <summary>Reads reports of mail servers: from their machine-readable part, or from their words, since nearly half have no such part.</summary>
internal static class DeliveryReading
{
    private const int HeadLength = 2500;
    private const int RefusalLength = 420;

    private static readonly IReadOnlyDictionary<string, CueList> _cues = CueList.Load("Cues.reports.txt");
    private static readonly Regex _refusal = Patterns.Compile(@"(\b[45]\d\d[ -]\(?#?[45]\.\d{1,3}\.\d{1,3}\b|\b(said|reply|response|error|status|rejected|smtp|returned|code)\b.{0,40}\b[45]\d\d\b|\b5\d\d[ -]|\b[45]\.\d\.\d{1,3}\b)");
    private static readonly Regex _code = Patterns.Compile(@"((after (mail from|rcpt to|end of data|initial)|did not like our)[^\n]{0,120}[:\s]{1,20}([^\n]{0,80}\n\s+)?)?\b[45]\d\d[ -](\(?#?[45]\.\d{1,3}\.\d{1,3}|\S)");
    private static readonly Regex _mailbox = Patterns.Compile(@"[a-z0-9._%+=/-]+@[a-z0-9.-]+\.[a-z0-9-]+");

    /// <summary>Null for a letter that is no report on delivery.</summary>
    public static Outcome? Read(Letter letter, AutomaticSigns signs)
    {
        if (letter.DeliveryStatuses.Count > 0)
            return OfStatuses(letter, letter.DeliveryStatuses);
        var structure = Structure(letter, signs);
        if (structure.Count == 0)
            return null;

        // The part for machines, without the line that marks it off.
        if (letter.Text.Contains("\nAction:", StringComparison.OrdinalIgnoreCase))
        {
            var statuses = new List<DeliveryStatus>();
            ReportReader.Read(ReportReader.Groups(letter.Text), statuses);
            if (statuses.Exists(status => status.Action.Length > 0))
                return OfStatuses(letter, statuses);
        }

        return OfWords(letter, signs, structure);
    }

    private static Outcome OfStatuses(Letter letter, IReadOnlyList<DeliveryStatus> statuses)
    {
        // One recipient that failed makes a bounce of a report on several.
        var deciding = statuses.FirstOrDefault(status => status.Action is "failed" or "fail" or "failure")
            ?? statuses.FirstOrDefault(status => status.Action.StartsWith("delay", StringComparison.Ordinal))
            ?? statuses.FirstOrDefault(status => status.Action.Length == 0 || status.Status.StartsWith('5'))
            ?? statuses[0];
        var evidence = new List<Evidence> { new("report", $"Action: {deciding.Action}; Status: {deciding.Status}; {deciding.Diagnostic}".Trim(' ', ';'), "what the server reports of the recipient") };
        if (deciding.Action is "delivered" or "relayed" or "expanded" or "deliverable" && deciding.Status is not ['4' or '5', ..])
            return Report(OutcomeKind.Delivered, 0.98, evidence, null);
        var failure = Failure(deciding, letter);
        if (deciding.Action.StartsWith("delay", StringComparison.Ordinal) || (deciding.Action.Length == 0 && deciding.Status.StartsWith('4')))
            return Report(OutcomeKind.Delayed, 0.97, evidence, failure);
        return Failed(failure, 0.97, evidence);
    }

    private static DeliveryFailure Failure(DeliveryStatus status, Letter letter)
    {
        // The report's own words may say more than what the other server gave.
        var reason = FailureReasonReader.Read([status.Diagnostic, Refusal(letter.Text), Head(letter.Text)], status.Status);
        return new DeliveryFailure(reason, status.Recipient, status.Status, status.Diagnostic);
    }

    private static Outcome? OfWords(Letter letter, AutomaticSigns signs, List<Evidence> structure)
    {
        var head = new CueText(Head(letter.Text), HeadLength);
        var subject = new CueText(letter.Subject);
        var failedSubject = _cues["failed subject"].Find(subject);
        var delayedSubject = _cues["delayed subject"].Find(subject);
        var failed = _cues["failed"].Find(head);
        var delayed = _cues["delayed"].Find(head);
        var refusal = _refusal.Match(head.Text);
        var words = (failedSubject is null ? 0 : 2) + (delayedSubject is null ? 0 : 1) + (failed is null ? 0 : 2) + (delayed is null ? 0 : 2) + (refusal.Success ? 1 : 0)
            + (letter.Original is null ? 0 : 1) + (_mailbox.IsMatch(head.Text) ? 1 : 0);
        var isFromServer = structure.Exists(sign => (sign.Where is "From" && !signs.IsNoReplyAddress) || sign.Where is "X-Failed-Recipients" or "Content-Type");
        if (words < (isFromServer ? 3 : 5) || (failedSubject is null && failed is null && delayed is null && delayedSubject is null && !refusal.Success))
            return Delivered(letter, head, subject, isFromServer, structure);
        if (signs.IsAutomaticSubject && !isFromServer)
            return null;
        var evidence = new List<Evidence>();
        if ((failed ?? delayed) is { } cue)
            evidence.Add(new Evidence("text", head.Quote(cue.Start, cue.Length), "the words of a mail server's report"));
        if (failedSubject is not null || delayedSubject is not null)
            evidence.Add(new Evidence("Subject", letter.Subject, "the subject of such reports"));
        if (refusal.Success)
            evidence.Add(new Evidence("text", head.Quote(refusal.Index, refusal.Length), "a server's code"));
        evidence.AddRange(structure);
        var text = Head(letter.Text);
        var status = StatusCode.Find(text) ?? "";
        var failure = new DeliveryFailure(FailureReasonReader.Read([Refusal(text), text, letter.Subject], status), Recipient(letter, head), status, refusal.Success ? head.Quote(refusal.Index, refusal.Length) : "");
        var isDelayed = (delayed is not null || delayedSubject is not null) && !_cues["given up"].IsIn(head) && !status.StartsWith('5');
        if (delayed is not null && delayedSubject is not null && failedSubject is null)
            isDelayed = true;
        var confidence = Math.Min(0.96, 0.6 + (0.05 * words) + (isFromServer ? 0.1 : 0));
        return isDelayed ? Report(OutcomeKind.Delayed, confidence, evidence, failure) : Failed(failure, confidence, evidence);
    }

    private static Outcome? Delivered(Letter letter, CueText head, CueText subject, bool isFromServer, List<Evidence> structure)
    {
        if (!isFromServer || _cues["delivered"].Find(head) is not { } cue || !(_cues["delivered subject"].IsIn(subject) || letter.MediaType == "multipart/report"))
            return null;
        return Report(OutcomeKind.Delivered, 0.85, [new Evidence("text", head.Quote(cue.Start, cue.Length), "the words of a mail server's report"), .. structure], null);
    }

    /// <summary>Signs that a server wrote, without which words prove nothing: people forward and discuss bounces.</summary>
    private static List<Evidence> Structure(Letter letter, AutomaticSigns signs)
    {
        var found = new List<Evidence>();
        foreach (var from in letter.From)
        {
            var local = from.Address.Split('@')[0];
            if (_cues["daemon"].IsIn(new CueText(local.Replace('_', '-') + " | " + from.Name)))
                found.Add(new Evidence("From", $"{from.Name} <{from.Address}>".Trim(), "the name of a mail server"));
        }

        if (letter.Header("X-Failed-Recipients") is { } failed)
            found.Add(new Evidence("X-Failed-Recipients", failed, "only reports carry it"));
        if (letter.MediaType == "multipart/report")
            found.Add(new Evidence("Content-Type", letter.MediaType, "the form of a report"));
        if (signs.IsNoReplyAddress)
            found.Add(new Evidence("From", letter.From[0].Address, "an address that takes no letters"));
        if (signs.HasNullPath)
            found.Add(new Evidence("Return-Path", "<>", "sent so that nothing comes back"));
        if (letter.Header("Auto-Submitted") is { } submitted && submitted.StartsWith("auto", StringComparison.OrdinalIgnoreCase))
            found.Add(new Evidence("Auto-Submitted", submitted, "sent by a program"));
        return found;
    }

    private static string Recipient(Letter letter, CueText head)
    {
        if (letter.Header("X-Failed-Recipients") is { Length: > 0 } named)
            return named.Split(',')[0].Trim();
        foreach (Match match in _mailbox.Matches(head.Text))
        {
            var isOurs = letter.To.Any(to => to.Address.Equals(match.Value, StringComparison.OrdinalIgnoreCase)) || letter.From.Any(from => from.Address.Equals(match.Value, StringComparison.OrdinalIgnoreCase));
            if (!isOurs && !match.Value.StartsWith("postmaster@", StringComparison.Ordinal))
                return match.Value;
        }

        return "";
    }

    /// <summary>The refusing server's own words: what stands at its code, the report's usual sentences left out.</summary>
    private static string Refusal(string text)
    {
        var match = _code.Match(Head(text));
        return match.Success ? text.Substring(match.Index, Math.Min(RefusalLength, text.Length - match.Index)) : "";
    }

    private static string Head(string text) => text.Length <= HeadLength ? text : text[..HeadLength];

    private static Outcome Failed(DeliveryFailure failure, double confidence, List<Evidence> evidence)
    {
        if (failure.StatusWords.Length > 0)
            evidence.Add(new Evidence("report", failure.Status, failure.StatusWords));
        return Report(failure.IsBecauseOfSender ? OutcomeKind.Blocked : OutcomeKind.Bounced, confidence, evidence, failure);
    }

    private static Outcome Report(OutcomeKind kind, double confidence, List<Evidence> evidence, DeliveryFailure? failure) =>
        new(kind, confidence, LetterAuthor.Program, evidence) { Failure = failure };
}
