using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Baton.EndToEnd.Tests;

/// <summary>A customer who writes through the public API and sees what customers see.</summary>
public sealed class ConsoleCustomer : IDisposable
{
    private readonly HttpClient _http;
    private int _written;

    private ConsoleCustomer(HttpClient http, string id)
    {
        _http = http;
        Id = id;
    }

    public string Id { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ConsoleCustomer> OpenAsync(Uri server, string firstWords)
    {
        var http = new HttpClient(new SocketsHttpHandler(), disposeHandler: true) { BaseAddress = server };
        using var answer = await http.PostAsJsonAsync("/v1/conversations", new { locale = "en" }, Cancel);
        answer.EnsureSuccessStatusCode();
        var opened = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", opened.GetProperty("token").GetString());
        var customer = new ConsoleCustomer(http, opened.GetProperty("conversation").GetString()!);
        await customer.WritesAsync(firstWords);
        return customer;
    }

    public async Task WritesAsync(string text)
    {
        using var answer = await _http.PostAsJsonAsync($"/v1/conversations/{Id}/messages", new { id = $"m{++_written}", text }, Cancel);
        answer.EnsureSuccessStatusCode();
    }

    public async Task AsksForPersonAsync()
    {
        using var answer = await _http.PostAsync(new Uri($"/v1/conversations/{Id}/person", UriKind.Relative), null, Cancel);
        answer.EnsureSuccessStatusCode();
    }

    public async Task ArrangesAsync(string way, string address)
    {
        using var answer = await _http.PostAsJsonAsync($"/v1/conversations/{Id}/answer", new { way, address }, Cancel);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Follows the conversation from its beginning until a message of somebody comes that fits.</summary>
    public Task<JsonElement> SeesAsync(string from, string words) => UntilAsync(item =>
        item.GetProperty("type").GetString() == "message" && item.GetProperty("from").GetString() == from && item.GetProperty("text").GetString()!.Contains(words, StringComparison.Ordinal));

    public async Task<JsonElement> UntilAsync(Func<JsonElement, bool> fits)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        using var stream = new StreamReader(await _http.GetStreamAsync(new Uri($"/v1/conversations/{Id}/stream", UriKind.Relative), patience.Token));
        while (await stream.ReadLineAsync(patience.Token) is { } line)
        {
            if (!line.StartsWith("data: ", StringComparison.Ordinal)) continue;
            using var item = JsonDocument.Parse(line[6..]);
            if (item.RootElement.TryGetProperty("type", out _) && fits(item.RootElement)) return item.RootElement.Clone();
        }

        throw new InvalidOperationException("The stream ended before it happened.");
    }

    public Task<string> TranscriptAsync() => _http.GetStringAsync(new Uri($"/v1/conversations/{Id}/events?after=0", UriKind.Relative), Cancel);

    public void Dispose() => _http.Dispose();
}
