using Baton.Journal;

namespace Baton.Desk;

/// <summary>What a conversation by letter knows of its letters; part of the conversation's state.</summary>
/// <param name="Mailbox">The mailbox that answers.</param>
/// <param name="OwnAddress">Its address.</param>
/// <param name="AnswerTo">Where answers go.</param>
/// <param name="Cc">Who had a copy of the customer's last letter, our own addresses left out.</param>
/// <param name="Subject">Of the customer's last letter.</param>
/// <param name="Answered">Message-ID of the customer's last letter; empty when it has none.</param>
/// <param name="References">The thread, oldest first.</param>
/// <param name="MayBeAnswered">False when only people may answer.</param>
internal sealed record Correspondence(
    string Mailbox,
    string OwnAddress,
    Correspondent AnswerTo,
    IReadOnlyList<Correspondent> Cc,
    string Subject,
    string Answered,
    IReadOnlyList<string> References,
    bool MayBeAnswered)
{
    /// <summary>Long threads keep their beginning and their end, as RFC 5322 lets them.</summary>
    private const int MostReferences = 20;

    public static Correspondence After(Correspondence? before, LetterArrived letter)
    {
        var outside = letter.Envelope;
        var copies = outside.To.Concat(outside.Cc)
            .Where(other => !Same(other, letter.AnswerTo) && !Same(other, outside.From) && !IsOwn(other.Address, letter.OwnAddress))
            .DistinctBy(other => other.Address, StringComparer.OrdinalIgnoreCase);
        return new(
            letter.Mailbox,
            letter.OwnAddress,
            letter.AnswerTo,
            [.. copies],
            outside.Subject.Length > 0 ? outside.Subject : before?.Subject ?? "",
            outside.MessageId,
            Joined([.. before?.References ?? [], .. outside.References, outside.MessageId]),
            letter.MayBeAnswered);
    }

    /// <summary>False while letters only go out: the customer chose mail in another channel and has sent none.</summary>
    public bool HasArrived => Answered.Length > 0 || Cc.Count > 0;

    /// <summary>The customer of another channel is answered by mail.</summary>
    public static Correspondence After(AnswerArranged arranged) =>
        new(arranged.Mailbox ?? "", arranged.OwnAddress ?? "", new("", arranged.Address), [], arranged.Subject ?? "", "", [], MayBeAnswered: true);

    public Correspondence After(LetterQueued letter) => this with { References = Joined([.. References, letter.Envelope.MessageId]) };

    private static List<string> Joined(IEnumerable<string> ids)
    {
        var all = ids.Where(id => id.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return all.Count <= MostReferences ? all : [all[0], .. all.TakeLast(MostReferences - 1)];
    }

    private static bool Same(Correspondent one, Correspondent other) => one.Address.Equals(other.Address, StringComparison.OrdinalIgnoreCase);

    /// <summary>The mailbox itself and the reply addresses made of it with a plus.</summary>
    private static bool IsOwn(string address, string own)
    {
        var at = own.LastIndexOf('@');
        return address.Equals(own, StringComparison.OrdinalIgnoreCase)
            || (at > 0 && address.StartsWith(own[..at] + "+", StringComparison.OrdinalIgnoreCase) && address.EndsWith(own[at..], StringComparison.OrdinalIgnoreCase));
    }
}
