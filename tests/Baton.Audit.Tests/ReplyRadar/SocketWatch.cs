using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace Baton.Audit.Tests;

/// <summary>Hears of every connection that this process makes, from the runtime's own socket and name resolution events.</summary>
internal sealed class SocketWatch : EventListener
{
    /// <summary>Where connections went, and which names were looked up.</summary>
    public ConcurrentQueue<string> Seen { get; } = new();

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name is "System.Net.Sockets" or "System.Net.NameResolution") EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName is "ConnectStart" or "ResolutionStart") Seen?.Enqueue($"{eventData.EventName} {string.Join(' ', eventData.Payload ?? (IEnumerable<object?>)[])}");
    }
}
