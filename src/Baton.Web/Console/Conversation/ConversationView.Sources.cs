using Baton.Desk;
using Baton.Journal;

namespace Baton.Web;

// Where each fact of the brief stands in the log.
public sealed partial class ConversationView
{
    /// <summary>
    /// The message at which the feeling turned against the service for the last time; null when it never did. What a worker called wrong does
    /// not count.
    /// </summary>
    public FeelingTurn? TurningPoint
    {
        get
        {
            FeelingTurn? turned = null;
            string? before = null;
            foreach (var (version, feeling) in _feelings)
            {
                var message = _messageAt.TryGetValue(version, out var at) ? _items[at] as SaidItem : null;
                if (message is null || message.Marks.LastOrDefault(mark => mark.Code == feeling) is { Mark: SignalMark.Wrong }) continue;
                if (IsAgainst(feeling) && (before is null || !IsAgainst(before))) turned = new(version, message.Shield is null ? message.Text : "an abusive message, folded below", before, feeling);
                before = feeling;
            }

            return turned;
        }
    }

    /// <summary>A first message to change and send; null while no person is needed, and once one has answered.</summary>
    /// <param name="worker">The name the customer sees.</param>
    public string? Suggestion(string worker)
    {
        if (Escalation is not { } escalation || Holder is not (Holder.Queue or Holder.Worker) || AnsweredSinceCall) return null;
        return SuggestedMessage.For(new()
        {
            Kind = escalation.Kind,
            Locale = Locale,
            Customer = Customer.Name,
            Worker = worker,
            Signals = [.. Signals.OrderByDescending(signal => signal.Weight).Select(signal => signal.Code)],
            Wants = Wants,
            IsByLetter = Channel is "email" or "form",
        });
    }

    private bool AnsweredSinceCall => _items.FindLast(item => item is SaidItem { From: Speaker.Worker }) is { } answer && answer.Version > _calledIn;

    private static bool IsAgainst(string feeling) => feeling is "frustrated" or "angry" or "resigned";

    private int SourceOf(string words, int before)
    {
        if (words.Length > 1)
        {
            for (var at = _items.Count - 1; at >= 0; at--)
            {
                if (_items[at].Version >= before || _items[at].Version <= _stretchStart) continue;
                var says = _items[at] switch
                {
                    SaidItem { From: Speaker.Customer } said => said.Text,
                    ToolItem { Return.Result: var result } => result.GetRawText(),
                    _ => "",
                };
                if (says.Contains(words, StringComparison.OrdinalIgnoreCase)) return _items[at].Version;
            }
        }

        return _lastWords?.Version ?? 0;
    }
}
