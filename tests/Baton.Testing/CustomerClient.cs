using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Baton.Testing;

/// <summary>A customer's program: one conversation over the public HTTP API.</summary>
public sealed class CustomerClient : IDisposable
{
    private readonly HttpClient _http;

    private CustomerClient(HttpClient http, string conversation, string token)
    {
        _http = http;
        Conversation = conversation;
        Token = token;
    }

    /// <summary>The conversation's id.</summary>
    public string Conversation { get; }

    /// <summary>What opens the conversation, and nothing else.</summary>
    public string Token { get; }

    /// <summary>Opens a conversation.</summary>
    public static async Task<CustomerClient> OpenAsync(Uri server, CancellationToken cancellationToken)
    {
        var http = Http(server);
        using var answer = await http.PostAsJsonAsync("/v1/conversations", new { locale = "en" }, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var opened = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        var token = opened.GetProperty("token").GetString()!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new(http, opened.GetProperty("conversation").GetString()!, token);
    }

    /// <summary>The same conversation on another server of the same log.</summary>
    public CustomerClient On(Uri server)
    {
        var http = Http(server);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return new(http, Conversation, Token);
    }

    /// <summary>Writes a message and answers its place in the conversation, and whether it had been written before.</summary>
    /// <exception cref="HttpRequestException">The server is gone, or refused it.</exception>
    public async Task<(int Seq, bool IsRepeat)> WriteAsync(string messageId, string text, CancellationToken cancellationToken)
    {
        using var answer = await _http.PostAsJsonAsync($"/v1/conversations/{Conversation}/messages", new { id = messageId, text }, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var written = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return (written.GetProperty("seq").GetInt32(), written.GetProperty("repeat").GetBoolean());
    }

    /// <summary>Asks for a person.</summary>
    public async Task AskForPersonAsync(CancellationToken cancellationToken)
    {
        using var answer = await _http.PostAsync(new Uri($"/v1/conversations/{Conversation}/person", UriKind.Relative), null, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>What the customer may see of the conversation.</summary>
    public async Task<IReadOnlyList<JsonElement>> EventsAsync(CancellationToken cancellationToken)
    {
        var answer = await _http.GetFromJsonAsync<JsonElement>($"/v1/conversations/{Conversation}/events?after=0", cancellationToken);
        return [.. answer.GetProperty("events").EnumerateArray()];
    }

    /// <summary>Follows the conversation until an item fits, and answers it.</summary>
    public async Task<JsonElement> UntilAsync(Func<JsonElement, bool> fits, CancellationToken cancellationToken)
    {
        using var stream = new StreamReader(await _http.GetStreamAsync(new Uri($"/v1/conversations/{Conversation}/stream", UriKind.Relative), cancellationToken));
        while (await stream.ReadLineAsync(cancellationToken) is { } line)
        {
            if (!line.StartsWith("data: ", StringComparison.Ordinal)) continue;
            using var item = JsonDocument.Parse(line[6..]);
            if (fits(item.RootElement)) return item.RootElement.Clone();
        }

        throw new InvalidOperationException("The stream ended before it happened.");
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static HttpClient Http(Uri server) => new(new SocketsHttpHandler()) { BaseAddress = server, Timeout = TimeSpan.FromSeconds(20) };
}
