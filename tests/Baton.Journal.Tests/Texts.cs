using System.Text;

namespace Baton.Journal.Tests;

/// <summary>Events as text, to compare them whole: records that hold JSON do not compare by value.</summary>
public static class Texts
{
    public static string Json(ConversationEvent @event) => $"{EventTypes.NameOf(@event)} {Encoding.UTF8.GetString(EventTypes.Write(@event))}";

    public static string Json(LoggedEvent e) => $"{e.Position} {e.Conversation} {e.Version} {e.At:O} {Json(e.Event)}";

    /// <summary>The same without the place in the whole log, which another store gives anew.</summary>
    public static string Portable(LoggedEvent e) => $"{e.Conversation} {e.Version} {e.At:O} {Json(e.Event)}";
}
