using System.Text.Json;
using Baton.Journal;

namespace Baton.Desk;

/// <summary>A call as a tool server sees it.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Arguments">JSON object.</param>
/// <param name="CallId">Also the idempotency key.</param>
/// <param name="Conversation">For the server's own log.</param>
/// <param name="Customer">The verified customer's id; null when anonymous. Never anything read from a text.</param>
internal sealed record ToolRequest(string Tool, JsonElement Arguments, string CallId, ConversationId Conversation, string? Customer);

/// <summary>What became of a call.</summary>
internal abstract record ToolAnswer
{
    /// <summary>It did what it is for.</summary>
    public sealed record Done(JsonElement Result) : ToolAnswer;

    /// <summary>It decided not to, and says why in words for the customer.</summary>
    public sealed record Refused(string Reason) : ToolAnswer;

    /// <summary>It did not answer, or not properly: whether it acted is unknown.</summary>
    public sealed record Failed(string Why) : ToolAnswer;

    public bool IsError => this is not Done;

    /// <summary>As it is kept in the log.</summary>
    public JsonElement ToJson() => this switch
    {
        Done done => done.Result,
        Refused refused => LiquidValues.ToJson(new Dictionary<string, object?> { ["refused"] = refused.Reason }),
        Failed failed => LiquidValues.ToJson(new Dictionary<string, object?> { ["failed"] = failed.Why }),
        _ => throw new NotSupportedException(),
    };

    /// <summary>Back from the log.</summary>
    public static ToolAnswer FromLog(ToolReturned returned)
    {
        if (!returned.IsError) return new Done(returned.Result);
        return returned.Result.ValueKind == JsonValueKind.Object && returned.Result.TryGetProperty("refused", out var reason)
            ? new Refused(reason.GetString() ?? "")
            : new Failed(returned.Result.ToString());
    }
}

/// <summary>A tool that a server offers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Server">The server's name.</param>
/// <param name="IsReadOnly">True when the server says that it changes nothing.</param>
/// <param name="IsDestructive">False only when the server says so.</param>
/// <param name="Arguments">Names of the arguments it takes; null when it does not say.</param>
internal sealed record OfferedTool(string Name, string Server, bool IsReadOnly, bool IsDestructive, IReadOnlyList<string>? Arguments);

/// <summary>The tools of the organisation's own systems.</summary>
internal interface IToolBox
{
    /// <summary>Calls a tool. Never throws for a server that is slow, wrong or gone: that is an answer too.</summary>
    Task<ToolAnswer> CallAsync(ToolRequest request, CancellationToken cancellationToken);

    /// <summary>What the servers that can be reached offer, and the names of those that cannot.</summary>
    Task<(IReadOnlyList<OfferedTool> Tools, IReadOnlyList<string> Unreachable)> ListAsync(CancellationToken cancellationToken);
}
