using Baton.Journal;

namespace Baton.Web;

// Where signals stand.
public sealed partial class ConversationView
{
    private readonly Dictionary<(int MessageVersion, string Code), int> _withheldAt = [];

    /// <summary>All signals since then that nobody called wrong, newest first.</summary>
    public IEnumerable<SignalRaised> Signals =>
        _items.OfType<SignalledItem>().Where(item => item.Version > _stretchStart).Reverse().SelectMany(item => item.Signals.Where(signal => item.WrongBy(signal) is null));

    /// <summary>A reply is withheld after its signal was raised at the message it answers; the worker looks for it where the reply is.</summary>
    private WithheldItem Withheld(int version, DateTimeOffset at, AgentReplyWithheld withheld)
    {
        var item = new WithheldItem(version, at, withheld.Text, withheld.Why);
        var place = _items.FindLastIndex(said => said is SaidItem { From: Speaker.Customer } message && message.Signals.Any(IsOfReply));
        if (place < 0) return item;
        var message = (SaidItem)_items[place];
        var moved = message.Signals.Where(IsOfReply).ToList();
        foreach (var signal in moved) _withheldAt[(signal.MessageVersion, signal.Code)] = _items.Count;
        _items[place] = message with { Signals = [.. message.Signals.Except(moved)] };
        return item with { Signals = moved };

        bool IsOfReply(SignalRaised signal) => signal.Words.EndsWith(withheld.Why, StringComparison.Ordinal);
    }

    private void ChangeSignalled(int messageVersion, string code, Func<SignalledItem, SignalledItem> change)
    {
        if (_withheldAt.TryGetValue((messageVersion, code), out var at) || _messageAt.TryGetValue(messageVersion, out at)) _items[at] = change((SignalledItem)_items[at]);
    }
}
