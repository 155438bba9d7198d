namespace Baton.Mail;

/// <summary>Reads why a server refused: its words first, its codes where they say nothing.</summary>
internal static class FailureReasonReader
{
    private static readonly IReadOnlyDictionary<string, CueList> _cues = CueList.Load("Cues.reasons.txt");

    /// <summary>In the order of the file.</summary>
    private static readonly (FailureReason Reason, CueList Cues)[] _reasons =
        [.. CueList.Sections("Cues.reasons.txt").Keys.Where(section => section != "after the sender was named").Select(section => (Reason(section), _cues[section]))];

    private static readonly CueList _afterSender = _cues["after the sender was named"];

    /// <summary>The reason that the first telling passage gives; the code decides where words are too general or missing.</summary>
    public static FailureReason Read(IReadOnlyList<string> passages, string status)
    {
        var coded = OfStatus(status);
        var general = FailureReason.Unknown;
        foreach (var passage in passages)
        {
            if (passage.Length == 0)
                continue;
            var reason = OfWords(passage);
            if (reason == FailureReason.MailboxUnknown && coded == FailureReason.SenderRefused)
                return coded;
            if (!IsGeneral(reason))
                return reason;
            if (general == FailureReason.Unknown)
                general = reason;
            if (coded != FailureReason.Unknown && !IsGeneral(coded) && coded != FailureReason.Network)
                return coded;
        }

        return general == FailureReason.Unknown ? coded : general;
    }

    private static FailureReason OfWords(string words)
    {
        // Servers put these words before the true reason.
        var text = new CueText(words.Replace("Recipient address rejected:", "", StringComparison.OrdinalIgnoreCase).Replace("Sender address rejected:", "sender rejected", StringComparison.OrdinalIgnoreCase), 4000);
        var found = FailureReason.Unknown;
        foreach (var (reason, cues) in _reasons)
        {
            if (!cues.IsIn(text))
                continue;
            found = reason;
            break;
        }

        var isAboutSender = _afterSender.IsIn(text);
        if (isAboutSender && found is FailureReason.Unknown or FailureReason.MailboxUnknown or FailureReason.HostUnknown or FailureReason.NotAccepting or FailureReason.Policy)
            return FailureReason.SenderRefused;
        return found is FailureReason.Unknown or FailureReason.Policy && words.Contains("Recipient address rejected", StringComparison.OrdinalIgnoreCase) && !words.Contains("policy", StringComparison.OrdinalIgnoreCase) ? FailureReason.MailboxUnknown : found;
    }

    private static bool IsGeneral(FailureReason reason) => reason is FailureReason.Unknown or FailureReason.Policy or FailureReason.SystemError or FailureReason.Expired;

    public static FailureReason OfStatus(string status) => status.Length < 5 ? FailureReason.Unknown : status[2..] switch
    {
        "1.0" or "1.1" or "1.3" or "1.4" => FailureReason.MailboxUnknown,
        "1.2" or "4.4" => FailureReason.HostUnknown,
        "1.6" => FailureReason.MailboxMoved,
        "1.7" or "1.8" => FailureReason.SenderRefused,
        "1.10" or "2.4" => FailureReason.NotAccepting,
        "2.1" => FailureReason.MailboxDisabled,
        "2.2" => FailureReason.MailboxFull,
        "2.3" or "3.4" => FailureReason.TooLarge,
        "3.1" => FailureReason.SystemFull,
        "4.6" => FailureReason.MailLoop,
        "4.7" => FailureReason.Expired,
        "4.1" or "4.2" => FailureReason.Network,
        "7.20" or "7.21" or "7.22" or "7.23" or "7.24" or "7.26" or "7.27" => FailureReason.AuthenticationFailed,
        "7.25" => FailureReason.NoReverseDns,
        "7.28" => FailureReason.RateLimited,
        _ => status[2] switch
        {
            '3' => FailureReason.SystemError,
            '4' => FailureReason.Network,
            '5' => FailureReason.SystemError,
            '6' => FailureReason.LetterMalformed,
            '7' => FailureReason.Policy,
            _ => FailureReason.Unknown,
        },
    };

    private static FailureReason Reason(string section) =>
        Enum.Parse<FailureReason>(section.TrimEnd('+').Replace(" ", "", StringComparison.Ordinal), ignoreCase: true);
}
