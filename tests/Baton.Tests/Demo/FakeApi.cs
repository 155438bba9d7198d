using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace Baton.Tests;

/// <summary>One request that a customer made.</summary>
internal sealed record Asked(string Conversation, string What, JsonElement Body);

/// <summary>The customers' part of the HTTP API, played by the test.</summary>
internal sealed class FakeApi : HttpMessageHandler, IHttpClientFactory
{
    private readonly ConcurrentDictionary<string, FakeConversation> _conversations = new(StringComparer.Ordinal);
    private readonly Channel<Asked> _asked = Channel.CreateUnbounded<Asked>();
    private int _opened;
    private int _open;

    /// <summary>Answers that go wrong before things go right.</summary>
    public ConcurrentQueue<HttpStatusCode> Failures { get; } = new();

    /// <summary>The most conversations that were open at once.</summary>
    public int MostAtOnce { get; private set; }

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    public FakeConversation this[string conversation] => _conversations[conversation];

    /// <summary>The service closes a conversation.</summary>
    public void Close(string conversation)
    {
        Interlocked.Decrement(ref _open);
        _conversations[conversation].Holder("closed");
    }

    /// <summary>The next request but for typing and following.</summary>
    public async Task<Asked> NextAsync() => await _asked.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async Task<string> NextSaidAsync()
    {
        var asked = await NextAsync();
        Assert.Equal("messages", asked.What);
        return asked.Body.GetProperty("text").GetString()!;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Failures.TryDequeue(out var failure))
            return new HttpResponseMessage(failure);

        var path = request.RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        using var body = request.Content is null ? null : JsonDocument.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
        var asked = new Asked(path.ElementAtOrDefault(2) ?? "", path.ElementAtOrDefault(3) ?? "open", body?.RootElement.Clone() ?? default);

        if (asked.What == "open")
        {
            var id = $"c{Interlocked.Increment(ref _opened)}";
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _open));
            _conversations[id] = new FakeConversation();
            _asked.Writer.TryWrite(asked with { Conversation = id });
            return Json($$"""{"conversation":"{{id}}","token":"token-{{id}}","identified":false}""", HttpStatusCode.Created);
        }

        Assert.Equal($"Bearer token-{asked.Conversation}", request.Headers.Authorization?.ToString());
        if (asked.What == "stream")
            return _conversations[asked.Conversation].Stream(request);
        if (asked.What != "typing")
            _asked.Writer.TryWrite(asked);
        return Json("{}", HttpStatusCode.OK);
    }

    private static HttpResponseMessage Json(string json, HttpStatusCode status) => new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}

/// <summary>One conversation's events, and whoever follows them.</summary>
internal sealed class FakeConversation
{
    private readonly Lock _lock = new();
    private readonly List<string> _events = [];
    private Pipe? _follower;

    /// <summary>What the last follower said it had seen.</summary>
    public string? LastEventId { get; private set; }

    public void Agent(string text, params (string Label, string Value)[] choices) =>
        Show(new { type = "message", from = "agent", text, choices = choices.Length == 0 ? null : choices.Select(choice => new { label = choice.Label, value = choice.Value }) });

    public void Worker(string text) => Show(new { type = "message", from = "worker", name = "Maya", text });

    public void Holder(string holder) => Show(new { type = "holder", holder });

    /// <summary>The connection ends, as when the server restarts.</summary>
    public void Drop()
    {
        lock (_lock)
        {
            _follower?.Writer.Complete();
            _follower = null;
        }
    }

    public HttpResponseMessage Stream(HttpRequestMessage request)
    {
        lock (_lock)
        {
            LastEventId = request.Headers.TryGetValues("Last-Event-ID", out var ids) ? ids.Single() : null;
            var after = LastEventId is null ? 0 : int.Parse(LastEventId, System.Globalization.CultureInfo.InvariantCulture);
            _follower = new Pipe();
            foreach (var missed in _events.Skip(after))
                Write(missed);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(_follower.Reader.AsStream()) };
        }
    }

    private void Show(object item)
    {
        lock (_lock)
        {
            _events.Add($"id: {_events.Count + 1}\nevent: item\ndata: {JsonSerializer.Serialize(item)}\n\n");
            Write(_events[^1]);
        }
    }

    private void Write(string text)
    {
        if (_follower is null)
            return;
        // The pipe has room for far more than a test writes: this completes at once.
        var written = _follower.Writer.WriteAsync(Encoding.UTF8.GetBytes(text), CancellationToken.None).AsTask();
        Assert.True(written.IsCompletedSuccessfully);
    }
}
