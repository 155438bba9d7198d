using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Baton;

/// <summary>The part of the public HTTP API that customers use. One conversation.</summary>
internal sealed class SimulatedClient(HttpClient http, Uri api, TimeProvider time)
{
    private const int Tries = 6;
    private static readonly TimeSpan _beforeNextTry = TimeSpan.FromSeconds(3);
    private SimulatedOpened? _conversation;

    public async Task OpenAsync(string locale, string? identity, CancellationToken stop)
    {
        using var answer = await PostAsync("/v1/conversations", new SimulatedOpen(locale, identity, true), SimulatedJson.Default.SimulatedOpen, stop);
        _conversation = await answer.Content.ReadFromJsonAsync(SimulatedJson.Default.SimulatedOpened, stop)
            ?? throw new HttpRequestException("The service opened nothing.");
    }

    // The id is chosen before the first try, so that a message that is sent twice is there once.
    public async Task SayAsync(string id, string text, CancellationToken stop) =>
        (await PostAsync(Path("messages"), new SimulatedMessage(id, text), SimulatedJson.Default.SimulatedMessage, stop)).Dispose();

    public async Task TypingAsync(bool on, CancellationToken stop) =>
        (await PostAsync(Path("typing"), new SimulatedTyping(on), SimulatedJson.Default.SimulatedTyping, stop)).Dispose();

    public async Task RateAsync(int score, string comment, CancellationToken stop) =>
        (await PostAsync(Path("rating"), new SimulatedRating(score, comment), SimulatedJson.Default.SimulatedRating, stop)).Dispose();

    public async Task AskForPersonAsync(CancellationToken stop) => (await PostAsync<object>(Path("person"), null, null, stop)).Dispose();

    public async Task LeaveAsync(CancellationToken stop) => (await PostAsync<object>(Path("leave"), null, null, stop)).Dispose();

    /// <summary>What happens in the conversation, from its beginning, until cancelled. A lost connection goes on after the last event seen.</summary>
    public async IAsyncEnumerable<SimulatedItem> FollowAsync([EnumeratorCancellation] CancellationToken stop)
    {
        string? last = null;
        while (true)
        {
            using var answer = await SendAsync(
                () =>
                {
                    var request = Request(HttpMethod.Get, Path("stream"));
                    request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
                    if (last is not null)
                        request.Headers.TryAddWithoutValidation("Last-Event-ID", last);
                    return request;
                },
                stop);
            await using var stream = await answer.Content.ReadAsStreamAsync(stop);
            var events = SseParser.Create(stream).EnumerateAsync(stop).GetAsyncEnumerator(stop);
            await using (events)
            {
                while (await MoveAsync(events))
                {
                    if (events.Current.EventId is { Length: > 0 } id)
                        last = id;
                    if (JsonSerializer.Deserialize(events.Current.Data, SimulatedJson.Default.SimulatedItem) is { } item)
                        yield return item;
                }
            }

            await Task.Delay(_beforeNextTry, time, stop);
        }
    }

    // A connection that breaks is one that ended: it is opened again either way.
    private static async Task<bool> MoveAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (Exception error) when (error is IOException or HttpRequestException)
        {
            return false;
        }
    }

    private Task<HttpResponseMessage> PostAsync<T>(string path, T? body, JsonTypeInfo<T>? type, CancellationToken stop)
        where T : class =>
        SendAsync(
            () =>
            {
                var request = Request(HttpMethod.Post, path);
                if (type is not null)
                    request.Content = JsonContent.Create(body!, type);
                return request;
            },
            stop);

    // Like a good client: waits when asked to, tries again when the service is away, and takes a no for a no.
    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            var wait = _beforeNextTry;
            try
            {
                using var request = make();
                var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
                if (answer.IsSuccessStatusCode)
                    return answer;
                var isWorthAnotherTry = answer.StatusCode is HttpStatusCode.TooManyRequests || (int)answer.StatusCode >= 500;
                if (!isWorthAnotherTry || tries == Tries)
                {
                    var problem = await answer.Content.ReadAsStringAsync(stop);
                    answer.Dispose();
                    throw new HttpRequestException($"{(int)answer.StatusCode} for {request.Method} {request.RequestUri!.AbsolutePath}: {problem}", null, answer.StatusCode);
                }

                wait = answer.Headers.RetryAfter?.Delta ?? wait;
                answer.Dispose();
            }
            catch (HttpRequestException error) when (error.StatusCode is null && tries < Tries)
            {
                // Nobody listens yet, or the connection broke.
            }

            await Task.Delay(wait, time, stop);
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(api, path));
        if (_conversation is { } conversation)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", conversation.Token);
        return request;
    }

    private string Path(string what) => $"/v1/conversations/{_conversation!.Conversation}/{what}";
}
