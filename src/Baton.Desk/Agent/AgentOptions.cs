namespace Baton.Desk;

/// <summary>The agent's configuration, section <c>Agent</c>.</summary>
public sealed class AgentOptions
{
    /// <summary>
    /// Folder of the procedure files (<c>*.yaml</c>); a folder that does not exist is a mistake. Default: none, and then the agent
    /// can do nothing itself and offers people.
    /// </summary>
    public string? ProceduresFolder { get; set; }

    /// <summary>The MCP servers whose tools procedures may call. Default: none.</summary>
    public IList<ToolServerOptions> ToolServers { get; } = [];

    /// <summary>The language model; the embedded interpreter works alone without one. Default: none.</summary>
    public ModelOptions Model { get; set; } = new();
}

/// <summary>One MCP server.</summary>
public sealed class ToolServerOptions
{
    /// <summary>Its name in logs and health. Required, unique.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its streamable HTTP endpoint, e.g. <c>http://localhost:5081/mcp</c>. Required.</summary>
    public Uri? Url { get; set; }

    /// <summary>Sent as <c>Authorization: Bearer</c>. Default: none.</summary>
    public string? Key { get; set; }

    /// <summary>How long a call may take. Longer makes customers wait for a hanging system; shorter gives up on a slow one. Default: 10 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>An OpenAI-compatible language model.</summary>
public sealed class ModelOptions
{
    /// <summary>Base address, e.g. <c>http://localhost:11434/v1</c>. Default: none, and then no model is used.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The model's name. Required with an endpoint.</summary>
    public string Name { get; set; } = "";

    /// <summary>API key. Default: none.</summary>
    public string? Key { get; set; }

    /// <summary>How long all model work on one message may take before the embedded interpreter decides. Default: 8 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Whether the model may phrase replies from given facts. Default: true.</summary>
    public bool Phrases { get; set; } = true;
}
