using Baton.Journal;

namespace Baton.Web;

/// <summary>A reply on its way as a letter.</summary>
/// <param name="Queued">The letter.</param>
/// <param name="State">One of <see cref="LetterStates"/>, or <c>queued</c>.</param>
/// <param name="Detail">The server's words.</param>
public sealed record SentLetter(LetterQueued Queued, string State, string Detail)
{
    /// <summary>The one recipient the state is about; empty when it is about all.</summary>
    public string Recipient { get; init; } = "";

    /// <summary>The state in words.</summary>
    public string Words => State switch
    {
        LetterStates.Sent => "Sent",
        LetterStates.Arrived => "Arrived at the customer's server",
        LetterStates.Delayed => "Delayed, it is tried again",
        LetterStates.Bounced => Recipient.Length > 0 ? $"Came back from {Recipient}" : "Came back: it was not delivered",
        LetterStates.Failed => "Could not be sent",
        _ => "On its way",
    };

    /// <summary>What comes later counts, but a good word after a bad one does not take it back: one of several recipients may have failed.</summary>
    internal SentLetter With(LetterTracked tracked) =>
        State is LetterStates.Bounced && tracked.State is LetterStates.Sent or LetterStates.Arrived ? this : this with { State = tracked.State, Detail = tracked.Detail, Recipient = tracked.Recipient };
}

/// <summary>What a program wrote in a customer's place, or a report about a letter.</summary>
public sealed record NotedLetterItem(int Version, DateTimeOffset At, LetterArrived Letter) : TranscriptItem(Version, At)
{
    /// <summary>What it is, in words.</summary>
    public string Words => Letter.Kind switch
    {
        "out-of-office" => "Out of office",
        "bounced" or "blocked" => "Report: a letter was not delivered",
        "delayed" => "Report: a letter is delayed",
        "delivered" => "Report: a letter arrived",
        "disposition-notice" => "Reading confirmation",
        "acknowledgement" => "Automatic acknowledgement",
        "challenge" => "Asks to prove that a person wrote",
        "complaint" => "Complaint report",
        _ => "Written by a program",
    };
}
