using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Baton.Web.Tests;

/// <summary>A customer's event stream, read one event at a time.</summary>
internal sealed class StreamReading : IAsyncDisposable
{
    private readonly HttpResponseMessage answer;
    private readonly IAsyncEnumerator<SseItem<string>> events;

    private StreamReading(HttpResponseMessage answer, Stream body)
    {
        this.answer = answer;
        events = SseParser.Create(body).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
    }

    public HttpResponseMessage Answer => answer;

    public static async Task<StreamReading> OpenAsync(ApiServer server, Opened opened, string? lastEventId = null, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, opened.Path("stream" + query));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", opened.Token);
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return new(response, await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The next event; null when the server ended the stream.</summary>
    public async Task<SseItem<string>?> NextAsync() => await events.MoveNextAsync() ? events.Current : null;

    public async Task<JsonElement> NextJsonAsync()
    {
        var next = await NextAsync() ?? throw new InvalidOperationException("The stream ended.");
        var json = JsonDocument.Parse(next.Data).RootElement;
        Assert.Equal(json.GetProperty("type").GetString(), next.EventType);
        return json;
    }

    public async ValueTask DisposeAsync()
    {
        answer.Dispose();
        await events.DisposeAsync();
    }
}
