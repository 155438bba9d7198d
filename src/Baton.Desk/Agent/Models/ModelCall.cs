using System.ClientModel;
using System.Text.Json;
using Baton.Language;
using Microsoft.Extensions.AI;

namespace Baton.Desk;

/// <summary>One question to a model, never longer than its time.</summary>
internal static class ModelCall
{
    /// <exception cref="InterpretationException">No proper answer in time.</exception>
    public static async Task<string> AskAsync(IChatClient chat, IList<ChatMessage> messages, ChatOptions options, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            // A server that ignores the cancellation must not hold the customer up either.
            var response = await chat.GetResponseAsync(messages, options, either.Token).WaitAsync(either.Token);
            return response.Text;
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InterpretationException($"The model did not answer within {timeout.TotalSeconds:0.#} s.", error);
        }
        catch (Exception error) when (error is ClientResultException or HttpRequestException or IOException or JsonException or InvalidOperationException or FormatException or ArgumentException or AggregateException or KeyNotFoundException)
        {
            throw new InterpretationException($"The model failed: {error.Message}", error);
        }
    }
}
