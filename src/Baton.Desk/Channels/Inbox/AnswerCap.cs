using System.Text.Json;
using System.Text.Json.Serialization;
using Baton.Journal;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>
/// Counts the letters of each address that a program may answer within a day. Whatever an auto-responder hides of itself, it gets so many
/// answers and no more; then a person sees it, in one conversation and not in a new one for every letter.
/// </summary>
internal sealed class AnswerCap(IKeptValues kept, IOptions<MailOptions> options, TimeProvider time)
{
    private const string Drawer = "letter-answers";

    /// <summary>Counts one letter.</summary>
    /// <returns>Whether a program may answer it, and where the address wrote last.</returns>
    public async Task<(bool MayBeAnswered, ConversationId? Last)> CountAsync(string address, string letterId, CancellationToken cancellationToken)
    {
        var key = address.ToLowerInvariant();
        var count = await ReadAsync(key, cancellationToken);
        var recent = count.Letters.Where(letter => letter.At > time.GetUtcNow() - TimeSpan.FromDays(1)).ToList();
        ConversationId? last = ConversationId.TryParse(count.Last, out var conversation) ? conversation : null;
        var isNew = recent.All(letter => letter.Id != letterId);
        if (isNew && recent.Count >= options.Value.AutomaticAnswersPerDay) return (false, last);
        if (isNew) await WriteAsync(key, count with { Letters = [.. recent, new(letterId, time.GetUtcNow())] }, cancellationToken);
        return (true, last);
    }

    /// <summary>Remembers where an address wrote last.</summary>
    public async Task RememberAsync(string address, ConversationId conversation, CancellationToken cancellationToken)
    {
        var key = address.ToLowerInvariant();
        var count = await ReadAsync(key, cancellationToken);
        if (count.Last != conversation.Value) await WriteAsync(key, count with { Last = conversation.Value }, cancellationToken);
    }

    private async Task<AnswerCount> ReadAsync(string key, CancellationToken cancellationToken) =>
        await kept.GetAsync(Drawer, key, cancellationToken) is { } json ? JsonSerializer.Deserialize(json, ChannelsJson.Default.AnswerCount)! : new([], null);

    private Task WriteAsync(string key, AnswerCount count, CancellationToken cancellationToken) =>
        kept.PutAsync(Drawer, key, JsonSerializer.Serialize(count, ChannelsJson.Default.AnswerCount), cancellationToken);
}

internal sealed record AnswerCount(IReadOnlyList<CountedLetter> Letters, string? Last);

internal sealed record CountedLetter(string Id, DateTimeOffset At);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AnswerCount))]
[JsonSerializable(typeof(OutboxEntry))]
[JsonSerializable(typeof(UnplacedLetter))]
[JsonSerializable(typeof(LetterDraft))]
internal sealed partial class ChannelsJson : JsonSerializerContext;
