using Baton.Language;

namespace Baton.Desk;

/// <summary>The interpreters the agent works with.</summary>
/// <param name="First">Reads messages: the embedded one, or a model that falls back to it.</param>
/// <param name="Embedded">Always there, needs no network.</param>
internal sealed record AgentInterpreters(IInterpreter First, IInterpreter Embedded);
