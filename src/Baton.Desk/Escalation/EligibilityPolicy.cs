using Baton.Journal;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>
/// Whether the agent may handle a conversation at all, before it takes its first turn. The procedures decide the rest: what
/// they leave to people is ineligible too, and is found in the first turn.
/// </summary>
internal sealed class EligibilityPolicy(IOptions<EscalationOptions> options)
{
    public EligibilityDecided? Decide(ConversationState state)
    {
        if (!options.Value.AgentAnswers) return new(false, "The agent is switched off: people answer everything.");
        if (options.Value.AgentChannels.Count > 0 && !options.Value.AgentChannels.Contains(state.Channel, StringComparer.OrdinalIgnoreCase))
            return new(false, $"The agent does not answer on the channel '{state.Channel}'.");
        return null;
    }
}
