using System.Text.Json;
using Baton.Journal;

namespace Baton.Web.Tests;

/// <summary>Events of one conversation, told one after the other.</summary>
internal sealed class Story
{
    public static readonly ConversationId Id = new("0".PadLeft(32, 'a'));

    private readonly List<LoggedEvent> _log = [];

    public IReadOnlyList<LoggedEvent> Log => _log;

    public DateTimeOffset Now { get; private set; } = Rows.Noon;

    public static JsonElement Json(object value) => JsonSerializer.SerializeToElement(value);

    public Story Opened(bool isSimulated = false) => Then(new ConversationOpened("web", new("ada", "Ada Okafor", null), "en", "default", isSimulated));

    public Story Customer(string text) => Then(new CustomerWrote($"m{_log.Count}", text, []));

    public Story Read(string? intent, string feeling) => Then(new MessageInterpreted(_log.Count, "embedded", "en", intent, 0.9, feeling, Json(Array.Empty<int>())));

    public Story Agent(string text) => Then(new AgentReplied(text, 0, [], []));

    public Story Then(ConversationEvent happened)
    {
        Now = Now.AddSeconds(10);
        _log.Add(new(_log.Count + 1, Id, _log.Count + 1, Now, happened));
        return this;
    }

    public ConversationView View()
    {
        var view = new ConversationView();
        foreach (var logged in _log) view.Apply(logged);
        return view;
    }
}
