using Baton.Language;
using Microsoft.Extensions.AI;

namespace Baton.Desk;

/// <summary>
/// A language model as an interpreter: it turns a message into typed commands and nothing else. It has no tools, and
/// what it understands is checked by authority like everything that is read from a text.
/// </summary>
internal sealed class ModelInterpreter(IChatClient chat, ModelOptions options, TimeProvider time) : IInterpreter
{
    public string Name => options.Name;

    public async ValueTask<Reading> ReadAsync(ReadingRequest request, CancellationToken cancellationToken)
    {
        var schema = ModelSchema.Of(request);
        var answer = await ModelCall.AskAsync(
            chat,
            [new(ChatRole.System, ModelPrompt.System(request)), new(ChatRole.User, ModelPrompt.Message(request))],
            new ChatOptions { Temperature = 0, ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, "reading") },
            options.Timeout,
            time,
            cancellationToken);
        return await ModelAnswer.ReadAsync(answer, schema, request, options.Name, cancellationToken);
    }
}
