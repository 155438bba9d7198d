using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Baton.LoadGenerator;

/// <summary>One customer with one conversation: posts messages and follows the stream on which each comes back.</summary>
internal sealed class Customer : IAsyncDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient _http;
    private readonly AuthenticationHeaderValue _token;
    private readonly string _conversation;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new();
    private readonly CancellationTokenSource _left = new();
    private Task _following = Task.CompletedTask;
    private int _written;

    private Customer(HttpClient http, string conversation, string token) =>
        (_http, _conversation, _token) = (http, conversation, new AuthenticationHeaderValue("Bearer", token));

    public static async Task<Customer> OpenAsync(HttpClient http)
    {
        using var answer = await http.PostAsync(new Uri("/v1/conversations", UriKind.Relative), Body("{}"));
        answer.EnsureSuccessStatusCode();
        using var opened = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        return new(http, opened.RootElement.GetProperty("conversation").GetString()!, opened.RootElement.GetProperty("token").GetString()!);
    }

    /// <summary>Hands the conversation to people, so that no agent answers.</summary>
    public async Task AskForPersonAsync()
    {
        using var answer = await SendAsync(HttpMethod.Post, "person", null, HttpCompletionOption.ResponseContentRead);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Connects to the stream; completes when the server has answered.</summary>
    public async Task FollowAsync()
    {
        var answer = await SendAsync(HttpMethod.Get, "stream", null, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        _following = ReadAsync(answer);
    }

    /// <summary>Writes a message and waits until it is acknowledged and has come back on the stream; answers how long that took.</summary>
    public async Task<TimeSpan> WriteAndSeeAsync()
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"m{Interlocked.Increment(ref _written)}");
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _awaited[id] = seen;
        var started = Stopwatch.GetTimestamp();
        await WriteAsync(id);
        await seen.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>Writes a message and waits for its acknowledgement only.</summary>
    public Task WriteAsync() => WriteAsync(string.Create(CultureInfo.InvariantCulture, $"m{Interlocked.Increment(ref _written)}"));

    public async ValueTask DisposeAsync()
    {
        await _left.CancelAsync();
        await _following;
        _left.Dispose();
    }

    /// <summary>Writes a text of letters, digits and spaces; waits for its acknowledgement only.</summary>
    public Task WriteAsync(string id, string text) => PostAsync($$"""{"id":"{{id}}","text":"{{text}}"}""");

    private Task WriteAsync(string id) => WriteAsync(id, $"thank you {id}");

    private async Task PostAsync(string message)
    {
        using var answer = await SendAsync(HttpMethod.Post, "messages", Body(message), HttpCompletionOption.ResponseContentRead);
        answer.EnsureSuccessStatusCode();
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string what, HttpContent? body, HttpCompletionOption until)
    {
        var request = new HttpRequestMessage(method, $"/v1/conversations/{_conversation}/{what}") { Content = body };
        request.Headers.Authorization = _token;
        return _http.SendAsync(request, until, _left.Token);
    }

    private async Task ReadAsync(HttpResponseMessage answer)
    {
        using var response = answer;
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(_left.Token));
        try
        {
            while (await reader.ReadLineAsync(_left.Token) is { } line)
            {
                // Enough of a parser to find the message's id, and cheap, so that the generator is not what is measured.
                var at = line.StartsWith("data: ", StringComparison.Ordinal) ? line.IndexOf("\"id\":\"m", StringComparison.Ordinal) : -1;
                if (at < 0) continue;
                var id = line[(at + 6)..line.IndexOf('"', at + 6)];
                if (_awaited.TryRemove(id, out var seen)) seen.TrySetResult();
            }
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The measurement is over.
        }
    }

    private static StringContent Body(string json) => new(json, Encoding.UTF8, Json);
}
