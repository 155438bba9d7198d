namespace Baton.Desk;

/// <summary>When a conversation goes to a person. Section <c>Desk:Escalation</c>.</summary>
public sealed class EscalationOptions
{
    /// <summary>False: the agent answers nobody and every conversation goes straight to people. Default: true.</summary>
    public bool AgentAnswers { get; set; } = true;

    /// <summary>Channels on which the agent may answer; empty means every channel. Default: empty.</summary>
    public IList<string> AgentChannels { get; } = [];
}
