using Baton.Mail;

namespace Baton.Audit;

/// <summary>Puts what came to the probe it belongs to. What belongs to none is not kept.</summary>
internal static class LetterIntake
{
    private static readonly TimeSpan Clocks = TimeSpan.FromMinutes(2);

    /// <summary>What a letter means for the run, as events; the last says that the mailbox was read up to it.</summary>
    public static IEnumerable<RadarEvent> Take(WatchedLetter came, RadarState state, RadarFolder folder)
    {
        // Likeness counts the days since the sending: by the same clock as everything else.
        var letter = LetterReader.Read(came.Letter.Raw) with { Received = ArrivedAt(came, state.Made.At) };
        if (came.Control is { } control)
        {
            if (Twin(letter, control, state) is { } twin) yield return new TwinArrived(ArrivedAt(came, twin.At), twin.Probe, control.Address, came.IsSpamFolder);
        }
        else if (OfTwin(letter, state) is { } owner)
        {
            if (Outcome.Of(letter) is { Failure: { } failure, Kind: OutcomeKind.Bounced or OutcomeKind.Blocked }) yield return new TwinReturned(came.SeenAt, owner.Plan.Key, failure.Diagnostic.Length > 0 ? failure.Diagnostic : failure.Words);
        }
        else if (Match(letter, state) is { } match && state.Probes.First(probe => probe.Plan.Key == match.Sent.Key) is { Opening: { } opening } && match.Sent.MessageId != letter.MessageId)
        {
            var sha256 = folder.Keep(came.Letter.Raw);
            yield return new LetterCame(ArrivedAt(came, opening.At), sha256, match.Sent.Key, Words(match.By), match.Score, $"{match.Evidence.Where}: {match.Evidence.Quote}", match.NeedsConfirmation, [.. match.Others.Select(other => other.Key).Distinct()]);
        }
        yield return new MailboxRead(came.SeenAt, came.Mailbox, came.Letter.Position.Validity, came.Letter.Position.Uid);
    }

    /// <summary>
    /// The mailbox's own stamp, not the sender's Date. A stamp before our sending or after our seeing is a wrong clock; then the moment at
    /// which it was seen counts.
    /// </summary>
    private static DateTimeOffset ArrivedAt(WatchedLetter came, DateTimeOffset sent)
    {
        if (came.Letter.Arrived is not { } stamp || stamp < sent - Clocks || stamp > came.SeenAt + Clocks) return came.SeenAt;
        var arrived = stamp < sent ? sent : stamp > came.SeenAt ? came.SeenAt : stamp;
        return arrived.ToUniversalTime();
    }

    /// <summary>The probe whose twin a letter reports on or answers. It holds the probe's words too, so this is asked first.</summary>
    private static ProbeCourse? OfTwin(Letter letter, RadarState state) => state.Probes.FirstOrDefault(probe => probe.Twins.Count > 0 && (
        letter.To.Concat(letter.Cc).Select(to => to.Address).Concat(letter.DeliveredTo).Contains(probe.Plan.TwinFrom, StringComparer.OrdinalIgnoreCase)
        || probe.Twins.Any(twin => twin.MessageId.Length > 0 && (twin.MessageId == letter.Original?.MessageId || letter.InReplyTo.Contains(twin.MessageId)))));

    private static TwinSent? Twin(Letter letter, ControlMailbox control, RadarState state) =>
        state.Probes.SelectMany(probe => probe.Twins).FirstOrDefault(twin => twin.MessageId.Length > 0 && twin.MessageId == letter.MessageId && twin.Control == control.Address);

    private static LetterMatch? Match(Letter letter, RadarState state) => new SentLetters(state.Probes.SelectMany(probe => probe.Sent.Select(mail => new SentLetter(probe.Plan.Key, mail.MessageId, [probe.Plan.Route], mail.Subject, mail.At)
    {
        ReplyAddress = probe.Plan.From,
        Token = probe.Plan.Token,
        Text = mail.Text,
    }))).Match(letter);

    private static string Words(MatchedBy by) => by switch
    {
        MatchedBy.InReplyTo => "In-Reply-To",
        MatchedBy.References => "References",
        MatchedBy.ReplyAddress => "the address made for its replies",
        MatchedBy.Original => "the original given back",
        MatchedBy.Token => "its token",
        MatchedBy.RewrittenId => "its id inside another",
        _ => "likeness",
    };
}
