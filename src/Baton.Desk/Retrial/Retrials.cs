using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Baton.Journal;
using Baton.Language;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>
/// Recognises customers who come back about the same matter, whatever channel they came by. What they are recognised by is kept as a
/// keyed hash, so that a list of customers is nowhere but in the log itself.
/// </summary>
internal sealed class Retrials(IKeptValues kept, IJournal journal, IOptions<RetrialOptions> options)
{
    private const string Contacts = "contacts";
    private const string Keys = "contact-keys";
    private const int MostContacts = 5;

    private byte[]? _key;

    /// <summary>The earlier contact, if the customer's message is about it; remembers this one for the next.</summary>
    /// <param name="conversation">Which.</param>
    /// <param name="state">The conversation, with its message.</param>
    /// <param name="history">Its events before the message was read.</param>
    /// <param name="text">What the customer wrote.</param>
    /// <param name="reading">How it was read.</param>
    /// <param name="traced">What this conversation was looked up by already; grows.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    public async Task<CustomerReturned?> FindAsync(
        ConversationId conversation, ConversationState state, IReadOnlyList<LoggedEvent> history, string text, Reading reading, HashSet<ContactTrace> traced, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (state.HasReturned) return null;
        var found = OpenedAgain(history) is { } before && IsIt(before, ReturnTraces.Conversation) ? Returned(before, ReturnTraces.Conversation, isProven: true) : null;
        foreach (var trace in ContactTraces.Of(state, text, reading).Where(traced.Add))
        {
            foreach (var earlier in await ExchangeAsync(trace, conversation, cancellationToken))
            {
                if (found is not null || PastContact.Of(await journal.ReadAsync(earlier, 0, cancellationToken)) is not { } past || !IsIt(past, trace.Kind)) continue;
                found = Returned(past, trace.Kind, trace.Kind == ReturnTraces.Identity || IsProvenAddress(trace, state.Customer, past.Customer));
            }
        }

        return found;

        bool IsIt(PastContact past, string matchedBy) => past.LastAt + options.Value.Window >= now && past.IsAbout(reading.Intent, matchedBy);
    }

    private static CustomerReturned Returned(PastContact past, string matchedBy, bool isProven) =>
        new(past.Conversation, matchedBy, isProven, past.KnownBy, past.KnownByName, past.EndedWell, past.LastAt, past.Values);

    private static bool IsProvenAddress(ContactTrace trace, Customer now, Customer then) =>
        trace.Kind == ReturnTraces.Address && trace.Value.Equals(now.Email, StringComparison.OrdinalIgnoreCase) && trace.Value.Equals(then.Email, StringComparison.OrdinalIgnoreCase);

    /// <summary>What the conversation was before it was last opened again; null when it never was.</summary>
    private static PastContact? OpenedAgain(IReadOnlyList<LoggedEvent> history)
    {
        for (var at = history.Count - 1; at >= 0; at--)
        {
            if (history[at].Event is ConversationReopened) return PastContact.Of(history.Take(at));
        }

        return null;
    }

    /// <summary>The other conversations that left this trace, newest first, and this one for those that come.</summary>
    private async Task<IReadOnlyList<ConversationId>> ExchangeAsync(ContactTrace trace, ConversationId conversation, CancellationToken cancellationToken)
    {
        var key = await HashAsync(trace, cancellationToken);
        var known = await kept.GetAsync(Contacts, key, cancellationToken) is { } value ? JsonSerializer.Deserialize(value, RetrialJson.Default.StringArray)! : [];
        List<string> others = [.. known.Where(id => id != conversation.Value)];
        if (known.FirstOrDefault() != conversation.Value)
            await kept.PutAsync(Contacts, key, JsonSerializer.Serialize([conversation.Value, .. others.Take(MostContacts - 1)], RetrialJson.Default.StringArray), cancellationToken);
        return [.. others.Select(id => new ConversationId(id))];
    }

    private async Task<string> HashAsync(ContactTrace trace, CancellationToken cancellationToken)
    {
        _key ??= Convert.FromBase64String(await kept.AddAsync(Keys, "contacts", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), cancellationToken));
        return Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{trace.Kind}\n{trace.Value}")));
    }
}

[JsonSerializable(typeof(string[]))]
internal sealed partial class RetrialJson : JsonSerializerContext;
